"""Whether a file still has the code of its stub: what the stub does by itself earns nothing."""

import ast
import re
from pathlib import Path

from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.language import translated
from keraskata.learner import stubs
from keraskata.results import Feedback
from keraskata.source.cell_text import has_cells, is_cells, split
from keraskata.source.notebook import NoNotebook, read
from keraskata.source.python_text import NoText, decoded
from keraskata.variants import said, unmarked

_MOST = 20_000  # letters
_DOCSTRING = re.compile(r'\A""".*?"""', re.DOTALL)
NOTHING_YET = Feedback("code of your own", "the stub does this by itself: its points come with your first change")


def says_nothing_yet(feedback: Feedback | None) -> bool:
    """Return whether feedback is NOTHING_YET, in whichever language and with whatever notes."""
    return feedback is not None and feedback.found in (NOTHING_YET.found, translated(NOTHING_YET.found))


def is_as_it_came(kit: Kit, exercise: Exercise, path: Path) -> bool:
    """Return whether a file is the stub, as `is_stub` says. False where it cannot be read."""
    try:
        return is_stub(kit, exercise, read(path))
    except (OSError, NoText, NoNotebook):
        return False


def is_stub(kit: Kit, exercise: Exercise, text: str) -> bool:
    """Return whether a text's statements are those of the stub, whatever comments, docstrings and lines there are.

    In a notebook it is the last cell with code of the exercise that counts; one that was saved as a Python file may
    have everything in one cell. False where the stub is not known.
    """
    variants = dict.fromkeys((exercise, exercise.of(said(text))))  # another's stub is a stub, too
    return any(_is_stub(code, exercise, text) for each in variants if (code := _stub(kit, each)))


def _is_stub(code: list[str], exercise: Exercise, text: str) -> bool:
    functions = list(exercise.functions)
    if not has_cells(text):
        return _statements(text) == code
    cells = [_statements(cell) or [] for _, cell in split(text)]
    own = next((cell for cell in reversed(cells) if _define(cell, functions)), [])
    return own == code or (not is_cells(text) and _ends_with(own, code, functions))


def _define(statements: list[str], functions: list[str]) -> bool:
    starts = tuple(start for name in functions for start in (f"FunctionDef(name='{name}'", f"def {name}("))
    return any(statement.startswith(starts) for statement in statements)


def _ends_with(statements: list[str], code: list[str], functions: list[str]) -> bool:
    """Return whether statements that may be those of several cells define the functions last as the stub does."""
    kept = [statement for statement in statements if not statement.startswith("Expr(")]
    ends = [at for at in range(len(code), len(kept) + 1) if kept[at - len(code) : at] == code]
    return bool(ends) and not _define(kept[ends[-1] :], functions)


def _stub(kit: Kit, exercise: Exercise) -> list[str] | None:
    try:
        return _statements(exercise.varied(decoded(stubs.text(kit, exercise))))
    except (CurriculumError, NoText, OSError):
        return None


def _statements(text: str) -> list[str] | None:
    """Return the statements of a text without docstrings, comparable; where Python cannot read it, its lines.

    None for longer texts than any stub: to parse them may take the judge much time.
    """
    if len(text) > _MOST:
        return None
    try:
        tree = ast.parse(text)
        for node in ast.walk(tree):
            body = getattr(node, "body", None)
            first = body[0] if isinstance(body, list) and body else None
            if isinstance(body, list) and isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                del body[0]
        return [ast.dump(statement) for statement in tree.body]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        lines = unmarked(_DOCSTRING.sub("", text)).splitlines()
        return [line.rstrip() for line in lines if line.strip()]
