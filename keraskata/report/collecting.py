"""Gathers pytest's reports of checks into Results, one per exercise."""

from typing import Any

from keraskata.results import CheckResult, Result


class Collecting:
    """Give it every report in turn; `results` are the exercises so far."""

    def __init__(self) -> None:
        self.results: list[Result] = []
        self._shown = 0

    def add(self, report: Any) -> list[Result]:
        """Take one report; gives the exercises that are now complete."""
        kata = getattr(report, "kata", None)
        if kata is None:
            return []
        check = CheckResult.from_dict(kata["check"])
        for result in self.results:
            if (result.exercise, result.path) == (kata["exercise"], kata["path"]):
                result.checks.append(check)
                return []
        self.results.append(Result(kata["exercise"], kata["path"], [check], kata["of"]))
        return self._upto(len(self.results) - 1)

    def last(self) -> list[Result]:
        """The exercises that were not given yet, at the end of the run."""
        return self._upto(len(self.results))

    def _upto(self, end: int) -> list[Result]:
        ready, self._shown = self.results[self._shown : end], end
        return ready
