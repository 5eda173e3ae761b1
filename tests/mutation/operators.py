"""Small changes to a Python text, one at a time: the mistakes that a grader should see.

Our own, and not mutmut's or cosmic-ray's, for these run a test command per mutant, and know nothing of Keras' words.
"""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = {  # one of the field's words for another that fits the same place
    "relu": "tanh",
    "tanh": "relu",
    "sigmoid": "tanh",
    "softmax": "sigmoid",
    "linear": "relu",
    "adam": "sgd",
    "sgd": "adam",
    "binary_crossentropy": "mean_squared_error",
    "categorical_crossentropy": "binary_crossentropy",
    "sparse_categorical_crossentropy": "categorical_crossentropy",
    "mean_squared_error": "mean_absolute_error",
    "mse": "mae",
    "accuracy": "mean_squared_error",
    "loss": "val_loss",
    "val_loss": "loss",
    "val_accuracy": "accuracy",
    "same": "valid",
    "valid": "same",
    "min": "max",
    "max": "min",
    "auto": "max",
}
_NAMES = {
    "min": "max",
    "max": "min",
    "argmin": "argmax",
    "argmax": "argmin",
    "mean": "sum",
    "sum": "mean",
    "std": "var",
    "var": "std",
    "zeros": "ones",
    "ones": "zeros",
    "ceil": "floor",
    "floor": "ceil",
    "any": "all",
    "all": "any",
    "maximum": "minimum",
    "minimum": "maximum",
    "append": "extend",
    "log": "log10",
    "exp": "expm1",
    "sorted": "list",
    "lower": "upper",
    "Adam": "SGD",
    "Flatten": "GlobalAveragePooling2D",
    "MaxPooling2D": "AveragePooling2D",
}
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OPERATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
}
_SIMPLE = (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Return, ast.Raise, ast.Assert, ast.Delete)


