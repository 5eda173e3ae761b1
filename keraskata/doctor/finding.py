"""The form of what `kata doctor` finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that was examined; `fix` says how to fix it, "" if it is as it should be."""

    what: str
    found: str
    fix: str = ""
    needed: bool = True  # by every learner, and not only by some
