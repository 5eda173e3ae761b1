"""`kata class-report`: how a class does, as a page."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.cli.report import NoOpen, Out, show
from keraskata.curriculum import default_root, load


def class_report(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="what `kata grade-class` had as --out")],
    anonymous: Annotated[bool, typer.Option("--anonymous", help="put numbers in the place of names")] = False,
    out: Out = None,
    no_open: NoOpen = False,
) -> None:
    """Make a page of how a class does, check by check: RESULTS/report.html."""
    from keraskata.classes.record_files import NoRecords, everyone
    from keraskata.report.class_page import class_page
    from keraskata.report.lms.grades import ExportFailed

    with exit_on(NoRecords, ExportFailed):
        text = class_page(load(default_root()), everyone(folder), anonymous)
        show(text, out or folder / "report.html", no_open)
