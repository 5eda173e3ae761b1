"""Exports and the roster: who handed in nothing, and who left."""

import re
from pathlib import Path

import pytest
from pages import sound
from test_exports import exported, graded, grades, kata, keep, result

__all__ = ["grades"]  # a fixture
ROSTERS = {
    "canvas": (
        "Student,ID,SIS Login ID,Section,s01_words (77)\n    Points Possible,,,,6\n"
        "Liddell Alice,1,alice,A,\nBone Bob,2,bob@example.edu,A,\nOne,3,=1+1,A,\nMay Zoë,4,zoe,A,\n"
    ),
    "moodle": "Username,Email address\nalice,\nx,bob@example.edu\n=1+1,\nzoe,z@x.edu\n",
    "nbgrader": "id,first_name,last_name,email\nalice,,,\nbob@example.edu,,,\n=1+1,,,\nzoe,Zoë,May,z@x.edu\n",
}


def export(folder: Path, *options: str) -> tuple[int, str, str]:
    ran = kata(folder, "export", ".", "--out", "out.csv", *options)
    assert "Traceback" not in ran.stderr
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize("place", ROSTERS)
def test_who_handed_in_nothing_is_named_and_has_no_row(grades: Path, place: str) -> None:
    (grades / "roster.csv").write_text(ROSTERS[place], encoding="utf-8")
    rows = exported(grades, "--to", place, "--roster", "roster.csv")
    assert not [row for row in rows if "zoe" in row]
    status, said, _ = export(grades, "--to", place, "--roster", "roster.csv")
    assert status == 0 and "1 in the roster handed in nothing, and has no row: zoe." in said


@pytest.mark.parametrize("place", ROSTERS)
def test_who_handed_in_nothing_gets_zeros_if_told(grades: Path, place: str) -> None:
    (grades / "roster.csv").write_text(ROSTERS[place], encoding="utf-8")
    plain = exported(grades, "--to", place, "--roster", "roster.csv")
    rows = exported(grades, "--to", place, "--roster", "roster.csv", "--missing", "zero")
    mine = [row for row in rows if "zoe" in row]
    assert [row for row in rows if row not in mine] == plain
    assert len(mine) == (2 if place == "nbgrader" else 1)
    for row in mine:
        assert float(row[-2]) == 0 and (place == "nbgrader" or float(row[-1]) == 0)
    assert (
        "1 in the roster handed in nothing, and has zeros: zoe."
        in export(*(grades, "--to", place, "--roster", "roster.csv", "--missing", "zero"))[1]
    )


def test_a_section_that_a_student_did_not_hand_in_is_zero_too(grades: Path) -> None:
    keep(grades, "carol", [result("s01_words/shout", 3, 3), result("s01_words/count", 1, 3)])
    (grades / "roster.csv").write_text("Username\nalice\ncarol\nzoe\n")
    options = ("--to", "moodle", "--roster", "roster.csv", "--without", "=1+1", "--without", "bob@example.edu")
    assert exported(grades, *options)[1:] == [["alice", "6", "4"], ["carol", "4", ""]]
    assert exported(grades, *options, "--missing", "zero")[1:] == [
        *(["alice", "6", "4"], ["carol", "4", "0"], ["zoe", "0", "0"])
    ]


def test_zeros_need_a_roster(grades: Path) -> None:
    status, _, said = export(grades, "--to", "moodle", "--missing", "zero")
    assert status == 2 and "--missing zero needs --roster" in said


def test_who_left_is_left_out_without_a_complaint(grades: Path) -> None:
    rows = exported(grades, "--to", "moodle", "--without", "alice")
    assert [row[0] for row in rows[1:]] == ["'=1+1", "bob@example.edu"]
    (grades / "roster.csv").write_text("Username\nalice\nbob@example.edu\nzoe\n")
    status, said, err = export(
        *(grades, "--to", "moodle", "--roster", "roster.csv", "--missing", "zero"),
        *("--without", "=1+1", "--without", "zoe"),
    )
    assert (
        status == 0 and err == "" and "zoe" not in (grades / "out.csv").read_text() and "handed in nothing" not in said
    )
    status, _, err = export(grades, "--to", "moodle", "--without", "alise")
    assert status == 2 and "There is no student alise" in err and "alice" in err


def test_the_page_leaves_out_who_left(grades: Path) -> None:
    ran = kata(grades, "class-report", ".", "--no-open", "--without", "=1+1")
    assert ran.returncode == 0, ran.stderr
    said = " ".join(sound((grades / "report.html").read_text(encoding="utf-8")).texts("body"))
    assert re.search(r"2 students, \d+ of 10 points", said)
    ran = kata(grades, "class-report", ".", "--no-open", *(f"--without={name}" for name in ("=1+1", "alice")))
    assert ran.returncode == 0
    everyone = ("=1+1", "alice", "bob@example.edu")
    ran = kata(grades, "class-report", ".", "--no-open", *(f"--without={name}" for name in everyone))
    assert ran.returncode == 2 and "Nobody is left" in ran.stderr


