"""Grades s07_batches/standardize: every column with mean 0 and deviation 1, by the figures of the training rows."""

import re
from functools import partial

import numpy as np
import pytest
from hypothesis import strategies as st

from keraskata import expect
from keraskata.expect import inputs

RNG = np.random.default_rng(7)
TRAIN = RNG.normal([50, -3, 1000], [10, 0.5, 200], size=(8, 3))
TEST = RNG.normal([60, -2, 900], [20, 1, 300], size=(5, 3))
WHOLE = np.array([[1, 20], [2, 50], [4, 20], [5, 90]]), np.array([[7, 0], [2, 60]])
# The second column is 7 in each training row, the third is 0; the test rows have other values, too.
CONSTANT = np.array([[1.0, 7, 0], [2, 7, 0], [6, 7, 0]]), np.array([[3.0, 9, 0], [2, 7, -4]])
# In the first column the first and the last row agree, in the second the first two, in the third the last two.
ENDS = np.array([[3.0, 1, 9], [8, 1, 2], [3, 6, 2]]), np.array([[4.0, 1, 2]])
TINY = np.array([[0.0, 0], [1e-6, 1], [2e-6, 4]]), np.array([[3e-6, 1]])
TOL = 1e-4  # single precision is right, too

ANSWER = expect.diagnoses(
    one=(
        "both came back as one array",
        lambda seen: not isinstance(seen.found, (tuple, list)) and len(seen.found) == len(TRAIN) + len(TEST),
    ),
    single=("only one table came back", lambda seen: seen.found.shape in (TRAIN.shape, TEST.shape)),
    otherwise="the answer is two arrays, train first and test second",
)
ARRAY = expect.diagnoses(otherwise="each of the two is an array of numbers, with the rows and columns that came in")
SHAPES = expect.diagnoses(
    swapped=(
        "train and test are swapped in the answer",
        lambda seen: [found.shape for found in seen.tables] == [TEST.shape, TRAIN.shape],
    ),
    otherwise="every row and every column stays; only the numbers change",
)
SCALED = expect.mistakes(
    of_test=(
        "these are scaled by the mean and the deviation of test; take those of train, for both",
        lambda rows: _by(TEST, rows),
    ),
    mean_of_test=(
        "the mean of test is subtracted; subtract the mean of train",
        lambda rows: (rows - TEST.mean(axis=0)) / TRAIN.std(axis=0),
    ),
    deviation_of_test=(
        "it is divided by the deviation of test; divide by the deviation of train",
        lambda rows: (rows - TRAIN.mean(axis=0)) / TEST.std(axis=0),
    ),
    as_it_came=(
        "the table came back as it came in: it was not scaled, or by the figures of a train that was already scaled, "
        "which are 0 and 1",
        lambda rows: rows,
    ),
    not_centred=(
        "it is divided by the deviation, but no mean is subtracted, or that of a train that was already scaled, "
        "which is 0",
        lambda rows: rows / TRAIN.std(axis=0),
    ),
    only_centred=(
        "the mean is subtracted, but it is not divided by the deviation, or by that of a train that was already "
        "scaled, which is 1",
        lambda rows: rows - TRAIN.mean(axis=0),
    ),
    together=(
        "the figures are those of train and test together: so the test rows leak into them",
        lambda rows: _by(np.concatenate([TRAIN, TEST]), rows),
    ),
    by_one_less=(
        "this deviation divides by n - 1, as pandas does, or ddof=1; NumPy's std divides by n",
        lambda rows: (rows - TRAIN.mean(axis=0)) / TRAIN.std(axis=0, ddof=1),
    ),
    whole_table=(
        "one mean and one deviation for the whole table; axis=0 takes columns",
        lambda rows: (rows - TRAIN.mean()) / TRAIN.std(),
    ),
    whole_deviation=(
        "it is divided by one deviation for the whole table; each column has its own, std(axis=0)",
        lambda rows: (rows - TRAIN.mean(axis=0)) / TRAIN.std(),
    ),
    row_by_row=(
        "it is scaled row for row; axis=0 gives the figures of the columns",
        lambda rows: _by(rows.T, rows.T).T,
    ),
    brackets=(
        "brackets are missing: subtract first, then divide",
        lambda rows: rows - TRAIN.mean(axis=0) / TRAIN.std(axis=0),
    ),
    variance=(
        "it is divided by the variance; the deviation is its square root",
        lambda rows: (rows - TRAIN.mean(axis=0)) / TRAIN.var(axis=0),
    ),
    min_max=(
        "the smallest became 0 and the largest 1; asked for is mean 0 and deviation 1",
        lambda rows: (rows - TRAIN.min(axis=0)) / np.ptp(TRAIN, axis=0),
    ),
    added=(
        "the mean is added; subtract it",
        lambda rows: (rows + TRAIN.mean(axis=0)) / TRAIN.std(axis=0),
    ),
    more=(
        "a small number is added to the deviation, or to the variance below its root: divide by the deviation itself",
        *(
            partial(lambda more, rows: (rows - TRAIN.mean(axis=0)) / (TRAIN.std(axis=0) + more), 10.0**-digits)
            for digits in range(1, 5)
        ),
        *(
            partial(lambda more, rows: (rows - TRAIN.mean(axis=0)) / np.sqrt(TRAIN.var(axis=0) + more), 10.0**-digits)
            for digits in range(1, 5)
        ),
    ),
    cut=(
        "values far from the mean are cut off at a bound; leave them as they are",
        *(
            partial(lambda least, most, rows: np.clip(_by(TRAIN, rows), least, most), least, most)
            for least, most in ((-1, 1), (0, 1), (-2, 2), (-2.5, 2.5), (-3, 3), (-4, 4), (-5, 5))
        ),
    ),
    near=(
        "the values are near, but not exact: round nothing, and divide by the deviation as it is",
        expect.near(lambda rows: _by(TRAIN, rows), 0.01),
    ),
    otherwise="from each column subtract the mean of train, then divide by the deviation of train; change nothing else",
)
_NONE_DIVIDED = "a column that varies is not divided, where another one is constant: decide for each column by itself"
SINGLE = expect.mistakes(
    not_divided=(
        "it is not divided. A column of test may have one value alone: whether a column is constant, and by what it "
        "is divided, is for train to say",
        lambda rows: rows - TRAIN.mean(axis=0),
    ),
    otherwise="columns of one value are scaled like any other, by the figures of train",
)
FIXED = expect.diagnoses(
    none_divided=(_NONE_DIVIDED, lambda seen: expect.same(seen.found[:, 0], seen.rows[:, 0] - 3, TOL)),
    left_out=(
        "the constant column is left out; it has to stay in its place",
        lambda seen: seen.found.shape[1] < seen.rows.shape[1],
    ),
    asked_of_both=(
        "a column is constant here if it is so in train and in test together; train alone decides",
        lambda seen: re.search(r"(concatenate|vstack|r_)\b", seen.source),
    ),
    by_zero=(
        "it is divided by 0, the deviation of a constant column; divide by 1",
        lambda seen: not np.isfinite(seen.found[:, 1:]).any(),
    ),
    replaced=(
        "nan and infinity were replaced afterwards, which leaves huge numbers; divide by 1 in place of 0",
        lambda seen: np.abs(seen.found).max() > 1e30,
    ),
    tiny=(
        "a tiny number in place of 0 makes a 9 among sevens huge; divide by 1 in place of 0",
        lambda seen: np.abs(seen.found[:, 1:]).max() > 1000,
    ),
    zero=(
        "the column is set to 0, so that a test row that differs can no longer be told",
        lambda seen: (
            len(np.unique(seen.rows[:, 1])) > 1 and expect.same(seen.found[:, 1:], np.zeros((len(seen.rows), 2)), TOL)
        ),
    ),
    not_centred=(
        "the mean is not subtracted from the constant column",
        lambda seen: expect.same(seen.found[:, 1], seen.rows[:, 1], TOL),
    ),
    otherwise="from a constant column subtract the mean, and divide by 1",
)
SMALL = expect.diagnoses(
    not_divided=(
        "a column that hardly varies has a deviation, {deviation}, and is divided by it like any other",
        lambda seen: np.isclose(seen.divisor(), 1) and {"deviation": expect.number(TINY[0][:, 0].std())},
    ),
    divisor=(
        "the deviation of this column is {deviation}, and it is divided by {divisor}: add nothing to it, and set no "
        "least value",
        lambda seen: (
            (by := seen.divisor()) > TINY[0][:, 0].std()
            and {"divisor": expect.number(by), "deviation": expect.number(TINY[0][:, 0].std())}
        ),
    ),
    otherwise="a column that hardly varies is scaled like any other",
)
SIZES = expect.diagnoses(
    kept=(
        "this call alone is right: something is kept from an earlier one, such as figures in a global. Take those of "
        "this train",
        lambda seen: all(expect.same(*pair, TOL) for pair in zip(seen.alone(), seen.right, strict=True)),
    ),
    cut=(
        "the answer is kept in an array of whole numbers, so that everything behind the point is cut off",
        lambda seen: all(expect.same(*pair) for pair in zip(seen.found, map(np.trunc, seen.right), strict=True)),
    ),
    shape=(
        "every row and every column stays",
        lambda seen: any(np.shape(part) != wanted.shape for part, wanted in zip(seen.found, seen.right, strict=True)),
    ),
    none_divided=(
        _NONE_DIVIDED,
        lambda seen: (
            0 in np.ptp(seen.train, axis=0)
            and np.ptp(seen.train, axis=0).any()
            and expect.same(seen.found[0], seen.train - seen.train.mean(axis=0), TOL)
        ),
    ),
    ends=(
        "a column whose first and last row agree is not divided, though it varies between them: its deviation is not 0",
        lambda seen: _divides_by_ends(seen.found[0], seen.train),
    ),
    single=(
        "in a train of a single row every column is constant: only subtract the mean",
        lambda seen: len(seen.train) == 1,
    ),
    otherwise="from each column subtract the mean of train, then divide by the deviation of train; change nothing else",
)


