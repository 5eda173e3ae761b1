"""The cost of computing a learner's model, by the shapes in it: the judge starts no step that lasts too long."""

import math
from typing import Any

from keraskata.expect.causes import HIDDEN
from keraskata.expect.wording import diagnosed
from keraskata.results import Feedback
from keraskata.subject.faults import Fault

MOST_FOR_A_ROW = 25_000_000  # multiplications
MOST_FOR_A_STEP = 2_500_000_000
MOST_FOR_A_LONE_ROW = 20_000_000_000  # for a single row; ResNet50 takes 8,800,000,000
_UNKNOWN = 64  # used for a length that only the data decides
_FOR_A_TIME_STEP = 20_000  # a recurrence does not multiply at the speed of a matrix


def affordable(model: Any, rows: int = 1, what: str = "the model") -> None:
    """Check that the judge can compute `model` for `rows` rows at a time. Raises Fault."""
    cost = multiplications(model)
    if cost > MOST_FOR_A_ROW or rows * cost > MOST_FOR_A_STEP:
        most = min(MOST_FOR_A_ROW, MOST_FOR_A_STEP // rows)
        expected = f"{what} to take at most {most / 1e6:.1f} million multiplications for a row"
        likely = diagnosed(HIDDEN.of())
        found = f"about {cost / 1e6:.1f} million"
        raise Fault(Feedback(expected, found, likely.words, diagnosis=likely.row))


def multiplications(model: Any) -> int:
    """Estimate the multiplications for one row; rather too many than too few."""
    # If another version of Keras keeps the steps of a model elsewhere, only its weights are counted.
    nodes = getattr(getattr(model, "_functional", None) or model, "_nodes_by_depth", None)
    if not nodes:
        return sum(math.prod(weight.shape) for weight in getattr(model, "weights", ()))
    return sum(_of_step(node) for depth in nodes.values() for node in depth)


def _of_step(node: Any) -> int:
    layer = node.operation
    if getattr(layer, "layers", None):  # a model inside the model
        return multiplications(layer)
    weights = sum(math.prod(weight.shape) for weight in getattr(layer, "weights", ()))
    inputs = [_lengths(tensor) for tensor in node.input_tensors]
    outputs = [_lengths(tensor) for tensor in node.outputs]
    total = max(math.prod(lengths) for lengths in (*inputs, *outputs)) * _area(layer, inputs)
    if weights and type(layer).__name__ != "Embedding":
        total += weights * max(math.prod(lengths[:-1]) for lengths in (*inputs, *outputs))
    total += _of_penalties(layer, outputs)
    if hasattr(layer, "return_sequences") and inputs and len(inputs[0]) > 1:
        total += inputs[0][0] * _FOR_A_TIME_STEP
    return int(total)


def _of_penalties(layer: Any, outputs: list[list[int]]) -> int:
    """Count what a regularizer multiplies: only the orthogonal one multiplies each row or column by every other."""
    penalised = [part for part in _with_inner(layer) if any(map(_is_orthogonal, vars(part).values()))]
    shapes = [tuple(weight.shape) for part in penalised for weight in part.weights]
    if any(_is_orthogonal(part.activity_regularizer) for part in penalised):
        shapes += [tuple(lengths) for lengths in outputs]
    return sum(math.prod(shape) * max(shape, default=1) for shape in shapes)


def _is_orthogonal(part: Any) -> bool:
    return type(part).__name__ == "OrthogonalRegularizer"


def _with_inner(layer: Any) -> list[Any]:
    """Return a layer and those that it wraps; an operation that is no layer has none."""
    return list(layer._flatten_layers()) if hasattr(layer, "_flatten_layers") else []


def _area(layer: Any, inputs: list[list[int]]) -> int:
    """Count the inputs of each number of the output, apart from weights: a pool, or a row of a product."""
    pool = getattr(layer, "pool_size", 1)
    area = math.prod(pool) if isinstance(pool, (tuple, list)) else int(pool)
    if len(inputs) > 1 or "Attention" in type(layer).__name__:
        area *= max((length for lengths in inputs for length in lengths), default=1)
    return area


def _lengths(tensor: Any) -> list[int]:
    """Return the shape of one row."""
    return [_UNKNOWN if length is None else length for length in tensor.shape[1:]] or [1]
