"""Says what changed in the grades of students the last time that they did, and why."""

from collections.abc import Collection, Iterator, Mapping
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
    """A check, or what being late costs, that was something else until some time; `why` names what differs.

    `more` says by how much the new one is better, in points, or in percent of late work.
    """

    student: str
    check: str
    was: str
    now: str
    until: str
    why: str
    more: float
    of_check: bool = False


def changes(record: Mapping[str, Any], exercises: Collection[str] = ()) -> Iterator[Change]:
    """Yield what changed in the grades of a student, each only once; of all exercises where none are given."""
    student, told = record["submission"]["student"], set()
    for exercise, (was, now) in changed(record).items():
        if exercises and exercise not in exercises:
            continue
        why = _why(was["graded"], now["graded"])
        for check, before, after in _checks(was, now):
            more = _number(after) - _number(before)
            yield Change(student, f"{exercise} {check}", _points(before), _points(after), was["until"], why, more, True)
        worth, worth_now = (each.get("worth", each["max_points"]) for each in (was, now))
        if worth != worth_now and was.get("worth") != now.get("worth"):
            said = (f"worth {worth}", f"worth {worth_now}", was["until"], "course")
            yield Change(student, exercise, *said, worth_now - worth)
        off, off_now = (each.get("late", {}).get("percent", 0) for each in (was, now))
        if off != off_now and (off, off_now) not in told:
            told.add((off, off_now))
            said = (_off(off), _off(off_now), was["until"], _why_late(was, now))
            yield Change(student, "late work", *said, off - off_now)


def _checks(
    was: Mapping[str, Any], now: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None]]:
    """Yield each check whose points changed, with what it was and is; None where it was not there."""
    before, after = ({check["id"]: check for check in each["checks"]} for each in (was, now))
    for name in {**before, **after}:
        if _points(before.get(name)) != _points(after.get(name)):
            yield name, before.get(name), after.get(name)


def _points(check: Mapping[str, Any] | None) -> str:
    return f"{check['points']}/{check['max_points']}" if check else _NONE


def _number(check: Mapping[str, Any] | None) -> int:
    return int(check["points"]) if check else 0


def _why(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return what a verdict depends on and has changed; what is not known of an old one is not compared."""
    differs = [name for name in _HANGS_ON if name in was and name in now and was[name] != now[name]]
    if "kit" in differs and "engine" in differs:
        differs.remove("engine")  # another version of the kit is another engine
    said = [_HANGS_ON[name].format(was=was[name], now=now[name]) for name in differs]
    return "; ".join(said) or "time or chance"


def _off(percent: int) -> str:
    return f"{percent}% off" if percent else "0%"


def _why_late(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    before, after = (each.get("late", {}).get("handed_in", "") for each in (was, now))
    return "time of handing in" if before != after and "late" in was and "late" in now else "course"
