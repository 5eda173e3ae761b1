"""Runs a learner's file: what is called there, and what comes back."""

from keraskata.subject.faults import Fault
from keraskata.subject.submission import Submission

__all__ = ["Fault", "Submission"]
