"""Grades count."""

import pytest

from keraskata import expect


@pytest.mark.check(points=3, hint="What does split do without an argument?")
def test_words(submission):
    """count(text) is the number of words."""
    expect.equal(submission.count("a b c"), 3, what="count('a b c')")


@pytest.mark.check(points=2, needs=["test_words"], hint="Try it with two spaces.")
def test_spaces(submission):
    """Several spaces in a row are one gap."""
    found = submission.count("a  b")
    likely = expect.cause((found == 3, "split(' ') finds an empty word between two spaces; split() does not"), None)
    expect.equal(found, 2, what="count('a  b')", likely=likely)


@pytest.mark.check(points=1, needs=["test_spaces"], hint="What is in an empty text?")
def test_empty(submission):
    """An empty text has no words."""
    expect.equal(submission.count(""), 0, what="count('')")
