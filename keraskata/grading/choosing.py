"""What `-k` chooses in a kit: the exercises whose names it fits, each with all of its checks."""

from collections.abc import Iterator
from typing import Any

import pytest
from _pytest.mark.expression import Expression

from keraskata.curriculum import Exercise
from keraskata.grading.scope import RUN

_CHOSEN = pytest.StashKey[frozenset[str] | None]()


def chosen(config: pytest.Config) -> frozenset[str] | None:
    """The ids of the exercises that `-k` names, by parts of the names of section or exercise.

    None where it is not about exercises: it fits none of those in this run, or fits them all as it would fit any name,
    as `not test_large` does. Then pytest chooses among the checks, as ever.
    """
    if _CHOSEN not in config.stash:
        config.stash[_CHOSEN] = _chosen(config)
    return config.stash[_CHOSEN]


def _chosen(config: pytest.Config) -> frozenset[str] | None:
    try:
        expression = Expression.compile(config.option.keyword.lstrip())
    except Exception:  # of a class that is not the same in every pytest, which says itself what is wrong
        return None
    run = config.stash[RUN]

    def fits(exercise: Exercise) -> bool:
        names = [exercise.section.lower(), exercise.name.lower()]
        return expression.evaluate(lambda word, /, **_: any(word.lower() in name for name in names))

    of_any = expression.evaluate(lambda word, /, **_: False)
    asked_for = [exercise for exercise in run.kit.exercises.values() if run.asks_for(exercise)]
    fitting = frozenset(exercise.id for exercise in asked_for if fits(exercise))
    return fitting if fitting and not (of_any and len(fitting) == len(asked_for)) else None


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config) -> Iterator[Any]:
    """Keep pytest from looking for the name of an exercise in the names of its checks."""
    keyword = config.option.keyword
    if chosen(config) is not None:
        config.option.keyword = ""
    try:
        return (yield)
    finally:
        config.option.keyword = keyword
