"""Grading on Gradescope: the archive that an instructor uploads there, and what runs there for each submission."""
