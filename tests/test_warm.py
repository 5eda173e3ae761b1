"""Files in processes of their own, with and without walls: one that ends, hangs or lies costs its own points only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import RIGHT

from keraskata import curriculum
from keraskata.grading.run import grade
from keraskata.results import Result
from keraskata.subject.walls import NoWalls
from keraskata.subject.warm import Warm
from keraskata.terms import Limits, Terms

SLEEPS = "import time; time.sleep(60)"
FORGED = """
import os

def shout(text):
    for number in range(3, 40):
        try:
            os.write(number, (8).to_bytes(8) + b"all good")
        except OSError:
            pass
    return text.upper()
"""


@pytest.fixture(scope="module", params=["warm", "walled"])
def warm(request: pytest.FixtureRequest) -> Iterator[Warm]:
    try:
        parent = Warm(Terms(request.param, Limits() if request.param == "walled" else None))
        parent.wait()
    except NoWalls as error:
        pytest.skip(str(error))
    yield parent
    parent.close()


def graded(kit: Path, warm: Warm, shout: str) -> tuple[Result, Result]:
    """The verdicts on `shout`, and on a right count beside it."""
    (kit / "exercises/s01_words/shout.py").write_text(shout)
    (kit / "exercises/s01_words/count.py").write_text(RIGHT["count"])
    whole = curriculum.load(kit)
    targets = [(exercise, whole.stub(exercise)) for exercise in whole.exercises.values()]
    first, second = grade(whole, targets, fresh=True, subjects=warm)
    return first, second


def test_right_answers_pass(kit: Path, warm: Warm) -> None:
    assert all(result.done for result in graded(kit, warm, RIGHT["shout"]))


@pytest.mark.parametrize(
    ("body", "outcome", "words"),
    [
        ("    while True: pass\n", "timed out", "never ends"),
        ("    while True:\n        try: text.x\n        except: pass\n", "timed out", "never ends"),
        ("    return len(str(7 ** 10 ** 9))\n", "timed out", "never ends"),
        (
            f"    try:\n        {SLEEPS}\n    except BaseException:\n        return text.upper()\n",
            "timed out",
            "never ends",
        ),
        ("    import os\n    os._exit(0)\n", "failed", "has ended"),
        ("    import ctypes\n    ctypes.string_at(0)\n", "failed", "has ended"),
        ("    return txt\n", "failed", "`txt` is not defined"),
        ("    raise KeyError(text)\n", "failed", "KeyError"),
        ("    raise ExceptionGroup(text, [KeyError(text)])\n", "failed", "ExceptionGroup"),
        ("    raise KeyboardInterrupt(text)\n", "failed", "KeyboardInterrupt"),
        ("    raise type('E: none\\nPASSED', (ValueError,), {})(text)\n", "failed", "\\nPASSED: "),
        ("    return b'\\xff'.decode()\n", "failed", "UnicodeDecodeError"),
        ("    import sys\n    sys.exit(0)\n", "failed", "exit()"),
        ("    return b'x' * 300_000_000\n", "failed", "300 MB"),
    ],
)
def test_a_bad_file_is_named_and_the_next_one_is_graded(
    kit: Path, warm: Warm, body: str, outcome: str, words: str
) -> None:
    shout, count = graded(kit, warm, f"def shout(text):\n{body}")
    assert (shout.points, shout.checks[0].outcome) == (0, outcome)
    assert words in str(shout.checks[0].feedback)
    assert count.done


def test_what_is_written_to_the_judge_is_no_answer(kit: Path, warm: Warm) -> None:
    shout, count = graded(kit, warm, FORGED)
    assert shout.points == 0 and "no answer" in str(shout.checks[0].feedback)
    assert count.done


def test_an_interrupted_call_leaves_what_the_file_keeps(kit: Path, warm: Warm) -> None:
    source = "kept = []\n\ndef shout(text):\n    kept.append(text)\n    while len(kept) == 1: pass\n    return text\n"
    (kit / "graders/s01_words/test_shout.py").write_text(
        (kit / "graders/s01_words/test_shout.py").read_text().replace(', needs=["test_upper"]', "")
    )
    shout, _ = graded(kit, warm, source)
    assert [check.outcome for check in shout.checks] == ["timed out", "passed"]


def test_nothing_is_left_behind(kit: Path) -> None:
    parent = Warm(Terms("warm"))
    graded(kit, parent, "def shout(text):\n    open('left', 'w').write('x' * 1000)\n    return text.upper()\n")
    folder = parent._folder
    parent.close()
    assert not folder.exists()


LEAVING = """
import glob
import os

def shout(text):
    places = {"/", os.getcwd(), *glob.glob("/*"), *glob.glob("/dev/*"), *glob.glob("/*/*/")}
    found = [place for place in places if os.path.exists(os.path.join(place, "left"))]
    for place in places:
        try:
            open(os.path.join(place, "left"), "w").close()
        except OSError:
            pass
    return f"found in {found}" if found else text.upper()
"""


@pytest.mark.parametrize("warm", ["walled"], indirect=True)
def test_walled_files_leave_nothing_to_each_other(kit: Path, warm: Warm) -> None:
    graded(kit, warm, LEAVING)
    second, _ = graded(kit, warm, LEAVING)
    assert second.checks[0].outcome == "passed", second.checks[0].feedback
