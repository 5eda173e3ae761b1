"""`kata report`: writes a learner's page to a file and opens it in a browser."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import CurriculumError, learners_root, load

Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="the file to write")]
NoOpen = Annotated[bool, typer.Option("--no-open", help="write the page, but open no browser")]


def learner_report(
    section: Annotated[
        str,
        typer.Argument(metavar="[SECTION]", help="only this section", autocompletion=completion.sections),
    ] = "",
    out: Out = None,
    no_open: NoOpen = False,
) -> None:
    """Make a page on your progress, with pictures of what your code did: .kata/report.html. It grades nothing."""
    from keraskata.learner import memory, progress
    from keraskata.report.page import PLACE, page

    with exit_on():
        kit = load(learners_root())
        shown = kit.exercises_of([section] if section else [*kit.sections])
        results = {exercise.id: found for exercise in shown if (found := progress.known(kit, exercise))}
        if not results:
            place = f"exercises/{kit.section(section)}"
            raise CurriculumError(f"No file is graded yet, or each was changed since: run `pytest {place}` first.")
        text = page(kit, results, memory.load(kit).given_up, kit.section(section))
        show(text, out or kit.root / PLACE, no_open)


def show(text: str, place: Path, no_open: bool) -> None:
    """Write a page, and open it in a browser unless `no_open`."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    typer.echo(f"Report: {place}")
    if not no_open:
        webbrowser.open(place.absolute().as_uri())
