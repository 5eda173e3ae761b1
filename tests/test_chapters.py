"""The book: `kata book` finds and shows it, `kata check` knows what leads nowhere, and it is in school English."""

import os
import pty
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SECTION, give_book
from test_engine import run

from keraskata import curriculum
from keraskata.book.pages import FOLDER, Page, prose, slug
from keraskata.course import older_names, reading
from keraskata.subject import moved

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / FOLDER).glob("*.md"))
CHAPTER = "docs/book/s01_words.md"
HARDEST = 9.0  # Flesch-Kincaid grade of the median paragraph: school English
WIDEST = 72  # letters of a line of code: what a terminal of 80 columns shows without breaking it


@pytest.fixture
def book(kit: Path) -> Path:
    give_book(kit)
    return kit


def read(kit: Path, *words: str, status: int = 0) -> str:
    ran = run(kit, "keraskata", "book", *words)
    assert ran.returncode == status and "Traceback" not in ran.stderr, ran.stderr
    return ran.stderr if status else ran.stdout


def test_a_page_is_named_by_its_section_or_its_file_and_goes_into_a_pipe_as_it_is(book: Path) -> None:
    chapter = (book / "docs/book/s01_words.md").read_text()
    assert read(book, "s01") == read(book, "s01_words.md") == read(book, "docs/book/s01_words.md") == chapter
    assert read(book) == read(book, "index") == "# The book\n\n[Words](s01_words.md)\n"
    assert read(book, "glossary#word") == "## Word\n\nLetters in a row.\n"


def test_an_exercise_names_its_paragraph_with_all_that_is_below_it(book: Path) -> None:
    shout, count = read(book, "shout"), read(book, "s01_words/count")
    assert shout.startswith("## Capitals\n") and "# Not a heading" in shout and "### Small ones" in shout
    assert count.startswith("## `Blanks` between words\n") and "Exercises" not in count + shout


def test_words_are_found_in_headings_first_and_not_in_code(book: Path) -> None:
    found = read(book, "WORD").splitlines()
    assert [line.split()[2] for line in found] == [
        "s01_words",
        "s01_words#blanks-between-words",
        "glossary#word",
        "index",
        "s01_words#capitals",
        "s01_words#exercises",
    ]
    assert found[0].endswith("Words and letters") and "Some words" in found[4]
    assert "s01_words#small-ones" in read(book, "letters", "are  small") and "..." in read(book, "capital;")
    assert "does not speak of loudly" in read(book, "loudly", status=2)


@pytest.mark.parametrize(
    ("name", "words"),
    [("shuot", "Did you mean shout?"), ("s01#capitol", "Did you mean s01_words#capitals?"), ("zzz", "`kata book`")],
)
def test_what_is_not_there_is_told_what_is_near(book: Path, name: str, words: str) -> None:
    assert words in read(book, name, status=2)


def test_a_kit_without_a_book_says_so(kit: Path) -> None:
    assert "This kit has no book" in read(kit, status=2)


def test_in_a_terminal_it_is_laid_out(book: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", "PAGER": "cat"}
    command = [sys.executable, "-m", "keraskata", "book", "count"]
    process = subprocess.Popen(command, cwd=book, env=environment, stdin=theirs, stdout=theirs)
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:  # the end of a terminal
        pass
    assert process.wait() == 0
    text = re.sub(r"\x1b\[[\d;]*m", "", said.decode())
    assert "Blanks between words" in text and "Picture: a row of blanks" in text and "##" not in text
    assert not re.search(rb"\x1b\[[\d;]*[34]\d", said)  # no colours of its own: the ground may be light or dark


def wrong(kit: Path) -> list[str]:
    curriculum.load.cache_clear()
    return list(reading.problems(curriculum.load(kit)))


def test_a_whole_book_has_no_problems_and_a_kit_needs_none(kit: Path) -> None:
    assert wrong(kit) == []
    give_book(kit)
    assert wrong(kit) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (SECTION, "#capitals", "#capitol", "leads nowhere: s01_words.md has no heading #capitol; is it #capitals?"),
        (SECTION, "s01_words.md", "s1_words.md", "there is no docs/book/s1_words.md; is it s01_words.md?"),
        (
            SECTION,
            'book = "s01_words.md#capitals"',
            "",
            "shout: curriculum/s01_words.toml names no paragraph",
        ),
        ("exercises/s01_words/shout.py", "book shout", "book", "does not end with `Read: kata book shout`"),
        ("solutions/s01_words/count.py", "Read", "See", "does not end with `Read: kata book count`"),
        (
            "docs/book/s01_words.md",
            "[shout](../../exercises/s01_words/shout.py)",
            "shout",
            "does not link to exercises",
        ),
        (
            "docs/book/s01_words.md",
            "shout.py)",
            "shuot.py)",
            "the link ../../exercises/s01_words/shuot.py leads nowhere",
        ),
        (
            "docs/book/s01_words.md",
            "(glossary.md#word)",
            "(glossary.md#x)",
            "glossary.md has no heading #x; is it #word?",
        ),
        (CHAPTER, "(#capitals)", "(#x)", "s01_words.md has no heading #x"),
        (CHAPTER, "blanks.svg", "blank.svg", "the link pictures/blank.svg leads nowhere"),
    ],
)
def test_what_leads_nowhere_is_named(book: Path, file: str, old: str, new: str, words: str) -> None:
    text = (book / file).read_text()
    assert old in text
    (book / file).write_text(text.replace(old, new))
    assert [line for line in wrong(book) if words in line], wrong(book)


