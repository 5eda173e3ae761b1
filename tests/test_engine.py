"""The engine through its doors: pytest's screen, `kata grade`, and what it says of every kind of bad input."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from asking import pytest_in
from conftest import RIGHT, SECTION
from typer.main import get_command
from typer.testing import CliRunner

from keraskata.cli.main import app
from keraskata.curriculum import CurriculumError, load

SCHEMA = json.loads((Path(__file__).parent.parent / "docs" / "result.schema.json").read_text())


def run(kit: Path, *command: str, timeout: float = 120) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=kit, capture_output=True, text=True, env=environment, timeout=timeout
    )


def grade_shout(kit: Path, source: bytes | str) -> dict:
    """The JSON verdict of `kata grade` on the tiny kit, with `source` as the first exercise."""
    place = kit / "exercises" / "s01_words" / "shout.py"
    place.write_bytes(source if isinstance(source, bytes) else source.encode())
    ran = run(kit, "keraskata", "grade", "exercises", "--json", "-")
    assert ran.stdout, ran.stderr
    result = json.loads(ran.stdout)
    jsonschema.validate(result, SCHEMA)
    return result


def test_untouched_kit_is_open_and_calm(kit: Path) -> None:
    ran = run(kit, "pytest", "exercises/")
    assert ran.returncode == 1
    assert "s01_words/shout" in ran.stdout and "0/3" in ran.stdout
    assert "0 of 6 points, 0 of 2 exercises done" in ran.stdout
    assert f"open {Path('exercises', 's01_words', 'shout.py')}" in ran.stdout
    assert "still to be written" in ran.stdout
    assert "Traceback" not in ran.stdout and len(ran.stdout.splitlines()) < 20


def test_solutions_earn_the_full_score(kit: Path) -> None:
    ran = run(kit, "pytest", "solutions/")
    assert ran.returncode == 0, ran.stdout
    assert "6 of 6 points, 2 of 2 exercises done" in ran.stdout


def test_partial_credit_is_the_sum_of_the_passed_checks(kit: Path) -> None:
    result = grade_shout(kit, "def shout(text):\n    return text.upper() or 'X'\n")
    assert result["exercises"][0]["points"] == 2 and result["score"] == 2 and result["max_score"] == 6


@pytest.mark.parametrize(
    ("answer", "hints"),
    [
        ("    return text.lower()", ["upper"]),
        ("    raise NotImplementedError", ["upper"]),
        ("    return text.uper()", [""]),
        ("    return text.upper(", [""]),
    ],
    ids=["wrong", "not begun", "an error", "no Python"],
)
def test_no_hint_on_what_is_asked_stands_below_an_error(kit: Path, answer: str, hints: list[str]) -> None:
    checks = grade_shout(kit, f"def shout(text):\n{answer}\n")["exercises"][0]["checks"]
    assert [check["hint"] for check in checks if check["outcome"] == "failed"][: len(hints)] == hints


TWO_TABLES = """
import pytest
from keraskata import expect

WAYS = expect.mistakes(lower=("these are small letters", str.lower), otherwise="look at the letters")
EMPTY = expect.mistakes(space=("an empty text became a space", lambda text: " "), otherwise="nothing stays nothing")

@pytest.mark.check(points=2, hint="upper")
def test_upper(submission):
    \"\"\"shout(text) is in capitals.\"\"\"
    found = submission.shout("ab")
    expect.equal(found, "AB", what="shout('ab')", likely=WAYS.of(found, "ab"))

@pytest.mark.check(points=1, hint="empty")
def test_empty(submission):
    \"\"\"An empty text stays empty.\"\"\"
    found = submission.shout("")
    expect.equal(found, "", what="shout('')", likely=EMPTY.of(found, ""))
