"""What counts in a course: chosen exercises, by options or by course.toml, and the points that they give."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from conftest import COUNT, RIGHT
from test_class import hand_in, run
from test_class_by_section import TALLY, graded, record, rows, sections
from test_exports import exported, kata, keep, result
from test_late import stamped
from test_regraded import changes

from keraskata.classes.course_file import BadCourse, Course
from keraskata.classes.screen import line
from keraskata.curriculum import load
from keraskata.report.counting import parts
from keraskata.report.gradescope import results_json
from keraskata.report.hosted import Hosted
from keraskata.results import CheckResult, Result

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


@pytest.mark.parametrize(
    ("worth", "most", "expected"),
    [
        (10, [2, 1, 3], [3.33, 1.67, 5]),
        (6, [2, 1, 3], [2, 1, 3]),
        (0, [2, 1], [0, 0]),
        (7, [0, 0], [0, 0]),
        (1, [1] * 3, [0.33, 0.34, 0.33]),
    ],
)
def test_the_points_of_an_exercise_are_split_over_its_checks(
    worth: int, most: list[int], expected: list[float]
) -> None:
    found = parts(worth, most)
    assert found == expected and sum(found) == pytest.approx(worth if any(most) else 0)


COURSE = f'exercises = ["s01_words/shout", "s02_more"]\ndue = 2026-12-05T23:59:00+01:00\n{POINTS}'


def test_an_nbgrader_course_has_what_counts_and_its_points(sections: Path) -> None:
    pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    for tree in ("exercises", "solutions"):
        (sections / tree / "s02_more").mkdir()
        (sections / tree / "s02_more/tally.py").write_text(TALLY)
    build = ("notebooks", "build", "course")
    assert kata(sections, *build).returncode == 0
    (sections / "course.toml").write_text(COURSE)
    place = sections / "course/private/s01_words/test_shout.py"
    place.parent.mkdir(parents=True)
    place.write_text(COUNT)
    ran = kata(sections, *build, "--course", "course.toml")
    assert ran.returncode == 0 and "nbgrader's to know" in ran.stdout, ran.stdout + ran.stderr
    assert (
        "DOES NOT COUNT, left as it is (delete it to have it out of the course): source/s01_words/count" in ran.stdout
    )
    assert "generate_assignment s01_words" in ran.stdout
    found = {}
    for name in ("s01_words/shout", "s02_more/tally"):
        cells = json.loads((sections / f"course/source/{name}.ipynb").read_text())["cells"]
        about = {cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"]["nbgrader"] for cell in cells}
        found[name] = {each: mark["points"] for each, mark in about.items() if mark["grade"]}
    assert found == {
        "s01_words/shout": {"test_upper": 3.33, "test_empty": 1.67, "private": 5},
        "s02_more/tally": {"test_words": 1},
    }
    (sections / "course.toml").write_text("points = 3\n")
    ran = kata(sections, *build, "--course", "course.toml")
    assert ran.returncode == 2 and "[points] should be a table" in ran.stderr


def test_gradescope_has_what_counts_and_its_points(sections: Path) -> None:
    (sections / "course.toml").write_text(COURSE)
    ran = kata(sections, "gradescope", "--course", "course.toml", "--out", "autograder.zip")
    assert ran.returncode == 0 and "set it there" in ran.stdout, ran.stderr
    with ZipFile(sections / "autograder.zip") as archive:
        choices = json.loads(archive.read("choices.json"))
    assert choices["exercises"] == ["s01_words/shout", "s02_more/tally"]
    assert choices["points"] == {"s01_words/shout": 10, "s02_more/tally": 1}
    ran = kata(sections, "gradescope", "s01_words", "--course", "course.toml", "--out", "autograder.zip")
    with ZipFile(sections / "autograder.zip") as archive:
        assert json.loads(archive.read("choices.json"))["exercises"] == ["s01_words/shout", "s01_words/count"]
    ran = kata(sections, "gradescope", "--out", "autograder.zip")
    assert ran.returncode == 2 and "Name the sections that count, or the --course" in ran.stderr


def test_gradescope_shows_the_points_of_the_course() -> None:
    checks = [
        CheckResult("test_upper", "In capitals.", 2, 2, "passed"),
        CheckResult("test_empty", "Empty stays empty.", 0, 1, "failed"),
    ]
    shown = Result("s01_words/shout", "", checks, 3)
    found = results_json(Hosted([shown, Result("s01_words/count", "", checks[:1], 2)], "", {"s01_words/shout": 10}))
    assert (found["score"], found["output"]) == (8.67, "8.67 of 12 points.")
    assert [(test["score"], test["max_score"]) for test in found["tests"]] == [(6.67, 6.67), (0, 3.33), (2, 2)]
