"""Assignments of the instructor's own in a course of the kit: graded as by stock nbgrader, but behind the walls."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import gradebooks
import nbformat
import pytest
from conftest import RIGHT
from test_course import WORDS, built, call, code, edit, hand_in
from test_course_by_hand import PNG, SCRIPT, by_hand, markdown

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
NBGRADER = Path(sys.modules["nbgrader"].__file__ or "").parent
GUIDE, FILES = NBGRADER / "docs/source/user_guide", NBGRADER / "tests/apps/files"
STOCK = "c = get_config()\n"
OURS = f"{STOCK}from keraskata.nbgrader.config import configure\nconfigure(c)\n"
COURSE = 'c.CourseDirectory.course_id = "own"\n'
CARRIED = {  # of nbgrader's own tests: a source notebook, and what was handed in for it
    "submitted-unchanged": ("unchanged", "changed", "cheat-attempt", "cheat-attempt-alternative"),
    "autotest-simple": ("unchanged", "changed"),
    "autotest-hashed": ("unchanged", "changed"),
    "autotest-multi": ("unchanged", "changed"),
    "autotest-hidden": ("unchanged", "changed-right", "changed-wrong"),
    "validating-environment-variable": ("",),
    "open_relative_file": ("",),
    "side-effects": ("",),
    "infinite-loop": ("",),
    "timeout": ("",),
}


def graded(folder: Path, config: str, *assignments: str) -> dict[str, list[str]]:
    """Everything in the gradebook after the assignments of a course were autograded."""
    (folder / "nbgrader_config.py").write_text(config)
    for assignment in assignments:
        call(folder, "nbgrader", "generate_assignment", assignment)
        for place in (folder / "release" / assignment).iterdir():  # who handed in what was released
            untouched = folder / "submitted/untouched" / assignment / place.name
            untouched.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(place, untouched)
        call(folder, "nbgrader", "autograde", assignment)
    return gradebooks.rows(f"sqlite:///{folder}/gradebook.db")


def solved(folder: Path, assignment: str) -> None:
    """Hand in the source itself, which holds the solutions."""
    shutil.copytree(folder / "source" / assignment, folder / "submitted/solved" / assignment)


def test_the_example_course_has_the_same_gradebook(tmp_path: Path, walled: None) -> None:
    found = []
    for name, config in (("stock", STOCK), ("ours", OURS)):
        folder = tmp_path / name
        shutil.copytree(GUIDE / "source", folder / "source")
        shutil.copytree(GUIDE / "submitted", folder / "submitted")
        shutil.copy(GUIDE / "autotests.yml", folder)
        for assignment in ("ps1", "ps1_autotest"):
            solved(folder, assignment)
        header = 'c.IncludeHeaderFooter.header = "source/header.ipynb"\n'
        found.append(graded(folder, config + header, "ps1", "ps1_autotest"))
    assert found[0] == found[1]
    assert len(found[0]["grade"]) > 50 and len(found[0]["comment"]) > 40


@pytest.mark.skipif(not FILES.is_dir(), reason="this nbgrader comes without the notebooks of its tests")
def test_the_notebooks_that_nbgrader_carries_have_the_same_gradebook(tmp_path: Path, walled: None) -> None:
    found = []
    for name, config in (("stock", STOCK), ("ours", OURS)):
        folder = tmp_path / name
        (folder / "source/ps1").mkdir(parents=True)
        for file in ("autotests.yml", "data.txt"):
            shutil.copy(FILES / file, folder / "source/ps1")
        for source, variants in CARRIED.items():
            shutil.copy(FILES / f"{source}.ipynb", folder / "source/ps1")
            for variant in variants:
                handed_in = folder / "submitted" / (variant or "solved") / "ps1" / f"{source}.ipynb"
                handed_in.parent.mkdir(parents=True, exist_ok=True)
                stem = source.removesuffix("-unchanged")
                shutil.copy(FILES / f"{stem}-{variant}.ipynb" if variant else FILES / f"{source}.ipynb", handed_in)
        found.append(graded(folder, f"{config}c.Execute.timeout = 2\n", "ps1"))
    assert found[0] == found[1]


def own_notebook(language: str = "python") -> dict[str, Any]:
    """A source notebook with an answer, two checks and three parts to be graded by hand."""
    cells = [
        by_hand(code("### BEGIN SOLUTION\ndef answer():\n    return 42\n### END SOLUTION"), "answer", solution=True),
        by_hand(code("assert answer() == 42"), "right", grade=True, locked=True, points=2),
        by_hand(code("assert True"), "plain", grade=True, locked=True, points=1),
        by_hand(markdown("YOUR ANSWER HERE"), "essay", grade=True, solution=True),
        by_hand(code("# YOUR PLOT HERE"), "plot", grade=True, solution=True),
        by_hand(markdown("Look: ![it](attachment:it.png)"), "own", task=True, locked=True),
        markdown("Read <b>this</b>, and ![that](that.png)."),
    ]
    cells[5]["attachments"] = {"it.png": {"image/png": PNG}}
    for number, cell in enumerate(cells):
        cell["id"] = f"c{number}"
    kernel = {"name": "python3" if language == "python" else "ir", "language": language, "display_name": "?"}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}


def own_course(folder: Path, config: str, **notebook: str) -> Path:
    """A course with one assignment of the instructor's own, released."""
    source = folder / "source/ps1/work.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(json.dumps(own_notebook(**notebook)))
    (folder / "nbgrader_config.py").write_text(config)
    call(folder, "nbgrader", "generate_assignment", "ps1")
    return folder


