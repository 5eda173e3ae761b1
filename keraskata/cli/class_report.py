"""`kata class-report`: a page on the results of a class."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.cli.report import NoOpen, Out, show
from keraskata.curriculum import default_root, load


def class_report(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="the --out of `kata grade-class`")],
    anonymous: Annotated[bool, typer.Option("--anonymous", help="write numbers instead of names")] = False,
    out: Out = None,
    no_open: NoOpen = False,
) -> None:
    """Make a page on the results of a class, check by check: RESULTS/report.html."""
    from keraskata.classes.record_files import NoRecords, everyone
    from keraskata.report.class_page import class_page
    from keraskata.report.lms.grades import ExportFailed

    with exit_on(NoRecords, ExportFailed):
        text = class_page(load(default_root()), everyone(folder), anonymous)
        show(text, out or folder / "report.html", no_open)
