"""The results of grading: one Result per submission and exercise, its checks, and their feedback."""

import hashlib
import re
import unicodedata
from dataclasses import asdict, dataclass, field, fields
from itertools import groupby
from typing import Any

from keraskata.terms import IN_PROCESS

SCHEMA_VERSION = 1
MAX_TEXT = 5_000
MAX_PROBLEM = 300
PRIVATE = "private"  # the common name of an instructor's own checks
NO_FILE = "no file"  # the finding if nothing was handed in
OUTCOMES = ("passed", "failed", "not reached", "timed out", "refused")
# Invisible letters: what Unicode has as Default_Ignorable_Code_Point and Python as printable, and Braille's blank
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\U00016fe4\U0001d159\U000e0100-\U000e01ef]"
)
_VARIANTS = "\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f"
_UNSEEN_SPACE = re.compile(r"^\s+|\s+$|(?<=\s)\s+|[^\S \u3000\n\t]")  # but one between words, as names have it
_MAX_NAME, _DIGITS = 100, 16
_SHORTENED = re.compile(f"…[0-9a-f]{{{_DIGITS}}}$")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_MARKS = 8  # accents on one letter; a hundred of them cover the lines above it


def printable(text: str) -> str:
    """Return `text` without what could trick a terminal or a reader.

    Control characters, broken encodings, marks that reverse text and invisible signs are written as escapes.
    """
    if text.isascii() and text.isprintable():
        return text
    shown, marks, before = [], 0, ""
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else 0
        blank = _BLANK.match(char) or (char in _VARIANTS and before not in ("So", "Sm"))  # ❤️ and ↔️ have one
        before = category
        if blank or not (char.isprintable() or category == "Zs" or char in "\n\t"):
            shown.append(char.encode("unicode_escape").decode())
        elif marks <= _MARKS:
            shown.append(char)
    return "".join(shown)


def one_line(text: str) -> str:
    """Return `text` as `printable` does, in one line."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def shown_name(name: str) -> str:
    """Return how a student's name is shown, in at most 100 letters: no two names are shown alike.

    Backslashes are doubled beside the escapes of `one_line`, and spaces that nobody sees are escapes, too. What is
    shortened, or could be taken for it, ends with a digest of the whole name.
    """
    shown = one_line(_UNSEEN_SPACE.sub(_code, name.replace("\\", "\\\\")))
    marks = (unicodedata.category(char)[0] == "M" for char in name)
    most_marks = max((len(list(run)) for is_mark, run in groupby(marks) if is_mark), default=0)
    if len(shown) <= _MAX_NAME and most_marks <= _MARKS and not _SHORTENED.search(name):
        return shown
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return f"{shown[: _MAX_NAME - 1 - _DIGITS]}…{digest}"


def _code(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(char):04x}" for char in found.group())


def uncoloured(text: str) -> str:
    """Return `text` without the codes that colour parts of it on a terminal, as Keras' messages have them."""
    return _COLOUR.sub("", text)


def said(error: BaseException, most: int) -> str:
    """Return the name of an error and the first `most` letters of what it says, in one line without colours."""
    return f"{type(error).__name__}: {' '.join(uncoloured(str(error)).split())[:most]}"


def listed(names: list[str], word: str = "or") -> str:
    """Return names as a sentence has them: "tensorflow, torch or jax"."""
    return f" {word} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def brief(problem: str) -> str:
    """Return one printable line of `problem`: of a trace the last, which names the error, or else the first."""
    lines = [printable(line).strip() for line in problem.splitlines() if line.strip()]
    trace = any(line.endswith("Traceback (most recent call last):") for line in lines)
    line = next(iter(reversed(lines) if trace else lines), "")
    return line if len(line) <= MAX_PROBLEM else f"{line[: MAX_PROBLEM - 1]}…"


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

    `measured` holds trained quantities, `curves` the values of a training's epochs, `pictures` a title, an SVG and a
    description in words each, `printed` the lines that the learner's code printed during the check. `hidden` marks a
    check of the instructor's own, which learners do not see.
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
        words = ("title", "alt")
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

    `max_points` counts all checks of the exercise, also those that `-k` or `-x` left out.
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
        return ""

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


@dataclass(frozen=True)
class Finished(Result):
    """A verdict with all points that an earlier engine gave, without pictures; `version` is the kit's at that time."""

    version: str = ""

    @property
    def remark(self) -> str:
        return f"done with {self.version}"


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
