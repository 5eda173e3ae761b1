"""Grades where they go: Canvas, Moodle and nbgrader, each held against the form that it has published."""

import csv
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import keraskata
from keraskata.classes.results_folder import Records
from keraskata.handed_in.downloads import sorted_out
from keraskata.printable import listed
from keraskata.report.lms import Place
from keraskata.report.lms.roster import Roster
from keraskata.results import CheckResult, Result, report


def result(exercise: str, points: int, most: int) -> Result:
    check = CheckResult("test_it", "It is right.", points, most, "passed" if points == most else "failed")
    return Result(exercise, f"{exercise}.py", [check], most)


def graded(*points: int) -> list[Result]:
    names = ["s01_words/shout", "s01_words/count", "s02_more/last"]
    return [result(name, each, most) for name, each, most in zip(names, points, [3, 3, 4], strict=True)]


CLASS = {"alice": graded(3, 3, 4), "bob@example.edu": graded(2, 0, 1), "=1+1": graded(0, 0, 0)}


@pytest.fixture
def grades(tmp_path: Path) -> Path:
    """What `kata grade-class` leaves."""
    for student, results in CLASS.items():
        keep(tmp_path, student, results)
    return tmp_path


def keep(folder: Path, student: str, results: list[Result]) -> None:
    record = report(results, 0, "torch")
    kept = Records(folder)
    with kept.held():
        kept.save(student, {**record, "submission": {"student": student, "digest": "", "problem": ""}})


def kata(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "keraskata", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def exported(folder: Path, *options: str, status: int = 0) -> list[list[str]]:
    ran = kata(folder, "export", ".", "--out", "out.csv", *options)
    assert ran.returncode == status, ran.stderr
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def as_canvas_reads(rows: list[list[str]]) -> dict[str, dict[str, str]]:
    """The scores by SIS Login ID, told by the place of the columns, as Canvas' gradebook_importer.rb does."""
    header, points, *students = rows
    assert header[0] == "Student" and header[1] == "ID"
    before = 3 + (2 if header[2] == "SIS User ID" and header[3] == "SIS Login ID" else 1)
    assert header[before - 1] == "Section" and "Points Possible" in points[0]
    assert dict(zip(header[before:], points[before:], strict=True)) == {"s01_words": "6", "s02_more": "4"}
    login = header.index("SIS Login ID")
    return {row[login]: dict(zip(header[before:], row[before:], strict=True)) for row in students}


def test_canvas(grades: Path) -> None:
    scores = as_canvas_reads(exported(grades, "--to", "canvas"))
    assert scores == {
        "alice": {"s01_words": "6", "s02_more": "4"},
        "bob@example.edu": {"s01_words": "2", "s02_more": "1"},
        "'=1+1": {"s01_words": "0", "s02_more": "0"},
    }


def test_canvas_with_its_own_roster(grades: Path) -> None:
    (grades / "roster.csv").write_text(
        "\ufeffStudent,ID,SIS Login ID,Section,s01_words (77),Final Score\n"
        "    Points Possible,,,,6,(read only)\n"
        '"Liddell, Alice",1001,alice,Keras A,,\n"Bone, =Bob",1002,BOB@example.edu,Keras B,,\n'
    )
    rows = exported(grades, "--to", "canvas", "--roster", "roster.csv", status=1)
    assert as_canvas_reads(rows).keys() == {"alice", "BOB@example.edu"}
    assert rows[2][:4] == ["Liddell, Alice", "1001", "alice", "Keras A"]
    ran = kata(grades, "export", ".", "--out", "out.csv", "--to", "canvas", "--roster", "roster.csv")
    assert "=1+1 is not in the roster" in ran.stderr and "alice" not in ran.stderr


def test_moodle(grades: Path) -> None:
    assert exported(grades, "--to", "moodle") == [
        ["Username", "s01_words", "s02_more"],
        ["'=1+1", "0", "0"],
        ["alice", "6", "4"],
        ["bob@example.edu", "2", "1"],
    ]
    (grades / "roster.csv").write_text(
        "First name;Last name;ID number;Email address;Course total (Real)\nÅse;Bone;;bob@example.edu;\nA;L;alice;;\n"
    )
    rows = exported(grades, "--to", "moodle", "--roster", "roster.csv", status=1)
    assert rows[0] == ["First name", "Last name", "ID number", "Email address", "s01_words", "s02_more"]
    assert rows[1:] == [["A", "L", "alice", "", "6", "4"], ["Åse", "Bone", "", "bob@example.edu", "2", "1"]]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("sep=;\nUsername;First name", "alice;A"),
        ('"sep=;"\r\nUsername;First name', "alice;A"),
        ("sep=\t\nUsername\tFirst name", "alice\tA"),
        ("SEP=|\nUsername|First name", "alice|A"),
        ("Vorname,Nachname,ID-Nummer,E-Mail-Adresse", "A,L,,alice"),
        ("Vorname;Nachname;Anmeldename", "A;L;alice"),
        ("Prénom,Nom,Numéro d’identification,Adresse de courriel", "A,L,alice,"),
        ("Nombre,Apellido(s),Número de ID,Dirección de correo", "A,L,,alice"),
    ],
)
def test_a_roster_of_moodle_in_another_form(grades: Path, header: str, row: str) -> None:
    (grades / "roster.csv").write_text(f"\ufeff{header}\n{row}\n", encoding="utf-8", newline="")
    rows = exported(grades, "--to", "moodle", "--roster", "roster.csv", status=1)
    columns = re.split("[,;\t|]", header.splitlines()[-1])
    assert rows[0] == [*columns, "s01_words", "s02_more"] and len(rows) == 2
    assert rows[1] == [*re.split("[,;\t|]", row), "6", "4"]


