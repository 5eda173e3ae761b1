"""Checks the form of a student's record on disk before it is used: see docs/result.schema.json.

A run may find any file there: half a record, one that was edited by hand, one of a later version of the kit.
"""

from math import inf
from typing import Any

from keraskata.report import counting
from keraskata.results import OUTCOMES, SCHEMA_VERSION

_LARGEST = 2**53  # above it numbers are not exact in other readers of JSON
_ANY = "*"  # the key that stands for all keys; one that ends in ? may be missing
_LATE = {
    **{"due": str, "extension": bool, "handed_in": str, "marked": str},
    **{"hours": float, "percent": tuple(range(101)), "taken_off": float},
}
_RUN = {
    **{"exercises": [str], "digest": str, "problem": str},
    **{"kit": str, "backend": str, "subject": str, "seed": int, "late?": _LATE},
}
_FEEDBACK = {"expected": str, "found": str, "likely": (None, str), "notes": [str], "diagnosis?": str}
_PICTURE = {"title": str, "svg": str, "alt?": str, "look?": str}
_CHECK = {
    **{"id": str, "docstring": str, "points": int, "max_points": int, "outcome": OUTCOMES, "hint": str},
    **{"feedback": (None, _FEEDBACK), "seconds": float, "measured": {_ANY: float}, "printed": [str]},
    **{"pictures": [_PICTURE], "hidden?": bool, "curves?": {_ANY: [float]}},
}
_GRADED = {
    **{"answer?": str, "grader?": str, "private?": str, "engine?": str},
    **{"kit?": str, "backend?": str, "subject?": str, "seed?": int, "variant?": int},
}
_EARLIER = {
    **{"until": str, "points": int, "max_points": int, "worth?": int, "graded": _GRADED},
    "checks": [{"id": str, "points": int, "max_points": int, "outcome": OUTCOMES}],
    "late?": {"due": str, "handed_in": str, "percent": tuple(range(101))},
}
_EXERCISE = {
    **{"id": str, "path": str, "points": int, "max_points": int, "checks": [_CHECK]},
    "worth?": int,
    **{"graded?": _GRADED, "earlier?": [_EARLIER]},
    "variant?": {"number": int, "values": {_ANY: (int, float, str)}, "said": int},
}
_RECORD = {
    **{"kit": str, "backend": str, "subject": str, "seed": int, "score": int, "max_score": int},
    **{"grade?": float, "max_grade?": float},
    "submission": {
        **{"student": str, "digest": str, "problem": str, "runs?": [_RUN]},
        **{"unread?": str, "returned?": str},
    },
    "exercises": [_EXERCISE],
}


def wrong(record: Any) -> str:
    """Return why `record` is not a valid record; "" if it is."""
    version = record.get("version") if isinstance(record, dict) else SCHEMA_VERSION
    if type(version) is int and version > SCHEMA_VERSION:
        return "it is of a later version of keraskata"
    return _misfit(record, {"version": (SCHEMA_VERSION,), **_RECORD}, "") or _sums(record)


def _misfit(value: Any, form: Any, name: str) -> str:
    """Return the first part of `value` that does not match `form`; "" if all match."""
    bad = f"{name or 'the whole'} is not as it should be"
    if isinstance(form, tuple):
        return "" if any(_fits(value, each) for each in form) else bad
    if isinstance(form, list):
        if not isinstance(value, list):
            return bad
        return next(filter(None, (_misfit(each, form[0], name) for each in value)), "")
    if not isinstance(form, dict):
        return "" if _fits(value, form) else bad
    if not isinstance(value, dict):
        return bad
    if _ANY in form:
        return next(filter(None, (_misfit(each, form[_ANY], name) for each in value.values())), "")
    for key, inner in form.items():
        known = key.removesuffix("?")
        if known in value and (found := _misfit(value[known], inner, known)):
            return found
        if known not in value and known == key:
            return f"it has no {key}"
    return ""


def _fits(value: Any, form: Any) -> bool:
    if isinstance(form, dict):
        return not _misfit(value, form, "")
    if isinstance(form, type):  # in Python True is a number, and integers have no limit
        kinds = (int, float) if form is float else (form,)
        return type(value) in kinds and not (type(value) is int and abs(value) > _LARGEST)
    return type(value) is type(form) and bool(value == form)


def _sums(record: dict[str, Any]) -> str:
    """Return what does not add up: such a record was edited, or mixed from two; "" if it does."""
    exercises = record["exercises"]
    ids = [each["id"] for each in exercises]
    if len(set(ids)) < len(ids):
        return "an exercise is in it twice"
    for each in exercises:
        fair = all(0 <= check["points"] <= check["max_points"] for check in each["checks"])
        if not fair or each["points"] != sum(check["points"] for check in each["checks"]):
            return f"the points of {each['id']} do not add up"
    if record["score"] != sum(each["points"] for each in exercises):
        return "the score does not add up"
    if record["max_score"] != sum(each["max_points"] for each in exercises):
        return "the max_score does not add up"
    graded = [name for run in record["submission"].get("runs", []) for name in run["exercises"]]
    if not set(graded) <= set(ids):
        return "its runs name exercises that it does not have"
    if not all(0 <= run["late"]["hours"] < inf for run in counting.runs(record)):  # nor NaN, which JSON has in Python
        return "its hours are no number"
    if any(each.get("worth", 0) < 0 for each in exercises):
        return "an exercise gives less than nothing"
    counts = {"grade": counting.final(record), "max_grade": counting.max_final(record)}
    wrong = [name for name, value in counts.items() if record.get(name, value) != value]
    return f"the {wrong[0]} does not add up" if wrong else ""
