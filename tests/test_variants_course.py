"""Variants in an nbgrader course: notebooks of each student's own, graded by what they say or by the roster."""

import json
import shutil
from pathlib import Path

from test_course import WORDS, built, call, edit, scores
from test_variants import course
from varied_kit import SOLUTION, vary

from keraskata.curriculum import Exercise
from keraskata.lessons.texts import code
from keraskata.variants import of_student

STUDENTS = ("ann", "ben", "cyd")


def given_out(kit: Path) -> tuple[Path, dict[str, Exercise]]:
    """A course, notebooks for three students beside it, and the variant of each."""
    exercise = vary(kit)
    course(kit, *STUDENTS)
    folder = built(kit)
    call(kit, "keraskata", "variants", "--course=course.toml", "--notebooks=course/release", "--out=given")
    return folder, {name: exercise.of(of_student("some words of our own", name)) for name in STUDENTS}


def cells(place: Path) -> dict[str, str]:
    return {each["metadata"]["nbgrader"]["grade_id"]: each["source"] for each in json.loads(place.read_text())["cells"]}


def solve(place: Path, own: Exercise) -> None:
    """Write the right answer below the line that says the variant."""

    def change(notebook: dict[str, object]) -> None:
        for cell in notebook["cells"]:  # type: ignore[attr-defined]
            if cell["metadata"]["nbgrader"]["solution"]:
                first = "".join(cell["source"]).splitlines()[0]
                cell["source"] = f"{first}\n{code(own.varied(SOLUTION))}"

    edit(place, change)


def hand_in(folder: Path, kit: Path, student: str, notebooks_of: str) -> None:
    submitted = folder / "submitted" / student / WORDS
    shutil.copytree(kit / "given" / notebooks_of / WORDS, submitted)
    (submitted / "timestamp.txt").write_text("2026-01-02 03:04:05.6 UTC")


def test_each_student_gets_notebooks_of_their_own_and_is_graded_by_them(kit: Path, walled: None) -> None:
    folder, own = given_out(kit)
    for name, variant in own.items():
        found = cells(kit / f"given/{name}/{WORDS}/shout.ipynb")
        assert found["solution"].splitlines()[0] == f"# Variant: {variant.variant}"
        assert f"It has {variant.values['marks']} marks behind it" in found["task"]
        assert f"with {variant.values['marks']} marks" in found["test_it"]
        count = f"{WORDS}/count.ipynb"
        assert (kit / f"given/{name}/{count}").read_bytes() == (folder / f"release/{count}").read_bytes()
        solve(kit / f"given/{name}/{WORDS}/shout.ipynb", variant)
    said = call(kit / "given", "nbgrader", "validate", f"ann/{WORDS}/shout.ipynb")
    assert "Success! Your notebook passes all the tests." in said and "CHANGED" not in said

    for student, whose in (("ann", "ann"), ("ben", "ann"), ("cyd", "cyd")):
        hand_in(folder, kit, student, whose)
    call(folder, "nbgrader", "autograde", WORDS)
    assert scores(folder) == {"ann": 3, "ben": 3, "cyd": 3}
    with (folder / "nbgrader_config.py").open("a") as file:
        file.write('c.JudgeCells.course = "../course.toml"\n')
    call(folder, "nbgrader", "autograde", WORDS, "--force")
    found = scores(folder)
    assert found["ann"] == found["cyd"] == 3 and found["ben"] < 3
    graded = (folder / f"autograded/ben/{WORDS}/shout.ipynb").read_text()
    assert f"variant {own['ben'].variant}" in graded
    assert f"It has {own['ben'].values['marks']} marks behind it" in graded
