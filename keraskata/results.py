"""The results of grading: one Result per submission and exercise, its checks, and their feedback."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from keraskata.printable import printable
from keraskata.terms import IN_PROCESS
from keraskata.variants import Graded

SCHEMA_VERSION = 1
MAX_TEXT = 5_000
PRIVATE = "private"  # the common name of an instructor's own checks
NO_FILE = "no file"  # the finding if nothing was handed in
OTHERWISE = "otherwise"  # the row of a table that speaks where no other does
OUTCOMES = ("passed", "failed", "not reached", "timed out", "refused")


@dataclass(frozen=True)
class Feedback:
    """What a learner reads when a check fails. All of its texts are made printable here, because they may be quoted.

    `diagnosis` is the name of the row that `likely` comes from, for authors: see `expect.mistakes`; "" for none.
    """

    expected: str
    found: str
    likely: str | None = None
    notes: list[str] = field(default_factory=list)
    diagnosis: str = ""

    def __post_init__(self) -> None:
        likely = None if self.likely is None else printable(self.likely)
        _set(self, expected=printable(self.expected), found=printable(self.found), likely=likely)
        _set(self, notes=[printable(note) for note in self.notes], diagnosis=printable(self.diagnosis))

    @property
    def names(self) -> bool:
        """Whether a row names the mistake."""
        return bool(self.diagnosis) and not self.advises

    @property
    def advises(self) -> bool:
        """Whether `likely` is the general advice of a table, of which no row named the mistake."""
        return self.diagnosis.endswith(f".{OTHERWISE}")

    def clipped(self) -> "Feedback":
        """Return the same with shorter parts: it may quote an answer of megabytes."""
        notes = [_clipped(note) for note in self.notes]
        likely = self.likely and _clipped(self.likely)
        return Feedback(_clipped(self.expected), _clipped(self.found), likely, notes, self.diagnosis)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The parts with their labels, in reading order."""
        likely = [("likely", self.likely)] if self.likely else []
        notes = [("note", note) for note in self.notes]
        return [("expected", self.expected), ("found", self.found), *likely, *notes]

    def __str__(self) -> str:
        """Return all parts as one text, for exceptions and searches; `report` makes the text that people read."""
        return "\n".join(f"{label}: {text}" for label, text in self.parts)


def _set(result: object, **values: Any) -> None:
    """Set fields of a frozen object while it is made."""
    for name, value in values.items():
        object.__setattr__(result, name, value)


def _clipped(text: str) -> str:
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1]}…"


@dataclass(frozen=True)
class CheckResult:
    """The verdict on one check.

    `measured` holds trained quantities, `curves` the values of a training's epochs, `pictures` a title, an SVG, a
    description in words and what to look for in it each, `printed` the lines that the learner's code printed during the
    check. `hidden` marks a check of the instructor's own, which learners do not see.
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

    def __post_init__(self) -> None:
        """Make all texts printable: a learner's code may have named what is measured and drawn."""
        words = ("title", "alt", "look")
        pictures = [{k: printable(v) if k in words else v for k, v in each.items()} for each in self.pictures]
        _set(self, pictures=pictures, printed=[printable(line) for line in self.printed])
        _set(self, measured={printable(name): value for name, value in self.measured.items()})
        _set(self, curves={printable(name): values for name, values in self.curves.items()})

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "CheckResult":
        """Read a check, without the fields that a later version of the kit has added."""
        feedback = data["feedback"]
        known = {each.name: data[each.name] for each in fields(cls) if each.name in data}
        return cls(**{**known, "feedback": Feedback(**feedback) if feedback else None})


@dataclass(frozen=True)
class Result:
    """The verdict on one exercise of one submission.

    `max_points` counts all checks of the exercise, also those that `-k` or `-x` left out. `variant` is the variant of
    the exercise that was graded, None for the exercise as the kit has it.
    """

    exercise: str
    path: str
    checks: list[CheckResult]
    max_points: int
    variant: Graded | None = None

    @property
    def points(self) -> int:
        return sum(check.points for check in self.checks)

    @property
    def for_learners(self) -> list[CheckResult]:
        """Return the checks as learners may see them: of the hidden ones only what they are worth together."""
        hidden = [check for check in self.checks if check.hidden]
        if not hidden:
            return self.checks
        points, most = sum(check.points for check in hidden), sum(check.max_points for check in hidden)
        outcome = "passed" if all(check.outcome == "passed" for check in hidden) else "failed"
        private = CheckResult(PRIVATE, "The instructor's own checks.", points, most, outcome)
        return [*(check for check in self.checks if not check.hidden), private]

    @property
    def whole(self) -> bool:
        """Whether each check of the exercise was graded."""
        return sum(check.max_points for check in self.checks) == self.max_points

    @property
    def done(self) -> bool:
        return self.whole and all(check.outcome == "passed" for check in self.checks)

    @property
    def remark(self) -> str:
        """The text to show beside the points; "" for none."""
        return f"variant {self.variant.number}" if self.variant else ""

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Result":
        checks = [CheckResult.from_dict(check) for check in data["checks"]]
        variant = Graded(**data["variant"]) if "variant" in data else None
        return cls(data["id"], data["path"], checks, data["max_points"], variant)

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.exercise,
            "path": self.path,
            "points": self.points,
            "max_points": self.max_points,
            "checks": [asdict(check) for check in self.checks],
            **({"variant": asdict(self.variant)} if self.variant else {}),
        }


@dataclass(frozen=True)
class Finished(Result):
    """A verdict with all points that an earlier engine gave, without pictures; `version` is the kit's at that time."""

    version: str = ""

    @property
    def remark(self) -> str:
        from keraskata import __version__

        of_another = f"done with {self.version}" if self.version != __version__ else ""
        return ", ".join(filter(None, [super().remark, of_another]))


def report(results: list[Result], seed: int, backend: str, subject: str = IN_PROCESS) -> dict[str, Any]:
    """Return the JSON form of a run, which `docs/result.schema.json` describes."""
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
