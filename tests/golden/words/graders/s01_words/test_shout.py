"""Grades shout."""

import pytest

from keraskata import expect


@pytest.mark.check(points=2, hint="A str has a method for it.")
def test_upper(submission):
    """shout(text) is in capitals."""
    expect.equal(submission.shout("ab"), "AB", what="shout('ab')")
