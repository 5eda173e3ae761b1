"""Grades s07_batches/batch_norm: Dense, BatchNormalization, Dense, and how they behave in training and at inference."""

import re
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
WITHOUT_WEIGHTS = ("Dropout", "GaussianNoise", "GaussianDropout", "AlphaDropout")
STEPS, MORE = 12, 4

_FROZEN = "the layer is frozen: with trainable=False it uses its moving averages in training, too"

LAYERS = expect.diagnoses(
    rows=(
        "LayerNormalization normalizes each row by itself, and no batch at all",
        lambda seen: "LayerNormalization" in seen.found,
    ),
    adapt=(
        "Normalization scales by figures that adapt took once, before the training",
        lambda seen: "Normalization" in seen.found,
    ),
    by_batch=(
        "your own normalization uses no moving averages: at inference, too, the rows beside change the answer to a "
        "row; take keras.layers.BatchNormalization",
        lambda seen: "BatchNormalization" not in seen.found and not seen.same_alone(),
    ),
    moving=(
        "the class made from BatchNormalization takes the moving averages in training, too, as with training=False; "
        "there the mean and the variance of the batch are asked for",
        lambda seen: seen.moving,
    ),
    none=("there is no BatchNormalization layer of Keras' own", lambda seen: "BatchNormalization" not in seen.found),
    several=(
        "there is more than one BatchNormalization; one between the two Dense layers is asked for",
        lambda seen: seen.found.count("BatchNormalization") > 1,
    ),
    no_hidden=(
        "the hidden Dense layer is missing",
        lambda seen: seen.found == ["BatchNormalization", "Dense"],
    ),
    first=(
        "it normalizes the inputs; it belongs behind the hidden Dense layer",
        lambda seen: seen.found[0] == "BatchNormalization",
    ),
    last=(
        "it stands behind the last Dense layer; its place is between the two",
        lambda seen: seen.found[-1] == "BatchNormalization",
    ),
    dense=(
        "there are {n} Dense layers; two are asked for, a hidden one and the output",
        lambda seen: {"n": seen.found.count("Dense")} if seen.found.count("Dense") != 2 else None,
    ),
    otherwise="two Dense layers are asked for, with the normalization between them",
)
BENDS = expect.diagnoses(
    linear=(
        "the hidden layer has no activation, so that the layers before the output's activation are one linear "
        'function together; write Dense(16, activation="relu")',
        lambda seen: set(seen.found) == {"linear"},
    ),
    otherwise="the hidden layer needs an activation",
)
BATCH = expect.diagnoses(
    frozen=(_FROZEN, lambda seen: not seen.layer.trainable),
    start=(
        "gamma begins at {gamma} and beta at {beta}: leave both initializers out",
        lambda seen: _start(seen.layer),
    ),
    same=(
        "the hidden layer gives the same numbers for each row, so that there is no spread to normalize",
        lambda seen: np.ptp(seen.before, axis=0).max() < 1e-6,
    ),
    epsilon=(
        "epsilon is {epsilon}, and is added to each variance; the default is 0.001",
        lambda seen: {"epsilon": expect.number(seen.layer.epsilon)} if seen.layer.epsilon > 0.001 else None,
    ),
    otherwise="in training the layer normalizes by the mean and the variance of the batch at hand",
)
MOVING = expect.diagnoses(
    zero=(
        "with a momentum of 0 nothing is averaged: the last batch alone decides; 0.99 is the default",
        lambda seen: seen.layer.momentum == 0,
    ),
    one=(
        "with a momentum of 1 the moving averages never move; 0.99 is the default",
        lambda seen: seen.layer.momentum == 1,
    ),
    frozen=(_FROZEN, lambda seen: not seen.layer.trainable),
    otherwise="with each batch the averages move a little towards its mean and variance",
)
INFERENCE = expect.diagnoses(
    fixed=(
        "the layer is called with training={fixed}; leave that argument out",
        lambda seen: None if seen.fixed is None else {"fixed": seen.fixed},
    ),
    otherwise="at inference the layer normalizes by its moving averages, so that the rows beside do not matter",
)
TRAINS = expect.diagnoses(
    none=("no weight can be trained: trainable is False", lambda seen: not seen.model.trainable_weights),
    zero=("the learning rate is 0, so that nothing moves", lambda seen: _rate(seen.model) == 0),
    small=(
        "the learning rate is {rate}: such small steps do not matter",
        lambda seen: {"rate": expect.number(_rate(seen.model))} if 0 < _rate(seen.model) < 1e-6 else None,
    ),
    large=(
        "the learning rate is {rate}: such large steps overshoot",
        lambda seen: {"rate": expect.number(_rate(seen.model))} if _rate(seen.model) >= 1 else None,
    ),
    frozen=(
        "a frozen layer keeps the weights that it began with: leave trainable out",
        lambda seen: seen.frozen,
    ),
    otherwise="a model that learns has a lower loss after some steps",
)


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
def test_layers(submission, model):
    """The layers are Dense, BatchNormalization and Dense, in this order."""
    kinds = [type(layer).__name__ for layer in _leaves(model) if layer.weights]
    found = ["weight" if kind == "Weight" else kind for kind in kinds]
    wanted = ["Dense", "BatchNormalization", "Dense"]
    moving = (
        found.count("weight") == 4
        and re.search(r"class \w+\(([\w.]+\.)?BatchNormalization\)", submission.source)
        and expect.same(*_in_training_and_not(model, WIDE), tol=1e-3)
    )
    own = " (of a layer of your own, its weights)" if "weight" in found else ""
    expect.that(
        found == wanted,
        expected="a normalization by the mean and the variance of the batch, in training"
        if moving
        else f"the row of layers that have weights{own} is {wanted}",
        found="the same answers in training as at inference" if moving else str(found),
        likely=LAYERS.of(
            found=found,
            moving=moving,
            same_alone=lambda: expect.same(*_alone_and_together(model, WIDE), tol=1e-3),
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
        likely=BENDS.of(found=found),
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
        likely=BATCH.of(layer=layer, before=before),
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
        likely=MOVING.of(layer=layer),
    )
    for name, old, new in zip(("mean", "variance"), run.before, _moving(run.model), strict=True):
        expect.that(
            not expect.same(old, new),
            expected=f"another moving {name} after {len(run.losses)} steps of training",
            found="exactly the numbers from before",
            likely=MOVING.of(layer=layer),
        )


@pytest.mark.check(
    points=1, needs=["test_layers", "test_loss"], hint="What is the mean of a batch that has a single row?"
)
def test_inference(run):
    """At inference the moving averages are used: a row alone gets the same answer as among others."""
    alone, together = _alone_and_together(run.model, FEATURES)
    fixed = _fixed_training(run.model)
    expect.close(
        alone,
        together,
        what="the answers to four rows that come one by one, beside those to the same rows among 64",
        tol=1e-3,
        likely=INFERENCE.of(fixed=fixed),
    )
    expect.that(
        fixed is None,
        expected="a layer that Keras can switch between training and inference",
        found=f"training={fixed} where the layer is called",
        likely=INFERENCE.of(fixed=fixed),
    )


@pytest.mark.check(
    points=1, needs=["test_output", "test_loss"], hint="Can the optimizer change the weights, and in steps that matter?"
)
def test_trains(run):
    """As you compiled it, the model learns: the loss falls in the first steps."""
    first, best = run.losses[0], min(run.losses[1:])
    frozen = [type(layer).__name__ for layer in _leaves(run.model) if layer.weights and not layer.trainable]
    expect.that(
        best < first,
        expected=f"a loss below {expect.number(first)} within {len(run.losses)} steps (it starts there)",
        found=f"{expect.number(best)} at best",
        likely=TRAINS.of(model=run.model, frozen=frozen),
    )
    expect.that(
        not frozen,
        expected="layers that all learn",
        found=f"a {' and a '.join(frozen)} layer with trainable=False",
        likely=TRAINS.of(model=run.model, frozen=frozen),
    )
    expect.all_move(run.weights, run.model.get_weights())


def _alone_and_together(model, rows):
    """Return the answers to the first four rows as they come one by one, and as they come among all of them."""
    together, *alone = (
        keras.ops.convert_to_numpy(model(part)) for part in (rows, *(rows[i : i + 1] for i in range(4)))
    )
    return np.concatenate(alone), together[:4]


def _in_training_and_not(model, rows):
    return [keras.ops.convert_to_numpy(model(rows, training=training)) for training in (True, False)]


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


def _start(layer):
    """Return gamma and beta of a fresh layer as values for words, if they do not begin at 1 and 0."""
    fresh = keras.layers.BatchNormalization.from_config(layer.get_config())
    fresh.build((None, layer.input.shape[-1]))
    gamma, beta = (float(keras.ops.mean(weights)) for weights in (fresh.gamma, fresh.beta))
    return None if (gamma, beta) == (1, 0) else {"gamma": expect.number(gamma), "beta": expect.number(beta)}


def _rate(model):
    return float(model.optimizer.learning_rate)


def _fixed_training(model):
    """The `training` that is written into the call of a layer, or None; Keras writes False into those of Dropout."""
    found = [layer for layer in model.get_config()["layers"] if layer["class_name"] not in WITHOUT_WEIGHTS]
    nodes = [node for layer in found for node in layer.get("inbound_nodes", ())]
    return next((fixed for node in nodes if (fixed := node["kwargs"].get("training")) is not None), None)
