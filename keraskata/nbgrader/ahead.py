"""Judges the notebooks of a run in parallel, before nbgrader, which grades one after the other, asks for them."""

import atexit
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import replace
from queue import SimpleQueue
from weakref import WeakSet

from keraskata.judges.client import Judge, Judges, JudgeSettings, Task, Verdict

_Key = tuple[str, bytes, int, int]  # the exercise, what was handed in for it, the seed, and the student's variant


class Ahead:
    """`workers` judges, each in a thread; their verdicts are kept until they are asked for.

    (The threads are daemons, unlike those of a ThreadPoolExecutor: interrupting nbgrader does not wait for them.)
    """

    def __init__(self, settings: JudgeSettings, workers: int) -> None:
        self._judges = Judges(settings)
        self._all = [Judge(self._judges) for _ in range(workers)]
        self._waiting: SimpleQueue[tuple[_Key, Future[Verdict]]] = SimpleQueue()
        self._found: dict[_Key, Future[Verdict]] = {}
        self._runs: WeakSet[object] = WeakSet()
        for judge in self._all:
            threading.Thread(target=self._work, args=[judge], daemon=True).start()
        atexit.register(self.close)

    def expect(self, run: object, coming: Callable[[], Iterable[_Key]]) -> None:
        """Begin with everything that a run of nbgrader will ask for, at the first call for this run."""
        if run not in self._runs:
            self._runs.add(run)
            for key in coming():
                self._begin(key)

    def verdict(self, key: _Key) -> Verdict:
        """Return the verdict on a notebook, expected or not. Raises NoJudge."""
        self._begin(key)
        return self._found.pop(key).result()

    def close(self) -> None:
        """End all judges, whatever they are doing."""
        for judge in self._all:
            judge.close()
        self._judges.close()

    def _begin(self, key: _Key) -> None:
        if key not in self._found:
            self._found[key] = Future()
            self._waiting.put((key, self._found[key]))

    def _work(self, judge: Judge) -> None:
        while True:
            (exercise, text, seed, variant), future = self._waiting.get()
            try:
                verdict = judge.grade(Task({exercise: text}, seed, variant=variant))
                future.set_result(replace(verdict, walls=judge.had))
            except BaseException as error:
                future.set_exception(error)
