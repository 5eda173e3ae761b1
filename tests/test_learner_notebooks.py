"""Notebooks for those who learn alone: written, worked in, written again; and their first cell on full machines."""

import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT, give_book, give_hints
from pages import kata

from keraskata import curriculum
from keraskata.grading.run import grade
from keraskata.learner import memory
from keraskata.lessons.self_study import notebook
from keraskata.lessons.texts import checks_of

WITHOUT_NBGRADER = """
import sys
sys.modules.update(dict.fromkeys(("nbgrader", "nbformat", "nbconvert", "nbclient", "IPython")))
from keraskata.cli import app
app(["notebooks", "learner", "learn"])
"""


def written(kit: Path) -> Path:
    kata(kit, "notebooks", "learner", "learn")
    return kit / "learn" / "s01_words" / "shout.ipynb"


def code(place: Path) -> list[str]:
    return [cell["source"] for cell in json.loads(place.read_text())["cells"] if cell["cell_type"] == "code"]


def edit(place: Path, number: int, **changes: Any) -> None:
    found = json.loads(place.read_text())
    [cell for cell in found["cells"] if cell["cell_type"] == "code"][number].update(changes)
    place.write_text(json.dumps(found))


def test_they_need_nothing_of_jupyter_to_be_written(kit: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", WITHOUT_NBGRADER], cwd=kit, capture_output=True, text=True, timeout=100)
    assert ran.returncode == 0 and "2 notebooks: 2 made." in ran.stdout, ran.stdout + ran.stderr
    assert "learn/s01_words/shout.ipynb" in ran.stdout
    assert sorted(path.name for path in (kit / "learn").rglob("*")) == ["count.ipynb", "s01_words", "shout.ipynb"]


def test_they_are_sound_and_hold_the_stub_and_no_solution(kit: Path) -> None:
    place = written(kit)
    found = json.loads(place.read_text())
    nbformat = pytest.importorskip("nbformat", reason="Jupyter is not installed: pip install -e '.[nbgrader]'")
    nbformat.validate(found)
    assert found["metadata"]["kernelspec"]["name"] == "python3"
    assert found["metadata"]["language_info"]["name"] == "python"
    install, stub, upper, empty, stuck = code(place)
    assert stub == "def shout(text):\n    raise NotImplementedError" and "upper()" not in place.read_text()
    assert (
        "check, hint, solution" in install and 'check("s01_words/shout", "test_upper")' in upper and "1 point" in empty
    )
    assert all(line.startswith("#") for line in stuck.splitlines())  # "Run All" shows no hint
    assert "(../s01_words/count.ipynb)" in found["cells"][-1]["source"]


def test_their_first_cell_leads_to_the_book_and_the_book_to_them(kit: Path) -> None:
    give_book(kit)
    place = written(kit)
    first, task = (cell["source"] for cell in json.loads(place.read_text())["cells"][:2])
    link = re.search(r"More in the book: \[Capitals\]\((.+)#capitals\)", first)
    assert link and "kata book" not in first + task
    chapter = (place.parent / link[1]).resolve()
    leads = re.search(r"\[shout\]\((.+)\): read", chapter.read_text())
    assert leads and (chapter.parent / leads[1]).resolve() == place.resolve()
    assert (chapter.parent / "pictures" / "blanks.svg").is_file()


def test_what_a_learner_wrote_is_never_overwritten(kit: Path) -> None:
    place = written(kit)
    before = place.read_bytes()
    assert "2 as it was." in kata(kit, "notebooks", "learner", "learn").stdout and place.read_bytes() == before
    output = {"output_type": "stream", "name": "stdout", "text": ["Not yet"]}
    edit(place, 2, outputs=[output], execution_count=3)  # only run
    edit(place.with_name("count.ipynb"), 1, source=RIGHT["count"].splitlines(keepends=True))
    mine = place.with_name("count.ipynb").read_bytes()
    grader = kit / "graders/s01_words"
    for name in ("shout", "count"):
        test = grader / f"test_{name}.py"
        test.write_text(test.read_text().replace('"""', '"""Really: ', 1))
    said = kata(kit, "notebooks", "learner", "learn").stdout
    assert "count.ipynb: you have worked in it, so it stays as it is." in said and "1 updated, 1 yours." in said
    assert place.with_name("count.ipynb").read_bytes() == mine and "Really: " in place.read_text()
    for content in (b"", b"{ half of", b'{"nbformat": 4, "cells": []}'):
        place.write_bytes(content)
        assert "1 as it was" not in kata(kit, "notebooks", "learner", "learn").stdout and place.read_bytes() == content


def test_one_that_was_handed_in_is_graded(kit: Path) -> None:
    place = written(kit)
    edit(place, 1, source=RIGHT["shout"])
    whole = curriculum.load(kit)
    (result,) = grade(whole, [(whole.exercises["s01_words/shout"], place)])
    assert result.done


KERNEL = """
import contextlib, io, json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
HOST = sys.argv[1]
cells = [cell for cell in json.load(open(sys.argv[2]))["cells"] if cell["cell_type"] == "code"]
install, stub, upper, empty, *_, stuck = ((cell["id"], cell["source"]) for cell in cells)

def run(cell, source, *words):
    given = {"jupyter": {"cellId": cell}, "colab": {"colab": {"cell_id": cell}}, "neither": {}}[HOST]
    shell.parent_header = {"metadata": given}
    with contextlib.redirect_stdout(io.StringIO()) as out:
        shell.run_cell(source, store_history=True)
    assert all(word in out.getvalue() for word in words), (words, out.getvalue())

def answer(text):
    run(stub[0], text)

"""
OUT_OF_ORDER = """
answer("def shout(text):\\n    return text.upper()")  # before the kit is there
run(*install)
run(*upper, "(2/2)")
answer("def shout(text):\\n    return text")
run(*upper, "is 'AB'", "0 of 2")
run(*empty, "waits for")
answer("def shout(text):\\n    return (text")
run(*upper, "line 2 of your cell")
answer("def shout(text):\\n    return text.upper()")
run(*empty, "(1/1)")
run(*stub)
run(*upper, "still to be written")
"""
HELP = """
run(*stub)
run(*install)
run(*stuck)
run("h", 'hint("s01_words/shout")', "Hint 1 of 3, a nudge", "Louder", "again for the next")
run("h", 'hint("shout")', "Hint 2 of 3")
run("h", 'hint("shout")', "Hint 3 of 3", "no more")
run("h", 'hint("count")', "no hints for s01_words/count")
run("h", 'hint("shuot")', "Did you mean s01_words/shout?")
run("s", 'solution("shout")', "0 of 3 points", "give_up=True")
answer("def shout(text):\\n    return text.upper()")
run("s", 'solution("shout")', "return text.upper()")
run("s", 'solution("count", give_up=True)', "text.split()")
"""
TROUBLE = """
run(*stub)
run(*install)
__import__("os").unlink("solutions/s01_words/shout.py")
run("h", 'hint("shout")', "Hint 1 of 3", "again for the next one", "shown cannot be remembered")
run("h", 'hint("shout")', "Hint 2 of 3")
run("s", 'solution("shout", give_up=True)', "solutions/s01_words/shout.py")
run("s", 'try: solution("shout")\\nexcept Exception as error: print(type(error).__name__)', "NotYet")
"""


def played(kit: Path, host: str, scene: str) -> None:
    pytest.importorskip("IPython", reason="Jupyter is not installed: pip install -e '.[nbgrader]'")
    command = [sys.executable, "-c", KERNEL + scene, host, str(written(kit))]
    ran = subprocess.run(command, cwd=kit, capture_output=True, text=True, timeout=100)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("host", ["jupyter", "colab", "neither"])
def test_cells_are_known_wherever_they_run_and_in_any_order(kit: Path, host: str) -> None:
    played(kit, host, OUT_OF_ORDER)


def test_help_keeps_the_rules_of_the_command_line(kit: Path) -> None:
    give_hints(kit, "shout", 'nudge = "Louder"\nidea = "Capitals"\nnearly = "upper"\n')
    played(kit, "jupyter", HELP)
    remembered = memory.load(curriculum.load(kit))
    assert remembered.hints == {"s01_words/shout": 3} and remembered.given_up == ["s01_words/count"]


def test_help_says_what_cannot_be_done_and_shows_no_traceback(kit: Path) -> None:
    give_hints(kit, "shout", 'nudge = "Louder"\nidea = "Capitals"\nnearly = "upper"\n')
    (kit / ".kata").write_text("")  # no folder: nothing can be remembered
    played(kit, "jupyter", TROUBLE)


def wheel(folder: Path, name: str, version: str, *needs: str, **modules: str) -> None:
    """A package for pip, made by hand: no index is asked."""
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n" + "".join(
        f"Requires-Dist: {n}\n" for n in needs
    )
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for module, text in modules.items():
            archive.writestr(f"{name}/{module}.py", text)
        info = f"{name}-{version}.dist-info"
        archive.writestr(f"{info}/METADATA", about)
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


