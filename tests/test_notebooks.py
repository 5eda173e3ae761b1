"""Notebooks as submissions, and the check cells of a learner's kernel."""

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import RIGHT

from keraskata import curriculum
from keraskata.grading.run import grade
from keraskata.learner.stubs import write_list
from keraskata.lessons.self_study import notebook as learner_notebook
from keraskata.lessons.texts import checks_of
from keraskata.report.text import check_text
from keraskata.results import Result
from keraskata.source.cell_text import split

SHOUT = RIGHT["shout"]


def notebook(*sources: str, **metadata: object) -> str:
    cells = [
        {"cell_type": "code", "source": s, "metadata": {}, "outputs": [], "execution_count": None} for s in sources
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells})


def graded(kit: Path, text: str) -> tuple[Result, str]:
    """The verdict on a notebook that answers `shout`, and its feedback as text."""
    path = kit / "shout.ipynb"
    path.write_text(text)
    whole = curriculum.load(kit)
    (result,) = grade(whole, [(whole.exercises["s01_words/shout"], path)], fresh=True)
    return result, "\n".join(check_text(check) for check in result.checks)


@pytest.mark.parametrize(
    "sources",
    [
        (SHOUT,),
        ("%matplotlib inline\n!pip install keras\nimport string", "%%bash\nls", SHOUT),
        ("%matplotlib inline\ndef shout(text):\n    if not text:\n        return ''\n    # what else?\n    else:\n"
         "        steps = [\n            str.upper,  # enough?\n        ]\n        return steps[0](text)",),
        ("%%time\n!echo it's\nFORM = '''\n%s\n'''\ndef shout(text):\n    %time text\n    return (FORM.strip()\n"
         "            % text.upper())\nstr.upper??\n?shout",),
        (f"import os\nfiles = !ls 'a b'\n{SHOUT}t = %timeit -o shout('a')\nt.best",),
        (SHOUT, "while True: pass", "shout(1 / 0)", "raise SystemExit", "df x:", "history = shout('a' * 10**12)"),
        (SHOUT, "def shout(text, text):\n    return text", "return shout('a')", "nonlocal x", "x = '\0'",
         "from __future__ import braces", "x = 1\nfrom __future__ import annotations", "x = " + "+" * 10**4 + "1",
         "x = " + "1 + " * 2000 + "1", "await shout('a')\n[x async for x in y]", "x = '\ud800'"),
        (f"got = await fetched()\n{SHOUT}",),
        (f"import time\n{SHOUT}\nprint(shout('x'))\ntime.sleep(100) if False else shout(crash)\n",),
        ("import string as s", "TABLE = {}", "for c in s.ascii_lowercase:\n    TABLE[c] = c.upper()", "import re\n"
         "def shout(text):\n    return re.sub('.', lambda found: TABLE[found[0]], text)"),
        ("def shout(text):\n    return helper(text)", "from __future__ import annotations\ndef helper(text: Text):\n"
         "    return text.upper()"),
        ("def shout(text):\n    return (text.upper()\n            % ())",),
        ("def shout(text):\n    return text", SHOUT),
        (["def shout(text):\n", "    return text.upper()"],),
        ("def shout(text):\n    model = text.upper()\n    class A:\n        history = model\n    return A.history",
         "while True:\n    model = 1", "while True:\n    history = 1"),
        ("UP = str.upper", "while True:\n    print([UP for UP in 'ab'])", "def shout(text):\n    return UP(text)"),
        (f"import string\nfrom __future__ import annotations\n{SHOUT}return shout('a')",),
        (f"x = [str.upper]\nglobal x\nx[0]?\nup = str.upper?\n{SHOUT}",),
        ("class Big:\n    up = str.upper", "UP = Big.up", "def loud(f):\n    return f", "EMPTY = ''",
         "@loud\ndef shout(text, empty=EMPTY):\n    def inner():\n        global LAST\n        LAST = UP(text)\n"
         "        return [each + empty for each in LAST]\n    return ''.join(inner())"),
    ],
    ids=["plain", "magics", "no magics", "magics between", "magics given", "experiments", "no Python",
         "await", "in one cell", "globals", "helper below", "percent", "twice", "lines", "local names",
         "names of a comprehension", "each statement by itself", "help", "global names"],
)  # fmt: skip
def test_right_answers_pass_with_whatever_was_tried_out_beside_them(kit: Path, sources: tuple[str, ...]) -> None:
    result, text = graded(kit, notebook(*sources))
    assert result.done, text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (notebook("x = 1", "def shout(text):\n    return (text"), "line 2 of your cell 2"),
        (notebook("def shuot(text):\n    return text.upper()"), "you have a shuot"),
        (notebook(), "no shout in the cells of this notebook"),
        (notebook("import strin as s", "UP = s.upper", "def shout(text):\n    return UP(text)"), "named 'strin'"),
        (notebook("def shout(text: T):\n    return text.upper()", "T = str"), "'T' is not defined"),
        (notebook("def shout(text):\n    return text.upper", "df shout(text)"), "is 'AB'"),
        (notebook("x = 1", "\ndef shout(text, text):\n    return text"), "line 2 of your cell 2: duplicate argument"),
        (notebook("def shout(text, text):\n    return text"), "def shout(text, text):\n"),
        (notebook("\nUP = await up", "def shout(text):\n    return UP(text)"), "line 2 of your cell 1: 'await'"),
        (notebook("UP = await up", "def shout(text):\n    return UP(text)"), "works in Jupyter alone"),
        (notebook("%cd ..\nfiles = !ls\ndef shout(text):\n    return text text"), "line 4 of your cell"),
        ("no JSON", "no notebook: it is not the JSON"),
        ('{"nbformat": 3, "worksheets": []}', "in the old format"),
        ('{"nbformat": 4, "cells": {"a": 1}}', "its JSON has no cells"),
        ("[" * 100_000, "no notebook"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_cell_and_line(kit: Path, text: str, words: str) -> None:
    result, feedback = graded(kit, text)
    assert result.points == 0 and words in feedback, feedback


CHECKS = "from keraskata.notebook import check\n"
SAVED = {  # as programs save a notebook as a Python file: each has the kit's own cells, and experiments
    "nbconvert": "#!/usr/bin/env python\n# coding: utf-8\n\n# # Shout\n\n# In[1]:\n\n\n{checks}\n\n# In[ ]:\n\n\n"
    "get_ipython().run_line_magic('matplotlib', 'inline')\nfiles = get_ipython().getoutput('ls')\n{code}\n\n"
    "# In[12]:\n\n\ncheck('s01_words/shout', 'test_upper')\n\n\n# In[13]:\n\n\nshout(1 / 0)\n",
    "VS Code": "# %% [markdown]\n# # Shout\n\n# %%\n%pip install keraskata\n{checks}\n# %%\n{code}\n"
    "# %%\ncheck('s01_words/shout', 'test_upper')\n# %%\nwhile True: pass\n",
    "Spyder": "#%%\n{checks}#%% mine\n{code}#%%\ndf x:\n#%%\ncheck('s01_words/shout', 'test_upper')\n",
    "jupytext": "# ---\n# jupyter:\n#   jupytext:\n#     text_representation:\n# ---\n\n# # Shout\n\n{checks}\n"
    "# +\n# %matplotlib inline\n{code}# -\n\ncheck('s01_words/shout', 'test_upper')\n",
    "Colab": '# -*- coding: utf-8 -*-\n"""shout.ipynb\n\nAutomatically generated by Colab.\n\nOriginal file is at\n'
    '    https://colab.research.google.com/drive/1x\n"""\n\n!pip install keraskata\n\n'
    '{checks}\n"""# Shout"""\n\n{code}\n'
    "check('s01_words/shout', 'test_upper')\n\nshout(1 / 0)\n",
    "by hand": "{checks}{code}\ncheck('s01_words/shout', 'test_upper')\n",
}


def graded_file(kit: Path, text: str) -> tuple[Result, str]:
    """The verdict on a Python file that answers `shout`, and its feedback as text."""
    path = kit / "shout.py"
    path.write_text(text)
    whole = curriculum.load(kit)
    (result,) = grade(whole, [(whole.exercises["s01_words/shout"], path)], fresh=True)
    return result, "\n".join(check_text(check) for check in result.checks)


@pytest.mark.parametrize("program", SAVED)
@pytest.mark.parametrize("code", [SHOUT, f"import string\nUP = str.upper\n{SHOUT.replace('text.upper()', 'UP(text)')}"])
def test_a_notebook_that_was_saved_as_a_python_file_is_graded_as_one(kit: Path, program: str, code: str) -> None:
    result, text = graded_file(kit, SAVED[program].format(checks=CHECKS, code=code))
    assert result.done, text


BROKEN = [
    "df x:",
    "x = (1",
    "def f():",
    "x = = 1\n    y",
    "if True:\n  a = 1\n b = 2",
    "!pip install -q keras",
    "%matplotlib inline",
]


@pytest.mark.parametrize("program", SAVED)
@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_cell_of_a_saved_notebook_costs_no_other(kit: Path, program: str, broken: str) -> None:
    """Colab marks no cells: one slip anywhere cost the whole exercise."""
    answer = SHOUT.replace("text.upper()", "UP(text)")
    mark = {"VS Code": "# %%\n", "Spyder": "#%%\n", "nbconvert": "# In[3]:\n\n"}.get(program, "\n")
    cells = [broken, f'UP = str.upper\n\n\n"""A text\n\nof two paragraphs."""\n\n{answer}', broken]
    result, text = graded_file(kit, SAVED[program].format(checks=CHECKS, code=f"\n{mark}".join(cells) + "\n"))
    assert result.done, text


@pytest.mark.parametrize("command", ["!pip install keras", "%matplotlib inline", "%%time", "!ls *.py", "%cd .."])
def test_a_file_with_jupyters_commands_was_copied_from_a_notebook(kit: Path, command: str) -> None:
    result, text = graded_file(
        kit, f"{command}\nUP = str.upper\n\n{command}\n{SHOUT.replace('text.upper()', 'UP(text)')}"
    )
    assert result.done, text


def test_a_command_in_a_text_of_python_is_none(kit: Path) -> None:
    """Else only what an answer needs of its file would run."""
    text = f'"""\n!pip install keras\n"""\n{SHOUT}raise SystemExit\n'
    assert not graded_file(kit, text)[0].points


def test_paragraphs_take_no_more_time_than_a_text() -> None:
    """An attack: many broken paragraphs, each of which had all that follows parsed."""
    for text in ("a b\n\n" * 3_000, "x = [1]\n" * 1_500 + "\n!a\n" * 1_500, "(\n\n" * 6_000, "def f():\n\n" * 1_500):
        began = time.process_time()
        cells = split(text)
        assert time.process_time() - began < 2
        assert "\n".join(source for _, source in cells) == text


@pytest.mark.parametrize("program", SAVED)
def test_of_a_saved_notebook_too_the_stub_by_itself_earns_nothing(kit: Path, program: str) -> None:
    stub = "def shout(text):\n    return text\n"  # one of its checks passes: that of an empty text
    (kit / "exercises" / "s01_words" / "shout.py").write_text(stub)
    grader = kit / "graders" / "s01_words" / "test_shout.py"
    grader.write_text(grader.read_text().replace(', needs=["test_upper"]', ""))
    write_list(curriculum.load(kit))
    saved = SAVED[program].replace("!pip install keraskata\n", "")
    own = stub.replace("return text", "return text or ''")
    untouched, changed = (graded_file(kit, saved.format(checks=CHECKS, code=code)) for code in (stub, own))
    assert untouched[0].points == 0 and "the stub does this by itself" in untouched[1], untouched[1]
    assert changed[0].points == 1, changed[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{CHECKS}x = 1\n\ndf x:\n\ndef shout(text):\n    return (text", "line 7 of shout.py"),
        (f"{CHECKS}df x:\n\ndef shout(text):\n    return text + y\n", "line 2 of shout.py: invalid syntax"),
        ("# %%\nx = 1\n# %%\ndef shout(text):\n    return (text", "line 5 of shout.py"),
        ("# In[1]:\n\nimport strin as s\n\n# In[2]:\n\ndef shout(text):\n    return s.upper", "named 'strin'"),
        (f"{CHECKS}def shuot(text):\n    return text.upper()", "you have a shuot"),
        ("# %%\ndef shout(text):\n    return text", "is 'AB'"),
    ],
)
def test_what_is_wrong_in_a_saved_notebook_is_named_by_the_lines_of_the_file(kit: Path, text: str, words: str) -> None:
    result, feedback = graded_file(kit, text)
    assert result.points < 3 and words in feedback, feedback


def test_a_notebook_of_the_kit_is_graded_as_jupyter_saves_it(kit: Path) -> None:
    nbconvert = pytest.importorskip("nbconvert", reason="Jupyter is not installed: pip install -e '.[nbgrader]'")
    whole = curriculum.load(kit)
    exercise = whole.exercises["s01_words/shout"]
    made = json.dumps(learner_notebook(whole, exercise, checks_of(whole)[exercise.id]))
    saved, _ = nbconvert.PythonExporter().from_file(
        io.StringIO(made.replace("raise NotImplementedError", "return text.upper()"))
    )
    result, text = graded_file(kit, saved)
    assert result.done, text
    assert not graded_file(kit, nbconvert.PythonExporter().from_file(io.StringIO(made))[0])[0].points


KERNEL = """
import contextlib, io, pathlib, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()

def run(cell, source):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        shell.run_cell(source, store_history=True, cell_id=cell)
    return out.getvalue(), err.getvalue()

def wants(cell, source, *words):
    said, warned = run(cell, source)
    assert all(word in said for word in words) and not warned, (said, warned)

CHECK = 'check("s01_words/shout", "test_upper")'
run("a", "from keraskata.notebook import check")
wants("c", CHECK, "no shout in the cells", "0 of 2 points")
run("b", "def shout(text):\\n    return text")
wants("c", CHECK, "is 'AB'", "0 of 2 points")
run("b", "def shout(text):\\n    return text.upper()")
wants("c", CHECK, "✓ shout(text) is in capitals. (2/2)")
run("e", "1 / 0")
wants("d", 'check("s01_words/shout", "test_empty")', "✓", "(1/1)")
run("b", "def shout(text):\\n    return (text")
wants("c", CHECK, "line 2 of your cell", "0 of 2 points")  # and not what an earlier cell has left in the kernel
run("b", "def shout(text):\\n    return text.upper() if text is not 'a' else 'A'")
wants("c", CHECK, "(2/2)")  # what Python warns of is told below the learner's own cell
run("b", "from keraskata.notebook import check\\ndef shout(text):\\n    return text.upper()")
wants("c", CHECK, "(2/2)")
slow = pathlib.Path("slow").absolute()
slow.touch()
run("b", f"import os, time\\ndef shout(text):\\n    time.sleep(3 * os.path.exists('{slow}'))\\n    return text.upper()")
wants("c", CHECK, "an answer within 2 seconds")
slow.unlink()
wants("c", CHECK, "(2/2)")
wants("d", 'check("s01_words/shout", "test_empty")', "(1/1)")
wants("c", 'check("s01_words/shout", "test_gone")', "no check called test_gone")
wants("c", 'check("s01_words/count", "private")', "graded after you hand in")
"""


def test_check_cells_grade_what_the_cells_say_now(kit: Path) -> None:
    pytest.importorskip("IPython", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
    ran = subprocess.run([sys.executable, "-c", KERNEL], cwd=kit, capture_output=True, text=True, timeout=100)
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stderr
