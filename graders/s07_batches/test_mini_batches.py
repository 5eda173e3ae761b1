"""Grades s07_batches/mini_batches: shuffled rows in mini-batches, and the number of updates that they bring."""

import math
import re

import numpy as np
import pytest
from hypothesis import strategies as st

from keraskata import expect

N, SIZE = 45, 8
# Row i has i in its first column, and the label 1000 + i.
FEATURES = np.arange(N)[:, None] + np.array([0.0, 100.0, 200.0])
LABELS = np.arange(N) + 1000
_AS_A_WHOLE = "the batches as a whole are shuffled; shuffle the rows before you cut them"
_LEFT = "each batch has batch_size rows, and the last one those that are left"

LIST = expect.diagnoses(
    once=(
        "this can be gone through only once, as what `yield` and zip make; return a list",
        lambda seen: seen.found.kind in ("generator", "zip", "map"),
    ),
    otherwise="the answer is a list with a pair (features, labels) for each batch",
)
PAIR = expect.diagnoses(
    two_lists=(
        "these are two lists, one of features and one of labels; put both of a batch into one pair",
        lambda seen: isinstance(seen.found, tuple) and len(seen.found) == 2,
    ),
    no_labels=(
        "the labels are missing: a batch is the pair (features, labels)",
        lambda seen: isinstance(seen.item, np.ndarray),
    ),
    otherwise="each batch is a pair (features, labels)",
)
EVEN = expect.diagnoses(otherwise="features and labels are cut at the same places")
SIZES = expect.diagnoses(
    one=("only one batch came back: does return stand inside the loop?", lambda seen: seen.sizes == [SIZE]),
    dropped=(
        "the five rows left over are missing; they make a last, shorter batch",
        lambda seen: seen.sizes == [SIZE] * 5,
    ),
    filled=("the last batch is filled up to 8 rows; it may be shorter", lambda seen: seen.sizes == [SIZE] * 6),
    even=(
        "the rows are spread evenly; fill the batches, so that only the last is short",
        lambda seen: seen.sizes == [8, 8, 8, 7, 7, 7],
    ),
    number=(
        "batch_size is how many rows a batch has, not how many batches there are",
        lambda seen: len(seen.sizes) == SIZE,
    ),
    batches=(
        _AS_A_WHOLE,
        lambda seen: _short_inside(seen.sizes) and all((np.diff(part) == 1).all() for part in _parts(seen)),
    ),
    inside=(
        "the short batch, with the {n} rows left over, is number {place} of {count}; it comes last",
        lambda seen: _short_inside(seen.sizes),
    ),
    otherwise=_LEFT,
)
OTHER_SIZE = expect.diagnoses(
    fixed=(
        "all 8 rows are in one batch, though batch_size is 3: is the size fixed?",
        lambda seen: seen.sizes == [SIZE],
    ),
    otherwise=_LEFT,
)
SHAPE = expect.diagnoses(
    swapped=(
        "features and labels are swapped in the pair",
        lambda seen: seen.row == () and len(seen.labels) > 1,
    ),
    flat=(
        "rows of {axes} axes came back flat; features[rows] keeps their shape",
        lambda seen: {"axes": seen.axes} if 0 < len(seen.row) < seen.axes else None,
    ),
    column=(
        "the labels came back as a column; labels[rows] keeps their shape",
        lambda seen: seen.labels == (seen.n, 1),
    ),
    otherwise="a row may have any shape, and so may a label: features[rows] and labels[rows] keep it",
)
ROWS = expect.diagnoses(
    none=("none of these rows is a row of features", lambda seen: not seen.known.any()),
    otherwise="each row in a batch is a row of features",
)
ONCE = expect.diagnoses(
    changed=("not every row in a batch is a row of features", lambda seen: not _known(seen.rows).all()),
    replaced=(
        "row {row} is in one batch twice: draw without replacement",
        lambda seen: {"row": next(row for part in _parts(seen) if (row := _twice(part)) is not None)},
    ),
    again=(
        "row {row} is in two batches; draw one order of all rows, and cut it",
        lambda seen: {"row": _twice(np.concatenate(_parts(seen)))},
    ),
    otherwise="each row is in exactly one batch",
)
BESIDE = expect.diagnoses(
    labels_stay=(
        "the labels stayed where they were: only the features are shuffled",
        lambda seen: expect.same(seen.labels, np.arange(N)),
    ),
    features_stay=(
        "the features stayed where they were: only the labels are shuffled",
        lambda seen: expect.same(seen.rows, np.arange(N)),
    ),
    apart=(
        "the labels have another order than their rows; draw one order, and use the same for both",
        lambda seen: expect.same(np.sort(seen.labels), np.arange(len(seen.rows))),
    ),
    otherwise="each row keeps its own label",
)
ORDER = expect.diagnoses(
    one_batch=(
        "where all rows fit into one batch they are shuffled like any others",
        lambda seen: len(seen.parts) == 1,
    ),
    as_it_came=(
        "the rows are cut as they came in, and not shuffled",
        lambda seen: expect.same(np.concatenate(seen.parts), np.arange(N)),
    ),
    reversed=(
        "the last row first is not a random order",
        lambda seen: expect.same(np.concatenate(seen.parts), np.arange(N)[::-1]),
    ),
    batches=(
        _AS_A_WHOLE,
        lambda seen: all((np.diff(part) == 1).all() for part in seen.parts),
    ),
    inside=(
        "the rows are shuffled inside each batch only; shuffle all rows before you cut them",
        lambda seen: expect.same(np.concatenate([np.sort(part) for part in seen.parts]), np.arange(N)),
    ),
    otherwise="a batch has rows from everywhere",
)
SEED = expect.diagnoses(
    zero=("seed 0 is a seed like any other, though Python takes it for false", lambda seen: seen.seed == 0),
    unseeded=(
        "the generator is made without a seed; give it the one of the function",
        lambda seen: re.search(r"(default_rng|RandomState|Random)\(\s*\)", seen.source),
    ),
    numpy=(
        "this is NumPy's global generator, which knows nothing of seed; np.random.default_rng(seed) does",
        lambda seen: re.search(r"\b(np|numpy)\.random\.(permutation|shuffle|choice)\(", seen.source),
    ),
    otherwise="the order is drawn from a generator that gets seed",
)
CALLS = expect.diagnoses(
    kept=(
        "the generator is made once, and goes on from call to call; make it again in each call, from seed",
        lambda seen: seen.done.complete and not seen.done.seeds,
    ),
    otherwise="each call begins again with a generator that gets seed",
)
OTHER_SEED = expect.diagnoses(
    fixed=(
        "the generator gets the seed {fixed} here, and seed was 3",
        lambda seen: {"fixed": seen.done.seeds[-1].value} if seen.done.seeds[-1].value not in (3, None) else None,
    ),
    otherwise="another seed gives another order",
)
OTHER_CUT = expect.diagnoses(
    otherwise="batch_size takes part in the order: draw one order of all rows from seed alone, and only then cut it",
)
LEFT_OUT = expect.diagnoses(
    empty=(
        "where the rows come out even, an empty batch is left over at the end",
        lambda seen: 0 in [len(rows) for rows, _ in seen.found],
    ),
    single=("one row is lost: the last batch may also have a single row", lambda seen: _lost(seen) == 1),
    more=(
        "{lost} rows are lost: the last batch has those that are left",
        lambda seen: {"lost": _lost(seen)} if _lost(seen) > 1 else None,
    ),
    otherwise="the number of batches is the number of rows by batch_size, rounded up",
)
ARRAYS = expect.diagnoses(
    lists=(
        "lists cannot be computed with as arrays can: features[rows] is an array, and so is labels[rows]",
        lambda seen: isinstance(seen.others[0], list),
    ),
    otherwise="what is in a pair are arrays",
)
GLOBAL = expect.diagnoses(
    python=(
        "random.seed and shuffle work on one global generator; random.Random(seed) is your own",
        lambda seen: re.search(r"(?<!np\.)(?<!numpy\.)\brandom\.(seed|shuffle|sample|random)\(", seen.source),
    ),
    numpy=(
        "np.random.seed and shuffle work on one global generator; np.random.default_rng(seed) is your own",
        lambda seen: re.search(r"\b(np|numpy)\.random\.(seed|permutation|shuffle|choice)\(", seen.source),
    ),
    otherwise="a generator of your own leaves the global ones as they are",
)
UPDATES = expect.mistakes(
    rows=("there is an update for each batch, not for each row", lambda n, size, epochs: n * epochs),
    one_epoch=(
        "this is the number of a single epoch; every epoch goes through all batches again",
        lambda n, size, epochs: math.ceil(n / size),
    ),
    epochs=(
        "one update per epoch would be right if all rows made a single batch",
        lambda n, size, epochs: epochs,
    ),
    down=(
        "the short last batch counts, too: the number of batches is rounded up",
        lambda n, size, epochs: n // size * epochs,
        lambda n, size, epochs: round(n / size) * epochs,
    ),
    fraction=(
        "a fraction of a batch is a batch: round the number of batches up",
        lambda n, size, epochs: n / size * epochs,
    ),
    end_to_end=(
        "each epoch ends with a batch of its own, even a short one: round up before you multiply",
        lambda n, size, epochs: math.ceil(n * epochs / size),
    ),
    further=(
        "where the rows come out even, there is no further batch",
        lambda n, size, epochs: (n // size + 1) * epochs,
    ),
    otherwise="count the batches of one epoch, and multiply by the number of epochs",
)


@pytest.fixture(scope="module")
def batches(submission):
    """The pairs for batch_size=8 and seed=3, as arrays."""
    return _pairs(submission.mini_batches(FEATURES, LABELS, SIZE, 3))


@pytest.mark.check(points=2, hint="range(0, len(features), batch_size) gives the first row of each batch.")
def test_batches(submission, batches):
    """The answer is a list of pairs (features, labels) of batch_size rows; only the last pair is shorter."""
    sizes = [len(features) for features, _ in batches]
    expect.equal(
        sizes,
        [8, 8, 8, 8, 8, 5],
        what=f"the number of rows in each batch of {SIZE}, out of {N} rows,",
        likely=SIZES.of(sizes=sizes, batches=batches),
    )
    fewer = [len(features) for features, _ in _pairs(submission.mini_batches(FEATURES[:8], LABELS[:8], 3, 3))]
    expect.equal(
        fewer,
        [3, 3, 2],
        what="the number of rows in each batch of 3, out of 8 rows,",
        likely=OTHER_SIZE.of(sizes=fewer),
    )
    for features, labels in batches:
        expect.equal(
            (features.shape[1:], labels.shape),
            ((3,), (len(features),)),
            what="the shape of a row, and that of the labels of its batch,",
            likely=SHAPE.of(row=features.shape[1:], axes=1, labels=labels.shape, n=len(features)),
        )


@pytest.mark.check(points=1, needs=["test_batches"], hint="Draw one order for all rows first, then cut it into pieces.")
def test_every_row(batches):
    """Every row is in exactly one batch."""
    rows = np.concatenate([features for features, _ in batches])
    known = _known(rows)
    expect.that(
        known.all(),
        expected="the rows of features, as they are",
        found=f"a row {expect.number(rows[~known][0]) if not known.all() else ''}",
        likely=ROWS.of(known=known),
    )
    times = np.bincount(_numbers(rows), minlength=N)
    expect.that(
        (times == 1).all(),
        expected=f"each of the {N} rows once",
        found=f"{np.sum(times == 0)} rows that are missing, and {np.sum(times > 1)} that are there more than once",
        likely=ONCE.of(rows=rows, batches=batches),
    )


@pytest.mark.check(points=2, needs=["test_every_row"], hint="One order, used twice: features[order] and labels[order].")
def test_pairs(batches):
    """Every row keeps its own label."""
    rows = np.concatenate([features[:, 0] for features, _ in batches])
    labels = np.concatenate([labels for _, labels in batches]) - 1000
    expect.that(
        expect.same(rows, labels),
        expected="beside each row the label that it came with",
        found=f"{np.sum(rows != labels)} of {N} rows beside the label of another row",
        likely=BESIDE.of(rows=rows, labels=labels),
    )


@pytest.mark.check(points=1, needs=["test_pairs"], hint="Does a batch have rows from everywhere in the table?")
def test_shuffled(submission, batches):
    """The rows are in random order, so that a batch has rows from everywhere."""
    parts = [_numbers(features) for features, _ in batches]
    mixed = sum(np.ptp(part) >= len(part) for part in parts)
    expect.that(
        mixed > len(parts) / 2,
        expected="batches with rows from everywhere",
        found=f"a first batch with the rows {', '.join(map(str, parts[0]))}",
        likely=ORDER.of(parts=parts),
    )
    for size in (N, N + 1):
        expect.that(
            not expect.same(_order(submission.mini_batches(FEATURES, LABELS, size, 3)), np.arange(N)),
            expected=f"random order in a single batch, too: {N} rows and batch_size={size}",
            found="the rows as they came in",
            likely=ORDER.of(parts=[range(N)]),
        )


@pytest.mark.check(points=2, needs=["test_shuffled"], hint="Which argument makes the order repeatable? Who gets it?")
def test_seed(submission):
    """The same seed gives the same order in every run, and another seed another order."""
    again, other = submission.reseeded(1), submission.reseeded(2)
    orders = {}
    for seed in (3, 0):
        first, second = (_order(run.mini_batches(FEATURES, LABELS, SIZE, seed)) for run in (again, other))
        orders[seed] = first
        expect.that(
            expect.same(first, second),
            expected=f"the same order with seed={seed} in two runs",
            found="two different orders",
            likely=SEED.of(seed=seed, source=submission.source),
        )
    twice = [_order(again.mini_batches(FEATURES, LABELS, SIZE, 3)) for _ in range(2)]
    expect.that(
        expect.same(*twice),
        expected="the same order with seed=3 in two calls",
        found="another order in the second call",
        likely=CALLS.of(done=again.evidence),
    )
    expect.that(
        not expect.same(orders[0], orders[3]),
        expected="different orders with seed=0 and seed=3",
        found="one and the same order",
        likely=OTHER_SEED.of(done=again.evidence),
    )
    found = _order(again.mini_batches(FEATURES, LABELS, 2 * SIZE, 3))
    expect.that(
        expect.same(found, orders[3]),
        expected=f"one order with seed=3, whether batch_size is {SIZE} or {2 * SIZE}",
        found=f"row {orders[3][0]} first, and row {found[0]} first"
        if found[0] != orders[3][0]
        else "two different orders",
        likely=OTHER_CUT.of(),
    )


@pytest.mark.check(points=1, needs=["test_batches"], hint="What if the rows come out even? What if a row is an image?")
def test_other_sizes(submission):
    """It also works for any number of rows, and for rows of any shape; batches are arrays."""
    expect.agrees(
        submission.mini_batches,
        _sizes,
        st.builds(_given, st.integers(1, N), st.integers(1, N + 5)),
        examples=[_given(n, size) for n in range(1, 8) for size in range(1, 9)],
        what=lambda features, labels, size, seed: f"mini_batches({_rows(len(features))}, batch_size={size})",
        likely=lambda found, right, *given: LEFT_OUT.of(found=found, right=right),
        compare=_expect_batches,
    )
    images, one_hot = np.arange(24.0).reshape(6, 2, 2), np.eye(6)
    for x, y in _pairs(submission.mini_batches(images, one_hot, 4, 3)):
        expect.equal(
            (x.shape[1:], y.shape[1:]),
            ((2, 2), (6,)),
            what="the shape of an image of 2 by 2, and that of its one-hot label,",
            likely=SHAPE.of(row=x.shape[1:], axes=2, labels=y.shape, n=len(x)),
        )


@pytest.mark.check(
    points=1, needs=["test_batches"], hint="What does your function change that somebody else might still need?"
)
def test_leaves_alone(submission):
    """The arrays that come in, and the global random generators, are afterwards as they were."""
    submission.mini_batches(FEATURES[:SIZE], LABELS[:SIZE], SIZE, 3)
    drew = submission.evidence.drew
    for position, array, name in ((0, FEATURES[:SIZE], "features"), (1, LABELS[:SIZE], "labels")):
        expect.unchanged(submission.argument(position), array, what=name)
    expect.that(
        not drew,
        expected="the global random generators as before the call",
        found="one that was seeded, or drawn from",
        likely=GLOBAL.of(source=submission.source),
    )


@pytest.mark.check(points=2, hint="Write down the batches of one epoch, for 10 rows and a batch_size of 4.")
def test_weight_updates(submission):
    """weight_updates counts one update for each batch of each epoch, as Keras does."""
    for n, size, epochs in ((45, 8, 3), (100, 32, 5), (48, 8, 2), (5, 8, 4), (9, 4, 2)):
        found = submission.weight_updates(n, size, epochs)
        expect.equal(
            found,
            math.ceil(n / size) * epochs,
            what=f"weight_updates({n}, {size}, {epochs})",
            likely=UPDATES.of(found, n, size, epochs),
        )


def _given(n, size):
    return FEATURES[:n], LABELS[:n], size, 3


def _sizes(features, labels, size, seed):
    return [min(size, len(features) - start) for start in range(0, len(features), size)]


def _rows(number):
    return "one row" if number == 1 else f"{number} rows"


def _lost(seen):
    return sum(seen.right) - sum(len(rows) for rows, _ in seen.found)


def _short_inside(sizes):
    """Return the place of the short batch, if all have their sizes and it alone is not where it belongs."""
    n = N % SIZE
    right = [SIZE] * (N // SIZE) + [n]
    found = sizes != right and sorted(sizes, reverse=True) == right
    return {"n": n, "place": sizes.index(n) + 1, "count": len(sizes)} if found else None


def _parts(seen):
    return [_numbers(features) for features, _ in seen.batches]


def _known(rows):
    """Return which of these are rows of FEATURES, as they are."""
    return (rows == FEATURES[_numbers(rows).clip(0, N - 1)]).all(axis=1)


def _twice(rows):
    """Return the first number that comes more than once; None if none does."""
    numbers, times = np.unique(rows, return_counts=True)
    return next((int(number) for number in numbers[times > 1]), None)


def _expect_batches(found, sizes, what, likely):
    """The batches have these sizes, and each row once, beside its label."""
    pairs = _pairs(found)
    expect.equal(
        [len(rows) for rows, _ in pairs], sizes, what=f"the number of rows in each batch of {what}", likely=likely
    )
    rows = np.concatenate([features for features, _ in pairs])
    order = _numbers(rows)
    expect.equal(
        sorted(order.tolist()),
        list(range(sum(sizes))),
        what=f"the rows of {what}, in order,",
        likely=ONCE.of(rows=rows, batches=pairs),
    )
    beside = np.concatenate([labels for _, labels in pairs]) - 1000
    expect.equal(
        beside,
        order,
        what=f"the rows whose labels are in the batches of {what}",
        likely=BESIDE.of(rows=order, labels=beside),
    )
    others = [part for pair in found for part in pair if not isinstance(part, np.ndarray)]
    expect.that(
        not others,
        expected="batches that are arrays",
        found=expect.type_name(others[0]) if others else "arrays",
        likely=ARRAYS.of(others=others),
    )


def _pairs(found):
    """The pairs as arrays; the check fails where there is no list of pairs."""
    expect.kind(
        found,
        (list, tuple),
        what="the answer of mini_batches",
        likely=LIST.of(found=found),
    )
    pairs = []
    for item in found:
        expect.that(
            isinstance(item, (list, tuple)) and len(item) == 2,
            expected="a list of pairs (features, labels)",
            found=f"{expect.type_name(found)} of {len(found)}, that begins with {expect.type_name(item)}",
            likely=PAIR.of(found=found, item=item),
        )
        features, labels = (expect.array(part) for part in item)
        expect.that(
            features.ndim and labels.ndim and len(features) == len(labels),
            expected="as many labels as rows in each batch",
            found=f"features of shape {features.shape} and labels of shape {labels.shape}",
            likely=EVEN.of(),
        )
        pairs.append((features, labels))
    expect.that(
        all(part.dtype.kind in "biuf" for pair in pairs for part in pair),
        expected="batches of numbers, as the rows and labels are",
        found=" and ".join(sorted({str(part.dtype) for pair in pairs for part in pair})),
    )
    return pairs


def _numbers(features):
    """Which rows these are."""
    return features[:, 0].astype(int)


def _order(found):
    return np.concatenate([_numbers(features) for features, _ in _pairs(found)])
