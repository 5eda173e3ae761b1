"""Untrusted input costs the judge little time and memory."""

import os
import time
from pathlib import Path

import msgpack
import numpy as np
import pytest
from conftest import RIGHT

from keraskata import curriculum
from keraskata.boundary import codec
from keraskata.boundary.bounds import MAX_BYTES
from keraskata.boundary.errors import NotAValue
from keraskata.expect import number
from keraskata.grading.run import grade
from keraskata.judges import process
from keraskata.judges.client import Judge, Judges, JudgeSettings, Task
from keraskata.subject import system
from keraskata.terms import Terms

LONG = {
    "blank lines": "\n" * 900_000,
    "semicolons": ";" * 900_000,
    "spaces": " " * 900_000,
    "imports": "import " * 120_000,
    "quotes": "'\"" * 400_000,
    "words": "a" * 900_000,
    "brackets": "fit(,,,," * 100_000,
}

KEEPS = """
import os, pathlib
kept = []
def note(answer):
    kept.append(answer)
    with open({sizes!r}, "a") as file:
        print(os.getpid(), pathlib.Path("/proc/self/statm").read_text().split()[1], file=file)
    return answer
"""


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_text_of_any_form_is_read_in_no_time(kit: Path, text: str) -> None:
    found = curriculum.load(kit)
    (kit / "answer.py").write_text(f"{RIGHT['shout']}\n{text}\n")
    begin = time.process_time()
    (result,) = grade(found, [(found.exercises["s01_words/shout"], kit / "answer.py")], fresh=True)
    assert result.checks and time.process_time() - begin < 5


@pytest.mark.parametrize(
    "value", ["x" * 50_000_000, b"x" * 50_000_000, {"x" * 50_000_000: 1}, ["x" * 50_000_000] * 9, 10**4000]
)
def test_an_answer_of_any_size_is_told_in_few_words(value: object) -> None:
    begin = time.process_time()
    assert len(number(value)) < 50_000 and time.process_time() - begin < 1


@pytest.mark.parametrize("value", ["x" * 30_000_000, ["\U0001f600" * 10_000_000], {"x" * 30_000_000: 1}])
def test_a_text_of_megabytes_does_not_cross(value: object) -> None:
    with pytest.raises(NotAValue, match=r"a text of \d0 MB; 20 MB is the most"):
        codec.decode(codec.encode(value))


@pytest.mark.parametrize("value", ["\ud800", {"a\udce9": 1}, ["\udfff"]])
def test_half_a_character_does_not_cross(value: object) -> None:
    with pytest.raises(NotAValue, match="half a character"):
        codec.encode(value)


@pytest.mark.skipif(not system.can_fork(), reason="judges are forked here")
def test_what_one_submission_left_in_memory_the_next_does_not_find(kit: Path, tmp_path: Path) -> None:
    grader, sizes = kit / "graders/s01_words/test_shout.py", tmp_path / "sizes"
    asked = grader.read_text().replace('submission.shout("ab")', 'note(submission.shout("ab"))')
    grader.write_text(KEEPS.format(sizes=str(sizes)) + asked.replace("timeout(2)", "timeout(60)"))
    judges = Judges(JudgeSettings(str(kit), Terms("warm", refusing=True)))
    judge_ = Judge(judges)
    try:
        large = "import numpy\ndef shout(text):\n    return numpy.zeros(10_000_000) + len(text)\n"
        for text in [RIGHT["shout"], *(large + "\n" * number for number in range(5)), RIGHT["shout"] + "\n"]:
            judge_.grade(Task({"s01_words/shout": text.encode()}))
    finally:
        judge_.close()
        judges.close()
    found = [tuple(map(int, line.split())) for line in sizes.read_text().splitlines()]
    page = os.sysconf("SC_PAGE_SIZE")
    first, last = found[0], found[-1]
    assert first[0] != last[0] and (last[1] - first[1]) * page < 100 * 2**20, found
    assert max(size for _, size in found) * page < first[1] * page + process._GROWN + 2 * MAX_BYTES


@pytest.mark.parametrize("shape", [(0, 2**60), (2**60, 0), (3, 0, 2**40, 2**20)])
def test_no_length_of_an_array_without_a_number_is_immense(shape: tuple[int, ...]) -> None:
    with pytest.raises(NotAValue, match="no length of it can be so large"):
        codec.encode(np.empty(shape, "int8"))
    sent = {"": "array", "dtype": "|i1", "shape": shape, "data": b"", "by_columns": False, "scalar": False}
    for forged in (sent, {"": "objects", "shape": shape, "items": []}):
        with pytest.raises(NotAValue):
            codec.decode(msgpack.packb(forged))
    assert codec.decode(codec.encode(np.empty((0, 300)))).shape == (0, 300)


@pytest.mark.parametrize("dtype", ["<U0", "|S0"])
def test_texts_without_letters_take_no_room_that_was_not_sent(dtype: str) -> None:
    sent = {"": "array", "dtype": dtype, "shape": [50_000_000], "data": b"", "by_columns": False, "scalar": False}
    with pytest.raises(NotAValue):
        codec.decode(msgpack.packb(sent))
