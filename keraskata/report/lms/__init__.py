"""The places that grades go to. To add one: a file here, with its FORM, and a line in `Place`."""

from enum import StrEnum
from importlib import import_module

from keraskata.report.lms.form import Form


class Place(StrEnum):
    """Where grades go, as `kata export --to` says it; the file of this name says what is wanted there."""

    CANVAS = "canvas"
    MOODLE = "moodle"
    NBGRADER = "nbgrader"

    @property
    def form(self) -> Form:
        """What a file of grades looks like there."""
        found: Form = import_module(f"{__name__}.{self.value}").FORM
        return found
