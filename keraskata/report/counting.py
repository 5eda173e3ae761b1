"""What counts of a student's record: the points that the course gives, less what is taken off for being late.

See docs/result.schema.json. Nothing has more than two decimals.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

Number = int | float


def number(value: float) -> Number:
    """Return `value` with at most two decimals, and as a whole number if it is one."""
    found = round(value, 2)
    return int(found) if found == int(found) else found


def parts(worth: Number, most: Sequence[Number]) -> list[Number]:
    """Split the points that a course gives for an exercise over its checks, by the points that these have, `most`.

    Together they are exactly `worth`, unless no check has any.
    """
    whole = sum(most)
    edges = [number(worth * sum(most[:place]) / whole) if whole else 0 for place in range(len(most) + 1)]
    return [number(end - start) for start, end in pairwise(edges)]


def part(points: Number, most: Number, worth: Number) -> Number:
    """Return what so many points of `most` are of `worth` points of the course; `most` is not 0."""
    return number(points * worth / most)


def earned(record: Mapping[str, Any]) -> dict[str, Number]:
    """Return for each exercise of a record the points earned, in those of the course."""
    return {each["id"]: _earned(each) for each in record["exercises"]}


def most(record: Mapping[str, Any]) -> dict[str, Number]:
    """Return for each exercise of a record the most points that the course gives."""
    return {each["id"]: each.get("worth", each["max_points"]) for each in record["exercises"]}


def taken_off(record: Mapping[str, Any]) -> dict[str, Number]:
    """Return for each exercise of a record how many points are taken off."""
    points = earned(record)
    found: dict[str, Number] = dict.fromkeys(points, 0)
    for run in runs(record):
        for name in run["exercises"]:
            found[name] = number(points[name] * run["late"]["percent"] / 100)
    return found


def runs(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the runs of a record for which something was due."""
    return (run for run in record["submission"].get("runs", ()) if "late" in run)


def off(record: Mapping[str, Any]) -> Number:
    """Return how many points are taken off in all."""
    return number(sum(taken_off(record).values()))


def final(record: Mapping[str, Any]) -> Number:
    """Return the grade that counts: the points earned, less what is taken off."""
    return number(sum(earned(record).values()) - off(record))


def max_final(record: Mapping[str, Any]) -> Number:
    """Return the best grade that there is."""
    return number(sum(most(record).values()))


def decided(record: Mapping[str, Any]) -> bool:
    """Return whether the course decided anything about this grade."""
    return any(runs(record)) or any("worth" in exercise for exercise in record["exercises"])


def hours(record: Mapping[str, Any]) -> Number | str:
    """Return how many hours late a student was at most; "" if no time is known."""
    known = [run["late"]["hours"] for run in runs(record) if run["late"]["handed_in"]]
    return number(max(known)) if known else ""


def unknown(late: Mapping[str, Any]) -> bool:
    """Return whether nothing says when the work was handed in."""
    return not late["handed_in"] and not late["marked"]


def words(late: Mapping[str, Any], points: Number) -> str:
    """Return how being late changed so many points, in a few words; "" for work in time, or if nothing is known."""
    if late["marked"]:
        return f"marked late by {late['marked']}, which does not say by how much: nothing taken off"
    if unknown(late):
        return ""
    until = f", with an extension until {late['due']}" if late["extension"] else ""
    if not late["hours"]:
        return f"in time{until}" if until else ""
    said = f"{late['percent']}% of {points} points taken off" if late["percent"] else "nothing taken off"
    return f"{number(late['hours'])} h late{until}: {said}"


def _earned(exercise: Mapping[str, Any]) -> Number:
    if "worth" not in exercise or not exercise["max_points"]:
        return int(exercise["points"])
    return part(exercise["points"], exercise["max_points"], exercise["worth"])
