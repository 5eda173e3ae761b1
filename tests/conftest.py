"""A tiny kit in a temporary folder: the engine is tested through its public doors, without Keras."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import untried

from keraskata.expect.basics import Measuring, measuring
from keraskata.subject import walls

SECTION = "curriculum/s01_words.toml"
MANIFEST = """
title = "Words"

[[exercise]]
name = "shout"
title = "Shout"
signatures = ["shout(text: str) -> str"]

[[exercise]]
name = "count"
title = "Count"
signatures = ["count(text: str) -> int"]
"""
SHOUT = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=2, hint="upper")
@pytest.mark.timeout(2)
def test_upper(submission):
    """shout(text) is in capitals."""
    expect.equal(submission.shout("ab"), "AB", what="shout('ab')")

@pytest.mark.check(points=1, needs=["test_upper"], hint="empty")
def test_empty(submission):
    """An empty text stays empty."""
    expect.equal(submission.shout(""), "", what="shout('')")
'''
COUNT = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=3, hint="split")
def test_words(submission):
    """count(text) is the number of words."""
    expect.equal(submission.count("a b c"), 3, what="count('a b c')")
'''
RIGHT = {
    "shout": "def shout(text):\n    return text.upper()\n",
    "count": "def count(text):\n    return len(text.split())\n",
}
SHARING = re.compile(r"tests/test_(docs|evidence|hostile|hostile_notebooks|mixed_attacks|own_exercise|stock|warm)\.py")
STUB = "def {name}(text):\n    raise NotImplementedError\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seeds", type=int, default=1, help="grade the answer bank under so many seeds (default: 1)")
    parser.addoption(
        "--subject", choices=["in-process", "warm", "walled"], default="in-process", help="where the bank's files run"
    )
    parser.addoption("--as-notebooks", action="store_true", help="grade the answer bank as notebooks")
    all_checks = "grade every check of the answer bank, not only those that a wrong answer is to fail"
    parser.addoption("--all-checks", action="store_true", help=all_checks)
    parser.addoption("--whole-bank", action="store_true", help="hand in every attack of the hostile bank as a notebook")
    parser.addoption("--variants", type=int, default=1, help="variants of each exercise that varies (default: 1)")
    banks = "grade the answer bank under so many variants (default: 0)"
    parser.addoption("--variant-banks", type=int, default=0, help=banks)
    parser.addoption("--update-golden", action="store_true", help="write the golden screens and JSON again")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(untried)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Tests share a worker that share a run: those of one exercise under one seed, and those of some files.

    (The marker xdist_group would say so, but pytest-xdist 3.8 loses it under pytest 9.2.)
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByExercise(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            if sharing := SHARING.match(nodeid):
                return sharing[0]
            exercise = re.search(r"\[\d+-s\d\d_\w+/\w+", nodeid)
            return exercise[0] if exercise else nodeid

    return ByExercise(config, log)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "bank_seed" in metafunc.fixturenames:
        metafunc.parametrize("bank_seed", range(metafunc.config.getoption("seeds")))


@pytest.fixture(scope="session")
def walled() -> None:
    """Skips what needs walls where they cannot be put up."""
    try:
        walls.check()
    except walls.NoWalls as error:
        pytest.skip(str(error))


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A kit of two exercises, both open."""
    return write_kit(tmp_path)


def write_kit(folder: Path) -> Path:
    """Write that kit into a folder."""
    files = {
        SECTION: MANIFEST,
        "pyproject.toml": '[tool.pytest.ini_options]\ntestpaths = ["exercises"]\n',
        "graders/s01_words/test_shout.py": SHOUT,
        "graders/s01_words/test_count.py": COUNT,
    }
    for name, text in RIGHT.items():
        files[f"solutions/s01_words/{name}.py"] = text
        files[f"exercises/s01_words/{name}.py"] = STUB.format(name=name)
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return folder


def give_hints(kit: Path, exercise: str, hints: str) -> None:
    """Write the table of an exercise's hints behind its block in that kit."""
    place = kit / SECTION
    block = re.compile(rf'^name = "{exercise}"\n(?:.+\n)+', re.MULTILINE)
    place.write_text(block.sub(lambda found: f"{found[0]}\n[exercise.hints]\n{hints}", place.read_text(), count=1))


CHAPTER = """\
# Words and letters

What a text is made of. [Add](https://keras.io) nothing.

## Capitals

{long}
Each letter has a capital; see [blanks](#blanks-between-words).

```python
# Not a heading
print("loudly")
#> loudly
```

### Small ones

Most letters are small.

## `Blanks` between words

Words are separated by blanks.

![a row of blanks](pictures/blanks.svg)

## Exercises

- [shout](../../exercises/s01_words/shout.py): read [Capitals](#capitals).
- [count](../../exercises/s01_words/count.py): read [Blanks](#blanks-between-words), and [words](glossary.md#word).
"""


def give_book(kit: Path) -> None:
    """Write a book for that kit: a first page, a chapter that is longer than a screen, and a page to look things up."""
    book = kit / "docs" / "book"
    (book / "pictures").mkdir(parents=True)
    (book / "pictures" / "blanks.svg").write_text("<svg/>")
    (book / "index.md").write_text("# The book\n\n[Words](s01_words.md)\n")
    (book / "s01_words.md").write_text(CHAPTER.format(long="Some words.\n\n" * 40))
    (book / "glossary.md").write_text("# Glossary\n\n## Word\n\nLetters in a row.\n")
    listed = (kit / SECTION).read_text()
    for name, anchor in (("shout", "capitals"), ("count", "blanks-between-words")):
        title = f'title = "{name.title()}"\n'
        listed = listed.replace(title, f'{title}book = "s01_words.md#{anchor}"\n')
        for tree in ("exercises", "solutions"):
            place = kit / tree / "s01_words" / f"{name}.py"
            place.write_text(f'"""{name.title()}.\n\nRead: kata book {name}\n"""\n\n\n{place.read_text()}')
    (kit / SECTION).write_text(listed)


@pytest.fixture
def keeping() -> Iterator[Measuring]:
    """What a running check keeps."""
    current = Measuring()
    token = measuring.set(current)
    yield current
    measuring.reset(token)