@pytest.mark.parametrize(
    ("needs", "words"),
    [("guest>=1", "the kit is there"), ("guest>=2", "those here are too old for the kit"), ("", "finds no keraskata")],
)
def test_the_first_cell_replaces_nothing(kit: Path, needs: str, words: str) -> None:
    host, links = kit / "host", kit / "links"
    links.mkdir()
    subprocess.run([sys.executable, "-m", "venv", str(host)], check=True, timeout=100)
    python = host / "bin" / "python"
    wheel(links, "guest", "1.0", __init__="")
    wheel(links, "torch", "2.0", __init__="")
    offline = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(links)}
    pip = [str(python), "-m", "pip"]
    subprocess.run([*pip, "install", "-q", "guest", "torch"], env=offline, check=True, timeout=100)
    wheel(links, "guest", "2.0", __init__="")
    if needs:
        wheel(links, "keraskata", "1.0", needs, __init__="", notebook="check = hint = solution = print")
    cell = code(written(kit))[0] + "\ncheck('the kit is there')"
    for _ in range(2):
        ran = subprocess.run(
            [str(python), "-c", cell], cwd=host, env=offline, capture_output=True, text=True, timeout=100
        )
        assert words in ran.stdout + ran.stderr, ran.stdout + ran.stderr
    listed = subprocess.run([*pip, "freeze"], env=offline, capture_output=True, text=True, timeout=100).stdout
    assert "guest==1.0" in listed and "torch==2.0" in listed
    assert ("Installing" in ran.stdout) == (words != "the kit is there")  # quick and quiet where it is installed


