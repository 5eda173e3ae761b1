"""Answers that compute nothing earn nothing, whatever they make up, and break no grader."""

from pathlib import Path

import pytest

from keraskata.curriculum import Exercise, load
from keraskata.grading.run import grade

KIT = load(Path(__file__).parent.parent)
MADE_UP = {
    "nothing": "None",
    "zero": "0",
    "number": "1.5",
    "not_a_number": "float('nan')",
    "truth": "True",
    "text": "'text'",
    "no_text": "''",
    "bytes": "b'text'",
    "no_list": "[]",
    "numbers": "[1.0, 2.0]",
    "texts": "['some', 'text']",
    "tuple": "(1, 2)",
    "dict": "{}",
    "records": "[{'epoch': 1, 'loss': 1.0, 'seconds': 0.1}]",
    "history": "{'loss': [1.0, 0.5], 'val_loss': [1.0, 0.5], 'accuracy': [0.5, 1.0], 'val_accuracy': [0.5, 1.0]}",
    "array": "numpy.zeros(3)",
    "table": "numpy.ones((4, 2))",
    "objects": "numpy.array([None, 'a'], dtype=object)",
    "no_array": "numpy.zeros((0, 3))",
    "frame": "__import__('pandas').DataFrame({'a': [1, 2]})",
    "series": "__import__('pandas').Series([1.0, 2.0])",
    "first_argument": "arguments[0] if arguments else None",
    "last_argument": "arguments[-1] if arguments else None",
    "all_arguments": "list(arguments)",
    "generator": "(each for each in arguments)",
    "function": "numpy.tanh",
    "object": "object()",
    "class": "dict",
    "refusal": "(_ for _ in ()).throw(ValueError('silent, bar, line'))",
}


@pytest.mark.parametrize("exercise", KIT.exercises.values(), ids=lambda exercise: exercise.id)
def test_an_answer_that_computes_nothing(exercise: Exercise, tmp_path: Path) -> None:
    targets = []
    for name, value in MADE_UP.items():
        path = tmp_path / name / f"{exercise.name}.py"
        path.parent.mkdir()
        functions = (f"def {function}(*arguments, **named):\n    return {value}\n" for function in exercise.functions)
        path.write_text("\n".join(["import numpy", *functions]), encoding="utf-8")
        targets.append((exercise, path))
    results = dict(zip(MADE_UP, grade(KIT, targets, fresh=True), strict=True))
    earned = {f"{name}: {check.id}" for name, result in results.items() for check in result.checks if check.points}
    assert not earned
