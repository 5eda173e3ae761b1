"""`kata check` names everything that an author has left undone."""

from pathlib import Path

import pytest
from conftest import SECTION
from test_engine import run


def check(kit: Path) -> str:
    return run(kit, "keraskata", "check").stdout


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("exercises/s01_words/shout.py", "def shout(text):\n    return text.upper()\n", "the stub passes every check"),
        ("solutions/s01_words/shout.py", "def shout(text):\n    return text\n", "the solution fails test_upper"),
        (
            "solutions/s01_words/shout.py",
            "def shout(word):\n    return word.upper()\n",
            "the signature of shout differs",
        ),
        ("solutions/s01_words/shout.py", "shout = str.upper\n", "does not open with the task"),
        ("exercises/s01_words/shout.py", '"""Whisper."""\n', "another task than solutions/s01_words/shout.py"),
        ("exercises/s01_words/whisper.py", "", "a stray file"),
    ],
)
def test_it_names_the_problem(kit: Path, file: str, text: str, words: str) -> None:
    (kit / file).write_text(text)
    assert words in check(kit)


def test_it_names_what_is_missing(kit: Path) -> None:
    grader = kit / "graders/s01_words/test_count.py"
    grader.write_text(grader.read_text().replace('hint="split"', 'hint=" "'))
    (kit / "exercises/s01_words/shout.py").unlink()
    said = check(kit)
    assert "test_words has an empty hint" in said and "1 check; 2 are the least" in said
    assert "exercises/s01_words/shout.py is missing" in said and "0 right and 0 wrong answers" in said


def test_it_names_defects_without_an_exercise_and_a_table_that_drifted(kit: Path) -> None:
    defect = '[D01]\nsection = "s01"\nkind = ["slip"]\ndefect = "a | b"\nright = "names"\n'
    (kit / "curriculum/defects.toml").write_text(defect + defect.replace("D01", "D02"))
    manifest = kit / SECTION
    manifest.write_text(manifest.read_text().replace('title = "Shout"\n', 'title = "Shout"\ndefects = ["D01"]\n'))
    (kit / "docs").mkdir()
    said = check(kit)
    assert "D02: no exercise puts it right" in said and "D01: no" not in said
    assert "docs/coverage.md: not what `kata coverage` makes" in said
    run(kit, "keraskata", "coverage")
    assert "docs/coverage.md" not in check(kit)
    assert "a \\| b (D01, slip) | names |" in (kit / "docs/coverage.md").read_text()


def test_this_kit_is_whole() -> None:
    ran = run(Path(__file__).parent.parent, "keraskata", "check", timeout=900)  # 46 solutions and 46 stubs
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout == "The kit is whole.\n"


def test_a_broken_grader_is_named(kit: Path) -> None:
    (kit / "graders/s01_words/test_count.py").write_text("import pytest\n\ndef test_words(submission):\n    1 / 0\n")
    ran = run(kit, "keraskata", "check")
    assert ran.returncode == 2
    assert "ZeroDivisionError" in ran.stderr and "keraskata/cli/main.py" not in ran.stderr
    screen = run(kit, "pytest", "exercises").stdout
    assert "ZeroDivisionError" in screen and "1 / 0" in screen and "shout" in screen
