"""Keeps verdicts: by all that they depend on; for work with all points, by its file alone."""
