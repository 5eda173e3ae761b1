"""`kata prairielearn`: writes questions for PrairieLearn, and the image that grades them."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.cli.grade_class import CourseFile
from keraskata.cli.hosted import Sections, Seed, Walls, chosen, counted
from keraskata.report.text import near


def prairielearn(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="made or updated: questions/ and image/")],
    image: Annotated[str, typer.Option(metavar="NAME", help="the image's name in its registry: you/keraskata")],
    sections: Sections = [],  # noqa: B006
    course: CourseFile = None,
    seed: Seed = 0,
    walls: Walls = True,
) -> None:
    """Write a PrairieLearn question for each exercise, graded in a container. Exit status: 0, or 2 on an error."""
    from keraskata.classes.course_file import BadCourse
    from keraskata.hosts.prairielearn import write
    from keraskata.source.python_text import NoText

    with exit_on(BadCourse, NoText):
        kit, choices = chosen(sections, course, seed, walls, "PrairieLearn")
        write(kit, choices, image, out)
    typer.echo(f"{near(out)}: {counted(kit, choices)}")
    typer.echo(f"Next: build {near(out / 'image')} as {image} (its Containerfile says how), and copy questions/.")
    if walls:
        typer.echo("PrairieLearn's containers seldom allow walls. Without them nothing is graded: try one submission.")
    else:
        typer.echo("Without walls: the container is the wall. A submission can read the graders in it, and forge its")
        typer.echo("own result; it reaches no other submission and no network.")
