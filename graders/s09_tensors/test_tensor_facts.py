"""Grades s09_tensors/tensor_facts: rank, shape, size and dtype of numbers, lists, arrays and Keras tensors."""

import keras
import numpy as np
import pytest

from keraskata import expect

RANK_KEY, SIZE_KEY = expect.varied("rank_key"), expect.varied("size_key")
KEYS = (RANK_KEY, "shape", SIZE_KEY, "dtype")
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

# `of(values)` asks about other values: one answer alone can have come about in many ways.
DICTIONARY = expect.diagnoses(
    values=(
        "these are values without their names: put the four facts in a dictionary",
        lambda seen: isinstance(seen.found, (tuple, list)),
    ),
    otherwise="put the four facts in a dictionary, under their names",
)
KEYS_ARE = expect.diagnoses(
    missing=(
        "{names} is still to be added",
        lambda seen: {"names": " and ".join(seen.lacking)} if set(seen.found) < set(KEYS) else None,
    ),
    spelling=("the keys have other names than the task's", lambda seen: len(seen.found) == len(KEYS)),
    otherwise="each of the four facts has a key of its own",
)
NEW = expect.diagnoses(
    shared=(
        "who keeps the first answer finds the second one in it: make the dictionary inside the function",
        lambda seen: seen.shared,
    ),
)
RANK = expect.diagnoses(
    method=("this is a method that was not called: the brackets are missing", lambda seen: _is(seen.found, "method")),
    in_a_list=(
        "a single number has no axis; put in a list, it has one",
        lambda seen: seen.right == 0 and seen.found == 1 and len(seen.shape) == 1,
    ),
    one_item=(
        "a list with a single number in it has an axis all the same, of length 1",
        lambda seen: seen.kind == "list" and seen.array.shape == (1,) and seen.found == 0,
    ),
    no_tensor=(
        "a Keras tensor was taken for a single number",
        lambda seen: seen.kind == "tensor" and seen.found == 0 < seen.right,
    ),
    levels=(
        "lists in lists have an axis for each level",
        lambda seen: seen.kind == "list" and seen.found == 1 < seen.right,
    ),
    matrix=(
        "this is the matrix rank, of linear algebra; the rank of a tensor is its number of axes",
        lambda seen: seen.of(np.ones((3, 3)))[RANK_KEY] == 1 and seen.of(np.eye(3))[RANK_KEY] == 3,
    ),
    one_more=(
        "this is one more than there are axes",
        lambda seen: seen.found == seen.right + 1 and seen.of(np.ones((2, 2, 2)))[RANK_KEY] == 4,
    ),
    squeezed=(
        "an axis of length 1 is an axis, too",
        lambda seen: 1 in seen.array.shape and seen.of(np.ones((2, 1, 3)))[RANK_KEY] == 2,
    ),
    first_axis=(
        "this is the length of the first axis",
        lambda seen: seen.found == seen.array.shape[0] and seen.of(np.ones((3, 7)))[RANK_KEY] == 3,
    ),
    size=(
        "this is how many numbers there are; the rank is how many axes",
        lambda seen: seen.found == seen.array.size and seen.of(np.ones((3, 2)))[RANK_KEY] == 6,
    ),
    fixed=(
        "the rank is {rank} whatever comes in: count the axes",
        lambda seen: (
            {"rank": seen.found}
            if {seen.of(np.ones(shape))[RANK_KEY] for shape in ((2,), (3, 3), (2, 2, 2))} == {seen.found}
            else None
        ),
    ),
    most=(
        "the rank is never above {rank}, and there may be four axes",
        lambda seen: (
            {"rank": seen.found}
            if seen.found < seen.right and seen.of(np.ones((2, 2, 2, 2)))[RANK_KEY] == seen.found
            else None
        ),
    ),
    otherwise="the rank is the number of axes, of which there may be four",
)
SHAPE = expect.diagnoses(
    method=("this is a method that was not called: the brackets are missing", lambda seen: _is(seen.found, "method")),
    text=("this is text; a tuple is asked for", lambda seen: isinstance(seen.found, str)),
    list=("this is a list; tuple(...) makes a tuple of it", lambda seen: isinstance(seen.found, list)),
    whole=("a length is a whole number", lambda seen: seen.found == seen.right),
    number=(
        "the shape is a tuple, also when there is a single axis or none",
        lambda seen: isinstance(seen.found, int),
    ),
    in_a_list=(
        "a single number has no axis; put in a list, it has one",
        lambda seen: seen.right == () and seen.found == (1,),
    ),
    levels=(
        "lists in lists have an axis for each level",
        lambda seen: seen.kind == "list" and len(seen.right) > 1 and seen.found == seen.right[:1],
    ),
    squeezed=(
        "an axis of length 1 is an axis, too",
        lambda seen: 1 in seen.right and seen.of(np.ones((2, 1, 3)))["shape"] == (2, 3),
    ),
    first_missing=(
        "the first axis is missing: without a batch there are no rows to leave out",
        lambda seen: seen.right and seen.found == seen.right[1:],
    ),
    backwards=(
        "the lengths are there, but backwards: the outermost axis comes first",
        lambda seen: seen.found == seen.right[::-1],
    ),
    flat=(
        "some axes were laid flat: each axis has a length of its own",
        lambda seen: len(seen.found) < len(seen.right) and np.prod(seen.of(np.ones((2, 3, 4)))["shape"]) == 24,
    ),
    otherwise="the shape has the length of each axis, the outermost first",
)
SIZE = expect.diagnoses(
    method=(
        "this is a method or a function that was not called: the brackets are missing",
        lambda seen: _is(seen.found, "method"),
    ),
    zeros=(
        "the zeros were not counted; they are numbers, too",
        lambda seen: seen.of(np.array([[0.0, 0.0, 5.0], [1.0, 1.0, 1.0]]))[SIZE_KEY] == 4,
    ),
    first=(
        "only the first {n} lengths are multiplied; the size is the product of all",
        lambda seen: next(
            {"n": n}
            for n in (2, 3)
            if seen.array.ndim > n
            and seen.found == np.prod(seen.array.shape[:n])
            and all(size == np.prod(shape[:n]) for shape, size in _sizes(seen.of))
        ),
    ),
    length=(
        "this is the length of the first axis, as len gives it",
        lambda seen: (
            seen.array.ndim > 0
            and seen.found == seen.array.shape[0]
            and all(size in (np.prod(shape), shape[0]) for shape, size in _sizes(seen.of))
            and any(size == shape[0] for shape, size in _sizes(seen.of))
        ),
    ),
    single=("it is one number, so its size is 1", lambda seen: seen.array.ndim == 0 and seen.found == 0),
    bytes=(
        "these are the bytes in memory; how many numbers are there?",
        lambda seen: seen.of(np.ones(5, "float32"))[SIZE_KEY] == 20,
    ),
    sum=(
        "the lengths were added up; their product is the number of numbers",
        lambda seen: seen.of(np.ones((2, 3, 4)))[SIZE_KEY] == 9,
    ),
    empty=(
        "an axis of length 0 holds nothing, and the product of the lengths is 0, too: what makes {found} of it, such "
        "as `or`, an `if` or max?",
        lambda seen: {"found": seen.found} if 0 in seen.array.shape and seen.found else None,
    ),
    otherwise="the size is the number of all numbers: the product of the lengths",
)
COUNT = expect.diagnoses(
    truth=("it counts something: a truth value is no number", lambda seen: isinstance(seen.found, bool)),
)
DTYPE = expect.diagnoses(
    object=(
        "the name of the dtype is asked for, as text: keras.backend.standardize_dtype(tensor.dtype) gives it",
        lambda seen: not isinstance(seen.found, str),
    ),
    more=(
        "the plain name is in this text, with more around it; keras.backend.standardize_dtype gives it alone",
        lambda seen: seen.right in seen.found and len(seen.found) > len(seen.right) + 1,
    ),
    python=(
        "this is the name of a Python type, which does not say how many bits it has",
        lambda seen: seen.found in ("float", "int"),
    ),
    numpy=(
        "this is what NumPy makes of a list; Keras makes 32 bits of it",
        lambda seen: seen.kind in ("list", "number") and seen.found in ("float64", "int64"),
    ),
    all=(
        "everything becomes float32, whatever it was",
        lambda seen: (
            {seen.of(values)["dtype"] for values in ([1, 2], 3, np.ones(2, "uint8"), np.ones(2, "int32"))}
            == {"float32"}
        ),
    ),
    array=(
        "an array keeps the dtype that it has; here {right} became {found}",
        lambda seen: {"right": seen.right, "found": seen.found} if seen.kind == "array" else None,
    ),
    tensor=(
        "a tensor keeps the dtype that it has; here {right} became {found}",
        lambda seen: {"right": seen.right, "found": seen.found} if seen.kind == "tensor" else None,
    ),
    truth=("True and False are of the type bool, and no whole numbers", lambda seen: seen.right == "bool"),
    whole=(
        "these are whole numbers, and they became float32; Keras makes int32 of them",
        lambda seen: (seen.right, seen.found) == ("int32", "float32"),
    ),
    small=(
        "whole numbers become int32, however small they are",
        lambda seen: seen.right == "int32" and seen.found in ("uint8", "int8", "int16"),
    ),
    point=(
        "one number with a decimal point is enough, 1.0 too, wherever it stands: float32",
        lambda seen: (seen.right, seen.found) == ("float32", "int32"),
    ),
    otherwise="it is the dtype of the tensor that keras.ops.convert_to_tensor makes",
)


