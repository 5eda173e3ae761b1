"""What grading gives: one Result per submission, its checks, and the feedback of each."""

from dataclasses import asdict, dataclass, field
from typing import Any

from keraskata.terms import IN_PROCESS

SCHEMA_VERSION = 1
MAX_TEXT = 5_000
MAX_PROBLEM = 300
PRIVATE = "private"  # the name that an instructor's own checks have together
NO_FILE = "no file"  # what is found where nothing was handed in
OUTCOMES = ("passed", "failed", "not reached", "timed out", "refused")


def printable(text: str) -> str:
    """`text` without what could trick a terminal: control characters, broken encodings, marks that turn text around."""
    return "".join(
        char if char.isprintable() or char in "\n\t" else char.encode("unicode_escape", "replace").decode()
        for char in text
    )


def brief(problem: str) -> str:
    """One line of `problem`, printable: of a trace the last, which names the error, and else the first."""
    lines = [printable(line).strip() for line in problem.splitlines() if line.strip()]
    trace = any(line.endswith("Traceback (most recent call last):") for line in lines)
    line = next(iter(reversed(lines) if trace else lines), "")
    return line if len(line) <= MAX_PROBLEM else f"{line[: MAX_PROBLEM - 1]}…"


@dataclass(frozen=True)
class Feedback:
    """What a learner reads when a check does not hold."""

    expected: str
    found: str
    likely: str | None = None
    notes: list[str] = field(default_factory=list)

    def clipped(self) -> "Feedback":
        """The same, no part of it longer than anybody reads: an answer of megabytes may be quoted in it."""
        notes = [_clipped(note) for note in self.notes]
        return Feedback(_clipped(self.expected), _clipped(self.found), self.likely and _clipped(self.likely), notes)

    def __str__(self) -> str:
        lines = [f"expected: {self.expected}", f"found:    {self.found}"]
        if self.likely:
            lines.append(f"likely:   {self.likely}")
        return "\n".join(lines + [f"note:     {note}" for note in self.notes])


def _clipped(text: str) -> str:
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…"


@dataclass(frozen=True)
class CheckResult:
    """The verdict on one check.

    `measured` holds trained quantities, `curves` what each epoch of a training gave, `pictures` a title, an SVG and the
    same in words each, `printed` the lines that the learner's code printed while the check ran. `hidden` is one of the
    instructor's own, which no learner is told about.
    """

    id: str
    docstring: str
    points: int
    max_points: int
    outcome: str
    feedback: Feedback | None = None
    seconds: float = 0.0
    hint: str = ""
    measured: dict[str, float] = field(default_factory=dict)
    pictures: list[dict[str, str]] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    hidden: bool = False
    curves: dict[str, list[float]] = field(default_factory=dict)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "CheckResult":
        feedback = data["feedback"]
        return cls(**{**data, "feedback": Feedback(**feedback) if feedback else None})


@dataclass(frozen=True)
class Result:
    """The verdict on one exercise of one submission.

    `max_points` counts all checks of the exercise, those that a `-k` or `-x` left out, too.
    """

    exercise: str
    path: str
    checks: list[CheckResult]
    max_points: int

    @property
    def points(self) -> int:
        return sum(check.points for check in self.checks)

    @property
    def for_learners(self) -> list[CheckResult]:
        """The checks as learners may see them: of the hidden ones, what they are worth together and nothing else."""
        hidden = [check for check in self.checks if check.hidden]
        if not hidden:
            return self.checks
        points, most = sum(check.points for check in hidden), sum(check.max_points for check in hidden)
        outcome = "passed" if all(check.outcome == "passed" for check in hidden) else "failed"
        private = CheckResult(PRIVATE, "The instructor's own checks.", points, most, outcome)
        return [*(check for check in self.checks if not check.hidden), private]

    @property
    def whole(self) -> bool:
        """Whether every check of the exercise was graded."""
        return sum(check.max_points for check in self.checks) == self.max_points

    @property
    def done(self) -> bool:
        return self.whole and all(check.outcome == "passed" for check in self.checks)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Result":
        checks = [CheckResult.from_dict(check) for check in data["checks"]]
        return cls(data["id"], data["path"], checks, data["max_points"])

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.exercise,
            "path": self.path,
            "points": self.points,
            "max_points": self.max_points,
            "checks": [asdict(check) for check in self.checks],
        }


def report(results: list[Result], seed: int, backend: str, subject: str = IN_PROCESS) -> dict[str, Any]:
    """The canonical JSON form of a run; `docs/result.schema.json` describes it."""
    from keraskata import __version__

    return {
        "version": SCHEMA_VERSION,
        "kit": __version__,
        "backend": backend,
        "subject": subject,
        "seed": seed,
        "score": sum(result.points for result in results),
        "max_score": sum(result.max_points for result in results),
        "exercises": [result.to_dict() for result in results],
    }
