"""Grades s03_binary_classification/one_hot: text labels as one-hot rows, and the names of the columns."""

import re
from functools import partial

import numpy as np
import pandas as pd
import pytest

from keraskata import expect

# The orders of the alphabet, of appearance and of frequency differ; row names have nothing to do with the positions.
COLOURS = pd.Series(
    ["red", "green", "blue", "green", "white", "green", "white", "blue", "green", "white"],
    index=[6, 2, 5, 0, 1, 4, 3, 9, 7, 8],
    name="colour",
)

# Longer than any width that an array of texts may be given.
BEGINNING = "one of the answers that people wrote into a form, word for word, as long as they wanted them to be: "

_ELSEWHERE = "{name} is no label here: it is kept from an earlier call, or written into the function"
_SPELLINGS = (  # ways of reading a label that lose something of it
    str.strip,
    str.lower,
    lambda name: name.strip().lower(),
    str.upper,
    str.title,
    str.capitalize,
    "{}.0".format,
    {"True": "1", "False": "0"}.get,
)
_PARTS = tuple(  # what is left of a name that is taken for a column's, such as label_red
    partial(lambda sign, place, name: name.split(sign)[place], sign, place) for sign in "_-." for place in (0, -1)
)

BOTH = expect.diagnoses(
    array_only=(
        "only the array is returned; the names are missing",
        lambda seen: seen.answer.ndim == 2 and seen.answer.dtype.kind in "biuf",
    ),
    table=(
        "a table is returned; take the array out of it with to_numpy(), and the names of its columns",
        lambda seen: isinstance(seen.answer, pd.DataFrame),
    ),
    otherwise="return the array and the names, with a comma between",
)
FIRST = expect.diagnoses(
    swapped=(
        "the two are the wrong way round: array first",
        lambda seen: seen.second.ndim == 2 and seen.second.dtype.kind in "biuf",
    ),
    table=(
        "a table came first, as get_dummies makes one; its to_numpy() gives the array",
        lambda seen: isinstance(seen.first, pd.DataFrame),
    ),
    list=("a list came first; np.array(...) makes an array of it", lambda seen: isinstance(seen.first[0], list)),
    sparse=(
        "a sparse matrix came first; ask for a dense array",
        lambda seen: re.search("matrix|csr", _called(seen.first)),
    ),
    otherwise="return the array first, then the names",
)
SHAPE = expect.diagnoses(
    labels=(
        "these are the labels themselves, not encoded yet; get_dummies of a table, for one, leaves columns of numbers "
        "as they are",
        lambda seen: (
            seen.array.shape in ((seen.n,), (seen.n, 1))
            and not set(seen.labels) <= {0, 1}
            and expect.same(seen.array.ravel(), seen.labels)
        ),
    ),
    codes=(
        "these are the codes; each code becomes a row with a single 1",
        lambda seen: seen.array.shape == (seen.n,),
    ),
    turned=(
        "rows and columns are swapped: a row for each label",
        lambda seen: seen.array.shape == (seen.k, seen.n),
    ),
    identity=(
        "this is one row for each category; it needs one for each label",
        lambda seen: seen.array.shape == (seen.k, seen.k),
    ),
    as_codes=(
        "the labels themselves were taken as codes; first each different label gets a code",
        lambda seen: seen.labels.dtype.kind in "iu" and seen.array.shape == (seen.n, seen.labels.max() + 1),
    ),
    spelling=(
        "labels that differ in capitals or spaces are different labels",
        lambda seen: any(_joined(seen.array, seen.labels, as_read) for as_read in _SPELLINGS),
    ),
    cut=(
        "labels that begin alike are different labels, however long they are; an array of texts of 10 letters, for "
        "one, cuts off what follows",
        lambda seen: any(
            _joined(seen.array, seen.labels, partial(lambda n, name: name[:n], n))
            for n in range(1, seen.labels.str.len().max())
        ),
    ),
    parted=(
        "{name} is one label, and was cut in two at its sign, as str.get_dummies does",
        lambda seen: _parted(seen.names, seen.labels),
    ),
    no_column=(
        "one category has no column; every category needs its own, also when there are only one or two",
        lambda seen: seen.array.shape == (seen.n, seen.k - 1) and len(set(seen.labels[~seen.array.any(axis=1)])) == 1,
    ),
    elsewhere=(_ELSEWHERE, lambda seen: _elsewhere(seen.names, seen.labels)),
    row_names=(
        "labels with the same row name are put together; each label has a row of its own",
        lambda seen: len(seen.array) == seen.labels.index.nunique() < seen.n,
    ),
    columns=(
        "there are {k} different labels here, so {k} columns; let the labels say how many",
        lambda seen: {"k": seen.k} if seen.array.ndim == 2 and len(seen.array) == seen.n else None,
    ),
    otherwise="it needs a row for each label, and a column for each category",
)
ROWS = expect.diagnoses(
    nan=("there is nan in it; every place is 0 or 1", lambda seen: np.isnan(seen.array).any()),
    zeros=("nothing but 0: the 1 was never set, or set in a copy", lambda seen: not seen.array.any()),
    inverse=(
        "0 and 1 are the wrong way round: the column of the label is 1",
        lambda seen: seen.array.shape[1] > 2 and _single_ones(1 - seen.array.astype(float)),
    ),
    ones=(
        "every place is 1, and each row needs just one. A place has two numbers, that of its row and that of its "
        "column; with a colon in place of the first, all rows are meant",
        lambda seen: seen.array.all(),
    ),
    up_to=(
        "all columns up to the code are 1; only the column of the code should be",
        lambda seen: (
            set(seen.array.ravel()) == {0, 1}
            and seen.array[:, 0].all()
            and np.all(np.diff(seen.array.astype(float), axis=1) <= 0)
        ),
    ),
    code=(
        "the code was written there; the place says which category it is, and the value is 1",
        lambda seen: any(
            np.all((seen.array == 0) | (seen.array == np.arange(seen.array.shape[1]) + start)) for start in (0, 1)
        ),
    ),
    empty=(
        "row {row} has no 1 at all: the column of its label is not set",
        lambda seen: {"row": int(np.argmin(seen.array.any(axis=1)))} if not seen.array.any(axis=1).all() else None,
    ),
    otherwise="the column of the row's own label is 1, every other one 0",
)
LISTED = expect.diagnoses(
    dict=(
        "a dict came back; the list of its names is enough, in the order of the columns",
        lambda seen: isinstance(seen.names, dict),
    ),
    no_list=(
        "these are the names, but not in a list: list(...) makes one of them",
        lambda seen: sorted(map(str, seen.names)) == seen.wanted,
    ),
    otherwise="return the names as a list",
)
TEXT = expect.diagnoses(
    number=(
        "a name is text, also that of a number or of True: str(label)",
        lambda seen: isinstance(seen.other, (bool, int, float, np.number)),
    ),
    nested=(
        "the names lie in a list or an array inside the list; take them out of it",
        lambda seen: len(seen.names) == 1 and isinstance(seen.other, (list, np.ndarray)),
    ),
    otherwise="each name in the list is text",
)
NAMES = expect.diagnoses(
    all_labels=(
        "these are all labels; each name only once",
        lambda seen: len(seen.found) == len(seen.labels) and set(seen.found) == set(seen.wanted),
    ),
    spelling=(
        "{old} has become {new}; hand the names back as they are",
        lambda seen: next(
            filter(None, (_respelled(seen.found, seen.wanted, as_read) for as_read in (*_SPELLINGS, *_PARTS))),
            None,
        ),
    ),
    cut=(
        "the names are cut off after {n} letters, as in an array of texts, which has room for so many and no more; put "
        "them into a list",
        lambda seen: _cut(seen.found, seen.wanted),
    ),
    codes=(
        "these are the codes, and the names of the categories are lost. What still knew them?",
        lambda seen: {name.removesuffix(".0") for name in seen.found} == {str(i) for i in range(len(seen.wanted))},
    ),
    prefix=(
        "something was put in front of the names; hand them back as they are",
        lambda seen: (
            len({name.removesuffix(right) for name, right in zip(sorted(seen.found), seen.wanted, strict=True)}) == 1
        ),
    ),
    elsewhere=(_ELSEWHERE, lambda seen: _elsewhere(seen.found, seen.labels)),
    missing=(
        "{name} is missing",
        lambda seen: (
            {"name": repr(min(set(seen.wanted) - set(seen.found)))} if set(seen.found) < set(seen.wanted) else None
        ),
    ),
    otherwise="the names are the different labels themselves, unchanged",
)
DECODED = expect.diagnoses(
    wrapped=(
        "from code {first} on the codes are wrong, as they are in {kind}, which ends at {most}: leave them in the type "
        "that they came in",
        lambda seen: _wrapped(seen.places, seen.names, seen.truth),
    ),
    order=(
        "the columns are in the order of {columns}, the names in the order of {names}; both need the same one",
        lambda seen: _orders(seen.places, seen.names, seen.labels),
    ),
    row_names=(
        "the rows stand in the order of the row names; leave them in the order of the labels",
        lambda seen: [seen.decoded[row] for row in seen.labels.index] == seen.truth,
    ),
    sorted=(
        "the rows are sorted; leave them in the order of the labels",
        lambda seen: seen.decoded == sorted(seen.truth),
    ),
    permuted=(
        "the names are all there, but not in the order of the columns",
        lambda seen: len(_pairs(seen)) == len(seen.names) == len(set(seen.places)),
    ),
    shared=(
        "different labels have their 1 in the same column; each of them needs a column of its own",
        lambda seen: len(_pairs(seen)) == len(seen.names) > len(set(seen.places)),
    ),
    scattered=(
        "the same label has its 1 in different columns: the 1 does not follow the label of its row",
        lambda seen: len(_pairs(seen)) > len(seen.names),
    ),
)


