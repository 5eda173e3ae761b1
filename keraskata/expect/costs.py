"""The cost of computing a learner's model, by the shapes in it: the judge starts no step that takes too much.

Before a model answers, its shapes are followed from the input on, for the very number of rows that it is to answer:
with Keras' own operations a model can make any number of rows out of one.
"""

import math
from dataclasses import dataclass
from typing import Any

from keraskata.expect import work
from keraskata.expect.causes import EACH_ROW, HIDDEN, INPUT
from keraskata.expect.wording import Likely, diagnosed
from keraskata.printable import said
from keraskata.results import Feedback
from keraskata.subject.faults import Fault

MOST_FOR_A_ROW = 25_000_000  # multiplications
MOST_FOR_A_STEP = 2_500_000_000
MOST_FOR_A_LONE_ROW = 20_000_000_000  # for a single row; ResNet50 takes 8,800,000,000
MOST_NUMBERS = 100_000_000  # that are kept at once, with 4 bytes each
SOME_ROWS = 64
_UNKNOWN = 64  # used for a length that only the data decides


@dataclass(frozen=True)
class Cost:
    """What `rows` rows cost: multiplications, and the numbers that are kept meanwhile."""

    rows: int
    multiplications: int
    numbers: int


def affordable(model: Any, rows: int = SOME_ROWS, what: str = "the model") -> None:
    """Check that the judge can compute `model` for `rows` rows at a time, one answer for each. Raises Fault."""
    found = cost(model, rows, what)
    if found.multiplications > min(rows * MOST_FOR_A_ROW, MOST_FOR_A_STEP):
        most = min(MOST_FOR_A_ROW, MOST_FOR_A_STEP // rows)
        _refuse(
            f"{what} to take at most {most / 1e6:.1f} million multiplications for a row",
            f"about {found.multiplications / rows / 1e6:.1f} million",
            HIDDEN.of(),
        )
    _bounded(found, what)


def at_a_time(model: Any, rows: int) -> int:
    """Return how many of `rows` rows the judge can compute at a time. Raises Fault where it is not even one."""
    whole = cost(model, rows)
    steps = max(1, -(-whole.multiplications // MOST_FOR_A_STEP), -(-whole.numbers // MOST_NUMBERS))
    step = max(1, rows // steps)
    found = cost(model, step)
    if found.multiplications > MOST_FOR_A_LONE_ROW:
        affordable(model, step)
    _bounded(found, "the model")
    return step


def _bounded(found: Cost, what: str) -> None:
    if found.numbers > MOST_NUMBERS:
        _refuse(
            f"{what} to make at most {MOST_NUMBERS / found.rows / 1e6:.1f} million numbers of a row",
            f"about {found.numbers / found.rows / 1e6:.1f} million",
            HIDDEN.of(),
        )


def cost(model: Any, rows: int, what: str = "the model") -> Cost:
    """Estimate the cost of `rows` rows; rather too much than too little.

    Raises Fault where it cannot be told before, and where the model has not one answer for each row.
    """
    if not model.built:
        found = "a model that will only find out when it sees data"
        _refuse(f"{what} to know the width of its rows", found, INPUT.says("unknown"))
    count = _Count(what)
    graph = getattr(model, "_functional", None) or model
    # If another version of Keras keeps the steps of a model elsewhere, only its weights are counted.
    if not hasattr(graph, "_run_through_graph"):
        weights = sum(math.prod(weight.shape) for weight in getattr(model, "weights", ()))
        return Cost(rows, rows * weights, 0)
    given = [_of_rows(tensor, rows) for tensor in graph.inputs]
    try:
        made = count.through(graph, given)
    except Fault:
        raise
    except Exception as error:  # Keras raises any for shapes that do not fit
        _refuse(f"{what} to answer {rows} rows", said(error, 300), None)
    came, numbers = given[0].shape[0], [shape[0] if shape else 1 for shape in _shapes(made)]
    other = next((number for number in numbers if number != came), came)
    if other != came:
        answers = "one answer" if other == 1 else f"{other or 'no'} answers"
        _refuse(
            f"{what}: one answer for each row",
            f"{answers} to {'one row' if came == 1 else f'{came} rows'}",
            EACH_ROW.says("number"),
        )
    return Cost(rows, count.multiplications, count.numbers)


class _Count:
    """Follows shapes through a model, and adds up what its steps cost."""

    def __init__(self, what: str) -> None:
        self.multiplications = self.numbers = 0
        self._what = what

    def through(self, graph: Any, given: Any) -> Any:
        """Return the form of what the model answers to tensors of this form."""
        return graph._run_through_graph(given, operation_fn=self._counted)

    def _counted(self, step: Any) -> Any:
        import keras

        def spec(*args: Any, **named: Any) -> Any:
            inner = getattr(step, "_functional", None) or step
            if hasattr(inner, "_run_through_graph"):  # a model inside the model
                return self.through(inner, args[0])
            named.pop("training", None)  # no shape depends on it, and not each layer takes it here
            given = _shapes((args, named))
            made = keras.tree.map_structure(
                lambda tensor: self._known(tensor, step, given), step.compute_output_spec(*args, **named)
            )
            multiplications, numbers = work.of_step(step, given, _shapes(made))
            self.multiplications += multiplications
            self.numbers += numbers
            return made

        return spec

    def _known(self, tensor: Any, step: Any, given: list[work.Shape]) -> Any:
        """Return the form of a tensor without gaps: a layer leaves open only what comes in as long."""
        import keras

        if None not in tensor.shape:
            return tensor
        if not isinstance(step, keras.Layer):
            found = f"{type(step).__name__}, of which the data decide how many numbers it makes"
            _refuse(f"{self._what} to make as many numbers of any rows", found, None)
        rows, longest = given[0][0], max((length for shape in given for length in shape[1:]), default=1)
        filled = [rows] + [longest] * (len(tensor.shape) - 1)
        lengths = [more if length is None else length for length, more in zip(tensor.shape, filled, strict=True)]
        return keras.KerasTensor(lengths, dtype=tensor.dtype)


def _of_rows(tensor: Any, rows: int) -> Any:
    import keras

    begin, *rest = tensor.shape
    lengths = [_UNKNOWN if length is None else length for length in rest]
    return keras.KerasTensor((rows if begin is None else begin, *lengths), dtype=tensor.dtype)


def _shapes(tensors: Any) -> list[work.Shape]:
    import keras

    return [tuple(each.shape) for each in keras.tree.flatten(tensors) if hasattr(each, "shape")]


def _refuse(expected: str, found: str, likely: Likely) -> None:
    told = diagnosed(likely)
    raise Fault(Feedback(expected, found, told.words, diagnosis=told.row))
