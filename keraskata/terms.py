"""The terms that a file is graded on: where it runs, and what it may use."""

from dataclasses import dataclass
from typing import Any

IN_PROCESS = "in process"


@dataclass(frozen=True)
class Limits:
    """What a stranger's file may use behind its walls: megabytes and counts."""

    memory: int = 2_000
    scratch: int = 64
    files: int = 2_000
    threads: int = 64


@dataclass(frozen=True)
class Terms:
    """`isolation` is where files run: "in process", "warm", or "walled", within `limits`.

    `seconds` is the most that a check may take, whatever it says itself; `lines` of what its code prints are kept. A
    check whose grader breaks on an answer is an error of the grader's, and with `refusing` a refused check: what a
    stranger answers can break anything.
    """

    isolation: str = IN_PROCESS
    limits: Limits | None = None
    seconds: float = float("inf")
    lines: int = 50
    refusing: bool = False

    @classmethod
    def from_dict(cls, found: dict[str, Any]) -> "Terms":
        """The terms that `dataclasses.asdict` made a dict of."""
        return cls(**{**found, "limits": Limits(**found["limits"]) if found["limits"] else None})


LEARNERS = Terms()  # a learner's own file, at home
WATCHED = Terms("warm")  # the same while `kata watch` looks on: it must not wait for Keras to start, nor hang
