"""Grades s05_learning_curve/learning_curve: accuracy against the amount of training data.

The data make accuracies countable, whichever rows are drawn and in whatever batches. Each training row has a feature
of its own, so training on it moves one weight and no other; the test rows then report, by their accuracy, how many
training rows have left a trace, or how often. Models run eagerly: nothing is compiled for a handful of batches.
"""

import ast
import contextlib

import keras
import numpy as np
import pandas as pd
import pytest

from keraskata import expect

COLUMNS = ["train_size", "train_accuracy", "test_accuracy"]
SIZES = [0.5, 0.75, 0.25]  # not sorted
FALLING = [0.75, 0.25]  # traces of the first size are visible in the second, whichever rows are drawn
ROWS, NEVER = 80, 10  # training rows; test rows about features that no training row has
EPOCHS, LEVELS = 8, 12


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
    return submission.learning_curve(*frozen, SIZES, 1)


@pytest.fixture(scope="module")
def counted_curve(submission):
    return submission.learning_curve(_row_counter(keras.optimizers.SGD(100.0)), *_countable(), FALLING, 1)


@pytest.mark.check(
    points=2, hint="Collect one record per size inside the loop, then make the DataFrame of the records."
)
def test_table(frozen_curve):
    """The answer is a DataFrame with one row per size, in the order asked, and the three columns."""
    expect.kind(frozen_curve, pd.DataFrame, what="the learning curve")
    columns = [str(name) for name in frozen_curve.columns]
    expect.that(
        sorted(columns) == sorted(COLUMNS),
        expected=f"the columns {', '.join(COLUMNS)}",
        found=f"the columns {', '.join(columns) or '(none)'}",
        likely="a column is missing, or has another name",
    )
    found = pd.to_numeric(frozen_curve["train_size"], errors="coerce").to_numpy(float)
    expect.close(
        found,
        SIZES,
        what=f"the column train_size, for train_sizes={SIZES}",
        likely=expect.cause(
            (len(found) != len(SIZES), "one row per entry of train_sizes is asked for"),
            (expect.same(found, sorted(SIZES)), "the rows were sorted; keep them in the order of train_sizes"),
            (_same(found, np.array(SIZES) * 16), "these are numbers of rows; the column holds the fractions as given"),
            "train_size holds the fractions as they were given",
        ),
    )


