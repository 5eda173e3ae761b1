"""Adds a check's verdict to pytest's report, and keeps the verdict on a whole exercise."""

import json
import os
import sys
from collections.abc import Generator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from keraskata.curriculum import Kit
from keraskata.grading.as_it_came import NOTHING_YET
from keraskata.grading.items import SUBJECTS, Check, Replay, TimeLimit
from keraskata.grading.scope import RUN
from keraskata.language import translated
from keraskata.report.text import feedback_text
from keraskata.results import CheckResult, Feedback
from keraskata.terms import IN_PROCESS
from keraskata.verdicts import cache, finished


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Generator[None, Any, Any]:
    """Add the verdict of a check to pytest's report."""
    report: Any = yield
    if call.when == "call" and isinstance(item, (Check, Replay)):
        verdict = item.saved if isinstance(item, Replay) else _verdict_of(item, call)
        if verdict is None:  # the grader itself is broken: pytest shows its trace
            return report
        if verdict.feedback is not None and report.outcome == "failed":
            report.longrepr = f"{verdict.docstring}\n{feedback_text(verdict.feedback)}"
        elif verdict.feedback is not None and report.outcome == "passed":
            report.outcome, report.longrepr = "skipped", (str(item.path), 0, f"Skipped: {verdict.feedback.found}")
        item.file.note(verdict)
        report.kata = {
            "exercise": item.file.exercise.id,
            "path": str(item.path),
            "of": item.file.max_points,
            "order": item.file.asked_for,
            "variant": item.file.variant and asdict(item.file.variant),
            # plain values, as read from a file: pytest-xdist cannot send NumPy's numbers
            "check": json.loads(json.dumps(asdict(verdict))),
        }
        properties = [("points", verdict.points), ("max_points", verdict.max_points), ("outcome", verdict.outcome)]
        item.user_properties.extend(properties)
        report.user_properties = list(item.user_properties)
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep the verdict of each exercise that was graded as a whole."""
    if getattr(session.config.option, "calibrating", False):
        return  # a measuring run gives no verdicts
    seed, terms = session.config.getoption("kata_seed"), session.config.stash[SUBJECTS].terms
    if terms.isolation == IN_PROCESS and _borrowed(session.config.stash[RUN].kit):
        return  # this file's content does not identify a verdict that depends on other files of the learner
    for file in {item.file for item in session.items if isinstance(item, Check)}:
        if file.whole:
            text = cache.content(file.path)
            cache.save(file.kit, file.exercise, text, seed, file.verdicts, terms, file.path.name)
            finished.note(file.kit, file.exercise, text, file.verdicts, terms)


def _borrowed(kit: Kit) -> bool:
    """Return whether a learner's file has imported another exercise, a solution, or a file beside the exercises."""
    trees, beside = tuple(f"{tree}{os.sep}" for tree in kit.trees), {kit.root, Path.cwd()}
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if not name.startswith("learner_") and (file.startswith(trees) or _home(name, file) in beside):
            return True
    return False


def _home(name: str, file: str) -> Path | None:
    """Return the folder in which a module, or its package, was found; None for what belongs to the kit or a package."""
    if not file or "." in name or name in ("keraskata", "conftest", "__main__"):
        return None
    place = Path(file)
    return place.parent.parent if place.name == "__init__.py" else place.parent


def _verdict_of(check: Check, call: pytest.CallInfo[Any]) -> CheckResult | None:
    """Return the verdict of a check; None if the grader itself broke. Only a check that ran to its end passes."""
    outcome, feedback = _outcome(check, call)
    if outcome is None:
        return None
    if feedback and outcome == "failed":
        feedback = _with_variant(check, feedback)
    points = check.max_points if outcome == "passed" else 0
    return CheckResult(
        check.name,
        check.sentence,
        points,
        check.max_points,
        outcome,
        feedback and _in_language(feedback).clipped(),
        round(call.duration, 3),
        "" if outcome == "failed" and _broke(call) else check.hint,
        check.measured,
        check.pictures,
        check.file.submission._hear(check.config.stash[SUBJECTS].terms.lines) if check.file.submission else [],
        curves=check.curves,
    )


def _broke(call: pytest.CallInfo[Any]) -> bool:
    """Whether the learner's code ended in an error of its own: the check's hint asks about something else.

    To one who has not begun, it may say where to begin.
    """
    from keraskata.subject.faults import Fault

    error = call.excinfo.value if call.excinfo else None
    return isinstance(error, Fault) and not isinstance(error.error, NotImplementedError)


def _in_language(feedback: Feedback) -> Feedback:
    """Translate the parts that are fixed sentences; rows of tables are translated before values fill them."""
    likely = feedback.likely and translated(feedback.likely)
    return replace(feedback, expected=translated(feedback.expected), found=translated(feedback.found), likely=likely)


def _with_variant(check: Check, feedback: Feedback) -> Feedback:
    """Say with the first fault of a file that says another variant, or none, how it is graded. It accuses nobody."""
    variant, failed = check.file.variant, any(found.outcome == "failed" for found in check.file.verdicts)
    if variant is None or not variant.unlike_said or failed:
        return feedback
    said = translated("This is graded with the values of your own stub, variant {number}: {values}.")
    return replace(feedback, notes=[*feedback.notes, said.format(number=variant.number, values=variant.listed)])


def _outcome(check: Check, call: pytest.CallInfo[Any]) -> tuple[str | None, Feedback | None]:
    from keraskata.expect.basics import Unmet
    from keraskata.subject.faults import Fault

    if call.excinfo is None:
        if check.file.as_it_came:
            return "not reached", NOTHING_YET
        return "passed", None
    error = call.excinfo.value
    if isinstance(error, (Unmet, Fault)):
        return "failed", error.feedback
    if isinstance(error, TimeLimit):
        likely = "a loop that never ends, or more work than fits into this time"
        return "timed out", Feedback(f"an answer within {error.seconds:g} seconds", "none by then", likely)
    if isinstance(error, pytest.skip.Exception):
        reason = str(error.msg)
        return "not reached", Feedback("the checks before this one to pass", reason)
    ours = isinstance(error, ChildProcessError)  # no file can run any more, and this file is not at fault
    if isinstance(error, Exception) and not ours and check.config.stash[SUBJECTS].terms.refusing:
        found = f"the grader broke on it ({type(error).__name__}: {str(error)[:300]})"
        return "refused", Feedback("an answer that can be graded", found, "an answer of a form that no grader expects")
    return None, None
