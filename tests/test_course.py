"""An nbgrader course from nothing to released feedback, with nbgrader's own commands and nothing of it patched."""

import csv
import getpass
import html
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT

from keraskata.subject import walls

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
WORDS = "s01_words"
PRIVATE = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=4, hint="TOP-SECRET hint")
def test_accents(submission):
    """TOP-SECRET sentence."""
    expect.equal(submission.shout("top-secret"), "TOP-SECRET", what="shout")
'''


def call(folder: Path, *command: str) -> str:
    """Run a command; what it printed. Fails where it fails."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=3_000
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}"
    return ran.stdout + ran.stderr


def built(kit: Path, *options: str) -> Path:
    """The course of a kit, its first assignment released."""
    course = kit / "course"
    call(kit, "keraskata", "notebooks", "build", str(course), *options)
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(f"c.Exchange.root = {str(kit / 'exchange')!r}\nc.CourseDirectory.root = {str(course)!r}\n")
        file.write("c.JudgeCells.workers = 1\n")  # a second one is a second start of Keras
    (kit / "exchange").mkdir(exist_ok=True)
    (kit / "exchange").chmod(0o777)
    call(course, "nbgrader", "generate_assignment", WORDS)
    return course


def edit(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    notebook = json.loads(path.read_text())
    change(notebook)
    path.write_text(json.dumps(notebook))


def answer(notebook: dict[str, Any], text: str) -> None:
    next(cell for cell in notebook["cells"] if cell["metadata"]["nbgrader"]["solution"])["source"] = text


def hand_in(course: Path, student: str, **texts: str) -> Path:
    """Put notebooks with these answers where `nbgrader collect` would."""
    folder = course / "submitted" / student / WORDS
    folder.mkdir(parents=True)
    (folder / "timestamp.txt").write_text("2026-01-02 03:04:05.6 UTC")
    (folder / "submission_secret.txt").write_text(f"secret of {student}")
    for name, text in texts.items():
        shutil.copy(course / "release" / WORDS / f"{name}.ipynb", folder)
        edit(folder / f"{name}.ipynb", lambda notebook, text=text: answer(notebook, text))  # type: ignore[misc]
    return folder


def scores(course: Path) -> dict[str, float]:
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        assert not any(found.needs_manual_grade for found in book.assignment_submissions(WORDS))
        return {found.student.id: found.score for found in book.assignment_submissions(WORDS)}


def feedback(course: Path, student: str, name: str) -> str:
    return (course / "feedback" / student / WORDS / f"{name}.html").read_text()


def test_the_whole_road(kit: Path, walled: None) -> None:
    course = built(kit)
    call(course, "nbgrader", "release_assignment", WORDS)
    home, me = kit / "home", getpass.getuser()  # nbgrader knows a student by the account
    home.mkdir()
    config = (course / "nbgrader_config.py").read_text().replace(str(course), str(home))
    (home / "nbgrader_config.py").write_text(config)
    assert WORDS in call(home, "nbgrader", "list")
    call(home, "nbgrader", "fetch_assignment", WORDS)
    edit(home / WORDS / "shout.ipynb", lambda notebook: answer(notebook, "x = ("))
    said = call(home, "nbgrader", "validate", f"{WORDS}/shout.ipynb")
    assert "(0/2)" in said and "line 1 of your cell" in said
    edit(home / WORDS / "shout.ipynb", lambda notebook: answer(notebook, RIGHT["shout"]))
    assert "Success" in call(home, "nbgrader", "validate", f"{WORDS}/shout.ipynb")
    call(home, "nbgrader", "submit", WORDS)
    call(course, "nbgrader", "collect", WORDS)
    hand_in(course, "bob", shout="def shout(text):\n    return text", count=RIGHT["count"])
    hand_in(course, "cleo", shout="x = (", count=RIGHT["count"])

    call(course, "nbgrader", "autograde", WORDS)
    assert scores(course) == {me: 3, "bob": 3, "cleo": 3}
    about = json.loads((course / "autograded" / "bob" / WORDS / "shout.ipynb").read_text())["metadata"]["keraskata"]
    assert about["subject"] == "walled" and set(about["walls"]) == {"user", "cgroup"} - walls.check().keys()
    call(course, "nbgrader", "generate_feedback", WORDS)
    assert "is 'AB'" in html.unescape(feedback(course, "bob", "shout"))
    assert "line 1 of your cell" in feedback(course, "cleo", "shout")
    call(course, "nbgrader", "release_feedback", WORDS)
    call(home, "nbgrader", "fetch_feedback", WORDS)
    assert list((home / WORDS / "feedback").rglob("shout.html"))
    call(course, "nbgrader", "export")
    with (course / "grades.csv").open() as file:
        assert {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)} == scores(course)


def test_a_course_is_updated_and_not_overwritten(kit: Path) -> None:
    course = built(kit)
    shout, count = (course / "source" / WORDS / f"{name}.ipynb" for name in ("shout", "count"))
    ids = [cell["id"] for cell in json.loads(shout.read_text())["cells"]]
    assert call(kit, "keraskata", "notebooks", "build", str(course)).count("as it was") == 2
    for tree, code in (("exercises", "text"), ("solutions", "text.upper()")):
        text = f'"""Shout *loudly*."""\n\ndef shout(text):\n    return {code}\n'
        (kit / tree / WORDS / "shout.py").write_text(text)
    edit(count, lambda notebook: notebook["cells"].pop(0))
    (course / "mine.txt").write_text("stays")
    said = call(kit, "keraskata", "notebooks", "build", str(course))
    assert "updated" in said and "CHANGED BY HAND" in said and len(json.loads(count.read_text())["cells"]) == 5
    notebook = json.loads(shout.read_text())
    assert [cell["id"] for cell in notebook["cells"]] == ids
    assert "Shout \\*loudly\\*." in "".join(notebook["cells"][1]["source"])
    call(course, "nbgrader", "generate_assignment", WORDS, "--force")
    released = (course / "release" / WORDS / "shout.ipynb").read_text()
    assert "return text\\n" in released or 'return text"' in released
    assert "upper()" not in released and "SOLUTION" not in released and "kata_stub" not in released


def test_odd_submissions_get_what_they_earn_and_end_no_batch(kit: Path, walled: None) -> None:
    course = built(kit)
    hand_in(course, "ann", **RIGHT)
    (hand_in(course, "bob", **RIGHT) / "shout.ipynb").write_text("{ half of")
    renamed = hand_in(course, "cleo", **RIGHT)
    (renamed / "shout.ipynb").rename(renamed / "shout (1).ipynb")
    edit(renamed / "count.ipynb", lambda notebook: notebook["metadata"].pop("kata"))
    (renamed / "count.ipynb").rename(renamed / "Count_cleo.ipynb")
    late = hand_in(course, "dora", **RIGHT)
    (late / "timestamp.txt").write_text("2031-01-02 00:00:00 UTC")
    one_cell = hand_in(course, "eve", shout="def shout(text:\n", count=RIGHT["count"])
    edit(one_cell / "shout.ipynb", lambda notebook: notebook["cells"].append(code(RIGHT["shout"])))
    tampered = hand_in(course, "fay", shout="def shout(text):\n    return text", count=RIGHT["count"])
    edit(tampered / "shout.ipynb", tamper)
    (hand_in(course, "guy", count=RIGHT["count"]) / "shout.ipynb").symlink_to(course / "source" / WORDS / "shout.ipynb")
    linked = hand_in(course, "hal", **RIGHT)
    (linked / "shout.ipynb").rename(linked / "shout (1).ipynb")
    (linked / "shout.ipynb").symlink_to(kit / "written")
    broken = hand_in(course, "ida", count=RIGHT["count"])
    (broken / "shout (1).ipynb").write_text("{ half of")
    twice = hand_in(course, "joe", shout="def shout(text):\n    return text", count=RIGHT["count"])
    shutil.copy(course / "release" / WORDS / "shout.ipynb", twice / "shout-Copy1.ipynb")
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.update_or_create_assignment(WORDS, duedate="2031-01-01 00:00:00 UTC")

    said = call(course, "nbgrader", "autograde", WORDS)
    right = {"ann": 6, "bob": 3, "cleo": 6, "dora": 6, "eve": 6, "fay": 3, "guy": 3, "hal": 6, "ida": 3, "joe": 3}
    assert scores(course) == right
    assert "is taken for shout.ipynb" in said and "late" in said and "cannot be read" in said
    assert "shout-Copy1.ipynb is not graded, for there is shout.ipynb" in said
    assert not (kit / "written").exists()
    edit(renamed / "shout (1).ipynb", lambda notebook: answer(notebook, "def shout(text):\n    return text"))
    call(course, "nbgrader", "autograde", WORDS, "--student", "cleo", "--force")
    assert scores(course)["cleo"] == 3  # it is the notebook of now that counts, and no copy of an earlier one
    call(course, "nbgrader", "generate_feedback", WORDS)
    assert "This notebook cannot be read" in feedback(course, "ida", "shout")
    assert "This notebook cannot be read" in feedback(course, "bob", "shout")
    page = feedback(course, "fay", "shout")
    assert "<script>alert" not in page and "&lt;script&gt;alert(1) if 1 &amp; 2" in page


def code(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "id": "x", "source": source, "metadata": {}, "outputs": [], "execution_count": None}


def tamper(notebook: dict[str, Any]) -> None:
    """Everything that a learner may do to the metadata of a notebook whose answer is wrong."""
    about = [cell["metadata"]["nbgrader"] for cell in notebook["cells"]]
    about[-2].update(points=100, schema_version=99)
    about[-1].update(grade=False, solution=True, locked=False)
    notebook["cells"][-2].update(source="'never graded'", outputs=[{"output_type": "execute_result", "data": {}}])
    del notebook["cells"][0]["metadata"]["nbgrader"]["grade_id"]
    own = code("pass")
    own["metadata"]["nbgrader"] = {**about[-2], "grade_id": "test_upper", "points": 2}
    other = code("pass")
    other["metadata"]["nbgrader"] = {**about[-2], "grade_id": "test_of_mine", "points": 50}
    text = {"cell_type": "markdown", "id": "y", "metadata": {"nbgrader": ["?"]}, "source": "<script>alert(1) if 1 & 2"}
    notebook["cells"] += [own, other, text]
    notebook["metadata"] = {"kernelspec": {"name": "bash", "language": "bash"}}


def test_private_checks_reach_no_learner(kit: Path, walled: None) -> None:
    (kit / "course/private" / WORDS).mkdir(parents=True)
    (kit / "course/private" / WORDS / "test_shout.py").write_text(PRIVATE)
    course = built(kit)
    released = (course / "release" / WORDS / "shout.ipynb").read_text()
    hand_in(course, "ann", **RIGHT)
    telling = "def shout(text):\n    print('heard', text)\n    if len(text) > 5:\n        raise ValueError(text)\n"
    hand_in(course, "bob", shout=telling + "    return text.upper()", count=RIGHT["count"])
    call(course, "nbgrader", "autograde", WORDS)
    assert scores(course) == {"ann": 10, "bob": 6}
    call(course, "nbgrader", "generate_feedback", WORDS)
    shown = [released, feedback(course, "ann", "shout"), feedback(course, "bob", "shout")]
    shown += [path.read_text() for path in (course / "autograded").rglob("*.ipynb")]
    assert not any("secret" in text.lower() for text in shown)
    assert "0 of 4 points" in shown[2]

    options = ["--out", "out", "--private", "course/private", "--section", WORDS]
    ran = subprocess.run(
        [sys.executable, "-m", "keraskata", "grade-class", "course/submitted", *options], cwd=kit, timeout=200
    )
    assert ran.returncode == 0
    bob = json.loads((kit / "out/results/bob.json").read_text())
    assert bob["score"] == 6 and "TOP-SECRET sentence." in str(bob)  # the instructor's own file
    with api.Gradebook(f"sqlite:///{kit}/out/gradebook.db") as book:
        assert book.find_submission_notebook("shout", WORDS, "bob").max_score == 7


def test_an_interrupt_ends_the_run_whatever_is_being_graded(kit: Path, walled: None) -> None:
    course = built(kit)
    for student in ("ann", "bob", "cleo"):
        hand_in(course, student, shout=f"import time\ndef shout(text):\n    time.sleep(1000)  # {student}\n")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = [sys.executable, "-m", "nbgrader", "autograde", WORDS, "--debug"]
    run = subprocess.Popen(
        command,
        cwd=course,
        env={**os.environ, "PATH": path},
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # who is run in the background ignores it
    )
    assert run.stderr and any("Autograding" in line for line in run.stderr)
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=30)
    assert run.returncode != 0
