"""Runs each check after the checks that it needs, even if another plugin changes pytest's order."""

from collections.abc import Iterator
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from keraskata.grading.items import Check, Replay
from keraskata.grading.scope import RUN


class Needs:
    """Runs the needed checks outside of every other hook, so that each has its own time limit."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> Iterator[Any]:
        """Sort checks in the order of the curriculum and their grader; all other items follow in their own order."""
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
        """Run the needed checks first, silently: each is reported in its own turn, if it has one.

        With `-k` that turn may never come; with pytest-xdist it may come in another process.
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
    """Runs a check once and reports it once, even if a plugin repeats it."""

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
        """Keep the checks of a file in one process: they share the loaded file, and the whole verdict can be kept."""
        if config.getoption("dist") == "each":
            return None
        from xdist.scheduler import LoadFileScheduling

        return LoadFileScheduling(config, log)


def _leave(item: pytest.Item, nextitem: pytest.Item | None) -> pytest.TestReport:
    """Tear down what the next item does not share, as pytest does after each item that it runs."""
    call = pytest.CallInfo.from_call(lambda: item.session._setupstate.teardown_exact(nextitem), "teardown")
    report: pytest.TestReport = item.ihook.pytest_runtest_makereport(item=item, call=call)
    return report