def test_kata_check_fails_on_it(book: Path) -> None:
    (book / "docs/book/glossary.md").unlink()
    ran = run(book, "keraskata", "check", "shout")
    assert ran.returncode == 1 and "the link glossary.md#word leads nowhere" in ran.stdout


def test_the_page_on_older_names_has_every_row_of_the_table() -> None:
    page = older_names.page()
    assert page == (ROOT / older_names.PLACE).read_text(encoding="utf-8"), "run `kata coverage`"
    for row in moved.rows().values():
        name = re.split(r"[.(]", row.old)[-1].removesuffix(")")
        assert f"{name}`" in page or f"{name}=`" in page or name == "*", row


def test_anchors_are_those_of_the_site() -> None:
    toc = pytest.importorskip("markdown.extensions.toc", reason="MkDocs is missing: pip install mkdocs-material")
    titles = ["What `fit` shows", "Größe – and *more*", "a - b", "One, two: three?", "keras.layers", "x_1 & y"]
    for title in [*titles, *(part.title for page in PAGES for part in Page("", page.read_text("utf-8")).parts)]:
        assert slug(prose(title)) == toc.slugify(prose(title), "-"), title
    again = Page("", "# A\n\n## B\n\n~~~\n## C\n~~~\n\n## B\n\n## B ##\n")
    assert [part.anchor for part in again.parts] == ["a", "b", "b_1", "b_2"]


def grade(paragraph: str) -> float | None:
    """The Flesch-Kincaid grade of a paragraph, by the syllables of Hunspell's hyphenation; None for a few words."""
    pyphen = pytest.importorskip("pyphen", reason="pyphen is missing: pip install pyphen")
    syllables = pyphen.Pyphen(lang="en_US")
    words = re.findall(r"[A-Za-z']+", paragraph)
    if len(words) < 8:
        return None
    sentences = max(1, len(re.findall(r"[.!?:;](?=\s|$)", paragraph)))
    count = sum(syllables.inserted(word).count("-") + 1 for word in words)
    return float(0.39 * len(words) / sentences + 11.8 * count / len(words) - 15.59)


def paragraphs(page: Path) -> list[str]:
    """The prose of a page, without headings, tables and code."""
    text = re.sub(r"(?ms)```.*?```|^\|[^\n]*$|<!--.*?-->", "", page.read_text(encoding="utf-8"))
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n|\n(?=[-*] )", text)]
    return [part for part in parts if not part.startswith("#")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_median_paragraph_is_in_school_english(page: Path) -> None:
    without_code = [re.sub(r"`[^`]*`", "name", part) for part in paragraphs(page)]
    grades = [found for part in without_code if (found := grade(part)) is not None]
    assert grades and statistics.median(grades) <= HARDEST, sorted(grades)


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem[:1] == "s" and page.stem[1:3].isdigit()])
def test_a_chapter_is_read_in_one_go(page: Path) -> None:
    words = sum(len(part.split()) for part in paragraphs(page))
    assert 600 <= words <= 1_500, f"{page.name} has {words} words"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_small_terminal_breaks_no_line_of_code(page: Path) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", page.read_text(), re.MULTILINE | re.DOTALL)
    code = [line for block in blocks for line in block.splitlines() if not line.lstrip().startswith("#>")]
    assert [line for line in code if len(line) > WIDEST] == []
