"""What is the matter with an argument that a call of the learner's gave by its name, and that was refused."""

import ast
import inspect
import re
import sys
from types import FrameType
from typing import Any

from keraskata.subject import broken_line, moved
from keraskata.subject.keras_causes import hides_frames, is_learners, nearest

_REFUSED = re.compile(r"unexpected keyword argument '(\w+)'|(?:not recognized|passed to \w+): \{'(\w+)'")
_REFUSING = re.compile(r"(?:(\w+)\.)?(\w+)\(\) (?:got|missing|takes)")  # whose the argument would be
_AWAITED = re.compile(r"required (positional|keyword-only) argument|positional arguments? but")
_BY_PLACE = re.compile(r"positional arguments? but|too many positional arguments")
_LACKING = re.compile(r"missing \d+ required \S+ arguments?: (.+)")
_TRAINER = re.compile(r"Trainer\.(\w+)\(\) got")
_OLD_VALUE = re.compile(r"The '(\w+)' parameter of (\w+) must be .* Got ('\w+') instead", re.DOTALL)
_WRITE = re.compile(r"write `(\w+)=")


def cause_of(error: BaseException, text: str, within: list[FrameType]) -> str | None:
    """Return the cause in a sentence, or None. `text` is the message, `within` the frames below the learner's."""
    if not isinstance(error, (TypeError, ValueError, AttributeError)):
        return None
    if value := _OLD_VALUE.search(text):
        name, owner, given = value.groups()
        row = moved.argument([("sklearn", owner)], f"{name}={given}")
        return moved.sentence({f"{name}={given}": row}) if row else None
    call, frame = broken_line.expression(error.__traceback__)
    if not isinstance(call, ast.Call) or not frame:
        return None
    callee, owners = _called(call.func, frame, within)
    if is_learners(str(getattr(callee, "__module__", ""))):
        return _misplaced(call, text, callee)
    owners = owners or _owners_in(text)
    asked = [keyword.arg for keyword in call.keywords if keyword.arg and _concerns(keyword.arg, text)]
    rows = {
        f"{name}=": row for name in asked if (row := moved.argument(owners, name)) and _went(callee, owners, name, row)
    }
    if rows:
        return moved.sentence(rows)
    if _BY_PLACE.search(text) and (row := moved.argument(owners, "*")):
        return moved.sentence({f"{ast.unparse(call.func)}(...)": row})
    return _misplaced(call, text, callee)


def _called(node: ast.expr, frame: FrameType, within: list[FrameType]) -> tuple[Any, list[tuple[str, str]]]:
    """Return the called thing, and what the table calls it: a class and its bases, a method of these, or a function."""
    callee = broken_line.value(node, frame)
    if isinstance(callee, type):
        return callee, [_named(cls, cls.__name__) for cls in callee.__mro__]
    if callee is not None or not isinstance(node, ast.Attribute):
        return callee, [_named(callee, callee.__name__)] if inspect.isroutine(callee) else []
    owner = broken_line.value(node.value, frame)
    owner = _receiver(within, node.attr) if owner is None else owner
    if owner is None:
        return None, []
    method = getattr(type(owner), node.attr, None)
    return method, [_named(cls, f"{cls.__name__}.{node.attr}") for cls in type(owner).__mro__]


def _receiver(within: list[FrameType], method: str) -> Any:
    """Return the object that a method was called on, where a frame below still has it."""
    for frame in within:
        if hides_frames(frame) and frame.f_locals.get("args"):
            return frame.f_locals["args"][0]
        if frame.f_code.co_name == method and frame.f_code.co_argcount:
            return frame.f_locals.get(frame.f_code.co_varnames[0])
    return None


def _named(value: Any, name: str) -> tuple[str, str]:
    return moved.library_of(str(value.__module__)), name


def _owners_in(text: str) -> list[tuple[str, str]]:
    """Return what the message says of the called thing, where the learner's line is not enough."""
    named = _REFUSING.search(text)
    if not named:
        return []
    cls, function = named.groups()
    if cls and cls.endswith("Trainer"):  # each backend has its own
        cls = "Model"
    name = function if not cls else cls if function == "__init__" else f"{cls}.{function}"
    return [(library, name) for library in moved.LIBRARIES]


def _concerns(name: str, text: str) -> bool:
    """Return whether a refusal may be for this argument: it is named, or another was awaited in its place."""
    return bool(re.search(rf"(\b|_){re.escape(name)}\b", text) or _AWAITED.search(text))


def _went(callee: Any, owners: list[tuple[str, str]], name: str, row: moved.Row) -> bool:
    """Return whether the called class has lost an argument, and takes what the row of its base says to write."""
    if not isinstance(callee, type):
        return True
    known, new = _parameters(callee), _WRITE.match(row.new)
    if name in known:
        return False
    return not new or new.group(1) in known or row.old.startswith(f"{owners[0][1]}(")


def _misplaced(call: ast.Call, text: str, callee: Any) -> str | None:
    """Find an argument of fit that belongs in compile, the other way round, or any that is misspelt."""
    names = [keyword.arg for keyword in call.keywords]  # None for **arguments, which may be any
    if lacking := _LACKING.search(text):
        there = _parameters(callee)
        pairs = [(name, re.findall(r"\w+", lacking.group(1))) for name in names if name and name not in there]
    else:
        refused = _REFUSED.search(text)
        name = next(filter(None, refused.groups())) if refused else None
        if name is None or not {name, None}.intersection(names):
            return None
        if trainer := _TRAINER.search(text):
            asked, model = trainer.group(1), sys.modules["keras"].Model
            other = {"fit": "compile", "compile": "fit"}.get(asked)
            if other and name in _parameters(getattr(model, other)):
                return f"{name} belongs in {other}: model.{other}(..., {name}=...)"
            callee = getattr(model, asked)
        pairs = [(name, _parameters(callee))]
    for name, known in pairs:
        near = nearest(name, known) or _shortened(name, known)
        if near and not set(near.split("_")) > set(name.split("_")):  # momentum is no slip in ema_momentum
            return f"{callee.__name__} has no {name}, but it has {near}: check the spelling"
    return None


def _shortened(name: str, known: list[str]) -> str | None:
    """Return the only one of the `known` whose words begin as those of `name` do: param_distributions, params_dist."""
    words = name.split("_")

    def begins_alike(each: str) -> bool:
        pairs = [*zip(each.split("_"), words, strict=False)]
        alike = all(min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)) for a, b in pairs)
        return alike and each.count("_") + 1 == len(words)

    near = [each for each in known if begins_alike(each)]
    return near[0] if len(near) == 1 else None


def _parameters(callee: Any) -> list[str]:
    """Return the names of all arguments that a class, with its bases, or a function takes."""
    if not isinstance(callee, type):
        try:
            return list(inspect.signature(callee).parameters) if callable(callee) else []
        except ValueError:  # functions of C may not tell
            return []
    made = [vars(cls)["__init__"] for cls in callee.__mro__ if "__init__" in vars(cls)]
    return list(dict.fromkeys(name for init in made if init is not object.__init__ for name in _parameters(init)))
