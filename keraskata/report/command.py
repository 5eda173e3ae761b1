"""`kata report` and `kata class-report`: one page each, written to a file and opened in a browser."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from keraskata.curriculum import CurriculumError, default_root, learners_root, load
from keraskata.failing import plainly

Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="where the page goes")]
NoOpen = Annotated[bool, typer.Option("--no-open", help="write the page, and open no browser")]


def learner_report(out: Out = None, no_open: NoOpen = False) -> None:
    """Make a page of your progress, with pictures of what your code did: .kata/report.html. It grades nothing."""
    from keraskata import progress
    from keraskata.report.page import PLACE, page

    with plainly():
        kit = load(learners_root())
        results = progress.everything(kit)
        if not results:
            raise CurriculumError("Nothing is graded yet, or all was changed since: run `pytest exercises/` first.")
        _show(page(kit, results), out or kit.root / PLACE, no_open)


def class_report(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="what `kata grade-class` had as --out")],
    anonymous: Annotated[bool, typer.Option("--anonymous", help="put numbers in the place of names")] = False,
    out: Out = None,
    no_open: NoOpen = False,
) -> None:
    """Make a page of how a class does, check by check: RESULTS/report.html."""
    from keraskata.bulk.record_files import NoRecords, everyone
    from keraskata.report.class_page import class_page
    from keraskata.report.lms import ExportFailed

    with plainly(NoRecords, ExportFailed):
        text = class_page(load(default_root()), everyone(folder), anonymous)
        _show(text, out or folder / "report.html", no_open)


def _show(text: str, place: Path, no_open: bool) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    typer.echo(f"Report: {place}")
    if not no_open:
        webbrowser.open(place.absolute().as_uri())
