"""What being late took off a grade, from a student's record: see docs/result.schema.json."""

from collections.abc import Iterator, Mapping
from typing import Any


def number(value: float) -> int | float:
    """Return `value` with at most two decimals, and as a whole number if it is one."""
    found = round(value, 2)
    return int(found) if found == int(found) else found


def taken_off(record: Mapping[str, Any]) -> dict[str, float]:
    """Return for each exercise of a record how many points are taken off.

    Percents and points are whole numbers, so that two decimals are exact.
    """
    points = {exercise["id"]: exercise["points"] for exercise in record["exercises"]}
    found = dict.fromkeys(points, 0.0)
    for run in runs(record):
        for name in run["exercises"]:
            found[name] = points[name] * run["late"]["percent"] / 100
    return found


def runs(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the runs of a record for which something was due."""
    return (run for run in record["submission"].get("runs", ()) if "late" in run)


def off(record: Mapping[str, Any]) -> int | float:
    """Return how many points are taken off in all."""
    return number(sum(taken_off(record).values()))


def final(record: Mapping[str, Any]) -> int | float:
    """Return the grade that counts: the points earned, less what is taken off."""
    return number(record["score"] - off(record))


def hours(record: Mapping[str, Any]) -> int | float | str:
    """Return how many hours late a student was at most; "" if no time is known."""
    known = [run["late"]["hours"] for run in runs(record) if run["late"]["handed_in"]]
    return number(max(known)) if known else ""


def unknown(late: Mapping[str, Any]) -> bool:
    """Return whether nothing says when the work was handed in."""
    return not late["handed_in"] and not late["marked"]


def words(late: Mapping[str, Any], earned: int) -> str:
    """Return how being late changed a grade, in a few words; "" for work in time, or if nothing is known."""
    if late["marked"]:
        return f"marked late by {late['marked']}, which does not say by how much: nothing taken off"
    if unknown(late):
        return ""
    until = f", with an extension until {late['due']}" if late["extension"] else ""
    if not late["hours"]:
        return f"in time{until}" if until else ""
    off = f"{late['percent']}% of {earned} points taken off" if late["percent"] else "nothing taken off"
    return f"{number(late['hours'])} h late{until}: {off}"
