"""Nothing of a file that does not load earns anything; a legal file is read as Python reads it."""

from pathlib import Path

import pytest

from keraskata.curriculum import load
from keraskata.grading.run import grade

KIT = load(Path(__file__).parent.parent)
BROKEN = {
    "raises ValueError": b'raise ValueError("a number is missing")\n',
    "raises TypeError": b'raise TypeError("a number is missing")\n',
    "no UTF-8": b"\xff\n",
    "a slip": b"def (:\n",
    "a folder": None,
    "raises where it is asked": b'def __getattr__(name):\n    raise ValueError("a number is missing")\n',
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_does_not_load_earns_nothing(tmp_path: Path, content: bytes | None) -> None:
    targets = []
    for exercise in KIT.exercises.values():
        place = tmp_path / f"{exercise.id}.py"
        place.parent.mkdir(exist_ok=True)
        if content is None:
            place.mkdir()
        else:
            place.write_bytes(content)
        targets.append((exercise, place))
    results = grade(KIT, targets, fresh=True)
    assert len(results) == len(targets)
    assert {result.exercise: result.points for result in results if result.points} == {}


def test_other_parameters_are_no_type_error_of_the_functions_own(tmp_path: Path) -> None:
    exercise = KIT.find("s02_when_to_use/choose_approach")
    found = []
    for body in ("def choose_approach():\n    pass\n", "def choose_approach(a, b):\n    return object.__new__\n"):
        (tmp_path / "choose_approach.py").write_text(body)
        (result,) = grade(KIT, [(exercise, tmp_path / "choose_approach.py")], fresh=True)
        found.append(result.points)
    assert found == [0, 0]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: ("# -*- coding: latin-1 -*-\n# caf\xe9\n" + text).encode("latin-1"),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: ("# vim: set fileencoding=cp1252 :\n# \u20ac\n" + text).replace("\n", "\r").encode("cp1252"),
        lambda text: text.replace("\n", "\r\n").encode(),
    ],
    ids=["latin-1", "byte order mark", "old Mac", "old Mac, cp1252", "Windows"],
)
def test_a_legal_file_is_read_as_python_reads_it(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]
    exercise = KIT.find("s03_binary_classification/sigmoid")
    text = KIT.solution(exercise).read_text(encoding="utf-8").encode("ascii", "replace").decode()
    (tmp_path / "sigmoid.py").write_bytes(change(text))
    (result,) = grade(KIT, [(exercise, tmp_path / "sigmoid.py")], fresh=True)
    assert result.done, result


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"# coding: abacus\n", "the coding 'abacus', which Python does not know"),
        (b"# coding: hex\n", "the coding 'hex', which a Python file cannot have"),
        (b"\xef\xbb\xbf# coding: latin-1\n", "the byte order mark of UTF-8"),
        (b"# coding: ascii\n# \xe9\n", "bytes that are not ASCII, the coding that its first lines name"),
        ("x = 1\n".encode("utf-16"), "UTF-16, which Python does not read"),
        ("x = 1\n".encode("utf-16-le"), "bytes that are no text"),
        (b"\xff\n", "bytes that are not UTF-8"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    exercise = KIT.find("s03_binary_classification/sigmoid")
    (tmp_path / "sigmoid.py").write_bytes(content)
    (result,) = grade(KIT, [(exercise, tmp_path / "sigmoid.py")], fresh=True)
    feedback = result.checks[0].feedback
    assert feedback and words in feedback.found and "UTF-8" in str(feedback.likely) and result.points == 0
