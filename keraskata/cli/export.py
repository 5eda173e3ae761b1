"""`kata export`: writes the grades of a class as a file for a learning platform."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.class_report import RosterFile, Without
from keraskata.cli.errors import exit_on
from keraskata.printable import listed
from keraskata.report.lms import Place


class Missing(StrEnum):
    """What `kata export --missing` gives to students who handed in nothing."""

    ZERO = "zero"
    NOTHING = "nothing"


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="the --out of `kata grade-class`")],
    to: Annotated[Place, typer.Option("--to", help="where the grades go")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the CSV file to write")],
    roster: RosterFile = None,
    missing: Annotated[
        Missing, typer.Option("--missing", help="what those in the roster get who handed in nothing")
    ] = Missing.NOTHING,
    without: Without = [],  # noqa: B006
) -> None:
    """Write a class's grades for PLACES. Exit status: 0 all, 1 not all, 2 it cannot be done."""
    from keraskata.classes.class_list import ClassList
    from keraskata.classes.record_files import NoRecords
    from keraskata.report import spreadsheet
    from keraskata.report.lms.grades import ExportFailed, Grades
    from keraskata.report.lms.roster import Roster

    form = to.form
    with exit_on(NoRecords, ExportFailed):
        if missing is Missing.ZERO and not roster:
            raise ExportFailed("--missing zero needs --roster: it says who handed in nothing.")
        course = Roster(roster, form) if roster else None
        found = ClassList.of(folder, without, course)
        grades, people, nothing = Grades.of(found.records), found.people, found.nothing
        columns, unclear = (course.columns, course.unclear) if course else (list(form.columns), {})
        why = {**unclear, **course.otherwise} if course else {}
        if not course:
            people = {name: form.stranger(name) for name in grades.students}
        strangers = [name for name in grades.students if name not in people]
        unknown = [name for name in strangers if name not in unclear]  # they may be any of those who lack there
        zeros = missing is Missing.ZERO and not unknown
        if zeros:
            grades.fill(nothing)
            people |= nothing
        with out.open("w", encoding="utf-8", newline="") as file:
            spreadsheet.write(file, form.rows(grades, people, columns))
    for section, most in grades.worth.items():
        typer.echo(f"{section:<32} {most:>4} points")
    typer.echo(f"{len(people)} students: {out}")
    for name, others in found.joined.items():
        typer.echo(f"{name}: one student in the roster with {listed(others)}, and in one row.")
    for name, said in grades.late.items():
        if name in people:
            typer.echo(f"{name}: {said}")
    for name, absent in grades.absent.items():
        if name in people:
            typer.echo(f"{name}: not graded in {', '.join(absent)}, which give no points")
    if nothing:
        has = ("has" if len(nothing) == 1 else "have") + (" zeros" if zeros else " no row")
        did = "handed in nothing that is known to be theirs" if unknown else "handed in nothing"
        typer.echo(f"{len(nothing)} in the roster {did}, and {has}: {', '.join(nothing)}.")
    for name in strangers:
        typer.echo(f"kata: {name} {why.get(name, 'is not in the roster')}, and not in {out}.", err=True)
    if unknown and missing is Missing.ZERO:
        out_of = "or leave them out with --without"
        typer.echo(f"kata: No zeros: {unknown[0]} may be one who lacks. Add them to the roster, {out_of}.", err=True)
    raise typer.Exit(1 if strangers else 0)


export.__doc__ = (export.__doc__ or "").replace(
    "PLACES", listed([place.form.title for place in Place])
)  # the help follows the table
