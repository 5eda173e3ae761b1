"""Measures and limits time."""
