"""Keeps what a student's grades were before they changed, so that it can be said what changed and why."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

_MOST = 5  # earlier verdicts of an exercise
_OF_RUN = ("kit", "backend", "subject", "seed")
_OF_CHECK = ("id", "points", "max_points", "outcome")
_OF_LATE = ("due", "handed_in", "percent")


def digest(content: bytes | None) -> str:
    """Return what stands for a file's content; "" for none."""
    return "" if content is None else sha256(content).hexdigest()[:40]


def remember(record: dict[str, Any], before: Mapping[str, Any] | None) -> None:
    """Add to each exercise of a record what it was `before`, if that was something else."""
    if before is None:
        return
    now = datetime.now(UTC).isoformat(timespec="seconds")
    facts, were = _facts(record), _facts(before)
    earlier = {each["id"]: each.get("earlier", []) for each in before["exercises"]}
    for exercise in record["exercises"]:
        name = exercise["id"]
        if name in were and _verdict(were[name]) != _verdict(facts[name]):
            exercise["earlier"] = [{"until": now, **were[name]}, *earlier[name]][:_MOST]
        elif earlier.get(name):
            exercise["earlier"] = earlier[name]


def changed(record: Mapping[str, Any]) -> dict[str, tuple[dict[str, Any], dict[str, Any]]]:
    """Return the last change of each exercise that had one: what it was, and what it is."""
    facts = _facts(record)
    return {each["id"]: (each["earlier"][0], facts[each["id"]]) for each in record["exercises"] if each.get("earlier")}


def _verdict(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if key != "graded"}


def _facts(record: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return for each exercise its points and those of its checks, on what they hang, and how late it was."""
    told = {name: run for run in record["submission"].get("runs", ()) for name in run["exercises"]}
    found = {}
    for exercise in record["exercises"]:
        run = told.get(exercise["id"], record)
        facts = {
            **{"points": exercise["points"], "max_points": exercise["max_points"]},
            "checks": [{key: check[key] for key in _OF_CHECK} for check in exercise["checks"]],
            "graded": {key: run[key] for key in _OF_RUN} | exercise.get("graded", {}),
        }
        if "worth" in exercise:
            facts["worth"] = exercise["worth"]
        if "late" in run:
            facts["late"] = {key: run["late"][key] for key in _OF_LATE}
        found[exercise["id"]] = facts
    return found
