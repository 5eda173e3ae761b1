"""Grades the file that was saved last, in processes that are already started: a newer save ends an older run."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from keraskata.curriculum import Exercise, Kit
from keraskata.judges.client import Judge, Judges, JudgeSettings, NoJudge, Task
from keraskata.results import Result
from keraskata.terms import WATCHED
from keraskata.verdicts import cache


@dataclass(frozen=True)
class Graded:
    """The outcome of a run: the result, or why there is none."""

    exercise: Exercise
    result: Result | None
    problem: str = ""


class Grading:
    """One run at a time, each in its own thread; `tell` is called in this thread when a run has ended.

    A judge whose run came to its end grades the next one, too, which takes a third of the time off a short one. What it
    has read of the kit stays as it was, until the program is started again (see `Saves.outdated`).
    """

    def __init__(self, kit: Kit, tell: Callable[[Graded], None]) -> None:
        self._kit, self._tell = kit, tell
        self._judges = Judges(JudgeSettings(str(kit.root), WATCHED))
        self._judge: Judge | None = None  # that of the current run
        self._idle: Judge | None = None
        self._lock = threading.Lock()

    @property
    def starting(self) -> bool:
        """Whether Keras has not started yet, which the first run waits for."""
        return not self._judges.started

    def start(self, exercise: Exercise, fresh: bool = False) -> None:
        """Grade the learner's file as it is now, and stop every other run."""
        self.stop()
        with self._lock:
            judge, self._idle = self._idle or Judge(self._judges), None
            self._judge = judge
        threading.Thread(target=self._run, args=[judge, exercise, fresh], daemon=True).start()

    def stop(self) -> None:
        """Stop the current run."""
        with self._lock:
            judge, self._judge = self._judge, None
        if judge:
            judge.close()

    def close(self) -> None:
        """End all processes."""
        self.stop()
        self._judges.close()

    def _run(self, judge: Judge, exercise: Exercise, fresh: bool) -> None:
        content = cache.content(self._kit.stub(exercise))
        try:
            verdict = judge.grade(Task({exercise.id: content}, fresh=fresh))
            graded = Graded(exercise, next(iter(verdict.results), None), verdict.problem)
        except NoJudge as error:
            graded = Graded(exercise, None, str(error))
        except Exception as error:  # the screen shows the error, instead of a traceback over it
            graded = Graded(exercise, None, f"{type(error).__name__}: {error}")
        with self._lock:
            current = self._judge is judge
            if current:
                self._judge, self._idle = None, judge
        if current:
            self._tell(graded)
