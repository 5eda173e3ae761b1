"""Nobody gets another's grade: numbers, IDs and names that students type in, or that a platform gives by chance."""

import csv
from pathlib import Path

import pytest
from test_exports import graded, kata, keep, result

from keraskata.classes.own_variants import OwnVariants
from keraskata.printable import shown_name
from keraskata.report.lms import Place
from keraskata.report.lms.grades import ExportFailed
from keraskata.report.lms.roster import Roster

NAMES = "First name,Last name,ID number,Email address\n"
SHEET = "Identifier,Full name,ID number,Email address\n"
CANVAS = "Student,ID,SIS User ID,SIS Login ID,Section\n"


def found(folder: Path, place: str, roster: str, *students: str) -> dict[str, str]:
    """The last cell that differs, an address or a login, of the row of each of these students."""
    (folder / "roster.csv").write_text(roster, encoding="utf-8")
    column = {"moodle": "Email address", "canvas": "SIS Login ID"}[place]
    rows = Roster(folder / "roster.csv", Place(place).form).find(students)
    return {student: row[column] for student, row in rows.items()}


def test_a_participants_number_is_nobodys_id_number(tmp_path: Path) -> None:
    """Honest students got each other's grades: the ID numbers lay where Moodle numbers its participants."""
    roster = f"{NAMES}Jane,Doe,4712,jane@x\nBob,Roe,4711,bob@x\nCy,Poe,9,cy@x\n"
    students = {"Jane Doe_4711": "jane@x", "Bob Roe_4712": "bob@x", "Cy Poe_4713": "cy@x"}
    assert found(tmp_path, "moodle", roster, *students) == students
    ids = OwnVariants("some words of mine", tmp_path / "roster.csv")
    everyone = ids.everyone()
    expected = {"Jane Doe_4711": everyone["4712"], "Bob Roe_4712": everyone["4711"]}
    assert ids.find(["Jane Doe_4711", "Bob Roe_4712"]) == expected


@pytest.mark.parametrize(
    ("place", "roster", "student"),
    [
        (
            "moodle",
            "First name,Last name,Username,ID number,Email address\nJ,Doe,jane,77,j@x\nB,R,bob,78,b@x\n",
            "bob_77",
        ),
        ("moodle", f"{NAMES}Jane,Doe,77,j@x\nB,R,78,b@x\n", "Mallory M_77"),
        ("moodle", f"{SHEET}Participant 77,Jane Doe,1,j@x\nParticipant 78,Bob Roe,2,b@x\n", "bob_77"),
        ("moodle", f"{SHEET}Participant 77,Jane Doe,1,j@x\nParticipant 78,Bob Roe,2,b@x\n", "Bob Roe_77"),
        ("canvas", f'{CANVAS}"Doe, Jane",77,s1,jane,A\n"Roe, Bob",78,s2,bob,A\n', "bob_77"),
        ("canvas", f'{CANVAS}"Doe, Jane",77,s1,jane,A\n"Roe, Bob",78,s2,bob_77,A\n', "bob_77"),
    ],
)
def test_a_number_alone_is_nobody(tmp_path: Path, place: str, roster: str, student: str) -> None:
    """And nobody gets zeros then: who it is may be anybody who lacks."""
    assert found(tmp_path, place, roster, student) == {}
    keep(tmp_path, student, graded(3, 3, 4))
    options = ("--to", place, "--roster", "roster.csv", "--missing", "zero")
    ran = kata(tmp_path, "export", ".", "--out", "out.csv", *options)
    assert ran.returncode == 1 and student in ran.stderr, ran.stderr
    assert not [cell for row in csv.reader((tmp_path / "out.csv").open()) for cell in row[1:] if cell == "0"]


TYPED = ["4711", "Jane Doe_4711", "jane doe_4711", "Jane Doe"]


