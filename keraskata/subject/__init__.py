"""Runs a learner's file: what is called there, and what comes back."""
