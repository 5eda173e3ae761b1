"""What an exercise runs of a notebook: the statements that its functions need, cell by cell, and no experiments."""

import __future__

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

from keraskata.handed_notebook import split

_MAGIC = re.compile(r"^(\s*)([%!?].*|.*\?)$", re.MULTILINE)
_OTHER_LANGUAGE = re.compile(r"\s*%%(?!time|timeit|capture|prun|debug)")
_STAR = "*"
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True)
class Cell:
    """What is to be run of a cell, or why Python cannot read it."""

    source: str
    code: CodeType | None = None
    error: SyntaxError | None = None


def needed(text: str, filename: str, functions: list[str]) -> list[Cell]:
    """The cells of a notebook's text, each with those of its statements that `functions` rest on.

    What a learner tried out beside them is not run: it may train for minutes, or break. Line numbers are those of
    `text`.
    """
    cells = [(source, *_parsed(source, before, filename)) for before, source in split(text)]
    statements = [statement for _, tree, _ in cells if tree for statement in tree.body]
    kept, flags = _kept(statements, set(functions)), _future(statements)
    found = []
    for source, tree, error in cells:
        body = [statement for statement in tree.body if statement in kept] if tree else []
        module = ast.Module(body, type_ignores=[])
        code = compile(module, filename, "exec", flags=flags, dont_inherit=True) if body else None
        found.append(Cell(source, code, error))
    return found


def names_defined(text: str) -> list[str]:
    """The functions and classes that a text defines, also where Python cannot read it."""
    return re.findall(r"^(?:def|class)\s+(\w+)", text, re.MULTILINE)


def _parsed(source: str, before: int, filename: str) -> tuple[ast.Module | None, SyntaxError | None]:
    if _OTHER_LANGUAGE.match(source):
        return None, None
    lines = "\n" * before
    try:
        return ast.parse(lines + source, filename), None
    except SyntaxError as error:
        try:  # Jupyter's own commands are no Python, and none of what is graded
            return ast.parse(lines + _MAGIC.sub(r"\1pass", source), filename), None
        except SyntaxError:
            return None, error


def _kept(statements: list[ast.stmt], names: set[str]) -> set[ast.stmt]:
    kept: set[ast.stmt] = set()
    facts = [(statement, set(_bound(statement)), _used(statement)) for statement in statements]
    names.add(_STAR)
    while more := [(statement, used) for statement, bound, used in facts if statement not in kept and bound & names]:
        kept.update(statement for statement, _ in more)
        names.update(*(used for _, used in more))
    return kept


def _used(statement: ast.stmt) -> set[str]:
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}


def _bound(node: ast.AST) -> Iterator[str]:
    """The names that a statement binds, or whose value it changes: `np` in np.seterr(...), `a` in a[0] = 1."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            yield alias.asname or alias.name.split(".")[0]
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
        yield from _root(node.value.func)
    elif isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
        yield from _root(node)
    if not isinstance(node, _SCOPES):
        for child in ast.iter_child_nodes(node):
            yield from _bound(child)


def _root(node: ast.expr) -> Iterator[str]:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id


def _future(statements: list[ast.stmt]) -> int:
    """What `from __future__ import ...` turns on; in Jupyter it holds for all cells that follow."""
    flags = 0
    for statement in statements:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            for alias in statement.names:
                flags |= getattr(__future__, alias.name).compiler_flag
    return flags
