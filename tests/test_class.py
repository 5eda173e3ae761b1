"""`kata grade-class`: every submission gets its grade or a reason, and what was graded is kept."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from conftest import RIGHT

from keraskata.judges.client import Judge, Judges, JudgeSettings, Task
from keraskata.terms import Terms

# One worker: a second one is a second start of Keras, which only the hostile bank and tests of lost workers need.
COMMAND = [sys.executable, "-m", "keraskata", "grade-class", "class", "--out", "out", "--workers=1"]


def run(kit: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *options], cwd=kit, capture_output=True, text=True, timeout=200)


def hand_in(kit: Path, student: str, **files: str) -> Path:
    folder = kit / "class" / student / "s01_words"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def test_a_class(kit: Path, walled: None) -> None:
    hand_in(kit, "alice", **RIGHT)
    hand_in(kit, "bob", count=RIGHT["count"])
    hand_in(kit, "=1+1", shout="import os\nos._exit(0)\n", count="x = '[red]'\n")
    (hand_in(kit, "eve", count=RIGHT["count"]) / "shout.py").symlink_to(kit / "solutions/s01_words/shout.py")
    (kit / "class" / "frank.zip").write_text("no archive")
    with zipfile.ZipFile(kit / "class" / "grace.zip", "w") as archive:
        archive.writestr("../../etc/s01_words/count.py", RIGHT["count"])
        archive.writestr("grace/exercises/s01_words/shout.py", RIGHT["shout"])

    first = run(kit)
    assert first.returncode == 1, first.stderr
    rows = list(csv.reader((kit / "out/grades.csv").read_text().splitlines()))
    scores = {row[0]: row[1] for row in rows[1:]}
    assert scores == {"alice": "6", "bob": "3", "'=1+1": "0", "eve": "3", "frank": "0", "grace": "6"}
    alice = json.loads((kit / "out/results/alice.json").read_text())
    assert (alice["subject"], alice["score"], alice["submission"]["problem"]) == ("walled", 6, "")
    assert "a link" in first.stdout and "not a zip file" in first.stdout

    hand_in(kit, "bob", **RIGHT)
    (kit / "out/results/grace.json").write_text("{ half of")
    again = run(kit, "--resume")
    assert "was 3" in again.stdout and "lowest 0, median 4.5, highest 6." in again.stdout
    assert again.stdout.count("kept") == 4
    assert json.loads((kit / "out/results/grace.json").read_text())["score"] == 6
    assert "grace.json could not be read (it is no JSON): its student was graded again." in again.stderr


def test_bad_input_is_named(kit: Path) -> None:
    nothing = run(kit)
    assert (nothing.returncode, nothing.stdout) == (2, "") and "class cannot be read" in nothing.stderr
    hand_in(kit, "alice", **RIGHT)
    section = run(kit, "--section", "s99")
    assert section.returncode == 2 and "There are: s01_words" in section.stderr


def test_without_walls_untrusted_code_is_refused(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(kit, "alice", **RIGHT)
    monkeypatch.setenv("PATH", "/nowhere")
    refused = run(kit)
    assert refused.returncode == 2 and "bubblewrap" in refused.stderr and "--no-walls" in refused.stderr
    chosen = run(kit, "--no-walls")
    assert chosen.returncode == 0, chosen.stderr
    assert json.loads((kit / "out/results/alice.json").read_text())["subject"] == "warm"


def test_where_walls_do_not_stand_it_is_said_why(kit: Path, walled: None, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(kit, "alice", **RIGHT)
    tool = kit / "bin" / "bwrap"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\necho 'bwrap: No permissions to create a new namespace' >&2\nexit 1\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:{os.environ['PATH']}")
    refused = run(kit)
    assert refused.returncode == 2 and "No permissions to create a new namespace" in refused.stderr
    assert "--no-walls" in refused.stderr and not (kit / "out" / "results" / "alice.json").exists()


def test_grades_are_in_nbgraders_gradebook(kit: Path, walled: None) -> None:
    api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    hand_in(kit, "alice", **RIGHT)
    hand_in(kit, "bob", count=RIGHT["count"])
    for _ in range(2):
        assert run(kit).returncode == 0
        with api.Gradebook(f"sqlite:///{kit}/out/gradebook.db") as book:
            scores = {s.student.id: (s.score, s.max_score) for s in book.assignment_submissions("s01_words")}
            assert scores == {"alice": (6, 6), "bob": (3, 6)}
            assert not any(s.needs_manual_grade for s in book.assignment_submissions("s01_words"))


def test_a_new_gradebook_is_the_one_that_nbgrader_would_make(kit: Path, tmp_path: Path) -> None:
    api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    sqlalchemy = pytest.importorskip("sqlalchemy", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    from keraskata.classes.gradebook import Gradebook

    found = []
    for make, place in ((Gradebook, tmp_path / "ours.db"), (api.Gradebook, tmp_path / "theirs.db")):
        make(f"sqlite:///{place}").close()
        engine = sqlalchemy.create_engine(f"sqlite:///{place}")
        tables = sqlalchemy.inspect(engine)
        columns = {
            name: [str(column["name"]) for column in tables.get_columns(name)] for name in tables.get_table_names()
        }
        with engine.connect() as connection:
            version = connection.execute(sqlalchemy.text("SELECT version_num FROM alembic_version")).all()
            courses = connection.execute(sqlalchemy.text("SELECT * FROM course")).all()
        found.append((columns, version, courses))
    assert found[0] == found[1]


def test_a_judge_and_a_parent_that_are_lost_cost_no_student_a_point(kit: Path) -> None:
    judges = Judges(JudgeSettings(str(kit), Terms("warm", refusing=True)))
    judge = Judge(judges)
    try:
        for number in range(3):
            text = RIGHT["shout"] + f"# {number}\n"
            (result,) = judge.grade(Task({"s01_words/shout": text.encode()}, fresh=True)).results
            assert result.done, result
            parents = sorted(pid for pid in _below(os.getpid()) if b"subject.parent" in _command(pid))
            assert len(parents) == 2  # the one for all, and the judge's own
            for pid in parents[1:] if number == 0 else parents:
                os.kill(pid, signal.SIGKILL)
    finally:
        judge.close()
        judges.close()


def _below(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        found += map(int, Path(f"/proc/{each}/task/{each}/children").read_text().split())
    return found


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


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