@pytest.mark.parametrize(
    ("place", "roster", "student"),
    [
        ("canvas", "Student,ID,SIS Login ID,Section\nDoe Jane,4711,jdoe,A\nDoe Jane,4712,jadoe,A\n", "doejane_4711"),
        ("canvas", "Student,ID,SIS User ID,Section\nDoe Jane,9,4711,A\nDoe Jane,8,4712,A\n", "Jane Doe_4711"),
        ("moodle", "First name,Last name,Email address\nJane,Doe,j@x.edu\nBob,Doe,b@x.edu\n", "Jane Doe_4711"),
        ("moodle", "Vorname;Nachname;E-Mail-Adresse\nJané;Doe;j@x.edu\nBob;Doe;b@x.edu\n", "jané doe_4711"),
        ("moodle", "Identifier,Full name\nParticipant 4711,Jane\nParticipant 4712,Jane\n", "Jane_4711"),
        ("moodle", "Identifier,Full name,Email address\nParticipant 1,Ann Roe,a@x.edu\n", "Ann Roe_99"),
    ],
)
def test_who_came_from_a_download_is_found_in_the_roster(tmp_path: Path, place: str, roster: str, student: str) -> None:
    keep(tmp_path, student, graded(3, 3, 4))
    keep(tmp_path, "Nobody_5", graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    rows = exported(tmp_path, "--to", place, "--roster", "roster.csv", status=1)
    assert rows[-1][:2] == re.split("[,;]", roster.splitlines()[1])[:2] and rows[-1][-2:] == ["6", "4"]


CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section
    Points Possible,,,,
"Doe, Jane",4711,s1,jdoe,A
"van der Roe, Bob",4712,s2,broe,A
"Dupré-O'Neill, Élodie Ann",4713,s3,x,A
"under_score",4714,s4,u,A
"Mallory _4711",4790,s10,mal,A
"{long}",4715,s5,long,A
"""


@pytest.mark.parametrize(
    ("student", "identity"),
    [
        ("doejane_4711", "4711"),
        ("Jane Doe_s1", "4711"),  # Gradescope's
        ("vanderroebob_4712", "4712"),
        ("Bob van der Roe_4712", "4712"),
        ("dupréoneillélodieann_4713", "4713"),
        ("dupré-oneillélodieann_4713", "4713"),  # an older Canvas
        (unicodedata.normalize("NFD", "dupréoneillélodieann_4713"), "4713"),
        ("under_score_4714", "4714"),
        ("mallory_4711_4790", "4790"),
        (f"{'l' * 200}_4715", "4715"),
        ("mallory_4711", ""),
        ("doejane_4712", ""),
        ("doe_4711", ""),
        ("doejane_x_4711", ""),
    ],
)
def test_canvas_takes_a_row_by_number_and_name(tmp_path: Path, student: str, identity: str) -> None:
    (tmp_path / "class" / student).mkdir(parents=True)
    (student,) = sorted_out(tmp_path / "class").students  # as it is shown
    (tmp_path / "roster.csv").write_text(CANVAS.format(long="L" * 200), encoding="utf-8")
    roster = Roster(tmp_path / "roster.csv", Place.CANVAS.form)
    assert [row["ID"] for row in roster.find([student]).values()] == [identity] * bool(identity)
    assert roster.otherwise.keys() == ({student} if not identity else set())


def test_who_only_has_a_neighbours_number_gets_no_row(tmp_path: Path) -> None:
    """An attack: mallory_4711 is who Canvas calls so, whatever the number; 4711 is a neighbour's."""
    keep(tmp_path, "doejane_4711", graded(3, 3, 4))
    for attacker in ("mallory_4711", "mallory_4712"):
        keep(tmp_path, attacker, graded(0, 0, 0))
    header = "LastName,FirstName,ID,SIS Login ID,Section\n"
    (tmp_path / "roster.csv").write_text(f"{header}Doe,Jane,4711,jd,A\nRoe,Bob,4712,br,A\nMay,Zoe,4713,zm,A\n")
    options = ("--to", "canvas", "--roster", "roster.csv", "--missing", "zero")
    rows = exported(tmp_path, *options, status=1)
    assert rows[2:] == [["Doe", "Jane", "4711", "jd", "A", "6", "4"]]  # either may be Zoe, who has no zeros
    said = kata(tmp_path, "export", ".", "--out", "out.csv", *options).stderr
    assert 'mallory_4711 is called "Doe Jane" in the roster, and not in out.csv' in said
    assert 'mallory_4712 is called "Roe Bob" in the roster, and not in out.csv' in said


def test_nobody_gets_a_zero_whose_work_may_be_there_under_another_name(tmp_path: Path) -> None:
    """Whole classes got zeros: an anonymous download has no name that a roster has."""
    for name in ("anon_x7Fq2", "Jane Doe_4711"):
        keep(tmp_path, name, graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text("First name,Last name,Username\nJane,Doe,jd\nZoe,May,zm\n")
    options = ("--out", "out.csv", "--to", "moodle", "--roster", "roster.csv", "--missing", "zero")
    ran = kata(tmp_path, "export", ".", *options)
    assert ran.returncode == 1 and "zm" not in (tmp_path / "out.csv").read_text()
    assert "1 in the roster handed in nothing that is known to be theirs, and has no row: zm." in ran.stdout
    assert "No zeros: anon_x7Fq2 may be one who lacks" in ran.stderr
    ran = kata(tmp_path, "export", ".", *options, "--without", "anon_x7Fq2")
    assert ran.returncode == 0 and "zm" in (tmp_path / "out.csv").read_text()


@pytest.mark.parametrize("folder", ["Seán OBrien_30022", "Seán O'Brien_30022", "Seán O’Brien", "seán obrien"])
def test_apostrophes_are_no_part_of_a_name(tmp_path: Path, folder: str) -> None:
    """Moodle leaves them out where it names a folder."""
    keep(tmp_path, folder, graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text("First name,Last name,Username\nSeán,O'Brien,sob\nZoe,May,zm\n")
    ran = kata(tmp_path, "export", ".", "--out", "out.csv", "--to", "moodle", "--roster", "roster.csv")
    assert ran.returncode == 0 and "sob" in (tmp_path / "out.csv").read_text(), ran.stderr


def test_two_of_one_name_and_no_number_are_told(tmp_path: Path) -> None:
    keep(tmp_path, "Jane Doe_4711", graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text("First name,Last name,Username\nJane,Doe,jd\nJane,Doe,jadoe\n")
    ran = kata(tmp_path, "export", ".", "--out", "out.csv", "--to", "moodle", "--roster", "roster.csv")
    assert ran.returncode == 1 and "Jane Doe_4711 stands for 2 students in the roster" in ran.stderr


@pytest.mark.parametrize("forms", [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_in_two_forms_is_one_student(tmp_path: Path, forms: tuple[Any, Any]) -> None:
    (tmp_path / "class" / unicodedata.normalize(forms[0], "Zoë")).mkdir(parents=True)
    (student,) = sorted_out(tmp_path / "class").students
    keep(tmp_path, student, graded(3, 3, 4))
    name = unicodedata.normalize(forms[1], "Zoë")
    (tmp_path / "roster.csv").write_text(f"Username,First name\n{name},Z\n", encoding="utf-8")
    assert exported(tmp_path, "--to", "moodle", "--roster", "roster.csv")[1] == [name, "Z", "6", "4"]


def test_nbgrader_writes_the_same(grades: Path) -> None:
    pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    from nbgrader import api
    from nbgrader.plugins.export import CsvExportPlugin

    from keraskata.classes.gradebook import Gradebook

    (grades / "results" / "%3D1+1.json").unlink()  # nbgrader writes a formula as it is
    address = f"sqlite:///{grades}/gradebook.db"
    book = Gradebook(address)
    book.put({student: CLASS[student] for student in ("alice", "bob@example.edu")})
    book.close()
    with api.Gradebook(address) as read:
        CsvExportPlugin(to=str(grades / "theirs.csv")).export(read)
    with (grades / "theirs.csv").open() as file:
        expected = list(csv.reader(file))
    ours = exported(grades, "--to", "nbgrader")
    assert ours[0] == expected[0] and sorted(ours[1:]) == sorted(expected[1:])
    (grades / "students.csv").write_text("id,first_name,last_name,email\nalice,Alice,Liddell,a@b.c\n")
    rows = exported(grades, "--to", "nbgrader", "--roster", "students.csv", status=1)
    assert rows[1][3:7] == ["alice", "Liddell", "Alice", "a@b.c"]


def test_what_cannot_be_exported_is_named(grades: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    def said(*options: str, folder: Path = grades) -> str:
        ran = kata(folder, "export", ".", "--out", "out.csv", *options)
        assert ran.returncode == 2 and "Traceback" not in ran.stderr, ran.stderr
        return ran.stderr

    assert "no results in ." in said("--to", "canvas", folder=tmp_path_factory.mktemp("nothing"))
    assert "test_campus" in said("--to", "test_campus")
    (grades / "roster.csv").write_text("Name,Grade\nAlice,1\n")
    words = said("--to", "canvas", "--roster", "roster.csv")
    assert "none of the columns SIS Login ID" in words and "It has Name, Grade" in words
    (grades / "roster.csv").write_text("Student,ID,SIS Login ID\nAlice,1,alice\n")
    assert "no column Section" in said("--to", "canvas", "--roster", "roster.csv")
    keep(grades, "carol", [result("s01_words/shout", 5, 5)])
    assert "s01_words/shout is worth 5 points for carol, and 3" in said("--to", "moodle")
    (grades / "results" / "alice.json").write_text("{ half of")
    assert "alice.json cannot be read" in said("--to", "moodle")


@pytest.mark.parametrize("missing", ["nothing", "zero"])
@pytest.mark.parametrize(
    ("roster", "words"),
    [
        ("alice,1,\nbob,alice,\nx,,bob@example.edu\n", "alice stands for 2 students in the roster"),
        ("alice,,bob@example.edu\ny,=1+1,\n", "alice is one student in the roster with bob@example.edu"),
    ],
)
def test_who_cannot_be_told_from_another_is_named_and_the_others_have_their_grades(
    grades: Path, roster: str, words: str, missing: str
) -> None:
    (grades / "roster.csv").write_text(f"Username,ID number,Email address\n{roster}")
    options = ("export", ".", "--out", "out.csv", "--to", "moodle", "--roster", "roster.csv", "--missing", missing)
    ran = kata(grades, *options)
    assert ran.returncode == 1 and f"{words}, and not in out.csv" in ran.stderr, ran.stderr
    with (grades / "out.csv").open() as file:
        rows = list(csv.reader(file))[1:]
    assert len(rows) == 1 and not [row for row in rows if "alice" in row]  # no zeros for who handed in


@pytest.mark.parametrize("place", Place)
def test_each_place_has_every_student_with_their_own_points(grades: Path, place: Place) -> None:
    """Whatever the form there: the points of each section stand in a student's rows, or their sum does."""
    rows = exported(grades, "--to", place)
    for student, results in CLASS.items():
        mine = [row for row in rows if student in row or f"'{student}" in row]
        figures = {float(cell) for row in mine for cell in row if re.fullmatch(r"\d+(\.\d+)?", cell)}
        sections = {float(sum(each.points for each in part)) for part in (results[:2], results[2:])}
        assert mine and (sections <= figures or sum(each.points for each in results) in figures), mine


TEST_CAMPUS = """
from keraskata.report.lms.form import Form, cells

def rows(grades, people, columns):
    yield ["User Name", *grades.worth]
    for student, person in people.items():
        yield [*cells(person, ["User Name"]), *grades.students[student].values()]

FORM = Form(title="Test Campus", known_by=("User Name",), columns=("User Name",), needs=(), rows=rows)
"""


def test_another_place_is_one_file_and_one_line(grades: Path) -> None:
    shutil.copytree(Path(keraskata.__file__).parent, grades / "keraskata", ignore=shutil.ignore_patterns("kit"))
    room = grades / "keraskata" / "report" / "lms"
    (room / "test_campus.py").write_text(TEST_CAMPUS)
    table = (room / "__init__.py").read_text()
    line = f'    {(last := list(Place)[-1]).name} = "{last.value}"\n'
    (room / "__init__.py").write_text(table.replace(line, f'{line}    TEST_CAMPUS = "test_campus"\n'))
    assert exported(grades, "--to", "test_campus")[0] == ["User Name", "s01_words", "s02_more"]
    said = " ".join(kata(grades, "export", "--help").stdout.split())
    titles = listed([*(place.form.title for place in Place), "Test Campus"])
    assert f"for {titles}." in said and f"{last}|test_campus" in said
    asked = {"_KATA_COMPLETE": "complete_bash", "COMP_WORDS": "kata export . --to t", "COMP_CWORD": "4"}
    offers = [sys.executable, "-c", "from keraskata.cli import app; app(prog_name='kata')"]
    ran = subprocess.run(offers, cwd=grades, env={**os.environ, **asked}, capture_output=True, text=True, timeout=60)
    assert ran.stdout.split() == ["test_campus"], ran.stderr


def test_the_guide_names_each_place() -> None:
    guide = (Path(__file__).parent.parent / "docs" / "instructors.md").read_text(encoding="utf-8")
    section = guide.partition("\n## Where the grades go\n")[2].partition("\n### ")[0]
    for place in Place:
        assert f"--to {place} " in section and f"\n- **{place.form.title}**: " in section, place