@pytest.fixture(scope="module")
def answer(submission):
    """What came back for TRAIN and TEST."""
    return submission.standardize(TRAIN, TEST)


@pytest.fixture(scope="module")
def scaled(answer):
    return _two_tables(answer)


@pytest.mark.check(points=1, hint="return a, b gives two things back at once.")
def test_shapes(answer):
    """The answer is two arrays: the training rows and the test rows, each in the shape in which they came."""
    tables = _two_tables(answer)
    for name, found, rows in zip(("train", "test"), tables, (TRAIN, TEST), strict=True):
        expect.equal(
            found.shape,
            rows.shape,
            what=f"the shape of the scaled {name}",
            likely=SHAPES.of(tables=tables),
        )
    expect.that(
        not all(expect.same(found, rows, tol=1e-9) for found, rows in zip(tables, (TRAIN, TEST), strict=True)),
        expected="other numbers than before",
        found="the rows of both tables as they came",
        likely=SCALED.of(tables[0], TRAIN),
    )


@pytest.mark.check(points=2, needs=["test_shapes"], hint="For each column: subtract its mean, then divide by its std.")
def test_train(scaled):
    """Every column of train has mean 0 and standard deviation 1."""
    expect.close(
        scaled[0],
        _by(TRAIN, TRAIN),
        what="the scaled train",
        tol=TOL,
        likely=SCALED.of(scaled[0], TRAIN),
    )


@pytest.mark.check(
    points=3,
    needs=["test_shapes"],
    hint="Imagine that the test rows come in tomorrow, one at a time. What do you know today?",
)
def test_test(submission, scaled):
    """The columns of test are shifted and scaled by the mean and the deviation of train."""
    expect.close(
        scaled[1],
        _by(TRAIN, TEST),
        what="the scaled test",
        tol=TOL,
        likely=SCALED.of(scaled[1], TEST),
    )
    for copies, which in ((1, "a single row"), (2, "the same row twice")):
        rows = np.repeat(TEST[:1], copies, axis=0)
        found = _two_tables(submission.standardize(TRAIN, rows))[1]
        expect.close(
            found,
            _by(TRAIN, rows),
            what=f"the scaled test when it is {which}",
            tol=TOL,
            likely=SINGLE.of(found, rows),
        )


@pytest.mark.check(
    points=2,
    needs=["test_train", "test_test"],
    hint="Which columns have the deviation 0, and what could stand in its place?",
)
def test_constant(submission):
    """A column that is constant in train only loses its mean; one that varies a little is scaled like any other."""
    train, test = CONSTANT
    answer = _two_tables(submission.standardize(train, test))
    mean, deviation = train.mean(axis=0), np.array([train[:, 0].std(), 1, 1])
    for name, found, rows in (("train", answer[0], train), ("test", answer[1], test)):
        expect.close(
            found,
            (rows - mean) / deviation,
            what=f"the scaled {name} (in train, column 1 is always 7 and column 2 always 0)",
            tol=TOL,
            likely=FIXED.of(found=found, rows=rows, source=submission.source),
        )
    for found, rows in zip(_two_tables(submission.standardize(*TINY)), TINY, strict=True):
        expect.close(
            found,
            _by(TINY[0], rows),
            what="what is scaled by a train whose column 0 runs only from 0 to 0.000002",
            tol=TOL,
            likely=SMALL.of(divisor=partial(_divisor, found, rows, TINY[0])),
        )


