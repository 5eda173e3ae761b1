"""Grades a class: has judged what is not known yet of what is read, and keeps each grade as it comes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Protocol

from keraskata.backend.choice import backend
from keraskata.classes import merging
from keraskata.classes.fingerprint import fingerprint
from keraskata.classes.results_folder import Records
from keraskata.curriculum import Exercise, Kit
from keraskata.handed_in.folder import Work
from keraskata.handed_in.reading import Reading
from keraskata.judges.client import JudgeSettings, NoJudge, Task, Verdict
from keraskata.judges.hidden_seed import hidden
from keraskata.judges.pool import Pool, Tell
from keraskata.results import Feedback, Result, printable, report
from keraskata.verdicts import cache

_BLANK = "blank"  # the task with no file at all: what is open, and what it would be worth


class HaveJudged(Protocol):
    """Starts judges: see `pool`."""

    def __call__(self, settings: JudgeSettings, tell: Tell) -> Pool: ...


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
class ClassRun:
    """What is to be graded and how; `exercises` are those that count."""

    kit: Kit
    settings: JudgeSettings
    exercises: list[Exercise]
    seed: int = 0
    fresh: bool = False
    resume: bool = False

    @property
    def hidden_seed(self) -> int:
        """What judges are told of the seed."""
        return hidden(self.kit, self.seed)


def grade_class(run: ClassRun, reading: Reading, kept: Records, have_judged: HaveJudged) -> Iterator[Grade]:
    """The grade of each student, as it is found and after it is on disk; the first comes while others are still read.

    Raises what reading and judging raise; what was given until then is kept.
    """
    stamp = "".join(cache.stamp(kit, run.settings.terms) for kit in _kits(run))
    names = _ids(run)
    events: SimpleQueue[Work | tuple[str, Verdict] | BaseException] = SimpleQueue()
    grading = _Grading(run, lambda: have_judged(run.settings, events.put))
    reading.start(events.put)
    unread = len(reading.everyone)
    try:
        while unread or grading.under_way:
            event = events.get()
            if isinstance(event, BaseException):
                raise event
            if isinstance(event, Work):
                unread -= 1
                digest = fingerprint(event, stamp, run.seed, names)
                before = kept.load(event.student)
                earlier = merging.found(before, digest, names) if run.resume and before else None
                if before and earlier:
                    kept.keep(event.student, before)
                    yield _known(before, earlier)
                    continue
                grading.add(digest, event)
            else:
                grading.found(*event)
            for digest, work, results, verdict in grading.graded():
                yield _keep(run, kept, work, digest, results, verdict)
    finally:
        reading.close()
        grading.close()


class _Grading:
    """What is being judged. The same submission twice is graded once; an unchanged one not at all.

    Judges start when there is something for them: `start` does that.
    """

    def __init__(self, run: ClassRun, start: Callable[[], Pool]) -> None:
        self._run, self._start = run, start
        self._pool: Pool | None = None
        self.under_way: set[str] = set()
        self._works: dict[str, list[Work]] = {}
        self._known: dict[str, list[Result]] = {}
        self._verdicts: dict[str, Verdict] = {}
        self._ready: list[tuple[str, Verdict]] = []
        self._blank: dict[str, Result] | None = None  # what an exercise is worth that is not there

    def add(self, digest: str, work: Work) -> None:
        """Have a submission judged, or what of it is not known yet."""
        if self._blank is None:
            self._ask_for_blank()
        self._works.setdefault(digest, []).append(work)
        if digest in self._verdicts:
            self._ready.append((digest, self._verdicts[digest]))
        if digest in self._known:
            return
        self._known[digest] = _cached(self._run, work.files)
        left = _left(self._run, work.files, self._known[digest])
        if left:
            files = {name: work.files[name] for name in left}
            self._submit(digest, Task(files, self._run.hidden_seed, self._run.fresh))
        else:
            self._take(digest, Verdict([]))

    def found(self, digest: str, verdict: Verdict) -> None:
        """Take a verdict in. Raises NoJudge where the first one does not say what the exercises are worth."""
        self.under_way.remove(digest)
        if digest != _BLANK:
            self._take(digest, verdict)
            return
        self._blank = {**(self._blank or {}), **{result.exercise: result for result in verdict.results}}
        if self._blank.keys() < set(_ids(self._run)):
            raise NoJudge("The judges do not say what an exercise is worth; `kata check` may say why.")

    def graded(self) -> Iterator[tuple[str, Work, list[Result], Verdict]]:
        """Those that are judged, once: digest, submission, a result for each exercise, and the verdict."""
        if self._blank is None or _BLANK in self.under_way:
            return
        ready, self._ready = self._ready, []
        for digest, verdict in ready:
            results = {result.exercise: result for result in (*self._known[digest], *verdict.results)}
            for work in self._works.pop(digest, ()):
                blank = {name: self._blank[name] for name in _ids(self._run)}
                yield digest, work, _whole(work, results, blank, verdict.problem), verdict

    def close(self) -> None:
        """End the judges."""
        if self._pool:
            self._pool.close()

    def _take(self, digest: str, verdict: Verdict) -> None:
        self._verdicts[digest] = verdict
        self._ready.append((digest, verdict))

    def _ask_for_blank(self) -> None:
        """By the same judges, for each takes seconds to start."""
        self._blank = {each.exercise: each for each in _cached(self._run, dict.fromkeys(_ids(self._run)))}
        missing: dict[str, bytes | None] = {name: None for name in _ids(self._run) if name not in self._blank}
        if missing:
            self._submit(_BLANK, Task(missing, self._run.hidden_seed))

    def _submit(self, name: str, task: Task) -> None:
        self._pool = self._pool or self._start()
        self.under_way.add(name)
        self._pool.submit(name, task)


def _ids(run: ClassRun) -> list[str]:
    return [exercise.id for exercise in run.exercises]


def _left(run: ClassRun, files: Mapping[str, bytes], known: list[Result]) -> list[str]:
    done = {result.exercise for result in known}
    return [name for name in _ids(run) if name in files and name not in done]


def _kits(run: ClassRun) -> list[Kit]:
    private = run.settings.private
    return [run.kit, *([run.kit.private(Path(private))] if private else [])]


def _cached(run: ClassRun, files: Mapping[str, bytes | None]) -> list[Result]:
    if run.settings.private:
        return []  # of the judge's two verdicts on each exercise, this would be one
    found = []
    for exercise in run.exercises:
        if exercise.id not in files or run.fresh:
            continue
        checks = cache.load(run.kit, exercise, files[exercise.id], run.hidden_seed, run.settings.terms)
        if checks:
            found.append(Result(exercise.id, "", checks, sum(check.max_points for check in checks)))
    return found


def _whole(work: Work, results: dict[str, Result], blank: dict[str, Result], problem: str) -> list[Result]:
    """A result for every exercise, in run: an exercise that is missing is open, one that was not reached refused."""
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


def _keep(run: ClassRun, kept: Records, work: Work, digest: str, results: list[Result], verdict: Verdict) -> Grade:
    problem = verdict.problem
    before = kept.load(work.student)
    said = printable("; ".join(part for part in (work.problem, problem) if part))
    record = report(results, run.seed, backend(), run.settings.terms.isolation)
    score, most = record["score"], record["max_score"]
    if verdict.walls is not None and run.settings.terms.limits:
        record["walls"] = list(verdict.walls)
    # A submission that was not graded to its end is tried again by --resume.
    record["submission"] = {"student": work.student, "digest": "" if problem else digest, "problem": said}
    merging.join(record, before, run.kit.exercises)
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
