"""`kata export`: writes the grades of a class as a file for a learning platform."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.printable import listed
from keraskata.report.lms import Place


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="the --out of `kata grade-class`")],
    to: Annotated[Place, typer.Option("--to", help="where the grades go")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the CSV file to write")],
    roster: Annotated[
        Path | None, typer.Option(metavar="FILE", help="the course's students, a CSV that you exported there")
    ] = None,
) -> None:
    """Write a class's grades for PLACES. Exit status: 0 all, 1 not all, 2 it cannot be done."""
    from keraskata.classes.record_files import NoRecords, everyone
    from keraskata.report import spreadsheet
    from keraskata.report.lms.grades import ExportFailed, Grades
    from keraskata.report.lms.roster import Roster

    form = to.form
    with exit_on(NoRecords, ExportFailed):
        grades = Grades.of(everyone(folder))
        columns, people = list(form.columns), {name: form.stranger(name) for name in grades.students}
        if roster:
            course = Roster(roster, form)
            columns, people = course.columns, course.find(grades.students)
        with out.open("w", encoding="utf-8", newline="") as file:
            spreadsheet.write(file, form.rows(grades, people, columns))
    for section, most in grades.worth.items():
        typer.echo(f"{section:<32} {most:>4} points")
    typer.echo(f"{len(people)} students: {out}")
    for name, said in grades.late.items():
        if name in people:
            typer.echo(f"{name}: {said}")
    missing = [name for name in grades.students if name not in people]
    for name in missing:
        typer.echo(f"kata: {name} is not in the roster, and not in {out}.", err=True)
    raise typer.Exit(1 if missing else 0)


export.__doc__ = (export.__doc__ or "").replace(
    "PLACES", listed([place.form.title for place in Place])
)  # the help follows the table
