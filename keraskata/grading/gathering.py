"""Gathers pytest's reports of checks into Results, one per exercise."""

from dataclasses import replace
from typing import Any

from keraskata.results import CheckResult, Result
from keraskata.variants import Graded


class Collecting:
    """Collects reports one by one with `add`; `results` are the exercises so far."""

    def __init__(self) -> None:
        self.results: list[Result] = []
        self._told: list[Result] = []

    def add(self, report: Any) -> list[Result]:
        """Take one report, in any order, and return the exercise if all of its checks in this run are now known.

        A check that several processes report counts once.
        """
        kata = getattr(report, "kata", None)
        if kata is None:
            return []
        check, order = CheckResult.from_dict(kata["check"]), kata["order"]
        result = self._result(kata)
        if check.id not in {known.id for known in result.checks}:
            result.checks.append(check)
            result.checks.sort(key=lambda known: order.index(known.id))
        return self._tell([result] if len(result.checks) == len(order) else [])

    def last(self) -> list[Result]:
        """Return, at the end of the run, the exercises that `add` has not returned."""
        return self._tell(self.results)

    def _result(self, kata: dict[str, Any]) -> Result:
        for result in self.results:
            if (result.exercise, result.path) == (kata["exercise"], kata["path"]):
                return result
        variant = kata["variant"] and Graded(**kata["variant"])
        self.results.append(Result(kata["exercise"], kata["path"], [], kata["of"], variant))
        return self.results[-1]

    def _tell(self, results: list[Result]) -> list[Result]:
        new = [result for result in results if not any(result is told for told in self._told)]
        self._told += new
        for result in new:
            _tell_once(result)
        return new


def _tell_once(result: Result) -> None:
    """Leave general advice out where a check before has named a mistake: what it asks for may be right already."""
    named = False
    for position, check in enumerate(result.checks):
        if check.feedback is None:
            continue
        if named and check.feedback.advises:
            result.checks[position] = replace(check, feedback=replace(check.feedback, likely=None, diagnosis=""))
        named = named or check.feedback.names
