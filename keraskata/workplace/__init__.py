"""Makes a learner's folder, and updates it without losing a line of their work."""
