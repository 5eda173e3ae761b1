"""`kata regrade-diff`: what changed in the grades of a class, and why; the results keep what they were."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import COUNT, RIGHT
from test_class import hand_in
from test_class_by_section import graded, record, sections
from test_exports import kata
from test_late import course, stamped

from keraskata.classes.record_form import wrong
from keraskata.verdicts import cache

__all__ = ["sections"]  # a fixture
WRONG = "shout = None\n"


STUDENTS, CHECKS = (
    ("student", "check", "was", "now", "changed", "why"),
    ("check", "students", "up", "down", "changed", "why"),
)


def said(kit: Path, *options: str) -> str:
    ran = kata(kit, "regrade-diff", "out", *options)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def table(text: str, columns: tuple[str, ...]) -> list[list[str]]:
    """The rows of the table that has these columns."""
    blocks = [block.splitlines() for block in text.split("\n\n")]
    ((header, *lines),) = [block for block in blocks if tuple(block[0].split()) == columns]
    starts = [header.index(name) for name in columns]
    ends = [*starts[1:], None]
    return [[line[start:end].strip() for start, end in zip(starts, ends, strict=True)] for line in lines]


def diff(kit: Path, *options: str) -> list[list[str]]:
    """The rows of the students."""
    return table(said(kit, *options), STUDENTS)


def changes(kit: Path, *options: str) -> list[tuple[str, ...]]:
    return [(student, check, was, now, why) for student, check, was, now, _, why in diff(kit, *options)]


def earlier(kit: Path, exercise: str = "s01_words/shout") -> list[dict[str, Any]]:
    (found,) = [each for each in record(kit)["exercises"] if each["id"] == exercise]
    return found.get("earlier", [])


def test_another_answer(kit: Path) -> None:
    for student in ("ann", "bob"):
        hand_in(kit, student, **RIGHT)
    graded(kit, "s01_words")
    hand_in(kit, "ann", shout=WRONG)
    graded(kit, "s01_words")
    assert changes(kit) == [("ann", "s01_words/shout test_it", "3/3", "0/3", "answer")]
    (before,) = earlier(kit)
    assert (before["points"], before["max_points"]) == (3, 3)
    assert before["checks"] == [{"id": "test_it", "points": 3, "max_points": 3, "outcome": "passed"}]
    assert before["graded"]["answer"] and before["graded"]["seed"] == 0


def break_grader(kit: Path) -> dict[str, Any]:
    place = kit / "graders/s01_words/test_shout.py"
    place.write_text(f"{place.read_text()}\n# stricter\n")
    return {}


def private_checks(kit: Path) -> dict[str, Any]:
    place = kit / "private/s01_words/test_shout.py"
    place.parent.mkdir(parents=True)
    place.write_text(COUNT)
    return {"private": str(kit / "private")}


def another_seed(kit: Path) -> dict[str, Any]:
    return {"seed": 4711}


def another_place(kit: Path) -> dict[str, Any]:
    return {"kind": "walled"}


def nothing(kit: Path) -> dict[str, Any]:
    return {}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (break_grader, "grader"),
        (private_checks, "private checks"),
        (another_seed, "seed 0, now 4711"),
        (another_place, "ran warm, now walled"),
        (nothing, "time or chance"),
    ],
)
def test_why_a_check_changed(kit: Path, monkeypatch: pytest.MonkeyPatch, change: Any, why: str) -> None:
    import test_class_by_section

    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")

    class Stricter(test_class_by_section.Judged):
        """Finds the same answer wrong now."""

        def submit(self, name: str, task: Any) -> None:
            files = {each: text if each == "s01_words/count" else None for each, text in task.files.items()}
            super().submit(name, type(task)(files))

    monkeypatch.setattr(test_class_by_section, "Judged", Stricter)
    graded(kit, "s01_words", fresh=True, **change(kit))
    found = [row for row in changes(kit) if row[1] == "s01_words/shout test_it"]
    assert found == [("ann", "s01_words/shout test_it", "3/3", "0/3", why)]


def test_another_engine_or_package(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(kit, "ann", shout=WRONG, count=RIGHT["count"])
    graded(kit, "s01_words")
    monkeypatch.setattr(cache, "surroundings", lambda kit: "another")
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    assert changes(kit) == [("ann", "s01_words/shout test_it", "0/3", "3/3", "answer; engine, data or packages")]


def test_checks_that_came_are_shown(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    graded(kit, "s01_words", **private_checks(kit))
    assert ("ann", "s01_words/shout test_secret", "–", "3/3", "private checks") in changes(kit)


def test_what_being_late_costs_changed(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    graded(kit, "s01_words")
    graded(kit, "s01_words", course=course(kit))
    assert changes(kit) == [("ann", "late work", "0%", "20% off", "course")]
    more = "[extensions]\nann = 2026-12-05T23:59:00+01:00\n"
    graded(kit, "s01_words", course=course(kit, more=more), resume=True)
    assert changes(kit) == [("ann", "late work", "20% off", "0%", "course")]
    (kit / "class/ann/timestamp.txt").write_text("2026-12-09 00:00:00 UTC")
    graded(kit, "s01_words", course=course(kit, more=more))
    assert changes(kit) == [("ann", "late work", "0%", "40% off", "time of handing in")]


def test_the_same_again_is_no_change(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    for _ in range(2):
        graded(kit, "s01_words")
    assert earlier(kit) == []
    assert kata(kit, "regrade-diff", "out").stdout == "No grade in out has changed since it was first given.\n"


def test_a_regrade_with_the_same_verdict_hides_no_change(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    hand_in(kit, "ann", shout=WRONG)
    graded(kit, "s01_words")
    for seed in (4711, 4712):  # another seed, and the same points
        graded(kit, "s01_words", seed=seed)
    assert changes(kit)[0][:4] == ("ann", "s01_words/shout test_it", "3/3", "0/3")
    assert len(earlier(kit)) == 1


def test_five_earlier_verdicts_are_kept(kit: Path) -> None:
    for seed in range(8):
        hand_in(kit, "ann", shout=WRONG if seed % 2 else RIGHT["shout"])
        graded(kit, "s01_words", seed=seed)
    assert [each["graded"]["seed"] for each in earlier(kit)] == [6, 5, 4, 3, 2]


def test_another_section_leaves_the_history_of_the_first(sections: Path) -> None:
    graded(sections, "s01_words")
    hand_in(sections, "ann", shout=WRONG)
    graded(sections, "s01_words")
    before = earlier(sections)
    graded(sections, "s02_more")
    assert len(before) == 1 and earlier(sections) == before


def test_results_of_an_earlier_kit_have_a_history_too(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    place = kit / "out/results/ann.json"
    old = json.loads(place.read_text())
    for exercise in old["exercises"]:
        del exercise["graded"]
    place.write_text(json.dumps(old))
    hand_in(kit, "ann", shout=WRONG)
    graded(kit, "s01_words", seed=3)
    assert changes(kit) == [("ann", "s01_words/shout test_it", "3/3", "0/3", "seed 0, now 3")]


def test_one_student_alone(kit: Path) -> None:
    for student in ("ann", "bob"):
        hand_in(kit, student, **RIGHT)
    graded(kit, "s01_words")
    for student in ("ann", "bob"):
        hand_in(kit, student, shout=WRONG)
    graded(kit, "s01_words")
    assert [row[0] for row in changes(kit)] == ["ann", "bob"]
    assert [row[0] for row in changes(kit, "--student", "bob")] == ["bob"]
    ran = kata(kit, "regrade-diff", "out", "--student", "eve")
    assert ran.returncode == 2 and "no result of eve in out" in ran.stderr
    assert kata(kit, "regrade-diff", "nowhere").returncode == 2


def test_a_history_of_another_form_is_no_record(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    hand_in(kit, "ann", shout=WRONG)
    graded(kit, "s01_words")
    whole = record(kit)
    assert wrong(whole) == ""
    for key in earlier(kit)[0]:
        spoilt = json.loads(json.dumps(whole))
        (exercise,) = [each for each in spoilt["exercises"] if "earlier" in each]
        exercise["earlier"][0][key] = [["x"]]
        assert wrong(spoilt), key


def test_a_class_begins_with_what_changed_for_how_many(kit: Path) -> None:
    for student in ("ann", "bob", "cleo", "dora"):
        hand_in(kit, student, **RIGHT if student != "dora" else {"shout": WRONG})
    graded(kit, "s01_words")
    for student in ("ann", "bob"):
        hand_in(kit, student, shout=WRONG, count=WRONG)
    hand_in(kit, "dora", **RIGHT)
    graded(kit, "s01_words")
    first, *_ = said(kit).splitlines()
    assert (
        first
        == "The grades of 3 of 4 students have changed: the checks of 1 give 6 points more, of 2 give 6 points less."
    )
    day = diff(kit)[0][4][:10]
    assert table(said(kit), CHECKS) == [
        ["s01_words/shout test_it", "3", "1 by 3", "2 by 3", day, "answer"],
        ["s01_words/count test_it", "3", "1 by 3", "2 by 3", day, "answer"],
    ]
    assert said(kit).index("up") < said(kit).index("student  ")


def test_the_sum_of_what_a_course_decided(kit: Path) -> None:
    for student in ("ann", "bob"):
        stamped(kit, student, "2026-12-01 02:00:00 UTC")
    graded(kit, "s01_words")
    graded(kit, "s01_words", course=course(kit))
    assert said(kit).startswith("The grades of 2 of 2 students have changed.\n")
    assert [row[:4] for row in table(said(kit), CHECKS)] == [["late work", "2", "", "2 by 20%"]]


def test_one_student_needs_no_sum(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    hand_in(kit, "ann", shout=WRONG)
    graded(kit, "s01_words")
    assert said(kit).startswith("student ")


def test_one_exercise_alone(kit: Path) -> None:
    for student in ("ann", "bob"):
        hand_in(kit, student, **RIGHT)
    graded(kit, "s01_words")
    for student in ("ann", "bob"):
        hand_in(kit, student, shout=WRONG, count=WRONG)
    graded(kit, "s01_words")
    assert {row[1] for row in diff(kit)} == {"s01_words/shout test_it", "s01_words/count test_it"}
    for name in ("count", "s01_words/count"):
        assert {row[1] for row in diff(kit, "--exercise", name)} == {"s01_words/count test_it"}
        assert [row[0] for row in table(said(kit, "--exercise", name), CHECKS)] == ["s01_words/count test_it"]
    assert len(diff(kit, "--exercise", "count", "--exercise", "shout")) == 4
    ran = kata(kit, "regrade-diff", "out", "--exercise", "conut")
    assert ran.returncode == 2 and "Did you mean s01_words/count?" in ran.stderr
