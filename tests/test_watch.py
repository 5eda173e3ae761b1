"""`kata watch`: save a file, and the verdict is there; nothing of a terminal is needed but its keys."""

import asyncio
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RIGHT, STUB, give_book, give_hints
from test_engine import run
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Markdown, Static

from keraskata import curriculum
from keraskata.judges.client import Judges
from keraskata.learner import memory, progress, stubs
from keraskata.watch import keys
from keraskata.watch.app import Watch
from keraskata.watch.listing import Listing
from keraskata.watch.page import Page

SECONDS = 60.0  # Keras has to start


def seat(kit: Path) -> Watch:
    whole = curriculum.load(kit)
    return Watch(whole, whole.exercises["s01_words/shout"])


def save(kit: Path, name: str, text: str) -> None:
    """As many editors do: through another file."""
    place = kit / "exercises/s01_words" / f"{name}.py"
    place.with_suffix(".swp").write_text(text)
    place.with_suffix(".swp").replace(place)


def seen(app: Watch) -> str:
    """All that the screen says."""
    from rich.console import Console

    console = Console(width=1_000, color_system=None)  # a long path is one word still
    with console.capture() as capture:
        for part in app.screen.query(Static):
            console.print(part.content)
    return capture.get()


async def wait(app: Watch, pilot: Pilot[None], *texts: str) -> None:
    ended = time.monotonic() + SECONDS
    while not all(text in seen(app) for text in texts):
        assert time.monotonic() < ended, seen(app)
        await pilot.pause(0.05)


def play(kit: Path, scene: Callable[..., object], size: tuple[int, int] = (80, 24)) -> None:
    async def run() -> None:
        app = seat(kit)
        app.open_url = lambda *args, **options: None  # type: ignore[method-assign]  # no browser in a test
        async with app.run_test(size=size) as pilot:
            await scene(app, pilot)  # type: ignore[misc]

    asyncio.run(run())


def test_a_learner_saves_and_goes_on(kit: Path) -> None:
    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "still to be written", "0 of 3 points", "0 of 2 exercises")
        save(kit, "shout", "def shout(text:\n")
        await wait(app, pilot, "a file that Python can read")
        save(kit, "shout", RIGHT["shout"])
        await wait(app, pilot, "✓ 3 of 3 points", "1 of 2 exercises done")
        await pilot.press("n")
        await wait(app, pilot, "Count", "0 of 3 points")
        save(kit, "shout", STUB.format(name="shout"))  # what is broken again is open again, and at hand
        await wait(app, pilot, "Shout", "0 of 3 points", "0 of 2 exercises done")
        save(kit, "count", RIGHT["count"])
        await wait(app, pilot, "✓ 3 of 3 points", "1 of 2 exercises done")
        await pilot.press("l", "x", "h", "up", "enter")  # the keys for an exercise sleep while the list is shown
        await wait(app, pilot, "Shout")
        assert isinstance(app.screen.query_one("#task"), Static)

    play(kit, scene)

    async def later(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "1 of 2 exercises done", "still to be written")  # known from the run before

    play(kit, later)


def test_the_first_failed_check_has_its_own_hint_as_in_pytest(kit: Path) -> None:
    grader = kit / "graders/s01_words/test_shout.py"
    hints = {'hint="upper"': 'hint="Which method?"', 'needs=["test_upper"], hint="empty"': 'hint="And nothing?"'}
    for old, new in hints.items():
        grader.write_text(grader.read_text().replace(old, new))
    save(kit, "shout", "def shout(text):\n    return text + '!'\n")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points", "Which method?")
        text = seen(app)
        assert text.index("is in capitals") < text.index("Which method") < text.index("An empty text stays empty")
        assert text.count("found") == 2 and "And nothing?" not in text

    play(kit, scene)


HINTS = """\
nudge = "Look for a method of text."
idea = "Each letter has a capital."
nearly = "text.up..."
"""


def test_no_key_is_for_a_solution_that_the_course_keeps(kit: Path) -> None:
    shutil.rmtree(kit / "solutions")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        assert "solution" not in {each.binding.action for each in app.screen.active_bindings.values() if each.enabled}
        await pilot.press("s", "y")
        assert len(app.screen_stack) == 1  # no question came

    play(kit, scene)
    assert not memory.load(curriculum.load(kit)).given_up


