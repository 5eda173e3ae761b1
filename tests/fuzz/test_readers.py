"""Fuzz of what reads notebooks and archives: no exception but the named ones, in bounded time and memory."""

import io
import json
import random
import resource
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from fuzzing import ODD, cases, given, mangled, mutated, profile, strategies

from keraskata import curriculum
from keraskata.handed_in import folder
from keraskata.handed_in.folder import Work
from keraskata.handed_in.parts import Part
from keraskata.source.notebook import NoNotebook, Notebook, opened

KIT = curriculum.load(Path(__file__).parent.parent.parent)
SECTION, NAME = "s03_binary_classification", "sigmoid"
MEMORY = 400 * 2**10  # kB that the process may grow in all: it imports no Keras, so the other file runs by itself
FOLDER = tempfile.TemporaryDirectory(prefix="kata-fuzz-")
PLACE = Path(FOLDER.name) / "ann.zip"
START = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
BOOK: dict[str, Any] = {
    "cells": [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Title\n", "text"]},
        {
            "cell_type": "code",
            "metadata": {"nbgrader": {"grade": False, "grade_id": "answer", "locked": False, "solution": True}},
            "source": "def sigmoid(z):\n    return z\n",
            "outputs": [{"output_type": "display_data", "data": {"image/png": "AAAA"}, "metadata": {}}],
            "execution_count": 1,
        },
        {"cell_type": "code", "metadata": {"nbgrader": {"grade": True, "locked": True}}, "source": ["check()\n"]},
    ],
    "metadata": {"kata": {"exercise": f"{SECTION}/{NAME}"}, "kernelspec": {"name": "python3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
TEXT = json.dumps(BOOK).encode()
PARTS = (
    "",
    ".",
    "..",
    "/",
    SECTION,
    "exercises",
    "solutions",
    "mine",
    "__MACOSX",
    ".git",
    "a" * 300,
    "é\ud800",
    "\x1b[2J",
)
NAMES = (
    f"{NAME}.py",
    f"{NAME}.ipynb",
    "x.ipynb",
    ".ipynb",
    f"{NAME}.PY",
    "",
    "..",
    f"{NAME}.py\0",
    "C:\\x.py",
    "’\u202e.ipynb",
)
MARKS = (b"PK\1\2", b"PK\3\4", b"PK\5\6")


def look(content: bytes) -> None:
    """Read a notebook: what comes is text throughout, or a NoNotebook."""
    try:
        found = opened(content)
    except NoNotebook as error:
        assert str(error)  # noqa: PT017 - both ends are right
        return
    assert isinstance(found, Notebook) and isinstance(found.exercise, str)
    assert all(isinstance(kind, str) and isinstance(source, str) for kind, source, _ in found.cells)
    assert all(isinstance(about, dict) for *_, about in found.cells)
    assert found.text.encode("utf-8", "replace")
    bounded()


def hand_in(content: bytes) -> None:
    """Read an archive: whatever it is, there is a submission, and what is said of it fits into a line."""
    PLACE.unlink(missing_ok=True)  # to write over a file waits for the disk
    PLACE.write_bytes(content)
    work = folder.read(KIT, "ann", [Part(PLACE)])
    assert isinstance(work, Work) and work.files.keys() <= KIT.exercises.keys()
    assert work.problem.isprintable() and len(work.problem) < 2_500
    assert sum(map(len, work.files.values())) <= 11_000_000
    assert work.files or work.problem
    bounded()


def bounded() -> None:
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - START < MEMORY


def archive(chance: random.Random) -> bytes:
    """An archive of a few files with odd names, kinds and contents."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", strict_timestamps=False) as file:
        for _ in range(chance.randint(0, 5)):
            name = "/".join([*chance.choices(PARTS, k=chance.randint(0, 3)), chance.choice(NAMES)])
            member = zipfile.ZipInfo(name.encode("utf-8", "replace").decode())
            member.external_attr = chance.choice((0, 0o120777 << 16, 0o100644 << 16, 0o040755 << 16, 0o010644 << 16))
            member.compress_type = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
            code = chance.choice(
                (b"x = 1\n", b"", TEXT, mutated(chance, TEXT), b"\0" * 1_001_000 if chance.random() < 0.02 else b"y")
            )
            file.writestr(member, code)
        file.comment = chance.choice((b"", b"", b"PK\5\6", b"x" * 300))
    return packed.getvalue()


@cases
def test_bytes_that_were_a_notebook(chance: random.Random) -> None:
    look(mutated(chance, TEXT, (b'"', b"[", b"{", b":")))


@cases
def test_bytes(chance: random.Random) -> None:
    look(
        chance.choice((b"", b"[", b'{"a":', b"\xef\xbb\xbf", b"\xff\xfe")) * chance.choice((1, 1, 5_000))
        + chance.randbytes(chance.randrange(60))
    )


@cases
def test_mangled_notebooks(chance: random.Random) -> None:
    look(json.dumps(mangled(chance, BOOK), ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass"))


@cases
def test_archives(chance: random.Random) -> None:
    hand_in(archive(chance))


@cases
def test_bytes_that_were_an_archive(chance: random.Random) -> None:
    hand_in(mutated(chance, archive(chance), MARKS))


JSON = strategies.recursive(
    strategies.sampled_from(ODD) | strategies.text(max_size=20) | strategies.integers() | strategies.floats(),
    lambda inner: strategies.lists(inner, max_size=4) | strategies.dictionaries(strategies.text(max_size=8), inner),
    max_leaves=20,
)


@profile
@given(JSON, JSON, JSON)
def test_notebooks_of_any_json(cells: Any, metadata: Any, source: Any) -> None:
    """Hypothesis' own cases, which it makes smaller where one fails."""
    cell = {"cell_type": "code", "source": source, "metadata": metadata}
    for content in (cells, {"cells": cells, "nbformat": 4}, {"cells": [cell], "metadata": metadata, "nbformat": 4}):
        look(json.dumps(content).encode())
