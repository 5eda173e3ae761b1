"""Grades s09_tensors/tensor_facts: rank, shape, size and dtype of numbers, lists, arrays and Keras tensors."""

import keras
import numpy as np
import pytest

from keraskata import expect

KEYS = ("rank", "shape", "size", "dtype")
# (4, 3): its matrix rank is 3. (0, 3): an axis may be empty.
SHAPES = [(5,), (4, 3), (3, 3), (2, 3, 4), (2, 3, 1, 5), (0, 3), (1,)]
LISTS = [
    [2.0, 3.5, 1.0],
    [8],
    [[6.5]],
    [[1, 2], [3, 4]],
    [[1, 2], [3, 4], [5, 6]],
    [[[1.0], [2.0]]],
    [[[[1, 2, 3]], [[4, 5, 6]]]],
]
DTYPES_OF_LISTS = [
    ([1.0, 2.0, 4.0], "float32"),
    ([[1, 2], [3, 4]], "int32"),
    ([1, 2.5], "float32"),
    ([2.5, 1], "float32"),
    ([1, 2, 3, 4, 5, 6], "int32"),
    ([-1000, 70000], "int32"),
    ([True, False], "bool"),
    ([[[True], [False]]], "bool"),
    (True, "bool"),
    (7, "int32"),
    (2.5, "float32"),
]


@pytest.mark.check(points=1, hint="Which four facts are asked for, and under which names?")
def test_facts(submission):
    """A dictionary with the four facts comes back."""
    _facts(submission, _array((2, 3)), "an array")
    calls = submission.lend("keraskata.datasets.calls.TwoCalls")
    expect.that(
        not calls.shared(submission.function("tensor_facts"), _array((2, 3))),
        expected="a new dictionary from each call",
        found="the dictionary of the call before",
        likely="who keeps the first answer finds the second one in it: make the dictionary inside the function",
    )


@pytest.mark.check(
    points=3, needs=["test_facts"], hint="The shape has a length for each axis; the other two follow from it."
)
def test_arrays(submission):
    """Rank, shape and size of arrays with one to four axes are right."""
    for shape in SHAPES:
        what = f"an array of shape {shape}"
        _counts(_facts(submission, _array(shape), what), _array(shape), what)


@pytest.mark.check(
    points=2, needs=["test_facts"], hint="How many axes has a single number, and so how many lengths are in its shape?"
)
def test_scalars(submission):
    """A single number has no axes, so that its shape is the empty tuple, and its size is 1."""
    numbers = [(value, f"the number {value}") for value in (7.5, 3, -2.5, 0)]
    for values, what in (*numbers, (_array(()), "an array with a single number")):
        _counts(_facts(submission, values, what), np.asarray(values), what)


@pytest.mark.check(points=1, needs=["test_facts"], hint="Each level of brackets is one axis.")
def test_lists(submission):
    """Lists, and lists in lists, are described as the tensors that they would be."""
    for values in LISTS:
        what = f"the list {values}"
        _counts(_facts(submission, values, what), np.asarray(values), what, levels=True)


@pytest.mark.check(
    points=2,
    needs=["test_facts"],
    hint="A Keras tensor has a shape and a dtype of its own, whose class depends on the backend.",
)
def test_tensors(submission):
    """Keras tensors are described just as arrays are."""
    kinds = ["float32", "float32", "uint8", "float16", "int32", "int8", "bool"]
    for shape, dtype in zip([(2, 3), (), (3,), (2, 1, 3, 2), (2, 2), (4,), (1, 3)], kinds, strict=True):
        what = f"a Keras tensor of shape {shape}"
        tensor = submission.lend("keras.ops.convert_to_tensor", x=_array(shape, dtype))
        found = _facts(submission, tensor, what)
        _counts(found, _array(shape), what, tensor=True)
        _dtype(found["dtype"], [dtype], f"{what} and dtype {dtype}")


@pytest.mark.check(points=1, needs=["test_facts"], hint="An array knows its own dtype: ask it before you convert it.")
def test_dtype_kept(submission):
    """The dtype of an array is the one that it has."""
    for dtype in ("float32", "uint8", "float16", "bool", "int32", "float64", "int64", "int8", "int16"):
        array = np.array([[0, 1, 1], [1, 0, 1]], dtype).reshape(1, 2, 3)
        # JAX has no 64 bits unless it is told to: there, the tensor made of such an array has 32.
        converted = keras.backend.standardize_dtype(keras.ops.convert_to_tensor(array).dtype)
        what = f"an array of dtype {dtype}"
        _dtype(_facts(submission, array, what)["dtype"], [dtype, converted], what)


@pytest.mark.check(
    points=2,
    needs=["test_facts"],
    hint="Let keras.ops.convert_to_tensor make a tensor of the list. Which dtype has it?",
)
def test_dtype_of_lists(submission):
    """A list or a number gets the dtype that Keras chooses for it."""
    for values, dtype in DTYPES_OF_LISTS:
        what = f"the list {values}" if isinstance(values, list) else f"the number {values}"
        _dtype(_facts(submission, values, what)["dtype"], [dtype], what)


def _array(shape, dtype="float32"):
    values = np.random.default_rng(4).uniform(1, 9, shape).astype(dtype)
    values.ravel()[:1] = 0  # a zero counts as any other number
    return values


def _facts(submission, values, what):
    found = submission.tensor_facts(values)
    expect.kind(
        found, dict, what=f"the answer for {what}", likely="put the four facts in a dictionary, under their names"
    )
    lacking = [key for key in KEYS if key not in found]
    expect.that(
        not lacking,
        expected=f"the keys {', '.join(KEYS)}",
        found=f"no {' and no '.join(lacking)} among the keys {', '.join(map(str, found))}",
        likely=expect.cause(
            (len(found) < len(KEYS), f"{' and '.join(lacking)} is still to be added"), "the keys are spelt otherwise"
        ),
    )
    return found


