"""`kata feedback`: a page for each student of a class."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.curriculum import default_root, load


def feedback(
    folder: Annotated[Path, typer.Argument(metavar="RESULTS", help="the --out of `kata grade-class`")],
) -> None:
    """Make a page for each student: RESULTS/feedback, and an archive that Canvas or Moodle takes back."""
    from keraskata.classes import feedback_pages
    from keraskata.classes.record_files import NoRecords

    with exit_on(NoRecords):
        places = list(feedback_pages.write(load(default_root()), folder))
    pages = [place for place in places if place.suffix == ".html"]
    typer.echo(f"{len(pages)} pages for students: {folder / feedback_pages.FOLDER}")
    if len(places) > len(pages):
        typer.echo(f"To be uploaded where the download came from: {places[-1]}")
