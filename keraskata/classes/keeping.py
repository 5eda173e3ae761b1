"""Saves the grade of a student: makes the record of a run, and adds what earlier runs graded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from keraskata.backend.choice import backend
from keraskata.classes import history, merging
from keraskata.classes.results_folder import Records
from keraskata.curriculum import Kit
from keraskata.handed_in.folder import Work
from keraskata.judges.client import JudgeSettings, Verdict
from keraskata.printable import printable
from keraskata.report import counting
from keraskata.report.counting import Number
from keraskata.results import Result, report
from keraskata.verdicts import cache

_MAX_SAID = 300  # characters of why a check broke
Late = dict[str, Any] | None
"""How late a submission is, as a record says it; None if nothing was due."""


@dataclass(frozen=True)
class Grade:
    """The grade of one student, and its origin; `before` is the grade that the same exercises had, if it changed."""

    student: str
    score: int  # the points of the checks
    max_score: int
    problem: str = ""
    before: Number | None = None
    kept: bool = False  # from the run that is resumed
    exercises: tuple[Result, ...] = ()
    late: Late = None
    earned: Number = 0  # the same in the points of the course
    final: Number = 0  # what counts of them
    most: Number = 0
    note: str = ""  # no problem: which file was taken for which exercise


class Keeper:
    """Saves the grades of one run: of this kit, with these settings, this seed, and the points of the course."""

    def __init__(self, kept: Records, kit: Kit, settings: JudgeSettings, seed: int, points: Mapping[str, int]) -> None:
        self._kept, self._kit, self._settings, self._seed = kept, kit, settings, seed
        self._points = points  # of the course
        self._known: dict[str, dict[str, str]] = {}

    def save(self, work: Work, digest: str, results: list[Result], verdict: Verdict, due: Late, returned: str) -> Grade:
        """Save the verdict on a submission; `returned` is where the platform takes a file back. Raises Unwritable."""
        student = work.student
        before = self._kept.load(student)
        said = printable("; ".join(part for part in (work.problem, verdict.problem, *_own_broken(results)) if part))
        terms = self._settings.terms
        record = report(results, self._seed, backend(), terms.isolation)
        if verdict.walls is not None and terms.limits:
            record["walls"] = list(verdict.walls)
        # A submission that was not graded completely is graded again by --resume.
        record["submission"] = {"student": student, "digest": "" if verdict.problem else digest, "problem": said}
        record["submission"] |= {"unread": printable(work.problem), "returned": returned}
        for exercise in record["exercises"]:
            answer = {"answer": history.digest(work.files.get(exercise["id"]))}
            exercise["graded"] = answer | self._graders(exercise["id"])
            if "variant" in exercise:
                exercise["graded"]["variant"] = exercise["variant"]["number"]
            exercise |= merging.worth(exercise["id"], self._points)
        merging.join(record, before, self._kit.exercises, due)
        history.remember(record, before)
        self._kept.save(student, record)
        return replace(_grade(before, record, results, said, due), note=printable(work.note))

    def keep(self, before: dict[str, Any], run: dict[str, Any], due: Late) -> Grade:
        """Keep the grades of a run that is resumed, as late as they are by now. Raises Unwritable."""
        record = merging.decided(before, run, due, self._points)
        history.remember(record, before)
        student = record["submission"]["student"]
        if record == before:
            self._kept.keep(student, before)
        else:
            self._kept.save(student, record)
        results = [Result.from_dict(result) for result in record["exercises"] if result["id"] in run["exercises"]]
        return replace(_grade(before, record, results, run["problem"], due), kept=True)

    def _graders(self, name: str) -> dict[str, str]:
        """Return what stands for the graders of an exercise, and for the engine."""
        if name not in self._known:
            exercise, private = self._kit.exercises[name], self._settings.private
            own = self._kit.private(Path(private)).grader(exercise) if private else None
            self._known[name] = {
                "grader": history.digest(cache.content(self._kit.grader(exercise))),
                "private": history.digest(cache.content(own) if own else None),
                "engine": cache.surroundings(self._kit),
            }
        return self._known[name]


def _own_broken(results: list[Result]) -> Iterator[str]:
    """Yield which private checks broke on an answer: students see only that they have no points."""
    for result in results:
        for check in result.checks:
            if check.hidden and check.outcome == "refused" and check.feedback:
                yield f"your own check {check.id} of {result.exercise} broke: {check.feedback.found[:_MAX_SAID]}"


def _grade(
    before: dict[str, Any] | None, record: dict[str, Any], results: list[Result], problem: str, due: Late
) -> Grade:
    """Return the grade of the exercises that a run graded."""
    names = {result.exercise for result in results}
    score, max_score = sum(result.points for result in results), sum(result.max_points for result in results)
    sums = (counting.earned(record), counting.most(record))
    earned, most = (counting.number(sum(points[name] for name in names)) for points in sums)
    again = {exercise["id"] for exercise in before["exercises"]} & names if before else set()
    was, now = (_final(each, again) for each in (before or record, record))
    changed = was if was != now else None
    return Grade(
        record["submission"]["student"],
        score,
        max_score,
        problem,
        changed,
        exercises=tuple(results),
        late=due,
        earned=earned,
        final=_final(record, names),
        most=most,
    )


def _final(record: dict[str, Any], names: set[str]) -> Number:
    earned, off = counting.earned(record), counting.taken_off(record)
    return counting.number(sum(earned[name] - off[name] for name in names))