@pytest.mark.parametrize("typed", TYPED)
def test_nobody_types_in_a_neighbours_identity(tmp_path: Path, typed: str) -> None:
    """An attack: Mallory's ID number was what Moodle calls Jane's folder, or its number. She got Jane's points."""
    rows = f"Bob,Roe,78,bob@x\nMallory,M,{typed},m@x\n"
    for jane in ("Jane,Doe,77,jane@x\n", "Jane-Ann,Doe,77,jane@x\n", ""):
        students = found(tmp_path, "moodle", f"{NAMES}{jane}{rows}", "Jane Doe_4711", "Bob Roe_4712")
        assert students in ({"Jane Doe_4711": "jane@x", "Bob Roe_4712": "bob@x"}, {"Bob Roe_4712": "bob@x"})
        assert students.get("Jane Doe_4711") != "m@x"
    keep(tmp_path, "Jane Doe_4711", graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text(f"{NAMES}Jane,Doe,77,jane@x\n{rows}")
    options = ("--to", "moodle", "--roster", "roster.csv", "--missing", "zero")
    ran = kata(tmp_path, "export", ".", "--out", "out.csv", *options)
    jane = [row for row in csv.reader((tmp_path / "out.csv").open()) if "jane@x" in row]
    assert [row[-2:] for row in jane] == [["6", "4"]] or (not jane and ran.returncode == 1), ran.stderr


@pytest.mark.parametrize("typed", TYPED)
def test_what_the_host_made_outranks_what_is_typed(tmp_path: Path, typed: str) -> None:
    sheet = f"{SHEET}Participant 4711,Jane Doe,77,jane@x\nParticipant 4799,Mallory M,{typed},m@x\n"
    assert found(tmp_path, "moodle", sheet, "Jane Doe_4711") == {"Jane Doe_4711": "jane@x"}
    people = f'{CANVAS}"Doe, Jane",4711,s1,jane,A\n"M, Mal",4790,s4,doejane_4711,A\n'
    assert found(tmp_path, "canvas", people, "doejane_4711") == {"doejane_4711": "jane"}


def test_a_student_id_of_gradescope_needs_its_name(tmp_path: Path) -> None:
    """An attack: at Gradescope a student types in a neighbour's ID; the row was the neighbour's."""
    roster = f"{NAMES}Jane,Doe,0047,jane@x\nBob,Roe,0048,bob@x\nMallory,M,0049,m@x\n"
    students = ("Mallory M_0047", "Bob Roe_0048")
    assert found(tmp_path, "moodle", roster, *students) == {"Mallory M_0047": "m@x", "Bob Roe_0048": "bob@x"}
    assert "Mallory N_0047" not in found(tmp_path, "moodle", roster, "Mallory N_0047")
    only = "ID number,Email address\n0047,jane@x\n0048,bob@x\n"  # no names to compare
    assert found(tmp_path, "moodle", only, "Bob Roe_0048") == {"Bob Roe_0048": "bob@x"}


@pytest.mark.parametrize("folder", ["Doe Jane_4711", "jane doe_4711", "van der Doe Jane_4712", "Participant 4713_4713"])
def test_a_number_counts_with_the_name_in_another_order(tmp_path: Path, folder: str) -> None:
    sheet = SHEET + "".join(
        f"Participant {number},{name},{number - 4000},{number}@x\n"
        for number, name in ((4711, "Jane Doe"), (4712, "Jane van der Doe"), (4713, "Al Coe"))
    )
    assert found(tmp_path, "moodle", sheet, folder) == {folder: f"{folder[-4:]}@x"}


LONG = "Ada " + "x" * 150


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (("Straße Jo", "Strasse Jo"), {"Straße Jo_1": 0, "Strasse Jo_2": 1}),
        (("Ann Lee", "ANN LEE"), {"Ann Lee_1": 0, "ANN LEE_2": 1}),
        (("Ann Lee", "ANN LEE"), {"ann lee_1": None}),
        (("Al D'Amico", "Al Damico"), {"Al D'Amico_1": 0, "Al Damico_2": 1}),
        (("Al D'amico", "Al Damico"), {"Al D'amico_1": 0, "Al Damico_2": None}),
        ((LONG, f"{LONG}y"), {f"{LONG}_4711": 0, f"{LONG}y_4712": 1, f"{LONG}z_4713": None}),
        ((LONG, "Al Coe"), {LONG: 0}),
    ],
)
def test_the_name_as_it_is_written_comes_first(
    tmp_path: Path, people: tuple[str, str], expected: dict[str, int | None]
) -> None:
    """Folded only where one fits; and names of more than 100 letters are found."""
    rows = "".join(f"{name.replace(' ', ',')},m{place},{place}\n" for place, name in enumerate(people))
    students = {shown_name(name): str(place) for name, place in expected.items() if place is not None}
    assert found(tmp_path, "moodle", NAMES + rows, *(shown_name(name) for name in expected)) == students
    ids = "".join(f"{place}@x,{name.replace(' ', '')}\n" for place, name in enumerate(people))
    if "Straße" in people[0]:
        whose = found(tmp_path, "moodle", f"Email address,Username\n{ids}", "StraßeJo", "StrasseJo")
        assert whose == {"StraßeJo": "0@x", "StrasseJo": "1@x"}


