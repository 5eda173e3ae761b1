"""What is wrong with a file before it can be graded: Python cannot read it, or it imports what is not there.

Nothing of it runs here but such an import, which ends before it has brought anything.
"""

import ast
import importlib.util
import linecache
import warnings
from collections.abc import Iterator
from pathlib import Path

from keraskata.curriculum import Exercise, Kit
from keraskata.results import Feedback
from keraskata.source.cell_text import has_cells
from keraskata.source.notebook import read
from keraskata.subject.faults import raised, unreadable

_Import = ast.Import | ast.ImportFrom


def fault(kit: Kit, exercise: Exercise) -> Feedback | None:
    """Return what the verdict will say of the learner's file where it is missing or cannot be loaded; else None.

    A file with cells is left to the judge, for each of them counts alone.
    """
    path = kit.stub(exercise)
    linecache.checkcache(str(path))  # the feedback quotes the file as it is now
    try:
        text = read(path)
        if has_cells(text):
            return None
        with warnings.catch_warnings(action="ignore"):  # Python would write over the screen
            compile(text, str(path), "exec", dont_inherit=True)
            return _of_imports(ast.parse(text), path, exercise)
    except Exception as error:
        return unreadable(path, error, exercise.name).feedback


def _of_imports(tree: ast.Module, path: Path, exercise: Exercise) -> Feedback | None:
    for node in _first_imports(tree):
        if not _is_there(node):
            code = compile(ast.Module([node], []), str(path), "exec", dont_inherit=True)
            try:
                exec(code, {"__name__": f"learner_{exercise.name}"})
            except ImportError as error:
                return raised(error, "the file", "", path, in_call=False).feedback
    return None


def _first_imports(tree: ast.Module) -> Iterator[_Import]:
    """Give the imports at the top, one for each module; what stands below other code may depend on that code."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (ast.copy_location(ast.Import([alias]), node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            return


def _is_there(node: _Import) -> bool:
    """Return whether the package of an import is installed; what is missing inside it only the import itself knows."""
    if isinstance(node, ast.ImportFrom) and node.level:
        return False  # a file that stands alone has no folder to import from
    name = node.names[0].name if isinstance(node, ast.Import) else node.module or ""
    try:
        return importlib.util.find_spec(name.partition(".")[0]) is not None
    except ValueError:  # it is imported already, in an unusual way
        return True
