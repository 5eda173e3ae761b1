"""A class: how it is graded, and where its grades are stored."""
