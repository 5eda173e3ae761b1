"""Whether a file still has the code of its stub: what the stub does by itself earns nothing."""

import ast
from pathlib import Path

from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.learner import stubs
from keraskata.results import Feedback
from keraskata.source.cell_text import is_cells, split
from keraskata.source.notebook import NoNotebook, read
from keraskata.source.python_text import NoText, decoded

_MOST = 20_000  # letters
NOTHING_YET = Feedback("code of your own", "the stub does this by itself: its points come with your first change")


def is_as_it_came(kit: Kit, exercise: Exercise, path: Path) -> bool:
    """Return whether a file's statements are those of the stub, whatever comments, docstrings and lines there are.

    In a notebook it is the last cell with code of the exercise that counts. False where the stub is not known.
    """
    code = _stub(kit, exercise)
    try:
        text = read(path)
    except (OSError, NoText, NoNotebook):
        return False
    if not is_cells(text):
        return code is not None and _statements(text) == code
    found = [_statements(cell) for _, cell in split(text)]
    own = [each for each in found if each and any(f"FunctionDef(name='{name}'" in each for name in exercise.functions)]
    return code is not None and own[-1:] == [code]


def _stub(kit: Kit, exercise: Exercise) -> str | None:
    try:
        return _statements(decoded(stubs.text(kit, exercise)))
    except (CurriculumError, NoText, OSError):
        return None


def _statements(text: str) -> str | None:
    """Return the statements of a text without docstrings, comparable; None where Python cannot read it.

    Longer texts than any stub are not looked at: to parse them may take the judge much time.
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
        return ast.dump(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