"""


@pytest.mark.parametrize(
    ("answer", "likely"),
    [
        ("text.lower() or '?'", ["these are small letters", None]),
        ("text.lower() or ' '", ["these are small letters", "an empty text became a space"]),
        ("text[::-1] or '?'", ["look at the letters", "nothing stays nothing"]),
        ("text.upper() or '?'", ["nothing stays nothing"]),
    ],
)
def test_where_a_mistake_was_named_no_check_behind_it_gives_general_advice(
    kit: Path, answer: str, likely: list[str | None]
) -> None:
    (kit / "graders/s01_words/test_shout.py").write_text(TWO_TABLES)
    checks = grade_shout(kit, f"def shout(text):\n    return {answer}\n")["exercises"][0]["checks"]
    assert [check["feedback"]["likely"] for check in checks if check["outcome"] == "failed"] == likely


def test_unchanged_files_are_replayed_with_the_same_verdict(kit: Path) -> None:
    first, second = run(kit, "pytest", "exercises/"), run(kit, "pytest", "exercises/")
    assert list((kit / ".kata" / "verdicts").iterdir())
    assert first.stdout == second.stdout and second.returncode == 1


def test_fetched_weights_ask_for_a_new_verdict(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERAS_HOME", str(kit / "keras"))
    run(kit, "pytest", "exercises/")
    kept = {place.name for place in (kit / ".kata" / "verdicts").iterdir()}
    (kit / "keras" / "models").mkdir(parents=True)
    (kit / "keras" / "models" / "resnet50_weights_tf_dim_ordering_tf_kernels.h5").touch()
    run(kit, "pytest", "exercises/")
    assert len({place.name for place in (kit / ".kata" / "verdicts").iterdir()} - kept) == len(kept) == 2


def test_one_file_and_k_and_junit(kit: Path) -> None:
    out = kit / "junit.xml"
    ran = run(kit, "pytest", "solutions/s01_words/shout.py", "-k", "upper", f"--junitxml={out}")
    assert ran.returncode == 0, ran.stdout
    assert 'name="max_points" value="2"' in out.read_text() and "test_empty" not in out.read_text()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "the file is empty"),
        ("def shot(text):\n    return text\n", "you have a shot"),
        ("def shout():\n    return 1\n", "the parameters differ"),
        ("def shout(text):\n    text.upper()\n", "without `return`"),
        ("def shout(text)\n    return text\n", "line 1 of shout.py: expected ':'"),
        ("def shout(text):\n    return shout(text)\n", "calls itself without end"),
        ("def shout(text):\n    while True: pass\n", "a loop that never ends"),
        ("def shout(text):\n    while True:\n        try: text.x\n        except: pass\n", "a loop that never ends"),
        ("import sys\ndef shout(text):\n    sys.exit()\n", "it called exit()"),
        ("def shout(text):\n    return input()\n", "keyboard input"),
        ("import numpy as np\ndef shout(text):\n    return np.zeros(10**8)\n", "800 MB"),
        (b"# caf\xe9\ndef shout(text):\n    return text\n", "not UTF-8"),
        ("def shout(text):\n    return txt\n", "`txt` is not defined"),
        ("raise ValueError('at the top')\n", "ValueError: at the top"),
        ("import nunpy\n", "import numpy"),
        ("import pandas as pd\ndef shout(text):\n    return pd.Series([1], index=[5])[0]\n", "counts the places"),
        ("def shout(text):\n    a, b = 1, 2, 3\n", "more comes back here than there are names"),
        (
            "import matplotlib.pyplot as plt\ndef shout(text):\n    plt.subplots()[1].ylabel('loss')\n",
            "an Axes has set_ylabel",
        ),
        (b"import keras\ndef shout(text):\n    keras.Input(shape=3)\n", "(3,), with the comma"),
        (b"import keras\ndef shout(text):\n    keras.layers.Dense(1, activation='Relu')\n", "check its spelling"),
    ],
)
def test_bad_input_is_named_and_the_others_are_graded(kit: Path, source: str | bytes, words: str) -> None:
    (kit / "exercises/s01_words/count.py").write_text(RIGHT["count"])
    grader = kit / "graders/s01_words/test_shout.py"
    if "import" in str(source):  # of large packages
        grader.write_text(grader.read_text().replace("timeout(2)", "timeout(30)"))
    result = grade_shout(kit, source)
    shout, count = result["exercises"]
    assert words in json.dumps(shout, ensure_ascii=False)
    assert "keraskata/" not in json.dumps(shout["checks"]) and shout["points"] == 0
    assert count["points"] == 3


def test_a_folder_and_a_missing_file_are_named(kit: Path) -> None:
    place = kit / "exercises" / "s01_words" / "shout.py"
    place.unlink()
    assert "no file" in run(kit, "keraskata", "grade", "exercises").stdout
    place.mkdir()
    assert "a folder" in run(kit, "keraskata", "grade", "exercises").stdout
    assert "a folder" in run(kit, "pytest", "exercises/").stdout


@pytest.mark.parametrize("name", ["s01", "s01_wo", "exercises/s01", "exercises/s01_words", "solutions/s01_w"])
def test_a_section_is_known_by_how_it_begins(kit: Path, name: str) -> None:
    ran = run(kit, "keraskata", "grade", name)
    assert ("6 of 6" if "solutions" in name else "0 of 6") in ran.stdout, ran.stderr


def test_a_mistyped_path_is_said_and_nothing_is_graded(kit: Path) -> None:
    for more in ([], ["--as", "s01_words/shout"]):
        for name, near in (("shuot.py", "exercises/s01_words/shout.py"), ("exercises/s01_words/cuont.py", "count.py")):
            ran = run(kit, "keraskata", "grade", name, *more)
            assert (ran.returncode, ran.stdout) == (2, "") and f"There is nothing at {name}. Did you mean" in ran.stderr
            assert f"{near}?" in ran.stderr
    ran = run(kit, "keraskata", "grade", "nofile.py", "--as", "shout")
    assert (ran.returncode, ran.stdout) == (2, "") and "There is nothing at nofile.py." in ran.stderr


@pytest.mark.parametrize("name", ["shout", "s01/shout", "s01_words/shout"])
def test_an_exercise_is_graded_by_its_name(kit: Path, name: str) -> None:
    ran = run(kit, "keraskata", "grade", name)
    assert ran.returncode == 1 and "s01_words/shout" in ran.stdout and "0 of 3 points" in ran.stdout, ran.stderr


@pytest.mark.parametrize("command", ["grade", "hint", "watch", "solution", "reset", "check", "calibrate"])
@pytest.mark.parametrize(("name", "near"), [("shuot", "s01_words/shout"), ("s01_wrods", "s01_words")])
def test_every_command_says_what_a_mistyped_name_is_nearest_to(kit: Path, command: str, name: str, near: str) -> None:
    ran = run(kit, "keraskata", command, name)
    assert (ran.returncode, ran.stdout) == (2, "") and f"Did you mean {near}?" in ran.stderr, ran.stderr


def test_patching_one_exercise_leaves_the_next_alone(kit: Path) -> None:
    (kit / "exercises/s01_words/count.py").write_text(RIGHT["count"])
    result = grade_shout(
        kit, "import builtins, os\nbuiltins.len = lambda x: 99\nos.chdir('/')\ndef shout(text):\n    return text\n"
    )
    assert [exercise["points"] for exercise in result["exercises"]] == [0, 3]


def test_what_one_exercise_takes_away_is_there_for_the_next(kit: Path) -> None:
    (kit / "exercises/s01_words/count.py").write_text("import json\njson.loads('1')\n" + RIGHT["count"])
    result = grade_shout(kit, "import json\ndel json.loads\n" + RIGHT["shout"])
    assert [exercise["points"] for exercise in result["exercises"]] == [3, 3]


def test_a_learners_skip_earns_nothing(kit: Path) -> None:
    result = grade_shout(kit, "import pytest\ndef shout(text):\n    pytest.skip('no')\n")
    assert result["exercises"][0]["points"] == 0


def test_help_has_no_words_of_python() -> None:
    """Typer's own placeholders are types, and it names them otherwise from one version to the next."""
    said = {command: CliRunner().invoke(app, [*command.split(), "--help"]).output for command in _commands()}
    assert len(said) > 25 and all("Options:" in text for text in said.values())
    assert "--section NAME" in said["grade-class"]
    for command, text in said.items():
        assert not re.search(r"<[a-z ]+>|\b(TEXT|INTEGER|FLOAT|RANGE)\b|list\[", text), command