@pytest.fixture(scope="module")
def answer(submission):
    return _of(submission, COLOURS)


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
        "two colours": pd.Series(["red", "green", "red"]),
        "texts of digits": pd.Series(["01", "1", "10", "01", "1.0"]),
        "two rings": pd.Series(["outer", "inner", "inner", "outer", "inner"]),
        "one single class": pd.Series(["cat", "cat", "cat"]),
        "ten letters": pd.Series(list("hbjafcgdieabc"), index=range(20, 33)),
        "names that differ by little": pd.Series(["Red", "red", " red", "reddish", "Red"]),
        "names that begin alike": pd.Series([BEGINNING + "yes", "no", BEGINNING + "never", BEGINNING + "yes"]),
        "names with signs in them": pd.Series(
            ["dark_red", "light_red", "blue-green", "sky.blue", "red|blue", "it's", "dark_red"]
        ),
        "rows with the same row name": pd.Series(["cat", "dog", "cat", "ant"], index=[7, 7, 0, 7]),
        "thirty classes": pd.Series([f"class {number % 30}" for number in range(45)]),
        "three hundred classes": pd.Series([f"class {number % 300}" for number in range(310)]),
    }
    for name, labels in cases.items():
        _all(_of(submission, labels), labels, name)


@pytest.mark.check(
    points=2,
    needs=["test_decoding"],
    hint="A label 10 is a name, not a place: three different numbers make three columns.",
)
def test_whole_numbers(submission):
    """Whole numbers are categories like any other, and so are True and False; their names are text."""
    for numbers in ([10, 9, 2, 10, 2], [1, 0, 0, 1, 0], [-1, 1, 1, -1, 1], [300, 2, 300], [True, False, True]):
        labels = pd.Series(numbers)
        _all(_of(submission, labels), labels, f"the labels {', '.join(map(str, numbers))}")


