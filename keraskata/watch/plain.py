"""`kata watch --plain`: lines in place of a screen, for screen readers and for terminals that have no screens.

What is typed is a letter and Enter. No mark, no colour and no bar has a meaning.
"""

import asyncio
import queue
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable

from keraskata.book import finding
from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.learner import memory, progress
from keraskata.learner.help import bring_back, may_see_reference, next_hints
from keraskata.learner.standing import Standing
from keraskata.report import page as report
from keraskata.report.text import near
from keraskata.results import Result
from keraskata.watch import early, plain_view
from keraskata.watch.runs import Graded, Grading
from keraskata.watch.saves import Saves, taken

_SLICE_SECONDS = 0.5  # between two looks at Ctrl-C, on systems where it does not end a wait
_LONG = 10  # slices until it is said that a verdict takes its time


class Plain:
    """Watches while a learner works in any editor, first the exercise `at`; `poll` looks without file watches."""

    def __init__(self, kit: Kit, at: Exercise, poll: bool = False) -> None:
        self._kit, self._current = kit, at
        self._unknown = frozenset() if kit.has_solutions else frozenset({"solution"})  # actions that this kit has not
        self._standing = Standing(kit)
        self._events: queue.SimpleQueue[list[Exercise] | Graded | str | None] = queue.SimpleQueue()
        self._saves = Saves(kit, poll, lambda: None)
        self._grading = Grading(kit, self._events.put)
        self._slices = _LONG  # since a verdict was asked for
        self._asked = ""  # the letter that waits for a yes
        self._letters: dict[str, Callable[[], None]] = {
            **{"n": self._next, "l": self._list, "h": self._hint, "b": self._book, "r": self._again},
            **{"x": self._reset, "s": self._solution, "p": self._report},
            "?": lambda: self._say(plain_view.commands(self._unknown)),
        }

    def run(self) -> bool:
        """Say what happens until q or Ctrl-C; return True where the program is to be started again."""
        for listen in (self._follow, self._read):
            threading.Thread(target=listen, daemon=True).start()
        self._say([f"{self._standing.summary()}. ? and Enter: what you can type."])
        self._open(self._current)
        try:
            while (end := self._step()) is None:
                pass
            return end
        except KeyboardInterrupt:
            return False
        finally:
            self._grading.close()

    def _follow(self) -> None:
        async def follow() -> None:
            async for exercises in self._saves.follow():
                self._events.put(exercises)

        asyncio.run(follow())

    def _read(self) -> None:
        for line in sys.stdin:
            self._events.put(line.strip())
        self._events.put(None)

    def _step(self) -> bool | None:
        """Take one event, if there is one; return how the program ends, or None."""
        try:
            event = self._events.get(timeout=_SLICE_SECONDS)
        except queue.Empty:
            self._wait()
            return None
        if event in (None, "q"):
            return False
        if event == "r" and self._saves.outdated:
            return True
        try:
            if isinstance(event, Graded):
                self._graded(event)
            elif isinstance(event, list):
                self._changed(event)
            else:
                self._typed(event or "")
        except (CurriculumError, OSError) as error:
            self._say([f"That did not work: {error}"])
        return None

    def _say(self, lines: Iterable[str]) -> None:
        for line in lines:
            print(line, flush=True)

    def _wait(self) -> None:
        self._slices += 1
        if self._slices == _LONG:
            self._say(["It is not graded yet; it takes its time."])

    def _changed(self, exercises: list[Exercise]) -> None:
        exercise = taken(self._kit, exercises, self._current)
        self._standing.look_again(each for each in exercises if each != exercise)
        if exercise and exercise != self._current:
            self._open(exercise)
        elif exercise or self._saves.outdated:
            self._say(["Saved."] if exercise else [])
            self._take()

    def _open(self, exercise: Exercise) -> None:
        """Go to an exercise, say its task, and grade it."""
        self._current = exercise
        memory.stands_at(self._kit, exercise)
        self._say(plain_view.exercise(self._kit, exercise))
        self._take()

    def _take(self) -> None:
        """Say the verdict on the file as it is now, or have it graded."""
        self._grading.stop()  # what is graded still is another exercise, or an older save
        if self._saves.outdated:
            self._say(["The kit was updated while this program was running. r and Enter starts it again."])
        elif known := progress.known(self._kit, self._current):
            self._has(known)
        else:
            self._again()

    def _again(self) -> None:
        if self._grading.starting:
            self._say(["Starting Keras, once: some seconds."])
            if fault := early.fault(self._kit, self._current):
                self._say(plain_view.fault(fault))
        self._slices = 0
        self._grading.start(self._current, fresh=True)

    def _graded(self, graded: Graded) -> None:
        if graded.exercise != self._current:
            return
        if graded.result:
            return self._has(graded.result)
        self._slices = _LONG
        self._standing.drop(self._current)
        self._say([graded.problem or "There is no verdict.", "It could not be graded; r tries again."])

    def _has(self, result: Result) -> None:
        self._slices = _LONG
        reached = self._standing.put(result)
        following = reached or (["n: the next exercise."] if result.done else [])
        self._say([*plain_view.verdict(result), *following])

    def _typed(self, line: str) -> None:
        """Do what was typed: a letter, a yes, or the name of an exercise."""
        asked, self._asked = self._asked, ""
        if asked and line == "y":
            return self._reset(True) if asked == "x" else self._solution(True)
        if asked:
            self._say(["Nothing was done."])
        if line in self._letters:
            self._letters[line]()
        elif line and not asked:
            self._open(self._kit.find(line))

    def _next(self) -> None:
        if exercise := self._standing.next_open(self._current):
            return self._open(exercise)
        done = self._standing.done(self._current)
        self._say(["Every exercise is done." if done else "This is the last open one."])

    def _list(self) -> None:
        self._standing.catch_up()
        self._say(plain_view.listing(self._kit, self._standing.results))

    def _hint(self) -> None:
        for hint in next_hints(self._kit, self._current):
            self._say(plain_view.hint(hint))

    def _book(self) -> None:
        page, anchor = finding.at(self._kit, self._current)
        self._say([page.below(anchor) or page.text])

    def _reset(self, sure: bool = False) -> None:
        if sure:
            self._say([bring_back(self._kit, self._current)])
        else:
            self._ask("x", "Bring the stub back? What you have written is kept beside it.")

    def _solution(self, sure: bool = False) -> None:
        if may_see_reference(self._kit, self._current, self._standing.done(self._current), give_up=sure):
            self._say([self._kit.solution(self._current).read_text(encoding="utf-8")])
        else:
            self._ask("s", "It has not all points yet. See the reference all the same? It is remembered.")

    def _ask(self, letter: str, question: str) -> None:
        self._asked = letter
        self._say([f"{question} y and Enter: yes."])

    def _report(self) -> None:
        self._standing.catch_up()
        place = report.write(self._kit, self._standing.results, memory.load(self._kit).given_up)
        webbrowser.open(place.as_uri())
        self._say([f"The report is in {near(place)}."])
