"""Other systems, acted by what tests/elsewhere/ takes away from Python: every learner's door works, or says why not."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import RIGHT, give_hints

ROOT = Path(__file__).parent.parent
ELSEWHERE = Path(__file__).parent / "elsewhere"
LINUX_ONLY = {
    *("keraskata.subject.confine", "keraskata.subject.kernel", "keraskata.subject.own_proc"),
    *("keraskata.subject.parent", "keraskata.subject.system_calls"),
    *("keraskata.judges.process", "keraskata.judges.forking"),
}
LOOP, CRASH = "def shout(text):\n    while True: pass\n", "import os\nos._exit(3)\n"


def there(act: str, kit: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a command says on that system; its output is UTF-8 unless PYTHONIOENCODING says otherwise."""
    settings = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100", "LINES": "30", **environment}
    if act:
        settings["PYTHONPATH"] = str(ELSEWHERE / act)
    words = [sys.executable, "-m", *command]
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    return subprocess.run(words, cwd=kit, env=settings, capture_output=True, encoding=encoding, timeout=300)


def write(kit: Path, **files: str) -> None:
    for name, text in files.items():
        (kit / f"exercises/s01_words/{name}.py").write_text(text)


IMPORTING = """
import importlib, pkgutil, sys
import keraskata
for module in pkgutil.walk_packages(keraskata.__path__[:1], "keraskata."):  # behind it comes the data, in a clone
    if module.name not in sys.argv[1:] and not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*sorted(set(sys.argv[1:]) & sys.modules.keys()))
"""


def test_every_module_can_be_imported(kit: Path) -> None:
    pytest.importorskip("nbgrader", reason="nbgrader is not installed: pip install -e '.[nbgrader]'")
    pytest.importorskip("distributed", reason="Dask is not installed: pip install -e '.[cluster]'")
    settings = {**os.environ, "PYTHONPATH": str(ELSEWHERE / "windows")}
    command = [sys.executable, "-c", IMPORTING, *LINUX_ONLY]
    found = subprocess.run(command, cwd=kit, env=settings, capture_output=True, text=True, timeout=300)
    assert (found.returncode, found.stdout.strip()) == (0, ""), found


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("", ["forked for each file", "stopped by an alarm", "a save is noticed"]),
        ("macos", ["○ walls", "Walls need Linux", "Containerfile", "started and kept", "stopped by an alarm"]),
        ("windows", ["○ walls", "Walls need Linux", "Containerfile", "started and kept", "stopped with the process"]),
        ("no_inotify", ["○ watches", "limit reached", "kata watch --poll"]),
    ],
)
def test_doctor_tries_what_it_reports(act: str, words: list[str], kit: Path) -> None:
    found = there(act, kit, "keraskata", "doctor")
    assert (found.returncode, found.stderr) == (0, ""), found
    told = " ".join(found.stdout.split())
    assert all(word in told for word in ["✓ disk", *words]), found.stdout


@pytest.mark.parametrize("act", ["macos", "windows"])
def test_a_file_that_hangs_costs_its_own_points_only(act: str, kit: Path) -> None:
    write(kit, shout=LOOP, count=RIGHT["count"])
    found = there(act, kit, "pytest", "exercises", "-v")
    assert found.returncode == 1 and not found.stderr, found
    for words in ("an answer within 2 seconds", "a loop that never ends", "waits for:", "✓ s01_words/count"):
        assert words in found.stdout
    again = there(act, kit, "keraskata", "list")
    assert "✓ count                   3/3" in again.stdout, again


def test_where_no_alarm_rings_a_crash_costs_its_own_points_only(kit: Path) -> None:
    write(kit, shout=CRASH, count=RIGHT["count"])
    found = there("windows", kit, "pytest", "exercises", "-v")
    assert "the process of this code has ended" in found.stdout and "✓ s01_words/count" in found.stdout, found