def work(course: Path, student: str, source: str, name: str = "ps1/work") -> Path:
    """Hand in the notebook with this answer; return its folder."""
    folder = (course / "submitted" / student / name).parent
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{Path(name).name}.ipynb"
    shutil.copy(course / "release" / f"{name}.ipynb", place)
    edit(place, lambda notebook: notebook["cells"][0].update(source=source))
    return folder


def points(course: Path, student: str, assignment: str = "ps1", notebook: str = "work") -> dict[str, float | None]:
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        found = book.find_submission_notebook(notebook, assignment, student)
        return {grade.name: grade.auto_score for grade in found.grades}


def by_id(course: Path, student: str, name: str = "ps1/work") -> dict[str, Any]:
    cells = nbformat.read(course / "autograded" / student / f"{name}.ipynb", as_version=4).cells
    return {cell.metadata.get("nbgrader", {}).get("grade_id", cell.source): cell for cell in cells}


def do_own_work(notebook: dict[str, Any]) -> None:
    cells = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]}
    cells["essay"].update(source=f"![mine](attachment:a.png) {SCRIPT}", attachments={"a.png": {"image/png": PNG}})
    cells["plot"]["source"] = "import matplotlib.pyplot as plt\nplt.plot([1, answer()]);"
    cells["own"]["attachments"] = {}
    cells["right"]["source"] = "pass"
    notebook["metadata"]["kernelspec"] = {"name": "bash", "display_name": "?", "language": "bash"}


def test_own_notebooks_stand_beside_the_kits(kit: Path, walled: None) -> None:
    """In an assignment of their own, and in one of the kit's; with all that is graded by hand."""
    course = built(kit)
    own_course(course, (course / "nbgrader_config.py").read_text())
    (course / "source" / WORDS / "more.ipynb").write_text(json.dumps(own_notebook()))
    call(course, "nbgrader", "generate_assignment", WORDS, "--force")
    right = "def answer():\n    return 42"
    hand_in(course, "ann", **RIGHT)
    work(course, "ann", right, f"{WORDS}/more")
    edit(work(course, "ann", right) / "work.ipynb", do_own_work)
    hand_in(course, "bob", **RIGHT)
    work(course, "bob", "raise SystemExit(1)", f"{WORDS}/more")
    work(course, "bob", "x = (")
    for assignment in (WORDS, "ps1"):
        said = call(course, "nbgrader", "autograde", assignment)
        assert said.count("some of it waits for your own grade") == 2, said
        call(course, "nbgrader", "generate_feedback", assignment)
    full = {"right": 2, "plain": 1, "essay": 0, "plot": 0, "own": None}
    assert points(course, "ann", WORDS, "more") == full
    assert points(course, "bob", WORDS, "more") == points(course, "bob") == {**full, "right": 0}
    assert points(course, "ann") == {**full, "essay": None, "plot": None}
    assert sum(value or 0 for value in points(course, "bob", WORDS, "shout").values()) == 3

    cells = by_id(course, "ann")
    assert cells["essay"].attachments == {"a.png": {"image/png": PNG}}
    assert cells["own"].attachments == {"it.png": {"image/png": PNG}}  # the instructor's own
    assert cells["right"].source == "assert answer() == 42"
    assert "Read <b>this</b>, and ![that](that.png)." in cells
    (picture,) = cells["plot"].outputs
    assert picture.output_type == "display_data" and picture.data["image/png"].startswith("iVBOR")
    about = nbformat.read(course / "autograded/ann/ps1/work.ipynb", as_version=4).metadata
    assert about["keraskata"]["subject"] == "walled" and about["kernelspec"]["name"] == "python3"
    page = (course / "feedback/ann/ps1/work.html").read_text()
    assert page.count(f"data:image/png;base64,{PNG}") == 2 and "data:image/png;base64,iVBOR" in page
    assert "<script>alert" not in page


TRAINING = """
import keras, numpy as np, matplotlib.pyplot as plt
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("sgd", "mse")
history = model.fit(np.ones((4, 2)), np.ones(4), epochs=2, verbose=0)
def answer():
    return 40 + len(history.history["loss"])
plt.plot(history.history["loss"]);
"""


def test_an_own_notebook_may_train_a_model(tmp_path: Path, walled: None) -> None:
    course = own_course(tmp_path / "course", OURS)
    edit(course / "source/ps1/work.ipynb", lambda notebook: notebook["cells"][0].update(source=TRAINING))
    call(course, "nbgrader", "generate_assignment", "ps1", "--force")
    for student in ("ann", "bob"):
        work(course, student, TRAINING)
    call(course, "nbgrader", "autograde", "ps1")
    for student in ("ann", "bob"):
        (picture,) = by_id(course, student)["answer"].outputs
        assert picture.data["image/png"].startswith("iVBOR")
        assert points(course, student)["right"] == 2


def test_an_own_notebook_is_known_by_its_name(tmp_path: Path, walled: None) -> None:
    course = own_course(tmp_path / "course", OURS)
    for student, name in (("ann", "work (1)"), ("bob", "Work_bob"), ("cleo", "work")):
        folder = work(course, student, "def answer():\n    return 42")
        (folder / "work.ipynb").rename(folder / f"{name}.ipynb")
    shutil.copy(course / "release/ps1/work.ipynb", course / "submitted/cleo/ps1/work (1).ipynb")
    said = call(course, "nbgrader", "autograde", "ps1")
    assert "work (1).ipynb is taken for work.ipynb" in said and "Work_bob.ipynb is taken for work.ipynb" in said
    assert "work (1).ipynb is not graded, for there is work.ipynb" in said
    assert [points(course, student)["right"] for student in ("ann", "bob", "cleo")] == [2, 2, 2]


def test_files_beside_an_own_notebook_are_there_and_links_are_not(tmp_path: Path, walled: None) -> None:
    """Of what was put there by hand, and of what the exchange brings."""
    course = own_course(tmp_path / "course", OURS + f"c.Exchange.root = {str(tmp_path / 'exchange')!r}\n{COURSE}")
    (course / "source/ps1/data").mkdir()
    (course / "source/ps1/data/numbers.csv").write_text("42")
    secret = tmp_path / "secret.txt"
    secret.write_text("canary-7d2e")
    read = (
        "from helpers.mine import answer\nimport glob\nopen('written', 'w').write('x')\nprint(sorted(glob.glob('**')))"
    )
    mischief(work(course, "ann", read), secret)
    mischief(work(course, "cleo", read), secret)
    inbound = tmp_path / "exchange/own/inbound"
    inbound.mkdir(parents=True)
    (course / "submitted/cleo/ps1").rename(inbound / "cleo+ps1+2026-01-02 03:04:05 UTC+x")
    (inbound / "cleo+ps1+2026-01-02 03:04:05 UTC+x/timestamp.txt").write_text("2026-01-02 03:04:05 UTC")
    call(course, "nbgrader", "collect", "ps1")
    plain = work(course, "bob", "def answer():\n    return 42")
    (plain / "notes.txt").write_text("mine")
    said = call(course, "nbgrader", "autograde", "ps1")
    assert "only plain files are taken; all of it is in" in said and "left_out/ann/ps1" in said
    assert "left_out/bob" not in said and "left_out/cleo" not in said
    assert [points(course, student)["right"] for student in ("ann", "bob", "cleo")] == [2, 2, 2]
    for student in ("ann", "cleo"):
        assert by_id(course, student)["answer"].outputs[0].text == "['data', 'helpers', 'written']\n"
    kept = {place.relative_to(course / "autograded").as_posix() for place in (course / "autograded").rglob("*.*")}
    assert kept == {
        *(f"{student}/ps1/{name}" for student in ("ann", "bob", "cleo") for name in ("work.ipynb", "data/numbers.csv")),
        *("ann/ps1/helpers/mine.py", "bob/ps1/notes.txt", "cleo/ps1/helpers/mine.py"),
        *("cleo/ps1/timestamp.txt", "cleo/ps1/submission_secret.txt"),
    }


def mischief(folder: Path, secret: Path) -> None:
    """A module that the notebook needs, and all that a student may put beside it."""
    (folder / "helpers").mkdir()
    (folder / "helpers/mine.py").write_text("def answer():\n    return int(open('data/numbers.csv').read())\n")
    (folder / "page.html").write_text("<script>evil()</script>")
    (folder / "drawing.svg").write_text("<svg onload='evil()'/>")
    (folder / "linked.txt").symlink_to(secret)
    (folder / "linked").symlink_to(secret.parent)
    os.link(secret, folder / f"hard {folder.parent.name}.txt")
    os.mkfifo(folder / "pipe.txt")


def test_without_walls_own_cells_run_only_when_the_instructor_says_so(tmp_path: Path) -> None:
    """Then they run in nbgrader's own kernel, in the folder of the submission."""
    course = own_course(tmp_path / "course", OURS)
    work(
        course,
        "ann",
        "import os\ndef answer():\n    return 42 if os.path.isfile('work.ipynb') else 0\nopen('ran', 'w')",
    )
    refused = autograded(course, PATH=str(Path(sys.executable).parent))
    assert refused.returncode == 1 and "Walls need" in refused.stderr
    assert "`c.JudgeCells.walls = False` in nbgrader_config.py" in refused.stderr and "Traceback" not in refused.stderr
    assert not list(tmp_path.rglob("ran"))
    (course / "nbgrader_config.py").write_text(f"{OURS}c.JudgeCells.walls = False\n")
    assert autograded(course, PATH=str(Path(sys.executable).parent)).returncode == 0
    assert points(course, "ann")["right"] == 2
    assert (course / "autograded/ann/ps1/ran").exists()
    about = nbformat.read(course / "autograded/ann/ps1/work.ipynb", as_version=4).metadata
    assert about["keraskata"] == {"subject": "kernel", "walls": []}


def test_another_language_is_refused_with_its_name(tmp_path: Path, walled: None) -> None:
    course = own_course(tmp_path / "course", OURS, language="R")
    work(course, "ann", "answer <- function() 42")
    refused = autograded(course)
    assert refused.returncode == 1 and "Python only, and this notebook is in r" in refused.stderr
    assert not list((course / "autograded").rglob("*.ipynb"))


def test_a_kit_notebook_that_is_not_known_any_more_is_named(kit: Path) -> None:
    course = built(kit)
    (course / "source/ps1").mkdir()
    shutil.copy(course / "source" / WORDS / "shout.ipynb", course / "source/ps1/loud.ipynb")
    edit(course / "source/ps1/loud.ipynb", lambda notebook: notebook["metadata"].pop("kata"))
    call(course, "nbgrader", "generate_assignment", "ps1")
    shutil.copytree(course / "release/ps1", course / "submitted/ann/ps1")
    refused = autograded(course)
    assert refused.returncode == 1 and "The checks of ps1/loud are the kit's" in refused.stderr


def autograded(course: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `nbgrader autograde` says, which may fail."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "ps1"],
        cwd=course,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )
