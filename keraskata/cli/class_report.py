"""`kata class-report`: a page on the results of a class."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.cli.report import NoOpen, Out, show
from keraskata.curriculum import default_root, load
from keraskata.printable import listed

RosterFile = Annotated[
    Path | None, typer.Option("--roster", metavar="FILE", help="the course's students, a CSV that you exported there")
]
Without = Annotated[
    list[str], typer.Option("--without", metavar="NAME", help="leave this student out; may be repeated")
]


def class_report(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="the --out of `kata grade-class`")],
    anonymous: Annotated[bool, typer.Option("--anonymous", help="write numbers instead of names")] = False,
    roster: RosterFile = None,
    without: Without = [],  # noqa: B006
    out: Out = None,
    no_open: NoOpen = False,
) -> None:
    """Make a page on the results of a class, check by check: RESULTS/report.html."""
    from keraskata.classes.class_list import ClassList
    from keraskata.classes.record_files import NoRecords
    from keraskata.report.class_page import class_page
    from keraskata.report.lms import roster_of
    from keraskata.report.lms.grades import ExportFailed

    with exit_on(NoRecords, ExportFailed):
        found = ClassList.of(folder, without, roster_of(roster) if roster else None)
        for name, others in found.joined.items():
            typer.echo(f"{name}: one student in the roster with {listed(others)}.")
        text = class_page(load(default_root()), found.records, anonymous, found.nothing if roster else None)
        show(text, out or folder / "report.html", no_open)
