"""Grades s07_batches/batch_norm: Dense, BatchNormalization, Dense, and how they behave in training and at inference."""

from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

RNG = np.random.default_rng(8)
# Columns of different size, far from mean 0 and deviation 1.
FEATURES = RNG.normal([3, -20, 100], [5, 30, 60], size=(64, 3)).astype("float32")
WIDE = RNG.normal(0, 4, size=(64, 9)).astype("float32")
LABELS = (FEATURES[:, 0] > 3).astype("float32")[:, None]
STEPS, MORE = 12, 4


@pytest.fixture(scope="module")
def model(submission):
    return submission.build_batch_norm_model(WIDE.shape[1])


class Run(NamedTuple):
    """A short training: the model afterwards, moving averages and weights before, and the loss of each step."""

    model: keras.Model
    before: list[np.ndarray]
    weights: list[np.ndarray]
    losses: list[float]


@pytest.fixture(scope="module")
def run(submission):
    """Train STEPS steps, each on all rows; up to MORE times as many if dropout's noise hides whether the loss falls."""
    found = submission.build_batch_norm_model(3)
    before, weights, losses = _moving(found), found.get_weights(), []
    found.run_eagerly = True  # a dozen steps take less time than building a graph
    with expect.as_compiled(found):
        for _ in range(1 + MORE):
            for _ in range(STEPS):
                found.reset_metrics()
                losses.append(float(found.train_on_batch(FEATURES, LABELS, return_dict=True)["loss"]))
            if min(losses[1:]) < losses[0] or losses[-1] == losses[0] or not losses[-1] < 1.1 * losses[0]:
                break
    return Run(found, before, weights, losses)


@pytest.mark.check(points=1, hint="How many numbers does the answer to a yes/no question take?")
def test_shapes(submission):
    """The model reads rows of n_features numbers and answers each row with one number."""
    for n_features in (5, 3):
        found = submission.build_batch_norm_model(n_features)
        expect.widths(
            found,
            n_features,
            1,
            what=f"build_batch_norm_model({n_features})",
            outputs=[(2, "there are two units at the end; a yes/no question needs one")],
        )
    expect.new_each_call(submission, "build_batch_norm_model", 3)


@pytest.mark.check(
    points=2, needs=["test_shapes"], hint="Which layer gives its numbers to which? Look at model.summary()."
)
def test_layers(model):
    """The layers are Dense, BatchNormalization and Dense, in this order."""
    found = [type(layer).__name__ for layer in _leaves(model) if layer.weights]
    middle = [name for name in found if name != "Dense"]
    expect.equal(
        found,
        ["Dense", "BatchNormalization", "Dense"],
        what="the row of layers that have weights",
        likely=expect.cause(
            ("LayerNormalization" in middle, "LayerNormalization normalizes each row by itself, and no batch at all"),
            ("Normalization" in middle, "Normalization scales by figures that adapt took once, before the training"),
            (not middle, "there is no BatchNormalization layer"),
            (len(middle) > 1, "there is more than one normalization; one between the two Dense layers is asked for"),
            (found == ["BatchNormalization", "Dense"], "the hidden Dense layer is missing"),
            (found[0] != "Dense", "it normalizes the inputs; it belongs behind the hidden Dense layer"),
            (found[-1] != "Dense", "it stands behind the output, whose probabilities it would shift"),
            "two Dense layers are asked for, with the normalization between them",
        ),
    )


@pytest.mark.check(points=1, needs=["test_layers"], hint="What is the activation of a Dense layer that is given none?")
def test_bends(model):
    """The hidden layer has an activation."""
    found = expect.hidden_activations(model)
    expect.that(
        any(name != "linear" for name in found),
        expected="an activation such as relu in the hidden layer",
        found="none",
        likely="the hidden layer has no activation, so that the whole model is a straight line; write "
        'Dense(16, activation="relu")',
    )


@pytest.mark.check(points=1, needs=["test_layers"], hint="Which activation squashes any number into 0..1?")
def test_output(model):
    """The answer is a probability, made by sigmoid."""
    expect.sigmoid_output(model)


@pytest.mark.check(points=2, needs=["test_shapes"], hint="What comes between building a model and fit?")
def test_loss(model):
    """The model is compiled with binary cross-entropy."""
    expect.binary_cross_entropy(model, what="build_batch_norm_model(9)")


