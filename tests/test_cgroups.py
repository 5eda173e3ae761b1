"""Control groups: what is written where, in a folder that acts as a group; real ones are tried where there are some."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT

from keraskata.subject import cgroups, walls
from keraskata.terms import Limits

LIMITS = Limits(memory=300, scratch=20, threads=8)


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A group that is this user's, with two processes in it."""
    for name, text in {"cgroup.type": "domain", "cgroup.procs": "4711\n4712\n", "cgroup.subtree_control": ""}.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "cgroup.controllers").write_text("cpuset cpu io memory pids\n")
    made = Path.mkdir

    def mkdir(folder: Path, **options: Any) -> None:  # as the kernel does it
        made(folder, **options)
        (folder / "cgroup.procs").touch()

    monkeypatch.setattr(Path, "mkdir", mkdir)
    return tmp_path


def test_a_submission_has_a_group_with_limits(group: Path) -> None:
    descriptor = cgroups.Groups(group).add(LIMITS)
    os.write(descriptor, b"0")
    os.close(descriptor)
    (made,) = group.glob("kata-*-*")
    found = {path.name: path.read_text() for path in made.iterdir()}
    assert found == {
        "memory.max": str(320 * 2**20),
        "memory.swap.max": "0",
        "pids.max": "32",
        "cpu.weight": "100",
        "cgroup.procs": "0",
    }


def test_no_process_stays_in_a_group_that_is_divided(group: Path) -> None:
    cgroups.Groups(group)
    assert (group / "kata-rest" / "cgroup.procs").read_text() == "4712"
    assert (group / "kata-rest" / "cpu.weight").read_text() == "1000"
    assert (group / "cgroup.subtree_control").read_text().startswith("+")


def test_the_root_keeps_its_processes(group: Path) -> None:
    (group / "cgroup.type").unlink()
    cgroups.Groups(group)
    assert not (group / "kata-rest").exists()


def test_groups_that_are_empty_go_and_those_of_others_stay(group: Path) -> None:
    groups = cgroups.Groups(group)
    old, other, full = group / "kata-4194399-1", group / "kata-1-1", group / f"kata-{os.getpid()}-7"
    for folder in (old, other, full):
        os.mkdir(folder)  # noqa: PTH102 - the fixture has Path.mkdir add files
    (full / "cgroup.procs").write_text("4711")  # a group with a process in it is not removed; a folder acts it
    groups.tidy()
    assert (old.exists(), other.exists(), full.exists()) == (False, True, True)


def test_the_end_of_a_run_ends_who_is_left(group: Path) -> None:
    groups, left = cgroups.Groups(group), group / f"kata-{os.getpid()}-1"
    left.mkdir()
    groups.close()
    assert (left / "cgroup.kill").read_text() == "1" and left.exists()  # a folder acts it: files are in the way


def test_a_group_that_cannot_be_divided_is_named(group: Path) -> None:
    (group / "cgroup.subtree_control").unlink()
    (group / "cgroup.subtree_control").mkdir()
    with pytest.raises(cgroups.NoGroups, match=r"cannot be divided.*; grade in"):
        cgroups.Groups(group)


TOGETHER = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=2)
def test_upper(submission):
    """shout(text) is in capitals, however often the file is loaded."""
    for run in [submission.reseeded(number) for number in range(4)]:
        expect.equal(run.shout("ab"), "AB", what="shout('ab')")
'''
HOG = "import numpy as np\nheld = np.ones(120_000_000, 'u1')\n\ndef shout(text):\n    return text.upper()\n"


def test_processes_of_one_file_share_what_a_submission_has(walled: None, kit: Path) -> None:
    """Each is within the limit of a process: without a group they have four times as much."""
    if "cgroup" in walls.check():
        pytest.skip("this system gives no control groups: see `kata doctor`")
    (kit / "graders/s01_words/test_shout.py").write_text(TOGETHER)
    for student, text in {"ann": RIGHT["shout"], "hog": HOG, "zoe": RIGHT["shout"]}.items():
        (kit / "class" / student / "s01_words").mkdir(parents=True)
        (kit / "class" / student / "s01_words" / "shout.py").write_text(text)
        (kit / "class" / student / "s01_words" / "count.py").write_text(RIGHT["count"])
    command = [sys.executable, "-m", "keraskata", "grade-class", "class", "--out", "out", "--memory", "300"]
    run = subprocess.run(command, cwd=kit, capture_output=True, text=True, timeout=600)
    found = {name: json.loads((kit / "out/results" / f"{name}.json").read_text()) for name in ("ann", "hog", "zoe")}
    assert run.returncode == 0 and [found[name]["score"] for name in ("ann", "hog", "zoe")] == [5, 3, 5], run
    assert "has ended" in found["hog"]["exercises"][0]["checks"][0]["feedback"]["found"]
