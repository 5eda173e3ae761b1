"""Grades a class: reads what was handed in, has judged what is not known yet, and keeps each grade as it comes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from keraskata import cache
from keraskata.bulk import handed_in, records, runs
from keraskata.bulk.handed_in import HandedIn
from keraskata.bulk.judging import NoJudge, Settings, Task, Verdict
from keraskata.bulk.records import Records
from keraskata.curriculum import Exercise, Kit
from keraskata.results import Feedback, Result, printable, report

Judging = Iterable[tuple[str, Verdict]]
_BLANK = "blank"  # the task with no file at all: what is open, and what it would be worth


class HaveJudged(Protocol):
    """Something that judges tasks: see `pool`."""

    def __call__(self, tasks: Mapping[str, Task], settings: Settings) -> Judging: ...


@dataclass(frozen=True)
class Grade:
    """The grade of one student, and where it comes from."""

    student: str
    score: int
    max_score: int
    problem: str = ""
    before: int | None = None
    kept: bool = False  # from the run that is resumed
    exercises: tuple[Result, ...] = ()


@dataclass(frozen=True)
class Order:
    """What is to be graded and how; `exercises` are those that count."""

    kit: Kit
    settings: Settings
    exercises: list[Exercise]
    seed: int = 0
    fresh: bool = False
    resume: bool = False


def grade_class(order: Order, folder: Path, kept: Records, have_judged: HaveJudged) -> Iterator[Grade]:
    """The grade of each student, as it is found and after it is on disk.

    Raises BadInput before anything is graded, and what `have_judged` raises; what was given until then is kept.
    """
    stamp = "".join(cache.stamp(kit, order.settings.terms) for kit in _kits(order))
    names = [exercise.id for exercise in order.exercises]
    waiting: dict[str, list[HandedIn]] = {}
    for student, places in handed_in.students(folder).items():
        work = handed_in.read(order.kit, student, places)
        digest = records.digest(work, stamp, order.seed, names)
        before = kept.load(student)
        run = runs.found(before, digest, names) if order.resume and before else None
        if before and run:
            kept.keep(student, before)
            yield _known(before, run)
            continue
        waiting.setdefault(digest, []).append(work)
    yield from _grade(order, waiting, kept, have_judged)


def _grade(order: Order, waiting: dict[str, list[HandedIn]], kept: Records, have_judged: HaveJudged) -> Iterator[Grade]:
    """The same submission twice is graded once; an unchanged one not at all."""
    tasks: dict[str, Task] = {}
    known: dict[str, list[Result]] = {}
    for digest, works in waiting.items():
        files = works[0].files
        known[digest] = _cached(order, files)
        left = _left(order, files, known[digest])
        if left:
            tasks[digest] = Task({name: files[name] for name in left}, order.seed, order.fresh)
    blank = {result.exercise: result for result in _cached(order, dict.fromkeys(_ids(order)))}
    ready = [(digest, Verdict([])) for digest in waiting if digest not in tasks]
    missing = {name: None for name in _ids(order) if name not in blank}
    if missing and waiting:  # by the same judges, for each takes seconds to start
        tasks = {_BLANK: Task(missing, order.seed), **tasks}
    for digest, verdict in have_judged(tasks, order.settings) if tasks else ():
        if digest == _BLANK:
            blank |= {result.exercise: result for result in verdict.results}
        else:
            ready.append((digest, verdict))
        if blank.keys() >= set(_ids(order)):
            yield from _give(order, waiting, kept, known, blank, ready)
            ready = []
    if ready and blank.keys() < set(_ids(order)):
        raise NoJudge("The judges do not say what an exercise is worth; `kata check` may say why.")
    yield from _give(order, waiting, kept, known, blank, ready)


def _give(
    order: Order,
    waiting: dict[str, list[HandedIn]],
    kept: Records,
    known: dict[str, list[Result]],
    blank: dict[str, Result],
    ready: list[tuple[str, Verdict]],
) -> Iterator[Grade]:
    for digest, verdict in ready:
        results = {result.exercise: result for result in (*known[digest], *verdict.results)}
        for work in waiting[digest]:
            whole = _whole(work, results, {name: blank[name] for name in _ids(order)}, verdict.problem)
            yield _keep(order, kept, work, digest, whole, verdict.problem)


def _ids(order: Order) -> list[str]:
    return [exercise.id for exercise in order.exercises]


def _left(order: Order, files: Mapping[str, bytes], known: list[Result]) -> list[str]:
    done = {result.exercise for result in known}
    return [name for name in _ids(order) if name in files and name not in done]


def _kits(order: Order) -> list[Kit]:
    private = order.settings.private
    return [order.kit, *([order.kit.private(Path(private))] if private else [])]


def _cached(order: Order, files: Mapping[str, bytes | None]) -> list[Result]:
    if order.settings.private:
        return []  # of the judge's two verdicts on each exercise, this would be one
    found = []
    for exercise in order.exercises:
        if exercise.id not in files or order.fresh:
            continue
        checks = cache.load(order.kit, exercise, files[exercise.id], order.seed, order.settings.terms)
        if checks:
            found.append(Result(exercise.id, "", checks, sum(check.max_points for check in checks)))
    return found


def _whole(work: HandedIn, results: dict[str, Result], blank: dict[str, Result], problem: str) -> list[Result]:
    """A result for every exercise, in order: an exercise that is missing is open, one that was not reached refused."""
    whole = []
    for name, empty in blank.items():
        path = f"{work.student}/{name}.py"
        if name in results:
            whole.append(replace(results[name], path=path))
        elif name in work.files:
            whole.append(replace(_refused(empty, problem), path=path))
        else:
            whole.append(replace(empty, path=path))
    return whole


def _refused(empty: Result, problem: str) -> Result:
    feedback = Feedback("a submission that can be graded", problem or "nothing was graded")
    checks = [replace(check, points=0, outcome="refused", feedback=feedback) for check in empty.checks]
    return replace(empty, checks=checks)


def _keep(order: Order, kept: Records, work: HandedIn, digest: str, results: list[Result], problem: str) -> Grade:
    before = kept.load(work.student)
    said = printable("; ".join(part for part in (work.problem, problem) if part))
    record = report(results, order.seed, cache.backend(), order.settings.terms.kind)
    score, most = record["score"], record["max_score"]
    # A submission that was not graded to its end is tried again by --resume.
    record["submission"] = {"student": work.student, "digest": "" if problem else digest, "problem": said}
    runs.join(record, before, order.kit.exercises)
    kept.save(work.student, record)
    return Grade(work.student, score, most, said, _changed(before, results), exercises=tuple(results))


def _changed(before: dict[str, Any] | None, results: list[Result]) -> int | None:
    """What the exercises that were graded before had then; None where they have it still."""
    points = {exercise["id"]: exercise["points"] for exercise in before["exercises"]} if before else {}
    again = [result for result in results if result.exercise in points]
    was = sum(points[result.exercise] for result in again)
    return was if was != sum(result.points for result in again) else None


def _known(record: dict[str, Any], run: dict[str, Any]) -> Grade:
    results = [Result.from_dict(result) for result in record["exercises"] if result["id"] in run["exercises"]]
    score, most = sum(result.points for result in results), sum(result.max_points for result in results)
    student = record["submission"]["student"]
    return Grade(student, score, most, run["problem"], kept=True, exercises=tuple(results))