def test_help_is_a_key_away(kit: Path) -> None:
    give_hints(kit, "shout", HINTS)
    whole = curriculum.load(kit)
    stubs.write_list(whole)
    mine = kit / "exercises/s01_words/shout.py"
    mine.write_text("def shout(text):\n    return text\n")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        await pilot.press("h")
        await wait(app, pilot, "a nudge", "a method of text")
        await pilot.press("h")
        await wait(app, pilot, "Hint 1 of 3: a nudge", "a method of text", "Hint 2 of 3: the idea", "has a capital")
        await pilot.press("s", "n", "s", "y")
        await wait(app, pilot, "+ the reference", "return text.upper()")
        await pilot.press("escape", "x", "y")
        await wait(app, pilot, "still to be written", "is kept as", "shout.py.1")
        await pilot.press("p")
        await wait(app, pilot, "report.html")

    play(kit, scene)
    assert (mine.with_name("shout.py.1")).read_text() == "def shout(text):\n    return text\n"
    assert memory.load(whole).given_up == ["s01_words/shout"]
    assert "still to be written" in (kit / ".kata/report.html").read_text()


def test_hints_stay_until_the_exercise_passes(kit: Path) -> None:
    give_hints(kit, "shout", HINTS)
    give_hints(kit, "count", HINTS.replace("method", "way"))

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        await pilot.press("h")
        await wait(app, pilot, "Hint 1 of 3")
        save(kit, "shout", "def shout(text:\n")
        await wait(app, pilot, "a file that Python can read", "Hint 1 of 3")
        await pilot.press("h", "h", "h")  # the fourth time shows all three again, once
        await wait(app, pilot, "Hint 3 of 3: nearly the code")
        assert [seen(app).count(f"Hint {number} of 3") for number in (1, 2, 3)] == [1, 1, 1]
        save(kit, "shout", RIGHT["shout"])
        await wait(app, pilot, "✓ 3 of 3 points")
        assert "Hint" not in seen(app)
        await pilot.press("n")
        await wait(app, pilot, "Count", "0 of 3 points")
        await pilot.press("h")
        await wait(app, pilot, "Hint 1 of 3", "a way of text")

    async def later(app: Watch, pilot: Pilot[None]) -> None:
        await pilot.press("n", "h")
        await wait(app, pilot, "Hint 1 of 3", "a way of text", "Hint 2 of 3")  # what was seen the other day, too

    play(kit, scene)
    play(kit, later)


def test_the_book_is_a_key_away_and_opens_at_the_paragraph(kit: Path) -> None:
    give_book(kit)

    async def top(app: Watch, pilot: Pilot[None], heading: str) -> None:
        """Wait for a heading to be laid out in the first lines of the screen, or as far up as the page's end lets."""
        ended = time.monotonic() + SECONDS
        while True:
            lines = [part.region.y for part in app.screen.query(Static) if str(part.content) == heading]
            scrolls = app.screen.query(VerticalScroll)
            at_the_end = bool(scrolls) and 0 < scrolls.first().max_scroll_y == scrolls.first().scroll_y
            if lines and 0 < lines[0] < (24 if at_the_end else 8):
                return
            assert time.monotonic() < ended, (heading, lines)
            await pilot.pause(0.05)

    def follow(app: Watch, link: str) -> None:
        page = app.screen.query_one(Markdown)
        page.post_message(Markdown.LinkClicked(page, link))

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points", "Read: kata book shout")
        await pilot.press("b")
        await top(app, pilot, "Capitals")
        await pilot.press("n", "x")  # the keys for an exercise sleep
        follow(app, "glossary.md#word")
        await top(app, pilot, "Word")
        follow(app, "s01_words.md#blanks-between-words")
        await top(app, pilot, "Blanks between words")
        follow(app, "#capitals")
        await top(app, pilot, "Capitals")
        await pilot.press("escape")
        await wait(app, pilot, "0 of 3 points", "Shout")
        await pilot.press("b")
        follow(app, "../../exercises/s01_words/count.py")
        await wait(app, pilot, "0 of 3 points", "Count")

    play(kit, scene)


def test_a_kit_without_a_book_says_so(kit: Path) -> None:
    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        await pilot.press("b")
        await wait(app, pilot, "This kit has no book")

    play(kit, scene)


def test_it_begins_where_it_ended_or_in_a_section(kit: Path) -> None:
    whole = curriculum.load(kit)
    assert progress.first_open(whole).name == "shout"

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        await pilot.press("n")
        await wait(app, pilot, "Count", "0 of 3 points")

    play(kit, scene)
    at = memory.load(whole).at
    assert at == "s01_words/count" and progress.first_open(whole, at=at).name == "count"
    assert progress.first_open(whole, "s01_words").name == "shout"
    assert progress.first_open(whole, "s01").name == "shout"
    save(kit, "count", RIGHT["count"])
    run(kit, "pytest", "exercises")
    assert progress.first_open(whole, at=at).name == "shout"


