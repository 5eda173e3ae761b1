"""A class's run whose worker, scheduler, judge or own process is killed: what was finished is kept, all is graded."""

import contextlib
import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import RIGHT
from test_class import COMMAND, hand_in, run

from keraskata.judges.client import Judge, Judges, JudgeSettings, Task
from keraskata.terms import Terms


def test_a_judge_and_a_parent_that_are_lost_cost_no_student_a_point(kit: Path) -> None:
    judges = Judges(JudgeSettings(str(kit), Terms("warm", refusing=True)))
    judge = Judge(judges)
    try:
        for number in range(3):
            text = RIGHT["shout"] + f"# {number}\n"
            (result,) = judge.grade(Task({"s01_words/shout": text.encode()}, fresh=True)).results
            assert result.done, result
            while len(parents := _parents()) > 2:  # the file's process, forked from one of them, may still be ending
                time.sleep(0.01)
            assert len(parents) == 2  # the one for all, and the judge's own
            for pid in parents[1:] if number == 0 else parents:
                os.kill(pid, signal.SIGKILL)
    finally:
        judge.close()
        judges.close()


def _parents() -> list[int]:
    found = []
    for pid in _below(os.getpid()):
        with contextlib.suppress(OSError):  # it has just ended
            found += [pid] if b"subject.parent" in Path(f"/proc/{pid}/cmdline").read_bytes() else []
    return sorted(found)


def _below(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        with contextlib.suppress(OSError):  # it has just ended
            found += map(int, Path(f"/proc/{each}/task/{each}/children").read_text().split())
    return found


def test_a_lost_worker_loses_no_submission(kit: Path, walled: None) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra cluster is missing: pip install -e '.[cluster]'")
    for number in range(6):
        hand_in(kit, f"s{number}", shout=RIGHT["shout"] + f"# {number}\n", count=RIGHT["count"])
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as lost:
        grading = subprocess.Popen(
            [*COMMAND, "--cluster", lost.scheduler_address], cwd=kit, stdout=subprocess.PIPE, text=True
        )
        while not list((kit / "out").glob("results/*.json")) and grading.poll() is None:
            time.sleep(0.1)
        os.kill(lost.workers[0].pid, signal.SIGKILL)
        said, _ = grading.communicate(timeout=200)
    assert grading.returncode == 0, said
    rows = list(csv.reader((kit / "out/grades.csv").read_text().splitlines()))
    assert [row[:2] for row in rows[1:]] == [[f"s{number}", "6"] for number in range(6)]


def test_a_lost_scheduler_is_said_in_one_line(kit: Path) -> None:
    pytest.importorskip("distributed", reason="the extra cluster is missing: pip install -e '.[cluster]'")
    for number in range(8):
        hand_in(kit, f"s{number}", shout=f"import time\ntime.sleep({number / 4})\n{RIGHT['shout']}")
    place = kit / "scheduler.json"
    scheduler, worker = (
        subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{what}", "--scheduler-file", place, *options],
            stderr=subprocess.DEVNULL,
        )
        for what, options in (
            ("scheduler", ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]),
            ("worker", ["--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--local-directory", kit / "worker"]),
        )
    )
    try:
        while not (place.exists() and place.read_text().endswith("}")):
            time.sleep(0.1)
        address = json.loads(place.read_text())["address"]
        pipe = subprocess.PIPE
        grading = subprocess.Popen(
            [*COMMAND, "--no-walls", "--cluster", address], cwd=kit, stdout=pipe, stderr=pipe, text=True
        )
        while not list((kit / "out").glob("results/*.json")) and grading.poll() is None:
            time.sleep(0.1)
        scheduler.kill()
        _, said = grading.communicate(timeout=200)
    finally:
        for each in (scheduler, worker):
            each.terminate()
            each.wait()
    assert grading.returncode == 2, said
    (line,) = [line for line in said.splitlines() if "submissions" not in line]
    assert "scheduler was lost" in line and "of 8 are graded and kept; go on with --resume." in line


def _heed_signals() -> None:
    """End by these signals, also where the tests run in the background, or under nohup: their children ignore them."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_what_was_finished_is_kept_whatever_ends_the_run(kit: Path, walled: None, number: signal.Signals) -> None:
    for student in range(8):
        slow = f"import time\ntime.sleep(0.3)\n{RIGHT['shout']}# {student}\n"
        hand_in(kit, f"s{student}", shout=slow if student % 3 else "def shout(text): return text\n")
    (temporary := kit / "temporary").mkdir()
    ended = subprocess.Popen(
        COMMAND,
        cwd=kit,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_signals,
    )
    while len(list((kit / "out").glob("results/*.json"))) < 3 and ended.poll() is None:
        time.sleep(0.02)
    ended.send_signal(number)
    _, said = ended.communicate(timeout=30)
    kept = {path.name: path.read_bytes() for path in (kit / "out").glob("results/*.json")}
    assert 3 <= len(kept) < 8
    if number != signal.SIGKILL:
        assert ended.returncode == 128 + number and f"Stopped: {len(kept)} of 8" in said and "--resume" in said
        assert (kit / "out/grades.csv").exists() and not list(temporary.iterdir())
    if number in (signal.SIGTERM, signal.SIGHUP):
        return  # the rest is no other than after Ctrl-C
    again = run(kit, "--resume")
    assert again.returncode == 0, again.stderr
    assert again.stdout.count("  kept\n") == len(kept)
    assert all((kit / "out/results" / name).read_bytes() == content for name, content in kept.items())
    resumed = (kit / "out/grades.csv").read_text()
    assert run(kit, "--fresh").returncode == 0
    assert (kit / "out/grades.csv").read_text() == resumed
