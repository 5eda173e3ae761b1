"""The curriculum as an nbgrader course: its notebooks, and nbgrader's own road with the walls put in."""
