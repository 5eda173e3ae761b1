"""Makes copies of a program as people make them who do not want to be noticed: five kinds."""

import ast
import random
from collections.abc import Callable, Iterable

Kind = Callable[[ast.Module, random.Random, frozenset[str]], bool]
"""Changes a program in place; returns whether there was something of this kind to change.

The names of the third argument are those that the exercise asks for.
"""


def renamed(tree: ast.Module, chance: random.Random, asked: frozenset[str]) -> bool:
    """Give each variable, parameter and helper another name."""
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    own |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    names = {name: f"{chance.choice(['my', 'the', 'a', 'some'])}_{number}" for number, name in enumerate(own - asked)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = names.get(node.id, node.id)
        elif isinstance(node, ast.arg):
            node.arg = names.get(node.arg, node.arg)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            node.name = names.get(node.name, node.name)
    return bool(names)


def reordered(tree: ast.Module, chance: random.Random, asked: frozenset[str]) -> bool:
    """Write statements that do not need each other, functions, methods and keyword arguments in another order."""
    changed = False
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.keywords) > 1:
            node.keywords.reverse()
            changed = True
        for body in _bodies(node):
            for at in range(len(body) - 1):
                if _independent(body[at], body[at + 1]):
                    body[at], body[at + 1] = body[at + 1], body[at]
                    changed = True
    return changed


def retyped(tree: ast.Module, chance: random.Random, asked: frozenset[str]) -> bool:
    """Change comments, docstrings, annotations and constants."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None if node.returns else ast.Name("object", ast.Load())
            if not ast.get_docstring(node):
                node.body.insert(0, ast.Expr(ast.Constant("This is how I do it.")))
        elif isinstance(node, ast.arg):
            node.annotation = None if node.annotation else ast.Name("object", ast.Load())
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and chance.random() < 0.5:
            node.value *= 2
    return True


def looped(tree: ast.Module, chance: random.Random, asked: frozenset[str]) -> bool:
    """Turn loops that collect into comprehensions, and comprehensions into loops."""
    changed = False
    for node in ast.walk(tree):
        for body in _bodies(node):
            at = 0
            while at < len(body):
                if new := _as_loop(body[at]) or _as_comprehension(body[at : at + 2]):
                    body[at : at + (1 if len(new) > 1 else 2)] = new
                    changed = True
                    at += len(new)
                at += 1
    return changed


KINDS: dict[str, Kind] = {"renamed": renamed, "reordered": reordered, "retyped": retyped, "looped": looped}


def copied(source: str, kind: str, chance: random.Random, asked: Iterable[str]) -> str:
    """Return a copy of that kind of a program, with other comments, or "" if it has nothing of this kind to change."""
    tree = ast.parse(source)
    if not KINDS[kind](tree, chance, frozenset(asked)):
        return ""
    return f"# my own work {chance.random()}\n{ast.unparse(ast.fix_missing_locations(tree))}\n"


def merged(first: str, second: str) -> str:
    """Return a program that is the first half of one and the second half of another, in each function of both."""
    one, two = ast.parse(first), ast.parse(second)
    others = {node.name: node for node in two.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for node in one.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in others:
            other = others.pop(node.name).body
            node.body = node.body[: (len(node.body) + 1) // 2] + other[len(other) // 2 :]
    rest = [node for node in two.body if isinstance(node, ast.Import | ast.ImportFrom) or node in others.values()]
    return ast.unparse(ast.Module(rest + one.body, [])) + "\n"


def _bodies(node: ast.AST) -> list[list[ast.stmt]]:
    found = [getattr(node, name, None) for name in ("body", "orelse", "finalbody")]
    return [body for body in found if isinstance(body, list)]


def _names(node: ast.AST, kind: type[ast.expr_context]) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, kind)}


def _independent(one: ast.stmt, two: ast.stmt) -> bool:
    """Return whether two statements can change places: assignments that do not use each other, or definitions."""
    if isinstance(one, ast.FunctionDef | ast.ClassDef) and isinstance(two, ast.FunctionDef | ast.ClassDef):
        return True
    if not (isinstance(one, ast.Assign) and isinstance(two, ast.Assign)):
        return False
    bound = _names(one, ast.Store), _names(two, ast.Store)
    used = _names(one, ast.Load), _names(two, ast.Load)
    return not (bound[0] & (used[1] | bound[1]) or bound[1] & used[0])


def _as_loop(node: ast.stmt) -> list[ast.stmt]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.ListComp(elt=elt, generators=[generator])):
            before = []
        case ast.Return(value=ast.ListComp(elt=elt, generators=[generator])):
            name, before = "collected", [ast.Return(ast.Name("collected", ast.Load()))]
        case _:
            return []
    add = ast.Attribute(ast.Name(name, ast.Load()), "append", ast.Load())
    body: list[ast.stmt] = [ast.Expr(ast.Call(add, [elt], []))]
    for test in generator.ifs:
        body = [ast.If(test, body, [])]
    start = ast.Assign([ast.Name(name, ast.Store())], ast.List([], ast.Load()))
    return [start, ast.For(generator.target, generator.iter, body, []), *before]


def _as_comprehension(nodes: list[ast.stmt]) -> list[ast.stmt]:
    match nodes:
        case [
            ast.Assign(targets=[ast.Name(id=name)], value=ast.List(elts=[])),
            ast.For(
                target=target,
                iter=over,
                orelse=[],
                body=[ast.Expr(ast.Call(func=ast.Attribute(value=ast.Name(id=same), attr="append"), args=[elt]))],
            ),
        ] if name == same:
            made = ast.ListComp(elt, [ast.comprehension(target, over, [], 0)])
            return [ast.Assign([ast.Name(name, ast.Store())], made)]
    return []
