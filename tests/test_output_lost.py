"""Where results cannot be written a run ends with one sentence and status 2, and --resume goes on from all it had."""

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import RIGHT
from test_class import COMMAND, hand_in, run

STUDENTS = 6


@pytest.fixture
def many(kit: Path) -> Path:
    """A class whose grades come one by one."""
    for number in range(STUDENTS):
        slow = f"import time\ntime.sleep(0.4)\n{RIGHT['shout']}# {number}\n"
        hand_in(kit, f"s{number}", shout=slow, count=RIGHT["count"])
    return kit


@contextmanager
def mounted(place: Path, size: str) -> Iterator[None]:
    """A small disk of its own, where we may mount one."""
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], capture_output=True)
    if made.returncode:
        pytest.skip("only root can mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def records(kit: Path) -> dict[str, int]:
    found = [json.loads(place.read_text()) for place in (kit / "out/results").glob("*.json")]
    return {record["submission"]["student"]: record["score"] for record in found}


def ended(kit: Path, spoil: Callable[[], object], said: str, left: int = 1) -> dict[str, int]:
    """What is there after a run whose output was spoiled when some were graded."""
    with subprocess.Popen(
        [*COMMAND, "--no-walls"], cwd=kit, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as grading:
        until = time.monotonic() + 200
        while len(list((kit / "out").glob("results/*.json"))) < left and time.monotonic() < until:
            time.sleep(0.02)
        spoil()
        _, errors = grading.communicate(timeout=200)
    assert grading.returncode == 2 and errors.count("\n") == 1 and re.search(said, errors), errors
    assert "are graded and kept; go on with --resume." in errors
    return records(kit)


def goes_on(kit: Path, before: dict[str, int]) -> None:
    again = run(kit, "--no-walls", "--resume")
    assert again.returncode == 0, again.stderr
    assert again.stdout.count("  kept\n") == len(before)
    assert records(kit) == {f"s{number}": 6 for number in range(STUDENTS)}
    rows = list(csv.reader((kit / "out/grades.csv").read_text().splitlines()))
    assert [row[:2] for row in rows[1:]] == [[f"s{number}", "6"] for number in range(STUDENTS)]
    assert not list((kit / "out").rglob("*.draft"))
    if (kit / "out/gradebook.db").exists():
        assert booked(kit / "out/gradebook.db") == STUDENTS * 3


def booked(place: Path) -> int:
    """The grades in a gradebook; each of them once."""
    with sqlite3.connect(place) as book:
        rows = book.execute("SELECT notebook_id, cell_id FROM grade WHERE auto_score > 0").fetchall()
    assert len(rows) == len(set(rows))
    return len(rows)


def test_a_full_disk_that_is_freed_later(many: Path) -> None:
    with mounted(many / "out", "2m"):
        filler = many / "out" / "filler"

        def fill() -> None:
            with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):  # noqa: PT012
                while True:
                    file.write(bytes(4096))

        before = ended(many, fill, "No space left on device|disk is full")
        assert 1 <= len(before) < STUDENTS
        full = run(many, "--no-walls", "--resume")
        assert full.returncode == 2 and full.stderr.count("\n") == 1, full.stderr
        assert before.items() <= records(many).items()
        filler.unlink()
        goes_on(many, records(many))


def test_a_disk_that_becomes_read_only(many: Path) -> None:
    out = str(many / "out")

    def make_read_only() -> None:
        """Over itself, for the gradebook is open and a remount of the disk would be refused."""
        subprocess.run(["mount", "--bind", out, out], check=True)
        until = time.monotonic() + 30
        while subprocess.run(["mount", "-o", "remount,bind,ro", out], capture_output=True).returncode:
            assert time.monotonic() < until  # busy: a record is just being written

    with mounted(many / "out", "20m"):
        before = ended(many, make_read_only, "Read-only file system|readonly database")
        assert 1 <= len(before) < STUDENTS
        full = run(many, "--no-walls", "--resume")
        assert full.returncode == 2 and "Read-only file system" in full.stderr and full.stderr.count("\n") == 1
        subprocess.run(["umount", "-l", out], check=True)
        goes_on(many, before)


def test_a_folder_that_vanishes(many: Path) -> None:
    seen: dict[str, int] = {}

    def vanish() -> None:
        seen.update(records(many))
        while (many / "out").exists():
            shutil.rmtree(many / "out", ignore_errors=True)

    before = ended(many, vanish, "out/results has vanished; it was made again", left=2)
    assert seen.keys() <= before.keys() and len(before) < STUDENTS
    goes_on(many, before)


def test_a_folder_that_is_no_folder(many: Path) -> None:
    (many / "out").write_text("")
    ran = run(many, "--no-walls")
    assert (ran.returncode, ran.stderr) == (2, "kata: out/results cannot be written: Not a directory.\n")


def test_a_folder_that_nobody_may_write_to(many: Path) -> None:
    (many / "out" / "results").mkdir(parents=True)
    (many / "out" / "results").chmod(0o500)
    user = {"user": 65_534, "group": 65_534, "extra_groups": []} if os.getuid() == 0 else {}
    for place in [many, *many.parents][:3]:
        place.chmod(place.stat().st_mode | 0o755) if os.getuid() == 0 else None
    command = [*COMMAND, "--no-walls"]
    try:
        ran = subprocess.run(command, cwd=many, capture_output=True, text=True, timeout=200, **user)  # type: ignore[call-overload]
    except PermissionError:
        pytest.skip("this Python lies where only root may go")
    assert (ran.returncode, ran.stderr) == (2, "kata: out/results cannot be written: Permission denied.\n")


@pytest.mark.parametrize("how", ["corrupt", "locked", "folder"])
def test_a_gradebook_that_cannot_be_used(many: Path, how: str) -> None:
    pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    (many / "out").mkdir()
    place = many / "out" / "gradebook.db"
    if how == "corrupt":
        place.write_bytes(b"no database" * 1_000)
    elif how == "folder":
        place.mkdir()
    else:
        sqlite3.connect(place).close()
    holding = sqlite3.connect(place, isolation_level=None) if how == "locked" else None
    if holding:
        holding.execute("BEGIN EXCLUSIVE")
    ran = run(many, "--no-walls")
    assert ran.returncode == 2 and ran.stderr.count("\n") == 1 and "gradebook" in ran.stderr, ran.stderr
    before = records(many)
    if holding:
        holding.close()
    else:
        shutil.rmtree(place) if how == "folder" else place.unlink()
    goes_on(many, before)


def test_nobody_reads_the_gradebooks_password(many: Path) -> None:
    pytest.importorskip("psycopg2", reason="the driver of PostgreSQL is missing: pip install psycopg2-binary")
    ran = run(many, "--no-walls", "--db", "postgresql://kata:s3cret@127.0.0.1:1/grades")
    assert ran.returncode == 2 and "postgresql://kata:***@127.0.0.1:1/grades" in ran.stderr
    assert "s3cret" not in ran.stdout + ran.stderr
