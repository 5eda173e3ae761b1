"""Control groups: what is written where, in a folder that acts as a group; real ones are tried where there are some."""

import os
from pathlib import Path
from typing import Any

import pytest

from keraskata.subject import cgroups
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


def test_nobody_stays_in_a_group_that_is_divided(group: Path) -> None:
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
        os.mkdir(folder)
    (full / "cgroup.procs").write_text("4711")  # a group with a process in it is not removed; a folder acts it
    groups.tidy()
    assert (old.exists(), other.exists(), full.exists()) == (False, True, True)


def test_a_group_that_cannot_be_divided_is_named(group: Path) -> None:
    (group / "cgroup.subtree_control").unlink()
    (group / "cgroup.subtree_control").mkdir()
    with pytest.raises(cgroups.NoGroups, match="cannot be divided.*; grade in"):
        cgroups.Groups(group)
