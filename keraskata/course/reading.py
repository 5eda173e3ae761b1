"""Lists what is wrong between exercises and the book: paragraphs that are not there, and links that lead nowhere."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from keraskata.book.pages import FOLDER, Page, address, command, folder, pages
from keraskata.curriculum import CURRICULUM, Exercise, Kit


def problems(kit: Kit) -> Iterator[str]:
    """Give the problems, one line each; none for a kit without a book."""
    if not any(exercise.book for exercise in kit.exercises.values()) and not folder(kit).is_dir():
        return
    book = pages(kit) if any(folder(kit).glob("*.md")) else {}
    for exercise in kit.exercises.values():
        yield from _of_exercise(kit, exercise, book)
    for page in book.values():
        yield from _of_links(kit, page, book)


def _of_exercise(kit: Kit, exercise: Exercise, book: dict[str, Page]) -> Iterator[str]:
    place = f"{CURRICULUM}/{exercise.section}.toml"
    if not exercise.book:
        yield f'{exercise.id}: {place} names no paragraph of the book; write one, as in book = "page.md#heading"'
        return
    if wrong := _dead(exercise.book, book):
        yield f"{exercise.id}: book = {exercise.book!r} in {place} leads nowhere: {wrong}"
    chapter = book.get(exercise.section)
    if chapter and f"../../exercises/{exercise.id}.py" not in chapter.links:
        yield f"{FOLDER}/{chapter.name}.md: does not link to exercises/{exercise.id}.py; name the exercise there"
    last = f"Read: {command(kit, exercise)}"
    for file in filter(Path.is_file, (kit.stub(exercise), kit.solution(exercise))):
        if last not in file.read_text(encoding="utf-8").splitlines():
            yield f"{file.relative_to(kit.root).as_posix()}: its task does not end with `{last}`; write that there"


def _of_links(kit: Kit, page: Page, book: dict[str, Page]) -> Iterator[str]:
    """Give the links of a page that lead nowhere: to a page, a heading or a file of the kit."""
    for link in dict.fromkeys(page.links):
        file = link.partition("#")[0]
        if "://" in link:
            continue
        if file and not (file.endswith(".md") and "/" not in file):
            wrong = "" if (folder(kit) / file).exists() else "there is no such file; correct it"
        else:
            wrong = _dead(link if file else f"{page.name}.md{link}", book)
        if wrong:
            yield f"{FOLDER}/{page.name}.md: the link {link} leads nowhere: {wrong}"


def _dead(link: str, book: dict[str, Page]) -> str:
    """Return why there is no such place in the book, and what to do; "" if there is."""
    name, anchor = address(link)
    if name not in book:
        near = get_close_matches(name, book, n=1)
        return f"there is no {FOLDER}/{name}.md; {f'is it {near[0]}.md?' if near else 'write it'}"
    if not anchor or book[name].place(anchor) is not None:
        return ""
    near = get_close_matches(anchor, [part.anchor for part in book[name].parts], n=1, cutoff=0)
    return f"{name}.md has no heading #{anchor}; {f'is it #{near[0]}?' if near else 'write it'}"
