"""The figures of a class, each worked out by hand."""

import pytest
from pages import CLASS, check, result

from keraskata.report.class_facts import Student, commonest, stuck, ungraded
from keraskata.report.item_analysis import difficulty, discrimination, items
from keraskata.results import NO_FILE, Feedback


def test_difficulty_and_discrimination_by_hand() -> None:
    points, totals = [2, 2, 0, 0], [6, 4, 3, 1]  # without this check: 4, 2, 3, 1
    assert difficulty(points, 2) == 0.5
    # cov = (1.5 - 0.5 - 0.5 + 1.5) / 4 = 0.5, s_x = 1, s_rest = sqrt(5 / 4)
    assert discrimination(points, totals) == pytest.approx(0.5 / 1.25**0.5)
    # the same as the point-biserial correlation: (mean of those who passed - mean of the others) / s * sqrt(p * q)
    assert discrimination(points, totals) == pytest.approx((3 - 2) / 1.25**0.5 * 0.25**0.5)
    assert discrimination([1, 1, 1], [3, 2, 1]) is None and discrimination([1, 0], [3, 2]) is None
    assert discrimination([1], [3]) is None and difficulty([], 1) == 0


def test_the_figures_of_a_class() -> None:
    begin, _, end = items([each.results for each in CLASS])
    assert (begin.passed, begin.graded, begin.difficulty) == (2, 4, 0.5)
    assert begin.discrimination == pytest.approx(discrimination([2, 2, 0, 0], [6, 4, 2, 2]))
    assert (end.difficulty, end.discrimination, end.remark) == (0.75, 0, "hardly separates")
    said = commonest(CLASS, 9)
    assert [(each.count, each.check.id) for each in said] == [(2, "count"), (1, "begin")]
    assert [(row.student.name, row.outcome, row.exercises) for row in ungraded(CLASS)] == [
        ("dora", "timed out", ["s01_words/shout"]),
        ("dora", "refused", ["s01_words/count"]),
    ]
    assert [(row.student.name, [name for name, _ in row.exercises]) for row in stuck(CLASS)] == [
        ("dora", ["s01_words/count"])
    ]


def test_what_was_not_handed_in_is_neither_common_feedback_nor_stuck() -> None:
    missing = check("end", "failed", feedback=Feedback("a file", NO_FILE, "not handed in"))
    absent = Student("eve", [CLASS[0].results[0], result("s01_words/count", missing)], "")
    assert commonest([*CLASS, absent], 9) == commonest(CLASS, 9)
    assert "eve" not in {row.student.name for row in stuck([*CLASS, absent])}
