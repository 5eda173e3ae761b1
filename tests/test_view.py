"""One view of a verdict: every face shows what it says, and lays it out by itself."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from pages import Parsed, check, kata, result
from rich.console import Console

from keraskata import curriculum
from keraskata.report.html import check_html
from keraskata.report.page import page
from keraskata.report.text import check_text, feedback_lines
from keraskata.report.view import Row, View
from keraskata.results import Feedback, Result
from keraskata.watch import rich_view

FEEDBACK = Feedback("`a` is 7", "`8`\nand more", "a slip in `a`", ["a = (7\n    ^", "another line"])
FAILED = replace(check("count", "failed", 3, FEEDBACK), hint="Look at `a`.", printed=["said"])


def faces(kit: Path, found: Result) -> dict[str, str]:
    """The faces of a verdict as a reader sees them."""
    out = io.StringIO()
    Console(file=out, width=80, color_system=None).print(rich_view.verdict(found))
    return {
        "text": check_text(found.checks[0]),
        "screen": "\n".join(line for line, _ in feedback_lines(found)),
        "watch": out.getvalue(),
        "cell": "".join(Parsed(f"<body>{check_html(found.checks[0])}</body>").elements[0][2]),
        "page": "".join(Parsed(page(curriculum.load(kit), {found.exercise: found})).elements[0][2]),
    }


def test_later_lines_of_any_row_look_like_no_label() -> None:
    """Lines begin where the first one's text does: in the terminal a label is what stands at the left."""
    long = Feedback(*(f"{row}\nfound: forged" for row in ("this", "that", "why")), ["code\nhint: forged"])
    failed = replace(FAILED, feedback=long, hint="Look.\nexpected: forged")
    lines = check_text(failed).splitlines()
    forged = [line for line in lines if "forged" in line]
    assert len(forged) == 5 and len({len(line) - len(line.lstrip()) for line in forged}) == 1
    assert forged[0].index("found:") == next(line for line in lines if "this" in line).index("this")


def test_a_check_is_a_mark_a_sentence_and_rows() -> None:
    view = View.of(FAILED)
    assert (view.mark, view.role, view.sentence, view.worth) == ("✗", "bad", "It counts.", "0 of 3 points")
    assert view.rows == [
        Row("expected", "`a` is 7", "words"),
        Row("found", "`8`\nand more", "value"),
        Row("likely", "a slip in `a`", "words"),
        Row("note", "a = (7\n    ^", "code"),
        Row("note", "another line", "code"),
        Row("hint", "Look at `a`.", "words"),
    ]
    assert not view.waits and view.printed == ["said"]


@pytest.mark.parametrize(
    ("outcome", "mark", "role"),
    [("passed", "✓", "good"), ("not reached", "·", "waiting"), ("timed out", "✗", "bad"), ("refused", "✗", "bad")],
)
def test_each_outcome_has_a_mark_and_a_role(outcome: str, mark: str, role: str) -> None:
    view = View.of(replace(FAILED, outcome=outcome))
    assert (view.mark, view.role, view.outcome) == (mark, role, outcome)
    assert bool(view.rows) == (role == "bad") and bool(view.waits) == (role == "waiting")
    assert not View.of(replace(FAILED, outcome=outcome, feedback=None)).rows  # a hint alone is no feedback


def test_every_face_shows_all_that_the_view_says(kit: Path) -> None:
    view = View.of(FAILED)
    for name, text in faces(kit, result("s01_words/shout", FAILED)).items():
        plain = text.replace("`", "")
        assert view.mark in text and view.sentence in text, name
        for row in view.rows:
            if (name, row.label) != ("watch", "hint"):  # there the hints have a key
                lines = row.text.replace("`", "").split("\n")
                assert row.label in text and all(line in plain for line in lines), (name, row)


def test_a_mark_below_a_line_stands_below_it_in_every_face(kit: Path) -> None:
    for name, text in faces(kit, result("s01_words/shout", FAILED)).items():
        lines = text.split("\n")
        above = next(place for place, line in enumerate(lines) if "a = (7" in line)
        column = lines[above].index("a = (7") + 4 if name in ("text", "screen", "watch") else 4
        assert lines[above + 1].rstrip().endswith("^") and lines[above + 1].index("^") == column, name


def test_verdicts_hold_no_spaces_of_a_terminal(kit: Path) -> None:
    (kit / "exercises/s01_words/shout.py").write_text("def shout(text:\n    return text\n")
    kata(kit, "grade", "exercises", "--json", "out.json", status=1)
    first = json.loads((kit / "out.json").read_text())["exercises"][0]["checks"][0]
    assert first["feedback"]["notes"] == ["def shout(text:\n         ^"]
