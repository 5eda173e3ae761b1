"""An exception, and what the frames of its traceback still hold of the call that raised it."""

import inspect
import linecache
import sys
from dataclasses import dataclass
from functools import cached_property
from types import FrameType
from typing import Any

from keraskata.subject.keras_causes import hides_frames


@dataclass(frozen=True)
class Call:
    """A call of a method of Keras, with its arguments by their names, `self` among them."""

    name: str
    given: dict[str, Any]

    @property
    def owner(self) -> Any:
        """Return the model or layer whose method was called."""
        return self.given.get("self")


@dataclass(frozen=True)
class Seen:
    """An exception, its message, the learner's last frame, and the library frames below it."""

    error: BaseException
    text: str
    own: FrameType | None
    within: list[FrameType]

    @cached_property
    def call(self) -> Call | None:
        """Return the outermost call of Keras below the learner's line whose arguments a frame still holds."""
        calls = self.calls
        return calls[0] if calls else None

    @property
    def owner(self) -> Any:
        """Return the model or layer whose method that call is; None without a call."""
        return self.call.owner if self.call else None

    @cached_property
    def calls(self) -> list[Call]:
        """Return all such calls, the outermost first."""
        found = (_call(frame) for frame in self.within if hides_frames(frame))
        return [call for call in found if call]

    def below(self, module: str, function: str) -> dict[str, Any]:
        """Return the local names of the last frame of a function of a library; nothing where none is there."""
        for frame in reversed(self.within):
            if frame.f_code.co_name == function and str(frame.f_globals.get("__name__")).startswith(module):
                return frame.f_locals
        return {}

    @cached_property
    def own_line(self) -> str:
        """Return the text of the learner's line, if that line itself raised the exception; else nothing."""
        trace = self.error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        if self.within or not trace or trace.tb_frame is not self.own:
            return ""
        return linecache.getline(self.own.f_code.co_filename, trace.tb_lineno).strip()

    @property
    def named(self) -> dict[str, Any]:
        """Return the values that the learner's line can see, by their names."""
        return {**self.own.f_globals, **self.own.f_locals} if self.own else {}


def _call(frame: FrameType) -> Call | None:
    held = frame.f_locals
    try:
        given = inspect.signature(held["fn"]).bind_partial(*held["args"], **held["kwargs"]).arguments
    except (KeyError, TypeError, ValueError):
        return None
    return Call(getattr(held["fn"], "__name__", ""), dict(given))


def is_keras(value: Any, kind: str) -> bool:
    """Return whether a value is of a kind of Keras, such as Layer or Model; False where Keras is not loaded."""
    keras = sys.modules.get("keras")
    return bool(keras) and isinstance(value, getattr(keras, kind))


def some(number: int, what: str) -> str:
    """Return a number with its noun: 1 row, 2 rows."""
    return f"{number} {what}" + ("" if number == 1 else "s")


def shape_of(value: Any) -> tuple[int, ...] | None:
    """Return the shape of an array or tensor as a plain tuple; None where it has none."""
    try:
        return tuple(None if size is None else int(size) for size in value.shape)  # type: ignore[misc]
    except (AttributeError, TypeError, ValueError):
        return None


def with_brackets(cls: type, where: str) -> str:
    """Say that a class stands where one of its objects belongs."""
    return f"{cls.__name__} is a class; {where} takes what is made of it: {cls.__name__}(), with brackets"
