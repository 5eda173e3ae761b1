"""Keras and its backends, and their settings: what a grading sets before and after it imports them."""
