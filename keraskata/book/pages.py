"""Reads the pages of the book, docs/book/*.md: their headings, the anchors of these, and the text below them.

Anchors are those that MkDocs gives to headings, so that a link holds on the site and here.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from keraskata.curriculum import CurriculumError, Exercise, Kit

FOLDER = "docs/book"
START = "index"
_FENCE, _HEADING = re.compile(r"^ *(```|~~~)"), re.compile(r"^(#{1,6}) +(.+?) *#*$")
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")
_CODE = re.compile(r"`[^`\n]*`")


@dataclass(frozen=True)
class Part:
    """A heading with the Markdown from there to the next heading; `level` is 1 for the page's title."""

    level: int
    title: str
    anchor: str
    text: str


@dataclass(frozen=True)
class Page:
    """A page of the book; `name` is that of its file, without .md."""

    name: str
    text: str

    @cached_property
    def parts(self) -> list[Part]:
        """The headings of the page in their order, each with its text."""
        lines, starts = self.text.splitlines(keepends=True), []
        for number, line in enumerate(_without_fences(self.text).splitlines()):
            if heading := _HEADING.match(line):
                starts.append((number, len(heading[1]), prose(heading[2])))
        anchors: list[str] = []
        for _, _, title in starts:
            anchors.append(_unique(slug(title), anchors))
        ends = [number for number, _, _ in starts[1:]] + [len(lines)]
        return [
            Part(level, title, anchor, "".join(lines[start:end]))
            for (start, level, title), anchor, end in zip(starts, anchors, ends, strict=True)
        ]

    @property
    def title(self) -> str:
        return self.parts[0].title if self.parts else self.name

    @property
    def links(self) -> list[str]:
        """Where the links and pictures of the page lead, without those in code."""
        return [link for _, _, link in _LINK.findall(_CODE.sub("", _without_fences(self.text)))]

    def place(self, anchor: str) -> int | None:
        """Return which heading has this anchor, counted from 0; None if none has it."""
        return next((number for number, part in enumerate(self.parts) if part.anchor == anchor), None)

    def below(self, anchor: str) -> str:
        """Return the Markdown of the heading with this anchor, with all that is below it; "" for no such heading."""
        start = self.place(anchor)
        if start is None:
            return ""
        rest = self.parts[start + 1 :]
        end = next((number for number, part in enumerate(rest) if part.level <= self.parts[start].level), len(rest))
        return "".join(part.text for part in self.parts[start : start + 1 + end])


def pages(kit: Kit) -> dict[str, Page]:
    """Return the pages by name: the first one, the chapters in the order of the sections, then all others.

    Raises CurriculumError if the kit has no book, or a page cannot be read.
    """
    found = {place.stem: place for place in sorted(folder(kit).glob("*.md"))}
    if not found:
        raise CurriculumError(f"This kit has no book: there are no pages in {folder(kit)}.")
    order = [name for name in (START, *kit.sections) if name in found]
    try:
        return {name: Page(name, found[name].read_text(encoding="utf-8")) for name in dict.fromkeys([*order, *found])}
    except (OSError, ValueError) as error:
        raise CurriculumError(f"A page of the book cannot be read: {error}") from error


def folder(kit: Kit) -> Path:
    """Return the folder of the pages: in the clone, or inside the installed package."""
    return kit.content / FOLDER


def address(name: str) -> tuple[str, str]:
    """Split "docs/book/page.md#anchor", of which only the page must be there, into page and anchor."""
    page, _, anchor = name.removeprefix(f"{FOLDER}/").partition("#")
    return page.removesuffix(".md"), anchor


def command(kit: Kit, exercise: Exercise) -> str:
    """Return what a learner types to read what an exercise needs; it stays when headings change."""
    alone = sum(other.name == exercise.name for other in kit.exercises.values()) == 1
    return f"kata book {exercise.name if alone else exercise.id}"


def for_terminals(text: str) -> str:
    """Return Markdown with the words of each picture in its place, and code without colours, for light screens, too."""
    plain = re.sub(r"^( *```)python$", r"\1text", text, flags=re.MULTILINE)
    return _LINK.sub(lambda found: f"*Picture: {found[2]}*" if found[1] else found[0], plain)


def slug(title: str) -> str:
    """Return the anchor of a heading, as Python-Markdown makes it (markdown.extensions.toc.slugify)."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _unique(anchor: str, taken: list[str]) -> str:
    """Return the anchor with the number that Python-Markdown appends to a second one of the same name."""
    names = (anchor if number == 0 else f"{anchor}_{number}" for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)


def prose(text: str) -> str:
    """Return the words of Markdown in one line, without blocks of code, marks and where links lead."""
    return " ".join(re.sub(r"[`*]", "", _LINK.sub(r"\2", _without_fences(text))).split())


def _without_fences(text: str) -> str:
    """Return Markdown with an empty line for each that is in a block of code."""
    found, fence = [], ""
    for line in text.splitlines():
        mark = _FENCE.match(line)
        found.append("" if fence or mark else line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1] == fence:
            fence = ""
    return "\n".join(found)
