"""Grades s03_binary_classification/one_hot: text labels as one-hot rows, and the names of the columns."""

import numpy as np
import pandas as pd
import pytest

from keraskata import expect

# Alphabetical order and order of appearance differ; the row names have nothing to do with the positions.
COLOURS = pd.Series(
    ["red", "green", "red", "blue", "white", "green", "red"], index=[6, 2, 5, 0, 1, 4, 3], name="colour"
)


@pytest.fixture(scope="module")
def answer(submission):
    return submission.one_hot_labels(COLOURS)


@pytest.mark.check(points=2, hint="Two things come back: first the array, then the list of names.")
def test_shape(answer):
    """The array has a row for each label and a column for each category."""
    _shape(answer, COLOURS, "one_hot_labels(colours)")


@pytest.mark.check(points=2, needs=["test_shape"], hint="Row number i of np.eye(k) is the one-hot row of code i.")
def test_rows(answer):
    """Each row has a single 1, and 0 elsewhere."""
    _rows(answer[0], "the array for the colours")


@pytest.mark.check(
    points=2, needs=["test_shape"], hint="The codes are numbers; `cat.categories` has the names. Keep them."
)
def test_names(answer):
    """The second thing returned is the list of the category names."""
    _names(answer[1], COLOURS, "the list of names")


@pytest.mark.check(
    points=3,
    needs=["test_rows", "test_names"],
    hint="Take a row, find its 1, look the column up in the names. Is it the label?",
)
def test_decoding(answer):
    """The names, in the order of the columns, give the labels back."""
    _decodes(answer, COLOURS, "the first colours")


@pytest.mark.check(
    points=2,
    needs=["test_decoding"],
    hint="What in your code knows about the labels before it has seen them? And what happens with a single category?",
)
def test_other_labels(submission):
    """Other words, in any order, one class or many: they are encoded just as well."""
    cases = {
        "two rings": pd.Series(["outer", "inner", "inner", "outer", "inner"]),
        "one single class": pd.Series(["cat", "cat", "cat"]),
        "ten letters": pd.Series(list("hbjafcgdieabc"), index=range(20, 33)),
        "names that differ by little": pd.Series(["Red", "red", " red", "reddish", "Red"]),
        "rows with the same row name": pd.Series(["cat", "dog", "cat", "ant"], index=[7, 7, 0, 7]),
        "thirty classes": pd.Series([f"class {number % 30}" for number in range(45)]),
    }
    for name, labels in cases.items():
        _all(submission.one_hot_labels(labels), labels, name)


@pytest.mark.check(
    points=2,
    needs=["test_decoding"],
    hint="A label 10 is a name, not a place: three different numbers make three columns.",
)
def test_whole_numbers(submission):
    """Whole numbers are categories like any other, and so are True and False; their names are text."""
    for numbers in ([10, 9, 2, 10, 2], [1, 0, 0, 1, 0], [-1, 1, 1, -1, 1], [300, 2, 300], [True, False, True]):
        labels = pd.Series(numbers)
        _all(submission.one_hot_labels(labels), labels, f"the labels {', '.join(map(str, numbers))}")


@pytest.mark.check(points=1, needs=["test_shape"], hint="Give the codes a variable of their own.")
def test_untouched(submission):
    """labels itself stays as it is."""
    submission.one_hot_labels(COLOURS)
    expect.unchanged(submission.argument(0), COLOURS, what="labels")


def _all(answer, labels, what):
    _shape(answer, labels, f"the answer for {what}")
    _rows(answer[0], f"the array for {what}")
    _names(answer[1], labels, f"the list of names for {what}")
    _decodes(answer, labels, what)


def _shape(answer, labels, what):
    n, k = len(labels), labels.nunique()
    expect.several(
        answer,
        ["the array", "the list of names"],
        what=what,
        likely=expect.cause(
            (isinstance(answer, (np.ndarray, pd.DataFrame)), "only the array is returned; the names are missing"),
            "return the array and the names, with a comma between",
        ),
    )
    array = answer[0]
    expect.that(
        isinstance(array, np.ndarray) and array.ndim > 0 and array.dtype.kind in "biuf",
        expected=f"{what}: first an array of numbers",
        found=_called(array),
        likely=expect.cause(
            (isinstance(answer[1], np.ndarray) and answer[1].ndim == 2, "the two are the wrong way round: array first"),
            (isinstance(array, pd.DataFrame), "get_dummies makes a table; its to_numpy() gives the array"),
            (isinstance(array, list), "a list came first; np.array(...) makes an array of it"),
            (
                "matrix" in _called(array) or "csr" in _called(array),
                "a sparse matrix came first; ask for a dense array",
            ),
            "return the array first, then the names",
        ),
    )
    numeric = labels.dtype.kind in "iu"
    expect.shape(
        array,
        (n, k),
        what=f"{what}: the array",
        likely=expect.cause(
            (array.ndim == 1, "these are the codes; each code becomes a row with a single 1"),
            (array.shape == (k, n), "rows and columns are swapped: a row for each label"),
            (array.shape == (k, k), "this is one row for each category; it needs one for each label"),
            (
                numeric and array.ndim == 2 and len(array) == n and array.shape[1] == labels.max() + 1,
                "the labels themselves were taken as codes; first each different label gets a code",
            ),
            (
                array.shape == (n, labels.astype(str).str.strip().str.lower().nunique()),
                "labels that differ in capitals or spaces are different labels",
            ),
            (
                (k == 2 and array.shape == (n, 1)) or (k == 1 and array.shape == (n, 0)) or array.shape == (n, k - 1),
                "one category has no column; every category needs its own, also when there are only one or two",
            ),
            (len(array) == n, f"there are {k} different labels, so {k} columns; count them in the labels"),
            "a row for each label, a column for each category",
        ),
    )