def _commands() -> Iterator[str]:
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        yield from (f"{name} {below}".strip() for below in getattr(command, "commands", [""]))


def test_help_does_not_import_keras(kit: Path) -> None:
    ran = run(kit, "keraskata", "--help")
    assert ran.returncode == 0 and "grade" in ran.stdout
    code = "import sys, keraskata.cli.main, keraskata.plugin; sys.exit('keras' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["keras", "hypothesis", "pandas", "matplotlib"])
def test_a_run_imports_nothing_that_it_does_not_need(kit: Path, heavy: str) -> None:
    at_the_end = f"def pytest_unconfigure():\n    import sys\n    print('needed', {heavy!r} in sys.modules)"
    assert "needed False" in pytest_in(kit, "solutions", plugin=at_the_end).stdout


def test_unknown_names_are_answered_with_the_nearest(kit: Path) -> None:
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/shout.py", "--as", "s01_words/shuot")
    assert ran.returncode == 2 and "Did you mean s01_words/shout" in ran.stderr


RAISES = """
import pytest
from keraskata import expect

@pytest.mark.check(points=1, hint="raise")
def test_refuses(submission):
    \"\"\"A number is refused.\"\"\"
    expect.raises(ValueError, submission.shout, 3, mentions=["text"])
"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return text.upper()", "a ValueError for 3"),
        ("raise ValueError('no')", "names 'text'"),
        ("return str(text)", "it came back with"),
        ("return ValueError('text')", "write raise ValueError"),
    ],
)
def test_a_refusal_that_is_another_names_the_one_wanted(kit: Path, body: str, words: str) -> None:
    (kit / "graders/s01_words/test_shout.py").write_text(RAISES)
    assert words in json.dumps(grade_shout(kit, f"def shout(text):\n    {body}\n"))


MEASURES = """
import pytest
from keraskata import expect

