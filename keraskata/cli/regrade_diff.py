"""`kata regrade-diff`: what changed in the grades of a class when they were graded again, and why."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on


def regrade_diff(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="the --out of `kata grade-class`")],
    student: Annotated[str, typer.Option("--student", metavar="NAME", help="only this student")] = "",
) -> None:
    """Show what changed in the grades of a class when they last changed, check by check, and why."""
    from keraskata.classes.record_files import NoRecords, everyone
    from keraskata.classes.regraded import changes

    with exit_on(NoRecords):
        records = [each for each in everyone(folder) if student in ("", each["submission"]["student"])]
        if not records:
            raise NoRecords(f"There is no result of {student} in {folder}.")
    found = [change for record in records for change in changes(record)]
    if not found:
        typer.echo(f"No grade in {folder} has changed since it was first given.")
        return
    rows = [("student", "check", "was", "now", "changed", "why")]
    rows += [(each.student, each.check, each.was, each.now, each.until, each.why) for each in found]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        typer.echo("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
