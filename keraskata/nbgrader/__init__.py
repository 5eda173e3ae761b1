"""The curriculum as an nbgrader course: its notebooks, and nbgrader's own steps with walls around learners' code."""
