"""`kata likeness`: which submissions of a class are nearer to each other than is usual in it."""

import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.cli.report import NoOpen, show
from keraskata.curriculum import default_root, load

_PAGE = Path("likeness.html")


def likeness(
    submissions: Annotated[
        Path, typer.Argument(metavar="SUBMISSIONS", help="the class, as `kata grade-class` takes it")
    ],
    section: Annotated[
        list[str],
        typer.Option(
            "--section", metavar="NAME", help="only this section; may be repeated", autocompletion=completion.sections
        ),
    ] = [],  # noqa: B006
    exercise: Annotated[
        list[str],
        typer.Option(
            "--exercise", metavar="NAME", help="only this one; may be repeated", autocompletion=completion.exercises
        ),
    ] = [],  # noqa: B006
    earlier: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="an earlier class, which is compared with this one, too")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the page to write")] = _PAGE,
    no_open: NoOpen = False,
) -> None:
    """Show pairs of submissions that are nearer than is usual in their class. Nothing leaves this machine."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from keraskata.classes.course_file import Course
    from keraskata.classes.screen import about
    from keraskata.classes.temporary import temporary_files
    from keraskata.handed_in.folder import Work
    from keraskata.handed_in.parts import BadInput
    from keraskata.handed_in.reading import Reading
    from keraskata.likeness.findings import finding
    from keraskata.likeness.gathering import Structures, gathered
    from keraskata.likeness.lines import lines
    from keraskata.likeness.page import likeness_page

    with exit_on(BadInput), ExitStack() as ends:
        kit = load(default_root())
        exercises = {each.id: each for each in Course().exercises(kit, section, exercise)}
        ends.enter_context(temporary_files())
        structures = ends.enter_context(closing(Structures(kit)))
        places = [place for place in (submissions, earlier) if place]
        readings = [ends.enter_context(closing(Reading(kit, place))) for place in places]
        for reading in readings:
            for row in about(reading.download, len(exercises)):
                typer.echo(row)
        columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()]
        console = Console(stderr=True)
        bar = ends.enter_context(Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()))
        task = bar.add_task("reading", total=sum(len(reading.everyone) for reading in readings))

        def tell(work: Work) -> None:
            bar.advance(task)
            if work.problem:
                typer.echo(f"{work.student}  ! {work.problem}")

        read = [gathered(reading, at > 0, structures, exercises, tell) for at, reading in enumerate(readings)]
        bar.reset(task, total=len(exercises), description="comparing")
        findings = []
        for name, one in exercises.items():
            if handed := [each for of_a_class in read for each in of_a_class.pop(name)]:
                findings.append(finding(kit, one, handed))
            bar.advance(task)
        counts = [len(reading.everyone) for reading in readings]
        page = likeness_page(findings, counts[0], sum(counts[1:]))
    for row in lines(findings):
        typer.echo(row)
    with exit_on():
        show(page, out, no_open)
