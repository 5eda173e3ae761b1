"""What a check needs is settled before it, whatever sorts, repeats, chooses or distributes the checks."""

import json
from pathlib import Path

import pytest
from asking import pytest_in, score

CHAIN = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=1, needs=["test_upper"], hint="empty")
def test_empty(submission):
    """An empty text stays empty."""
    expect.equal(submission.shout(""), "", what="shout('')")

@pytest.mark.check(points=1, needs=["test_empty"], hint="digits")
@pytest.mark.timeout(1)
def test_digits(submission):
    """Digits stay digits."""
    expect.equal(submission.shout("1"), "1", what="shout('1')")

@pytest.mark.check(points=2, hint="upper")
def test_upper(submission):
    """shout(text) is in capitals."""
    import time
    time.sleep(1.2)
    expect.equal(submission.shout("ab"), "AB", what="shout('ab')")

@pytest.mark.check(points=1, needs=["test_round"], hint="")
def test_circle(submission):
    """Two checks that need each other come to an end."""

@pytest.mark.check(points=1, needs=["test_circle"], hint="")
def test_round(submission):
    """Two checks that need each other come to an end, too."""
'''
SHUFFLED = """
import pytest

class Late:
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items):
        yield
        items[:] = {order}

def pytest_sessionstart(session):
    session.config.pluginmanager.register(Late())
"""
REPEATED = """
import pytest
from _pytest.runner import runtestprotocol

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for _ in range(3):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True
"""
OTHERS = {
    "reversed": SHUFFLED.format(order="items[::-1]"),
    "files in turn": SHUFFLED.format(order="sorted(items, key=lambda item: item.name[::-1])"),
    "twice": SHUFFLED.format(order="items + items[::-1]"),
    "repeated": REPEATED,
}
COUNTING = "def shout(text):\n    print('called with', repr(text))\n    return {answer}\n"


@pytest.fixture
def chain(kit: Path) -> Path:
    """A kit where checks are written before what they need."""
    (kit / "graders/s01_words/test_shout.py").write_text(CHAIN)
    return kit


@pytest.mark.parametrize("answer", ["text.upper()", "text", "text.upper() or None"])
@pytest.mark.parametrize("plugin", OTHERS.values(), ids=OTHERS)
def test_screen_and_report_are_the_same_in_any_order(chain: Path, plugin: str, answer: str) -> None:
    (chain / "exercises/s01_words/shout.py").write_text(COUNTING.format(answer=answer))
    alone, ran = (pytest_in(chain, "exercises/", "--kata-fresh", "-v", plugin=source) for source in ("", plugin))
    by_line = sorted(ran.stdout.splitlines()), sorted(alone.stdout.splitlines())
    assert by_line[0] == by_line[1] and ran.returncode == alone.returncode
    assert "exercises done" in ran.stdout
    _, _, feedback = ran.stdout.partition("──")
    assert feedback == alone.stdout.partition("──")[2]


def test_a_verdict_from_another_order_is_kept_in_the_graders(chain: Path) -> None:
    (chain / "exercises/s01_words/shout.py").write_text(COUNTING.format(answer="text.upper()"))
    pytest_in(chain, "exercises/s01_words/shout.py", plugin=OTHERS["reversed"])
    (kept,) = (chain / ".kata/verdicts").iterdir()
    names = [check["id"] for check in json.loads(kept.read_text())]
    assert names == ["test_empty", "test_digits", "test_upper", "test_circle", "test_round"]


@pytest.mark.parametrize(
    ("answer", "words"), [("text", "0 of 6"), ("text.upper() or None", "0 of 6"), ("text.upper()", "1 of 6")]
)
@pytest.mark.parametrize("how", ["exercises/s01_words/shout.py::test_digits", "exercises/s01_words/shout.py -k digits"])
def test_a_single_check_waits_for_what_it_needs(chain: Path, how: str, answer: str, words: str) -> None:
    (chain / "exercises/s01_words/shout.py").write_text(COUNTING.format(answer=answer))
    ran = pytest_in(chain, *how.split(), "--junitxml=out.xml")
    assert score(ran.stdout).startswith(words), ran.stdout
    assert "Only part of the checks was graded." in ran.stdout and "capitals. (" not in ran.stdout
    assert (chain / "out.xml").read_text().count("<testcase") == 1


def test_needs_hold_in_the_order_that_was_asked_for(chain: Path) -> None:
    (chain / "exercises/s01_words/shout.py").write_text(COUNTING.format(answer="text.upper()"))
    path = "exercises/s01_words/shout.py"
    ran = pytest_in(chain, f"{path}::test_digits", f"{path}::test_upper", f"{path}::test_empty", f"{path}::test_digits")
    assert score(ran.stdout).startswith("4 of 6 points")


@pytest.mark.parametrize("more", [[], ["--dist=each"], ["--dist=worksteal"], ["-v"]])
def test_processes_side_by_side_give_the_same(chain: Path, more: list[str]) -> None:
    pytest.importorskip("xdist")
    grader = chain / "graders/s01_words/test_shout.py"
    measured = 'import numpy\n    expect.calibrated(numpy.float64(3), "length", better="higher", what="it")\n'
    grader.write_text(grader.read_text().replace("import time\n", f"import time\n    {measured}"))
    (chain / "graders/calibration.toml").write_text('["s01_words/shout".length]\nthreshold = 2.0\n')
    (chain / "exercises/s01_words/shout.py").write_text(COUNTING.format(answer="text.upper() or 3"))
    alone = pytest_in(chain, "exercises/", "--kata-fresh", *(["-v"] if "-v" in more else []))
    ran = pytest_in(chain, "exercises/", "--kata-fresh", "-n", "2", *more)
    assert sorted(ran.stdout.splitlines()) == sorted(alone.stdout.splitlines()), ran.stdout
    assert ran.stdout.partition("──")[2] == alone.stdout.partition("──")[2]
    assert ran.returncode == 1 and len(list((chain / ".kata/verdicts").iterdir())) == 2
    assert pytest_in(chain, "exercises/", "-n", "2").stdout.partition("──")[2] == ran.stdout.partition("──")[2] or more


def test_the_clock_of_a_check_stops_when_it_ends(chain: Path) -> None:
    slow = "import time\n\ndef pytest_runtest_logreport(report):\n    time.sleep(1.3 * (report.when == 'call'))\n"
    (chain / "exercises/s01_words/shout.py").write_text(COUNTING.format(answer="text.upper()"))
    ran = pytest_in(chain, "exercises/s01_words/shout.py", plugin=slow)
    assert score(ran.stdout).startswith("6 of 6"), ran.stdout
