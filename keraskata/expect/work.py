"""The work and the room that one step of a model takes, by the shapes that go in and come out."""

import math
from typing import Any

Shape = tuple[int, ...]

_FOR_A_TIME_STEP = 20_000  # a recurrence does not multiply at the speed of a matrix
_FOR_A_MATRIX = 20  # how often a decomposition such as SVD goes through its matrices, each number by each row
_WINDOWS = ("pool_size", "kernel_size", "filter_size")
_HEADS = ("num_heads", "num_query_heads")
_MATRICES = ("Matmul", "Dot", "Inner")
_CONVOLUTIONS = ("Conv", "ConvTranspose", "DepthwiseConv", "SeparableConv")
_EACH_BY_EACH = ("Correlate", "Corrcoef", "CTCDecode", "CTCLoss", "Digitize", "Histogram", "IsIn", "Logdet", "Slogdet")
_OF_SINGULAR_VALUES = (2, -2, "nuc")  # orders of norms


def of_step(step: Any, given: list[Shape], made: list[Shape]) -> tuple[int, int]:
    """Estimate the multiplications of a step and the numbers that it keeps; rather too many than too few.

    `step` is a layer or an operation of Keras, `given` and `made` are the shapes of its tensors, rows included.
    """
    rows = max((shape[0] for shape in given if shape), default=1)
    made_numbers = sum(map(math.prod, made))
    penalties, square = _of_penalties(step, made)
    inside, kept = _of_products(step, given, made)
    weights = sum(math.prod(weight.shape) for weight in getattr(step, "weights", ()))
    if weights and type(step).__name__ != "Embedding":
        inside += weights * max(math.prod(shape[:-1]) for shape in (*given, *made))
    if hasattr(step, "return_sequences") and given and len(given[0]) > 2:
        inside += rows * given[0][1] * _FOR_A_TIME_STEP
    return inside + rows * penalties, made_numbers + kept + square


def _of_products(step: Any, given: list[Shape], made: list[Shape]) -> tuple[int, int]:
    """Return what a step multiplies apart from its weights, and what it keeps of that besides its answer."""
    name = type(step).__name__
    size = max(map(math.prod, (*given, *made)), default=0)
    if name == "Einsum":
        products = _of_letters(step.subscripts, given)
        return products, products
    if name in _MATRICES and _is_of(step, "ops.numpy") and given[0]:
        return sum(map(math.prod, made)) * given[0][-1], 0
    if name == "Tensordot":  # each length is in two of the three
        return math.isqrt(math.prod(map(math.prod, (*given[:2], *made[:1])))), size
    if name in _CONVOLUTIONS:
        return size * max((math.prod(kernel[:-1]) for kernel in given[1:]), default=1), size
    if name in _EACH_BY_EACH:
        return size * _longest(given, made, axes=slice(None)) * _FOR_A_MATRIX, size
    if _is_of_matrices(step):
        axes = slice(None) if name == "Norm" else slice(-2, None)
        return size * _longest(given, made, axes) * _FOR_A_MATRIX, 3 * size
    longest = _longest(given, [], axes=slice(1, None))
    if "Attention" in name:
        heads = math.prod(int(getattr(step, heads, None) or 1) for heads in _HEADS)
        return size * longest * heads, size * longest * heads
    apart = len(given) < 2 or _is_number_by_number(step)
    return size * _window(step) * (1 if apart else longest), 0


def _is_of_matrices(step: Any) -> bool:
    """Return whether an operation decomposes or inverts matrices; most norms only add squares."""
    return _is_of(step, "ops.linalg") and (type(step).__name__ != "Norm" or step.ord in _OF_SINGULAR_VALUES)


def _is_number_by_number(step: Any) -> bool:
    """Return whether a step with several tensors, such as a sum, takes each number only once, and is no product."""
    return _is_of(step, "ops.numpy") or (".layers.merging." in type(step).__module__ and type(step).__name__ != "Dot")


def _is_of(step: Any, module: str) -> bool:
    return type(step).__module__.endswith(f".{module}")


def _of_letters(subscripts: str, given: list[Shape]) -> int:
    """Return the product of all lengths that an einsum runs over; what an ellipsis stands for counts for each part."""
    lengths: dict[str, int] = {}
    total = 1
    for part, shape in zip(subscripts.split("->")[0].replace(" ", "").split(","), given, strict=False):
        begin, dots, end = part.partition("...")
        for letter, length in (*zip(begin, shape, strict=False), *zip(end[::-1], shape[::-1], strict=False)):
            lengths[letter] = max(length, lengths.get(letter, 1))
        if dots:
            total *= math.prod(shape[len(begin) : len(shape) - len(end)])
    return total * math.prod(lengths.values())


def _of_penalties(step: Any, made: list[Shape]) -> tuple[int, int]:
    """Count what a regularizer multiplies for a row, and the numbers of the square that it makes.

    Only the orthogonal one multiplies each row or column by every other.
    """
    penalised = [part for part in _with_inner(step) if any(map(_is_orthogonal, vars(part).values()))]
    shapes = [tuple(weight.shape) for part in penalised for weight in part.weights]
    if any(_is_orthogonal(part.activity_regularizer) for part in penalised):
        shapes += [shape[1:] for shape in made]
    longest = [max(shape, default=1) for shape in shapes]
    products = sum(math.prod(shape) * length for shape, length in zip(shapes, longest, strict=True))
    return products, sum(length**2 for length in longest)


def _is_orthogonal(part: Any) -> bool:
    return type(part).__name__ == "OrthogonalRegularizer"


def _with_inner(step: Any) -> list[Any]:
    """Return a layer and those that it wraps; an operation that is no layer has none."""
    return list(step._flatten_layers()) if hasattr(step, "_flatten_layers") else []


def _window(step: Any) -> int:
    """Count the inputs of each number that a pool or a filter without weights answers with."""
    if getattr(step, "weights", None):
        return 1
    sizes = [getattr(step, name, None) or 1 for name in _WINDOWS]
    return math.prod(math.prod(size) if isinstance(size, (tuple, list)) else int(size) for size in sizes)


def _longest(given: list[Shape], made: list[Shape], axes: slice) -> int:
    return max((length for shape in (*given, *made) for length in shape[axes]), default=1)