JANE = "Jane,Doe,77,jane@x\n"
BASE = f"{NAMES}{JANE}Bob,Roe,78,bob@x\nCy,Poe,79,cy@x\n"


@pytest.mark.parametrize(
    ("roster", "words"),
    [
        (BASE.replace("Bob", '"Bob'), "line 3"),
        (BASE.replace("cy@x", '"cy@x'), "line 4"),
        (BASE.replace("Bob", '"Bob').replace("Cy", 'C"y'), "line 3"),
        (BASE.replace("Jane", '"Ja"ne').replace(",", ";"), "line 2"),
        (f"sep=,\n{BASE}".replace("Bob", '"Bob'), "line 4"),
        (BASE.replace("First", '"First'), "line 1"),
        (BASE.replace("Bob", f'"{"B" * 200_000}"'), "line 3"),
        (BASE.replace("Bob", "B" * 200_000), "line 3"),
        (BASE.replace("Last name", "L" * 200_000), "line 1"),
        (BASE.replace("Last name", "ID number"), "2 columns ID number"),
        (BASE.replace("ID number", "Email address"), "2 columns Email address"),
        (BASE.replace("ID number", "First name"), "2 columns First name"),
        ("", "none of the columns"),
    ],
)
def test_a_roster_that_cannot_be_read_is_said_with_the_line(tmp_path: Path, roster: str, words: str) -> None:
    """A stray quotation mark swallowed all students behind it, and of two columns of one name the last one counted."""
    keep(tmp_path, "Jane Doe_4711", graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    ran = kata(tmp_path, "export", ".", "--out", "out.csv", "--to", "moodle", "--roster", "roster.csv")
    assert ran.returncode == 2 and "Traceback" not in ran.stderr and len(ran.stderr) < 1000
    assert words in " ".join(ran.stderr.split()) and not (tmp_path / "out.csv").exists()


def test_a_roster_may_have_other_columns_twice_quotation_marks_and_short_rows(tmp_path: Path) -> None:
    roster = f'{NAMES[:-1]},Quiz,Quiz\n"Jane ""J""",Doe,77,jane@x,1,2\nB"ob,Roe,78,bob@x\n\n"Cy\nA",Poe,79,cy@x,3,4,5\n'
    assert found(tmp_path, "moodle", roster, 'B"ob Roe_1', 'Jane "J" Doe_2') == {
        'B"ob Roe_1': "bob@x",
        'Jane "J" Doe_2': "jane@x",
    }


def twice(folder: Path, *exercises: str) -> None:
    """What two assignments of Moodle leave in one folder: the participants have other numbers in the second."""
    for number, exercise in enumerate(exercises):
        for place, name in enumerate(("Jane Doe", "Bob Roe")):
            keep(folder, f"{name}_{4711 + 1000 * number + place}", [result(exercise, 3 - place, 3)])


def moodle(folder: Path, roster: str) -> tuple[list[list[str]], str, int]:
    (folder / "roster.csv").write_text(roster)
    ran = kata(folder, "export", ".", "--out", "out.csv", "--to", "moodle", "--roster", "roster.csv", "--missing=zero")
    return list(csv.reader((folder / "out.csv").open()))[1:], f"{ran.stdout}{ran.stderr}", ran.returncode


def test_a_student_with_another_number_in_each_assignment_is_one(tmp_path: Path) -> None:
    """Nobody of the class was exported."""
    twice(tmp_path, "s01_words/shout", "s02_more/last")
    rows, said, status = moodle(tmp_path, BASE)
    assert [row[3:] for row in sorted(rows)] == [["bob@x", "2", "2"], ["cy@x", "0", "0"], ["jane@x", "3", "3"]]
    assert status == 0 and "Jane Doe_4711: one student in the roster with Jane Doe_5711, and in one row." in said
    ran = kata(tmp_path, "class-report", ".", "--no-open", "--roster", "roster.csv")
    assert ran.returncode == 0 and "Jane Doe_4711: one student" in ran.stdout
    assert "2 students" in " ".join((tmp_path / "report.html").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("roster", [BASE, f"{BASE}Jane,Doe,80,other@x\nBob,Roe,81,another@x\n"])
def test_two_who_may_be_two_are_left_out_and_named(tmp_path: Path, roster: str) -> None:
    """With the same exercise, or with two of the name in the roster."""
    exercises = ("s01_words/shout", "s01_words/shout" if roster == BASE else "s02_more/last")
    twice(tmp_path, *exercises)
    rows, said, status = moodle(tmp_path, roster)
    assert status == 1 and all(f"kata: {name}" in said for name in ("Jane Doe_4711", "Bob Roe_5712"))
    assert [row[3] for row in rows] == ["cy@x"]


@pytest.mark.parametrize(
    ("place", "roster", "student", "theirs"),
    [
        ("moodle", f"{SHEET}Participant 4711,Jane Doe,1,j@x\n", "Group A-Jane Doe_4711", "j@x"),
        ("moodle", f"{SHEET}Participant 4711,Ann-Eva Doe,1,j@x\n", "G-1-Ann-Eva Doe_4711", "j@x"),
        ("moodle", f"{SHEET}Participant 4711,Jane Doe,1,j@x\n", "Participant_4711", "j@x"),
        ("moodle", f"{SHEET}Participant 4711,,1,j@x\n", "Participant_4711", "j@x"),
        ("moodle", f"{SHEET}Teilnehmer/in 4711,Jane Doe,1,j@x\n", "Teilnehmerin_4711", "j@x"),
        ("canvas", f'{CANVAS}"Doe, Jane",77,0012,stud_0012,A\n', "stud_0012", "stud_0012"),
        ("moodle", f"{NAMES}Jane,Doe,cs101-7,j@x\n", "cs101-7", "j@x"),
        ("moodle", f"{NAMES}Jane,Doe,123 456,j@x\n", "123 456", "j@x"),
        ("moodle", "Username,ID number,Email address\nj@x,1,j@x\nm@x,j@x,m@x\n", "j@x", "j@x"),
    ],
)
def test_what_a_platform_writes_in_place_of_a_name_is_a_name(
    tmp_path: Path, place: str, roster: str, student: str, theirs: str
) -> None:
    """Groups, grading without names, and numbers that are a part of one's own login or ID."""
    assert found(tmp_path, place, roster, student) == {student: theirs}


@pytest.mark.parametrize(
    ("names", "student"),
    [
        ('"\u00a0","\u3000",4711', "Jane Roe_4711"),
        ('"\u00a0",,Jane Roe_4711', "Jane Roe_4711"),
        ("Mal,M,Group 1-Jane Doe_4711", "Group 1-Jane Doe_4711"),
        ("Mal,M,Jane Doe2_4711", "Jane Doe2_4711"),
        ("Mal,M,Jane Doe (2)", "Jane Doe (2)"),
        ("Mal,M,Jane Roe_S12", "Jane Roe_S12"),
        ("Smith,.,4711", "Jane Doe-Smith_4711"),
        ("Doe,Jane,4711", "Group A-Jane Doe_4711"),
        ("Mal,,80", "Mal_Smith"),
        ("Mal,M,第1组-王小明_4711", "第1组-王小明_4711"),
        ("Mal,M,G1-Cher_4711", "G1-Cher_4711"),
        ("Mal,M,jdoe2_0047", "jdoe2_0047"),
        ("Mal,M,Cher_S12", "Cher_S12"),
        ("Mal,M,_4711", "_4711"),
        ("Mal,M,jane@gmail.com", "jane@gmail.com"),
        ("Mal,M,doe@gmail.com", "mal m_doe@gmail.com"),
        ("jane gmail,com,jane@gmail.com", "jane@gmail.com"),
    ],
)
def test_what_is_typed_needs_a_name_however_it_is_written(tmp_path: Path, names: str, student: str) -> None:
    """Attacks: a name of blanks fitted everybody, and a digit or an address was taken for an ID number."""
    assert found(tmp_path, "moodle", f"{NAMES}Jane,Doe,77,jane@x\n{names},m@x\n", student) == {}


@pytest.mark.parametrize(
    "head", ["First Name,LAST NAME,Id Number,Email address", " first name , last name ,ID number,Email address"]
)
def test_columns_are_known_in_other_capitals(tmp_path: Path, head: str) -> None:
    """Names in a column that was not known were not compared: honest students got each other's points."""
    roster = f"{head}\nJane,Doe,4712,jane@x\nBob,Roe,4711,bob@x\n"
    students = {"Jane Doe_4711": "jane@x", "Bob Roe_4712": "bob@x"}
    assert found(tmp_path, "moodle", roster, *students) == students
    whole = "Name,ID number,Email address\nJane Doe,4712,jane@x\nBob Roe,4711,bob@x\n"
    assert found(tmp_path, "moodle", whole, *students) == students


@pytest.mark.parametrize(
    ("first", "word"),
    [
        ("ID", "Teilnehmer/in"),
        ("Identifiant", "Participant "),
        ("Identificador", "Participante "),
        ("Identifier", "P. "),
    ],
)
def test_a_worksheet_of_another_language_numbers_its_participants(tmp_path: Path, first: str, word: str) -> None:
    """Two of one name are told apart by these numbers, and groups and nameless grading are known by them."""
    rows = "".join(f"{word}{4711 + place},Jane Doe,{4712 - place},{place}@x\n" for place in range(2))
    sheet = f"{first},Full name,ID number,Email address\n{rows}"
    letters = "".join(filter(str.isalpha, word))
    students = {"Jane Doe_4711": "0@x", "Group 1-Jane Doe_4712": "1@x", f"{letters}_4711": "0@x"}
    for student, theirs in students.items():
        assert found(tmp_path, "moodle", sheet, student) == {student: theirs}


def test_a_roster_of_canvas_is_none_of_moodle(tmp_path: Path) -> None:
    """Both have a column ID; without a name that Moodle writes it is no worksheet."""
    with pytest.raises(ExportFailed, match="none of the columns"):
        found(tmp_path, "moodle", f'{CANVAS}"Doe, Jane",77,s1,jane,A\n', "Jane Doe_77")


def test_a_row_that_stands_there_twice_is_one(tmp_path: Path) -> None:
    """As where the lists of two sections were put together."""
    assert found(tmp_path, "moodle", f"{NAMES}{2 * JANE}", "Jane Doe_1") == {"Jane Doe_1": "jane@x"}


def test_namesakes_with_a_number_of_the_roster_are_not_joined(tmp_path: Path) -> None:
    """At Gradescope a number is a student's own, and another one another student's."""
    (tmp_path / "roster.csv").write_text(f"{NAMES}Jane,Doe,42,j@x\n")
    roster = Roster(tmp_path / "roster.csv", Place("moodle").form)
    assert roster.find(["Jane Doe_42", "Jane Doe_43"]) == {} and not roster.perhaps_one


SWAPPED = "\nJane,Doe,4712,jane@x\nBob,Roe,4711,bob@x\n"
BOTH = {"Jane Doe_4711": "Jane", "Bob Roe_4712": "Bob"}


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("Förnamn,Efternamn,ID-nummer,E-postadress", True),
        ("Voornaam,Achternaam,ID-nummer,E-mailadres", True),
        ("Fornavn,Etternavn,ID-nummer,E-postadresse", True),
        ("Firstname,Lastname,ID number,Email address", True),
        ("Given name,Surname,ID number,Email address", True),
        ("Nombre,Apellidos,Número de ID,Dirección de correo", True),
        ("Nome,Sobrenome,Número de ID,Email address", True),
        ("First\u00a0name,Last  name,ID\u00a0number,Email address", True),
        ("Pre\u0301nom,NOM,Nume\u0301ro d'identification,Adresse de courriel", True),
        ("Név,Vezetéknév,ID number,Email address", False),
        ("First name,x,ID number,Email address", False),
        ("A,B,Identifier,Email address", False),
        ("First name,Identifier,ID number,Email address", False),
        ("Nome,Identifier,ID number,Email address", False),
        ("Name,Username,ID number,Email address", False),
    ],
)
def test_a_number_counts_for_nobody_where_names_are_not_known(tmp_path: Path, head: str, known: bool) -> None:
    """Honest students got each other's points: the kit knew the column of numbers, and those of names not."""
    (tmp_path / "roster.csv").write_text(f"{head}{SWAPPED}", encoding="utf-8")
    rows = Roster(tmp_path / "roster.csv", Place("moodle").form).find(BOTH)
    assert {student: next(iter(row.values())) for student, row in rows.items()} == (BOTH if known else {})


