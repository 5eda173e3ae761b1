"""What handing in late costs: the course's date, its policy, extensions, and how a grade that came of it is shown."""

import csv
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT
from pages import Parsed, sound
from test_class import hand_in, run
from test_class_by_section import graded, record, rows, sections
from test_downloads import BLACKBOARD, CANVAS, COUNT, EXCHANGE, GRADESCOPE, SHOUT, Files, put, zipped
from test_exports import exported, kata
from test_exports import graded as results

from keraskata.classes.bookkeeping import Bookkeeping
from keraskata.classes.course_file import BadCourse, Course
from keraskata.classes.late import moment
from keraskata.classes.record_files import everyone
from keraskata.classes.record_form import wrong
from keraskata.classes.screen import line, summary
from keraskata.handed_in.downloads import sorted_out

__all__ = ["sections"]  # a fixture
DUE, LATE = "2026-11-30T00:00:00Z", "10% a day, at most 50%"


def course(folder: Path, due: str = DUE, late: str = LATE, more: str = "") -> Course:
    (folder / "course.toml").write_text(f'due = "{due}"\nlate = "{late}"\n{more}')
    return Course.read(folder / "course.toml")


def stamped(kit: Path, student: str, when: str, folder: str = "") -> None:
    hand_in(kit, student, **RIGHT)
    (kit / "class" / student / folder).mkdir(parents=True, exist_ok=True)
    (kit / "class" / student / folder / "timestamp.txt").write_text(when)


def late(kit: Path, student: str = "ann") -> dict[str, Any]:
    found: dict[str, Any] = record(kit, student)["submission"]["runs"][0]["late"]
    return found


def cells(page: Parsed) -> str:
    return " ".join(text.strip() for tag, _, texts in page.elements if tag in ("th", "td") for text in texts)


@pytest.mark.parametrize(
    ("when", "hours", "percent"),
    [
        ("2026-11-29 23:59:59.999999 UTC", 0, 0),
        ("2026-11-30 00:00:00.000000 UTC", 0, 0),
        ("2026-11-30 00:00:00.000001 UTC", 0.1, 10),
        ("2026-12-01 00:00:00.000000 UTC", 24, 10),
        ("2026-12-01 00:00:01 UTC\n", 24.1, 20),
        ("2026-12-01 01:00:00 +0100", 24, 10),
        ("2026-12-03 09:30:00", 81.5, 40),
        ("2027-06-01 00:00:00 UTC", 4392, 50),
        ("9999-12-31 23:59:59 UTC", 69890640, 50),
    ],
)
def test_each_day_that_has_begun_counts(kit: Path, when: str, hours: float, percent: int) -> None:
    stamped(kit, "ann", when)
    grade = graded(kit, "s01_words", course=course(kit))["ann"]
    assert (late(kit)["hours"], late(kit)["percent"]) == (hours, percent)
    assert (grade.score, grade.final) == (6, pytest.approx(6 - 6 * percent / 100))
    assert record(kit)["grade"] == grade.final and late(kit)["taken_off"] == pytest.approx(6 * percent / 100)


