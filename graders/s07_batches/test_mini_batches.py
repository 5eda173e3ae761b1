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
        likely=expect.cause(
            (sizes == [8], "only one batch came back: the return is inside the loop"),
            (sizes == [8] * 5, "the five rows left over are dropped; they make a last, shorter batch"),
            (sizes == [8] * 6, "the last batch is filled up with rows that are there already; it may be shorter"),
            (
                sizes == [8, 8, 8, 7, 7, 7],
                "the rows are spread evenly; fill them, so that only the last is short",
            ),
            (len(sizes) == SIZE, "batch_size is how many rows a batch has, not how many batches there are"),
            (0 in sizes, "there is an empty batch"),
            "each batch has batch_size rows, and the last one those that are left",
        ),
    )
    fewer = [len(features) for features, _ in _pairs(submission.mini_batches(FEATURES[:8], LABELS[:8], 3, 3))]
    expect.equal(
        fewer,
        [3, 3, 2],
        what="the number of rows in each batch of 3, out of 8 rows,",
        likely=expect.cause(
            (fewer == [8], f"each batch has {SIZE} rows, whatever batch_size is: take their number from batch_size"),
            "each batch has batch_size rows, and the last one those that are left",
        ),
    )
    for features, labels in batches:
        expect.equal(
            (features.shape[1:], labels.shape),
            ((3,), (len(features),)),
            what="the shape of a row, and that of the labels of its batch,",
            likely="the rows came back in another shape; features[rows] and labels[rows] keep it",
        )


@pytest.mark.check(points=1, needs=["test_batches"], hint="Draw one order for all rows first, then cut it into pieces.")
def test_every_row(batches):
    """Every row is in exactly one batch."""
    rows = np.concatenate([features for features, _ in batches])
    known = (rows == FEATURES[_numbers(rows).clip(0, N - 1)]).all(axis=1)
    expect.that(
        known.all(),
        expected="the rows of features, as they are",
        found=f"a row {expect.number(rows[~known][0]) if not known.all() else ''}",
        likely="these are not rows of features: they were changed, or made up",
    )
    times = np.bincount(_numbers(rows), minlength=N)
    expect.that(
        (times == 1).all(),
        expected=f"each of the {N} rows once",
        found=f"{np.sum(times == 0)} rows that are missing, and {np.sum(times > 1)} that are there more than once",
        likely="the rows are drawn with replacement, or again for each batch, so that some are drawn more "
        "than once and others never; draw one permutation of all rows and cut it",
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
        likely=expect.cause(
            (expect.same(labels, np.arange(N)), "the labels stayed where they were: only the features are shuffled"),
            (expect.same(rows, np.arange(N)), "the features stayed where they were: only the labels are shuffled"),
            "features and labels are each shuffled in an order of their own; draw one order, and use the same for both",
        ),
    )


@pytest.mark.check(points=1, needs=["test_pairs"], hint="Does a batch have rows from everywhere in the table?")
def test_shuffled(submission, batches):
    """The rows are in random order, so that a batch has rows from everywhere."""
    parts = [_numbers(features) for features, _ in batches]
    order = np.concatenate(parts)
    mixed = sum(np.ptp(part) >= len(part) for part in parts)
    expect.that(
        mixed > len(parts) / 2,
        expected="batches with rows from everywhere",
        found=f"a first batch with the rows {', '.join(map(str, parts[0]))}",
        likely=expect.cause(
            (expect.same(order, np.arange(N)), "the rows are cut as they came in, and not shuffled"),
            (expect.same(order, np.arange(N)[::-1]), "the last row first is not a random order"),
            (
                all((np.diff(part) == 1).all() for part in parts),
                "the batches as a whole are shuffled; shuffle the rows before you cut them",
            ),
            "the rows are shuffled inside each batch only; shuffle all rows before you cut them",
        ),
    )
    for size in (N, N + 1):
        expect.that(
            not expect.same(_order(submission.mini_batches(FEATURES, LABELS, size, 3)), np.arange(N)),
            expected=f"random order in a single batch, too: {N} rows and batch_size={size}",
            found="the rows as they came in",
            likely="where all rows fit into one batch they are shuffled like any others",
        )


@pytest.mark.check(points=2, needs=["test_shuffled"], hint="Which argument makes the order repeatable? Who gets it?")
def test_seed(submission):
    """The same seed gives the same order in every run, and another seed another order."""
    source = submission.source
    again, other = submission.reseeded(1), submission.reseeded(2)
    orders = {}
    for seed in (3, 0):
        first, second = (_order(run.mini_batches(FEATURES, LABELS, SIZE, seed)) for run in (again, other))
        orders[seed] = first
        expect.that(
            expect.same(first, second),
            expected=f"the same order with seed={seed} in two runs",
            found="two different orders",
            likely=expect.cause(
                (seed == 0, "seed 0 is a seed like any other, though Python takes it for false"),
                (
                    "default_rng" not in source and "RandomState" not in source and "np.random." in source,
                    "this is NumPy's global generator, which knows nothing of seed; np.random.default_rng(seed) does",
                ),
                "the generator is made without a seed; give it the one of the function",
            ),
        )
    twice = [_order(again.mini_batches(FEATURES, LABELS, SIZE, 3)) for _ in range(2)]
    expect.that(
        expect.same(*twice),
        expected="the same order with seed=3 in two calls",
        found="another order in the second call",
        likely="the generator is made once, and goes on from call to call; make it again in each call, from seed",
    )
    expect.that(
        not expect.same(orders[0], orders[3]),
        expected="different orders with seed=0 and seed=3",
        found="one and the same order",
        likely="the order is the same whatever seed is: the seed of the generator is fixed",
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
        likely=_cause_of_sizes,
        compare=_expect_batches,
    )
    images, one_hot = np.arange(24.0).reshape(6, 2, 2), np.eye(6)
    for x, y in _pairs(submission.mini_batches(images, one_hot, 4, 3)):
        expect.equal(
            (x.shape[1:], y.shape[1:]),
            ((2, 2), (6,)),
            what="the shape of an image of 2 by 2, and that of its one-hot label,",
            likely="rows and labels may be of any further shape: take them with features[rows] and labels[rows]",
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
        likely=expect.cause(
            (
                re.search(r"(?<!np\.)\brandom\.(seed|shuffle|sample|random)\(", submission.source),
                "random.seed and shuffle work on one global generator; random.Random(seed) is your own",
            ),
            "np.random.seed and shuffle work on one global generator; np.random.default_rng(seed) is your own",
        ),
    )


