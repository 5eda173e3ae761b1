"""The order of checks: what a check needs is settled before it, whatever other plugins make of pytest's order."""

from collections.abc import Iterator
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from keraskata.grading.items import Check, Replay
from keraskata.grading.scope import RUN


class Needs:
    """Stands outside of whatever else surrounds a check, so that the time limit of one never counts for another."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> Iterator[Any]:
        """Checks run in the order of the curriculum and of their grader; whatever else is there keeps its place
        behind them.
        """
        result = yield
        places = {name: place for place, name in enumerate(config.stash[RUN].kit.exercises)}

        def place(item: pytest.Item) -> tuple[float, int]:
            if isinstance(item, (Check, Replay)):
                return places[item.file.exercise.id], list(item.file.checks).index(item.name)
            return float("inf"), 0

        items.sort(key=place)
        return result

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[Any]:
        """Run what the check needs first, without a word: those checks are told of in their own turn, if they have one.

        It may never come, after `-k`, or come in another process of pytest-xdist.
        """
        if isinstance(item, Check):
            checks, turns = item.file.checks, item.file.turns
            turns.begun.add(item.name)
            for need in item.needs:
                if need in checks and need not in turns.begun:
                    turns.ahead[need] = []
                    checks[need].ihook.pytest_runtest_protocol(item=checks[need], nextitem=item)
        return (yield)


class Once:
    """A check runs once, whatever repeats it, and is told of once."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        if not isinstance(item, (Check, Replay)):
            return None
        turns, hook = item.file.turns, item.ihook
        if turns.ahead.get(item.name) == []:
            turns.ahead[item.name] = runtestprotocol(item, log=False, nextitem=nextitem)
        elif item.name in turns.told:
            _leave(item, nextitem)
        else:
            turns.told.add(item.name)
            hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
            if item.name in turns.ahead:
                for report in [*turns.ahead[item.name], _leave(item, nextitem)]:
                    hook.pytest_runtest_logreport(report=report)
            else:
                runtestprotocol(item, nextitem=nextitem)
            hook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    @pytest.hookimpl(tryfirst=True, optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """The checks of a file run in one process: they share what is loaded, and the whole verdict is kept."""
        if config.getoption("dist") == "each":
            return None
        from xdist.scheduler import LoadFileScheduling

        return LoadFileScheduling(config, log)


def _leave(item: pytest.Item, nextitem: pytest.Item | None) -> pytest.TestReport:
    """Take down what the next item does not share, as pytest does after each that it runs."""
    call = pytest.CallInfo.from_call(lambda: item.session._setupstate.teardown_exact(nextitem), "teardown")
    report: pytest.TestReport = item.ihook.pytest_runtest_makereport(item=item, call=call)
    return report