@pytest.mark.check(points=2, needs=["test_layers"], hint="By which figures does the layer normalize while it trains?")
def test_training(model):
    """In training, each unit has mean 0 and deviation 1 over the batch behind the normalization."""
    layer = _batch_norm(model)
    inside = keras.Model(model.inputs[0], [layer.input, layer.output])
    before, after = (keras.ops.convert_to_numpy(part) for part in inside(WIDE, training=True))
    alive = before.std(axis=0) > 0.2  # a unit that gives the same to each row stays so
    means, deviations = after.mean(axis=0)[alive], after.std(axis=0)[alive]
    expect.that(
        alive.any() and np.abs(means).max() < 0.05 and np.abs(deviations - 1).max() < 0.05,
        expected="mean 0 and deviation 1 in each unit",
        found=f"means from {expect.number(means.min())} to {expect.number(means.max())}, and deviations from "
        f"{expect.number(deviations.min())} to {expect.number(deviations.max())}"
        if alive.any()
        else "the same numbers for each row",
        likely=_frozen(layer),
    )


@pytest.mark.check(
    points=1, needs=["test_layers", "test_loss"], hint="What does the layer have to remember for the time after?"
)
def test_moving(run):
    """While the model trains, the moving averages of mean and variance follow the batches."""
    layer = _batch_norm(run.model)
    expect.that(
        layer.momentum > 0,
        expected="moving averages over many batches",
        found=f"a momentum of {expect.number(layer.momentum)}",
        likely="with a momentum of 0 nothing is averaged: the last batch alone decides; 0.99 is the default",
    )
    for name, old, new in zip(("mean", "variance"), run.before, _moving(run.model), strict=True):
        expect.that(
            not expect.same(old, new),
            expected=f"another moving {name} after {len(run.losses)} steps of training",
            found="exactly the numbers from before",
            likely=expect.cause(
                (layer.momentum >= 1, "with a momentum of 1 the moving averages never move; 0.99 is the default"),
                _frozen(layer),
            ),
        )


@pytest.mark.check(
    points=1, needs=["test_layers", "test_loss"], hint="What is the mean of a batch that has a single row?"
)
def test_inference(run):
    """At inference the moving averages are used: a row alone gets the same answer as among others."""
    together, *alone = (
        keras.ops.convert_to_numpy(run.model(rows)) for rows in (FEATURES, *(FEATURES[i : i + 1] for i in range(4)))
    )
    expect.close(
        np.concatenate(alone),
        together[:4],
        what="the answers to four rows that come one by one, beside those to the same rows among 64",
        tol=1e-3,
        likely="the layer is called with training=True, so that it normalizes by the batch at hand even at inference; "
        "leave that argument out",
    )
    fixed = _fixed_training(run.model)
    expect.that(
        fixed is None,
        expected="a layer that Keras can switch between training and inference",
        found=f"training={fixed} where the layer is called",
        likely=f"the layer is called with training={fixed}; leave that argument out",
    )


@pytest.mark.check(
    points=1, needs=["test_output", "test_loss"], hint="Can the optimizer change the weights, and in steps that matter?"
)
def test_trains(run):
    """As you compiled it, the model learns: the loss falls in the first steps."""
    first, best = run.losses[0], min(run.losses[1:])
    expect.that(
        best < first,
        expected=f"a loss below {expect.number(first)} within {len(run.losses)} steps (it starts there)",
        found=f"{expect.number(best)} at best",
        likely=expect.cause(
            (not run.model.trainable_weights, "no weight can be trained: trainable is False"),
            (best == first, "nothing moved: the learning rate is zero, or too small to matter"),
            "the learning rate is too large, so that each step overshoots",
        ),
    )
    frozen = [type(layer).__name__ for layer in _leaves(run.model) if layer.weights and not layer.trainable]
    expect.that(
        not frozen,
        expected="layers that all learn",
        found=f"a {' and a '.join(frozen)} layer with trainable=False",
        likely="a frozen layer keeps the weights that it drew by chance: leave trainable out",
    )
    expect.all_move(run.weights, run.model.get_weights())


def _leaves(model):
    """The layers, those of a model inside the model as well."""
    return [leaf for layer in model.layers for leaf in (_leaves(layer) if isinstance(layer, keras.Model) else [layer])]


def _batch_norm(model):
    return next(layer for layer in _leaves(model) if isinstance(layer, keras.layers.BatchNormalization))


def _moving(model):
    """Moving mean and moving variance of each batch normalization."""
    layers = [layer for layer in _leaves(model) if isinstance(layer, keras.layers.BatchNormalization)]
    return [
        np.concatenate([np.zeros(0), *(keras.ops.convert_to_numpy(getattr(layer, name)) for layer in layers)])
        for name in ("moving_mean", "moving_variance")
    ]


def _frozen(layer):
    """Return why a batch normalization does not switch to training, if the code shows it."""
    frozen = "the layer is frozen: with trainable=False it uses its moving averages in training, too"
    return None if layer.trainable else frozen


def _fixed_training(model):
    """The `training` that is written into the call of a layer, or None."""
    nodes = [node for layer in model.get_config()["layers"] for node in layer.get("inbound_nodes", ())]
    return next((fixed for node in nodes if (fixed := node["kwargs"].get("training")) is not None), None)
