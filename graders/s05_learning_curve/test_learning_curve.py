"""Grades s05_learning_curve/learning_curve: accuracy against the amount of training data.

The data make accuracies countable, whichever rows are drawn and in whatever batches. Each training row has a feature
of its own, so training on it moves one weight and no other; the test rows then report, by their accuracy, how many
training rows have left a trace, or how often. Models run eagerly: nothing is compiled for a handful of batches.
"""

import re
from typing import Any, NamedTuple

import keras
import numpy as np
import pandas as pd
import pytest

from keraskata import expect

TRAIN, TEST = expect.varied("train_accuracy"), expect.varied("test_accuracy")
COLUMNS = ["train_size", TRAIN, TEST]
SIZES = [0.5, 0.75, 0.25]  # not sorted
FALLING = [0.75, 0.25]  # traces of the first size are visible in the second, whichever rows are drawn
ROWS, NEVER = 80, 10  # training rows; test rows about features that no training row has
EPOCHS, LEVELS = 8, 12
CLIMBING = ("Adam", -0.5, 0.0)  # the optimizer of a model that climbs: its kind, learning rate and beta_1


NAMES = expect.diagnoses(
    numbered=(
        "the columns have numbers in place of names: give columns=[...] to the DataFrame",
        lambda seen: any(name.isdigit() for name in seen.columns),
    ),
    index=(
        "the fractions are the index of the table: train_size is a column like the two others",
        lambda seen: "train_size" not in seen.columns and _same(list(seen.index), SIZES),
    ),
    missing=(
        "{names} is missing, or has another name",
        lambda seen: (lack := [name for name in COLUMNS if name not in seen.columns]) and {"names": ", ".join(lack)},
    ),
    otherwise="the table has these three columns, and no others",
)
SIZES_LISTED = expect.diagnoses(
    count=("one row per entry of train_sizes is asked for", lambda seen: len(seen.found) != len(SIZES)),
    sorted=(
        "the rows were sorted; keep them in the order of train_sizes",
        lambda seen: expect.same(np.sort(seen.found), sorted(SIZES)),
    ),
    rows=(
        "these are numbers of rows; the column holds the fractions as given",
        lambda seen: _same(seen.found, np.array(SIZES) * 16),
    ),
    near=(
        "these are near the fractions: the column holds those that were given",
        lambda seen: expect.same(seen.found, SIZES, tol=0.05),
    ),
    otherwise="train_size holds the fractions as they were given",
)
ACCURACIES = expect.diagnoses(
    swapped=(f"{TRAIN} and {TEST} are swapped", lambda seen: _all(seen.found, seen.right[::-1])),
    percent=(
        "these are percents: leave the accuracies as evaluate gives them",
        lambda seen: _all(seen.found, seen.percents),
    ),
    losses=("these are losses, not accuracies", lambda seen: _any(seen.found, seen.losses)),
    metric=(
        "another metric was taken: its place in the list that evaluate returns depends on how the model was "
        "compiled; look accuracy up by its name",
        lambda seen: any(_any(seen.found, other) for other in seen.others),
    ),
    fresh=(
        "a new or cloned model draws new weights: copy the weights of the model given into it",
        lambda seen: (
            _all(seen.found, tuple(1 - value for value in seen.right))
            and any(fit.argument is None for fit in seen.evidence.fits)
        ),
    ),
    overwritten=(
        "the model has other weights than it came with, and no training changed them: keep model.get_weights() and put "
        "those back; a clone draws new ones",
        lambda seen: (
            not _same(expect.weights_of(seen.left()), expect.weights_of(seen.model))
            and (seen.evidence.complete and not seen.evidence.by_hand)
            and all(fit.optimizer.settings["learning_rate"] == 0 for fit in seen.evidence.fits)
        ),
    ),
    on_train=(f"{TEST} was measured on training rows", lambda seen: _all(seen.found, (seen.right[0],) * 2)),
    on_test=(f"{TRAIN} was measured on the test rows", lambda seen: _all(seen.found, (seen.right[1],) * 2)),
    made_up=(
        "no model was trained, or asked about its accuracy: these figures are made up",
        lambda seen: seen.evidence.complete and not seen.evidence.trained and not seen.evidence.asked,
    ),
    labels=(
        "the labels of the part are those of other rows: draw features and labels together",
        lambda seen: any(fit.rows.against(*seen.train).other_labels for fit in seen.evidence.fits),
    ),
    rounded=(
        "the accuracy is rounded: leave it as evaluate gives it",
        lambda seen: any(
            _same(seen.found, np.broadcast_to(np.round(seen.right, n), seen.found.shape)) for n in range(1, 4)
        ),
    ),
    otherwise="a learning rate of 0 leaves the weights as they came, and evaluate gives these two accuracies",
)
FRACTION = expect.diagnoses(
    all=("fit got all of the training rows instead of the part drawn", lambda seen: seen.first.rows.count == ROWS),
    inverted=(
        "the split is the wrong way round: the fraction is train_size, not test_size",
        lambda seen: "test_size" in seen.source and _drawn(seen.evidence) == seen.first.rows.count == ROWS - seen.right,
    ),
    rest=(
        "the rest of the rows was taken, not the part: train_test_split gives the part of train_size first, then the "
        "rest",
        lambda seen: _drawn(seen.evidence) == seen.right and seen.first.rows.count == ROWS - seen.right,
    ),
    held_back=(
        "validation_split keeps some of the rows back, so that fewer than asked are trained on",
        lambda seen: seen.first.held_back,
    ),
    twice=(
        "rows were drawn with replacement: some came twice, and others not at all",
        lambda seen: seen.first.rows.against(*seen.train).more,
    ),
    count=(
        "fit got {n} rows, and {m} were asked for",
        lambda seen: seen.first.rows.count != seen.right and {"n": seen.first.rows.count, "m": seen.right},
    ),
    copy=(
        "another model was trained than the one that was evaluated",
        lambda seen: not {each.model for each in seen.evidence.asked} & {fit.model for fit in seen.evidence.fits},
    ),
    rate=(
        "all variables of the optimizer were set to 0, and its learning rate with them",
        lambda seen: seen.first.optimizer.settings["learning_rate"] == 0,
    ),
    before=(
        "the model was evaluated before it was trained",
        lambda seen: _places(seen.evidence, "asked")[1] < _places(seen.evidence, "fits")[0],
    ),
    metric=(
        "this is no accuracy: look it up by its name, because its place differs from model to model",
        lambda seen: abs(seen.found - round(seen.found)) > 0.01 and _asked_counts(seen.evidence, ROWS + NEVER),
    ),
    otherwise="fit is to get this fraction of the rows, each of them once, and the test rows are for evaluate alone",
)
TRAINED_ON = expect.diagnoses(
    all=(
        "it was measured on all training rows, not on those trained on",
        lambda seen: _asked_counts(seen.evidence, ROWS),
    ),
    history=(
        "the accuracy of the History is taken while the weights still move; evaluate after fit",
        lambda seen: seen.evidence.complete and all(count == ROWS + NEVER for count in _counts(seen.evidence)),
    ),
    before=(
        "the model was evaluated before it was trained",
        lambda seen: _places(seen.evidence, "asked")[0] < _places(seen.evidence, "fits")[0],
    ),
    held_back=(
        "it was measured on rows that fit never got: evaluate the part that was trained on",
        lambda seen: 0 in _known_rows(seen.evidence),
    ),
    part=(
        "only {n} of the rows that it was measured on were trained on: draw one part, for fit and for evaluate",
        lambda seen: _known_rows(seen.evidence) and {"n": min(_known_rows(seen.evidence))},
    ),
    otherwise="evaluate the model after fit, on the very rows that fit was given",
)
START = expect.diagnoses(
    count=(
        "fit got {n} rows at the second size, and {m} were asked for",
        lambda seen: seen.second.rows.count != seen.right and {"n": seen.second.rows.count, "m": seen.right},
    ),
    left=(
        "the weights of the size before were still there: set the initial weights again for every size",
        lambda seen: seen.found > seen.right,
    ),
    averages=(
        "only the trainable weights were put back; get_weights and set_weights take all of them",
        lambda seen: seen.averages,
    ),
    momentum=(
        "the optimizer kept its momentum from the size before; set_weights does not reset it: "
        "compile again with a new optimizer, as model.compile_from_config(model.get_compile_config()) does",
        lambda seen: seen.momentum > seen.right,
    ),
    otherwise="each size starts with the weights that the model came with, and with a new optimizer of the same kind",
)
LENGTH = expect.diagnoses(
    optimizer=(
        "the model was compiled with another optimizer or learning rate than the one it came with",
        lambda seen: any(_settings(fit.optimizer) != CLIMBING for fit in seen.fits),
    ),
    third=(
        "fit's third argument is batch_size: write epochs=epochs",
        lambda seen: (seen.fits[0].epochs, seen.fits[0].batch_size) == (1, seen.epochs),
    ),
    one=(
        "fit was asked for a single epoch, in which it goes over the rows once: write epochs=epochs",
        lambda seen: seen.fits[0].epochs == 1 < seen.epochs and len(seen.fits) == 2,
    ),
    stopped=(
        "the training ended early: a callback such as EarlyStopping stops it when its figure gets no better, "
        "so that sizes may be trained for different lengths",
        lambda seen: any(fit.ran < fit.epochs == seen.epochs for fit in seen.fits),
    ),
    strange=(
        "fit learns from rows that are not in train: {n} of them",
        lambda seen: (n := seen.fits[0].rows.against(*seen.train).strange) and {"n": n},
    ),
    calls=(
        "the {calls} calls of fit ran {ran} epochs for two sizes; with epochs={epochs} they are to add up to {epochs} "
        "for each size",
        lambda seen: (
            len(seen.fits) > 2
            and (ran := sum(fit.ran for fit in seen.fits)) != 2 * seen.epochs
            and {"calls": len(seen.fits), "ran": ran, "epochs": seen.epochs}
        ),
    ),
    fixed=(
        expect.FIXED_EPOCHS,
        lambda seen: seen.fits[0].epochs != seen.epochs and re.search(r"epochs\s*=\s*\d", seen.source),
    ),
    asked=(
        "fit was asked for {n} epochs: hand the number on as it is",
        lambda seen: len(seen.fits) == 2 and seen.fits[0].epochs != seen.epochs and {"n": seen.fits[0].epochs},
    ),
    second=(
        "the first size is trained for all of its epochs, and the second is not: what is left of the first?",
        lambda seen: _same(seen.found[0], seen.epochs) and not _same(seen.found[1], seen.epochs),
    ),
    otherwise="every size is one fit of `epochs` epochs, whatever the loss does, with the optimizer of the model",
)


