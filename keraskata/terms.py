"""The terms on which a file is graded: where it runs, and what it may use."""

from dataclasses import dataclass
from typing import Any

IN_PROCESS = "in process"


@dataclass(frozen=True)
class Limits:
    """The resources of an untrusted file behind walls: megabytes and counts."""

    memory: int = 2_000
    scratch: int = 64
    files: int = 2_000
    threads: int = 64


@dataclass(frozen=True)
class Terms:
    """The place, resources and rules for a graded file.

    `isolation` is where files run: "in process", "warm", or "walled", within `limits`.

    `seconds` is the most that a check may take, even if its own limit is longer; `lines` of what its code prints are
    kept. If a grader breaks on an answer, this is an error of the grader, or with `refusing` a refused check: an
    untrusted answer can break anything.
    """

    isolation: str = IN_PROCESS
    limits: Limits | None = None
    seconds: float = float("inf")
    lines: int = 50
    refusing: bool = False

    @classmethod
    def from_dict(cls, found: dict[str, Any]) -> "Terms":
        """Return the Terms of a dict that `dataclasses.asdict` made."""
        return cls(**{**found, "limits": Limits(**found["limits"]) if found["limits"] else None})


LEARNERS = Terms()  # a learner's own file, on their machine
WATCHED = Terms("warm")  # the same in `kata watch`, which must neither wait for Keras to start nor hang
