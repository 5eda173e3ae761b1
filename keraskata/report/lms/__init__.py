"""The systems that grades are exported to. To add one: a file here with its FORM, and a line in `Place`."""

from enum import StrEnum
from importlib import import_module
from pathlib import Path

from keraskata.report.lms.form import Form
from keraskata.report.lms.grades import ExportFailed
from keraskata.report.lms.roster import Roster
from keraskata.report.lms.roster_file import RosterFile


class Place(StrEnum):
    """A target of `kata export --to`; the file of this name has its form."""

    CANVAS = "canvas"
    MOODLE = "moodle"
    NBGRADER = "nbgrader"

    @property
    def form(self) -> Form:
        """The form of a file of grades there."""
        found: Form = import_module(f"{__name__}.{self.value}").FORM
        return found


def roster_of(file: Path) -> Roster:
    """Read a list of students from any of the systems: of the first one whose columns it has.

    One that spells them so comes before one that has them in other capitals. Raises ExportFailed, OSError.
    """
    why: list[str] = []
    columns = RosterFile(file).columns
    for form in sorted((place.form for place in Place), key=lambda form: not form.is_spelt(columns)):
        try:
            return Roster(file, form)
        except ExportFailed as error:
            why.append(f"{form.title}: {error}")
    raise ExportFailed("\n".join(why))
