"""Grades for Moodle: a grade item for each section, a row for each student."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from keraskata.report.lms import naming
from keraskata.report.lms.form import Form, People, Row, cells
from keraskata.report.lms.grades import Grades

_KNOWN_BY = ("Username", "ID number", "Email address")
# In a grading worksheet, such as "Participant 4711". Source: `recordid` in the language files of mod_assign.
_PARTICIPANTS = ("Identifier", "ID", "Identifiant", "Identificador")
_NUMBERS = ("ID-Nummer", "Numéro d'identification", "Numéro d’identification", "Número de ID")
_ABROAD = (  # a Moodle in German, French or Spanish; in Dutch, Swedish, Danish or Norwegian it has an ID-nummer, too
    *_NUMBERS,
    *("Anmeldename", "E-Mail-Adresse", "Nom d'utilisateur", "Nom d’utilisateur", "Adresse de courriel"),
    *("Nombre de usuario", "Dirección de correo"),
    *("Gebruikersnaam", "E-mailadres", "Användarnamn", "E-postadress"),
    *("Brugernavn", "E-mailadresse", "Brukernavn", "E-postadresse"),
)
_FIRST = (
    *("First name", "Firstname", "Given name", "Forename", "Vorname", "Prénom", "Nombre", "Nome"),
    *("Voornaam", "Förnamn", "Fornavn", "Etunimi", "Imię"),
)
_LAST = (
    *("Last name", "Lastname", "Surname", "Family name", "Nachname", "Familienname", "Nom de famille", "Nom"),
    *("Apellido(s)", "Apellidos", "Cognome", "Sobrenome", "Apelido", "Achternaam", "Efternamn", "Efternavn"),
    *("Etternavn", "Sukunimi", "Nazwisko", "Name"),
)
_NAMES = (
    *product(_FIRST, _LAST),
    *(("Full name",), ("Name",), ("Vollständiger Name",), ("Nom complet",), ("Nombre completo",)),
    *(("Nome completo",), ("Volledige naam",), ("Fullständigt namn",), ("Fulde navn",), ("Fullt navn",)),
)


def _rows(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    names = {name for both in _NAMES for name in both}
    own = [column for column in columns if column in {*_KNOWN_BY, *_ABROAD, *_PARTICIPANTS, *names}]
    yield [*own, *grades.worth]
    for student, person in people.items():
        points = grades.students[student]
        yield [*cells(person, own), *(points.get(section, "") for section in grades.worth)]


def _called(row: Mapping[str, str]) -> str:
    return next(naming.whole(row, _NAMES), "")


def _fits(row: Mapping[str, str], student: str) -> bool:
    """Return whether a student has the name in a row.

    Where students are graded without names, Moodle calls 4711 "Participant_4711", in its own language as in the
    worksheet; where they work in groups, it writes "Group A-" before that. The number is that of the worksheet then.
    """
    number = student.rpartition("_")[2]
    cell = next(filter(None, (row.get(column, "").strip() for column in _PARTICIPANTS)), "")
    word, own = naming.numbered(cell)
    if not word or own != number:
        return naming.fits(row, _NAMES, student)
    parts = student.split("-")
    names = ["-".join(parts[at:]) for at in range(len(parts))]
    called = {naming.letters(f"{word}_{number}"), naming.letters(f"{word} {number}_{number}")}
    return any(naming.letters(name) in called or naming.fits(row, _NAMES, name) for name in names)


FORM = Form(
    title="Moodle",
    known_by=_KNOWN_BY,
    columns=("Username",),
    needs=(),
    rows=_rows,
    abroad=_ABROAD,
    names=_NAMES,
    participants=_PARTICIPANTS,
    numbers=(_KNOWN_BY[1], *_NUMBERS),
    typed=(_KNOWN_BY[1], *_NUMBERS),
    called=_called,
    fits=_fits,
)
