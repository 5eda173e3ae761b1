"""Which names of a program are its own, and what stands behind those that it imports."""

import ast
from collections.abc import Iterable


class Own:
    """Which names are the program's own, and what stands behind those that it imports."""

    def __init__(self, trees: Iterable[ast.Module]) -> None:
        self.imported: dict[str, str] = {}  # a name, and what is imported under it
        self.modules: set[str] = set()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        for tree in trees:
            for node in ast.walk(tree):
                self._add(node)

    def _add(self, node: ast.AST) -> None:
        match node:
            case ast.Import():
                for alias in node.names:
                    self.imported[alias.asname or alias.name.split(".")[0]] = alias.name.split(".")[-1]
            case ast.ImportFrom():
                for alias in node.names:
                    self.imported[alias.asname or alias.name] = alias.name
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                self.names.add(node.name)
                self.attributes.add(node.name)
            case ast.arg():
                self.names.add(node.arg)
            case ast.Name(ctx=ast.Store()):
                self.names.add(node.id)
            case ast.Attribute(ctx=ast.Store()):
                self.attributes.add(node.attr)