@pytest.mark.check(
    points=1, needs=["test_train", "test_test"], hint="Try a train of a single row, a single column, and whole numbers."
)
def test_whole_numbers(submission):
    """Tables of any size, of whole numbers too, are scaled just as well; the answers are arrays."""
    expect.agrees(
        submission.standardize,
        lambda train, test: (_scaled(train, train), _scaled(train, test)),
        _spaces(),
        examples=[WHOLE, ENDS, (TRAIN[:, :1], TEST[:, :1]), (TRAIN[:2], TEST), (TRAIN[:1], TEST[:1])],
        what=lambda train, test: f"the answer for train = {_written(train)} and test = {_written(test)}",
        likely=lambda found, right, train, test: SIZES.of(
            found=found,
            right=right,
            train=train,
            alone=lambda: submission.reseeded(1).standardize(train, test),
        ),
        tol=TOL,
    )


@pytest.mark.check(points=1, needs=["test_shapes"], hint="a -= b changes a itself; a - b is a new array.")
def test_leaves_alone(submission):
    """The tables that come in are afterwards as they were."""
    submission.standardize(TRAIN, TEST)
    for position, name, rows in ((0, "train", TRAIN), (1, "test", TEST)):
        expect.unchanged(submission.argument(position), rows, what=name)


@st.composite
def _spaces(draw):
    """A train and a test with the same columns; the train has now and then a single row, and constant columns."""
    train = draw(inputs.tables(rows=(1, 6), dtypes=("float64", "int64")))
    columns = train.shape[1]
    return train, draw(inputs.tables(rows=(1, 4), columns=(columns, columns), dtypes=(str(train.dtype),)))


def _written(table):
    return table.tolist() if table.size <= 12 else f"{len(table)} rows of {table.shape[1]}"


def _scaled(train, rows):
    """`rows` by the figures of `train`, in which a constant column has the deviation 1."""
    deviation = train.std(axis=0)
    return (rows - train.mean(axis=0)) / np.where(deviation == 0, 1, deviation)


def _divides_by_ends(found, train):
    """Whether just those columns of a varying train are divided in which the first and the last row differ."""
    agree = train[0] == train[-1]
    divisor = np.where(agree, 1, train.std(axis=0))
    return bool(np.ptp(train[:, agree], axis=0).any()) and expect.same(
        found, (train - train.mean(axis=0)) / divisor, TOL
    )


def _divisor(found, rows, train):
    """By what the first column was divided after its mean was subtracted, or None where that is not what was done."""
    centred = rows[:, 0] - train[:, 0].mean()
    divisor = np.linalg.norm(centred) / np.linalg.norm(found[:, 0])
    return divisor if np.allclose(found[:, 0] * divisor, centred, rtol=1e-3, atol=0) else None


def _two_tables(answer):
    """The scaled train and the scaled test as arrays; the check fails where there are no two."""
    names = ["the scaled train", "the scaled test"]
    expect.several(answer, names, what="the answer", likely=ANSWER.of(found=answer))
    for part, name in zip(answer, ("train", "test"), strict=True):
        expect.that(
            _is_table(part),
            expected=f"the scaled {name} as an array",
            found=expect.number(part),
            likely=ARRAY.of(),
        )
    return [np.asarray(part, float) for part in answer]


def _is_table(found):
    array = expect.array(found)
    return array.ndim == 2 and all(map(expect.is_number, array.ravel()))


def _by(known, rows):
    """`rows`, scaled by the figures of `known`."""
    return (rows - known.mean(axis=0)) / known.std(axis=0)
