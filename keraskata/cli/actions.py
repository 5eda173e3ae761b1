"""`kata actions`: writes the workflow by which GitHub Actions grades what students push."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.cli.grade_class import CourseFile
from keraskata.cli.hosted import Sections, chosen, counted
from keraskata.report.text import near


def actions(
    sections: Sections = [],  # noqa: B006
    course: CourseFile = None,
    kit: Annotated[
        str, typer.Option(metavar="NAME", help="what pip installs there: a package, ./FILE.whl in it, or a URL")
    ] = "keraskata",
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the workflow to write")] = Path(
        ".github/workflows/classroom.yml"
    ),
) -> None:
    """Write the workflow for the template of students' repositories. Exit status: 0, or 2 it cannot be done."""
    from keraskata.classes.course_file import BadCourse
    from keraskata.hosts.actions import write

    with exit_on(BadCourse):
        here, choices = chosen(sections, course, 0, False, "GitHub Classroom")
        write(choices, kit, out)
    typer.echo(f"{near(out)}: {counted(here, choices)}")
    typer.echo("Next: commit it in the template of your students' repositories, beside exercises/ and keraskata.toml.")
    typer.echo("Students can change it in theirs: for grades that count, give their repositories to kata grade-class.")