class Curve(NamedTuple):
    """An answer, and how it came about."""

    table: object
    evidence: Any


@pytest.fixture(scope="module")
def frozen():
    """A model with a learning rate of 0, so that each accuracy is known: all of train, three eighths of test."""
    unit = keras.layers.Dense(1, activation="sigmoid", kernel_initializer="zeros")  # a fresh copy answers 0 everywhere
    model = keras.Sequential([keras.Input((2,)), unit])
    model.set_weights([np.zeros((2, 1)), np.ones(1)])
    model.compile(
        optimizer=keras.optimizers.SGD(0.0), loss="binary_crossentropy", metrics=["mae", "accuracy"], run_eagerly=True
    )
    features = np.linspace(-1, 1, 32, dtype="float32").reshape(16, 2)
    return model, (features, np.ones(16, int)), (features, np.array([1, 0, 0, 1, 0, 0, 1, 0] * 2))


@pytest.fixture(scope="module")
def frozen_curve(submission, frozen):
    return Curve(submission.learning_curve(*frozen, SIZES, 1), submission.evidence)


@pytest.fixture(scope="module")
def counted_curve(submission):
    model = _row_counter(keras.optimizers.SGD(100.0))
    return Curve(submission.learning_curve(model, *_countable(), FALLING, 1), submission.evidence)


