"""What `kata doctor` found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` says what to do where it is not as it should be."""

    what: str
    found: str
    mend: str = ""
    needed: bool = True  # by every learner; the rest is for some
