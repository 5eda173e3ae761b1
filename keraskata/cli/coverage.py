"""`kata coverage`: writes the pages that are made from tables, such as docs/coverage.md."""

import typer

from keraskata.cli.errors import exit_on
from keraskata.curriculum import authors_root, load


def write_coverage() -> None:
    """Write the pages that are made from tables: which exercise corrects which defect, and what moved since Keras 2."""
    from keraskata.course import made_pages

    with exit_on():
        kit = load(authors_root())
        for place, text in made_pages.made(kit).items():
            (kit.root / place).write_text(text, encoding="utf-8")
            typer.echo(place)
