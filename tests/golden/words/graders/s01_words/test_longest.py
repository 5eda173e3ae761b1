"""Grades longest."""

import pytest

from keraskata import expect


@pytest.mark.check(points=2, hint="max takes a key.")
def test_longest(submission):
    """longest(text) is the longest word."""
    expect.equal(submission.longest("a bcd ef"), "bcd", what="longest('a bcd ef')")


@pytest.mark.check(points=1, needs=["test_longest"], hint="max takes a default.")
def test_empty(submission):
    """An empty text has no longest word."""
    expect.equal(submission.longest(""), "", what="longest('')")