def test_names_that_are_not_known_are_said(tmp_path: Path) -> None:
    keep(tmp_path, "Jane Doe_4711", graded(3, 3, 4))
    _, said, status = moodle(tmp_path, f"Név,Vezetéknév,ID number,Email address{SWAPPED}")
    assert status == 1 and "Jane Doe_4711 has a number of the roster, of which no columns are known to hold" in said


@pytest.mark.parametrize(
    ("roster", "names"),
    [
        ("id,username,first_name\n7,jane,Jane\n8,bob,Bob\n", ["7", "8"]),
        ("id,last_name,email address\njane,Doe,j@x\n", ["jane"]),
        ("id,last_name,section\njane,Doe,A\n", ["jane"]),
        (f"{CANVAS}x,7,s7,jane,A\n", ["jane"]),
        ("username,FIRST NAME\njane,Jane\n", ["jane"]),
    ],
)
def test_a_system_that_spells_its_columns_so_comes_first(tmp_path: Path, roster: str, names: list[str]) -> None:
    """In mid-term all students had other numbers of their own: the list of nbgrader was read as Moodle's."""
    (tmp_path / "roster.csv").write_text(roster)
    assert [*OwnVariants("some words of mine", tmp_path / "roster.csv").everyone()] == names


def test_a_roster_of_canvas_is_none_of_nbgrader(tmp_path: Path) -> None:
    """Its ID was taken for id, and nobody had a name."""
    keep(tmp_path, "4711", graded(3, 3, 4))
    (tmp_path / "roster.csv").write_text(f'{CANVAS}"Doe, Jane",4711,s1,jane,A\n')
    ran = kata(tmp_path, "export", ".", "--out", "out.csv", "--to", "nbgrader", "--roster", "roster.csv")
    assert ran.returncode == 2 and "none of the columns id" in " ".join(ran.stderr.split())