@pytest.mark.check(points=1, needs=["test_shape"], hint="Give the codes a variable of their own.")
def test_untouched(submission):
    """labels itself stays as it is."""
    submission.one_hot_labels(COLOURS)
    expect.unchanged(submission.argument(0), COLOURS, what="labels")


def _of(submission, labels):
    """The answer. Where a label finds no column or row of its own, the feedback says how many there have to be."""
    with expect.explained(lambda fault: _too_few(fault.error, labels.nunique())):
        return submission.one_hot_labels(labels)


def _too_few(error, k):
    size = re.search(r"out of bounds for axis \d with size (\d+)", str(error))
    return SHAPE.says("columns", k=k) if size and int(size.group(1)) < k else None


def _all(answer, labels, what):
    _shape(answer, labels, f"the answer for {what}")
    _rows(answer[0], f"the array for {what}")
    _names(answer[1], labels, f"the list of names for {what}")
    _decodes(answer, labels, what)


def _shape(answer, labels, what):
    n, k = len(labels), labels.nunique()
    expect.several(answer, ["the array", "the list of names"], what=what, likely=BOTH.of(answer=answer))
    array = answer[0]
    expect.that(
        isinstance(array, np.ndarray) and array.ndim > 0 and array.dtype.kind in "biuf",
        expected=f"{what}: first an array of numbers",
        found=_called(array),
        likely=FIRST.of(first=array, second=answer[1]),
    )
    likely = SHAPE.of(array=array, names=answer[1], labels=labels, n=n, k=k)
    expect.shape(array, (n, k), what=f"{what}: the array", likely=likely)


def _rows(array, what):
    expect.that(
        _single_ones(array),
        expected=f"{what}: a single 1 in each row, and 0 elsewhere",
        found=f"the rows sum to {expect.number(array.sum(axis=1).astype(float))}"
        if not np.all(array.sum(axis=1) == 1)
        else f"the first row is {expect.number(array[0])}",
        likely=ROWS.of(array=array),
    )


