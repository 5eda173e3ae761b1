"""What an exercise runs of a notebook: the statements that its functions need, cell by cell, and no experiments."""

import __future__

import ast
import dis
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import TypeGuard

from keraskata.source.cell_text import split
from keraskata.subject import set_order

# As IPython finds them: at the beginning of a line, and `name?` at its end.
_COMMAND = re.compile(r"^(\s*)([%!?].*|[^#'\"]*%{0,2}(?!\d)[\w*]+(\.\w+|\[-?\d+\])*\?{1,2}\s*)$")
_COMMAND_GIVES = re.compile(r"^([^=]+=\s*)[%!].*$")
_OTHER_LANGUAGE = re.compile(r"\s*%%(?!time|timeit|capture|prun|debug)")
_STAR = "*"
_ASKS = {"LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS", "DELETE_NAME", "DELETE_GLOBAL"}
_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True)
class Cell:
    """What is to be run of a cell, or why Python cannot read it."""

    source: str
    code: CodeType | None = None
    error: Exception | None = None


@dataclass(frozen=True, eq=False)
class _Statement:
    node: ast.stmt
    binds: set[str]
    uses: set[str]


def needed(text: str, filename: str, functions: list[str]) -> list[Cell]:
    """Return the cells of a notebook's text, each with those of its statements that `functions` depend on.

    What a learner tried out beside them is not run: it may train for minutes, or break. Line numbers are those of
    `text`.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Jupyter has shown them where the cell was run
        cells = [(source, *_read(source, before)) for before, source in split(text)]
        statements = [statement for _, read, _ in cells for statement in read]
        kept, flags = _kept(statements, set(functions)), _future(statements)
        found = []
        for source, read, error in cells:
            body = [each.node for each in read if each in kept and not _of_future(each.node)]
            found.append(_runnable(source, body, filename, flags, error))
    return found


def names_defined(text: str) -> list[str]:
    """Return the functions and classes that a text defines, also where Python cannot read it."""
    return re.findall(r"^(?:def|class)\s+(\w+)", text, re.MULTILINE)


def _read(source: str, before: int) -> tuple[list[_Statement], Exception | None]:
    """Return the statements of a cell that Python can read, and the error of those that it cannot."""
    read: list[_Statement] = []
    if _OTHER_LANGUAGE.match(source):
        return read, None
    wrong = None
    try:
        body = _tree([""] * before + source.split("\n")).body
    except _UNREADABLE as error:
        return read, error
    for node in body:
        try:  # as in Jupyter, each by itself; Python finds some slips only here
            read.append(_Statement(node, set(_bound(node)), set(_used(_compiled([node])))))
        except _UNREADABLE as error:
            wrong = wrong or error
    return read, wrong


def _tree(lines: list[str]) -> ast.Module:
    """Parse the lines without Jupyter's own commands: they are not Python, and are not graded.

    They are looked for only where Python stops, so the rest of an expression or a text is never mistaken for one.
    """
    while True:
        try:
            return ast.parse("\n".join(lines))
        except SyntaxError as error:
            number = error.lineno or 0
            line = "".join(lines[number - 1 : number])
            plain = _COMMAND_GIVES.sub(r"\1None", _COMMAND.sub(r"\1pass", line))
            if plain == line:
                raise
            lines[number - 1] = plain


def _compiled(body: list[ast.stmt], filename: str = "", flags: int = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT) -> CodeType:
    return set_order.code(ast.Module(body, type_ignores=[]), filename, flags)


def _runnable(source: str, body: list[ast.stmt], filename: str, flags: int, wrong: Exception | None) -> Cell:
    try:
        return Cell(source, _compiled(body, filename, flags) if body else None, wrong)
    except SyntaxError as error:  # it was read as Jupyter reads it, so it is `await` outside a function
        found = f"{error.msg}, which works in Jupyter alone"
        return Cell(source, error=SyntaxError(found, (filename, error.lineno, error.offset, None)))


def _kept(statements: list[_Statement], names: set[str]) -> set[_Statement]:
    kept: set[_Statement] = set()
    names.add(_STAR)
    while more := [statement for statement in statements if statement not in kept and statement.binds & names]:
        kept.update(more)
        names.update(*(statement.uses for statement in more))
    return kept


def _used(code: CodeType) -> Iterator[str]:
    """Yield the names that code needs from the notebook, without a function's own names."""
    for step in dis.get_instructions(code):
        if isinstance(step.argval, CodeType):
            yield from _used(step.argval)
        elif step.opname in _ASKS:
            yield step.argval


def _bound(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement binds, or whose value it changes: `np` in np.seterr(...), `a` in a[0] = 1."""
    nodes: list[ast.AST] = [statement]
    while nodes:
        node = nodes.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            if isinstance(node.value.func, ast.Attribute):
                yield from _root(node.value.func)
        elif isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)) and not isinstance(node.ctx, ast.Load):
            yield from _root(node)
        if isinstance(node, ast.comprehension):
            nodes += [node.iter, *node.ifs]  # what it binds is its own
        elif not isinstance(node, _SCOPES):
            nodes.extend(ast.iter_child_nodes(node))


def _root(node: ast.expr) -> Iterator[str]:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id


def _future(statements: list[_Statement]) -> int:
    """Return the flags of `from __future__ import ...`; in Jupyter they hold for all cells that follow."""
    flags = 0
    for node in (statement.node for statement in statements):
        if _of_future(node):
            for alias in node.names:
                flags |= getattr(__future__, alias.name).compiler_flag
    return flags


def _of_future(node: ast.stmt) -> TypeGuard[ast.ImportFrom]:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"
