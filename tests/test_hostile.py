"""The hostile bank and all solutions, graded as one class: no attack changes what others earn.

Each attack earns what honest code would have. The first lines of a file say what it `tries`, what it `earns` (nothing,
all, or nothing but these checks), words that its feedback `says`, and whether it `uses` all its time. A file prints GOT
where it got what it tried to get.
"""

import contextlib
import ctypes
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pages import sound

from keraskata import curriculum
from keraskata.report.page import page
from keraskata.results import Result

KIT = curriculum.load(Path(__file__).parent.parent)
BANK = Path(__file__).parent / "hostile"
ATTACKS = sorted(path for path in BANK.glob("*/*/*.py"))
HANDED_IN = sorted(BANK.glob("handed_in/*.py"))
SOLUTION = KIT.root / "solutions" / "s03_binary_classification" / "sigmoid.py"
HONEST = ("alice", "zoe")  # the first and the last; each hands in a half of the solutions
CANARY, PORT = "canary-5c1f", 47_811  # the port that escape_tcp calls
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Graded:
    """What the class's runs left: the status, the records by student, and who called the canary sockets."""

    status: int
    records: dict[str, dict[str, Any]]
    callers: list[str]
    left: list[str]


def header(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()[:4]
    return {line[2:].split(":", 1)[0]: line.split(":", 1)[1].strip() for line in lines if line.startswith("# ")}


def loaded(path: Path) -> Any:
    """A file of the bank as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def hand_in(folder: Path, endless: Path) -> None:
    for half, student in enumerate(HONEST):
        for exercise in list(KIT.exercises)[half::2]:
            copy(KIT.root / "solutions" / f"{exercise}.py", folder / student / f"{exercise}.py")
    for path in ATTACKS:
        *_, section, exercise, _ = path.parts
        copy(path, (endless if "uses" in header(path) else folder) / path.stem / section / f"{exercise}.py")
    for path in HANDED_IN:
        loaded(path).hand_in(folder / path.stem / "s03_binary_classification", SOLUTION)


def copy(path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, place)


def grade(folder: Path, name: str, *options: str) -> int:
    """Grade what lies in a folder; return the status."""
    settings = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "KATA_SECRET": CANARY}
    command = [sys.executable, "-m", "keraskata", "grade-class", str(folder / name), "--fresh", "--seed=4711"]
    command += ["--out", str(folder / "out" / name), *options]
    run = subprocess.run(command, cwd=KIT.root, env={**os.environ, **settings}, capture_output=True, timeout=1800)
    print(run.stdout.decode(), run.stderr.decode())
    return run.returncode


@contextlib.contextmanager
def listening(callers: list[str]) -> Iterator[None]:
    """Services of this machine that no code behind walls may reach."""
    with socket.socket() as tcp, socket.socket(socket.AF_UNIX) as abstract:
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tcp.bind(("127.0.0.1", PORT))
        abstract.bind("\0kata-canary")
        for server in (tcp, abstract):
            server.listen()
            server.setblocking(False)
        yield
        for server in (tcp, abstract):
            with contextlib.suppress(BlockingIOError):
                callers.append(str(server.accept()))


def children() -> set[int]:
    found = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return {int(pid) for pid in found if b"keraskata" in Path(f"/proc/{pid}/cmdline").read_bytes()}


@pytest.fixture(scope="module")
def graded(walled: None, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("home", "tmp", "class", "endless"):
        (folder / name).mkdir()
    (folder / "home" / "canary.txt").write_text(CANARY)
    hand_in(folder / "class", folder / "endless")
    Path("/tmp/kata-was-here").unlink(missing_ok=True)
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)  # what a run leaves behind becomes a child of this process
    callers: list[str] = []
    with listening(callers):
        status = grade(folder, "class")
        grade(folder, "endless", "--check-seconds", "6")  # all wait for the limit; honest work has the usual one
    ended = time.monotonic() + 10
    while children() and time.monotonic() < ended:
        time.sleep(0.1)
    left = [Path(f"/proc/{pid}/cmdline").read_text() for pid in children()]
    for pid in children():
        os.kill(pid, signal.SIGKILL)
    left += [str(path) for path in (folder / "tmp").glob("kata-*")]
    left += [str(path) for place in (folder, KIT.root) for path in place.glob("**/kata-was-here*")]
    left += ["/tmp/kata-was-here"] if Path("/tmp/kata-was-here").exists() else []
    records = [json.loads(path.read_text()) for path in (folder / "out").glob("*/results/*.json")]
    return Graded(status, {record["submission"]["student"]: record for record in records}, callers, left)


def test_everybody_is_graded(graded: Graded) -> None:
    assert graded.status == 1  # some with problems
    assert graded.records.keys() == {*HONEST, *(path.stem for path in ATTACKS + HANDED_IN)}


@pytest.fixture(scope="module")
def solutions(graded: Graded) -> dict[str, Result]:
    """The results of the solutions by exercise."""
    halves = [graded.records[student]["exercises"][half::2] for half, student in enumerate(HONEST)]
    return {each["id"]: Result.from_dict(each) for half in halves for each in half}


def test_every_solution_passes_beside_them(solutions: dict[str, Result]) -> None:
    """Behind walls there are no network, no home and few system calls, on which each backend has its own ideas."""
    assert solutions.keys() == KIT.exercises.keys()
    failed = [check for result in solutions.values() for check in result.checks if check.outcome != "passed"]
    assert not failed


def test_the_page_of_the_whole_kit_stays_small(solutions: dict[str, Result]) -> None:
    text = page(KIT, solutions)
    titles = " ".join(sound(text).texts("figcaption"))
    assert len(text.encode()) < 500_000
    shown = "two activations|batch normalization|what comes back|noise taken away|filters|what the network reads"
    for words in f"{shown}|What comes next|plot_loss draws|plot_training draws|plot_pairs draws".split("|"):
        assert words in titles, words
    assert "band of right answers" in titles


def test_nobody_called_out_and_nothing_is_left_behind(graded: Graded) -> None:
    assert (graded.callers, graded.left) == ([], [])


@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path.stem)
def test_attack(graded: Graded, path: Path) -> None:
    expected, record = header(path), graded.records[path.stem]
    name = f"{path.parent.parent.name}/{path.parent.name}"
    found = next(exercise for exercise in record["exercises"] if exercise["id"] == name)
    passed = {check["id"] for check in found["checks"] if check["outcome"] == "passed"}
    assert not [line for check in found["checks"] for line in check["printed"] if "GOT" in line]
    kind, _, listed = expected["earns"].partition("nothing but")
    if kind == "all":
        assert found["points"] == found["max_points"], found
    else:
        assert kind in ("", "nothing")
        assert passed <= {check.strip() for check in listed.split(",")}, found
        said = " ".join(str(check["feedback"]) for check in found["checks"])
        assert expected["says"] and expected["says"] in said, said[:3_000]
    assert sum(exercise["points"] for exercise in record["exercises"]) == found["points"]
    assert len(json.dumps(found)) < 200_000


@pytest.mark.parametrize("path", HANDED_IN, ids=lambda path: path.stem)
def test_what_was_handed_in(graded: Graded, path: Path) -> None:
    record = graded.records[path.stem]
    assert record["score"] == 0
    assert header(path)["says"] in record["submission"]["problem"]


def test_every_attack_is_in_the_table() -> None:
    table = (KIT.root / "docs" / "hostile-bank.md").read_text(encoding="utf-8")
    files = [*ATTACKS, *HANDED_IN, *(BANK / "notebooks").glob("*.py")]
    assert not [path.stem for path in files if f"| `{path.stem}` | {header(path)['tries']} |" not in table]
    assert len(files) >= 60
