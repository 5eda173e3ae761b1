"""A learner's folder: how it is made, and how it is updated without losing a line of theirs."""