@pytest.mark.check(points=1, hint="Which four facts are asked for, and under which names?")
def test_facts(submission):
    """A dictionary with the four facts comes back."""
    _facts(submission, _array((2, 3)), "an array")
    shared = expect.two_calls(submission, "tensor_facts", _array((2, 3)))
    expect.that(
        not shared,
        expected="a new dictionary from each call",
        found="the dictionary of the call before",
        likely=NEW.of(shared=shared),
    )


@pytest.mark.check(
    points=3, needs=["test_facts"], hint="The shape has a length for each axis; the other two follow from it."
)
def test_arrays(submission):
    """Rank, shape and size of arrays with one to four axes are right."""
    for shape in SHAPES:
        what = f"an array of shape {shape}"
        _counts(submission, _facts(submission, _array(shape), what), _array(shape), what, "array")


@pytest.mark.check(
    points=2, needs=["test_facts"], hint="How many axes has a single number, and so how many lengths are in its shape?"
)
def test_scalars(submission):
    """A single number has no axes, so that its shape is the empty tuple, and its size is 1."""
    numbers = [(value, f"the number {value}") for value in (7.5, 3, -2.5, 0)]
    for values, what in (*numbers, (_array(()), "an array with a single number")):
        _counts(submission, _facts(submission, values, what), np.asarray(values), what, "number")


@pytest.mark.check(points=1, needs=["test_facts"], hint="Each level of brackets is one axis.")
def test_lists(submission):
    """Lists, and lists in lists, are described as the tensors that they would be."""
    for values in LISTS:
        what = f"the list {values}"
        _counts(submission, _facts(submission, values, what), np.asarray(values), what, "list")


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
        _counts(submission, found, _array(shape), what, "tensor")
        _dtype(submission, found["dtype"], [dtype], f"{what} and dtype {dtype}", "tensor")


@pytest.mark.check(points=1, needs=["test_facts"], hint="An array knows its own dtype: ask it before you convert it.")
def test_dtype_kept(submission):
    """The dtype of an array is the one that it has."""
    for dtype in ("float32", "uint8", "float16", "bool", "int32", "float64", "int64", "int8", "int16"):
        array = np.array([[0, 1, 1], [1, 0, 1]], dtype).reshape(1, 2, 3)
        # JAX has no 64 bits unless it is told to: there, the tensor made of such an array has 32.
        converted = keras.backend.standardize_dtype(keras.ops.convert_to_tensor(array).dtype)
        what = f"an array of dtype {dtype}"
        _dtype(submission, _facts(submission, array, what)["dtype"], [dtype, converted], what, "array")
        what = f"an array of dtype {dtype} with a single number, of shape (),"
        _dtype(
            submission,
            _facts(submission, array[0, 0, 1:2].reshape(()), what)["dtype"],
            [dtype, converted],
            what,
            "array",
        )


