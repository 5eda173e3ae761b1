"""Code with the very value that a check asks for, in place of a parameter, is found out."""

import ast
from pathlib import Path

import pytest

from keraskata.curriculum import Exercise, load
from keraskata.grading.run import grade

KIT = load(Path(__file__).parent.parent)


@pytest.mark.parametrize("exercise", KIT.exercises.values(), ids=lambda exercise: exercise.id)
def test_a_value_that_is_written_down_is_found_out(exercise: Exercise, tmp_path: Path) -> None:
    text = KIT.solution(exercise).read_text(encoding="utf-8")
    files = []
    for function, parameter in _parameters(exercise, text):
        for number, value in enumerate(_asked(exercise, text, function, parameter, tmp_path / "asked.txt")):
            files.append(tmp_path / f"{function}-{parameter}-{number}.py")
            files[-1].write_text(_with_first(text, function, f"{parameter} = {value}"), encoding="utf-8")
    if not files:
        pytest.skip("it takes no plain value")
    results = grade(KIT, [(exercise, file) for file in files], fresh=True)
    assert len(results) == len(files)
    assert not [Path(result.path).read_text() for result in results if result.done]


def _parameters(exercise: Exercise, text: str) -> list[tuple[str, str]]:
    """The functions that the exercise asks for, each with each of its parameters."""
    found = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    return [(node.name, part.arg) for node in found if node.name in exercise.functions for part in node.args.args]


def _asked(exercise: Exercise, text: str, function: str, parameter: str, notes: Path) -> list[str]:
    """The plain values that the checks give for the parameter, as Python writes them."""
    notes.write_text("")
    told = f"type({parameter}) in (bool, int, float, str) and print(repr({parameter}), file=open({str(notes)!r}, 'a'))"
    file = notes.with_name(f"{exercise.name}.py")
    file.write_text(_with_first(text, function, told), encoding="utf-8")
    grade(KIT, [(exercise, file)], fresh=True)
    return sorted(set(notes.read_text().splitlines()))


def _with_first(text: str, function: str, statement: str) -> str:
    """`text` with `statement` before all others of the function."""
    tree = ast.parse(text)
    body = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function).body
    body[:0] = ast.parse(statement).body
    return ast.unparse(tree)
