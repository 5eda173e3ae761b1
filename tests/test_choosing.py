"""What counts in a course: chosen exercises, by options or by course.toml, and the points that they give."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT
from test_class import hand_in, run
from test_class_by_section import graded, record, rows, sections
from test_exports import exported, kata, keep, result
from test_late import stamped
from test_regraded import changes

from keraskata.classes.course_file import BadCourse, Course
from keraskata.classes.screen import line
from keraskata.curriculum import load

__all__ = ["sections"]  # a fixture
POINTS = '[points]\n"s01_words/shout" = 10\n"s02_more/tally" = 1\n'


def course(kit: Path, text: str) -> Course:
    (kit / "course.toml").write_text(text)
    return Course.read(kit / "course.toml")


def chosen(kit: Path, text: str, section: list[str] | None = None, exercise: list[str] | None = None) -> list[str]:
    return [each.id for each in course(kit, text).exercises(load(kit), section or [], exercise or [])]


def test_what_counts_is_chosen_by_sections_and_exercises(sections: Path) -> None:
    everything = ["s01_words/shout", "s01_words/count", "s02_more/tally"]
    assert chosen(sections, "") == everything
    assert chosen(sections, 'exercises = ["s02_more/tally", "s01_words"]') == everything
    assert chosen(sections, 'exercises = ["tally", "shout"]') == ["s01_words/shout", "s02_more/tally"]
    assert chosen(sections, 'exercises = ["s02"]', ["s01"]) == everything[:2]  # an option counts before the file
    assert chosen(sections, "", ["s02_more"], ["s01_words/count"]) == ["s01_words/count", "s02_more/tally"]
    assert chosen(sections, 'exercises = ["tally"]', [], ["count", "count"]) == ["s01_words/count"]


def test_the_command_grades_only_what_is_chosen(sections: Path) -> None:
    ran = run(sections, "--no-walls", "--exercise", "s01_words/count", "--exercise", "tally")
    assert ran.returncode == 0 and "1 submissions, 2 exercises." in ran.stdout, ran.stderr
    assert rows(sections / "out/grades.csv")[0][4:] == ["s01_words/count", "s02_more/tally"]
    ran = run(sections, "--exercise", "shuot")
    assert ran.returncode == 2 and "Did you mean s01_words/shout?" in ran.stderr
    course(sections, 'exercises = ["s09"]')
    ran = run(sections, "--course", "course.toml")
    assert ran.returncode == 2 and "There is no exercise s09" in ran.stderr


def test_exercises_give_the_points_of_the_course(sections: Path) -> None:
    hand_in(sections, "bob", shout="shout = None\n", count=RIGHT["count"])
    grades = graded(sections, "s01_words", "s02_more", course=course(sections, POINTS))
    assert {name: (grade.final, grade.most) for name, grade in grades.items()} == {"ann": (14, 14), "bob": (3, 14)}
    assert line(grades["bob"]).split()[1] == "3/14"
    assert (record(sections)["score"], record(sections)["grade"], record(sections)["max_grade"]) == (9, 14, 14)
    assert rows(sections / "out/grades.csv")[1:] == [
        ["ann", "14", "14", "", "10", "3", "1"],
        ["bob", "3", "14", "", "0", "3", "0"],
    ]
    assert exported(sections / "out", "--to", "canvas")[1:] == [
        ["    Points Possible", "", "", "", "", "13", "1"],
        ["ann", "", "", "ann", "", "13", "1"],
        ["bob", "", "", "bob", "", "3", "0"],
    ]
    assert kata(sections, "class-report", "out", "--no-open").returncode == 0
    assert "of 9 points on average" in (sections / "out/report.html").read_text(encoding="utf-8")


def test_points_and_lateness_together(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    due = 'due = 2026-11-30T00:00:00Z\nlate = "10% a day"\n'
    grade = graded(kit, "s01_words", course=course(kit, due + '[points]\n"s01_words/shout" = 10\n'))["ann"]
    assert (grade.final, grade.most) == (pytest.approx(10.4), 13)
    assert "10.4/13  26 h late: 20% of 13 points taken off" in line(grade)


def test_an_exercise_may_count_nothing(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words", course=course(kit, '[points]\n"s01_words/shout" = 0\n"s01_words/count" = 7\n'))
    assert (record(kit)["grade"], record(kit)["max_grade"]) == (7, 7)


def test_thirds_are_rounded_to_two_decimals(tmp_path: Path) -> None:
    for student, points in (("ann", 1), ("bob", 2)):
        keep(tmp_path, student, [result("s01_words/shout", points, 3), result("s01_words/count", 1, 3)])
        place = tmp_path / "results" / f"{student}.json"
        known = json.loads(place.read_text())
        for exercise in known["exercises"]:
            exercise["worth"] = 10
        place.write_text(json.dumps(known))
    assert exported(tmp_path, "--to", "moodle")[1:] == [["ann", "6.66"], ["bob", "10"]]


def test_a_resumed_run_gives_the_points_of_now(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    graded(kit, "s01_words")
    again = graded(kit, "s01_words", course=course(kit, '[points]\n"s01_words/shout" = 10\n'), resume=True)["ann"]
    assert again.kept and (again.final, again.most, again.before) == (13, 13, 6)
    assert changes(kit) == [("ann", "s01_words/shout", "worth 3", "worth 10", "course")]
    graded(kit, "s01_words", resume=True)
    assert "grade" not in record(kit)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("exercises = 7", "a list of sections and exercises"),
        ("exercises = [7]", "a list of sections and exercises"),
        ("points = 7", "[points]"),
        ('[points]\n"s01_words/shout" = -1', "a whole number"),
        ('[points]\n"s01_words/shout" = 1.5', "a whole number"),
        ('[points]\n"s01_words/shout" = true', "a whole number"),
    ],
)
def test_what_is_wrong_in_the_file_is_told(kit: Path, text: str, said: str) -> None:
    with pytest.raises(BadCourse, match=r"course\.toml") as told:
        course(kit, text)
    assert said in str(told.value)


def test_points_of_no_exercise_are_told(sections: Path) -> None:
    course(sections, '[points]\n"s01_words/shuot" = 2\n')
    ran: Any = run(sections, "--course", "course.toml")
    assert ran.returncode == 2 and "Did you mean s01_words/shout?" in ran.stderr
