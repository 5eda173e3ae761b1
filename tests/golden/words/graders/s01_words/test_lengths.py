"""Grades lengths."""

import pytest

from keraskata import expect


@pytest.mark.check(points=2, hint="One number per word.")
def test_lengths(submission):
    """lengths(words) has the length of each word."""
    expect.equal(submission.lengths(["a", "bcd"]), [1, 3], what="lengths(['a', 'bcd'])")
