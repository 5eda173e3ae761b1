"""A class that is graded section by section into one folder keeps every section."""

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from conftest import COUNT, RIGHT
from test_class import hand_in, run
from test_exports import kata

from keraskata.classes.grade import ClassRun, Grade, grade_class
from keraskata.classes.results_folder import Records
from keraskata.curriculum import load
from keraskata.handed_in.reading import Reading
from keraskata.judges.client import JudgeSettings, Task, Verdict
from keraskata.judges.pool import Tell
from keraskata.results import CheckResult, Result
from keraskata.terms import Terms

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "result.schema.json").read_text())
MORE = """
title = "More"

[[exercise]]
name = "tally"
title = "Tally"
signatures = ["tally(text: str) -> int"]
"""
TALLY = RIGHT["count"].replace("count", "tally")


@pytest.fixture
def sections(kit: Path) -> Path:
    """A kit of two sections, and what ann handed in of both."""
    for name, text in {
        "curriculum/s02_more.toml": MORE,
        "graders/s02_more/test_tally.py": COUNT.replace("submission.count", "submission.tally"),
        "class/ann/s02_more/tally.py": TALLY,
    }.items():
        (kit / name).parent.mkdir(parents=True, exist_ok=True)
        (kit / name).write_text(text)
    hand_in(kit, "ann", **RIGHT)
    return kit


class Judged:
    """In the place of judges: None is wrong, and all else right."""

    def __init__(self, settings: JudgeSettings, tell: Tell) -> None:
        self._settings, self._tell = settings, tell

    def submit(self, name: str, task: Task) -> None:
        found = []
        for exercise, text in task.files.items():
            points = 0 if text is None or b"None" in text else 3
            checks = [CheckResult("test_it", "It is right.", points, 3, "passed" if points else "failed")]
            if self._settings.private:
                checks.append(CheckResult("test_secret", "A secret.", points, 3, "passed", hidden=True))
            found.append(Result(exercise, "", checks, sum(check.max_points for check in checks)))
        self._tell((name, Verdict(found)))

    def close(self) -> None:
        """Nothing has to end."""


def graded(
    kit: Path, *sections: str, kind: str = "warm", private: str = "", kept: Records | None = None, **options: Any
) -> dict[str, Grade]:
    whole = load(kit)
    settings = JudgeSettings(str(kit), Terms(kind, refusing=True), private=private)
    order = ClassRun(whole, settings, whole.exercises_of(list(sections)), **options)
    kept = kept or Records(kit / "out")
    reading = Reading(whole, kit / "class")
    with kept.held():
        grades = {grade.student: grade for grade in grade_class(order, reading, kept, Judged)}
        kept.write_table(whole)
    return grades


def record(kit: Path, student: str = "ann") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((kit / "out" / "results" / f"{student}.json").read_text())
    jsonschema.validate(found, SCHEMA)
    return found


def points(kit: Path, student: str = "ann") -> dict[str, int]:
    return {exercise["id"]: exercise["points"] for exercise in record(kit, student)["exercises"]}


def rows(file: Path) -> list[list[str]]:
    with file.open(newline="") as lines:
        return list(csv.reader(lines))


def test_the_next_section_joins_the_last_one(sections: Path) -> None:
    for section, score in (("s02_more", "3/3"), ("s01_words", "6/6")):
        said = run(sections, "--no-walls", "--section", section).stdout
        assert f"{score}\n" in said and f"of {score[-1]} points" in said
    assert points(sections) == {"s01_words/shout": 3, "s01_words/count": 3, "s02_more/tally": 3}
    assert (record(sections)["score"], record(sections)["max_score"]) == (9, 9)
    table = rows(sections / "out" / "grades.csv")
    assert table[0][4:] == ["s01_words/shout", "s01_words/count", "s02_more/tally"]
    assert table[1] == ["ann", "9", "9", "", "3", "3", "3"]
    assert kata(sections, "export", "out", "--to", "moodle", "--out", "moodle.csv").returncode == 0
    assert rows(sections / "moodle.csv") == [["Username", "s01_words", "s02_more"], ["ann", "6", "3"]]
    assert kata(sections, "class-report", "out", "--no-open").returncode == 0
    assert "s01_words/shout" in (page := (sections / "out" / "report.html").read_text()) and "s02_more/tally" in page


def test_a_section_again_says_what_changed_in_it(sections: Path) -> None:
    graded(sections, "s01_words")
    assert graded(sections, "s02_more")["ann"].before is None
    hand_in(sections, "ann", shout="shout = None\n")
    again = graded(sections, "s01_words")["ann"]
    assert (again.score, again.max_score, again.before) == (3, 6, 6)
    assert points(sections) == {"s01_words/shout": 0, "s01_words/count": 3, "s02_more/tally": 3}
    assert graded(sections, "s02_more")["ann"].before is None


