"""The expression of the learner's code that broke, as they wrote it, and what its names stand for."""

import ast
import linecache
from types import FrameType, ModuleType, TracebackType
from typing import Any

from keraskata.subject.keras_causes import is_learners


def expression(trace: TracebackType | None) -> tuple[ast.expr | None, FrameType | None]:
    """Return the expression that the learner's innermost frame was in, with the frame; None where it cannot be read."""
    own = None
    while trace:
        own = trace if is_learners(str(trace.tb_frame.f_globals.get("__name__"))) else own
        trace = trace.tb_next
    if own is None:
        return None, None
    code = own.tb_frame.f_code
    first, last, left, right = list(code.co_positions())[own.tb_lasti // 2]
    if first is None or last is None or left is None or right is None:
        return None, None
    lines = [line.encode() for line in linecache.getlines(code.co_filename)[first - 1 : last]]  # the columns are bytes
    if not lines:
        return None, None
    lines[-1] = lines[-1][:right]
    lines[0] = lines[0][left:]
    try:
        return ast.parse("(" + b"".join(lines).decode() + ")", mode="eval").body, own.tb_frame
    except SyntaxError:  # a statement, or a part of an expression
        return None, None


def value(node: ast.expr, frame: FrameType) -> Any:
    """Return what a name, or a name of a name, stands for; None for all that would have to be run."""
    if isinstance(node, ast.Name):
        return {**frame.f_builtins, **frame.f_globals, **frame.f_locals}.get(node.id)
    if not isinstance(node, ast.Attribute):
        return None
    owner = value(node.value, frame)
    if isinstance(owner, ModuleType):
        return getattr(owner, node.attr, None)
    return vars(owner).get(node.attr) if hasattr(owner, "__dict__") else None
