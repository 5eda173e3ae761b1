"""What becomes of a check that ran: its verdict goes with pytest's report, and a whole exercise's is kept."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from keraskata import cache
from keraskata.checks import SUBJECTS, Check, Replay, verdict_of
from keraskata.curriculum import Kit
from keraskata.kit_run import RUN, TREES
from keraskata.terms import IN_PROCESS


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Iterator[None]:
    report: Any = yield
    if call.when == "call" and isinstance(item, (Check, Replay)):
        verdict = item.saved if isinstance(item, Replay) else verdict_of(item, call)
        if verdict is None:  # the grader itself is broken: pytest shows its trace
            return report
        if verdict.feedback is not None and report.outcome == "failed":
            report.longrepr = f"{verdict.docstring}\n{verdict.feedback}"
        item.file.note(verdict)
        report.kata = {
            "exercise": item.file.exercise.id,
            "path": str(item.path),
            "of": item.file.max_points,
            "order": item.file.asked_for,
            # as plain as it is read from a file: pytest-xdist sends no number that is NumPy's
            "check": json.loads(json.dumps(asdict(verdict))),
        }
        properties = [("points", verdict.points), ("max_points", verdict.max_points), ("outcome", verdict.outcome)]
        item.user_properties.extend(properties)
        report.user_properties = list(item.user_properties)
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    if getattr(session.config.option, "calibrating", False):
        return  # a measuring run decides nothing: its passes are no verdicts
    seed, terms = session.config.getoption("kata_seed"), session.config.stash[SUBJECTS].terms
    if terms.kind == IN_PROCESS and _borrowed(session.config.stash[RUN].kit):
        return  # a verdict that rests on other files of the learner's is not told by this file's content
    for file in {item.file for item in session.items if isinstance(item, Check)}:
        if file.whole:
            cache.save(file.kit, file.exercise, cache.content(file.path), seed, file.verdicts, terms)


def _borrowed(kit: Kit) -> bool:
    """Whether a learner's file has imported another exercise or a solution."""
    trees = tuple(f"{kit.root / tree}{os.sep}" for tree in TREES)
    files = [
        getattr(module, "__file__", None) or ""
        for name, module in list(sys.modules.items())
        if not name.startswith("learner_")
    ]
    return any(file.startswith(trees) for file in files)
