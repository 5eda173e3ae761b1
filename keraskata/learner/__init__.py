"""The state of one learner: memory, progress, and help."""