ABROAD = "ID,Vollständiger Name,ID-Nummer,E-Mail-Adresse\n"
RUNNING = "ID,First name,Last name,ID number,Email address\n1,Jane,Doe,2,j@x\n2,Bob,Roe,1,b@x\n"
GERMAN = "Vorname,Name,ID-Nummer,E-Mail-Adresse\nJane,Doe,47,j@x\nBob,Roe,1,b@x\n"


@pytest.mark.parametrize(
    ("roster", "students"),
    [
        ("Identifier,Status\nParticipant 4711,x\nParticipant 4712,y\n", {"Participant_4711": "x"}),
        ("ID,Status\nTeilnehmer/in4711,x\nTeilnehmer/in4712,y\n", {"Teilnehmerin_4711": "x"}),
        ("Identifiant,Statut\nParticipant 4711,x\nParticipant 4712,y\n", {"Group A-Participant_4711": "x"}),
        ("Identificador,Estado\nParticipante 4711,x\n", {"Participante_4711": "x"}),
        (
            f"{ABROAD}Teilnehmer/in4707,Bob Roe,1,b@x\nTeilnehmer/in2,Jane Doe,4707,j@x\n",
            {"Jane Doe_4707": "j@x", "Bob Roe_4707": "b@x"},
        ),
        (RUNNING, {"Jane Doe_2": "j@x", "Bob Roe_1": "b@x"}),
        (RUNNING, {"2": "j@x", "1": "b@x"}),
        (GERMAN, {"Jane Doe_47": "j@x", "Bob Roe_4711": "b@x"}),
    ],
)
def test_a_worksheet_is_known_by_its_cells(tmp_path: Path, roster: str, students: dict[str, str]) -> None:
    """One without names was refused in other languages, and a column ID of any list was one of participants."""
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    rows = Roster(tmp_path / "roster.csv", Place("moodle").form).find(students)
    assert {student: [*row.values()][-1] for student, row in rows.items()} == students