def test_a_second_save_puts_an_end_to_the_first_one(kit: Path) -> None:
    grader = kit / "graders" / "s01_words" / "test_shout.py"
    grader.write_text(grader.read_text().replace("timeout(2)", "timeout(600)"))

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "still to be written")
        save(kit, "shout", "import time\n\ndef shout(text):\n    time.sleep(1000)\n")
        await pilot.pause(0.6)
        save(kit, "shout", RIGHT["shout"])
        await wait(app, pilot, "✓ 3 of 3 points")

    play(kit, scene)


def test_a_key_is_answered_while_something_is_graded(kit: Path) -> None:
    """The answer was gone after a fifth of a second, when the clock of the grading was written over it."""
    grader = kit / "graders" / "s01_words" / "test_shout.py"
    grader.write_text(grader.read_text().replace("timeout(2)", "timeout(600)"))

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        save(kit, "count", RIGHT["count"])
        await wait(app, pilot, "✓ 3 of 3 points", "1 of 2 exercises")
        save(kit, "shout", "import time\n\ndef shout(text):\n    time.sleep(1000)\n")
        await wait(app, pilot, "grading shout")
        await pilot.press("n")
        await pilot.pause(1)
        assert "This is the last open one." in seen(app)
        await wait(app, pilot, "grading shout")

    play(kit, scene)


