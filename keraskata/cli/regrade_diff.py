"""`kata regrade-diff`: what changed in the grades of a class when they were graded again, and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import default_root, load


def regrade_diff(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="the --out of `kata grade-class`")],
    student: Annotated[str, typer.Option("--student", metavar="NAME", help="only this student")] = "",
    exercise: Annotated[
        list[str],
        typer.Option(
            "--exercise", metavar="NAME", help="only this one; may be repeated", autocompletion=completion.exercises
        ),
    ] = [],  # noqa: B006
) -> None:
    """Show what changed in the grades of a class when they last changed, summed up and check by check, and why."""
    from keraskata.classes import regraded_sums
    from keraskata.classes.record_files import NoRecords, everyone
    from keraskata.classes.regraded import changes

    with exit_on(NoRecords):
        named = {load(default_root()).find(name).id for name in exercise}
        records = [each for each in everyone(folder) if student in ("", each["submission"]["student"])]
        if not records:
            raise NoRecords(f"There is no result of {student} in {folder}.")
    found = [change for record in records for change in changes(record, named)]
    if not found:
        of = f" for {', '.join(sorted(named))}" if named else ""
        typer.echo(f"No grade{of} in {folder} has changed since it was first given.")
        return
    if len({change.student for change in found}) > 1:
        typer.echo(f"{regraded_sums.sentence(found, len(records))}\n")
        _table([regraded_sums.HEADER, *regraded_sums.rows(found)])
        typer.echo("")
    header = ("student", "check", "was", "now", "changed", "why")
    _table([header, *((each.student, each.check, each.was, each.now, each.until, each.why) for each in found)])


def _table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        typer.echo("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
