"""Facts about a class beside its scores: common feedback, what was not graded, and which students are stuck."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from keraskata.results import NO_FILE, CheckResult, Feedback, Result

ENOUGH = 0.5  # the share of the points, and of the class


@dataclass(frozen=True)
class Student:
    """One student with the results of all exercises; `problem` says what could not be read or graded."""

    name: str
    results: list[Result]
    problem: str

    @property
    def score(self) -> int:
        return sum(result.points for result in self.results)


@dataclass(frozen=True)
class Said:
    """Feedback that some students got for one check."""

    exercise: str
    check: CheckResult
    feedback: Feedback
    count: int


@dataclass(frozen=True)
class Ungraded:
    """Checks of one student that ran out of time or were refused, all for the same reason."""

    student: Student
    outcome: str
    reason: str
    exercises: list[str]


@dataclass(frozen=True)
class Stuck:
    """A student, and the exercises that most others have solved and this one has tried without success."""

    student: Student
    exercises: list[tuple[str, CheckResult]]


def handed_in(result: Result) -> bool:
    """Return whether there was a file to grade."""
    return not any(check.feedback and check.feedback.found == NO_FILE for check in result.checks)


def commonest(students: Sequence[Student], most: int) -> list[Said]:
    """Return the feedback that most students got, the commonest first. Missing files do not count.

    Feedback for one check is the same when its likely cause is the same or, without one, its expected value: what was
    found differs in every file.
    """
    first: dict[tuple[str, str, str], tuple[str, CheckResult, Feedback]] = {}
    counts: Counter[tuple[str, str, str]] = Counter()
    for student in students:
        for result in filter(handed_in, student.results):
            for check in result.checks:
                if check.outcome == "failed" and check.feedback:
                    key = result.exercise, check.id, check.feedback.likely or check.feedback.expected
                    first.setdefault(key, (result.exercise, check, check.feedback))
                    counts[key] += 1
    return [Said(*first[key], count) for key, count in counts.most_common(most)]


def ungraded(students: Sequence[Student]) -> list[Ungraded]:
    """Return the checks that ran out of time or were refused."""
    found: dict[tuple[str, str, str], Ungraded] = {}
    for student in students:
        for result in student.results:
            for check in result.checks:
                if check.outcome in ("timed out", "refused"):
                    reason = f"{check.feedback.expected}; found: {check.feedback.found}" if check.feedback else ""
                    row = Ungraded(student, check.outcome, reason, [])
                    row = found.setdefault((student.name, check.outcome, reason), row)
                    row.exercises.extend({result.exercise} - set(row.exercises))
    return list(found.values())


def stuck(students: Sequence[Student]) -> list[Stuck]:
    """Return students with less than half the points of an exercise for which at least half of the class has all.

    Only exercises that were handed in count. Students with most such exercises come first.
    """
    done = Counter(result.exercise for student in students for result in student.results if result.done)
    rows = []
    for student in students:
        hard = [
            (result.exercise, next(check for check in result.checks if check.outcome != "passed"))
            for result in filter(handed_in, student.results)
            if result.points < ENOUGH * result.max_points and done[result.exercise] >= ENOUGH * len(students)
        ]
        if hard:
            rows.append(Stuck(student, hard))
    return sorted(rows, key=lambda row: (-len(row.exercises), row.student.score))
