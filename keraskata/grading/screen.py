"""Shows pytest's run to learners: a line per exercise, the feedback of the next one, the score."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from _pytest.terminal import TerminalReporter

from keraskata.grading import uncollected
from keraskata.grading.gathering import Collecting
from keraskata.grading.scope import KitRun
from keraskata.learner import progress
from keraskata.report.text import feedback_lines, line, score_line
from keraskata.results import Result


class CalmScreen:
    """Replaces any other reporter of pytest's, even one that registers late, such as pytest-sugar's."""

    def __init__(self, config: pytest.Config, run: KitRun) -> None:
        self._config, self._run = config, run

    def pytest_plugin_registered(self, plugin: Any, plugin_name: str, manager: pytest.PytestPluginManager) -> None:
        if plugin is None or manager.get_plugin(plugin_name) is not plugin:
            return  # pytest also reports plugins of earlier
        if plugin_name == "terminalreporter" and not isinstance(plugin, CalmReporter):
            manager.unregister(plugin)
            manager.register(CalmReporter(self._config, self._run), "terminalreporter")
        if plugin_name == "dsession":  # pytest-xdist reports its processes
            session: Any = plugin
            session.terminal = None
            manager.unregister(name="terminaldistreporter")


class CalmReporter(TerminalReporter):  # type: ignore[misc]  # final in name: pytest-sugar and others do the same
    """Shows a line per finished exercise; at the end the feedback of the next one, the score, and the file to open."""

    def __init__(self, config: pytest.Config, run: KitRun) -> None:
        super().__init__(config)
        self.run, self.kit = run, run.kit
        self.collecting = Collecting()

    @property
    def showheader(self) -> bool:
        """Whether to show platform and plugins: a learner does not need them."""
        return False

    def pytest_collection(self) -> None:
        self._now("reading the exercises; Keras takes some seconds to start")

    def report_collect(self, final: bool = False) -> None:
        """Show no count while collecting."""

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if self.config.getoption("collectonly"):
            super().pytest_collection_finish(session)

    def pytest_runtest_logstart(self, nodeid: str, location: tuple[str, int | None, str]) -> None:
        self._now(f"grading {location[2]}")

    def pytest_runtest_logreport(self, report: Any) -> None:
        category = self.config.hook.pytest_report_teststatus(report=report, config=self.config)[0]
        self._add_stats(category, [report])
        self._finished(self.collecting.add(report))

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Show no progress dots."""

    def _finished(self, results: Iterable[Any]) -> None:
        for result in results:
            self._now("")
            self._colored(*line(result))

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int | pytest.ExitCode) -> Any:
        self._finished(self.collecting.last())
        places = list(self.kit.exercises)  # processes that run side by side end in any order
        self.collecting.results.sort(key=lambda result: places.index(result.exercise))
        return (yield from super().pytest_sessionfinish(session, exitstatus))

    def _colored(self, text: str, color: str) -> None:
        self.write_line(text, **({color: True} if color else {}))

    def _now(self, text: str) -> None:
        """Show on a real terminal what is going on, in a line that the next one replaces."""
        if self.isatty and self.verbosity >= 0:
            self._tw.write("\r" + text[: self._tw.fullwidth - 1].ljust(self._tw.fullwidth - 1) + "\r", flush=True)

    def summary_failures(self) -> None:
        failed = self.stats.get("failed", [])
        self.stats["failed"] = [report for report in failed if not hasattr(report, "kata")]  # the grader itself broke
        super().summary_failures()
        self.stats["failed"] = failed
        open_ones = [result for result in self.collecting.results if not result.done]
        for result in open_ones if self.verbosity > 0 else open_ones[:1]:
            self.ensure_newline()
            for text, color in feedback_lines(result):
                self._colored(text, color)

    def short_test_summary(self) -> None:
        """Show nothing: the feedback has said it."""

    def summary_warnings(self) -> None:
        """Show nothing: warnings of libraries are not for the learner."""

    def summary_stats(self) -> None:
        results, aside = self.collecting.results, uncollected.line(self.run)
        if results:
            self.write_line("")
            self.write_line(score_line(results, self._following(results[-1])), bold=True)
        elif not aside and not self.config.getoption("collectonly"):
            super().summary_stats()
        if aside:
            self.write_line(aside)

    def _following(self, last: Result) -> Path | None:
        """Return the file to open after the last exercise of this run; None after a solution."""
        if not Path(last.path).is_relative_to(self.kit.root / "exercises"):
            return None
        return progress.next_open(self.kit, last.exercise, self.config.getoption("kata_seed"))