@dataclass(frozen=True)
class Mutant:
    """A text with one change. `change` is the changed line, and names it wherever it stands in the text."""

    change: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Return the mutants of a text that differ from it and from each other, in the order of the text."""
    tree = ast.parse(source)
    whole = ast.unparse(tree)
    found: dict[str, Mutant] = {}
    for place in _places(tree):
        for siblings, change in _changed(place):
            line = " ".join(f"{place.function}: {change}".split())
            text = _with(tree, place, siblings)
            if text != whole:
                found.setdefault(text, Mutant(line, text))
    return list(found.values())


@dataclass(frozen=True)
class _Place:
    """A node with where it hangs, and the function and the line that it belongs to."""

    node: ast.AST
    parent: ast.AST
    part: str
    number: int | None
    line: ast.stmt
    function: str
    names: tuple[str, ...]


def _places(tree: ast.Module) -> Iterator[_Place]:
    """Yield what can be changed: no docstrings, imports, annotations or names of parameters."""

    def under(node: ast.AST, line: ast.stmt, function: str, names: tuple[str, ...]) -> Iterator[_Place]:
        for part, value in ast.iter_fields(node):
            if part in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            for number, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if not isinstance(child, ast.AST) or isinstance(child, (ast.Import, ast.ImportFrom, ast.alias)):
                    continue
                if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                    continue
                inner, within, known = line, function, names
                if isinstance(child, ast.stmt):
                    inner = child
                if isinstance(child, (ast.FunctionDef, ast.ClassDef)):
                    within = f"{function}.{child.name}".lstrip(".")
                if isinstance(child, ast.FunctionDef):
                    known = _names(child)
                yield _Place(child, node, part, number, inner, within, known)
                yield from under(child, inner, within, known)

    yield from under(tree, ast.Pass(), "", ())


def _names(function: ast.FunctionDef) -> tuple[str, ...]:
    """The parameters of a function and what it assigns, in order."""
    given = [part.arg for part in (*function.args.args, *function.args.kwonlyargs)]
    stored = [node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    return tuple(dict.fromkeys(given + stored))


def _changed(place: _Place) -> Iterator[tuple[object, str]]:
    """Yield what may stand where the node hangs, it and its siblings, and how the line reads then."""
    siblings, number = getattr(place.parent, place.part), place.number
    if isinstance(place.node, _SIMPLE) and not isinstance(place.node, ast.Return):
        before, after, shown = siblings[:number], siblings[number + 1 :], ast.unparse(place.node)
        yield [*before, *(after or [ast.Pass()])] if before or after else [ast.Pass()], f"without {shown}"
        if isinstance(place.node, ast.Expr):
            yield [*before, place.node, place.node, *after], f"twice {shown}"
        if after and not isinstance(after[0], ast.Return):
            yield [*before, after[0], place.node, *after[1:]], f"later {shown}"
    for node in _changes(place.node, place.names):
        whole = node if number is None else [*siblings[:number], node, *siblings[number + 1 :]]
        if place.node is place.line:
            yield whole, ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0]
            continue
        setattr(place.parent, place.part, whole)
        shown = ast.unparse(place.line).partition("\n")[0]
        setattr(place.parent, place.part, siblings)
        yield whole, shown


def _changes(node: ast.AST, names: tuple[str, ...]) -> Iterator[ast.AST]:
    """Yield what may stand in place of a node."""
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        yield _but(node, test=ast.Constant(False))
    if isinstance(node, (ast.If, ast.IfExp)):
        yield _but(node, test=ast.Constant(True))
    if isinstance(node, (ast.For, ast.comprehension)):
        for lower, upper in ((ast.Constant(1), None), (None, ast.UnaryOp(ast.USub(), ast.Constant(1)))):
            every = ast.Call(ast.Name("list", ast.Load()), [node.iter], [])
            yield _but(node, iter=ast.Subscript(every, ast.Slice(lower, upper), ast.Load()))
    if isinstance(node, ast.comprehension) and node.ifs:
        yield _but(node, ifs=[])
    if isinstance(node, ast.expr):
        yield from _expressions(node, names)


def _expressions(node: ast.expr, names: tuple[str, ...]) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield from (ast.Constant(value + 1), *([ast.Constant(value - 1)] if abs(value) < 8 else []))
        case ast.Constant(value=float(value)):
            yield ast.Constant(value * 2 if value else 1.0)
        case ast.Constant(value=str(value)):
            yield ast.Constant(_WORDS.get(value, f"{value}x"))
        case ast.Compare(ops=[op]):
            yield from (_but(node, ops=[other()]) for other in _COMPARED.get(type(op), ()))
        case ast.BinOp(left=left, op=op, right=right):
            yield from (_but(node, op=other()) for other in [_OPERATED.get(type(op))] if other)
            yield from (left, right)
        case ast.BoolOp(op=op, values=values):
            yield _but(node, op=ast.Or() if isinstance(op, ast.And) else ast.And())
            yield from values
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.Call():
            yield from _calls(node)
        case ast.Name(id=name, ctx=ast.Load()) if name in names and len(names) > 1:
            yield ast.Name(names[(names.index(name) + 1) % len(names)], ast.Load())
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in _NAMES and name not in names:
            yield _but(node, **{"id" if isinstance(node, ast.Name) else "attr": _NAMES[name]})
        case ast.Subscript(slice=ast.Slice() as cut):
            yield from (_but(node, slice=_but(cut, **{end: None})) for end in ("lower", "upper", "step"))
        case ast.List(elts=parts) | ast.Tuple(elts=parts) if isinstance(node.ctx, ast.Load) and len(parts) > 1:
            yield from (_but(node, elts=parts[:number] + parts[number + 1 :]) for number in range(len(parts)))
            for number in range(len(parts) - 1):
                yield _but(node, elts=[*parts[:number], parts[number + 1], parts[number], *parts[number + 2 :]])
        case ast.Dict(keys=keys, values=values) if len(keys) > 1:
            for number in range(len(keys)):
                yield _but(node, keys=keys[:number] + keys[number + 1 :], values=values[:number] + values[number + 1 :])


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    for number in range(len(node.keywords)):
        yield _but(node, keywords=node.keywords[:number] + node.keywords[number + 1 :])
    if len(node.args) > 1:
        yield _but(node, args=[node.args[1], node.args[0], *node.args[2:]])
        yield _but(node, args=node.args[:-1])
    if node.args and not isinstance(node.args[0], (ast.Starred, ast.GeneratorExp)):
        yield node.args[0]
    if isinstance(node.func, ast.Attribute):
        yield node.func.value


def _but(node: ast.AST, **parts: object) -> ast.AST:
    """A copy of the node with other parts."""
    other = copy.copy(node)
    for name, value in parts.items():
        setattr(other, name, value)
    return other


def _with(tree: ast.Module, place: _Place, siblings: object) -> str:
    """The whole text with other siblings where the node hangs."""
    before = getattr(place.parent, place.part)
    setattr(place.parent, place.part, siblings)
    text = ast.unparse(ast.fix_missing_locations(tree))
    setattr(place.parent, place.part, before)
    return text
