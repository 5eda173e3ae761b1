"""The systems that grades are exported to. To add one: a file here with its FORM, and a line in `Place`."""

from enum import StrEnum
from importlib import import_module

from keraskata.report.lms.form import Form


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