EARLIER = """
def datasets_of_another_package():
    import types
    sys.modules["datasets"] = types.ModuleType("datasets")  # as Hugging Face's, which cells of a full machine import

datasets_of_another_package()
run("x", "import keras; keras.config.set_floatx('float64'); keras.config.set_image_data_format('channels_first')")
run(*install)
answer(open(sys.argv[3]).read() + f"# {sys.argv[2]}")  # no verdict is known of this text
for cell in cells[2:-1]:
    run(cell["id"], cell["source"], "✓")
run("y", "print(keras.config.floatx(), keras.config.image_data_format())", "float64 channels_first")
"""


@pytest.mark.parametrize("name", ["s09_tensors/tensor_facts", "s09_tensors/first_layer", "s11_cnn/build_cnn"])
def test_what_earlier_cells_did_changes_no_verdict_and_stays(name: str, tmp_path: Path) -> None:
    pytest.importorskip("IPython", reason="Jupyter is not installed: pip install -e '.[nbgrader]'")
    whole = curriculum.load(curriculum.default_root())
    exercise = whole.exercises[name]
    (checks,) = checks_of(replace(whole, exercises={name: exercise})).values()
    place = tmp_path / "it.ipynb"
    place.write_text(json.dumps(notebook(whole, exercise, checks)))
    command = [sys.executable, "-c", KERNEL + EARLIER, "colab", str(place), str(whole.solution(exercise))]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr
