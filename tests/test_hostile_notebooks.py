"""The hostile bank as notebooks, through `nbgrader autograde` with the course's own configuration.

`tests/hostile/notebooks/` holds what only a notebook can try: its `change(notebook, answer)` is given a released
notebook and the cell in it that holds a wrong answer. Of the other attacks one of each kind is tried here, all with
--whole-bank.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from test_course import call
from test_hostile import ATTACKS, BANK, KIT, header, loaded

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
bs4 = pytest.importorskip("bs4")
NOTEBOOKS = sorted((BANK / "notebooks").glob("*.py"))
LINKS = re.compile(r"\\(href|require|def|style|class|cssId)\b")
SIGMOID = "s03_binary_classification/sigmoid"
WRONG = "import numpy as np\n\ndef sigmoid(z):\n    return np.asarray(z) + 2.0\n"
ONE_OF_A_KIND = list({path.stem.split("_")[0]: path for path in ATTACKS if path.parent.name == "sigmoid"}.values())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "attack" in metafunc.fixturenames:
        chosen = ATTACKS if metafunc.config.getoption("whole_bank") else ONE_OF_A_KIND
        metafunc.parametrize("attack", chosen, ids=lambda path: path.stem)


@dataclass(frozen=True)
class Course:
    """What `nbgrader autograde` left: for each student the points and the notebooks."""

    folder: Path

    def points(self, exercise: str, student: str) -> dict[str, float]:
        section, name = exercise.split("/")
        with api.Gradebook(f"sqlite:///{self.folder}/gradebook.db") as book:
            found = book.find_submission_notebook(name, section, student)
            return {grade.name: grade.score for grade in found.grades}

    def shown(self, exercise: str, student: str) -> str:
        section, name = exercise.split("/")
        return (self.folder / "autograded" / student / section / f"{name}.ipynb").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def course(walled: None, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Course:
    folder = tmp_path_factory.mktemp("course")
    attacks = ATTACKS if request.config.getoption("whole_bank") else ONE_OF_A_KIND
    sections = sorted({path.parent.parent.name for path in attacks} | {SIGMOID.split("/")[0]})
    call(folder, "keraskata", "notebooks", "build", str(folder))
    with (folder / "nbgrader_config.py").open("a") as file:
        file.write("c.JudgeCells.check_seconds = 8\n")
    Path("/tmp/kata-was-here").unlink(missing_ok=True)
    for section in sections:
        call(folder, "nbgrader", "generate_assignment", section)
    for path in attacks:
        exercise = f"{path.parent.parent.name}/{path.parent.name}"
        notebook, answer = released(folder, exercise)
        answer["source"] = as_cell(path, exercise)
        write(folder, path.stem, exercise, notebook)
    for path in NOTEBOOKS:
        notebook, answer = released(folder, SIGMOID)
        answer["source"] = WRONG
        loaded(path).change(notebook, answer)
        write(folder, path.stem, SIGMOID, notebook)
    for section in sections:
        call(folder, "nbgrader", "autograde", section)
        call(folder, "nbgrader", "generate_feedback", section)
    return Course(folder)


def released(folder: Path, exercise: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A fresh copy of a released notebook, and its cell to work in."""
    notebook = json.loads((folder / "release" / f"{exercise}.ipynb").read_text())
    return notebook, next(cell for cell in notebook["cells"] if cell["metadata"]["nbgrader"]["solution"])


def write(folder: Path, student: str, exercise: str, notebook: dict[str, Any]) -> None:
    place = folder / "submitted" / student / f"{exercise}.ipynb"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps(notebook), encoding="utf-8")


def as_cell(path: Path, exercise: str) -> str:
    """An attack in a form that a notebook runs as a whole: the exercise's function rests on all of it."""
    name = next(iter(KIT.exercises[exercise].functions))
    text = path.read_text(encoding="utf-8")
    return f"TEXT = {text!r}\n{name} = (exec(compile(TEXT, 'attack', 'exec'), globals()), globals().get({name!r}))[1]\n"


def test_the_batch_comes_to_its_end(course: Course) -> None:
    graded = {path.parent.name for path in (course.folder / "autograded").glob("*/*")}
    assert graded == {path.parent.name for path in (course.folder / "submitted").glob("*/*")}
    assert not list(course.folder.rglob("*kata-was-here*")) and not Path("/tmp/kata-was-here").exists()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_only_a_notebook_can_try(course: Course, path: Path) -> None:
    expected, points = header(path), course.points(SIGMOID, path.stem)
    shown = course.shown(SIGMOID, path.stem)
    assert set(points) == {
        "test_values",
        "test_scalar",
        "test_shape",
        "test_whole_numbers",
        "test_untouched",
        "test_large",
    }
    if expected["earns"] == "all":
        assert sum(points.values()) == 9, shown[-3000:]
        return
    assert not any(points.values()), points
    assert expected["says"] in shown, shown[-3000:]
    assert len(shown) < 100_000
    page = (course.folder / "feedback" / path.stem / f"{SIGMOID}.html").read_text(encoding="utf-8")
    assert "<script>document" not in page and "<img src=x" not in page and 'href="javascript' not in page
    assert not LINKS.search(read_for_maths(page))


def read_for_maths(page: str) -> str:
    """What MathJax reads of a page."""
    soup = bs4.BeautifulSoup(page, "html.parser")
    for part in soup.select("pre, code, script, style, .tex2jax_ignore"):
        part.decompose()
    return str(soup)


def test_attack(course: Course, attack: Path) -> None:
    expected, exercise = header(attack), f"{attack.parent.parent.name}/{attack.parent.name}"
    points, notebook = course.points(exercise, attack.stem), json.loads(course.shown(exercise, attack.stem))
    assert not [cell for cell in notebook["cells"] if "GOT" in str(cell.get("outputs"))]
    kind, _, listed = expected["earns"].partition("nothing but")
    if kind != "all":
        allowed = {check.strip() for check in listed.split(",")}
        assert {name for name, found in points.items() if found} <= allowed, points


def test_a_class_of_files_earns_the_same(course: Course) -> None:
    """The same notebooks through `kata grade-class`: one reading for both roads."""
    section = SIGMOID.split("/")[0]
    options = ["--section", section, "--out", "files", "--check-seconds", "8"]
    command = [sys.executable, "-m", "keraskata", "grade-class", "submitted", *options]
    ran = subprocess.run(command, cwd=course.folder, capture_output=True, text=True, timeout=500)
    for path in NOTEBOOKS:
        record = json.loads((course.folder / f"files/results/{path.stem}.json").read_text())
        (found,) = [each for each in record["exercises"] if each["id"] == SIGMOID]
        points = {check["id"]: check["points"] for check in found["checks"]}
        assert points == course.points(SIGMOID, path.stem), (path.stem, ran.stdout)
