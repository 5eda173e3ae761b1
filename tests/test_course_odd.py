"""The nbgrader road with what goes wrong on it: odd submissions, tampered notebooks, an interrupt, an update."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT
from test_course import PRIVATE, WORDS, answer, built, call, code, edit, feedback, hand_in, scores

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")


def test_a_course_is_updated_and_not_overwritten(kit: Path) -> None:
    course = built(kit)
    shout, count = (course / "source" / WORDS / f"{name}.ipynb" for name in ("shout", "count"))
    ids = [cell["id"] for cell in json.loads(shout.read_text())["cells"]]
    assert call(kit, "keraskata", "notebooks", "build", str(course)).count("as it was") == 2
    for tree, returned in (("exercises", "text"), ("solutions", "text.upper()")):
        text = f'"""Shout *loudly*."""\n\ndef shout(text):\n    return {returned}\n'
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