def test_two_rows_of_one_name_both_get_zeros(tmp_path: Path) -> None:
    keep(tmp_path, "alice", graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text("Username,Email address\nalice,\nzoe,a@x.edu\nzoe,b@x.edu\n,\n")
    rows = exported(tmp_path, "--to", "moodle", "--roster", "roster.csv", "--missing", "zero")
    assert rows[1:] == [["alice", "", "6", "4"], ["zoe", "a@x.edu", "0", "0"], ["zoe", "b@x.edu", "0", "0"]]


def test_nobody_is_left_out_by_a_mistake(grades: Path) -> None:
    ran = kata(grades, "class-report", ".", "--no-open", "--without", "alise")
    assert ran.returncode == 2 and "There is no student alise. There are: =1+1, alice" in ran.stderr


def test_canvas_test_student_is_nobody(grades: Path) -> None:
    test = '"Student, Test",99,,0123456789abcdef0123456789abcdef01234567,A,\n'
    columns = "Student,ID,SIS User ID,SIS Login ID,Section,s01_words (77)\n"
    lines = ["Liddell Alice,1,,alice,A,\n", '"Student, Test",5,S5,tom,A,\n']  # a person of this name has an id
    (grades / "roster.csv").write_text(
        "".join([columns, "    Points Possible,,,,,6\n", test, *lines]), encoding="utf-8"
    )
    options = ("--to", "canvas", "--roster", "roster.csv", "--without", "=1+1", "--without", "bob@example.edu")
    rows = exported(grades, *options, "--missing", "zero")
    assert [row[1] for row in rows[2:]] == ["1", "5"]
    assert "1 in the roster handed in nothing, and has no row: tom." in export(grades, *options)[1]


@pytest.mark.parametrize("place", ROSTERS)
def test_the_page_lists_who_handed_in_nothing(grades: Path, place: str) -> None:
    (grades / "roster.csv").write_text(ROSTERS[place], encoding="utf-8")

    def page(*options: str) -> str:
        ran = kata(grades, "class-report", ".", "--no-open", *options)
        assert ran.returncode == 0, ran.stderr
        return " ".join(sound((grades / "report.html").read_text(encoding="utf-8")).texts("body"))

    said = page("--roster", "roster.csv")
    assert "1 in the roster: All other figures on this page are without them. zoe" in said
    anonymous = page("--roster", "roster.csv", "--anonymous")
    assert "1 in the roster. All other" in anonymous and "zoe" not in anonymous
    assert "Nobody: all in the roster" in page("--roster", "roster.csv", "--without", "zoe")
    assert "in the roster" not in page()


def test_a_list_of_nobodys_system_is_refused_with_the_columns_that_it_needs(grades: Path) -> None:
    (grades / "roster.csv").write_text("Matrikel,Name\n1,Alice\n")
    ran = kata(grades, "class-report", ".", "--no-open", "--roster", "roster.csv")
    assert ran.returncode == 2 and "Traceback" not in ran.stderr
    assert "Canvas" in ran.stderr and "Moodle" in ran.stderr and "SIS Login ID" in ran.stderr


def test_who_was_absent_from_a_second_run_has_the_points_of_the_first(grades: Path) -> None:
    """It stopped the export and the class page for the whole class."""
    keep(grades, "cy", [result("s01_words/shout", 2, 3), result("s02_more/last", 4, 4)])
    assert ["cy", "2", "4"] in exported(grades, "--to", "moodle")
    said = export(grades, "--to", "moodle")[1]
    assert "cy: not graded in s01_words/count, which give no points" in said
    assert re.search(r"s01_words +6 points", said)
    ran = kata(grades, "class-report", ".", "--no-open")
    assert ran.returncode == 0, ran.stderr
    assert "of 10 points" in " ".join(sound((grades / "report.html").read_text(encoding="utf-8")).texts("body"))


def test_who_is_left_out_takes_nobody_along(tmp_path: Path) -> None:
    """Jane, whose number a folder had that was left out as advised, had neither zeros nor a line."""
    for student in ("Mallory N_77", "Bob Roe_78"):
        keep(tmp_path, student, graded(3, 3, 4))
    names = "First name,Last name,ID number,Email address\n"
    (tmp_path / "roster.csv").write_text(f"{names}Jane,Doe,77,jane@x\nBob,Roe,78,bob@x\n")
    options = ("--to", "moodle", "--roster", "roster.csv", "--missing", "zero", "--without", "Mallory N_77")
    assert [row[3:] for row in exported(tmp_path, *options)[1:]] == [["bob@x", "6", "4"], ["jane@x", "0", "0"]]


def test_who_has_no_number_and_handed_in_nothing_goes_by_the_name(tmp_path: Path) -> None:
    keep(tmp_path, "Bob Roe_4711", graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text("First name,Last name,ID number\nBob,Roe,78\nJane,Doe,\n")
    options = ("--to", "moodle", "--roster", "roster.csv", "--missing", "zero")
    assert [row[:2] for row in exported(tmp_path, *options)[1:]] == [["Bob", "Roe"], ["Jane", "Doe"]]
    assert "1 in the roster handed in nothing, and has zeros: Jane Doe." in export(tmp_path, *options)[1]
