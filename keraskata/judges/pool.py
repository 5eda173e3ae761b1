"""Has tasks judged side by side: by judges on this machine, or by the workers of a Dask cluster."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, Protocol

from keraskata.backend import installing
from keraskata.judges.client import Judge, Judges, JudgeSettings, NoJudge, Task, Verdict
from keraskata.results import Result

Tell = Callable[[tuple[str, Verdict] | BaseException], None]
"""Is told each verdict under the task's name, from another thread; or why there is none, such as a NoJudge."""


class Pool(Protocol):
    """Judges that take tasks as they come."""

    def submit(self, name: str, task: Task) -> None:
        """Have a task judged, soon."""

    def close(self) -> None:
        """End the judges, whatever they are doing."""


class Local:
    """`workers` judges on this machine, which start at once."""

    def __init__(self, settings: JudgeSettings, tell: Tell, workers: int) -> None:
        self._all, self._tell = Judges(settings), tell
        self._waiting: queue.SimpleQueue[tuple[str, Task]] = queue.SimpleQueue()
        self._closed = threading.Event()
        self._judges = [Judge(self._all) for _ in range(workers)]
        for judge in self._judges:
            threading.Thread(target=self._work, args=[judge], daemon=True).start()

    def submit(self, name: str, task: Task) -> None:
        """Have a task judged, after those that wait."""
        self._waiting.put((name, task))

    def close(self) -> None:
        """End the judges, whatever they are doing."""
        self._closed.set()
        for judge in self._judges:
            judge.close()
        self._all.close()

    def _work(self, judge: Judge) -> None:
        while not self._closed.is_set():
            name, task = self._waiting.get()
            try:
                self._tell((name, _graded(judge, task)))
            except BaseException as error:
                self._tell(error)


class Cluster:
    """The workers of the Dask scheduler at `address`; the kit is installed there, in the same version.

    What a lost worker had under way is done by another one. Raises NoJudge, OSError where no scheduler is at `address`.
    """

    def __init__(self, settings: JudgeSettings, tell: Tell, address: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise NoJudge(f"A cluster needs Dask: {installing.command('cluster')}.") from None
        self._settings, self._tell = settings, tell
        for name in ("distributed", "distributed.client", "distributed.comm"):  # what is lost we say ourselves
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        self._client = Client(address, timeout=30, set_as_default=False)
        self._futures: dict[str, Any] = {}
        self._closed = False

    def submit(self, name: str, task: Task) -> None:
        """Have a task judged by one of the workers."""
        future = self._client.submit(_on_worker, self._settings, task, key=f"kata-{name}", pure=False)
        self._futures[name] = future
        future.add_done_callback(lambda future: self._done(name, future))

    def close(self) -> None:
        """Wait for nothing more."""
        self._closed = True
        self._client.cancel(list(self._futures.values()))
        self._client.close()

    def _done(self, name: str, future: Any) -> None:
        try:
            if not self._closed:
                self._take(name, future)
        except BaseException as error:  # Dask would write it down, and we would wait for ever
            self._tell(error)

    def _take(self, name: str, future: Any) -> None:
        try:
            if future.status == "cancelled":
                raise ConnectionError
            error = future.exception()
            results, problem, had = ([], "", None) if error is not None else future.result()
        except BaseException as lost:  # what a worker raised is returned, so that this is about the way here
            raise NoJudge("The connection to the cluster's scheduler was lost.") from lost
        if isinstance(error, NoJudge):
            self._tell(error)
        elif error is not None:
            self._tell((name, Verdict([], f"the workers that graded it were lost ({type(error).__name__})")))
        else:
            self._tell((name, Verdict([Result.from_dict(result) for result in results], problem, walls=had)))
        self._futures.pop(name, None)


def _graded(judge: Judge, task: Task) -> Verdict:
    return replace(judge.grade(task), walls=judge.had)


def _on_worker(settings: JudgeSettings, task: Task) -> tuple[list[dict[str, Any]], str, tuple[str, ...] | None]:
    verdict = _graded(_judge(_judges(settings), threading.get_ident()), task)
    return [result.to_dict() for result in verdict.results], verdict.problem, verdict.walls


@cache
def _judges(settings: JudgeSettings) -> Judges:
    return Judges(settings)


@cache
def _judge(judges: Judges, thread: int) -> Judge:
    """Return the judge of this thread of a worker: a judge grades one submission at a time."""
    return Judge(judges)
