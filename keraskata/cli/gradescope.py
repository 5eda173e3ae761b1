"""`kata gradescope`: makes an autograder for Gradescope."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.cli.grade_class import CourseFile


def gradescope(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the archive to write and to upload there")],
    sections: Annotated[
        list[str],
        typer.Argument(metavar="SECTION...", help="the sections that count", autocompletion=completion.sections),
    ] = [],  # noqa: B006
    course: CourseFile = None,
    seed: Annotated[int, typer.Option(help="seed of the runs; learners' own runs have 0")] = 0,
    walls: Annotated[bool, typer.Option("--walls/--no-walls", help="confine the untrusted code")] = True,
) -> None:
    """Make an autograder that grades some sections on Gradescope. Exit status: 0, or 2 it cannot be done."""
    from keraskata.backend.choice import backend
    from keraskata.classes.course_file import BadCourse, Course
    from keraskata.curriculum import CurriculumError, default_root, load
    from keraskata.gradescope.archive import Choices, write
    from keraskata.judges.hidden_seed import hidden

    with exit_on(BadCourse):
        if not sections and not course:
            raise CurriculumError("Name the sections that count, or the --course that does.")
        kit = load(default_root())
        decided = (Course.read(course) if course else Course()).of(kit)
        exercises = decided.exercises(kit, sections, [])
        names = [exercise.id for exercise in exercises]
        choices = Choices(names, {**decided.points}, hidden(kit, seed), walls, backend())
        write(kit, choices, out)
    counted = ", ".join(dict.fromkeys(exercise.section for exercise in exercises))
    typer.echo(f"{out}: {len(names)} exercises of {counted}, on Keras' backend {choices.backend}.")
    if decided.due:
        typer.echo("When work is due, and what being late costs, is set at Gradescope: set it there.")
    if not walls:
        typer.echo("Without walls: a submission can read the graders there, and forge its own result.")
