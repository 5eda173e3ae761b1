"""Sets of text in another order, and hash(text) another number, for each run: Python draws both when it starts.

This process does not, so whoever numbers words in the order of a set, or makes a seed of a text by hash(), gets other
numbers here, as in a process of their own.
"""

import ast
import hashlib
import types
from collections.abc import Callable, Iterator
from typing import Any

_ANSWER_WITH_A_SET = (
    *("__and__", "__rand__", "__or__", "__ror__", "__sub__", "__rsub__", "__xor__", "__rxor__"),
    *("copy", "difference", "intersection", "symmetric_difference", "union"),
)
_MAKES = "__kata_set__"  # what {...} calls: a file may give the name `set` to something else


class _Kind(type):
    """The type of a set with a drawn order, which stands for Python's own: that one's sets are its instances, too."""

    def __instancecheck__(cls, item: object) -> bool:
        return isinstance(item, cls.__mro__[1]) if "__kata__" in vars(cls) else super().__instancecheck__(item)

    def __subclasscheck__(cls, other: type) -> bool:
        return issubclass(other, cls.__mro__[1]) if "__kata__" in vars(cls) else super().__subclasscheck__(other)


def drawn(seed: int) -> dict[str, Callable[..., Any]]:
    """Return, by name, `set` and `frozenset` with texts in an order of this seed's, what {...} calls, and `hash`."""

    def key(item: object) -> bytes:
        return hashlib.blake2b(repr(item).encode("utf-8", "surrogatepass"), key=seed.to_bytes(8)).digest()

    def own_hash(item: object, /) -> int:
        if isinstance(item, tuple) and type(item).__hash__ is tuple.__hash__:
            return hash(tuple(map(own_hash, item)))
        return int.from_bytes(key(item)[:7]) if type(item) in (str, bytes) else hash(item)

    sets = {base.__name__: _made(base, key) for base in (set, frozenset)}
    return {**sets, _MAKES: sets["set"], "hash": own_hash}


def _made(base: Any, key: Callable[[object], bytes]) -> Any:
    """Make a kind of `base` that is like it in all but the order of texts, which is that of their keys."""

    def __iter__(self: Any) -> Iterator[Any]:
        items = list(base.__iter__(self))  # not that of the class above, which may be one of these
        return walked(self, items) if any(isinstance(item, (str, bytes)) for item in items) else base.__iter__(self)

    def walked(self: Any, items: list[Any]) -> Iterator[Any]:
        for item in sorted(items, key=key):
            yield item
            if len(self) != len(items):
                raise RuntimeError("Set changed size during iteration")

    def __repr__(self: Any) -> str:
        items = ", ".join(map(repr, __iter__(self)))
        own = base.__name__ if type(self) is kind else type(self).__name__
        return f"{own}()" if not items else f"{{{items}}}" if own == "set" else f"{own}({{{items}}})"

    def pop(self: Any) -> Any:
        first = next(iter(__iter__(self)), None)
        if first is None:
            return base.pop(self)  # which says that there is none
        self.remove(first)
        return first

    def __reduce_ex__(self: Any, protocol: Any) -> Any:
        return (base, (list(self),)) if type(self) is kind else base.__reduce_ex__(self, protocol)

    def again(name: str) -> Callable[..., Any]:
        """Return a method of `base` whose answer is of this kind."""
        method = getattr(base, name)

        def called(self: Any, *others: Any) -> Any:
            found = method(self, *others)
            return found if found is NotImplemented else kind(found)

        return called

    own: dict[str, Any] = {"__iter__": __iter__, "__repr__": __repr__, "__reduce_ex__": __reduce_ex__}
    own |= {name: again(name) for name in _ANSWER_WITH_A_SET}
    own |= {"pop": pop} if base is set else {}
    kind: Any = _Kind(base.__name__, (base,), {**own, "__slots__": (), "__module__": "builtins", "__kata__": True})
    return kind


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