@pytest.mark.parametrize("act", ["macos", "windows"])
def test_the_other_doors_open(act: str, kit: Path) -> None:
    from keraskata import curriculum
    from keraskata.learner import stubs

    stubs.write_list(curriculum.load(kit))
    give_hints(kit, "shout", 'nudge = "A method."\nidea = "Capitals."\nnearly = "upper"\n')
    write(kit, **RIGHT)
    for command, words in (
        (["grade", "exercises", "--json", "out.json"], "6 of 6 points"),
        (["hint", "shout"], "A method."),
        (["report", "--no-open"], "Report: "),
        (["reset", "shout"], "is the stub again"),
        (["list"], "○ shout"),
    ):
        found = there(act, kit, "keraskata", *command)
        assert (found.returncode, found.stderr) == (0, "") and words in found.stdout, found


@pytest.mark.parametrize("act", ["macos", "windows"])
def test_untrusted_code_is_graded_behind_walls_or_not_at_all(act: str, kit: Path) -> None:
    (kit / "class/ann/s01_words").mkdir(parents=True)
    (kit / "class/ann/s01_words/shout.py").write_text(RIGHT["shout"])
    refused = there(act, kit, "keraskata", "grade-class", "class", "--out", "out")
    assert refused.returncode == 2 and "Walls need Linux" in refused.stderr and "Containerfile" in refused.stderr
    assert "Traceback" not in refused.stderr
    trusted = there(act, kit, "keraskata", "grade-class", "class", "--out", "out", "--no-walls")
    assert trusted.returncode == 0 and (kit / "out/grades.csv").read_text().splitlines()[1].startswith("ann,3")


JUDGING = """
import sys, threading, time
from keraskata.judges.client import Judge, Judges, JudgeSettings, Task
from keraskata.terms import WATCHED

def graded(judge, text):
    verdict = judge.grade(Task({"s01_words/shout": text.encode()}, fresh=True))
    return [check.outcome for result in verdict.results for check in result.checks] or verdict.problem

judges = Judges(JudgeSettings(sys.argv[1], WATCHED))
try:
    right = "def shout(text): return text.upper()"
    print(graded(Judge(judges), right))
    for body in sys.argv[2:]:
        judge = Judge(judges)
        hangs = threading.Thread(target=graded, args=[judge, "import time\\ndef shout(text):\\n " + body])
        hangs.start()
        time.sleep(0.7)
        judge.close()
        print(graded(Judge(judges), right))
        hangs.join()
    print(graded(Judge(judges), "import os\\nos._exit(0)"), graded(Judge(judges), right))
finally:
    judges.close()
"""


@pytest.mark.parametrize(
    ("act", "body"), [("macos", "while True: pass"), ("windows", "try: time.sleep(900)\n finally: time.sleep(900)")]
)
def test_a_judge_that_was_started_gives_up_and_goes_on(act: str, body: str, kit: Path) -> None:
    grader = kit / "graders/s01_words/test_shout.py"
    grader.write_text(grader.read_text().replace("timeout(2)", "timeout(600)"))
    settings = {**os.environ, "PYTHONPATH": str(ELSEWHERE / act)}
    command = [sys.executable, "-c", JUDGING, str(kit), body]
    found = subprocess.run(command, cwd=kit, env=settings, capture_output=True, text=True, timeout=300)
    right = "['passed', 'passed']"
    assert found.stdout.splitlines() == [right, right, f"['failed', 'not reached'] {right}"], found


@pytest.mark.parametrize("act", ["windows", "no_inotify"])
def test_the_watch_screen_follows_saves(act: str, kit: Path) -> None:
    scene = "tests/test_watch.py::test_a_second_save_puts_an_end_to_the_first_one"
    found = there(act, ROOT, "pytest", "-q", "-p", "no:cacheprovider", scene)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "cp850", "latin-1"])
