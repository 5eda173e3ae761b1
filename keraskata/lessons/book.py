"""Puts the book beside the notebooks of those who learn alone, with links both ways."""

from pathlib import Path

from keraskata.book import finding, pages
from keraskata.curriculum import Exercise, Kit
from keraskata.source.writing import write_whole

_FOLDER = "book"
_STUBS, _NOTEBOOKS = "](../../exercises/", "](../"


def link(kit: Kit, exercise: Exercise) -> str:
    """Return a link from the notebook of an exercise to its paragraph; "" for a kit without a book.

    Raises CurriculumError if the page is missing.
    """
    if not exercise.book:
        return ""
    page, anchor = finding.at(kit, exercise)
    place = page.place(anchor)
    title = page.parts[place].title if place is not None else page.title
    return f"[{title}](../{_FOLDER}/{page.name}.md{f'#{anchor}' if anchor else ''})"


def write(kit: Kit, folder: Path) -> None:
    """Write the pages and pictures of the book into `folder`/book, as they are now. Raises OSError."""
    for place in sorted(pages.folder(kit).rglob("*")):
        to = folder / _FOLDER / place.relative_to(pages.folder(kit))
        if place.suffix == ".svg":
            write_whole(to, place.read_bytes())
        elif place.suffix == ".md":
            write_whole(to, _leading_to_notebooks(place.read_text(encoding="utf-8")).encode())


def _leading_to_notebooks(text: str) -> str:
    """Return a page whose links to stubs lead to the notebooks of these exercises."""
    first, *rest = text.split(_STUBS)
    return first + "".join(_NOTEBOOKS + part.replace(".py)", ".ipynb)", 1) for part in rest)
