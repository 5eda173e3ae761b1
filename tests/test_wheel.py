"""The wheel, away from any clone: what a learner, an instructor and an author meet who have installed it and no more.

`tox -e wheel` runs this; elsewhere it is skipped, for it builds, and installs in an environment of its own.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SIGMOID = "s03_binary_classification/sigmoid"
pytestmark = pytest.mark.skipif("KATA_WHEEL" not in os.environ, reason="tox -e wheel")
Kata = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is made of it."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def environment(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, and with the packages of the environment of this test, but for the kit."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    [site] = (place / "lib").glob("*/site-packages")
    ours = shutil.ignore_patterns("*keraskata*", "__pycache__")
    shutil.copytree(Path(pytest.__file__).parent.parent, site, ignore=ours, copy_function=link, dirs_exist_ok=True)
    [wheel] = built.glob("*.whl")
    subprocess.run([place / "bin" / "python", "-m", "pip", "install", "-q", "--no-deps", str(wheel)], check=True)
    return place


def link(source: str, target: str) -> None:
    """The same file in a second place, where that can be had: PyTorch alone is a gigabyte."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@pytest.fixture(scope="module")
def run(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Kata:
    """Runs a program of that environment in a folder; the home is a new one."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KATA_"))}
    settings = {**kept, "HOME": str(home), "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}

    def run(folder: Path, *command: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        python = str(environment / "bin" / "python")
        module = "keraskata" if command[0] == "kata" else command[0]
        ran = subprocess.run(
            [python, "-m", module, *command[1:]], cwd=folder, env=settings, capture_output=True, text=True, timeout=600
        )
        assert ran.returncode == status, ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr, ran.stderr
        return ran

    return run


@pytest.fixture(scope="module")
def place(run: Kata, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("learner")
    count = len(list((ROOT / "exercises").glob("s*/*.py")))
    assert f"{count} exercises" in run(folder, "kata", "init", "my-keras").stdout
    return folder / "my-keras"


def test_sdist_and_wheel_hold_the_kit_and_nothing_else(built: Path) -> None:
    [sdist], [wheel] = built.glob("*.tar.gz"), built.glob("*.whl")
    with tarfile.open(sdist) as archive:
        sources = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    tops = {name.split("/")[0] for name in packed if ".dist-info" not in name}
    assert tops == {"keraskata"} and "keraskata/py.typed" in packed
    exercises = {str(path.relative_to(ROOT)) for path in (ROOT / "exercises").rglob("*.py")}
    assert exercises <= sources and {f"keraskata/kit/{name}" for name in exercises} <= packed
    for name in ("stubs.toml", "hatch_build.py", "LICENSE", "datasets/cards.toml"):
        assert name in sources
    curriculum = {str(path.relative_to(ROOT)) for path in (ROOT / "curriculum").glob("*.toml")}
    assert curriculum <= sources and {f"keraskata/kit/{name}" for name in curriculum} <= packed
    assert "keraskata/datasets/cards.toml" in packed
    book = {
        str(path.relative_to(ROOT)) for path in (ROOT / "docs" / "book").rglob("*") if path.suffix in (".md", ".svg")
    }
    assert book <= sources and {f"keraskata/kit/{name}" for name in book} <= packed
    hidden = [name for name in sources | packed if "__pycache__" in name or name.startswith((".kata", ".venv", ".tox"))]
    assert not hidden
    assert not [name for name in packed if "tests/" in name]


def test_a_course_that_keeps_its_solutions_has_a_wheel_without_them(built: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(command, env={**os.environ, "KATA_WITHOUT_SOLUTIONS": "1"}, check=True, capture_output=True)
    [whole], [kept] = built.glob("*.whl"), tmp_path.glob("*.whl")
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(kept) as other:
        gone = set(archive.namelist()) - set(other.namelist())
        assert set(other.namelist()) < set(archive.namelist())
    assert gone == {f"keraskata/kit/{path.relative_to(ROOT)}" for path in (ROOT / "solutions").rglob("*.py")}


def test_outside_a_workplace_every_command_says_what_to_do(run: Kata, tmp_path: Path) -> None:
    assert run(tmp_path, "kata", "--version").stdout.startswith("keraskata ")
    assert run(tmp_path, "kata", "book").stdout.startswith("# The book")
    for command in (["list"], ["hint"], ["reset", SIGMOID], ["solution", SIGMOID], ["report"], ["watch"], ["update"]):
        assert "kata init my-keras" in run(tmp_path, "kata", *command, status=2).stderr, command
    for command in (["check"], ["coverage"], ["stubs"], ["calibrate", SIGMOID]):
        assert "for authors" in run(tmp_path, "kata", *command, status=2).stderr, command


def test_a_learner_grades_resets_and_reports(run: Kata, place: Path, environment: Path) -> None:
    before = content(environment)
    assert "0 of" in run(place, "pytest", f"exercises/{SIGMOID}.py", status=1).stdout
    [solution] = environment.rglob(f"kit/solutions/{SIGMOID}.py")
    run(place, "kata", "grade", str(solution), "--as", SIGMOID)
    shutil.copy(solution, place / f"exercises/{SIGMOID}.py")
    run(place, "pytest", f"exercises/{SIGMOID}.py")
    assert "✓ sigmoid" in run(place, "kata", "list").stdout
    run(place, "kata", "solution", SIGMOID)
    run(place, "kata", "report", "--no-open")
    assert "sigmoid.py.1" in run(place, "kata", "reset", SIGMOID).stdout
    assert run(place, "kata", "book", "sigmoid").stdout.startswith("#")
    assert "hint 1 of 3" in run(place, "kata", "hint", SIGMOID).stdout
    assert "exercises are those of keraskata" in run(place, "kata", "update").stdout
    run(place, "pytest", "-q", "exercises/s01_building_steps", status=1)
    assert content(environment) == before


def test_notebooks_are_built_from_it(run: Kata, tmp_path: Path, environment: Path) -> None:
    pytest.importorskip("nbgrader")
    before = content(environment)
    run(tmp_path, "kata", "notebooks", "build", "course")
    assert len(list((tmp_path / "course").rglob("*.ipynb"))) >= 12
    assert content(environment) == before


HOSTILE = """
import importlib.util, os, pathlib

def _seen():
    kit = pathlib.Path(importlib.util.find_spec("keraskata").origin).parent / "kit"
    found = []
    for folder, _, names in os.walk(kit):
        for name in names:
            try:
                found.append(open(os.path.join(folder, name)).read())
            except OSError:
                pass
    return "".join(found)

def sigmoid(z):
    raise ValueError(f"READ {'SOLUTION' if 'test_' in _seen() or 'def sigmoid' in _seen() else 'NOTHING'}")
"""


def test_behind_walls_neither_graders_nor_solutions_are_read(run: Kata, tmp_path: Path, walled: None) -> None:
    handed = tmp_path / "class" / "anna" / f"{SIGMOID}.py"
    handed.parent.mkdir(parents=True)
    handed.write_text(HOSTILE)
    run(tmp_path, "kata", "grade-class", "class", "--out", "out", "--section", "s03", "--workers", "1")
    said = (tmp_path / "out/results/anna.json").read_text()
    assert "READ NOTHING" in said and "READ SOLUTION" not in said


def content(environment: Path) -> dict[str, str]:
    """What the package in the environment holds."""
    [package] = environment.glob("lib/*/site-packages/keraskata")
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in package.rglob("*") if path.is_file()}
