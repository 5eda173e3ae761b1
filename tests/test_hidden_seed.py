"""The seed of grading for others: what a submission sees of it does not tell the instructor's."""

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from keraskata import curriculum
from keraskata.classes.grade import ClassRun
from keraskata.judges.client import Judge, Judges, JudgeSettings, Task
from keraskata.judges.hidden_seed import hidden
from keraskata.terms import Terms

SEEN = """
import random
AT_LOADING = random.getrandbits(32)
def shout(text):
    print("drew", AT_LOADING, random.getrandbits(32))
    return text.upper()
"""
ANOTHER = """
import pathlib, sys
from keraskata import curriculum
from keraskata.judges import hidden_seed
print(hidden_seed.hidden(curriculum.load(pathlib.Path(sys.argv[1])), 4711))
"""


def drawn(kit: Path, *seeds: int) -> list[str]:
    """What the code of a submission draws where it is graded for others, under each of these seeds."""
    settings = JudgeSettings(str(kit), Terms("warm"))
    orders = [ClassRun(curriculum.load(kit), settings, [], seed) for seed in seeds]
    judges = Judges(settings)
    judge = Judge(judges)
    try:
        tasks = [Task({"s01_words/shout": SEEN.encode()}, order.hidden_seed, fresh=True) for order in orders]
        results = [judge.grade(task).results[0] for task in tasks]
    finally:
        judge.close()
        judges.close()
    assert all(result.done for result in results), results
    return [result.checks[0].printed[0] for result in results]


def by_trying(seed: int, name: str = "") -> int:
    import random

    derived = hashlib.sha256(f"{seed}/s01_words/shout/{name}".encode()).digest()[:4]
    return random.Random(int.from_bytes(derived)).getrandbits(32)


def test_what_is_drawn_tells_no_seed_but_the_one_that_everybody_knows(kit: Path) -> None:
    known, found, again, other = drawn(kit, 0, 4711, 4711, 4712)
    assert known == f"drew {by_trying(0)} {by_trying(0, 'shout')}"
    assert found == again != other
    numbers = found.split()[1:]
    assert not {str(by_trying(seed, name)) for seed in range(20_000) for name in ("", "shout")} & set(numbers)


def test_the_same_kit_has_the_same_numbers_in_another_process_and_another_kit_has_others(kit: Path) -> None:
    loaded = curriculum.load(kit)
    command = [sys.executable, "-c", ANOTHER, str(kit)]
    again = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert int(again) == hidden(loaded, 4711) != hidden(loaded, 4712)
    (kit / ".kata/secret").unlink()
    assert int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) != int(again)


@pytest.mark.skipif(os.name == "nt", reason="this system has no such modes")
def test_nobody_else_reads_the_secret(kit: Path) -> None:
    hidden(curriculum.load(kit), 1)
    assert stat.S_IMODE((kit / ".kata/secret").stat().st_mode) == 0o600


def test_where_none_can_be_kept_a_run_has_its_own(kit: Path) -> None:
    (kit / ".kata").write_text("in the way")
    loaded = curriculum.load(kit)
    assert hidden(loaded, 0) == 0 != hidden(loaded, 7) == hidden(loaded, 7)