def test_the_terminal_is_left_as_it_was(kit: Path) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1", "LINES": "24", "COLUMNS": "80"}
    command = [sys.executable, "-m", "keraskata"]
    process = subprocess.Popen(command, cwd=kit, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    said, ended = b"", time.monotonic() + SECONDS
    while process.poll() is None:
        assert time.monotonic() < ended, said
        if select.select([ours], [], [], 0.1)[0]:
            said += os.read(ours, 65536)
        if b"quit" in said:
            os.write(ours, b"q")
    assert process.returncode == 0
    assert b"\x1b[?1049h" in said and said.rindex(b"\x1b[?1049l") > said.rindex(b"\x1b[?1049h")
    assert termios.tcgetattr(theirs) == before
    styles = {code for style in re.findall(rb"\x1b\[([\d;]*)m", said) for code in style.split(b";")}
    assert not [code for code in styles if code[:1] in (b"3", b"9") and code not in (b"3", b"39")]  # no colours


def lines(app: Watch) -> list[str]:
    """The rows of the terminal as they are: what does not fit is not there."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
def test_a_page_explains_every_key_whatever_the_terminal_has_room_for(kit: Path, size: tuple[int, int]) -> None:
    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        assert "? keys" in lines(app)[-1]
        await pilot.press("?")
        await wait(app, pilot, "this page")
        read = list(lines(app))
        while app.screen.focused and app.screen.focused.scroll_offset.y < app.screen.focused.max_scroll_y:
            await pilot.press("j")
            await pilot.pause()
            read += lines(app)
        first = {line.split()[0] for line in read if line and not line.startswith(" ")}
        assert first >= {*"?nlhbrxspq", "j", "k", "g", "G", "PgDn", "Enter", "/", "Esc", "Ctrl-Z", "Ctrl-C"}
        assert "bring the stub back" in " ".join(read)
        await pilot.press("x", "escape")  # the keys for an exercise sleep
        await wait(app, pilot, "Shout", "0 of 3 points")
        await pilot.press("?")
        await wait(app, pilot, "this page")
        await pilot.press("l")
        await pilot.pause()
        assert type(app.screen) is Listing and len(app.screen_stack) == 2  # the page is gone

    play(kit, scene, size)


def test_the_page_for_learners_has_every_key() -> None:
    text = (Path(__file__).parent.parent / "docs" / "learners.md").read_text(encoding="utf-8")
    assert not [key for key, _ in keys.EXERCISE.values() if f"| `{key}` |" not in text]


def test_the_keys_of_less_move_the_page(kit: Path) -> None:
    save(kit, "shout", "def shout(text):\n    for number in range(8):\n        print(number)\n")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        page = app.query_one(Page)

        async def at(place: Callable[[], float]) -> None:
            ended = time.monotonic() + SECONDS
            while page.scroll_y != place():
                assert time.monotonic() < ended, (page.scroll_y, place())
                await pilot.pause(0.05)

        await wait(app, pilot, "0 of 3 points", "Your code printed")
        await pilot.pause()
        assert page.max_scroll_y > 2
        for key, place in {"j": 1, "G": page.max_scroll_y, "k": page.max_scroll_y - 1, "g": 0}.items():
            await pilot.press(key)
            await at(lambda place=place: place)  # type: ignore[misc]

    play(kit, scene, (40, 10))


def test_the_list_has_its_sections_and_is_searched_by_words_of_names_and_titles(kit: Path) -> None:
    more = '[[exercise]]\nname = "copy"\ntitle = "Copy a line"\nsignatures = ["copy(text: str) -> str"]\n'
    (kit / "curriculum/s02_lines.toml").write_text(f'title = "Long texts"\n\n{more}')

    async def listed(app: Watch, pilot: Pilot[None], *names: str) -> None:
        ended = time.monotonic() + SECONDS
        while {name for name in ("shout", "count", "copy") if f"○ {name} " in "\n".join(lines(app))} != set(names):
            assert time.monotonic() < ended, lines(app)
            await pilot.pause(0.05)

    async def searched(app: Watch, pilot: Pilot[None], words: str, *names: str) -> None:
        await pilot.press("/", *(key.replace(" ", "space") for key in words))
        await listed(app, pilot, *names)
        await pilot.press("escape")
        await listed(app, pilot, "shout", "count", "copy")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        await pilot.press("l")
        await listed(app, pilot, "shout", "count", "copy")
        screen = "\n".join(lines(app))
        assert "s01  Words" in screen and "s02  Long texts" in screen and "open" in lines(app)[-1]
        await searched(app, pilot, "ou", "shout", "count")
        await searched(app, pilot, "s02", "copy")
        await searched(app, pilot, "LONG c", "copy")
        await searched(app, pilot, "s01/sh", "shout")
        await pilot.press("/", *"jkq")  # letters are letters there
        await listed(app, pilot)
        assert "No exercise has these words." in "\n".join(lines(app))
        await pilot.press("escape", "G", "k", "g", "j", "enter")
        await wait(app, pilot, "Count", "0 of 3 points")
        await pilot.press("l", "/", *"ou")
        await listed(app, pilot, "shout", "count")
        await pilot.press("down", "up", "enter")
        await wait(app, pilot, "Shout", "0 of 3 points")
        await pilot.press("l", "/", "escape", "escape")
        assert len(app.screen_stack) == 1

    play(kit, scene)


def test_before_keras_is_there_the_screen_says_so_and_what_cannot_be_loaded(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, take = threading.Event(), Judges.take

    def late(judges: Judges) -> object:
        assert there.wait(SECONDS)
        return take(judges)

    monkeypatch.setattr(Judges, "take", late)
    save(kit, "shout", "def shout(text:\n")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "starting Keras, once", "a file that Python can read", "line 1 of shout.py")
        save(kit, "shout", "x = 1\ndef shout(text) return 1\n")
        await wait(app, pilot, "starting Keras, once", "line 2 of shout.py", "def shout(text) return 1")
        (kit / "exercises/s01_words/shout.py").unlink()
        await wait(app, pilot, "starting Keras, once", "`kata reset shout` brings the stub back")
        save(kit, "shout", "import json, kears\n")
        await wait(app, pilot, "starting Keras, once", "No module named 'kears'", "import keras", "line 1 of shout.py")
        save(kit, "shout", '"""Mine."""\nfrom . import helpers\n')
        await wait(app, pilot, "starting Keras, once", "file stands alone", "line 2 of shout.py")
        save(kit, "shout", 'def shout(text):\n    return "\\d"\n')  # Python warns of it, and reads it
        ended = time.monotonic() + SECONDS
        while "helpers" in seen(app) and time.monotonic() < ended:
            await pilot.pause(0.05)
        assert "starting Keras" in seen(app) and "expected" not in seen(app)
        there.set()
        await wait(app, pilot, "0 of 3 points", "shout(text) is in capitals")
        assert "starting Keras" not in seen(app)

    play(kit, scene)


def test_a_known_verdict_is_not_said_to_be_graded(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(kit, "count", RIGHT["count"])
    run(kit, "pytest", "exercises/s01_words/count.py")
    ended = threading.Event()
    monkeypatch.setattr(Judges, "take", lambda judges: ended.wait(SECONDS))

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "starting Keras, once")
        await pilot.press("l", "j", "enter")
        await wait(app, pilot, "Count", "✓ 3 of 3 points")
        await pilot.pause(0.5)
        assert "✓ 3 of 3 points" in seen(app)
        ended.set()

    play(kit, scene)


def test_ctrl_z_gives_the_terminal_back_for_a_while(kit: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "keraskata"]
    environment = {**os.environ, "TERM": "xterm-256color", "LINES": "24", "COLUMNS": "80"}
    process = subprocess.Popen(command, cwd=kit, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    said, ended, stopped = b"", time.monotonic() + SECONDS, False
    try:
        while process.poll() is None:
            assert time.monotonic() < ended, said
            if select.select([ours], [], [], 0.1)[0]:
                said += os.read(ours, 65536)
            if stopped and said.count(b"\x1b[?1049h") == 2:
                os.write(ours, b"q")
            elif not stopped and b"0 of 3 points" in said:
                os.write(ours, b"\x1a")
                stopped = os.WIFSTOPPED(os.waitpid(process.pid, os.WUNTRACED)[1])
                assert stopped
                process.send_signal(signal.SIGCONT)
    finally:
        process.kill()
    assert stopped and process.wait() == 0


def told(kit: Path, before: Callable[[Path], object], *words: str) -> None:
    """Press x and y where the file, or the kit, is as `before` leaves it, and wait for words; the screen stays."""
    before(kit / "exercises/s01_words/shout.py")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        await pilot.press("x", "y")
        await wait(app, pilot, *words)
        await pilot.press("l", "escape")
        await wait(app, pilot, *words)

    play(kit, scene)


def test_reset_of_an_untouched_stub_leaves_no_copy(kit: Path) -> None:
    stubs.write_list(curriculum.load(kit))
    told(kit, lambda place: place, "shout.py is the stub already.")
    assert not list((kit / "exercises/s01_words").glob("shout.py.*"))


def test_reset_of_a_missing_file_says_that_it_is_there_again(kit: Path) -> None:
    stubs.write_list(curriculum.load(kit))
    told(kit, Path.unlink, "shout.py is the stub again.", "still to be written")
    names = [path.name for path in (kit / "exercises/s01_words").glob("shout*")]
    assert names == ["shout.py"] and (kit / "exercises/s01_words/shout.py").read_text() == STUB.format(name="shout")


UNKNOWN, UNREADABLE = "its stub is not known: take it from a new copy", "stubs.toml cannot be read"


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (None, UNKNOWN),
        ("", UNKNOWN),
        ('["s01_words/shout"]\nsha256 = "0"\n', "take it from a new copy"),
        ("<<<<<<< mine", UNREADABLE),
    ],
)
def test_where_no_stub_is_at_hand_reset_says_so_and_changes_nothing(kit: Path, listed: str | None, words: str) -> None:
    if listed is not None:
        (kit / "stubs.toml").write_text(listed)
    save(kit, "shout", "# mine\n")
    ran = run(kit, "keraskata", "reset", "shout")
    assert ran.returncode == 2 and words in ran.stderr and "Traceback" not in ran.stderr
    only_mine(kit)


def test_the_screen_says_so_too(kit: Path) -> None:
    told(kit, lambda place: place.write_text("# mine\n"), UNKNOWN)
    only_mine(kit)


def only_mine(kit: Path) -> None:
    names = [path.name for path in (kit / "exercises/s01_words").glob("shout*")]
    assert names == ["shout.py"] and (kit / "exercises/s01_words/shout.py").read_text() == "# mine\n"


@pytest.mark.parametrize(("key", "text"), [("x", STUB.format(name="shout")), ("s", "# mine\n")])
def test_an_answer_is_for_the_exercise_that_was_asked_about(kit: Path, key: str, text: str) -> None:
    """A save brings another exercise onto the screen behind a question."""
    stubs.write_list(curriculum.load(kit))
    save(kit, "shout", "# mine\n")

    async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
        ended = time.monotonic() + SECONDS
        while not holds() and time.monotonic() < ended:
            await pilot.pause(0.05)

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        await pilot.press(key)
        save(kit, "count", "# another\n")
        await until(pilot, lambda: app.current.name == "count")
        await pilot.press("y")
        await until(pilot, lambda: len(list((kit / "exercises/s01_words").glob("*.py.1"))) == 1 or key == "s")

    play(kit, scene)
    folder = kit / "exercises/s01_words"
    assert (folder / "shout.py").read_text() == text and (folder / "count.py").read_text() == "# another\n"
    assert memory.load(curriculum.load(kit)).given_up == (["s01_words/shout"] if key == "s" else [])
