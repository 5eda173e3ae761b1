"""Reads the text of an exercise's file: a Python file, or the code cells of a notebook as one text."""
