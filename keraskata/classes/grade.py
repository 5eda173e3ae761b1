"""Grades a class: sends submissions whose grade is not known to the judges, and saves each grade at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from keraskata.classes import merging
from keraskata.classes.course_file import Course
from keraskata.classes.fingerprint import fingerprint
from keraskata.classes.keeping import Grade, Keeper, Late
from keraskata.classes.results_folder import Records
from keraskata.curriculum import Exercise, Kit
from keraskata.handed_in.folder import Work
from keraskata.handed_in.reading import Reading
from keraskata.judges.client import JudgeSettings, NoJudge, Task, Verdict
from keraskata.judges.hidden_seed import hidden
from keraskata.judges.pool import Pool, Tell
from keraskata.printable import brief
from keraskata.results import Feedback, Result
from keraskata.verdicts import cache

# Students read it in the place of a problem that may show what is in the grader's file.
_GRADER_BROKEN = "its grader is broken; your instructor can see why"
_BLANK = "blank"  # the task without any file: shows the open exercises and their points


class HaveJudged(Protocol):
    """Starts judges: see `pool`."""

    def __call__(self, settings: JudgeSettings, tell: Tell) -> Pool: ...


@dataclass(frozen=True)
class ClassRun:
    """The settings of a run: what to grade, and how; `exercises` are those that count."""

    kit: Kit
    settings: JudgeSettings
    exercises: list[Exercise]
    seed: int = 0
    fresh: bool = False
    resume: bool = False
    course: Course = Course()  # noqa: RUF009 - it is frozen

    @property
    def hidden_seed(self) -> int:
        """Return the form of the seed that judges get."""
        return hidden(self.kit, self.seed)


def grade_class(run: ClassRun, reading: Reading, kept: Records, have_judged: HaveJudged) -> Iterator[Grade]:
    """Yield the grade of each student once it is on disk; the first comes while other submissions are still read.

    Raises the errors of reading and judging; grades until then are kept.
    """
    stamp = "".join(cache.stamp(kit, run.settings.terms) for kit in _kits(run))
    names, variants = _ids(run), run.course.variants.find(reading.everyone) if run.course.variants else {}
    keeper = Keeper(kept, run.kit, run.settings, run.seed, run.course.points)
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
                variant = variants.get(event.student, 0)
                digest = fingerprint(event, f"{stamp} {variant}", run.seed, names)
                before = kept.load(event.student)
                earlier = merging.found(before, digest, names) if before else None
                if before and earlier and (run.resume or (not run.fresh and merging.ran_out_of_time(before, earlier))):
                    yield keeper.keep(before, earlier, _late(run, reading, event))
                    continue
                grading.add(digest, event, variant)
            else:
                grading.found(*event)
            for digest, work, results, verdict in grading.graded():
                where = reading.download.returned.get(work.student, "")
                yield keeper.save(work, digest, results, verdict, _late(run, reading, work), where)
    finally:
        reading.close()
        grading.close()


class _Grading:
    """The submissions in judging. The same submission twice is graded once; an unchanged one not at all.

    Judges are started by `start` when there is work for them.
    """

    def __init__(self, run: ClassRun, start: Callable[[], Pool]) -> None:
        self._run, self._start = run, start
        self._pool: Pool | None = None
        self.under_way: set[str] = set()
        self._works: dict[str, list[Work]] = {}
        self._known: dict[str, list[Result]] = {}
        self._verdicts: dict[str, Verdict] = {}
        self._ready: list[tuple[str, Verdict]] = []
        self._blank: dict[str, Result] | None = None  # results of exercises without a file

    def add(self, digest: str, work: Work, variant: int) -> None:
        """Let a submission be judged as this variant, without what is known already."""
        if self._blank is None:
            self._ask_for_blank()
        self._works.setdefault(digest, []).append(work)
        if digest in self._verdicts:
            self._ready.append((digest, self._verdicts[digest]))
        if digest in self._known:
            return
        self._known[digest] = _cached(self._run, work.files, variant)
        left = _left(self._run, work.files, self._known[digest])
        if left:
            files = {name: work.files[name] for name in left}
            self._submit(digest, Task(files, self._run.hidden_seed, self._run.fresh, variant))
        else:
            self._take(digest, Verdict([]))

    def found(self, digest: str, verdict: Verdict) -> None:
        """Store a verdict. Raises NoJudge if the first one does not give the points of the exercises."""
        self.under_way.remove(digest)
        if digest != _BLANK:
            self._take(digest, verdict)
            return
        self._blank = {**(self._blank or {}), **{result.exercise: result for result in verdict.results}}
        if self._blank.keys() < set(_ids(self._run)):
            why = brief(verdict.problem) or "`kata check` may say why"
            raise NoJudge(f"The judges do not say what an exercise is worth: {why}.")

    def graded(self) -> Iterator[tuple[str, Work, list[Result], Verdict]]:
        """Yield each judged submission once: digest, submission, a result for each exercise, and the verdict."""
        if self._blank is None or _BLANK in self.under_way:
            return
        ready, self._ready = self._ready, []
        for digest, verdict in ready:
            results = {result.exercise: result for result in (*self._known[digest], *verdict.results)}
            for work in self._works.pop(digest, ()):
                blank = {name: self._blank[name] for name in _ids(self._run)}
                why = _GRADER_BROKEN if verdict.grader_broken else verdict.problem
                yield digest, work, _whole(work, results, blank, why), verdict

    def close(self) -> None:
        """End the judges."""
        if self._pool:
            self._pool.close()

    def _take(self, digest: str, verdict: Verdict) -> None:
        self._verdicts[digest] = verdict
        self._ready.append((digest, verdict))

    def _ask_for_blank(self) -> None:
        """Ask the same judges for the results without files, because each judge takes seconds to start."""
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


def _late(run: ClassRun, reading: Reading, work: Work) -> Late:
    """Return how late a submission is: by the times of those tasks whose files count.

    Where these are not all known, the others count, too, without those of sections that are not graded now.
    """
    download = reading.download
    when = download.when.get(work.student, work.when)
    own = {work.tasks.get(name, "") for name in _ids(run) if name in work.files}
    others = run.kit.sections.keys() - {exercise.section for exercise in run.exercises} - own
    others = when.keys() - own if own and own <= when.keys() else others
    marked = download.title if work.student in download.late else ""
    return run.course.lateness(work.student, when, others, marked)


def _kits(run: ClassRun) -> list[Kit]:
    private = run.settings.private
    return [run.kit, *([run.kit.private(Path(private))] if private else [])]


def _cached(run: ClassRun, files: Mapping[str, bytes | None], variant: int = 0) -> list[Result]:
    if run.settings.private:
        return []  # it would be counted as one of the judge's two verdicts on each exercise
    found = []
    for exercise in (each.of(variant) for each in run.exercises):
        if exercise.id not in files or run.fresh:
            continue
        text = files[exercise.id]
        checks = cache.load(run.kit, exercise, text, run.hidden_seed, run.settings.terms)
        if checks:
            most = sum(check.max_points for check in checks)
            found.append(Result(exercise.id, "", checks, most, exercise.graded(text)))
    return found


def _whole(work: Work, results: dict[str, Result], blank: dict[str, Result], problem: str) -> list[Result]:
    """Return a result for every exercise of the run: a missing file is open, one that was not reached is refused."""
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
