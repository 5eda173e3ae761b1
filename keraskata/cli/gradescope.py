"""`kata gradescope`: makes an autograder for Gradescope."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.cli.grade_class import CourseFile
from keraskata.cli.hosted import Sections, Seed, Walls, chosen, counted


def gradescope(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the archive to write and to upload there")],
    sections: Sections = [],  # noqa: B006
    course: CourseFile = None,
    seed: Seed = 0,
    walls: Walls = True,
) -> None:
    """Make an autograder that grades some sections on Gradescope. Exit status: 0, or 2 it cannot be done."""
    from keraskata.classes.course_file import BadCourse
    from keraskata.hosts.gradescope import write

    with exit_on(BadCourse):
        kit, choices = chosen(sections, course, seed, walls, "Gradescope")
        write(kit, choices, out)
    typer.echo(f"{out}: {counted(kit, choices)}")
    if not walls:
        typer.echo("Without walls: a submission can read the graders there, and forge its own result.")
