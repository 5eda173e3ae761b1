"""Faces of a Result: the terminal's, and the JSON's."""
