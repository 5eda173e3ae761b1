"""Grades wait."""

import pytest

from keraskata import expect


@pytest.mark.check(points=1, hint="Does the loop end?")
@pytest.mark.timeout(1)
def test_done(submission):
    """wait(0) ends at once."""
    expect.equal(submission.wait(0), "done", what="wait(0)")
