"""Sets of text in another order, and hash(text) another number, for each run: Python draws both anew when it starts.

This process does not, so whoever numbers words in the order of a set, or makes a seed of a text by hash(), gets other
numbers here, as in a process of their own.
"""

import ast
import hashlib
import types
from collections.abc import Callable, Iterator
from typing import Any

_MAKES = "__kata_set__"  # what {...} calls: a file may give the name `set` to something else


def drawn(seed: int) -> dict[str, Callable[..., Any]]:
    """Return, by name, `set` and `frozenset` with texts in an order of this seed's, what {...} calls, and `hash`."""

    def key(item: object) -> bytes:
        return hashlib.blake2b(repr(item).encode("utf-8", "surrogatepass"), key=seed.to_bytes(8)).digest()

    def own_hash(item: object, /) -> int:
        if isinstance(item, tuple) and type(item).__hash__ is tuple.__hash__:
            return hash(tuple(map(own_hash, item)))
        return int.from_bytes(key(item)[:7]) if type(item) in (str, bytes) else hash(item)

    def made(base: Any) -> type:
        def __iter__(self: Any) -> Iterator[Any]:
            items = list(base.__iter__(self))  # not that of the class above, which may be one of these
            return iter(sorted(items, key=key) if any(isinstance(item, (str, bytes)) for item in items) else items)

        shown = {"__iter__": __iter__, "__repr__": lambda self: repr(base(self)), "__module__": "builtins"}
        return type(base.__name__, (base,), shown)

    sets = {base.__name__: made(base) for base in (set, frozenset)}
    return {**sets, _MAKES: sets["set"], "hash": own_hash}


def code(source: str | ast.Module, filename: str, flags: int = 0) -> types.CodeType:
    """Compile a file so that {...} makes a set as `set` of `drawn` does. Raises as `compile` does."""
    compiled: types.CodeType = compile(source, filename, "exec", flags, dont_inherit=True)
    tree = compile(source, filename, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    if not any(isinstance(node, (ast.Set, ast.SetComp)) for node in ast.walk(tree)):
        return compiled
    return compile(_Displays().visit(tree), filename, "exec", flags, dont_inherit=True)  # type: ignore[no-any-return]


class _Displays(ast.NodeTransformer):
    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        if isinstance(node.ops[0], (ast.In, ast.NotIn)):  # `x in {...}` has no order
            node.left = self.visit(node.left)
            return node
        return self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> ast.AST:
        return self._called(node, ast.List(node.elts, ast.Load()))

    def visit_SetComp(self, node: ast.SetComp) -> ast.AST:
        return self._called(node, ast.GeneratorExp(node.elt, node.generators))

    def _called(self, node: ast.expr, items: ast.expr) -> ast.AST:
        self.generic_visit(node)
        made = ast.Call(ast.Name(_MAKES, ast.Load()), [items], [])
        return ast.fix_missing_locations(ast.copy_location(made, node))
