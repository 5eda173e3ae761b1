"""What the object that fit gives back has, and has not."""

import re
import sys
from typing import Any

from keraskata.subject.messages.seen import Seen

_VAL = "; the val_ figures come where fit is given validation data"


def cause_of(seen: Seen) -> str | None:
    """Find a History that is taken for the model or for its dict, and a figure that it does not have."""
    if not seen.own_line:
        return None
    if isinstance(seen.error, AttributeError):
        return _attribute(getattr(seen.error, "obj", None), seen.error.name or "")
    if isinstance(seen.error, TypeError) and seen.text == "'History' object is not subscriptable":
        own = seen.named.get("History")
        known = own is None or own is sys.modules["keras"].callbacks.History
        return "fit gives back a History, which is no dict: its dict of figures is called .history" if known else None
    return _key(seen) if isinstance(seen.error, KeyError) else None


def _is_history(value: Any) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.callbacks.History)


def _attribute(owner: Any, name: str) -> str | None:
    if not _is_history(owner):
        return None
    if name in owner.history:
        return f"a History keeps {name} in its dict: look at .history"
    if callable(getattr(sys.modules["keras"].Model, name, None)):
        return f"fit gives back a History, which has no {name}: {name} is a method of the model"
    return None


def _key(seen: Seen) -> str | None:
    """Find the dict of figures on the learner's line, and name what it has."""
    key = seen.error.args[0] if seen.error.args else None
    dicts = [seen.named[name] for name in re.findall(r"(\w+)(?:\.history)?\[", seen.own_line) if name in seen.named]
    dicts = [value.history if _is_history(value) else value for value in dicts]
    dicts = [value for value in dicts if isinstance(value, dict) and "loss" in value]
    lacking = bool(dicts) and all(value is dicts[0] for value in dicts) and key not in dicts[0]
    if not isinstance(key, str) or not lacking:
        return None
    names = sorted(str(name) for name in dicts[0])
    unseen = key.startswith("val_") and not any(name.startswith("val_") for name in names)
    return f"there is no {key[:30]!r} here, only {', '.join(names)}" + (_VAL if unseen else "")
