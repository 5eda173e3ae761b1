"""Grades s06_activations/compare: a column of validation losses per activation, all from the same start."""

import re

import numpy as np
import pandas as pd
import pytest

from keraskata import expect

NAMES = ["tanh", "silu"]
EPOCHS = 3
CHANCE = float(np.log(2))  # the loss of the constant answer one half


@pytest.fixture(scope="module")
def train():
    return _clouds(320, seed=1, spread=1)  # wide, so that the order of the rows makes a difference


@pytest.fixture(scope="module")
def validation():
    return _clouds(96, seed=2, spread=0.3)


@pytest.fixture(scope="module")
def origin():
    """Two rows at zero, one per label: there is nothing to learn from them, and the first weights stay."""
    return np.zeros((2, 3), "float32"), np.array([0, 1])


@pytest.fixture(scope="module")
def far_away():
    """Rows far from all others, each with both labels: the least loss is log(2), and a sure answer costs much more."""
    points = 10_000 * np.random.default_rng(3).normal(size=(64, 3)).astype("float32")
    return np.concatenate([points, points]), np.repeat([0, 1], 64)


@pytest.fixture(scope="module")
def mirrored():
    """Rows with the same on the other side of zero, labelled 0, and as many rows of zeros, labelled 1."""
    points = 3 * np.random.default_rng(4).normal(size=(64, 3)).astype("float32")
    return np.concatenate([points, -points, np.zeros((128, 3), "float32")]), np.repeat([0, 1], 128)


@pytest.fixture(scope="module")
def curves(submission, train, validation):
    return submission.compare_activations(NAMES, train, validation, EPOCHS)


@pytest.fixture(scope="module")
def far_curves(submission, origin, far_away):
    return submission.compare_activations(["tanh", "silu"], origin, far_away, 2)


@pytest.mark.check(points=2, hint="A dict of lists, {name: losses}, is all that pd.DataFrame needs.")
def test_table(curves):
    """The answer is a DataFrame with one column per activation and one row per epoch."""
    expect.kind(
        curves,
        pd.DataFrame,
        what="compare_activations([...], train, validation, 3)",
        likely=expect.cause(
            (isinstance(curves, dict), "the losses came back as a dict; put it into pd.DataFrame(...)"),
            (
                isinstance(curves, (list, tuple, np.ndarray)),
                "without names the curves cannot be distinguished: pd.DataFrame",
            ),
            "return a DataFrame",
        ),
    )
    found = list(curves.columns)
    expect.equal(
        found,
        NAMES,
        what="the names of the columns",
        likely=expect.cause(
            (list(curves.index) == NAMES, "rows and columns are swapped: the activations belong above the columns"),
            (
                "val_loss" in found and "loss" in found,
                "this is the history of a single network; keep the val_loss of each",
            ),
            (sorted(map(str, found)) == sorted(NAMES), "the columns are in another order than the list of activations"),
            (
                len(found) == 1,
                "only one activation is left: the return is inside the loop, or each turn makes a new table",
            ),
            (len(found) == len(NAMES), "the columns have lost their names: the name of the activation is the key"),
            "one column per activation, named after it",
        ),
    )
    expect.equal(
        len(curves),
        EPOCHS,
        what=f"the number of rows with epochs={EPOCHS}",
        likely=expect.cause(
            (
                len(curves) == 1,
                "only one epoch was kept, or trained: fit's third argument is batch_size, so write epochs=epochs",
            ),
            "the number of epochs is fixed, instead of taken from epochs",
        ),
    )
    expect.that(
        all(pd.api.types.is_numeric_dtype(curves[name]) for name in NAMES)
        and np.isfinite(curves.to_numpy(float)).all(),
        expected="a finite number in each cell",
        found=f"{curves.iloc[0].tolist()} in the first row",
        likely='each column is the list of losses, history.history["val_loss"]',
    )


