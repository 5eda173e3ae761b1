"""How a call looks in feedback, as a learner would write it."""

import contextlib
from typing import Any

from keraskata.boundary.handles import Handle


def shown(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Return a call as a learner would write it."""
    return f"{name}({', '.join([short(arg) for arg in args] + [f'{k}={short(v)}' for k, v in kwargs.items()])})"


def short(value: Any) -> str:
    """Return an argument as a learner would name it."""
    if isinstance(value, (bool, int, float)) or value is None:
        return repr(value)
    if isinstance(value, str):
        return repr(value) if len(value) < 30 else "text"
    if (
        isinstance(value, (list, tuple))
        and len(value) <= 4
        and all(isinstance(item, (int, float, str)) for item in value)
    ):
        return repr(value)
    if isinstance(value, Handle):
        return value.kind
    if type(value).__name__ in ("DataFrame", "Series"):
        return f"{type(value).__name__} of {len(value)} rows"
    with contextlib.suppress(AttributeError):
        return f"array of shape {tuple(value.shape)}" if len(value.shape) else str(value)
    if type(value).__name__ in ("Sequential", "Functional", "Model"):
        return "model"
    return {"tuple": "split"}.get(type(value).__name__, type(value).__name__)
