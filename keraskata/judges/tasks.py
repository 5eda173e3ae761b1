"""What is handed to a judge, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass

from keraskata.printable import printable
from keraskata.results import Result
from keraskata.terms import Limits, Terms


class NoJudge(Exception):
    """A judge does not start on this machine; the message says why, and what to do."""


@dataclass(frozen=True)
class JudgeSettings:
    """How a class is graded: the kit's folder, the terms, the most seconds that a submission may take.

    `private` is the folder of the instructor's own graders, or nothing.
    """

    kit: str
    terms: Terms = Terms("walled", Limits(), refusing=True)  # noqa: RUF009 - it is frozen
    submission_seconds: float = 900.0
    private: str = ""


@dataclass(frozen=True)
class Task:
    """One submission: the content of each exercise's file by id, None for one that is not there.

    `variant` is the student's, 0 for what the files say.
    """

    files: Mapping[str, bytes | None]
    seed: int = 0
    fresh: bool = False
    variant: int = 0


@dataclass(frozen=True)
class Verdict:
    """The outcome of a task: the exercises that were graded, and why the others were not.

    `walls` is what the walls had that not every system gives; None where nothing was graded.
    A broken grader's problem is not the submission's fault, and shows what the grader's file holds.
    """

    results: list[Result]
    problem: str = ""
    grader_broken: bool = False
    walls: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "problem", printable(self.problem))  # it may quote what was handed in