@pytest.mark.check(points=2, hint="Write down the batches of one epoch, for 10 rows and a batch_size of 4.")
def test_weight_updates(submission):
    """weight_updates counts one update for each batch of each epoch, as Keras does."""
    for n, size, epochs in ((45, 8, 3), (100, 32, 5), (48, 8, 2), (5, 8, 4), (9, 4, 2)):
        found = submission.weight_updates(n, size, epochs)
        batches = math.ceil(n / size)
        expect.equal(
            found,
            batches * epochs,
            what=f"weight_updates({n}, {size}, {epochs})",
            likely=expect.cause(
                (found == n * epochs, "there is an update for each batch, not for each row"),
                (found == batches, "this is the number of a single epoch; every epoch goes through all batches again"),
                (found == epochs, "one update per epoch would be right if all rows made a single batch"),
                (
                    expect.is_number(found) and found in (n // size * epochs, round(n / size) * epochs),
                    "the short last batch counts, too: the number of batches is rounded up",
                ),
                (found == n / size * epochs, "a fraction of a batch is a batch: round the number of batches up"),
                (
                    found == math.ceil(n * epochs / size),
                    "each epoch ends with a batch of its own, even a short one: round up before you multiply",
                ),
                (found == (n // size + 1) * epochs, "where the rows come out even, there is no further batch"),
                "count the batches of one epoch, and multiply by the number of epochs",
            ),
        )


def _given(n, size):
    return FEATURES[:n], LABELS[:n], size, 3


def _sizes(features, labels, size, seed):
    return [min(size, len(features) - start) for start in range(0, len(features), size)]


def _rows(number):
    return "one row" if number == 1 else f"{number} rows"


def _cause_of_sizes(found, right, features, labels, size, seed):
    sizes = [len(rows) for rows, _ in found]
    lost = sum(right) - sum(sizes)
    return expect.cause(
        (0 in sizes, "where the rows come out even, an empty batch is left over at the end"),
        (lost == 1, "one row is lost: the last batch may also have a single row"),
        (lost > 1, f"{lost} rows are lost: the last batch has those that are left"),
        "the number of batches is the number of rows by batch_size, rounded up",
    )


def _expect_batches(found, sizes, what, likely):
    """The batches have these sizes, and each row once, beside its label."""
    pairs = _pairs(found)
    expect.equal(
        [len(rows) for rows, _ in pairs], sizes, what=f"the number of rows in each batch of {what}", likely=likely
    )
    order = np.concatenate([_numbers(rows) for rows, _ in pairs])
    expect.equal(
        sorted(order.tolist()),
        list(range(sum(sizes))),
        what=f"the rows of {what}, in order,",
        likely="each row is in exactly one batch",
    )
    expect.equal(
        np.concatenate([labels for _, labels in pairs]) - 1000,
        order,
        what=f"the rows whose labels are in the batches of {what}",
        likely="each row keeps its own label",
    )
    expect.that(
        all(isinstance(part, np.ndarray) for pair in found for part in pair),
        expected="batches that are arrays",
        found=expect.type_name(found[0][0]),
        likely="lists cannot be computed with as arrays can: features[rows] is an array, and so is labels[rows]",
    )


def _pairs(found):
    """The pairs as arrays; the check fails where there is no list of pairs."""
    expect.kind(
        found,
        (list, tuple),
        what="the answer of mini_batches",
        likely="this can be gone through only once, as what `yield` and zip make; return a list"
        if getattr(found, "kind", "") in ("generator", "zip", "map")
        else "return a list with a pair (features, labels) for each batch",
    )
    pairs = []
    for item in found:
        expect.that(
            isinstance(item, (list, tuple)) and len(item) == 2,
            expected="a list of pairs (features, labels)",
            found=f"{expect.type_name(found)} of {len(found)}, that begins with {expect.type_name(item)}",
            likely=expect.cause(
                (
                    isinstance(found, tuple) and len(found) == 2,
                    "these are two lists, one of features and one of labels; put both of a batch into one pair",
                ),
                (isinstance(item, np.ndarray), "the labels are missing: a batch is the pair (features, labels)"),
                "each batch is a pair (features, labels)",
            ),
        )
        features, labels = (np.asarray(part) for part in item)
        expect.that(
            features.ndim and labels.ndim and len(features) == len(labels),
            expected="as many labels as rows in each batch",
            found=f"features of shape {features.shape} and labels of shape {labels.shape}",
            likely="cut features and labels at the same places",
        )
        pairs.append((features, labels))
    return pairs


def _numbers(features):
    """Which rows these are."""
    return features[:, 0].astype(int)


def _order(found):
    return np.concatenate([_numbers(features) for features, _ in _pairs(found)])
