"""Kills a run of `kata grade-class` at random moments, goes on with --resume, and counts what was lost or doubled.

    python tests/kills.py 50

The run itself is killed, or one of its judges, and now and then while it writes the table or the gradebook.
"""

import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

STUDENTS = 12


@dataclass
class Found:
    """What the kills did."""

    killed: dict[str, int] = field(default_factory=dict)
    finished: int = 0
    faults: list[str] = field(default_factory=list)


def kill_and_resume(kit: Path, kills: int, seed: int = 0) -> Found:
    """Kill runs over `kit`/class, each a --resume of the one before; a run that ends unharmed is begun afresh."""
    chance, found, kept = random.Random(seed), Found(), dict[str, bytes]()
    fresh = True
    while sum(found.killed.values()) < kills:
        fresh = _run(kit, chance, found, kept, fresh)
        print(found.killed, *found.faults, flush=True)
    _whole(kit, found)
    return found


def _run(kit: Path, chance: random.Random, found: Found, kept: dict[str, bytes], fresh: bool) -> bool:
    """One run that is killed, or comes to its end; whether the next one begins afresh."""
    if fresh:
        kept.clear()
    grading = start(kit, "--fresh" if fresh else "--resume")
    what = chance.choices(["run", "judge", "end", "draft"], [6, 3, 2, 2])[0]
    moment = time.monotonic() + chance.uniform(0.2, 9.0)
    while grading.poll() is None and not _now(kit, what, moment, len(kept)):
        time.sleep(0.001)
    family = _below(grading.pid)
    target = chance.choice(family[1:] or family) if what == "judge" else grading.pid
    if grading.poll() is None:
        os.kill(target, signal.SIGKILL)
        found.killed[what] = found.killed.get(what, 0) + 1
    _, errors = grading.communicate(timeout=300)
    if "Traceback" in errors:
        found.faults.append(errors)
    _gone(family, found)
    _look(kit, found, kept)
    if grading.returncode == 0:
        _whole(kit, found)
    return grading.returncode == 0


def start(kit: Path, *options: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "keraskata", "grade-class", "class", "--out", "out", "--no-walls", *options]
    settings = {**os.environ, "TMPDIR": str(kit / "tmp")}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=kit, env=settings, stdout=pipe, stderr=pipe, text=True)


def _now(kit: Path, what: str, moment: float, known: int) -> bool:
    """Whether the moment has come: a random one, or one in which the table is due or a draft is there."""
    if what == "end":
        return len(list((kit / "out/results").glob("*.json"))) == STUDENTS and known < STUDENTS
    if what == "draft":
        return any((kit / "out").glob("**/*.draft")) or any((kit / "out").glob("*-journal"))
    return time.monotonic() > moment


def _below(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        try:
            found += map(int, Path(f"/proc/{each}/task/{each}/children").read_text().split())
        except OSError:
            continue
    return found


def _gone(family: list[int], found: Found) -> None:
    """No process of a run outlives it for long: one that is importing Keras ends when it has."""
    until = time.monotonic() + 60
    while left := [pid for pid in family if _is_ours(pid)]:
        if time.monotonic() > until:
            found.faults.append(f"processes left: {left}")
            return
        time.sleep(0.05)


def _is_ours(pid: int) -> bool:
    try:
        return b"keraskata" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _look(kit: Path, found: Found, kept: dict[str, bytes]) -> None:
    """What was on disk once is there still, byte for byte, unless it was not graded to its end."""
    now = {place.name: place.read_bytes() for place in (kit / "out/results").glob("*.json")}
    for name, content in kept.items():
        if now.get(name) != content:
            found.faults.append(f"{name} was lost or changed")
    for name, content in now.items():
        record = json.loads(content)
        if record["submission"]["digest"]:
            kept[name] = content
            if record["score"] != 6:
                found.faults.append(f"{name} has {record['score']} points")


def _whole(kit: Path, found: Found) -> None:
    """After a run that came to its end everybody is there once, in each place, and nothing else is left."""
    grading = start(kit, "--resume")
    _, errors = grading.communicate(timeout=300)
    found.finished += 1
    names = [f"s{number:02}" for number in range(STUDENTS)]
    rows = [row[:2] for row in csv.reader((kit / "out/grades.csv").read_text().splitlines())][1:]
    if grading.returncode or rows != [[name, "6"] for name in names]:
        found.faults.append(f"status {grading.returncode}, {errors}, grades.csv: {rows}")
    left = [str(place) for place in (kit / "out").rglob("*.draft")] + [str(place) for place in (kit / "tmp").iterdir()]
    if left:
        found.faults.append(f"left behind: {left}")
    if (book := kit / "out" / "gradebook.db").exists():
        with sqlite3.connect(book) as connection:
            cells = connection.execute(
                "SELECT submitted_assignment.student_id, grade.cell_id, sum(grade.auto_score), count(*) FROM grade"
                " JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id"
                " JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id"
                " GROUP BY submitted_assignment.student_id, grade.cell_id"
            ).fetchall()
        points = {name: sum(row[2] for row in cells if row[0] == name) for name in {row[0] for row in cells}}
        if points != dict.fromkeys(names, 6.0) or any(row[3] != 1 for row in cells) or len(cells) != 3 * STUDENTS:
            found.faults.append(f"gradebook: {points}, {len(cells)} grades")


def hand_in(kit: Path, right: dict[str, str]) -> None:
    """A class whose grades come one by one."""
    (kit / "tmp").mkdir(exist_ok=True)
    for number in range(STUDENTS):
        folder = kit / "class" / f"s{number:02}" / "s01_words"
        folder.mkdir(parents=True)
        (folder / "shout.py").write_text(f"import time\ntime.sleep(0.2)\n{right['shout']}# {number}\n")
        (folder / "count.py").write_text(right["count"])


if __name__ == "__main__":
    from conftest import RIGHT, write_kit

    with tempfile.TemporaryDirectory() as folder:
        place = write_kit(Path(folder))
        hand_in(place, RIGHT)
        began = time.monotonic()
        figures = kill_and_resume(place, int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
        print(f"killed: {figures.killed}; runs that ended: {figures.finished}; {time.monotonic() - began:.0f} s")
        print("\n".join(figures.faults) or "nothing lost, nothing doubled, nothing left behind")
        sys.exit(bool(figures.faults))
