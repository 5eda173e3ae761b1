"""What is handed in is read with a clock and a budget: nothing in it holds anybody else up, or takes their points."""

import json
import os
import resource
import shutil
import signal
import sys
import threading
import time
import zipfile
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from conftest import RIGHT
from test_class import run
from test_hostile import HANDED_IN, KIT, SOLUTION, header, loaded
from test_notebooks import notebook

from keraskata import curriculum
from keraskata.handed_in.folder import Work
from keraskata.handed_in.parts import Part
from keraskata.handed_in.reading import Reader, Reading, read

SECTION, SIGMOID = "s03_binary_classification", "s03_binary_classification/sigmoid"
LIMIT = 90.0  # seconds for a class of one attack and two others, on a machine that is busy with something else
MB = 2**20


def everybody(kit: curriculum.Kit, folder: Path) -> list[Work]:
    """Those in a folder, in the order in which they were read."""
    reading = Reading(kit, folder)
    found: SimpleQueue[Any] = SimpleQueue()
    reading.start(found.put)
    try:
        works = [found.get(timeout=LIMIT) for _ in reading.everyone]
    finally:
        reading.close()
    assert not [work for work in works if isinstance(work, BaseException)]
    assert reading.now == ""
    return works


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="pipes, devices and sparse files")
@pytest.mark.parametrize("path", HANDED_IN, ids=lambda path: path.stem)
def test_who_is_beside_an_attack_is_read_as_ever(path: Path, tmp_path: Path) -> None:
    for student in ("ann", "zoe"):
        (tmp_path / "class" / student).mkdir(parents=True)
        shutil.copy(SOLUTION, tmp_path / "class" / student)
    loaded(path).hand_in(tmp_path / "class" / path.stem / SECTION, SOLUTION)
    before, start = memory(), time.monotonic()
    works = {work.student: work for work in everybody(KIT, tmp_path / "class")}
    assert time.monotonic() - start < LIMIT
    assert memory() - before < 100 * MB
    for student in ("ann", "zoe"):
        assert works[student] == Work(student, {SIGMOID: SOLUTION.read_bytes()}, tasks={SIGMOID: ""})
    attack = works[path.stem]
    assert len(attack.problem) < 2_500 and attack.problem.isprintable()
    if not attack.files:
        assert header(path)["says"] in attack.problem


def slow(folder: Path, **more: str) -> None:
    """A submission that takes longer to read than it may, behind its exercises' own files."""
    folder.mkdir(parents=True, exist_ok=True)
    text = '{"metadata": [' + "[[],[]]," * 2_300_000 + '[]], "nbformat": 4, "cells": []}'
    with zipfile.ZipFile(folder / "aaa.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, code in more.items():
            archive.writestr(f"s01_words/{name}.py", code)
        for number in range(30):
            archive.writestr(f"s01_words/{number}.ipynb", text)


def test_what_takes_long_comes_last_and_what_was_read_of_it_counts(kit: Path) -> None:
    slow(kit / "class", count=RIGHT["count"])
    for number in range(20):
        (kit / "class" / f"bob{number}").mkdir()
        (kit / "class" / f"bob{number}" / "shout.py").write_text(RIGHT["shout"])
    *others, last = everybody(curriculum.load(kit), kit / "class")
    assert [work.problem for work in others] == [""] * 20 and all(work.files for work in others)
    assert (last.student, last.files) == ("aaa", {"s01_words/count": RIGHT["count"].encode()})
    assert "takes too much" in last.problem


def test_the_first_grade_does_not_wait_for_what_takes_long(kit: Path) -> None:
    slow(kit / "class", count=RIGHT["count"])
    (kit / "class" / "bob").mkdir()
    (kit / "class" / "bob" / "shout.py").write_text(RIGHT["shout"])
    ran = run(kit, "--no-walls")
    first, second = [line for line in ran.stdout.splitlines() if line.startswith(("aaa ", "bob "))]
    assert ran.returncode == 1 and first.split() == ["bob", "3/6"]
    assert second.startswith("aaa") and "3/6" in second and "takes too much" in second


def heavy(place: Path, megabytes: int) -> None:
    """A notebook whose every megabyte takes about a tenth of a second to read."""
    place.parent.mkdir(parents=True)
    place.write_text('{"nbformat": 4, "cells": [], "metadata": [' + "[[[[]]]]," * (megabytes * 110_000) + "[]]}")


def test_the_small_are_read_before_the_large_whatever_they_are_called(kit: Path) -> None:
    heavy(kit / "class" / "a_largest" / "notes.ipynb", 18)
    for number in range(4):
        heavy(kit / "class" / f"b_large{number}" / "notes.ipynb", 3)
    (kit / "class" / "m_good").mkdir()
    (kit / "class" / "m_good" / "shout.py").write_text(RIGHT["shout"])
    works = everybody(curriculum.load(kit), kit / "class")
    order = [work.student for work in works]
    assert (order[0], order[-1]) == ("m_good", "a_largest") and works[0].files


@pytest.mark.parametrize("outputs", [{"image/png": "A" * 19_000_000}, {"plotly": [[1, 2, 0.5]] * 1_300_000}])
def test_an_honest_notebook_with_many_megabytes_of_outputs_is_read(kit: Path, outputs: dict[str, Any]) -> None:
    book = json.loads(notebook(RIGHT["shout"]))
    book["cells"][-1]["outputs"] = [{"output_type": "display_data", "data": outputs, "metadata": {}}]
    (kit / "class" / "ann").mkdir(parents=True)
    (kit / "class" / "ann" / "shout.ipynb").write_text(json.dumps(book))
    (work,) = everybody(curriculum.load(kit), kit / "class")
    assert b"upper" in work.files["s01_words/shout"] and not work.problem


def test_a_file_that_grows_while_it_is_read_is_read_so_far_or_named(kit: Path) -> None:
    place = kit / "class" / "ann" / "shout.py"
    place.parent.mkdir(parents=True)
    stop = threading.Event()

    def grow() -> None:
        with place.open("ab", buffering=0) as file:
            while not stop.is_set() and place.stat().st_size < 200 * MB:
                file.write(b"#" * 100_000)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for work in (everybody(curriculum.load(kit), kit / "class")[0] for _ in range(3)):
            assert "larger than 1 MB" in work.problem or len(work.files["s01_words/shout"]) <= 1_000_000
    finally:
        stop.set()
        writer.join()


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process in /proc")
def test_a_process_that_is_lost_is_replaced(kit: Path) -> None:
    (kit / "class" / "ann").mkdir(parents=True)
    (kit / "class" / "ann" / "shout.py").write_text(RIGHT["shout"])
    reader = Reader(curriculum.load(kit))
    try:
        for _ in range(3):
            works = [read(reader, "ann", [Part(kit / "class" / "ann")])[0] for _ in range(2)]
            assert works[-1].files and not works[-1].problem
            for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
                if b"reading_process" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(int(pid), signal.SIGKILL)
    finally:
        reader.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names of files are text")
def test_a_name_in_an_old_encoding_is_read_and_keeps_nobody(kit: Path) -> None:
    for name in (b"J\xfcrg", b"anna"):
        place = kit / "class" / os.fsdecode(name)
        place.mkdir(parents=True)
        (place / "shout.py").write_text(RIGHT["shout"])
    said = run(kit, "--no-walls")
    assert said.returncode == 0 and said.stdout.count("3/6") == 2, said
