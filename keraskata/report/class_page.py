"""The instructor's page: how a class does, from the saved results of its grading."""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median, pstdev
from typing import Any

from keraskata import __version__
from keraskata.curriculum import Kit
from keraskata.report import counting
from keraskata.report.class_facts import Student, commonest, handed_in, stuck, ungraded
from keraskata.report.html import template
from keraskata.report.item_analysis import EASY, HARD, WEAK, Item, items
from keraskata.report.lms.grades import Grades
from keraskata.results import Result

_BARS, _FEEDBACK, _STUCK = 10, 20, 60


@dataclass(frozen=True)
class Bar:
    """The number of students with a score in a range."""

    low: int
    high: int
    count: int
    percent: int


@dataclass(frozen=True)
class Late:
    """What being late took off the points of a student, what is left, and how that came about."""

    student: Student
    earned: int | float
    off: int | float
    final: int | float
    words: str


@dataclass(frozen=True)
class Section:
    """The results of a class in one section; shares from 0 to 1."""

    id: str
    title: str
    max_points: int
    mean: float
    handed_in: float
    done: int
    items: list[Item]


def class_page(
    kit: Kit, records: Sequence[Mapping[str, Any]], anonymous: bool, missing: Collection[str] | None = None
) -> str:
    """Make one file of HTML; `anonymous` shows numbers instead of names, the best score first.

    `missing` are those of the roster who handed in nothing, None without a roster.
    Raises ExportFailed if the records are not all of one kind.
    """
    grades = Grades.of(records)
    worth = grades.checked
    students = [_student(record) for record in records]
    names = _Names(students, anonymous)
    scores = sorted(student.score for student in students)
    most = int(sum(worth.values()))
    found = items([student.results for student in students])
    lost = stuck(students)
    return template("class.html.j2").render(
        names=names,
        missing=missing,
        anonymous=anonymous,
        students=len(students),
        max_points=most,
        scores=scores,
        average=mean(scores),
        middle=median(scores),
        spread=pstdev(scores),
        bars=_bars(scores, most),
        sections=[_section(kit, name, int(points), students, found) for name, points in worth.items()],
        checks=len(found),
        titles={exercise.id: exercise.title for exercise in kit.exercises.values()},
        commonest=commonest(students, _FEEDBACK),
        problems=[student for student in students if student.problem],
        ungraded=ungraded(students),
        stuck=lost[:_STUCK],
        late=_late(records, grades),
        due=any(map(any, map(counting.runs, records))),
        unknown=sum(any(counting.unknown(run["late"]) for run in counting.runs(record)) for record in records),
        more_stuck=max(len(lost) - _STUCK, 0),
        limits={"hard": HARD, "easy": EASY, "weak": WEAK},
        version=__version__,
    )


def _student(record: Mapping[str, Any]) -> Student:
    about = record["submission"]
    return Student(about["student"], [Result.from_dict(result) for result in record["exercises"]], about["problem"])


def _late(records: Iterable[Mapping[str, Any]], grades: Grades) -> list[Late]:
    """Return what there is to say of time, the latest first."""
    said = grades.late
    told = [(_student(record), record) for record in records if record["submission"]["student"] in said]
    told.sort(key=lambda each: counting.hours(each[1]) or 0, reverse=True)
    return [
        Late(
            student,
            counting.number(sum(counting.earned(record).values())),
            *(counting.off(record), counting.final(record), said[student.name]),
        )
        for student, record in told
    ]


class _Names:
    """The name of each student on the page. An alias shows the place in the class, and nothing of the name."""

    def __init__(self, students: Iterable[Student], anonymous: bool) -> None:
        order = sorted(students, key=lambda student: (-student.score, hashlib.sha256(student.name.encode()).digest()))
        self._aliases = {student.name: f"student {place}" for place, student in enumerate(order, 1) if anonymous}
        longest = sorted(self._aliases, key=len, reverse=True)
        self._any = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
        self._folded = {name.casefold(): alias for name, alias in self._aliases.items()}

    def of(self, student: Student) -> str:
        return self._aliases.get(student.name, student.name)

    def hidden(self, text: str) -> str:
        """Remove names from `text`: a problem mentions its folder, and code may mention its author."""
        return (
            self._any.sub(lambda found: self._folded.get(found[0].casefold(), "a student"), text)
            if self._folded
            else text
        )


def _bars(scores: Sequence[int], most: int) -> list[Bar]:
    """Count the scores in ten ranges of the same width, or in one range per point if there are fewer points."""
    number = min(_BARS, most + 1)
    edges = [place * (most + 1) // number for place in range(number + 1)]
    ranges = list(pairwise(edges))
    counts = [sum(low <= score < high for score in scores) for low, high in ranges]
    tall = max(counts)
    return [Bar(low, high - 1, n, round(100 * n / tall)) for (low, high), n in zip(ranges, counts, strict=True)]


def _section(kit: Kit, name: str, most: int, students: Sequence[Student], found: Iterable[Item]) -> Section:
    own = [[result for result in student.results if result.exercise.startswith(f"{name}/")] for student in students]
    points = [sum(result.points for result in results) for results in own]
    return Section(
        name,
        kit.sections.get(name, name),
        most,
        mean(points) / max(most, 1),
        mean(mean(handed_in(result) for result in results) if results else 0 for results in own),
        sum(bool(results) and sum(each.max_points for each in results if each.done) == most for results in own),
        [item for item in found if item.exercise.startswith(f"{name}/")],
    )
