"""Makes `-k` choose exercises by name, each with all of its checks."""

from collections.abc import Iterator
from typing import Any

import pytest
from _pytest.mark.expression import Expression

from keraskata.curriculum import Exercise
from keraskata.grading.scope import RUN

_CHOSEN = pytest.StashKey[frozenset[str] | None]()


def chosen(config: pytest.Config) -> frozenset[str] | None:
    """Return the ids of the exercises that `-k` names by a part of the name of an exercise or its section.

    Return None if `-k` is not about exercises: it matches none of this run, or all of them because it matches any name,
    as `not test_large` does. Then pytest chooses among the checks, as usual.
    """
    if _CHOSEN not in config.stash:
        config.stash[_CHOSEN] = _chosen(config)
    return config.stash[_CHOSEN]


def _chosen(config: pytest.Config) -> frozenset[str] | None:
    try:
        expression = Expression.compile(config.option.keyword.lstrip())
    except Exception:  # its class differs between versions of pytest; pytest itself reports the fault
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
    """Clear `-k` when it chose exercises, so that pytest does not also apply it to the names of checks."""
    keyword = config.option.keyword
    if chosen(config) is not None:
        config.option.keyword = ""
    try:
        return (yield)
    finally:
        config.option.keyword = keyword
