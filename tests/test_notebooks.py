"""Notebooks as submissions, and the check cells of a learner's kernel."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RIGHT

from keraskata import curriculum
from keraskata.grading.run import grade
from keraskata.report.text import check_text
from keraskata.results import Result

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
