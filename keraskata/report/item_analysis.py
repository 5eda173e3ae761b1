"""How hard each check is for a class, and how well it separates strong from weak students: item analysis.

The two figures are those of classical test theory: L. Crocker and J. Algina, Introduction to Classical and Modern Test
Theory, 1986, chapter 14; the correction is S. Henrysson's (Psychometrika 28, 1963, 211-218).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from keraskata.results import CheckResult, Result

WEAK = 0.2  # R. L. Ebel, Essentials of Educational Measurement, 1972, has this limit for a similar index
HARD, EASY = 0.2, 0.9


@dataclass(frozen=True)
class Item:
    """The results of a class in one check."""

    exercise: str
    check: CheckResult  # from one of the students: its sentence and its points
    passed: int
    graded: int
    difficulty: float
    discrimination: float | None

    @property
    def remark(self) -> str:
        """A remark for the instructor; "" if the check needs none."""
        words = []
        if self.difficulty < HARD:
            words.append("hard")
        if self.difficulty > EASY:
            words.append("easy")
        if self.discrimination is not None and self.discrimination < WEAK:
            words.append("hardly separates" if self.discrimination >= 0 else "the weak do better")
        return ", ".join(words)


def difficulty(points: Sequence[float], most: float) -> float:
    """Compute the item difficulty p: the mean points divided by `most`. 1 is a check that all students pass."""
    return sum(points) / (len(points) * most) if points and most else 0.0


def discrimination(points: Sequence[float], totals: Sequence[float]) -> float | None:
    """Compute the corrected item-total correlation: Pearson's r of a check's points and the score without this check.

    If a check is only passed or failed, this is the point-biserial correlation. Returns None where it is not defined:
    all students have the same points in this check, or the same points elsewhere.
    """
    rest = [total - own for total, own in zip(totals, points, strict=True)]
    try:
        return correlation(points, rest)
    except StatisticsError:
        return None


def items(students: Sequence[Sequence[Result]]) -> list[Item]:
    """Return each check that a student of the class was graded on, in the order of the first student."""
    totals = [float(sum(result.points for result in results)) for results in students]
    answers: dict[tuple[str, str], list[tuple[CheckResult, float]]] = {}
    for results, total in zip(students, totals, strict=True):
        for result in results:
            for check in result.checks:
                answers.setdefault((result.exercise, check.id), []).append((check, total))
    return [_item(exercise, of_class) for (exercise, _), of_class in answers.items()]


def _item(exercise: str, answers: list[tuple[CheckResult, float]]) -> Item:
    checks = [check for check, _ in answers]
    points = [float(check.points) for check in checks]
    return Item(
        exercise,
        checks[0],
        sum(check.outcome == "passed" for check in checks),
        len(checks),
        difficulty(points, checks[0].max_points),
        discrimination(points, [total for _, total in answers]),
    )