def _rows(array, what):
    single = np.all((array == 0) | (array == 1)) and np.all(array.sum(axis=1) == 1)
    finite = np.all(np.isfinite(array))
    expect.that(
        single,
        expected=f"{what}: a single 1 in each row, and 0 elsewhere",
        found=f"the rows sum to {expect.number(array.sum(axis=1).astype(float))}"
        if not np.all(array.sum(axis=1) == 1)
        else f"the first row is {expect.number(array[0])}",
        likely=expect.cause(
            (not finite, "the array was not filled everywhere"),
            (not array.any(), "nothing but 0: the 1 was never set, or set in a copy"),
            (
                np.all(array[(array != 0)] == 1) and (array.sum(axis=1) == 0).any(),
                "rows are empty: their label has no column",
            ),
            (
                array.shape[1] > 1 and np.all(np.diff(array.astype(float), axis=1) <= 0) and array[:, 0].all(),
                "all columns up to the code are 1; only the column of the code should be",
            ),
            (array.max() > 1, "the code was written there; the place says which category it is, and the value is 1"),
            "the column of the row's own label is 1, every other one 0",
        ),
    )


def _names(names, labels, what):
    wanted = sorted(map(str, labels.unique()))
    expect.that(
        isinstance(names, list),
        expected=f"{what}: a list of text",
        found=_called(names),
        likely=expect.cause(
            (isinstance(names, dict), "a dict came back; the list of its names is enough, in the order of the columns"),
            "return the names as a list",
        ),
    )
    other = next((name for name in names if not isinstance(name, str)), None)
    expect.that(
        other is None,
        expected=f"{what}: text",
        found=f"{other!r}, which is {expect.type_name(other)}",
        likely="a name is text, also that of a number: str(label)",
    )
    found = [str(name) for name in names]
    codes = [str(code) for code in range(len(wanted))]
    expect.that(
        sorted(found) == wanted,
        expected=f"{what}: {', '.join(wanted)}, in the order of the columns",
        found=", ".join(found) or "an empty list",
        likely=expect.cause(
            (len(found) == len(labels) and set(found) == set(wanted), "these are all labels; each name only once"),
            (
                {name.removesuffix(".0") for name in found} == set(codes),
                "these are the codes: the labels were overwritten by them, and the names of the categories are lost",
            ),
            (set(found) < set(wanted), "some names are missing"),
            (
                len(found) == len(wanted)
                and all(a != b and a.endswith(b) for a, b in zip(sorted(found), wanted, strict=True)),
                "something was put in front of the names; hand them back as they are",
            ),
            (not set(found) & set(wanted), "the names are fixed; they have to come out of the labels"),
            (set(wanted) < set(found), "there are names of labels that do not occur here"),
            "the names are the different labels themselves, unchanged",
        ),
    )


def _decodes(answer, labels, what):
    array, names = answer[0], [str(name) for name in answer[1]]
    truth = [str(label) for label in labels]
    decoded = [names[code] for code in np.argmax(array, axis=1)]
    by_code = [str(label) for label in sorted(labels.unique())]
    alphabet, appearance = sorted(names), [str(label) for label in labels.unique()]
    orders = {
        "in the order of the alphabet": alphabet,
        "in the order of size": by_code,
        "in the order of appearance": appearance,
        "backwards": alphabet[::-1],
    }
    columns = next(
        (words for words, order in orders.items() if _codes(truth, order) == list(np.argmax(array, axis=1))), ""
    )
    listed = next((words for words, order in orders.items() if order == names), "in another order")
    partners = {(label, code) for label, code in zip(truth, np.argmax(array, axis=1), strict=True)}
    expect.that(
        decoded == truth,
        expected=f"{what} decoded: {', '.join(truth[:4])}, ...",
        found=f"{', '.join(decoded[:4])}, ...",
        likely=expect.cause(
            (bool(columns), f"the columns are {columns}, the names {listed}; both need the same order"),
            (len(partners) == len(names), "the names are all there, but not in the order of the columns"),
            "the same label has its 1 in different columns: the 1 does not follow the label of its row",
        ),
    )


def _codes(labels, order):
    return [order.index(label) for label in labels]


def _called(value):
    if isinstance(value, (tuple, list)):
        return f"{expect.type_name(value)} of {len(value)}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}" + ("" if value.dtype.kind in "biuf" else ", not of numbers")
    return "None" if value is None else f"a {getattr(value, 'kind', type(value).__name__)}"