@pytest.mark.check(
    points=2,
    needs=["test_facts"],
    hint="Let keras.ops.convert_to_tensor make a tensor of the list. Which dtype has it?",
)
def test_dtype_of_lists(submission):
    """A list or a number gets the dtype that Keras chooses for it."""
    for values, dtype in DTYPES_OF_LISTS:
        kind = "list" if isinstance(values, list) else "number"
        what = f"the {kind} {values}"
        _dtype(submission, _facts(submission, values, what)["dtype"], [dtype], what, kind)


def _array(shape, dtype="float32"):
    values = np.random.default_rng(4).uniform(1, 9, shape).astype(dtype)
    values.ravel()[:1] = 0  # a zero counts as any other number
    return values


def _facts(submission, values, what):
    found = submission.tensor_facts(values)
    expect.kind(found, dict, what=f"the answer for {what}", likely=DICTIONARY.of(found=found))
    lacking = [key for key in KEYS if key not in found]
    expect.that(
        not lacking,
        expected=f"the keys {', '.join(KEYS)}",
        found=f"no {' and no '.join(lacking)} among the keys {', '.join(map(str, found))}",
        likely=KEYS_ARE.of(found=found, lacking=lacking),
    )
    return found


def _counts(submission, found, array, what, kind):
    rank, shape, size = _plain(found[RANK_KEY]), _tuple(found["shape"]), _plain(found[SIZE_KEY])
    facts = {"array": array, "kind": kind, "of": submission.tensor_facts}
    likely = RANK.of(found=rank, right=array.ndim, shape=shape, **facts)
    expect.equal(rank, array.ndim, what=f"the {RANK_KEY} of {what}", likely=likely)
    expect.that(
        shape == array.shape and isinstance(shape, tuple) and all(type(length) is int for length in shape),
        expected=f"the shape of {what} is {array.shape}",
        found=str(shape) if isinstance(shape, (list, tuple)) else expect.number(shape),
        likely=SHAPE.of(found=shape, right=array.shape, **facts),
    )
    expect.equal(size, array.size, what=f"the {SIZE_KEY} of {what}", likely=SIZE.of(found=size, **facts))
    for name, number in ((RANK_KEY, rank), (SIZE_KEY, size)):
        expect.that(
            not isinstance(number, bool),
            expected=f"a number for the {name} of {what}",
            found=str(number),
            likely=COUNT.of(found=number),
        )


def _sizes(tensor_facts):
    """Other shapes, of primes and with equal lengths, and the sizes that arrays of them have here."""
    shapes = (5, 2), (3, 3), (2, 3, 5), (3, 2, 7, 5)
    return [(shape, tensor_facts(np.ones(shape))[SIZE_KEY]) for shape in shapes]


def _dtype(submission, found, accepted, what, kind):
    found, right = _plain(found), accepted[0]
    expect.that(
        isinstance(found, str) and found in accepted,
        expected=f"the dtype of {what} is {right!r}" if "dtype" not in what else f"{what}: {right!r}",
        found=expect.number(found),
        likely=DTYPE.of(found=found, right=right, kind=kind, of=submission.tensor_facts),
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
