"""Judges in processes of their own, and how they are asked: for classes, nbgrader, Gradescope and `kata watch`."""