def test_namesakes_with_a_number_of_a_worksheet_are_not_joined(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text(f"{ABROAD}Teilnehmer/in9,Jane Doe,42,j@x\n", encoding="utf-8")
    roster = Roster(tmp_path / "roster.csv", Place("moodle").form)
    assert roster.find(["Jane Doe_42", "Jane Doe_43"]) == {} and not roster.perhaps_one


TURNED = f"{NAMES}Wei,Li,77,weili@x\nLi,Wei,78,liwei@x\nAl,Coe,79,al@x\nLi,,80,li@x\n"


@pytest.mark.parametrize(
    ("roster", "students"),
    [
        (TURNED, {"Li Wei_4711": "", "Wei Li_4712": "", "Al Coe_4713": "al@x"}),
        (TURNED, {"wei li": "", "Coe Al_4713": ""}),
        (TURNED.replace("Li,Wei", "Bo,Roe"), {"Wei Li_4712": "weili@x", "Li Wei_4711": ""}),
        (TURNED.replace("Wei,Li", "Wei Al,Li"), {"Wei Al Li_1": "weili@x"}),
        (TURNED, {"li_12": ""}),
        (TURNED, {"Li_12": "li@x", "li": ""}),
        (TURNED.replace("Li,,80", "Li,,"), {"Al Coe_S4": "", "Li_S4": "li@x"}),
        (TURNED.replace("79", "S79"), {"Al Coe_S79": "al@x"}),
        (TURNED.replace("79", "S79"), {"Al Coe_S4": "", "Al Coe_4": "al@x"} | {"Al Coe_S5": ""}),
        (
            "Identifier,Email address\nParticipant 12,a@x\nParticipant 13,b@x\n",
            {"stud_12": "", "Participant_13": "b@x"},
        ),
        ("Identifier,Status,Email address\nParticipant 12,x,a@x\n", {"stud_12": "", "G-1-Participant_12": "a@x"}),
    ],
)
def test_a_name_alone_has_to_be_the_only_one_it_can_be(tmp_path: Path, roster: str, students: dict[str, str]) -> None:
    """Honest students got each other's points: families' names first, user names, and another's student ID."""
    assert found(tmp_path, "moodle", roster, *students) == {name: whose for name, whose in students.items() if whose}


@pytest.mark.parametrize(
    ("roster", "student", "theirs"),
    [
        (f"{NAMES}Jane,Doe,MAT 4713,first@x\nJane,Doe,,second@x\n", "Jane Doe_MAT 4713", "first@x"),
        (f"{NAMES}Ana,Lopez,S7,first@x\nAna,Lopez,,second@x\n", "Ana Lopez_S07", ""),
        ("ID number;Email address;\n0047;j@x;\n", "Jane Doe_0047", "j@x"),  # as Excel writes it
    ],
)
def test_a_number_with_letters_is_that_of_one_row_or_of_nobody(
    tmp_path: Path, roster: str, student: str, theirs: str
) -> None:
    """A namesake without a number got the points of another."""
    assert found(tmp_path, "moodle", roster, student) == ({student: theirs} if theirs else {})


def test_no_row_is_called_by_a_folders_name_that_its_student_typed_in(tmp_path: Path) -> None:
    """Mallory had Jane's points, and Jane no row."""
    (tmp_path / "roster.csv").write_text("First name,Last name,ID number\nJane,Doe,77\nMal,M,Jane Doe_4711\n")
    roster = Roster(tmp_path / "roster.csv", Place("moodle").form)
    people = roster.find(["Jane Doe_4711"])
    nothing = roster.others(people)
    assert [row["ID number"] for row in people.values()] == ["77"]
    assert [*nothing] == ["Jane Doe_4711 (2)"] and nothing.keys().isdisjoint(people)


GROUPS = "First name,Last name,ID number,Groups,Email address\n"


@pytest.mark.parametrize(
    ("place", "roster", "student", "theirs"),
    [
        ("moodle", f"{GROUPS}Jane,Doe,1,A,j@x\nJane,Doe,1,B,j@x\n", "Jane Doe_4711", "j@x"),
        ("canvas", f'{CANVAS}"Doe, Jane",77,s1,jane,A\n"Doe, Jane",77,s1,jane,B\n', "doejane_77", "jane"),
        ("moodle", f"{GROUPS}Jane,Doe,1,A,\nJane,Doe,1,B,\n", "Jane Doe_4711", ""),  # students may type in 1
        ("moodle", f"{GROUPS}Jane,Doe,1,A,j@x\nJane,Doe,1,A,j@y\n", "Jane Doe_4711", ""),
        ("moodle", f"{NAMES}Jane,Doe,,\nJane,Doe,,\n", "Jane Doe_4711", ""),
        ("moodle", f"{NAMES}Jane,Doe,42,none@x\nJane,Doe,43,none@x\n", "Jane Doe_43", ""),  # one address for two
        (
            "moodle",
            f"{SHEET}Participant 4711,Jane Doe,1,j@x\nParticipant 5711,Jane Doe,1,j@x\n",
            "Jane Doe_5711",
            "j@x",
        ),
    ],
)
def test_rows_are_one_where_the_platform_identifies_the_student(
    tmp_path: Path, place: str, roster: str, student: str, theirs: str
) -> None:
    """A student of two exports was two; namesakes of whom the list has nothing else were one, and were joined."""
    assert found(tmp_path, place, roster, student) == ({student: theirs} if theirs else {})


def test_a_number_that_a_neighbour_typed_in_keeps_nobody_apart(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text(f"{NAMES}Jane,Doe,77,j@x\nMal,M,5711,m@x\n")
    roster = Roster(tmp_path / "roster.csv", Place("moodle").form)
    assert roster.find(["Jane Doe_4711", "Jane Doe_5711"]) == {} and len(roster.perhaps_one) == 1


@pytest.mark.parametrize(
    ("roster", "student"),
    [
        (f"{SHEET}Participant 4711,Jane\u00a0Doe,1,j@x\n", "Jane\u00a0Doe_4711"),
        (f'{NAMES}"Jane ""JJ""",Doe,77,j@x\n', "Jane JJ Doe_4711"),
        (f"{NAMES}Jane/JJ,Doe,77,j@x\n", "JaneJJ Doe_4711"),
        (f"{NAMES}Jane: <J>,Doe,77,j@x\n", "Jane J Doe_4711"),
    ],
)
def test_signs_that_moodle_leaves_out_are_no_part_of_a_name(tmp_path: Path, roster: str, student: str) -> None:
    student = shown_name(student)
    assert found(tmp_path, "moodle", roster, student) == {student: "j@x"}
    taken = f"{roster}{student.rpartition('_')[0].replace(' Doe', ',Doe')},78,other@x\n"
    assert "\\" in student or found(tmp_path, "moodle", taken, student) != {student: "j@x"}
