"""What the commands for hosts have in common: which exercises count there, and on which terms they are graded."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from keraskata.cli import completion
from keraskata.curriculum import CurriculumError, Kit, default_root, load

if TYPE_CHECKING:
    from keraskata.hosts.choices import Choices

Sections = Annotated[
    list[str],
    typer.Argument(metavar="SECTION...", help="the sections that count", autocompletion=completion.sections),
]
Seed = Annotated[int, typer.Option(metavar="NUMBER", help="seed of the runs; learners' own runs have 0")]
Walls = Annotated[bool, typer.Option("--walls/--no-walls", help="confine the untrusted code")]


def chosen(sections: list[str], course: Path | None, seed: int, walls: bool, host: str) -> "tuple[Kit, Choices]":
    """Return the kit here and the choices for a host; say what the host itself has to know.

    Raises CurriculumError and BadCourse.
    """
    from keraskata.backend.choice import backend
    from keraskata.classes.course_file import Course
    from keraskata.hosts.choices import Choices
    from keraskata.judges.hidden_seed import hidden

    if not sections and not course:
        raise CurriculumError("Name the sections that count, or the --course that does.")
    kit = load(default_root())
    decided = (Course.read(course) if course else Course()).of(kit)
    names = [exercise.id for exercise in decided.exercises(kit, sections, [])]
    if decided.due:
        typer.echo(f"When work is due, and what being late costs, is set at {host}: set it there.")
    return kit, Choices(names, {**decided.points}, hidden(kit, seed), walls, backend())


def counted(kit: Kit, choices: "Choices") -> str:
    """Return a sentence on what counts."""
    own = ", ".join(dict.fromkeys(kit.exercises[name].section for name in choices.exercises))
    return f"{len(choices.exercises)} exercises of {own}, on Keras' backend {choices.backend}."