@pytest.mark.check(points=1, hint="more")
def test_long(submission):
    \"\"\"The text grows.\"\"\"
    expect.calibrated(len(submission.shout("a")), "length", better="higher", what="the length")
"""


def test_a_calibrating_run_leaves_no_verdict(kit: Path) -> None:
    (kit / "graders/s01_words/test_shout.py").write_text(MEASURES)
    assert run(kit, "keraskata", "grade", "solutions/s01_words/shout.py").returncode == 2
    place = kit / "tests/answers/s01_words/shout"
    place.mkdir(parents=True)
    (place / "wrong_empty.py").write_text("# fails: test_long\n# says: length\ndef shout(text):\n    return ''\n")
    ran = run(kit, "keraskata", "calibrate", "s01_words/shout", "--seeds", "3")
    assert ran.returncode == 0, ran.stderr
    assert not (kit / ".kata").exists()
    ran = run(kit, "keraskata", "grade", "solutions/s01_words/shout.py", "--json", "-")
    assert json.loads(ran.stdout)["score"] == 1


def test_a_verdict_that_rests_on_another_file_is_not_kept(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(kit))
    grade_shout(kit, "from solutions.s01_words.shout import shout\n")
    assert not (kit / ".kata").exists()


def test_without_a_terminal_a_time_limit_still_holds(kit: Path) -> None:
    (kit / "exercises/s01_words/shout.py").write_text("def shout(text):\n    while True: pass\n")
    ran = run(kit, "pytest", "exercises/", "-p", "no:terminal", "--junitxml=out.xml")
    assert ran.returncode == 1 and ran.stdout == ""
    assert 'value="timed out"' in (kit / "out.xml").read_text()


def test_what_a_message_would_do_to_a_terminal_is_taken_out(kit: Path) -> None:
    source = "def shout(text):\n    raise ValueError('\\x1b[1mLayer\\x1b[0m \\x1b[2J')\n"
    (check, _) = grade_shout(kit, source)["exercises"][0]["checks"]
    assert check["feedback"]["found"] == r"ValueError: Layer \x1b[2J"


def test_no_check_pays_for_what_the_kit_does_to_get_ready(kit: Path) -> None:
    grader = kit / "graders" / "s01_words" / "test_shout.py"
    slow = "import gc, sys, time\nsys.modules['jax'], waits = time, [2.5]\n"
    slow += "gc.collect = lambda: time.sleep(waits.pop() if waits else 0)\n"
    grader.write_text(slow + grader.read_text())
    ran = run(kit, "pytest", "solutions/s01_words/shout.py")
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["exercises/s01_words/shuot.py"], "file or directory not found"),
        (["exercises/", "--collect-only"], "test_upper"),
    ],
)
def test_a_run_without_verdicts_ends_without_a_trace(kit: Path, arguments: list[str], words: str) -> None:
    ran = run(kit, "pytest", *arguments)
    assert words in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr and "INTERNALERROR" not in ran.stdout + ran.stderr


def test_part_of_the_checks_is_not_the_exercise(kit: Path) -> None:
    (kit / "exercises/s01_words/shout.py").write_text(RIGHT["shout"])
    ran = run(kit, "pytest", "exercises/s01_words/shout.py", "-k", "upper")
    assert ran.returncode == 0
    assert "2 of 3 points, 0 of 1 exercises done" in ran.stdout and "✓ s01_words" not in ran.stdout
    assert "Only part of the checks was graded." in ran.stdout


def test_the_screen_is_the_same_from_inside_the_folders(kit: Path) -> None:
    command = [sys.executable, "-m", "pytest", "shout.py"]
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    folder = kit / "exercises" / "s01_words"
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, timeout=120)
    assert "0 of 3 points, 0 of 1 exercises done" in ran.stdout and "Next: open shout.py" in ran.stdout


def test_a_library_that_cannot_do_it_is_not_the_stub(kit: Path) -> None:
    (kit / "library.py").write_text("def shout(text):\n    raise NotImplementedError('not for texts')\n")
    source = f"import sys\nsys.path.append({str(kit)!r})\nfrom library import shout as other\n"
    source += "\ndef shout(text):\n    return other(text)\n"
    feedback = grade_shout(kit, source)["exercises"][0]["checks"][0]["feedback"]
    assert "not for texts" in feedback["found"] and "still to be written" not in feedback["found"]


def test_a_byte_order_mark_is_read_as_python_reads_it(kit: Path) -> None:
    assert grade_shout(kit, RIGHT["shout"].encode("utf-8-sig"))["score"] == 3


def test_the_place_of_a_slip_is_marked_below_a_line_that_is_not_broken(kit: Path) -> None:
    line = "    return " + " + ".join(["text"] * 30) + " +* text"
    note = grade_shout(kit, f"def shout(text):\n{line}\n")["exercises"][0]["checks"][0]["feedback"]["notes"][0]
    shown, mark = note.split("\n")
    assert len(shown) < 60 and shown[mark.index("^")] == "*"


@pytest.mark.parametrize(
    "name",
    [
        *("shout", "shout.py", "./shout.py", "s01/shout", "s01_words/shout", "../s01_words/shout.py"),
        *("exercises/shout", "exercises/s01_words/shout.py", "/home/ada/kit/exercises/s01_words/shout.py"),
    ],
)
def test_an_exercise_is_found_by_its_short_name_and_by_its_file(kit: Path, name: str) -> None:
    assert load(kit).find(name).id == "s01_words/shout"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("s01", "There is no exercise s01. Did you mean s01_words/shout or s01_words/count?"),
        ("exercises/s01_words/", "There is no exercise s01_words. Did you mean s01_words/shout or s01_words/count?"),
        ("s01/shuot", "There is no exercise s01/shuot. Did you mean s01_words/shout?"),
        ("s09/shout", "There is no exercise s09/shout. Did you mean s01_words/shout?"),
        ("pairplot", "There is no exercise pairplot. `kata list` shows them all."),
        ("", "There is no exercise ."),
    ],
)
def test_what_is_no_exercise_is_told_the_nearest(kit: Path, name: str, said: str) -> None:
    with pytest.raises(CurriculumError) as error:
        load(kit).find(name)
    assert str(error.value).startswith(said)


def test_a_name_that_two_sections_have_is_told_both(kit: Path) -> None:
    (kit / "curriculum/s02_more.toml").write_text((kit / SECTION).read_text())
    with pytest.raises(CurriculumError, match="Did you mean s01_words/shout or s02_more/shout"):
        load(kit).find("shout")
    assert load(kit).find("s02/shout").id == "s02_more/shout"


def test_a_short_name_finds_the_full_one(kit: Path) -> None:
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/shout.py", "--as", "shuot")
    assert ran.returncode == 2 and "Did you mean s01_words/shout?" in ran.stderr


def test_several_answers_to_one_exercise_are_told_apart(kit: Path) -> None:
    for name, text in (("ada", RIGHT["shout"]), ("bob", "def shout(text):\n    return text\n")):
        (kit / f"{name}.py").write_text(text)
    ran = run(kit, "keraskata", "grade", "ada.py", "bob.py", "--as", "s01_words/shout")
    lines = ran.stdout.splitlines()
    assert ran.returncode == 1 and lines[0] == "ada.py" and "3/3" in lines[1] and lines[2] == "bob.py"


def test_what_a_learner_prints_is_shown_once(kit: Path) -> None:
    (kit / "exercises/s01_words/shout.py").write_text("def shout(text):\n    print('got', text)\n    return text\n")
    ran = run(kit, "pytest", "exercises/s01_words/shout.py")
    assert ran.stdout.count("got ab") == 1 and "Your code printed:" in ran.stdout


def test_a_finished_exercise_leads_to_the_next(kit: Path) -> None:
    (kit / "exercises/s01_words/shout.py").write_text(RIGHT["shout"])
    ran = run(kit, "pytest", "exercises/s01_words/shout.py")
    assert "1 of 1 exercises done" in ran.stdout
    assert f"Next: open {Path('exercises', 's01_words', 'count.py')}" in ran.stdout
    assert "Next" not in run(kit, "pytest", "solutions/s01_words/shout.py").stdout


def test_bare_pytest_grades_the_exercises(kit: Path) -> None:
    assert "0 of 6 points, 0 of 2 exercises done" in run(kit, "pytest").stdout


@pytest.mark.skipif(
    os.environ.get("KERAS_BACKEND", "tensorflow") == "tensorflow", reason="needs another backend: tox -e torch"
)
def test_another_backend_leaves_tensorflow_alone(kit: Path) -> None:
    source = "import sys\nimport keras\n\ndef shout(text):\n    keras.utils.set_random_seed(1)\n"
    source += "    keras.layers.Dense(1).get_config()\n    return 'tensorflow' in sys.modules\n"
    found = grade_shout(kit, source)["exercises"][0]["checks"][0]["feedback"]["found"]
    assert found == "False"
