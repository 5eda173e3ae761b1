"""Writes a syntax tree as tokens in which names, constants and spelling have no say: see `structure`."""

import ast
import builtins
from collections.abc import Callable, Iterable
from typing import Any

from keraskata.source.own_names import Own

MAX_DEPTH = 150  # nodes in each other: people write some 20
Token = tuple[str, int]
"""What stands there, and its line in the text, from 1."""

_BUILT_IN = frozenset(dir(builtins))
_FIELDS_LEFT_OUT = frozenset(("annotation", "returns", "type_comment", "type_params", "ctx", "type_ignores", "kind"))
_COLLECTS = frozenset(("append", "add"))
_EMPTY_MADE_BY = frozenset(("list", "dict", "set"))


class Written:
    """Writes the tokens of one tree."""

    def __init__(self, own: Own, before: int) -> None:
        self._own, self._before, self._line = own, before, 1
        self._tokens: list[Token] = []
        self._depth = 0

    def of(self, tree: ast.Module) -> list[Token]:
        """Return the tokens. Raises RecursionError."""
        self._all(tree.body)
        return self._tokens

    def _say(self, *tokens: str) -> None:
        self._tokens += [(token, self._line + self._before) for token in tokens]

    def _all(self, nodes: Iterable[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self._one(node)

    def _one(self, node: ast.AST) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise RecursionError
        self._line = getattr(node, "lineno", self._line)
        write: Callable[[Any], None] = getattr(self, f"_{type(node).__name__}", self._any)
        write(node)
        self._depth -= 1

    def _any(self, node: ast.AST) -> None:
        self._say(type(node).__name__)
        for name, value in ast.iter_fields(node):
            if name in _FIELDS_LEFT_OUT:
                continue
            if isinstance(value, list):
                self._all(each for each in value if isinstance(each, ast.AST))
            elif isinstance(value, ast.AST):
                self._one(value)

    # What has no say: imports, docstrings and other lone constants, and `pass`.

    def _Import(self, node: ast.Import) -> None:
        pass

    _ImportFrom = _Pass = _Import

    def _Expr(self, node: ast.Expr) -> None:
        value = node.value
        if isinstance(value, ast.Constant):
            return
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in _COLLECTS:
            self._all(value.args)  # as in a comprehension
        else:
            self._one(value)

    # Names and constants.

    def _Name(self, node: ast.Name) -> None:
        if node.id in self._own.imported and node.id not in self._own.names:
            self._say(self._own.imported[node.id])
        else:
            self._say(node.id if node.id in _BUILT_IN and node.id not in self._own.names else "name")

    def _Attribute(self, node: ast.Attribute) -> None:
        self._say(".own" if node.attr in self._own.attributes else node.attr)
        inner: ast.expr = node.value
        while isinstance(inner, ast.Attribute):
            inner = inner.value
        if not (isinstance(inner, ast.Name) and inner.id in self._own.imported):
            self._one(node.value)  # `layers.Dense` and `keras.layers.Dense` are `Dense`

    def _Constant(self, node: ast.Constant) -> None:
        kind = "number" if isinstance(node.value, int | float | complex) else "text"
        self._say(repr(node.value) if node.value is None or isinstance(node.value, bool) else kind)

    def _JoinedStr(self, node: ast.JoinedStr) -> None:
        self._say("text")
        self._all(part.value for part in node.values if isinstance(part, ast.FormattedValue))

    def _UnaryOp(self, node: ast.UnaryOp) -> None:
        if not (isinstance(node.operand, ast.Constant) and isinstance(node.op, ast.USub)):
            self._say(type(node.op).__name__)
        self._one(node.operand)

    # Statements whose forms mean the same.

    def _Assign(self, node: ast.Assign) -> None:
        self._bind(node.targets, node.value)

    def _AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self._bind([node.target], node.value)

    def _NamedExpr(self, node: ast.NamedExpr) -> None:
        self._one(node.value)

    def _bind(self, targets: list[ast.expr], value: ast.expr) -> None:
        """Write only the value, if it gets a name: a result may be named first, or used at once."""
        named = all(isinstance(target, ast.Name) for target in targets)
        if named and _is_empty(value):
            return
        if not named:
            self._say("Assign")
            self._all(targets)
        self._one(value)

    def _AugAssign(self, node: ast.AugAssign) -> None:
        self._say(type(node.op).__name__)
        self._all((node.target, node.value))

    def _BinOp(self, node: ast.BinOp) -> None:
        self._say(type(node.op).__name__)
        self._all((node.left, node.right))

    def _Compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        mirrored = {ast.Gt: "Lt", ast.GtE: "LtE"}
        if len(sides) == 2 and type(node.ops[0]) in mirrored:
            self._say(mirrored[type(node.ops[0])])
            sides.reverse()
        else:
            self._say(*(type(each).__name__ for each in node.ops))
        self._all(sides)

    def _Call(self, node: ast.Call) -> None:
        self._say("Call")
        self._one(node.func)
        self._all(node.args)
        for keyword in sorted(node.keywords, key=lambda each: each.arg or ""):
            self._line = keyword.lineno
            self._say("**" if keyword.arg is None else f"{keyword.arg}=" if keyword.arg not in self._own.names else "=")
            self._one(keyword.value)

    def _If(self, node: ast.If | ast.IfExp) -> None:
        self._say("If")
        self._one(node.test)
        for branch in (node.body, node.orelse):
            self._all(branch if isinstance(branch, list) else [branch])
            self._say("Else") if branch is node.body and node.orelse else None

    _IfExp = _If

    # Loops and comprehensions.

    def _For(self, node: ast.For) -> None:
        self._loop(node.target, node.iter)
        self._all([*node.body, *node.orelse])

    _AsyncFor = _For

    def _loop(self, target: ast.expr, over: ast.expr) -> None:
        self._say("For")
        self._all((target, over))

    def _comprehension(self, node: ast.comprehension) -> None:
        self._loop(node.target, node.iter)
        for test in node.ifs:
            self._say("If")
            self._one(test)

    def _ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> None:
        self._all([*node.generators, node.elt])

    _SetComp = _GeneratorExp = _ListComp

    def _DictComp(self, node: ast.DictComp) -> None:
        self._all([*node.generators, node.key, node.value])

    # Definitions.

    def _FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._all(node.decorator_list)
        self._line = node.lineno
        self._say("Def")
        self._one(node.args)
        self._all(node.body)

    _AsyncFunctionDef = _FunctionDef

    def _Lambda(self, node: ast.Lambda) -> None:
        self._say("Def")
        self._all((node.args, node.body))

    def _arguments(self, node: ast.arguments) -> None:
        self._say(*["name"] * (len(node.posonlyargs) + len(node.args) + len(node.kwonlyargs)))
        self._all([*node.defaults, *node.kw_defaults])

    def _ClassDef(self, node: ast.ClassDef) -> None:
        self._say("Class")
        self._all([*node.bases, *node.decorator_list, *node.body])


def _is_empty(value: ast.expr) -> bool:
    """Return whether a value is a list, dict or set without anything in it, which a loop fills."""
    match value:
        case ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
        case ast.Call(func=ast.Name(id=name), args=[], keywords=[]):
            return name in _EMPTY_MADE_BY
    return False
