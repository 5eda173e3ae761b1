"""Saves the grade of a student: makes the record of a run, and adds what earlier runs graded."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from keraskata.backend.choice import backend
from keraskata.classes import history, merging
from keraskata.classes.results_folder import Records
from keraskata.curriculum import Kit
from keraskata.handed_in.folder import Work
from keraskata.judges.client import JudgeSettings, Verdict
from keraskata.printable import printable
from keraskata.report import late
from keraskata.results import Result, report
from keraskata.verdicts import cache

Late = dict[str, Any] | None
"""How late a submission is, as a record says it; None if nothing was due."""


@dataclass(frozen=True)
class Grade:
    """The grade of one student, and its origin; `before` is the grade that the same exercises had, if it changed."""

    student: str
    score: int
    max_score: int
    problem: str = ""
    before: int | float | None = None
    kept: bool = False  # from the run that is resumed
    exercises: tuple[Result, ...] = ()
    late: Late = None

    @property
    def final(self) -> int | float:
        """The points that count: those earned, less what is taken off for being late."""
        return late.number(self.score * (100 - (self.late["percent"] if self.late else 0)) / 100)


class Keeper:
    """Saves the grades of one run: of this kit, with these settings and this seed."""

    def __init__(self, kept: Records, kit: Kit, settings: JudgeSettings, seed: int) -> None:
        self._kept, self._kit, self._settings, self._seed = kept, kit, settings, seed
        self._known: dict[str, dict[str, str]] = {}

    def save(self, work: Work, digest: str, results: list[Result], verdict: Verdict, due: Late) -> Grade:
        """Save the verdict on a submission. Raises Unwritable."""
        student = work.student
        before = self._kept.load(student)
        said = printable("; ".join(part for part in (work.problem, verdict.problem) if part))
        terms = self._settings.terms
        record = report(results, self._seed, backend(), terms.isolation)
        score, most = record["score"], record["max_score"]
        if verdict.walls is not None and terms.limits:
            record["walls"] = list(verdict.walls)
        # A submission that was not graded completely is graded again by --resume.
        record["submission"] = {"student": student, "digest": "" if verdict.problem else digest, "problem": said}
        for exercise in record["exercises"]:
            answer = {"answer": history.digest(work.files.get(exercise["id"]))}
            exercise["graded"] = answer | self._graders(exercise["id"])
        merging.join(record, before, self._kit.exercises, due)
        history.remember(record, before)
        self._kept.save(student, record)
        changed = _changed(before, record, [result.exercise for result in results])
        return Grade(student, score, most, said, changed, exercises=tuple(results), late=due)

    def keep(self, before: dict[str, Any], run: dict[str, Any], due: Late) -> Grade:
        """Keep the grades of a run that is resumed, as late as they are by now. Raises Unwritable."""
        record = merging.with_late(before, run, due)
        history.remember(record, before)
        student = record["submission"]["student"]
        if record == before:
            self._kept.keep(student, before)
        else:
            self._kept.save(student, record)
        results = [Result.from_dict(result) for result in record["exercises"] if result["id"] in run["exercises"]]
        score, most = sum(result.points for result in results), sum(result.max_points for result in results)
        changed = _changed(before, record, run["exercises"])
        return Grade(student, score, most, run["problem"], changed, True, tuple(results), due)

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


def _changed(before: dict[str, Any] | None, record: dict[str, Any], names: Sequence[str]) -> int | float | None:
    """Return the earlier grade of those exercises that were graded before; None if it is the same now."""
    again = {exercise["id"] for exercise in before["exercises"]} & set(names) if before else set()
    was, now = (_of(each, again) for each in (before or record, record))
    return was if was != now else None


def _of(record: dict[str, Any], names: set[str]) -> int | float:
    off = late.taken_off(record)
    return late.number(sum(each["points"] - off[each["id"]] for each in record["exercises"] if each["id"] in names))