@pytest.mark.check(
    points=3, needs=["test_table"], hint="evaluate(..., return_dict=True) calls each figure by its name."
)
def test_accuracies(submission, frozen, frozen_curve):
    """Both columns hold accuracies, each of its own split, wherever accuracy stands among the metrics."""
    model, train, test = frozen
    on_train, on_test = expect.evaluate(model, *train), expect.evaluate(model, *test)
    found = frozen_curve[COLUMNS[1:]].apply(pd.to_numeric, errors="coerce").to_numpy(float)
    right = (on_train["accuracy"], on_test["accuracy"])
    others = [(on_train[name], on_test[name]) for name in on_train if name not in ("loss", "accuracy")]
    expect.that(
        _same(found, np.tile(right, (len(SIZES), 1))),
        expected=f"in every row the accuracies {_pair(right)}: the model has a learning rate of 0 and never changes",
        found=f"{_pair(found[0])} in the first row",
        likely=expect.cause(
            (_all(found, right[::-1]), "train_accuracy and test_accuracy are swapped"),
            (_any(found, (on_train["loss"], on_test["loss"])), "these are losses, not accuracies"),
            (
                any(_any(found, other) for other in others),
                "another metric was taken: its place in the list that evaluate returns depends on how the model was "
                "compiled; look accuracy up by its name",
            ),
            (
                _all(found, (1 - right[0], 1 - right[1])),
                "a new or cloned model draws new weights: copy the weights of the model given into it",
            ),
            (_all(found, (right[0], right[0])), "test_accuracy was measured on training rows"),
            (_all(found, (right[1], right[1])), "train_accuracy was measured on the test rows"),
            "these figures were not measured by evaluating the model on the two splits",
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
    found = _rows_seen(_column(counted_curve, "test_accuracy")[0])
    expect.that(
        _same(found, right),
        expected=f"{right} of {ROWS} training rows trained on, at train_size {size}",
        found=f"{expect.number(round(float(found), 2))} rows trained on",
        likely=expect.cause(
            (_same(found, ROWS), "fit got all of the training rows instead of the part drawn"),
            (_same(found, ROWS - right), "the split is the wrong way round: the fraction is train_size, not test_size"),
            (
                _same(found, 0),
                "the model that was evaluated has not learnt: another copy was trained, "
                "or all variables of the optimizer were set to 0, and its learning rate with them",
            ),
            (
                "validation_split" in submission.source and found < right,
                "validation_split keeps some of the rows back, so that fewer than asked are trained on",
            ),
            (
                abs(found - round(found)) > 0.01,
                "this is no accuracy: look it up by its name, because its place differs from model to model",
            ),
            (
                0 < found < right,
                "rows were left out, or drawn with replacement, so that some came twice and others not at all",
            ),
            "check how the rows are drawn",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_fraction"], hint="Which rows did the model train on, and when is it asked about them?"
)
def test_train_accuracy(counted_curve):
    """train_accuracy is measured after training, on the rows that were trained on."""
    found = _column(counted_curve, "train_accuracy")
    expect.that(
        _same(found, [1, 1]),
        expected="a train_accuracy of 1 at every size: these rows are learnt at once",
        found=", ".join(f"{expect.number(value)} at {size}" for value, size in zip(found, FALLING, strict=True)),
        likely=expect.cause(
            (_same(found[0], FALLING[0]), "it was measured on all training rows, not on those trained on"),
            (
                _same(found, [0, 0]),
                "the accuracy of the History is taken while the weights still move; evaluate after fit, not before",
            ),
            "evaluate the model after fit, on the very rows that fit was given",
        ),
    )


@pytest.mark.check(
    points=3,
    needs=["test_fraction"],
    hint="Keep model.get_weights() before the loop. When do they have to be put back?",
)
def test_same_start(submission, counted_curve):
    """Every size starts from the weights that the model came with."""
    found = _rows_seen(_column(counted_curve, "test_accuracy")[1])
    right = round(FALLING[1] * ROWS)
    expect.that(
        _same(found, right),
        expected=f"a model that knows {right} rows at train_size {FALLING[1]}, asked for after {FALLING[0]}",
        found=f"it knows {expect.number(round(float(found), 2))} rows",
        likely=expect.cause(
            (
                found > right,
                "the weights of the size before were still there: set the initial weights again for every size",
            ),
            "the second size did not start as the first one did",
        ),
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
    found = _rows_seen(_column(submission.learning_curve(model, *_countable(), FALLING, 1), "test_accuracy")[1])
    right = round(FALLING[1] * ROWS)
    expect.that(
        _same(found, right),
        expected=f"a model with momentum that knows {right} rows at {FALLING[1]}, asked for after {FALLING[0]}",
        found=f"it knows {expect.number(round(float(found), 2))} rows",
        likely="the optimizer kept its momentum from the size before; set_weights does not reset it: "
        "compile again with a new optimizer, as model.compile_from_config(model.get_compile_config()) does",
    )


@pytest.mark.check(
    points=3,
    needs=["test_same_start"],
    hint="Sizes compare only if each is trained for the same number of epochs, in the way the model was compiled.",
)
def test_epochs(submission):
    """Every size is trained for all of its epochs, with the optimizer that the model came with."""
    found = _times_trained(submission, EPOCHS)
    expect.that(
        _same(found, [EPOCHS, EPOCHS]),
        expected=f"each row trained on {EPOCHS} times, with epochs={EPOCHS}; this training loss rises",
        found=f"{expect.number(found[0])} times at the first size, {expect.number(found[1])} at the second",
        likely=expect.cause(
            (
                _same(found, [0, 0]),
                "the model was compiled with another optimizer or learning rate than the one it came with",
            ),
            (_same(found, [1, 1]), _why_once(submission.source)),
            (
                bool(np.all(found < EPOCHS - 0.01)),
                "the training ended early: a callback such as EarlyStopping stops it when its figure gets no better, "
                "so that sizes are trained for different lengths",
            ),
            (_same(found[0], EPOCHS), "the second size did not start as the first one did"),
            expect.FIXED_EPOCHS,
        ),
    )
    once = _times_trained(submission, 1)
    expect.that(
        _same(once, [1, 1]),
        expected="each row trained on once, with epochs=1",
        found=f"{expect.number(once[0])} times at the first size, {expect.number(once[1])} at the second",
        likely=expect.FIXED_EPOCHS,
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
    first, second = _column(curve, "test_accuracy")
    expect.that(
        _same(first, second),
        expected="a model with batch normalization that starts both of two equal sizes from the same moving mean",
        found="another moving mean at the second size",
        likely="only the weights that training changes were put back; get_weights and set_weights take all of them",
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
    likely = "the labels of the part are those of other rows: draw features and labels together"
    expect.close(_column(curve, "train_accuracy"), [1, 1], what="the train_accuracy of a perfect model", likely=likely)
    likely = "the accuracy is rounded, or measured on other rows than those of test"
    expect.close(_column(curve, "test_accuracy"), [3 / 7] * 2, what="a test_accuracy of 3 in 7", likely=likely)


def _times_trained(submission, epochs):
    """Return how often a row was trained on at each of two sizes."""
    size = 0.5
    accuracy = _column(submission.learning_curve(*_climbing(), [size, size], epochs), "test_accuracy")
    return (1 - accuracy) * LEVELS / size


def _why_once(source):
    """Return why every row was trained on only once, as far as the calls of fit show."""
    with contextlib.suppress(SyntaxError):
        calls = [call for call in ast.walk(ast.parse(source)) if getattr(getattr(call, "func", 0), "attr", "") == "fit"]
        named = [word.arg for call in calls for word in call.keywords]
        places = [sum(1 + isinstance(at, ast.Starred) for at in call.args) for call in calls]  # *pair fills two
        if max(places, default=0) > 2:
            return "fit's third argument is batch_size: write epochs=epochs"
        if calls and not {"epochs", None} & set(named):  # None stands for **options
            return "epochs is missing from fit, which then goes over the rows once: write epochs=epochs"
    return expect.FIXED_EPOCHS


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
    optimizer = keras.optimizers.Adam(-step, beta_1=0.0, beta_2=0.0)
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
    values = pd.to_numeric(curve[name], errors="coerce").to_numpy(float)
    expect.shape(values, (2,), what=f"{name} for two sizes")
    expect.that(bool(np.isfinite(values).all()), expected=f"numbers in {name}", found="something else")
    return values


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
