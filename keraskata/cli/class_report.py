"""`kata class-report`: a page on the results of a class."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.cli.report import NoOpen, Out, show
from keraskata.curriculum import default_root, load

Without = Annotated[
    list[str], typer.Option("--without", metavar="NAME", help="leave this student out; may be repeated")
]


def class_report(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="the --out of `kata grade-class`")],
    anonymous: Annotated[bool, typer.Option("--anonymous", help="write numbers instead of names")] = False,
    without: Without = [],  # noqa: B006
    out: Out = None,
    no_open: NoOpen = False,
) -> None:
    """Make a page on the results of a class, check by check: RESULTS/report.html."""
    from keraskata.classes.record_files import NoRecords, everyone, left_without
    from keraskata.report.class_page import class_page
    from keraskata.report.lms.grades import ExportFailed

    with exit_on(NoRecords, ExportFailed):
        text = class_page(load(default_root()), left_without(everyone(folder), without), anonymous)
        show(text, out or folder / "report.html", no_open)
