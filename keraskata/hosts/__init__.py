"""Grading on a host: what an instructor puts there, and the program that grades each submission there."""
