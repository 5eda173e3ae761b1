"""Hints, reset and solution, through their commands; and the real kit's hints, as a person would read them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import MANIFEST, RIGHT, SECTION, STUB, give_hints
from test_engine import run

from keraskata.curriculum import STEPS, load
from keraskata.learner import memory

SHOUT, COUNT = "s01_words/shout", "s01_words/count"
SHOUT_HINTS = """\
nudge = "How does one shout?"
idea = '''
In capitals, and
so does a text.'''
nearly = '''
One way is:

    return text.  ...()'''
"""
COUNT_HINTS = """\
nudge = "What parts words?"
idea = "White space does."
nearly = "len(...)"
"""
REAL = load(Path(__file__).parent.parent)


def kata(kit: Path, *command: str) -> str:
    ran = run(kit, "keraskata", *command)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def git(folder: Path, *command: str) -> str:
    who = ["-c", "user.name=me", "-c", "user.email=me@localhost"]
    ran = subprocess.run(["git", *who, *command], cwd=folder, capture_output=True, text=True, check=True)
    return ran.stdout


def answer(kit: Path, name: str, text: str) -> Path:
    place = kit / "exercises" / f"{name}.py"
    place.write_text(text)
    return place


@pytest.fixture
def whole(kit: Path) -> Path:
    """The tiny kit with hints, and with its stubs listed."""
    give_hints(kit, "shout", SHOUT_HINTS)
    give_hints(kit, "count", COUNT_HINTS)
    kata(kit, "stubs")
    return kit


def test_each_call_shows_one_hint_more_and_then_all_three(whole: Path) -> None:
    said = [kata(whole, "hint", SHOUT) for _ in range(5)]
    assert "hint 1 of 3, a nudge" in said[0] and "  How does one shout?\n" in said[0]
    assert f"The next hint: kata hint {SHOUT}" in said[0] and "capitals" not in said[0]
    assert "hint 2 of 3, the idea" in said[1] and "  In capitals, and so does a text.\n" in said[1]
    assert "hint 3 of 3, nearly the code" in said[2] and "\n      return text.  ...()\n" in said[2]
    assert "There are no more" in said[2] and "How does" not in said[2]
    assert said[3] == said[4] and all(words in said[3] for words in ("1 of 3", "2 of 3", "3 of 3"))
    assert "hint 1 of 3" in kata(whole, "hint", COUNT)  # each exercise has its own count


def test_a_hint_is_for_the_first_open_exercise_where_none_is_named(whole: Path) -> None:
    assert "s01_words/shout: hint 1" in kata(whole, "hint")
    answer(whole, SHOUT, RIGHT["shout"])
    run(whole, "pytest", "exercises")
    assert "s01_words/count: hint 1" in kata(whole, "hint")


@pytest.mark.parametrize("name", ["s01", "s01_words", "exercises/s01_words/", "exercises/s01_words/shout.py", "shout"])
def test_a_hint_takes_a_section_a_path_and_a_short_name(whole: Path, name: str) -> None:
    assert "s01_words/shout: hint 1" in kata(whole, "hint", name)


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", "null", '{"hints": 3}', '{"hints": {"s01_words/shout": "x"}}', "\0"]
)
def test_a_damaged_memory_is_none(whole: Path, damaged: str) -> None:
    kata(whole, "hint", SHOUT)
    (whole / ".kata" / "learner.json").write_text(damaged)
    assert "hint 1 of 3" in kata(whole, "hint", SHOUT) and "hint 2 of 3" in kata(whole, "hint", SHOUT)


def test_a_kit_without_hints_says_so(kit: Path) -> None:
    ran = run(kit, "keraskata", "hint")
    assert ran.returncode == 2 and ran.stderr == "kata: This kit has no hints for s01_words/shout.\n"
    assert "Did you mean s01_words/shout" in run(kit, "keraskata", "hint", "s01_words/shot").stderr


@pytest.mark.parametrize(
    "text", ["[exercise.hints", "hints = 1", "hints = 'x'", "[exercise.hints]\nidea=1", "[exercise.hints.idea]"]
)
def test_hints_that_cannot_be_read_are_said(kit: Path, text: str) -> None:
    with (kit / SECTION).open("a") as file:
        file.write(text)
    ran = run(kit, "keraskata", "hint")
    assert ran.returncode == 2 and SECTION in ran.stderr and "Traceback" not in ran.stderr


def test_reset_brings_the_stub_back_and_keeps_every_file(whole: Path) -> None:
    place = answer(whole, SHOUT, "# first\n")
    said = kata(whole, "reset", SHOUT)
    assert "shout.py is the stub again" in said and "shout.py.1" in said
    assert place.read_text() == STUB.format(name="shout")
    assert "is the stub already" in kata(whole, "reset", SHOUT)
    answer(whole, SHOUT, "# second\n")
    kata(whole, "reset", SHOUT)
    kept = {path.name: path.read_text() for path in place.parent.iterdir() if path.name.startswith("shout")}
    assert kept == {"shout.py": STUB.format(name="shout"), "shout.py.1": "# first\n", "shout.py.2": "# second\n"}
    place.unlink()
    assert "kept" not in kata(whole, "reset", SHOUT) and place.read_text() == STUB.format(name="shout")


def test_what_reset_keeps_is_no_exercise_and_no_stray_file(whole: Path) -> None:
    before = run(whole, "pytest", "exercises").stdout
    answer(whole, SHOUT, RIGHT["shout"])
    kata(whole, "reset", SHOUT)
    assert run(whole, "pytest", "exercises").stdout == before
    assert "stray" not in run(whole, "keraskata", "check").stdout


@pytest.mark.parametrize("damage", [Path.unlink, lambda place: place.write_bytes(b"<<<<<<< mine")])
def test_without_the_list_reset_changes_nothing(whole: Path, damage) -> None:
    place = answer(whole, SHOUT, "# mine\n")
    damage(whole / "stubs.toml")
    ran = run(whole, "keraskata", "reset", SHOUT)
    assert ran.returncode == 2 and "stubs.toml" in ran.stderr and "Traceback" not in ran.stderr
    assert place.read_text() == "# mine\n" and not place.with_name("shout.py.1").exists()


def test_the_list_is_the_same_for_the_same_stubs(whole: Path) -> None:
    before = (whole / "stubs.toml").read_bytes()
    place = whole / "exercises" / f"{SHOUT}.py"
    place.write_bytes(place.read_bytes().replace(b"\n", b"\r\n"))  # as git makes it on Windows
    assert "is the stub already" in kata(whole, "reset", SHOUT)
    kata(whole, "stubs")
    assert (whole / "stubs.toml").read_bytes() == before


def test_any_command_keeps_the_stubs_before_a_learner_begins(whole: Path) -> None:
    for first in (["keraskata", "list"], ["pytest", "exercises"]):
        shutil.rmtree(whole / ".kata")
        answer(whole, SHOUT, STUB.format(name="shout"))
        run(whole, *first)
        answer(whole, SHOUT, "# mine\n")
        kata(whole, "list")  # what a learner wrote is no stub
        assert "is the stub again" in kata(whole, "reset", SHOUT)


def test_a_stub_that_was_never_kept_is_in_git_or_is_said_to_be_lost(whole: Path) -> None:
    shutil.rmtree(whole / ".kata")
    answer(whole, SHOUT, "# mine\n")
    ran = run(whole, "keraskata", "reset", SHOUT)
    assert ran.returncode == 2 and "take it from a new copy" in ran.stderr
    assert (whole / "exercises" / f"{SHOUT}.py").read_text() == "# mine\n"
    for content in (STUB.format(name="shout"), "# mine\n"):
        answer(whole, SHOUT, content)
        git(whole, "init", "-q")
        git(whole, "add", "-A")
        git(whole, "commit", "-q", "-m", "x")
    shutil.rmtree(whole / ".kata", ignore_errors=True)
    assert "is the stub again" in kata(whole, "reset", SHOUT)


def test_a_damaged_copy_of_a_stub_is_none(whole: Path) -> None:
    answer(whole, SHOUT, "# mine\n")
    for kept in (whole / ".kata" / "stubs").iterdir():
        kept.write_text("# damaged\n")
    assert run(whole, "keraskata", "reset", SHOUT).returncode == 2


def test_what_is_missing_comes_back_and_is_said(whole: Path) -> None:
    place = whole / "exercises" / f"{SHOUT}.py"
    place.unlink()
    assert "is the stub again." in kata(whole, "reset", SHOUT) and place.is_file()


def test_a_course_may_keep_its_solutions(whole: Path) -> None:
    """All else that learners use works, the task is that of the stub, and nothing is remembered as given up."""
    stub = f'"""Make a text loud.\n\n    Use "upper".\n"""\n{STUB.format(name="shout")}'
    answer(whole, "s01_words/shout", stub)
    kata(whole, "stubs")
    shutil.rmtree(whole / "solutions")
    answer(whole, "s01_words/shout", RIGHT["shout"])
    for options in ([], ["--give-up"]):
        ran = run(whole, "keraskata", "solution", SHOUT, *options)
        assert ran.returncode == 2 and "keeps its solutions: ask your instructor" in ran.stderr
    assert run(whole, "pytest", f"exercises/{SHOUT}.py").returncode == 0
    assert "✓ shout" in kata(whole, "list") and not memory.load(load(whole)).given_up
    assert "hint 1 of 3" in kata(whole, "hint", SHOUT)
    kata(whole, "report", "--no-open")
    kata(whole, "notebooks", "learner", "notes")
    told = (whole / f"notes/{SHOUT}.ipynb").read_text()
    assert "Make a text loud." in told and "# hint(" in told and "# solution(" not in told and "give_up" not in told
    assert "shout.py.1" in kata(whole, "reset", SHOUT)
    refused = run(whole, "keraskata", "notebooks", "build", "course")
    assert refused.returncode == 2 and "solutions" in refused.stderr and not (whole / "course").exists()


def test_the_solution_waits_for_a_pass(whole: Path) -> None:
    ran = run(whole, "keraskata", "solution", SHOUT)
    assert ran.returncode == 1 and "return text.upper()" not in ran.stdout
    assert "not graded as it is now" in ran.stdout and f"kata solution {SHOUT} --give-up" in ran.stdout
    answer(whole, SHOUT, 'def shout(text):\n    return text.upper() or "X"\n')
    run(whole, "pytest", "exercises")
    ran = run(whole, "keraskata", "solution", SHOUT)
    assert ran.returncode == 1 and "2 of 3 points" in ran.stdout
    answer(whole, SHOUT, "def shout(text):\n    return str.upper(text)\n")
    assert run(whole, "keraskata", "solution", SHOUT).returncode == 1  # changed since
    run(whole, "pytest", "exercises")
    assert "+     return text.upper()" in kata(whole, "solution", SHOUT)
    kata(whole, "solution", SHOUT, "--give-up")  # nothing is given up here
    assert "given up" not in kata(whole, "list")


def test_giving_up_is_remembered(whole: Path) -> None:
    assert "return text.upper()" in kata(whole, "solution", SHOUT, "--give-up")
    assert "return text.upper()" in kata(whole, "solution", SHOUT)
    kata(whole, "hint", COUNT)  # what is remembered of hints leaves it be
    listed = kata(whole, "list").splitlines()
    assert [row.split()[1] for row in listed if "(given up)" in row] == ["shout"]
    assert run(whole, "keraskata", "solution", COUNT).returncode == 1


def test_the_difference_is_side_by_side_where_there_is_room(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(whole, SHOUT, "def shout(text):\n    return '\x1b[2J[bold]'\n")
    monkeypatch.setenv("COLUMNS", "80")
    rows = [row.rstrip() for row in kata(whole, "solution", SHOUT, "--give-up").splitlines()]
    assert rows[3:] == ["  def shout(text):", "-     return '\\x1b[2J[bold]'", "+     return text.upper()"]
    monkeypatch.setenv("COLUMNS", "140")
    rows = kata(whole, "solution", SHOUT).splitlines()
    assert re.fullmatch(r" *- yours +\+ the reference *", rows[0])
    assert re.fullmatch(r" *def shout\(text\): +def shout\(text\): *", rows[1])
    assert re.fullmatch(r" *-     return '\\x1b\[2J\[bold\]' +\+     return text.upper\(\) *", rows[2])


def test_a_check_names_missing_hints_and_stubs_that_drifted(whole: Path) -> None:
    place = whole / SECTION
    place.write_text(place.read_text().replace('"White space does."', '" "'))
    answer(whole, SHOUT, "# another\n")
    said = run(whole, "keraskata", "check").stdout
    assert f"s01_words/count: its hints in {SECTION} have no idea; write it\n" in said and "no nudge" not in said
    assert "shout.py: not the stub in stubs.toml" in said and "count.py: not the stub" not in said
    (whole / "stubs.toml").unlink()
    place.write_text(MANIFEST)
    said = run(whole, "keraskata", "check").stdout
    assert "stubs.toml is missing" in said and "hints" not in said


@pytest.mark.parametrize("name", REAL.exercises)
def test_every_exercise_has_three_hints_of_a_sane_length(name: str) -> None:
    nudge, idea, nearly = hints = REAL.hints[name]
    assert len(STEPS) == len(set(hints)) == 3
    assert 1 <= len(re.findall(r"[.?](?=\s|$)", nudge)) <= 2 and 40 < len(nudge) < 240
    assert 80 < len(idea) < 560 and 30 < len(nearly) < 900
    assert not re.search(r"!(?![=r])", "".join(hints))
    assert max(map(len, nearly.splitlines())) <= 78  # with its margin it fits a terminal


@pytest.mark.parametrize("name", REAL.exercises)
def test_nearly_the_code_is_not_all_of_it(name: str) -> None:
    """Something of what the solution adds to the stub is still to be found, and the hint marks where."""
    exercise = REAL.exercises[name]
    nearly = REAL.hints[name][2]
    solution, stub = (_lines(place.read_text()) for place in (REAL.solution(exercise), REAL.stub(exercise)))
    assert solution - stub - _lines(nearly)
    assert "..." in nearly


def _lines(text: str) -> set[str]:
    return {"".join(line.split()) for line in text.splitlines()}
