"""The exercises as notebooks: what their cells say, and those for learners who learn alone."""
