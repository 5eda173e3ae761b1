"""What came from outside is printable wherever it is shown: no text of a submission moves a terminal or a page."""

import io
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgpack
import pytest
from conftest import COUNT
from pages import HOSTILE, class_results, kata, sound
from rich.console import Console

from keraskata import curriculum
from keraskata.boundary import codec
from keraskata.boundary.errors import NotAValue
from keraskata.classes.record_files import everyone
from keraskata.judges.tasks import Verdict
from keraskata.printable import printable
from keraskata.report import prairielearn
from keraskata.report.class_facts import Student
from keraskata.report.class_page import class_page
from keraskata.report.gradescope import results_json
from keraskata.report.hosted import Hosted
from keraskata.report.html import check_html
from keraskata.report.page import page
from keraskata.report.text import check_text, feedback_lines, feedback_text
from keraskata.results import CheckResult, Feedback, Result
from keraskata.watch import rich_view

TRICKS = "\x1b\x07\x08\r\x00\x7f\x85\x9b\xad\u202e\u2066\u200b\u200f\ufeff\ud800\u2028\u3164\U000e0041"
BAD = f"{TRICKS}[2J{HOSTILE}a" + "\u0301" * 99


def clean(text: str) -> bool:
    return not set(text) & set(TRICKS) and "\u0301" * 20 not in text


def bad_check(outcome: str = "failed") -> CheckResult:
    feedback = Feedback(BAD, f"{BAD}\n✓ forged", BAD, [BAD, "a\nb"])
    return CheckResult(
        *("words", "It counts.", 0, 3, outcome, feedback, 0.0, ""),
        measured={BAD: 1.0},
        pictures=[{"title": BAD, "svg": "<svg/>", "alt": BAD}],
        printed=[BAD],
        curves={BAD: [1.0]},
    )


@pytest.mark.parametrize("outcome", ["failed", "not reached", "timed out", "refused"])
def test_no_face_shows_what_tricks(kit: Path, outcome: str) -> None:
    result = Result("s01_words/count", "count.py", [bad_check(outcome)], 3)
    folder = class_results(kit / "out", [Student("anna", [result], "")])
    out = io.StringIO()
    Console(file=out, width=200, color_system=None).print(rich_view.verdict(result))
    faces = {
        "check's text": check_text(result.checks[0]),
        "check's page": check_html(result.checks[0]),
        "screen": "\n".join(line for line, _ in feedback_lines(result)),
        "watch": out.getvalue(),
        "JSON": json.dumps(result.to_dict(), ensure_ascii=False),
        "record": (folder / "results" / "anna.json").read_text(),
        "gradescope": json.dumps(results_json(Hosted([result])), ensure_ascii=False),
        "prairielearn": json.dumps(prairielearn.results_json(Hosted([result])), ensure_ascii=False),
        "learner's page": page(curriculum.load(kit), {"s01_words/count": result}),
        "class page": class_page(curriculum.load(kit), everyone(folder), anonymous=False),
    }
    assert not [name for name, text in faces.items() if not all(map(clean, text.split("\n")))]
    rows = [row for name in ("check's text", "screen", "watch") for row in faces[name].split("\n")]
    assert not [row for row in rows if row.startswith("✓ forged")]
    sound(faces["class page"])
    assert "\\u001b" not in faces["record"]  # nor as JSON writes it, for any program that reads it back


def test_the_doors_of_one_learner(kit: Path) -> None:
    """Classes, exceptions, keys and printed lines with strange names, where the code runs beside the grader."""
    grader = COUNT.replace("expect.equal", "expect.kind(submission.count('a'), int, what='it')\n    expect.equal")
    (kit / "graders/s01_words/test_count.py").write_text(grader)
    bodies = {
        "class": "return type(BAD.replace(chr(0), '').replace(chr(0xd800), ''), (), {})()",
        "exception": "raise type(BAD.replace(chr(0), '').replace(chr(0xd800), ''), (ValueError,), {})(BAD)",
        "text": "print(BAD)\n    return BAD",
        "key": "return {BAD: BAD}",
    }
    for name, body in bodies.items():
        place = kit / "exercises/s01_words/count.py"
        place.write_text(f"BAD = {BAD!r}\ndef count(text):\n    {body}\n", encoding="utf-8")
        graded = kata(kit, "grade", str(place), "--json", "out.json", "--junit", "out.xml", status=1)
        check = json.loads((kit / "out.json").read_text())["exercises"][0]["checks"][0]
        assert check["outcome"] == "failed" and (name == "key" or "\\u202e" in str(check)), (name, check)
        junit = (kit / "out.xml").read_text()
        ElementTree.fromstring(junit)
        for text in (graded.stdout, graded.stderr, json.dumps(check, ensure_ascii=False), junit):
            assert all(map(clean, text.split("\n"))), (name, text)


def test_a_class_that_is_named_in_lines_is_named_in_one() -> None:
    sent = {"": "handle", "key": 1, "kind": "A\nB" + "x" * 1_000}
    found = codec.decode(msgpack.packb(sent))
    assert found.kind.startswith("A\\nBxx") and len(found.kind) < 300


@pytest.mark.parametrize(
    "part", [{"key": "1"}, {"key": True}, {"kind": 7}, {"kind": ""}, {"kind": ["a"]}, {"kind": b"a"}]
)
def test_a_handle_of_another_form_is_no_value(part: dict[str, Any]) -> None:
    with pytest.raises(NotAValue):
        codec.decode(msgpack.packb({"": "handle", "key": 1, "kind": "A", **part}))


def test_honest_text_stays_as_it_is() -> None:
    for text in ("✓ naïve – 日本語\u3000です", "क्षत्रिय", "e\u0301", "a\tb\nc", "10\xa0%", "👍🏽", "❤️ ↔️", "שלום"):
        assert printable(text) == text
    assert printable(printable(BAD)) == printable(BAD)
    assert Verdict([], BAD).problem == printable(BAD)
    assert feedback_text(Feedback("one\ntwo", "three", None, ["x\n^"])).split("\n") == [
        *("expected: one", "          two", "found:    three", "note:     x", "          ^")
    ]


def test_a_check_of_a_later_version_can_be_read() -> None:
    data = {**asdict(bad_check()), "added": 1}
    assert CheckResult.from_dict(data) == bad_check()
