"""What an instructor grades by hand stands in a kit notebook, too: nothing of it is lost, and nothing of it runs."""

import base64
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import RIGHT
from test_course import WORDS, built, call, code, edit, hand_in

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n and more").decode()
SCRIPT = "<script>alert(1)</script>"
LINKS = f"See [the paper](https://example.org/a?b=1&c), [this](javascript:alert(1)) and {SCRIPT}"
PICTURES = "![mine](attachment:image.png) ![none](attachment:other.png) ![far](https://example.org/p.png)"


def markdown(source: str, **more: Any) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": f"m{len(source)}", "source": source, "metadata": {}, **more}


def by_hand(cell: dict[str, Any], name: str, **marks: Any) -> dict[str, Any]:
    about = {"schema_version": 3, "grade_id": name, "grade": False, "solution": False, "locked": False, "task": False}
    cell["metadata"] = {"nbgrader": {**about, "points": 4, "cell_type": cell["cell_type"], **marks}}
    return cell


def add_work_by_hand(notebook: dict[str, Any]) -> None:
    """A task, and two answers to be graded by hand."""
    notebook["cells"] += [
        by_hand(markdown("Try something of your own."), "own", task=True, locked=True),
        by_hand(markdown("YOUR ANSWER HERE"), "essay", grade=True, solution=True),
        by_hand({**code("# YOUR PLOT HERE"), "id": "p"}, "plot", grade=True, solution=True),
    ]


def do_it(notebook: dict[str, Any]) -> None:
    """What a student makes of it, and what a student may try."""
    _, essay, plot = notebook["cells"][-3:]
    essay["source"] = f"{LINKS} {PICTURES}"
    odd = {"image/png": PNG + '"><script>alert(2)'}
    svg = {"image/svg+xml": SCRIPT}
    essay["attachments"] = {
        "image.png": {"image/png": PNG},
        "odd.png": odd,
        "x.svg": svg,
        'a"b.png': {"image/png": PNG},
    }
    plot["source"] = "raise SystemExit(1)"
    plot["outputs"] = outputs()
    own = {
        **code("1 + 1"),
        "id": "own",
        "outputs": [{"output_type": "execute_result", "data": {"text/plain": "2 own"}}],
    }
    notebook["cells"].insert(notebook["cells"].index(essay), own)


def outputs() -> list[dict[str, Any]]:
    html = {"text/html": SCRIPT, "application/javascript": "alert(3)", "text/plain": "<Figure>"}
    return [
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": PNG, "text/html": SCRIPT}},
        {"output_type": "display_data", "metadata": {"filenames": {"image/png": "/etc/passwd"}}, "data": html},
        {"output_type": "stream", "name": "stdout", "text": ["1 of 4\n", SCRIPT]},
        {"output_type": "error", "ename": "E", "evalue": "x", "traceback": ["Trace", "back"]},
        {"output_type": "stream", "name": "stdout", "text": "x" * 30_000},
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": "?", "text/plain": ["a", 1]}},
    ]


def test_nothing_that_is_graded_by_hand_is_lost(kit: Path, walled: None) -> None:
    course = built(kit)
    edit(course / "source" / WORDS / "shout.ipynb", add_work_by_hand)
    call(course, "nbgrader", "generate_assignment", WORDS, "--force")
    ann = hand_in(course, "ann", **RIGHT)
    edit(ann / "shout.ipynb", do_it)
    (ann / "shout.ipynb").rename(ann / "shout (1).ipynb")
    edit(hand_in(course, "bob", **RIGHT) / "shout.ipynb", lambda notebook: notebook["cells"].pop(-3))
    said = call(course, "nbgrader", "autograde", WORDS)
    assert said.count("6/18; some of it waits for your own grade") == 2, said
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        for student in ("ann", "bob"):
            graded = {grade.name: grade for grade in book.find_submission_notebook("shout", WORDS, student).grades}
            assert graded.keys() == {"test_upper", "test_empty", "own", "essay", "plot"}
            assert {name: grade.auto_score for name, grade in graded.items() if name.startswith("test")} == {
                "test_upper": 2,
                "test_empty": 1,
            }
            assert graded["own"].needs_manual_grade

    cells = nbformat.read(course / "autograded/ann" / WORDS / "shout.ipynb", as_version=4).cells
    found = {cell["metadata"].get("nbgrader", {}).get("grade_id", cell["source"]): cell for cell in cells}
    assert found["own"]["source"] == "Try something of your own." and found["own"]["metadata"]["nbgrader"]["task"]
    assert found["essay"]["attachments"] == {"image.png": {"image/png": PNG}}
    assert [output.get("text", output.get("data")) for output in found["plot"]["outputs"]] == [
        {"image/png": PNG},
        "<Figure>",
        f"1 of 4\n{SCRIPT}",
        "Trace\nback",
        "x" * 20_000 + "\n…",
        "a",
    ]
    assert found["1 + 1"]["outputs"][0]["text"] == "2 own"

    call(course, "nbgrader", "generate_feedback", WORDS)
    page = (course / "feedback/ann" / WORDS / "shout.html").read_text()
    assert page.count(f"data:image/png;base64,{PNG}") == 2
    assert 'href="https://example.org/a?b=1&amp;c"' in page and 'href="https://example.org/p.png"' in page
    assert "Try something of your own." in page and "2 own" in page and "1 of 4" in page
    assert not re.search(r'<script>alert|href="javascript|src="(?!data:image|https://cdnjs)|passwd', page)
