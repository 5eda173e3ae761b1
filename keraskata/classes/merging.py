"""The runs that a student's record comes from: what one graded stays as it was until another grades it again."""

from collections.abc import Iterable, Iterator
from typing import Any

_TERMS = ("kit", "backend", "subject", "seed")  # how a run graded: with which a result stays, whatever came later


def found(record: dict[str, Any], digest: str, names: Iterable[str]) -> dict[str, Any] | None:
    """The run with this digest, which has graded all of these exercises; None where there is none."""
    wanted = set(names)
    return next((run for run in _runs(record) if run["digest"] == digest and set(run["exercises"]) == wanted), None)


def join(record: dict[str, Any], before: dict[str, Any] | None, known: Iterable[str]) -> None:
    """Add to the record of a run what it did not grade and runs `before` it did.

    `known` are the exercises of the kit in order; what it has no longer is dropped.
    """
    (now,) = _runs(record)
    places = {name: place for place, name in enumerate(known)}
    left = list(_left(before, places.keys() - now["exercises"])) if before else []
    kept = {name for run in left for name in run["exercises"]}
    exercises = record["exercises"] + [each for each in (before or record)["exercises"] if each["id"] in kept]
    record["exercises"] = sorted(exercises, key=lambda each: places[each["id"]])
    record["score"] = sum(each["points"] for each in exercises)
    record["max_score"] = sum(each["max_points"] for each in exercises)
    problems = dict.fromkeys(run["problem"] for run in (now, *left) if run["problem"])
    record["submission"] |= {"problem": "; ".join(problems), "runs": [now, *left]}


def _runs(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The last one first; a record that does not say has but one."""
    about = record["submission"]
    exercises = [each["id"] for each in record["exercises"]]
    last = {"exercises": exercises, "digest": about["digest"], "problem": about["problem"]}
    return about.get("runs") or [last | {term: record[term] for term in _TERMS}]


def _left(record: dict[str, Any], names: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Of each run what it graded of `names`; without a digest where that is not all, as it is not to be resumed."""
    for run in _runs(record):
        exercises = [name for name in run["exercises"] if name in names]
        if exercises:
            yield run | {"exercises": exercises, "digest": run["digest"] if exercises == run["exercises"] else ""}
