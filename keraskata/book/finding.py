"""Finds what a learner wants to read: a chapter, the paragraph of an exercise, or the places where a word stands."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from keraskata.book.pages import START, Page, address, pages, prose
from keraskata.curriculum import CurriculumError, Exercise, Kit

_AROUND = 40  # letters that are shown before and after words


class Place(NamedTuple):
    """Where words stand: a page and a heading of it, as `kata book` takes them, and what is around the words."""

    address: str
    title: str
    around: str


def page_of(kit: Kit, name: str) -> tuple[Page, str] | None:
    """Return the page that a name means, and the anchor there; None if it is no name.

    Names are "" (the first page), a section or the beginning of its name, a page, each with "#anchor" or without, and
    an exercise, for which it is the paragraph that it needs. Raises CurriculumError for a kit without a book, and for
    a page or an anchor that is missing.
    """
    book = pages(kit)
    page, anchor = address(name)
    page = kit.section(page) or page or START
    if named := next((each for each in kit.exercises.values() if name in (each.id, each.name)), None):
        page, anchor = address(named.book)
    elif page not in kit.sections and page not in book:
        return None
    if page not in book:
        raise CurriculumError(f"The book has no page {page}. It has: {', '.join(book)}.")
    if anchor and not book[page].below(anchor):
        near = get_close_matches(anchor, [part.anchor for part in book[page].parts], n=1, cutoff=0)
        raise CurriculumError(f"The page {page} has no heading {anchor}. Did you mean {page}#{near[0]}?")
    return book[page], anchor


def passage(kit: Kit, name: str) -> str:
    """Return the Markdown that a name means, or "" if it is none. Raises CurriculumError as `page_of` does."""
    page, anchor = page_of(kit, name) or (None, "")
    return (page.below(anchor) if anchor else page.text) if page else ""


def at(kit: Kit, exercise: Exercise) -> tuple[Page, str]:
    """Return the page that an exercise names, and the anchor there. Raises CurriculumError if there is none."""
    page, anchor = address(exercise.book)
    if (found := pages(kit).get(page)) is None:
        raise CurriculumError(f"The book has no page for {exercise.id}.")
    return found, anchor


def places(kit: Kit, words: str) -> list[Place]:
    """Return where words stand, headings first, once for each heading. Raises CurriculumError, with near names."""
    sought = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    titled, found = [], []
    for page in pages(kit).values():
        for part in page.parts:
            title = page.title if part.level == 1 else f"{page.title}: {part.title}"
            where = page.name if part.level == 1 else f"{page.name}#{part.anchor}"
            text = prose(part.text.partition("\n")[2])
            if sought.search(part.title):
                titled.append(Place(where, title, ""))
            elif hit := sought.search(text):
                around = text[max(hit.start() - _AROUND, 0) : hit.end() + _AROUND]
                found.append(Place(where, title, f"...{around}..."))
    if not titled and not found:
        names = [*kit.sections, *pages(kit), *(exercise.name for exercise in kit.exercises.values())]
        names += [part.title.lower() for page in pages(kit).values() for part in page.parts]
        near = get_close_matches(words.lower(), dict.fromkeys(names), n=3)
        advice = f"Did you mean {' or '.join(near)}?" if near else "`kata book` shows what it has."
        raise CurriculumError(f"The book does not speak of {words}. {advice}")
    return titled + found