def _counts(found, array, what, levels=False, tensor=False):
    rank, size = _plain(found["rank"]), _plain(found["size"])
    _rank(rank, array, what, levels, tensor)
    _shape(_tuple(found["shape"]), array, what, levels)
    _size(size, array, what)
    for name, number in (("rank", rank), ("size", size)):
        expect.that(
            not isinstance(number, bool),
            expected=f"a number for the {name} of {what}",
            found=str(number),
            likely="it counts something: a truth value is no number",
        )


def _rank(found, array, what, levels, tensor):
    right, matrix = array.ndim, array.ndim == 2 and array.size > 0
    expect.equal(
        found,
        right,
        what=f"the rank of {what}",
        likely=expect.cause(
            (_is(found, "method"), "this is a method that was not called: the brackets are missing"),
            (right == 0 and found == 1, "a single number has no axis; put in a list, it has one"),
            (tensor and found == 0, "a Keras tensor was taken for a single number"),
            (levels and found == 1, "lists in lists have an axis for each level"),
            (
                matrix and found == int(np.linalg.matrix_rank(array)),
                "this is the matrix rank, of linear algebra; the rank of a tensor is its number of axes",
            ),
            (found == right + 1, "this is one more than there are axes"),
            (1 in array.shape and found == np.squeeze(array).ndim, "an axis of length 1 is an axis, too"),
            (right > 2 and found == 2, "there may be more than two axes; the further ones were laid flat"),
            (right > 0 and found == array.shape[0], "this is the length of the first axis"),
            "the rank is the number of axes: the number of lengths in the shape",
        ),
    )


def _shape(shape, array, what, levels):
    right = array.shape
    expect.that(
        shape == right and isinstance(shape, tuple) and all(type(length) is int for length in shape),
        expected=f"the shape of {what} is {right}",
        found=str(shape) if isinstance(shape, (list, tuple)) else expect.number(shape),
        likely=expect.cause(
            (_is(shape, "method"), "this is a method that was not called: the brackets are missing"),
            (isinstance(shape, str), "this is text; a tuple is asked for"),
            (isinstance(shape, list), "this is a list; tuple(...) makes a tuple of it"),
            (shape == right, "a length is a whole number"),
            (not isinstance(shape, tuple), "the shape is a tuple, also when there is a single axis or none"),
            (right == () and shape == (1,), "a single number has no axis; put in a list, it has one"),
            (levels and shape == right[:1], "lists in lists have an axis for each level"),
            (shape == right[1:], "the first axis is missing: without a batch there are no rows to leave out"),
            (shape == right[::-1], "the lengths are there, but backwards: the outermost axis comes first"),
            (shape == np.squeeze(array).shape, "an axis of length 1 is an axis, too"),
            "the shape has the length of each axis, the outermost first",
        ),
    )


def _size(found, array, what):
    expect.equal(
        found,
        array.size,
        what=f"the size of {what}",
        likely=expect.cause(
            (_is(found, "method"), "this is a method or a function that was not called: the brackets are missing"),
            (array.ndim == 0 and found == 0, "it is one number, so its size is 1"),
            (array.ndim > 0 and found == array.shape[0], "this is the length of the first axis, as len gives it"),
            (found == np.count_nonzero(array), "the zeros were not counted; they are numbers, too"),
            (found == array.nbytes, "these are the bytes in memory; how many numbers are there?"),
            (found == sum(array.shape), "the lengths were added up; their product is the number of numbers"),
            "the size is the number of all numbers: the product of the lengths",
        ),
    )


def _dtype(found, accepted, what):
    found, right = _plain(found), accepted[0]
    expect.that(
        isinstance(found, str) and found in accepted,
        expected=f"the dtype of {what} is {right!r}" if "dtype" not in what else f"{what}: {right!r}",
        found=expect.number(found),
        likely=expect.cause(
            (
                not isinstance(found, str),
                "the name of the dtype is asked for, as text: keras.backend.standardize_dtype(tensor.dtype) gives it",
            ),
            (
                found != right and right in str(found) and len(str(found)) > len(right) + 1,
                "the plain name is in this text, with more around it; keras.backend.standardize_dtype gives it alone",
            ),
            (found in ("float", "int"), "this is the name of a Python type, which does not say how many bits it has"),
            (
                "list" in what and found in ("float64", "int64"),
                "this is what NumPy makes of a list; Keras makes 32 bits of it",
            ),
            (
                right == "int32" and found == "float32",
                "everything became float32, whatever it was; whole numbers become int32"
                if "array" not in what
                else "everything became float32, whatever it was; an array keeps its dtype",
            ),
            (
                "array" in what and found == "float32",
                "everything became float32, whatever it was; an array keeps its dtype",
            ),
            ("tensor" in what, "a tensor keeps the dtype that it has"),
            ("array" in what, "an array keeps the dtype that it has"),
            "it is the dtype of the tensor that keras.ops.convert_to_tensor makes",
        ),
    )


def _tuple(shape):
    """A tuple with plain numbers in it; anything else as it is."""
    if _is(shape, "TensorShape"):  # what tensors on TensorFlow have for a shape equals a tuple
        shape = tuple(shape.as_list())
    return tuple(map(_plain, shape)) if isinstance(shape, tuple) else _plain(shape)


def _plain(value):
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def _is(value, kind):
    """Return whether `value` stayed in the learner's process, and is of such a kind."""
    known = getattr(value, "kind", "")
    return kind in known or (kind == "method" and "function" in known)
