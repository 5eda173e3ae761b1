"""What nbgrader's commands say in a course of the kit: a line for each student, and what to do."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT
from test_course import WORDS, built, call, code, edit, hand_in, scores

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")


def with_many_outputs(notebook: dict[str, Any]) -> None:
    """21 MB of a picture, as a plot of many points in a notebook is."""
    output = {"output_type": "display_data", "data": {"image/png": "A" * 21_000_000}, "metadata": {}}
    notebook["cells"].insert(0, {**code("1"), "outputs": [output]})


def lines(said: str) -> dict[str, str]:
    """The line of each student."""
    found = [re.fullmatch(r"\[AutogradeApp \| (?:INFO|WARNING)\] (\w+) +(\S.*)", line) for line in said.splitlines()]
    assert all(found), said
    return {line[1]: line[2] for line in found if line}


def test_a_line_for_each_student_with_the_score_and_what_could_not_be_read(kit: Path, walled: None) -> None:
    course = built(kit)
    hand_in(course, "ann", **RIGHT)
    by_hand = hand_in(course, "bob", **RIGHT)
    for name in ("timestamp.txt", "submission_secret.txt"):
        (by_hand / name).unlink()
    renamed = hand_in(course, "cleo", **RIGHT)
    (renamed / "shout.ipynb").rename(renamed / "shout (1).ipynb")
    edit(hand_in(course, "dan", **RIGHT) / "shout.ipynb", with_many_outputs)
    (hand_in(course, "eve", **RIGHT) / "shout.ipynb").write_text("{ half of")
    hand_in(course, "fay", count=RIGHT["count"])
    assert lines(call(course, "nbgrader", "autograde", WORDS)) == {
        "ann": "6/6",
        "bob": "6/6",
        "cleo": "6/6; shout (1).ipynb is taken for shout.ipynb",
        "dan": "6/6",
        "eve": "3/6; shout.ipynb cannot be read: no notebook: it is not the JSON that Jupyter saves",
        "fay": "3/6; No submitted file: shout.ipynb",
    }
    assert scores(course)["dan"] == 6
    again = lines(call(course, "nbgrader", "autograde", WORDS))
    assert again["ann"] == "was graded before; --force grades again" and len(again) == 6
    assert "Sanitizing" in call(course, "nbgrader", "autograde", WORDS, "--student", "ann", "--force", "--debug")

    call(course, "nbgrader", "generate_feedback", WORDS)
    said = call(course, "nbgrader", "release_feedback", WORDS)
    assert "Traceback" not in said
    assert "bob's work did not come from the exchange, so no feedback is released there: hand out feedback/bob/" in said
    assert len(list((kit / "exchange/keras/feedback").glob("*.html"))) == 9