def test_each_section_is_resumed_by_itself(sections: Path) -> None:
    graded(sections, "s01_words")
    graded(sections, "s02_more")
    before = record(sections)
    for section, score in (("s01_words", 6), ("s02_more", 3)):
        kept = graded(sections, section, resume=True)["ann"]
        assert kept.kept and (kept.score, kept.max_score) == (score, score)
        assert {result.exercise.split("/")[0] for result in kept.exercises} == {section}
    assert record(sections) == before
    hand_in(sections, "ann", shout="shout = None\n")
    again = graded(sections, "s01_words", resume=True)["ann"]
    assert (again.kept, again.score) == (False, 3)


def test_what_was_graded_again_in_part_is_not_resumed_as_a_whole(sections: Path) -> None:
    both = ("s01_words", "s02_more")
    graded(sections, *both)
    graded(sections, "s02_more", seed=4)
    assert [run["digest"] != "" for run in record(sections)["submission"]["runs"]] == [True, False]
    assert [graded(sections, *both, resume=True)["ann"].kept for _ in range(2)] == [False, True]


def test_how_a_section_was_graded_stays_said_of_it(sections: Path) -> None:
    private = sections / "private" / "s01_words"
    private.mkdir(parents=True)
    (private / "test_count.py").write_text(COUNT)
    graded(sections, "s01_words", private=str(private.parent), seed=4)
    first = record(sections)["exercises"]
    graded(sections, "s02_more", kind="walled")
    found = record(sections)
    assert found["exercises"][:2] == first and first[0]["checks"][1]["hidden"]
    (last, earlier) = found["submission"]["runs"]
    assert [(run["subject"], run["seed"]) for run in (found, last, earlier)] == [("walled", 0)] * 2 + [("warm", 4)]
    assert earlier["exercises"] == ["s01_words/shout", "s01_words/count"]


def test_a_problem_stays_beside_the_grades_that_it_had(sections: Path) -> None:
    stray = sections / "class" / "ann" / "s01_words" / "lost.ipynb"
    stray.write_text("{ half of")
    assert "lost.ipynb" in graded(sections, "s01_words")["ann"].problem
    stray.unlink()
    assert graded(sections, "s02_more")["ann"].problem == ""
    assert "lost.ipynb: no notebook" in rows(sections / "out" / "grades.csv")[1][3]
    graded(sections, "s01_words")
    assert rows(sections / "out" / "grades.csv")[1][3] == ""


def test_who_hands_in_only_one_section_keeps_it(sections: Path) -> None:
    graded(sections, "s01_words")
    (sections / "class" / "ann").rename(sections / "class" / "bob")
    graded(sections, "s02_more")
    assert [row[:3] for row in rows(sections / "out" / "grades.csv")[1:]] == [["ann", "6", "6"], ["bob", "3", "3"]]


def test_what_the_kit_has_no_longer_is_dropped(sections: Path) -> None:
    graded(sections, "s02_more")
    (sections / "curriculum/s02_more.toml").unlink()
    load.cache_clear()
    graded(sections, "s01_words")
    assert points(sections) == {"s01_words/shout": 3, "s01_words/count": 3}


@pytest.mark.parametrize(
    ("again", "change", "judged_again"),
    [
        ({}, "", False),
        ({"resume": True}, "", False),
        ({"fresh": True}, "", True),
        ({"seed": 4}, "", True),
        ({}, "answer", True),
        ({}, "grader", True),
    ],
)
def test_what_took_too_long_keeps_its_grade_until_something_changed(
    kit: Path, monkeypatch: pytest.MonkeyPatch, again: dict[str, Any], change: str, judged_again: bool
) -> None:
    """A class with endless loops took as long each time it was graded."""
    asked: list[str] = []

    class Endless(Judged):
        def submit(self, name: str, task: Task) -> None:
            asked.extend(exercise for exercise, text in task.files.items() if text is not None)
            checks = [CheckResult("test_it", "It is right.", 0, 3, "timed out")]
            self._tell((name, Verdict([Result(exercise, "", checks, 3) for exercise in task.files])))

    monkeypatch.setitem(globals(), "Judged", Endless)
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    assert len(asked) == 2
    if change == "answer":
        hand_in(kit, "ann", shout="shout = str.upper\n")
    elif change:
        place = kit / "graders/s01_words/test_shout.py"
        place.write_text(f"{place.read_text()}\n# stricter\n")
    grade = graded(kit, "s01_words", **again)["ann"]
    assert (len(asked) > 2, grade.kept, grade.score) == (judged_again, not judged_again, 0)


def test_the_same_submission_is_judged_once_however_late_it_is_read(kit: Path) -> None:
    """Else two who handed in the same could have two verdicts."""
    for student in ("ann", "bob", "cleo"):
        hand_in(kit, student, shout=RIGHT["shout"])
    asked: list[str] = []

    class Counted(Judged):
        def submit(self, name: str, task: Task) -> None:
            asked.append(name)
            super().submit(name, task)

    whole = load(kit)
    settings = JudgeSettings(str(kit), Terms("warm", refusing=True))
    order = ClassRun(whole, settings, list(whole.exercises.values()), fresh=True)
    kept, reading = Records(kit / "out"), Reading(whole, kit / "class")
    with kept.held():
        grades = list(grade_class(order, reading, kept, Counted))
    # asked are the exercises that no student handed in, and this
    assert len(grades) == len(reading.everyone) and len(asked) == 2, asked
