"""One view of a verdict: a check as a mark, a sentence and labelled rows. Terminal, watch screen and HTML lay it out.

Nothing here knows how wide a screen is, which colours it has, or what a page is written in.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from keraskata.language import translated
from keraskata.results import CheckResult, Feedback, Result

Role = Literal["good", "waiting", "bad"]
Kind = Literal["words", "value", "code"]
_MARKS = {"passed": "✓", "not reached": "·"}
_ROLES: dict[str, Role] = {"passed": "good", "not reached": "waiting"}
_KINDS: dict[str, Kind] = {"found": "value", "note": "code"}
_PRINTED = 8


class Row(NamedTuple):
    """One labelled part of a verdict.

    `kind` says what `text` is: "words" of the kit, in which `backticks` mark code; a "value", quoted unchanged; or
    lines of "code", whose spaces matter.
    """

    label: str
    text: str
    kind: Kind

    @property
    def title(self) -> str:
        """The label in the language of feedback."""
        return translated(self.label)


@dataclass(frozen=True)
class View:
    """One check as a reader sees it; `role` stands for a colour.

    `rows` are empty if the check passed or is waiting: then `waits` says for what.
    """

    mark: str
    role: Role
    outcome: str
    sentence: str
    points: int
    max_points: int
    rows: list[Row] = field(default_factory=list)
    waits: str = ""
    printed: list[str] = field(default_factory=list)
    pictures: list[dict[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, check: CheckResult) -> "View":
        """Make the view of a check."""
        role = _ROLES.get(check.outcome, "bad")
        hint = [Row("hint", check.hint, "words")] if check.hint else []
        return cls(
            _MARKS.get(check.outcome, "✗"),
            role,
            check.outcome,
            check.docstring,
            check.points,
            check.max_points,
            [*rows(check.feedback), *hint] if check.feedback and role == "bad" else [],
            check.feedback.found if check.feedback and role == "waiting" else "",
            check.printed,
            check.pictures,
        )

    @property
    def worth(self) -> str:
        """Say how many of its points the check has, such as "1 of 3 points"."""
        return f"{self.points} of {self.max_points} point{'s' if self.max_points != 1 else ''}"


def rows(feedback: Feedback) -> list[Row]:
    """Make a row of each part of a feedback."""
    return [Row(label, text, _KINDS.get(label, "words")) for label, text in feedback.parts]


def printed_lines(result: Result) -> list[str]:
    """Return what the code of an exercise printed, each line once, and the first few only."""
    printed = list(dict.fromkeys(said for check in result.checks for said in check.printed))
    return printed[:_PRINTED] + ([translated("... and more lines")] if len(printed) > _PRINTED else [])
