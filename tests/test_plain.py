"""`kata watch --plain`: lines for screen readers, and letters with Enter for what to do next."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import RIGHT, give_book, give_hints
from test_watch import HINTS, SECONDS, save

from keraskata import curriculum
from keraskata.learner import memory, stubs


class Seat:
    """The program, as a learner has it in a terminal."""

    def __init__(self, kit: Path, *options: str) -> None:
        environment = {**os.environ, "BROWSER": "true", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "keraskata", "watch", "--plain", *options],
            cwd=kit,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)

    def type(self, *lines: str) -> None:
        assert self._process.stdin
        self._process.stdin.write("".join(f"{line}\n" for line in lines))
        self._process.stdin.flush()

    def until(self, *texts: str) -> str:
        """What is said from here on until all of the texts were."""
        said, ended = "", time.monotonic() + SECONDS
        while not all(text in said for text in texts):
            try:
                said += self._lines.get(timeout=max(ended - time.monotonic(), 0.01))
            except queue.Empty:
                raise AssertionError(said) from None
        return said

    def end(self) -> int:
        assert self._process.stdin
        self._process.stdin.close()
        return self._process.wait(SECONDS)


@pytest.fixture
def seat(kit: Path) -> Iterator[Seat]:
    give_book(kit)
    give_hints(kit, "shout", HINTS)
    stubs.write_list(curriculum.load(kit))
    seat = Seat(kit)
    yield seat
    seat._process.kill()


def test_a_learner_saves_hears_the_verdict_and_goes_on(kit: Path, seat: Seat) -> None:
    said = seat.until("Failed: shout(text) is in capitals. 0 of 2 points.", "Waits: An empty text stays empty.")
    assert "0 of 2 exercises done, 0 points" in said and "Read: kata book shout" in said and "hint: upper" in said
    assert not set("✓✗○·█░\x1b") & set(said)
    save(kit, "shout", "def shout(text):\n    print('loud')\n    return text.upper()\n")
    said = seat.until("Saved.", "s01_words/shout: 3 of 3 points.", "n: the next exercise.")
    assert "Passed: shout(text) is in capitals. 2 of 2 points." in said and "Your code printed:\n  loud" in said
    seat.type("n")
    seat.until("Count. ", "s01_words/count: 0 of 3 points.")
    save(kit, "count", RIGHT["count"])
    seat.until("Section s01 is done: Words, 2 exercises, 6 points.", "Every exercise is done")
    seat.type("shout")
    seat.until("Shout. ", "s01_words/shout: 3 of 3 points.")
    seat.type("shuot")
    seat.until("Did you mean s01_words/shout?")
    seat.type("q")
    assert seat.end() == 0


def test_each_letter_does_what_the_key_does(kit: Path, seat: Seat) -> None:
    seat.until("s01_words/shout: 0 of 3 points.")
    seat.type("?")
    said = seat.until("The name of an exercise: go there.")
    assert [line[0] for line in said.splitlines() if line[1:2] == ":"] == [*"nlhbrxspq"]
    seat.type("h", "h")
    seat.until("Hint 1 of 3: a nudge.\nLook for a method of text.", "Hint 2 of 3: the idea.")
    seat.type("b")
    seat.until("## Capitals")
    seat.type("l")
    seat.until("s01_words: Words", "open, 0 of 3 points: shout. Shout", "open, not graded: count. Count")
    seat.type("p")
    seat.until("report.html")
    seat.type("s", "no")
    seat.until("It is remembered. y and Enter: yes.", "Nothing was done.")
    assert not memory.load(curriculum.load(kit)).given_up
    seat.type("s", "y")
    seat.until("return text.upper()")
    save(kit, "shout", "# mine\n")
    seat.until("a function shout(text: str) -> str")
    seat.type("x", "y")
    seat.until("is the stub again", "still to be written")
    seat.type("r")
    seat.until("still to be written")
    assert seat.end() == 0  # as at Ctrl-D


def test_lines_and_screen_start_anew_where_the_kit_was_updated(kit: Path, seat: Seat) -> None:
    seat.until("s01_words/shout: 0 of 3 points.")
    grader = kit / "graders/s01_words/test_shout.py"
    grader.write_text(grader.read_text().replace("is in capitals", "is loud"))
    seat.until("The kit was updated")
    save(kit, "shout", RIGHT["shout"])
    assert "points" not in seat.until("The kit was updated")
    seat.type("r")
    seat.until("Passed: shout(text) is loud. 2 of 2 points.")
