"""`kata check` names everything that an author has left undone."""

import re
from pathlib import Path

import pytest
from conftest import SECTION
from test_engine import run

from keraskata import curriculum


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
    defect = '[D01]\nsection = "s01"\nkind = ["slip"]\ndefect = "a | b"\nright = "names"\nungraded = "it works"\n'
    (kit / "curriculum/defects.toml").write_text(defect + defect.replace("D01", "D02"))
    manifest = kit / SECTION
    manifest.write_text(manifest.read_text().replace('title = "Shout"\n', 'title = "Shout"\ndefects = ["D01"]\n'))
    (kit / "docs").mkdir()
    said = check(kit)
    assert "D02: no exercise corrects it" in said and "D01: no" not in said
    assert "docs/coverage.md: not what `kata coverage` makes" in said
    run(kit, "keraskata", "coverage")
    assert "docs/coverage.md" not in check(kit)
    assert "a \\| b (D01, slip; not graded: it works) | names |" in (kit / "docs/coverage.md").read_text()


def test_a_file_that_is_no_sections_is_named(kit: Path) -> None:
    (kit / "curriculum/words.toml").write_text("")
    assert "curriculum/words.toml: a stray file; the file of a section is named like s01_words.toml" in check(kit)


def test_every_line_says_what_to_do(kit: Path) -> None:
    lines = [line for line in check(kit).splitlines() if not line.endswith("problems.")]
    assert len(lines) > 3 and all("; " in line or ": `kata" in line for line in lines), lines


def new(folder: Path, name: str) -> str:
    ran = run(folder, "keraskata", "new", name)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_what_is_begun_is_an_exercise_and_its_marks_are_all_that_is_left(tmp_path: Path) -> None:
    """The templates hold as they are: the solution passes, the stub does not, the answers are judged as they say."""
    said = new(tmp_path, "s01_words/vowels")
    assert "exercises/s01_words/vowels.py: the stub" in said and "Next: kata check" in said
    run(tmp_path, "keraskata", "stubs")
    *left, _ = run(tmp_path, "keraskata", "check", "--answers").stdout.splitlines()
    marked = [line for line in left if re.search(r", line \d+: fill in \w", line)]
    bank = "1 right and 1 wrong answers; 3 and 6 are the least: write more in tests/answers/s01_words/vowels/"
    assert [line for line in left if line not in marked and bank not in line] == []
    texts = [path for path in tmp_path.rglob("*.*") if path.suffix in (".py", ".toml")]
    files = [path for path in texts if "FILL IN: " in path.read_text()]
    assert {line.split(",")[0] for line in marked} == {path.relative_to(tmp_path).as_posix() for path in files}
    assert len(files) == 6 and len(marked) == sum(path.read_text().count("FILL IN: ") for path in files)


def test_the_next_exercise_and_the_next_section_join_what_is_there(kit: Path) -> None:
    before = {path: path.read_bytes() for path in kit.rglob("*") if path.is_file()}
    new(kit, "s01_words/whisper")
    new(kit, "s02_more/tally")
    kept = {path: path.read_bytes() for path in before}
    assert kept.pop(kit / SECTION).startswith(before.pop(kit / SECTION)) and kept == before
    assert list(curriculum.load(kit).exercises) == [
        "s01_words/shout",
        "s01_words/count",
        "s01_words/whisper",
        "s02_more/tally",
    ]


@pytest.mark.parametrize("name", ["s1/x", "words/x", "s01_words", "s01_words/", "s01_words/X y", "s01_words/class"])
def test_a_name_that_is_none_is_told_what_a_name_is(kit: Path, name: str) -> None:
    refused(kit, name, "An exercise is named SECTION/EXERCISE, such as s01_words/count_vowels")


def test_nothing_is_overwritten(kit: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    refused(kit, "s01_words/shout", "is there already")
    refused(kit, "s01_other/x", "s01_words has that number")
    (kit / "solutions/s01_words/whisper.py").write_text("# mine\n")
    refused(kit, "s01_words/whisper", "whisper.py is there already, and nothing is overwritten")
    other = tmp_path_factory.mktemp("other")
    (other / "letters.txt").write_text("mine")
    refused(other, "s01_words/x", "in an empty folder")


def refused(folder: Path, name: str, words: str) -> None:
    before = sorted(folder.rglob("*"))
    ran = run(folder, "keraskata", "new", name)
    assert ran.returncode == 2 and words in ran.stderr and "Traceback" not in ran.stderr, ran.stderr
    assert sorted(folder.rglob("*")) == before


TABLE = """
import pytest
from keraskata import expect

CASES = expect.mistakes(
    lower=("these are small letters", str.lower),
    smaller=("smaller letters", lambda text: text.lower()),
    same=("these are large letters", str.upper),
    title=("only the first letter is large", str.title),
    otherwise="look at the letters",
)

@pytest.mark.check(points=3, hint="upper")
def test_upper(submission):
    \"\"\"shout(text) is in capitals.\"\"\"
    expect.agrees(submission.shout, str.upper, examples=["ab"], likely=CASES)
"""


def test_rows_that_no_answer_meets_or_that_can_never_speak_are_named(kit: Path) -> None:
    (kit / "graders/s01_words/test_shout.py").write_text(TABLE)
    bank = kit / "tests/answers/s01_words/shout"
    bank.mkdir(parents=True)
    for name, row, answer in (("lower", "CASES.lower", "text.lower()"), ("other", "CASES.title", "text[::-1]")):
        lines = f"# fails: test_upper\n# diagnosis: {row}\ndef shout(text):\n    return {answer}\n"
        (bank / f"wrong_{name}.py").write_text(lines)
    said = run(kit, "keraskata", "check", "--answers").stdout
    assert "s01_words/shout: wrong answers named 2 by a row of their own, 0 by `otherwise`, 0 by none" in said
    assert "CASES.smaller can never speak: on the inputs of its check it gives what CASES.lower gives" in said
    assert "CASES.same can never speak: on the inputs of its check it gives what the right answer gives" in said
    assert "no answer meets CASES.smaller" in said and "no answer meets CASES.lower" not in said
    assert "wrong_other.py: the cause should be CASES.title, and is CASES.otherwise" in said
    assert "CASES.title can never" not in said


def test_one_exercise_is_checked_without_grading_the_others(kit: Path) -> None:
    (kit / "graders/s01_words/test_count.py").write_text("import pytest\n\ndef test_words(submission):\n    1 / 0\n")
    ran = run(kit, "keraskata", "check", "shout", "--answers")
    assert ran.returncode == 1 and "s01_words/shout: 0 right and 0 wrong answers" in ran.stdout
    unknown = run(kit, "keraskata", "check", "shuot")
    assert unknown.returncode == 2 and "Did you mean s01_words/shout?" in unknown.stderr


def test_a_broken_grader_is_named(kit: Path) -> None:
    (kit / "graders/s01_words/test_count.py").write_text("import pytest\n\ndef test_words(submission):\n    1 / 0\n")
    ran = run(kit, "keraskata", "check")
    assert ran.returncode == 2
    assert "ZeroDivisionError" in ran.stderr and "keraskata/cli/main.py" not in ran.stderr
    screen = run(kit, "pytest", "exercises").stdout
    assert "ZeroDivisionError" in screen and "1 / 0" in screen and "shout" in screen