def test_how_a_late_grade_came_about_is_shown_everywhere(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC", "s01_words")
    stamped(kit, "bob", "2026-11-20 02:00:00 UTC", "s01_words")
    stamped(kit, "eve", "2026-12-01 02:00:00 UTC", "s01_words")
    hand_in(kit, "zoe", **RIGHT)
    course(kit, more='[extensions]\neve = "2026-12-05T23:59Z"\nanne = 2026-12-05T23:59:00Z\n')
    ran = run(kit, "--no-walls", "--course", "course.toml")
    said = {line.split()[0]: " ".join(line.split()[1:]) for line in ran.stdout.splitlines() if "/6" in line}
    assert ran.returncode == 0, ran.stderr
    assert said["ann"] == "4.8/6 26 h late: 20% of 6 points taken off"
    assert said["bob"] == "6/6"
    assert said["eve"] == "6/6 in time, with an extension until 2026-12-05T23:59:00+00:00"
    assert said["zoe"] == "6/6 time unknown"
    assert "Nothing says when 1 of the 4 handed in; none of these lost points for being late." in ran.stdout
    assert "Nobody of this name handed in: anne, who has an extension" in ran.stderr
    table = [dict(zip(rows(kit / "out/grades.csv")[0], row, strict=True)) for row in rows(kit / "out/grades.csv")[1:]]
    assert [(row["student"], row["score"], row["earned"], row["hours_late"], row["taken_off"]) for row in table] == [
        ("ann", "4.8", "6", "26", "1.2"),
        ("bob", "6", "6", "0", "0"),
        ("eve", "6", "6", "0", "0"),
        ("zoe", "6", "6", "", "0"),
    ]
    for place, column in (("canvas", -1), ("moodle", -1)):
        assert {row[0]: row[column] for row in exported(kit / "out", "--to", place)}["ann"] == "4.8"
    nbgrader = {row[3]: row[1:3] + row[7:] for row in exported(kit / "out", "--to", "nbgrader")[1:]}
    assert nbgrader["ann"] == [
        *("2026-11-30T00:00:00+00:00", "2026-12-01T02:00:00+00:00"),
        *("6.0", "1.2", "4.8", "6.0"),
    ]
    assert (
        "ann: 26 h late: 20% of 6 points taken off"
        in kata(kit, "export", "out", "--to", "moodle", "--out", "m.csv").stdout
    )
    assert kata(kit, "class-report", "out", "--no-open").returncode == 0
    page = sound((kit / "out/report.html").read_text(encoding="utf-8"))
    assert "ann 6 1.2 4.8 26 h late: 20% of 6 points taken off" in cells(page)
    assert kata(kit, "feedback", "out").returncode == 0
    said = " ".join(sound((kit / "out/feedback/ann.html").read_text(encoding="utf-8")).texts("p"))
    assert "What counts: 4.8 of 6 points." in said and "26 h late: 20% of 6 points taken off." in said


def test_the_gradebook_has_the_penalty(tmp_path: Path) -> None:
    api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    address = f"sqlite:///{tmp_path}/gradebook.db"
    for percent, penalty in ((20, 1.2), (0, 0)):
        book = Bookkeeping(address)
        book.put("ann", results(3, 3, 4), percent)
        book.close()
        with api.Gradebook(address) as theirs:
            assert theirs.find_submission("s01_words", "ann").late_submission_penalty == pytest.approx(penalty)


def test_without_a_date_nothing_is_said_of_time(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    graded(kit, "s01_words")
    assert "grade" not in record(kit) and "late" not in record(kit)["submission"]["runs"][0]
    assert "earned" not in rows(kit / "out/grades.csv")[0]


def test_a_date_without_a_policy_says_how_late_and_takes_nothing(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    (kit / "course.toml").write_text(f"due = {DUE}\n")
    assert graded(kit, "s01_words", course=Course.read(kit / "course.toml"))["ann"].final == 6
    assert (late(kit)["hours"], late(kit)["percent"]) == (26, 0)


def test_a_resumed_run_takes_the_date_of_now(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    assert graded(kit, "s01_words", course=course(kit))["ann"].final == pytest.approx(4.8)
    more = "[extensions]\nann = 2026-12-05T23:59:00+01:00\n"
    again = graded(kit, "s01_words", course=course(kit, more=more), resume=True)["ann"]
    assert again.kept and (again.before, again.final) == (pytest.approx(4.8), 6)
    assert late(kit)["extension"] and record(kit)["grade"] == 6
    assert graded(kit, "s01_words", resume=True)["ann"].before is None and "grade" not in record(kit)


def test_each_section_keeps_the_date_that_it_had(sections: Path) -> None:
    stamped(sections, "ann", "2026-12-01 02:00:00 UTC")
    graded(sections, "s01_words", course=course(sections))
    graded(sections, "s02_more")
    assert (record(sections)["score"], record(sections)["grade"]) == (9, pytest.approx(7.8))
    assert exported(sections / "out", "--to", "moodle")[1] == ["ann", "4.8", "3"]


def test_the_time_of_another_section_does_not_count(sections: Path) -> None:
    for folder, when in (("s01_words", "2026-11-29 00:00:00 UTC"), ("s02_more", "2026-12-09 00:00:00 UTC")):
        stamped(sections, "ann", when, folder)
    assert graded(sections, "s01_words", course=course(sections))["ann"].final == 6
    assert graded(sections, "s02_more", course=course(sections))["ann"].final == pytest.approx(1.5)


EARLY, AFTER = "2026-11-28 09:00:00 UTC", "2026-12-01 02:00:00 UTC"
ELSEWHERE = {
    "exchange": {
        f"ann+s01_words+{EARLY}+a/notes.txt": "?",
        f"ann+s02_more+{AFTER}+b/shout.py": SHOUT,
        f"bob+s01_words+{AFTER}+a/notes.txt": "?",
        f"bob+s02_more+{EARLY}+b/shout.py": SHOUT,
        f"cy+s02_more+{AFTER}+b/shout.py": SHOUT,
        f"di+s01_words+{EARLY}+a/count.py": COUNT,
        f"di+s02_more+{AFTER}+b/work.zip": zipped({"shout.py": SHOUT}),
        f"eve+s01_words+{AFTER}+a/notes.txt": "?",
        f"eve+s02_more+{EARLY}+a/notes.txt": "?",
    },
    "folders": {
        "ann/s01_words/timestamp.txt": EARLY,
        "ann/s02_more/timestamp.txt": AFTER,
        "ann/s02_more/shout.py": SHOUT,
        "bob/timestamp.txt": AFTER,
        "bob/s02_more/timestamp.txt": EARLY,
        "bob/s02_more/shout.py": SHOUT,
        "cy/s02_more/timestamp.txt": AFTER,
        "cy/s02_more/shout.py": SHOUT,
        "di/timestamp.txt": EARLY,
        "di/count.py": COUNT,
        "di/s02_more/timestamp.txt": AFTER,
        "di/s02_more/work.zip": zipped({"shout.py": SHOUT, "timestamp.txt": EARLY}),
        "eve/s01_words/timestamp.txt": AFTER,
        "eve/s02_more/timestamp.txt": EARLY,
        "fay/shout.py": SHOUT,
        "fay/s01_words/timestamp.txt": AFTER,
        "fay/s02_more/timestamp.txt": EARLY,
    },
}


@pytest.mark.parametrize("form", ELSEWHERE)
def test_a_file_has_the_time_that_it_was_handed_in_with(sections: Path, form: str) -> None:
    """An attack: the answer came late for another section, whose time did not count; an early one had no answer."""
    shutil.rmtree(sections / "class")
    put(sections / "class", ELSEWHERE[form])
    graded(sections, "s01_words", course=course(sections))
    expected = {"ann": 20, "bob": 0, "cy": 20, "di": 20, "eve": 20, "fay": 20}
    students = {name.partition("+")[0].partition("/")[0] for name in ELSEWHERE[form]}
    assert {name: late(sections, name)["percent"] for name in students} == {name: expected[name] for name in students}


def percents(kit: Path, files: Files, **options: Any) -> dict[str, tuple[str, float, int]]:
    put(kit / "class", files)
    graded(kit, "s01_words", course=course(kit, **options))
    found = {}
    for each in everyone(kit / "out"):
        said = each["submission"]["runs"][0]["late"]
        found[each["submission"]["student"]] = said["handed_in"], said["hours"], said["percent"]
    return found


def test_downloads_say_when_something_was_handed_in(kit: Path) -> None:
    assert percents(kit, GRADESCOPE) == {
        "Jane Doe_0047": ("2026-11-30T09:15:00.123000+00:00", 9.3, 10),
        "bob@example.edu": ("", 0, 0),
        "Zoë May_48": ("", 0, 0),
    }


def test_the_exchange_says_when(kit: Path) -> None:
    lying = {f"{next(iter(EXCHANGE))[:-8]}timestamp.txt": "2001-01-01 00:00:00 UTC"}
    assert percents(kit, {**EXCHANGE, **lying}) == {
        "jane": ("2026-11-30T09:15:00.000001+00:00", 9.3, 10),
        "b+ob": ("2026-11-30T09:15:00.000001+00:00", 9.3, 10),
    }


def test_blackboard_says_when_in_the_zone_of_the_course(kit: Path) -> None:
    assert percents(kit, BLACKBOARD, due="2026-11-30T00:00:00+02:00") == {
        "jane_doe": ("2026-11-30T09:15:00+02:00", 9.3, 10),
        "roe": ("2026-11-28T23:59:59+02:00", 0, 0),
        "may": ("2026-11-28T23:59:58+02:00", 0, 0),
    }


def test_who_is_marked_late_without_a_time_is_named_and_loses_nothing(kit: Path) -> None:
    files = {**CANVAS, "roebob_LATE_4712_90214_timestamp.txt": "2001-01-01 00:00:00 UTC"}
    assert set(percents(kit, files).values()) == {("", 0, 0)}
    grades = graded(kit, "s01_words", course=course(kit))
    lines = {name: line(grade) for name, grade in grades.items()}
    assert "marked late by Canvas, which does not say by how much: nothing taken off" in lines["roebob_4712"]
    assert "marked" not in lines["roebob_4713"] and "time unknown" in lines["roebob_4713"]
    assert (
        summary([*grades.values()])[-1]
        == "Nothing says when 3 of the 4 handed in; none of these lost points for being late."
    )


NO_ZONES = ["XYZ", "CETZ", "XUTC", "UTCZ", "A GMT", "ZZ", "utcX", "X", "NZ"]


@pytest.mark.parametrize("zone", NO_ZONES)
@pytest.mark.parametrize("time", ["2026-11-29 00:00:00", "2026-11-29 00:00:00.5", "2026-11-29T00:00", "2026-11-29"])
@pytest.mark.parametrize("between", ["", " "])
def test_a_zone_that_is_none_is_not_taken_for_utc(time: str, zone: str, between: str) -> None:
    assert moment(f"{time}{between}{zone}", None) is None


@pytest.mark.parametrize("said", ["", "yesterday", "2026-13-45 00:00:00 UTC", "2026-11-29 00:00:00 CET", "\x00\xff"])
def test_a_time_that_cannot_be_read_is_unknown(kit: Path, said: str) -> None:
    stamped(kit, "ann", said)
    assert graded(kit, "s01_words", course=course(kit))["ann"].final == 6
    assert late(kit)["handed_in"] == ""


def test_a_time_in_an_archive_that_a_student_packed_is_not_believed(kit: Path) -> None:
    (kit / "class").mkdir()
    packed = zipped({"shout.py": SHOUT, "count.py": COUNT, "timestamp.txt": "2001-01-01 00:00:00 UTC"})
    (kit / "class" / "ann.zip").write_bytes(packed)
    graded(kit, "s01_words", course=course(kit))
    assert late(kit)["handed_in"] == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("due = 2026-11-30", "a time and a zone"),
        ("due = 2026-11-30T00:00:00", "a time and a zone"),
        ("due = 2026-11-30T00:00Z", "or stands in quotes"),
        ("due = 7", "a time and a zone"),
        (f'late = "{LATE}"', "needs `due`"),
        (f'due = {DUE}\nlate = "a lot"', '"10% a day, at most 50%"'),
        (f'due = {DUE}\nlate = "110% a day"', '"10% a day, at most 50%"'),
        (f"due = {DUE}\nlate = 10", '"10% a day, at most 50%"'),
        (f"due = {DUE}\ndeu = 7", "unknown: deu"),
        (f"due = {DUE}\n[extensions]\nann = 2026-11-29T00:00:00Z", "before `due`"),
        (f"due = {DUE}\n[extensions]\nann = 'soon'", "a time and a zone"),
        ("[extensions]\nann = 2026-11-29T00:00:00Z", "needs `due`"),
        (f"due = {DUE}\nextensions = 7", "[extensions]"),
        ("due = ", "cannot be read"),
    ],
)
def test_a_file_that_is_wrong_is_told(kit: Path, text: str, said: str) -> None:
    (kit / "course.toml").write_text(text)
    with pytest.raises(BadCourse) as told:
        Course.read(kit / "course.toml")
    assert said in str(told.value) and "course.toml" in str(told.value)


def test_bad_options_are_told_before_anything_is_graded(kit: Path) -> None:
    hand_in(kit, "ann", **RIGHT)
    for options, said in (
        (["--due", "tomorrow"], "--due is 'tomorrow'"),
        (["--late", LATE], "`late` needs `due`"),
        (["--course", "nowhere.toml"], "nowhere.toml"),
        (["--due", DUE, "--late", "x"], "--late is 'x'"),
    ):
        ran = run(kit, *options)
        assert ran.returncode == 2 and said in ran.stderr and "Traceback" not in ran.stderr, ran.stderr
    assert not (kit / "out").exists()


def test_an_option_counts_before_the_file(kit: Path) -> None:
    found = course(kit).chosen(due="2026-12-24T00:00:00Z", late="")
    assert found.due and found.due.isoformat() == "2026-12-24T00:00:00+00:00" and found.policy


def test_a_record_whose_penalty_does_not_add_up_is_none(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    graded(kit, "s01_words", course=course(kit))
    found = record(kit)
    assert wrong(found) == ""
    for grade in (6, 4, -1, 1e9):
        assert "grade does not add up" in wrong({**found, "grade": grade})
    found["submission"]["runs"][0]["late"]["percent"] = 120
    assert wrong(json.loads(json.dumps(found)))


def test_anonymous_pages_have_no_name_among_the_late(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    graded(kit, "s01_words", course=course(kit))
    kata(kit, "class-report", "out", "--no-open", "--anonymous")
    page = sound((kit / "out/report.html").read_text(encoding="utf-8"))
    assert "student 1 6 1.2 4.8 26 h late: 20% of 6 points taken off" in cells(page)


def test_csv_columns_are_numbers(kit: Path) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    graded(kit, "s01_words", course=course(kit))
    with (kit / "out/grades.csv").open(newline="") as file:
        (row,) = csv.DictReader(file)
    assert float(row["earned"]) - float(row["taken_off"]) == pytest.approx(float(row["score"]))


def test_odd_names_and_times_in_a_download_hold_up_nobody(kit: Path) -> None:
    odd = os.fsdecode(b"ann+s\xff01+2026-11-30 09:15:00 UTC")
    put(kit / "class", {f"{odd}/shout.py": SHOUT, "bob+s01_words+2026-11-30 09:15:00 \udcff/shout.py": SHOUT})
    grades = graded(kit, "s01_words", course=course(kit))
    assert {name: (grade.late or {})["percent"] for name, grade in grades.items()} == {"ann": 10, "bob": 0}
    files = {**GRADESCOPE, "submission_metadata.yml": GRADESCOPE["submission_metadata.yml"].replace("2026-", "x" * 900)}
    assert len(next(iter(sorted_out(put(kit / "other", files)).when["Jane Doe_0047"].values()))) < 200


@pytest.mark.parametrize("hours", [float("nan"), float("inf"), -1])
def test_a_record_with_odd_hours_is_none(kit: Path, hours: float) -> None:
    stamped(kit, "ann", "2026-12-01 02:00:00 UTC")
    graded(kit, "s01_words", course=course(kit))
    found = record(kit)
    found["submission"]["runs"][0]["late"]["hours"] = hours
    assert "hours" in wrong(found)
