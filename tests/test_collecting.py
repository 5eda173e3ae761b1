"""What a run takes: the files of the curriculum, by whatever path they are asked for, and no other."""

import json
import os
from pathlib import Path

import pytest
from asking import pytest_in, score
from conftest import RIGHT

BAD = "import pathlib\npathlib.Path(__file__).with_suffix('.ran').touch()\n{}\n"
ENDS = ["raise ValueError('no')", "exit()", "import os; os._exit(3)", "def test_it(): pass", "("]
NAMES = ["shout copy.py", "test_mine.py", "mine_test.py", "__init__.py", "conftest.py", "scratch/test_x.py"]


@pytest.mark.parametrize("end", ENDS)
def test_other_files_are_named_and_never_run(kit: Path, end: str) -> None:
    for tree in ("exercises", "solutions"):
        for name in NAMES:
            for place in (kit / tree / name, kit / tree / "s01_words" / name):
                place.parent.mkdir(exist_ok=True)
                place.write_text(BAD.format(end))
    for tree, points in (("exercises", "0 of 6"), ("solutions", "6 of 6")):
        ran = pytest_in(kit, tree, "--doctest-modules", "--import-mode=prepend")
        assert score(ran.stdout).startswith(points), ran.stdout + ran.stderr
        *_, last = ran.stdout.splitlines()
        assert last.startswith("Not graded, because no exercise has this name: ") and last.endswith(" more")
        assert f"{tree}/conftest.py" in last and ran.stdout.count("Not graded") == 1
    assert not list(kit.rglob("*.ran"))
    assert "Not graded" not in pytest_in(kit, "exercises/s01_words/shout.py").stdout


@pytest.mark.parametrize(
    ("name", "end"),
    [("s01_words/shout copy.py", ENDS[0]), ("more/test_x.py", ENDS[3]), *(("x.py", end) for end in ENDS)],
)
def test_a_file_that_is_no_exercise_is_not_graded_when_asked_for(kit: Path, name: str, end: str) -> None:
    name = f"exercises/{name}"
    (kit / name).parent.mkdir(exist_ok=True)
    (kit / name).write_text(BAD.format(end))
    ran = pytest_in(kit, name)
    assert ran.stdout.strip() == f"Not graded, because no exercise has this name: {name}" and ran.returncode != 0
    ran = pytest_in(kit, "solutions/s01_words/shout.py", name)
    assert score(ran.stdout).startswith("3 of 3") and ran.stdout.count("Not graded") == 1 and ran.returncode != 0
    assert not list(kit.rglob("*.ran"))


def test_the_kits_own_conftest_is_run(kit: Path) -> None:
    (kit / "conftest.py").write_text("def pytest_sessionstart():\n    open('seen', 'w').close()\n")
    assert score(pytest_in(kit, "solutions").stdout).startswith("6 of 6") and (kit / "seen").exists()


PATHS = [
    ("docs", ["../solutions"]),
    ("docs", ["../solutions/"]),
    ("docs", ["./../docs/../solutions/s01_words/.."]),
    ("docs", ["../solutions", "--rootdir=."]),
    ("docs", ["../solutions", "-c", os.devnull]),
    (".", ["solutions/s01_words/shout.py", "solutions/s01_words/count.py"]),
    (".", ["solutions/s01_words", "solutions/s01_words/count.py"]),
    (".", ["{kit}/solutions"]),
    (".", ["{kit}/solutions/", "--rootdir=/"]),
    (".", ["{kit}/solutions/s01_words/shout.py", "./solutions/s01_words/count.py", "-c", os.devnull]),
    (".", ["{link}/solutions"]),
    (".", ["{link}/solutions/s01_words/shout.py", "solutions/s01_words/count.py"]),
    ("solutions/s01_words", []),
    ("solutions/s01_words", ["count.py", "shout.py"]),
    ("solutions/s01_words", ["../.."]),
    ("solutions", ["s01_words"]),
    ("..", ["{kit}/solutions"]),
    ("..", ["{kit}/docs/../solutions/s01_words/shout.py::test_upper", "{kit}/solutions"]),
]


@pytest.mark.parametrize(("folder", "arguments"), PATHS)
def test_a_kit_is_found_by_any_path(kit: Path, folder: str, arguments: list[str]) -> None:
    (kit / "docs").mkdir()
    link = kit.parent / f"{kit.name}-link"
    link.symlink_to(kit)
    for name, text in RIGHT.items():
        (kit / "exercises/s01_words" / f"{name}.py").write_text(text)
    ran = pytest_in(kit / folder, *(argument.format(kit=kit, link=link) for argument in arguments))
    link.unlink()
    calm = arguments != ["../.."]  # a whole kit is also what other screens are for
    assert score(ran.stdout).startswith("6 of 6 points, 2 of 2") if calm else "6 passed" in ran.stdout, ran.stdout
    assert ran.returncode == 0


def test_one_check_by_a_path_from_elsewhere(kit: Path) -> None:
    (kit / "docs").mkdir()
    ran = pytest_in(kit / "docs", "../solutions/s01_words/shout.py::test_upper")
    assert score(ran.stdout).startswith("2 of 3 points")


def slow(kit: Path) -> None:
    """Let the grader of count tell that it was imported, and have a check with the name of the other exercise."""
    grader = kit / "graders/s01_words/test_count.py"
    text = grader.read_text().replace("test_words", "test_shout_words")
    grader.write_text(f"open({str(kit / 'imported')!r}, 'w').close()\n{text}")


@pytest.mark.parametrize("words", ["shout", "SHO", "not count", "shout and words", "shout or test_empty"])
def test_the_name_of_an_exercise_chooses_it_whole(kit: Path, words: str) -> None:
    slow(kit)
    ran = pytest_in(kit, "solutions", "-k", words)
    assert score(ran.stdout) == "3 of 3 points, 1 of 1 exercises done" and not (kit / "imported").exists()


@pytest.mark.parametrize(
    ("words", "points"),
    [("s01", "6 of 6 points, 2 of 2"), ("not empty", "5 of 6"), ("upper", "2 of 3"), ("shout and upper", "2 of 3")],
)
def test_other_words_choose_as_pytest_does(kit: Path, words: str, points: str) -> None:
    ran = pytest_in(kit, "solutions", "-k", words)
    assert score(ran.stdout).startswith(points), ran.stdout


def test_a_wrong_expression_is_pytests_to_explain(kit: Path) -> None:
    ran = pytest_in(kit, "solutions", "-k", "shout and")
    assert ran.returncode == 4 and "Wrong expression" in ran.stderr


def test_listing_imports_no_grader(kit: Path) -> None:
    slow(kit)
    settings = json.loads((Path(__file__).parent.parent / ".vscode" / "settings.json").read_text())
    assert settings["python.testing.pytestEnabled"] and not settings["python.testing.unittestEnabled"]
    ran = pytest_in(kit, "--collect-only", "-q", *settings["python.testing.pytestArgs"])
    names = ["shout.py::test_upper", "shout.py::test_empty", "count.py::test_shout_words"]
    assert ran.stdout.split() == [f"exercises/s01_words/{name}" for name in names] and ran.returncode == 0
    assert not (kit / "imported").exists()
