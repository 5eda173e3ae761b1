"""The language of the house: words that a reader with school English does not know stand in no text and no comment."""

import contextlib
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# What to write instead: fix, again or a new one, predict, depends on, separated by, distinguishes.
UNKNOWN = re.compile(
    r"\b(mend(s|ed|ing)?|anew|foretells?|(hangs?|hung) on|parted by|set apart by|told from|tells .{1,20} from|"
    r"strangers' code|holds? .{1,20} against)\b",
    re.IGNORECASE,
)
PROSE = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    *(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md")),
]
TREES = ("keraskata", "exercises", "solutions", "graders", "curriculum", "tests")


def words_of(path: Path) -> Iterator[tuple[int, str]]:
    """Give lines of a page; of a Python file, its comments and texts: what is a name is none of a reader's words."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from enumerate(text.splitlines(), 1)
        return
    with contextlib.suppress(tokenize.TokenError):  # a stub that Python cannot read yet: its task stands before that
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.COMMENT, tokenize.STRING):
                yield from enumerate(token.string.splitlines(), token.start[0])


def sources() -> Iterator[Path]:
    for tree in TREES:
        for path in (ROOT / tree).rglob("*"):
            beside = {"answers", "hostile", "golden"} & set(path.relative_to(ROOT).parts)
            if path.suffix in (".py", ".toml") and not beside and path != Path(__file__):
                yield path


@pytest.mark.parametrize("page", PROSE)
def test_a_page_has_no_word_of_the_list(page: str) -> None:
    assert not [line for line in words_of(ROOT / page) if UNKNOWN.search(line[1])]


def test_code_has_no_word_of_the_list() -> None:
    found = {str(path.relative_to(ROOT)): [w for w in words_of(path) if UNKNOWN.search(w[1])] for path in sources()}
    assert not {path: words for path, words in found.items() if words}
