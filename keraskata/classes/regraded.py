"""Says what changed in a student's grades the last time that they did, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from keraskata.classes.history import changed

_NONE = "–"  # a check that was not there
_HANGS_ON = {
    **{"answer": "answer", "grader": "grader", "private": "private checks", "seed": "seed {was}, now {now}"},
    **{"kit": "kit {was}, now {now}", "backend": "backend {was}, now {now}", "subject": "ran {was}, now {now}"},
    **{"engine": "engine, data or packages", "variant": "variant {was}, now {now}"},
}


@dataclass(frozen=True)
class Change:
    """A check, or what being late costs, that was something else until some time; `why` names what differs."""

    student: str
    check: str
    was: str
    now: str
    until: str
    why: str


def changes(record: Mapping[str, Any]) -> Iterator[Change]:
    """Yield what changed in the grades of a student, each only once."""
    student, told = record["submission"]["student"], set()
    for exercise, (was, now) in changed(record).items():
        why = _why(was["graded"], now["graded"])
        for check, before, after in _checks(was, now):
            yield Change(student, f"{exercise} {check}", before, after, was["until"], why)
        before, after = (f"worth {each.get('worth', each['max_points'])}" for each in (was, now))
        if before != after and was.get("worth") != now.get("worth"):
            yield Change(student, exercise, before, after, was["until"], "course")
        before, after = (_off(each) for each in (was, now))
        if before != after and (before, after) not in told:
            told.add((before, after))
            yield Change(student, "late work", before, after, was["until"], _why_late(was, now))


def _checks(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each check whose points changed, with both."""
    before, after = ({check["id"]: _points(check) for check in each["checks"]} for each in (was, now))
    for name in {**before, **after}:
        if before.get(name) != after.get(name):
            yield name, before.get(name, _NONE), after.get(name, _NONE)


def _points(check: Mapping[str, Any]) -> str:
    return f"{check['points']}/{check['max_points']}"


def _why(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return what a verdict hangs on and has changed; what is not known of an old one is not compared."""
    differs = [name for name in _HANGS_ON if name in was and name in now and was[name] != now[name]]
    if "kit" in differs and "engine" in differs:
        differs.remove("engine")  # another version of the kit is another engine
    said = [_HANGS_ON[name].format(was=was[name], now=now[name]) for name in differs]
    return "; ".join(said) or "time or chance"


def _off(facts: Mapping[str, Any]) -> str:
    percent = facts.get("late", {}).get("percent", 0)
    return f"{percent}% off" if percent else "0%"


def _why_late(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    before, after = (each.get("late", {}).get("handed_in", "") for each in (was, now))
    return "time of handing in" if before != after and "late" in was and "late" in now else "course"
