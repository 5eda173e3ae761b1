"""Judges the notebooks of a run side by side, before nbgrader, which takes one after the other, comes to them."""

import atexit
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from weakref import WeakSet

from keraskata.bulk.judging import Judge, Judges, Settings, Task, Verdict

_Key = tuple[str, bytes, int]  # the exercise, what was handed in for it, and the seed


class Ahead:
    """`workers` judges, each in a thread; what they found is kept until it is asked for."""

    def __init__(self, settings: Settings, workers: int) -> None:
        self._judges = Judges(settings)
        self._own = threading.local()
        self._all: list[Judge] = []
        self._threads = ThreadPoolExecutor(workers)
        self._found: dict[_Key, Future[Verdict]] = {}
        self._runs: WeakSet[object] = WeakSet()
        atexit.register(self.close)

    def expect(self, run: object, coming: Callable[[], Iterable[_Key]]) -> None:
        """Begin with what will be asked for in a run of nbgrader's, when it is first heard of."""
        if run not in self._runs:
            self._runs.add(run)
            for key in coming():
                self._begin(key)

    def verdict(self, key: _Key) -> Verdict:
        """The verdict on a notebook, expected or not. Raises NoJudge."""
        self._begin(key)
        return self._found.pop(key).result()

    def close(self) -> None:
        """End all judges, whatever they are doing."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for judge in self._all:
            judge.close()
        self._judges.close()

    def _begin(self, key: _Key) -> None:
        if key not in self._found:
            self._found[key] = self._threads.submit(self._grade, key)

    def _grade(self, key: _Key) -> Verdict:
        if not hasattr(self._own, "judge"):
            self._own.judge = Judge(self._judges)
            self._all.append(self._own.judge)
        exercise, text, seed = key
        judge: Judge = self._own.judge
        return judge.grade(Task({exercise: text}, seed))
