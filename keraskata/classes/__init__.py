"""A class: its grading, and where the grades are kept."""
