"""Merges the runs of a student's record: a run's result stays until another run grades the exercise again."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from keraskata.report import counting

_TERMS = ("kit", "backend", "subject", "seed")  # how a run graded: kept with its results


def found(record: dict[str, Any], digest: str, names: Iterable[str]) -> dict[str, Any] | None:
    """Return the run with this digest that graded all of these exercises; None if there is none."""
    wanted = set(names)
    return next((run for run in _runs(record) if run["digest"] == digest and set(run["exercises"]) == wanted), None)


def ran_out_of_time(record: dict[str, Any], run: dict[str, Any]) -> bool:
    """Return whether a check of a run took too long: grading it again takes as long, and may say the same."""
    exercises = [each for each in record["exercises"] if each["id"] in run["exercises"]]
    return any(check["outcome"] == "timed out" for each in exercises for check in each["checks"])


def join(
    record: dict[str, Any], before: dict[str, Any] | None, known: Iterable[str], due: dict[str, Any] | None = None
) -> None:
    """Add to the record of a run the exercises that it did not grade and runs `before` did.

    `known` are the exercises of the kit in order; exercises that it no longer has are dropped. `due` is how late the
    submission is, None if nothing was due.
    """
    (now,) = _runs(record)
    now |= {"late": {**due}} if due else {}
    places = {name: place for place, name in enumerate(known)}
    left = list(_left(before, places.keys() - now["exercises"])) if before else []
    kept = {name for run in left for name in run["exercises"]}
    exercises = record["exercises"] + [each for each in (before or record)["exercises"] if each["id"] in kept]
    record["exercises"] = sorted(exercises, key=lambda each: places[each["id"]])
    record["score"] = sum(each["points"] for each in exercises)
    record["max_score"] = sum(each["max_points"] for each in exercises)
    problems = dict.fromkeys(run["problem"] for run in (now, *left) if run["problem"])
    record["submission"] |= {"problem": "; ".join(problems), "runs": [now, *left]}
    _add_up(record)


def one(records: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Return one record of records that a student has under several names; None if they have the same exercise."""
    first, *rest = map(copy.deepcopy, records)
    runs = _runs(first)
    for record in rest:
        runs += _runs(record)
        first["exercises"] += record["exercises"]
    ids = [each["id"] for each in first["exercises"]]
    if len(set(ids)) < len(ids):
        return None
    first["exercises"].sort(key=lambda each: each["id"].partition("/")[0])
    first["score"] = sum(each["points"] for each in first["exercises"])
    first["max_score"] = sum(each["max_points"] for each in first["exercises"])
    problems = dict.fromkeys(run["problem"] for run in runs if run["problem"])
    first["submission"] |= {"problem": "; ".join(problems), "runs": runs}
    _add_up(first)
    return first


def decided(
    record: dict[str, Any], run: dict[str, Any], due: dict[str, Any] | None, points: Mapping[str, int]
) -> dict[str, Any]:
    """Return a record in which one of its runs is as late as `due` says, and its exercises give these `points`."""
    found = copy.deepcopy(record)
    runs = _runs(found)
    now = runs[_runs(record).index(run)]
    now.pop("late", None)
    if due:
        now["late"] = {**due}
        found["submission"]["runs"] = runs
    for exercise in found["exercises"]:
        if exercise["id"] in now["exercises"]:
            exercise.pop("worth", None)
            exercise |= worth(exercise["id"], points)
    _add_up(found)
    return found


def worth(exercise: str, points: Mapping[str, int]) -> dict[str, int]:
    """Return what a record says of the points that a course gives for an exercise; nothing if it does not say."""
    return {"worth": points[exercise]} if exercise in points else {}


def _add_up(record: dict[str, Any]) -> None:
    """Say what each run takes off for being late, and the grade that counts; nothing if the course decided nothing."""
    off = counting.taken_off(record)
    for run in counting.runs(record):
        run["late"]["taken_off"] = counting.number(sum(off[name] for name in run["exercises"]))
    for name in ("grade", "max_grade"):
        record.pop(name, None)
    if counting.decided(record):
        record |= {"grade": counting.final(record), "max_grade": counting.max_final(record)}


def _runs(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the runs, the last one first; a record without a list of runs has one."""
    about = record["submission"]
    exercises = [each["id"] for each in record["exercises"]]
    last = {"exercises": exercises, "digest": about["digest"], "problem": about["problem"]}
    return about.get("runs") or [last | {term: record[term] for term in _TERMS}]


def _left(record: dict[str, Any], names: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield each run with only `names`; without a digest if it graded more, because it cannot be resumed then."""
    for run in _runs(record):
        exercises = [name for name in run["exercises"] if name in names]
        if exercises:
            yield run | {"exercises": exercises, "digest": run["digest"] if exercises == run["exercises"] else ""}
