"""Verdicts that are known already: by all that they depend on; of work with all points, by its file alone."""