def _names(names, labels, what):
    wanted = sorted(map(str, labels.unique()))
    expect.that(
        isinstance(names, list),
        expected=f"{what}: a list of text",
        found=_called(names),
        likely=LISTED.of(names=names, wanted=wanted),
    )
    other = next((name for name in names if not isinstance(name, str)), None)
    expect.that(
        other is None,
        expected=f"{what}: text",
        found=f"{other!r}, which is {expect.type_name(other)}",
        likely=TEXT.of(other=other, names=names),
    )
    found = [str(name) for name in names]
    expect.that(
        sorted(found) == wanted,
        expected=f"{what}: {_listed(wanted)}, in the order of the columns",
        found=_listed(found) or "an empty list",
        likely=NAMES.of(found=found, wanted=wanted, labels=labels),
    )


def _decodes(answer, labels, what):
    array, names = answer[0], [str(name) for name in answer[1]]
    truth, places = [str(label) for label in labels], np.argmax(array, axis=1).tolist()
    decoded = [names[place] for place in places]
    expect.that(
        decoded == truth,
        expected=f"{what} decoded: {', '.join(truth[:4])}, ...",
        found=f"{', '.join(decoded[:4])}, ...",
        likely=DECODED.of(decoded=decoded, truth=truth, places=places, names=names, labels=labels),
    )


def _single_ones(array):
    return np.all((array == 0) | (array == 1)) and np.all(array.sum(axis=1) == 1)


def _joined(array, labels, as_read):
    """Return whether this way of reading makes labels equal, and the rows are equal just where those are."""
    read = pd.factorize(labels.map(as_read))[0].tolist()
    rows = pd.factorize(pd.Series([tuple(row) for row in array]))[0].tolist()
    return len(set(read)) < labels.nunique() and rows == read


def _parted(names, labels):
    """Return the first label with a bar in it, where the names are what is left when all are cut there."""
    barred = [label for label in labels if "|" in label]
    return {"name": repr(barred[0])} if barred and set(names) == set("|".join(labels).split("|")) else None


def _elsewhere(names, labels):
    """Return the first name that is a colour, where no such label is given; None if there is none."""
    strange = sorted((set(names) - set(labels)) & set(COLOURS))
    return {"name": strange[0]} if strange else None


def _respelled(found, wanted, as_read):
    """Return the first name that this way of reading changes, if all names found are those that it makes."""
    changed = [name for name in wanted if as_read(name) != name]
    if changed and set(found) == set(map(as_read, wanted)):
        return {"old": repr(changed[0]), "new": repr(as_read(changed[0]))}
    return None


def _cut(found, wanted):
    """Return after how many letters the names end, where they are the labels up to there, and not all of these."""
    most = max(map(len, found))
    return {"n": most} if set(found) == {name[:most] for name in wanted} != set(wanted) else None


def _wrapped(places, names, truth):
    """Return the small type of whole numbers that makes just these places of the codes, as it is too small for them."""
    codes = np.array([names.index(name) for name in truth])
    for kind in ("int8", "uint8"):
        most = np.iinfo(kind).max
        if codes.max() > most and (codes.astype(kind).astype(int) % len(names)).tolist() == places:
            return {"first": most + 1, "kind": kind, "most": most}
    return None


def _orders(places, names, labels):
    """Return which orders columns and names have, if each of them has a single known one."""
    alphabet, counts = sorted(names), labels.value_counts()
    orders = {
        "the alphabet": alphabet,
        "appearance": [str(label) for label in labels.unique()],
        "the alphabet, backwards": alphabet[::-1],
    }
    if labels.dtype.kind in "iu":
        orders["size"] = [str(label) for label in sorted(labels.unique())]
    if counts.is_unique:
        orders["frequency"] = [str(label) for label in counts.index]
        orders["frequency, the rarest first"] = orders["frequency"][::-1]
    columns = [words for words, order in orders.items() if [order.index(str(label)) for label in labels] == places]
    listed = [words for words, order in orders.items() if order == names]
    return {"columns": columns[0], "names": listed[0]} if len(columns) == len(listed) == 1 else None


def _pairs(seen):
    return set(zip(seen.truth, seen.places, strict=True))


def _listed(names):
    return ", ".join(names[:12]) + ", ..." * (len(names) > 12)


def _called(value):
    if isinstance(value, (tuple, list)):
        return f"{expect.type_name(value)} of {len(value)}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}" + ("" if value.dtype.kind in "biuf" else ", not of numbers")
    return "None" if value is None else f"a {getattr(value, 'kind', type(value).__name__)}"
