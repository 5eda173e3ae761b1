"""The mutants of a text: each differs by one small change, and is named by the line that it makes."""

import ast
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent / "mutation"))
from operators import mutants

TEXT = '''"""What it does."""

import numpy as np


def first(rows: np.ndarray, n: int = 2) -> list:
    """Return the first rows."""
    found = []
    for row in rows[:n]:
        if row.size > 0 and not np.isnan(row).any():
            found.append(row * 0.5)
    return found
'''


def test_each_is_another_program_that_python_can_read() -> None:
    found = mutants(TEXT)
    texts = [mutant.source for mutant in found]
    assert len(set(texts)) == len(texts) > 20 and ast.unparse(ast.parse(TEXT)) not in texts
    for text in texts:
        compile(text, "mutant", "exec")


def test_a_mutant_is_named_by_the_line_that_it_makes() -> None:
    changes = {mutant.change for mutant in mutants(TEXT)}
    assert {
        "first: without found = []",
        "first: for row in rows[:]:",
        "first: for row in list(rows[:n])[1:]:",
        "first: if row.size >= 0 and (not np.isnan(row).any()):",
        "first: if row.size > 0 or not np.isnan(row).any():",
        "first: if row.size > 0 and (not np.isnan(row).all()):",
        "first: if row.size > 0 and np.isnan(row).any():",
        "first: found.append(row * 1.0)",
        "first: found.append(row / 0.5)",
        "first: twice found.append(row * 0.5)",
    } <= changes


def test_docstrings_imports_and_hints_stay() -> None:
    for mutant in mutants(TEXT):
        assert "What it does." in mutant.source and "Return the first rows." in mutant.source
        assert "import numpy as np" in mutant.source and "rows: np.ndarray, n: int" in mutant.source