def test_a_screen_without_our_signs_has_plain_ones(encoding: str, kit: Path) -> None:
    write(kit, shout="def shout(text):\n    print('→ “é” 数 █')\n", count=RIGHT["count"])
    settings = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    graded = there("", kit, "pytest", "exercises", **settings)
    assert "x shout(text) is in capitals." in graded.stdout and "-> " in graded.stdout and not graded.stderr, graded
    assert "+ s01_words/count" in graded.stdout
    again = there("", kit, "keraskata", "grade", "exercises", **settings)
    assert "x shout(text) is in capitals." in again.stdout and not again.stderr
    listed = there("", kit, "keraskata", "list", **settings)
    assert "+ count" in listed.stdout and "o shout" in listed.stdout and not listed.stderr


SLOW = "import time\n\ndef shout(text):\n    time.sleep(1.2)\n    return text.upper()\n"
IN_TIME, LATE = "['passed', 'passed']", "['timed out', 'not reached']"


@pytest.mark.parametrize(
    ("kind", "text", "outcomes"),
    [
        ("in process", SLOW, IN_TIME),
        ("in process", SLOW.replace("1.2", "1000"), LATE),
        ("in process", LOOP, LATE),
        ("warm", SLOW, IN_TIME),
        ("warm", LOOP, LATE),
    ],
)
def test_the_time_for_which_a_machine_stood_still_does_not_count(
    kind: str, text: str, outcomes: str, kit: Path
) -> None:
    grader = kit / "graders/s01_words/test_shout.py"
    grader.write_text(grader.read_text().replace("timeout(2)", "timeout(4)"))
    write(kit, shout=text)
    grading = subprocess.Popen(
        [sys.executable, "-c", GRADING, str(kit), kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=kit,
    )
    assert grading.stdout and grading.stdout.readline() == "begins\n"
    time.sleep(0.6)
    stopped = _all_of(grading.pid)
    for number, seconds in ((signal.SIGSTOP, 5.0), (signal.SIGCONT, 0.0)):
        for pid in stopped:
            os.kill(pid, number)
        time.sleep(seconds)
    said, _ = grading.communicate(timeout=60)
    assert said.strip() == outcomes


GRADING = """
import sys
from contextlib import suppress
from pathlib import Path
from keraskata.curriculum import load
from keraskata.grading.run import GradingFailed, grade
from keraskata.subject.warm import Warm
from keraskata.terms import Terms

kit = load(Path(sys.argv[1]))
exercise = kit.exercises["s01_words/shout"]
warm = Warm(Terms("warm")) if sys.argv[2] == "warm" else None
if warm:
    warm.wait()
with suppress(GradingFailed):
    grade(kit, [])  # so that all is imported
print("begins", flush=True)
(result,) = grade(kit, [(exercise, kit.stub(exercise))], subjects=warm)
print([check.outcome for check in result.checks])
"""


def _all_of(pid: int) -> list[int]:
    """A process and those below it, wherever their sessions are."""
    found = [pid]
    for each in found:
        found += map(int, Path(f"/proc/{each}/task/{each}/children").read_text().split())
    return found


def test_the_watch_screen_stays_whatever_becomes_of_the_kit(kit: Path) -> None:
    import shutil

    from test_watch import play, save, wait

    async def scene(app: object, pilot: object) -> None:
        await wait(app, pilot, "0 of 3 points")  # type: ignore[arg-type]
        shutil.rmtree(kit / ".kata")
        (kit / ".kata").write_text("a file, so that nothing can be kept in a folder of this name")
        save(kit, "shout", RIGHT["shout"])
        await wait(app, pilot, "✓ 3 of 3 points")  # type: ignore[arg-type]
        await _press(pilot, "h", "p", "n")
        await wait(app, pilot, "nothing can be remembered")  # type: ignore[arg-type]
        shutil.move(kit / "exercises", kit / "elsewhere")
        await wait(app, pilot, "no file")  # type: ignore[arg-type]
        shutil.move(kit / "elsewhere", kit / "exercises")
        save(kit, "count", RIGHT["count"])
        await wait(app, pilot, "✓ 3 of 3 points", "2 of 2 exercises done")  # type: ignore[arg-type]

    play(kit, scene)


async def _press(pilot: object, *keys: str) -> None:
    press: Callable[..., object] = pilot.press  # type: ignore[attr-defined]
    await press(*keys)  # type: ignore[misc]
