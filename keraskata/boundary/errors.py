"""What cannot cross."""


class NotAValue(Exception):
    """Something cannot cross the boundary; the message says why, in a learner's words."""