@pytest.mark.check(
    points=2, hint="Collect one record per size inside the loop, then make the DataFrame of the records."
)
def test_table(frozen_curve):
    """The answer is a DataFrame with one row per size, in the order asked, and the three columns."""
    table = frozen_curve.table
    expect.kind(table, pd.DataFrame, what="the learning curve")
    columns = [str(name) for name in table.columns]
    expect.that(
        sorted(columns) == sorted(COLUMNS),
        expected=f"the columns {', '.join(COLUMNS)}",
        found=f"the columns {', '.join(columns) or '(none)'}",
        likely=NAMES.of(columns=columns, index=table.index),
    )
    found = _numbers(table["train_size"])
    expect.close(
        found,
        SIZES,
        what=f"the column train_size, for train_sizes={SIZES}",
        likely=SIZES_LISTED.of(found=found),
    )


@pytest.mark.check(
    points=3, needs=["test_table"], hint="evaluate(..., return_dict=True) calls each figure by its name."
)
def test_accuracies(submission, frozen, frozen_curve):
    """Both columns hold accuracies, each of its own split, wherever accuracy stands among the metrics."""
    model, train, test = frozen
    on_train, on_test = expect.evaluate(model, *train), expect.evaluate(model, *test)
    cells = frozen_curve.table[COLUMNS[1:]]
    odd = [cell for cell in cells.to_numpy(object).ravel() if not expect.is_number(cell)]
    expect.that(not odd, expected="a number in each row of both accuracies", found=expect.type_name(next(iter(odd), 0)))
    found = cells.to_numpy(float)
    right = (on_train["accuracy"], on_test["accuracy"])
    others = [(on_train[name], on_test[name]) for name in on_train if name not in ("loss", "accuracy")]
    expect.that(
        _same(found, np.tile(right, (len(SIZES), 1))),
        expected=f"in every row the accuracies {_pair(right)}: the model has a learning rate of 0 and never changes",
        found=f"{_pair(found[0])} in the first row",
        likely=ACCURACIES.of(
            evidence=frozen_curve.evidence,
            model=model,
            left=lambda: submission.argument(0),
            found=found,
            right=right,
            percents=(100 * right[0], 100 * right[1]),
            losses=(on_train["loss"], on_test["loss"]),
            others=others,
            train=train,
        ),
    )
    _expect_own_labels(submission)


