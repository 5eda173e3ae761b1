"""The plan of the house, as far as `lint-imports` does not hold it: see docs/architecture.md."""

import ast
import re
from pathlib import Path

ENGINE = Path(__file__).parent.parent / "keraskata"
FILES = [path for path in sorted(ENGINE.rglob("*.py")) if "kit" not in path.relative_to(ENGINE).parts]
CELL = ENGINE / "lessons" / "install_cell.py"  # the text of a cell
MOST_LINES = 250


def test_no_file_is_long() -> None:
    long = {str(path): count for path in FILES if (count := len(path.read_text().splitlines())) > MOST_LINES}
    assert not long


def test_no_private_name_is_imported_from_another_file() -> None:
    private = [
        f"{path}: {node.module}.{alias.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("keraskata")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert not private


def test_every_file_says_what_it_is_for() -> None:
    assert not [str(path) for path in FILES if path != CELL and not ast.get_docstring(ast.parse(path.read_text()))]


def test_the_plan_names_every_room() -> None:
    plan = (ENGINE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in ENGINE.glob("*/__init__.py")} - {"datasets"}
    assert set(re.findall(r"^\| *\d* *\| `(\w+)/` \|", plan, re.MULTILINE)) == rooms