@pytest.mark.check(points=1, needs=["test_table"], hint="Does every network learn? Does every network get new weights?")
def test_falls(curves):
    """Every network learns: its validation loss falls, or is below that of a guesser at the end."""
    expect.keep_curves("Validation losses with two activations", {name: curves[name] for name in NAMES})
    for name in NAMES:
        losses = curves[name].to_numpy(float)
        expect.that(
            np.ptp(losses) > 0 and (losses[-1] < losses[0] or losses[-1] < CHANCE),
            expected=f"the last loss of {name} is below its first, {expect.number(losses[0])}",
            found=expect.number(losses[-1]),
            likely=expect.cause(
                (
                    losses[-1] > 0.9 and np.all((losses >= 0) & (losses <= 1)),
                    "this looks like the accuracy, not the loss",
                ),
                (np.ptp(losses) == 0, "the loss stands still: the network is evaluated, but not trained"),
                "the labels no longer belong to their features, or the learning rate is too large",
            ),
        )


@pytest.mark.check(
    points=3,
    needs=["test_table"],
    hint="Which function of Keras sets every seed at once, and how often must it be called?",
)
def test_same_start(submission, curves, train, validation):
    """Every network starts from the same seed, in every run: silu alone gives the same column as silu after tanh."""
    # swish is another name of silu: this detects a seed made from the name.
    again = submission.reseeded(1).compare_activations(["swish"], train, validation, EPOCHS)
    expect.equal(_names(again), ["swish"], what="the columns for the one activation swish")
    found, right = again["swish"].to_numpy(float), curves["silu"].to_numpy(float)
    if expect.same(found, right, tol=1e-5):
        return
    source = re.sub(r"#.*", "", submission.source)
    same_run = submission.compare_activations(["swish"], train, validation, EPOCHS)["swish"].to_numpy(float)
    expect.close(
        found,
        right,
        what="the column of swish, which is another name of silu, in another run",
        tol=1e-5,
        likely=expect.cause(
            (
                "set_random_seed" in source and expect.same(same_run, right, tol=1e-5),
                "the seed is another in each run; write down one number and take it always",
            ),
            (
                "set_random_seed" in source,
                "the seed is set once, too late, or is another for each network; set the same one before each network",
            ),
            ("random.seed" in source, "np.random.seed does not seed Keras; keras.utils.set_random_seed does"),
            ("seed=" in source, "not everything is seeded: the order of the rows is drawn by chance, too"),
            "nothing sets the seed: call keras.utils.set_random_seed before each network",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_table"], hint="Which rows does val_loss come from, and which loss was compiled?"
)
def test_validation_loss(far_curves):
    """The figures are cross-entropies on `validation`, high where the rows lie far away and have both labels."""
    expect.equal(far_curves.shape, (2, 2), what="the shape of the table for two activations and two epochs")
    found = float(far_curves["silu"].min())
    # Half of these labels contradict the answer, and silu answers with certainty: each of them costs about 16.
    expect.at_least(
        found,
        2,
        what="the loss of silu on rows far away that all come twice, once with each label",
        likely=expect.cause(
            (
                found < CHANCE - 0.01,
                "a binary cross-entropy cannot be below 0.69 here: another loss was compiled, a metric was kept in "
                "place of the loss, or the figures are made up",
            ),
            "this is not the loss on the validation rows: loss was kept in place of val_loss, or validation_data is "
            "another pair",
        ),
    )


@pytest.mark.check(points=2, needs=["test_validation_loss"], hint="Where does the name of the activation end up?")
def test_activation_used(submission, curves, far_curves, origin, mirrored):
    """The hidden layers use the activation that the column is named after."""
    expect.that(
        not expect.same(curves["tanh"].to_numpy(float), curves["silu"].to_numpy(float)),
        expected="different losses for tanh and for silu",
        found="the very same numbers",
        likely="the activation of the hidden layers is fixed or missing; give it as Dense(..., activation=activation)",
    )
    tanh, silu = (float(far_curves[name].iloc[-1]) for name in ("tanh", "silu"))
    expect.that(
        tanh < 0.75 * silu,
        expected="on rows far away a much lower loss for tanh, which never leaves -1..1, than for silu",
        found=f"{expect.number(tanh)} for tanh and {expect.number(silu)} for silu",
        likely="the activation was given to the output layer, or does not reach the hidden layers, where it belongs",
    )
    # Nothing is learned from `origin`. Where all layers are linear, the logits of a row and its mirror image are on
    # average that of zero; the losses with labels turned round differ by as much as the average logits do.
    rows, labels = mirrored
    tables = [submission.compare_activations(["linear"], origin, (rows, given), 1) for given in (labels, 1 - labels)]
    expect.that(
        all(_names(table) == ["linear"] for table in tables),
        expected="one column, linear, for the one activation linear",
        found="other columns",
    )
    loss, turned = (float(table["linear"].iloc[-1]) for table in tables)
    expect.that(
        abs(loss - turned) < 0.002 or loss + turned > 6,  # losses so large are cut off by Keras, and say nothing
        expected="for linear a network that is linear: rows and their mirror images get on average what zeros get, so "
        "that the loss is the same when all labels are turned round",
        found=f"{expect.number(loss)}, and {expect.number(turned)} with labels turned round",
        likely="not every hidden layer uses the activation: one of them is fixed",
    )


@pytest.mark.check(
    points=1, needs=["test_validation_loss"], hint="Which activation makes a probability of any number, from 0 to 1?"
)
def test_output(submission, far_curves, origin, far_away):
    """The output is a probability: without information it is one half."""
    # The same call as for rows far away, with other numbers: what is kept from call to call is seen, too.
    nothing = np.zeros_like(far_away[0]), far_away[1]
    table = submission.compare_activations(["silu"], origin, nothing, 2)
    expect.equal(_names(table), ["silu"], what="the columns for the one activation silu")
    expect.at_most(
        table["silu"].iloc[-1],
        2,
        what="the loss of silu on rows of zeros, half of each label, where an answer of one half costs 0.69,",
        likely=expect.cause(
            (
                expect.same(table["silu"].to_numpy(float), far_curves["silu"].to_numpy(float)),
                "these are the very losses of a call with other validation rows: take the rows of this call, and keep "
                "nothing from an earlier one",
            ),
            'the output is no probability: sigmoid makes one, so the last layer is Dense(1, activation="sigmoid")',
        ),
    )


@pytest.mark.check(
    points=2,
    needs=["test_same_start"],
    hint="Who may see which rows: what does fit train on, and what goes to validation_data?",
)
def test_training(submission, curves, train, validation):
    """The networks are trained on `train` alone: it changes nothing to give each row of `validation` four times."""
    copies = tuple(np.concatenate([part] * 4) for part in validation)
    again, evidence = submission.compare_activations(["silu"], train, copies, EPOCHS), submission.evidence
    expect.equal(_names(again), ["silu"], what="the columns for the one activation silu")
    used = evidence.trained_on(*train)
    expect.close(
        again["silu"].to_numpy(float),
        curves["silu"].to_numpy(float),
        what="the column of silu when each row of validation is there four times",
        tol=1e-4,
        likely=expect.cause(
            (
                bool(used and used.own and not used.strange),
                "something is kept from an earlier call, such as a network or a seed: start anew in each call",
            ),
            "the training sees the validation rows: train and validation are swapped in fit, or put together",
        ),
    )
    for number in {fit.model for fit in evidence.fits}:
        expect.trained_for(evidence.of_model(number), EPOCHS, what="each network")


def _names(table):
    """Return the names of the columns; None if this is not a table."""
    return list(table.columns) if isinstance(table, pd.DataFrame) else None


def _clouds(n, seed, spread):
    """Return two clouds of points, one per label, that a straight plane separates more or less.

    They have four features, the other rows of this file three: a network takes its width from the rows it is given.
    """
    labels = np.arange(n) % 2
    points = np.random.default_rng(seed).normal(0, spread, size=(n, 4)) + (2 * labels[:, None] - 1)
    return points.astype("float32"), labels