@pytest.mark.check(
    points=3, needs=["test_accuracies"], hint="train_test_split returns four arrays. Which two belong to train_size?"
)
def test_fraction(submission, counted_curve):
    """The model is trained on the fraction of the training rows that was asked for."""
    size = FALLING[0]
    right = round(size * ROWS)
    found = _rows_seen(_column(counted_curve.table, TEST)[0])
    expect.that(
        _same(found, right),
        expected=f"{right} of {ROWS} training rows trained on, at train_size {size}",
        found=f"{expect.number(round(float(found), 2))} rows trained on",
        likely=FRACTION.of(
            evidence=counted_curve.evidence,
            first=next(iter(counted_curve.evidence.fits), None),
            found=found,
            right=right,
            train=_countable()[0],
            source=submission.source,
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_fraction"], hint="Which rows did the model train on, and when is it asked about them?"
)
def test_train_accuracy(counted_curve):
    """{train_accuracy} is measured after training, on the rows that were trained on."""
    found = _column(counted_curve.table, TRAIN)
    expect.that(
        _same(found, [1, 1]),
        expected=f"a {TRAIN} of 1 at every size: these rows are learnt at once",
        found=", ".join(f"{expect.number(value)} at {size}" for value, size in zip(found, FALLING, strict=True)),
        likely=TRAINED_ON.of(evidence=counted_curve.evidence),
    )


@pytest.mark.check(
    points=3,
    needs=["test_fraction"],
    hint="Keep model.get_weights() before the loop. When do they have to be put back?",
)
def test_same_start(submission, counted_curve):
    """Every size starts from the weights that the model came with."""
    found = _rows_seen(_column(counted_curve.table, TEST)[1])
    right = round(FALLING[1] * ROWS)
    expect.that(
        _same(found, right),
        expected=f"a model that knows {right} rows at train_size {FALLING[1]}, asked for after {FALLING[0]}",
        found=f"it knows {expect.number(round(float(found), 2))} rows",
        likely=START.of(second=next(iter(counted_curve.evidence.fits[1:]), None), found=found, right=right),
    )
    _expect_same_moving_averages(submission)


@pytest.mark.check(
    points=3,
    needs=["test_same_start"],
    hint="set_weights puts the model's weights back. What else remembers the training?",
)
def test_optimizer(submission):
    """No momentum is carried over from one size to the next."""
    model = _row_counter(keras.optimizers.SGD(100.0, momentum=0.9))
    found = _rows_seen(_column(submission.learning_curve(model, *_countable(), FALLING, 1), TEST)[1])
    right = round(FALLING[1] * ROWS)
    expect.that(
        _same(found, right),
        expected=f"a model with momentum that knows {right} rows at {FALLING[1]}, asked for after {FALLING[0]}",
        found=f"it knows {expect.number(round(float(found), 2))} rows",
        likely=START.of(momentum=found, right=right),
    )


@pytest.mark.check(
    points=3,
    needs=["test_same_start"],
    hint="Sizes compare only if each is trained for the same number of epochs, in the way the model was compiled.",
)
def test_epochs(submission):
    """Every size is trained for all of its epochs, with the optimizer that the model came with."""
    _expect_times(
        submission, EPOCHS, f"each row trained on {EPOCHS} times, with epochs={EPOCHS}; this training loss rises"
    )
    _expect_times(submission, 1, "each row trained on once, with epochs=1")


def _expect_times(submission, epochs, expected):
    """Require that each row is trained on so often, at each of two sizes."""
    size = 0.5
    model, train, test = _climbing()
    accuracy = _column(submission.learning_curve(model, train, test, [size, size], epochs), TEST)
    found = (1 - accuracy) * LEVELS / size

    def times(one):
        return f"{LEVELS} or more" if one > LEVELS - 0.5 else expect.number(one)  # the accuracy counts no further

    expect.that(
        _same(found, [epochs, epochs]),
        expected=expected,
        found=f"{times(found[0])} times at the first size, {times(found[1])} at the second",
        likely=LENGTH.of(
            fits=submission.evidence.fits, found=found, epochs=epochs, train=train, source=submission.source
        ),
    )


def _expect_same_moving_averages(submission):
    """Require that batch normalization starts afresh, too: its moving mean counts the batches that it has seen.

    Each batch of ones takes the mean a hundredth of the way from 0 to 1. A test row, half a step apart from the next,
    is answered with class 1 as long as the mean lies below it.
    """
    norm = keras.layers.BatchNormalization(momentum=0.99, center=False, scale=False)
    unit = keras.layers.Dense(1, activation="sigmoid", use_bias=False, kernel_initializer="ones")
    model = keras.Sequential([keras.Input((1,)), norm, unit])
    model.compile(keras.optimizers.SGD(0.0), "binary_crossentropy", metrics=["accuracy"], run_eagerly=True)
    steps = (1 - 0.99 ** (np.arange(32) + 0.5)).astype("float32")[:, None]
    rows, labels = np.ones((16, 1), "float32"), np.arange(16) % 2
    curve = submission.learning_curve(model, (rows, labels), (steps, np.zeros(32, int)), [0.5, 0.5], 1)
    first, second = _column(curve, TEST)
    expect.that(
        _same(first, second),
        expected="a model with batch normalization that starts both of two equal sizes from the same moving mean",
        found="another moving mean at the second size",
        likely=START.of(averages=True),
    )


def _expect_own_labels(submission):
    """Require that the rows of a part keep their labels, and that accuracies are not rounded."""
    unit = keras.layers.Dense(1, activation="sigmoid")
    model = keras.Sequential([keras.Input((1,)), unit])
    model.set_weights([np.ones((1, 1)), np.zeros(1)])  # right for each row of train
    model.compile(keras.optimizers.SGD(0.0), "binary_crossentropy", metrics=["accuracy"], run_eagerly=True)
    features = np.random.default_rng(0).permutation(np.linspace(-1, 1, 24)).astype("float32")[:, None]
    labels = (features[:, 0] > 0).astype(int)
    test = features[:7], np.concatenate([1 - labels[:4], labels[4:7]])  # three of seven
    curve = submission.learning_curve(model, (features, labels), test, [0.5, 0.25], 1)
    seen = {"evidence": submission.evidence, "train": (features, labels)}
    for name, what, right in (
        (TRAIN, f"the {TRAIN} of a perfect model", [1, 1]),
        (TEST, f"a {TEST} of 3 in 7", [3 / 7] * 2),
    ):
        found = _column(curve, name)
        expect.close(found, right, what=what, likely=ACCURACIES.of(**seen, found=found, right=right))


def _places(evidence, kind):
    """Return where steps of this kind stand among all of them."""
    steps = getattr(evidence, kind)
    return [place for place, step in enumerate(evidence.steps) if step in steps]


def _counts(evidence):
    return [asked.rows.count for asked in evidence.asked]


def _asked_counts(evidence, count):
    return count in _counts(evidence)


def _known_rows(evidence):
    """Return for each evaluate about a part of train how many of its rows the fit before it got, if not all."""
    known, trained = [], set()
    for step in evidence.steps:
        if step in evidence.fits:
            trained = set(np.frombuffer(step.rows.features, "uint64"))
        elif step in evidence.asked and step.rows.count < ROWS:
            rows = np.frombuffer(step.rows.features, "uint64")
            known.append(sum(row in trained for row in rows))
            if known[-1] == len(rows):
                known.pop()
    return known


def _drawn(evidence):
    """Return how many rows the first split of scikit-learn made the part for training."""
    return evidence.estimates[0].by.settings["train_size"]


def _settings(optimizer):
    return optimizer.kind, *map(optimizer.settings.get, ("learning_rate", "beta_1"))


def _row_counter(optimizer):
    """A model that calls a row 1 once it has been trained on, and 0 before."""
    start = np.concatenate([np.full(ROWS, -1e-4), np.full(NEVER, -1.0)])
    return _weighted(start, optimizer, ["accuracy", "mae"])


def _countable():
    """A row for each feature, labelled 1; the test rows are these again, and NEVER further ones labelled 0."""
    features = np.eye(ROWS + NEVER, dtype="float32")
    return (features[:ROWS], np.ones(ROWS, int)), (features, np.repeat([1, 0], [ROWS, NEVER]))


def _rows_seen(accuracy):
    return accuracy * (ROWS + NEVER) - NEVER


def _climbing():
    """A model that climbs away from its labels, one step each time it sees a row, and test rows that count the steps.

    Without memory, Adam takes the sign of the gradient: the step is the same for every batch size. The learning rate is
    negative, so that the loss rises, on either split, and nothing that watches a figure finds it better. The test row
    (i, j) is wrong once training row i was seen j times.
    """
    rows, step = 16, 0.5
    thresholds = step * (0.5 - np.arange(1, LEVELS + 1))
    optimizer = keras.optimizers.Adam(-step, beta_1=0.0, beta_2=0.0)  # CLIMBING
    model = _weighted(np.concatenate([np.zeros(rows), thresholds]), optimizer, ["accuracy"])
    own, level = np.eye(rows, dtype="float32"), np.eye(LEVELS, dtype="float32")
    features = np.hstack([own, np.zeros((rows, LEVELS), "float32")])
    questions = np.hstack([np.repeat(own, LEVELS, axis=0), np.tile(level, (rows, 1))])
    return model, (features, np.zeros(rows, int)), (questions, np.zeros(len(questions), int))


def _weighted(weights, optimizer, metrics):
    unit = keras.layers.Dense(1, activation="sigmoid", use_bias=False)
    model = keras.Sequential([keras.Input((len(weights),)), unit])
    model.set_weights([weights[:, None]])
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=metrics, run_eagerly=True)
    return model


def _column(curve, name):
    """Return the two values of a column; the answer may be any value."""
    expect.kind(curve, pd.DataFrame, what="the learning curve")
    expect.that(name in curve.columns, expected=f"a column {name}", found="no such column")
    values = _numbers(curve[name])
    expect.shape(values, (2,), what=f"{name} for two sizes")
    expect.that(bool(np.isfinite(values).all()), expected=f"numbers in {name}", found="something else")
    return values


def _numbers(column):
    """The numbers of a column; nan in the place of anything else, text of digits, too."""
    return np.array([value if expect.is_number(value) else np.nan for value in column], float)


def _same(found, right):
    return expect.same(np.asarray(found, float), np.asarray(right, float), tol=1e-4)


def _all(found, pair):
    """Return whether every row is this pair."""
    return _same(found, np.tile(pair, (len(found), 1)))


def _any(found, pair):
    """Return whether one of the columns holds this figure in every row."""
    return any(_same(found[:, k], np.full(len(found), pair[k])) for k in (0, 1))


def _pair(values):
    return f"{expect.number(values[0])} (train) and {expect.number(values[1])} (test)"
