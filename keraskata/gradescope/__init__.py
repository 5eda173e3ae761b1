"""Grading on Gradescope: the archive that an instructor uploads, and the program that grades each submission there."""
