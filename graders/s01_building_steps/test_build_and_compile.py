"""Grades s01_building_steps/build_and_compile: add layers, compile."""

import re

import keras
import numpy as np
import pytest

from keraskata import expect

RELU = expect.diagnoses(
    missing=(
        "the output layer is the only layer with weights; add a Dense layer with relu before it",
        lambda seen: not seen.found,
    ),
    add=(
        "an activation given to add() is ignored in silence; it is an argument of the layer: "
        'Dense(16, activation="relu")',
        lambda seen: set(seen.found) == {"linear"} and re.search(r"\.add\([^#\n]*\)\s*,\s*[\"']", seen.source),
    ),
    forgotten=(
        'the hidden layer has no activation: Dense(16, activation="relu")',
        lambda seen: set(seen.found) == {"linear"} and not re.search(r"activation\s*=|[\"'.]relu\b|ReLU", seen.source),
    ),
    rows=(
        "relu stands on the rows, before the hidden Dense layer, and none behind it: put it into this layer, "
        'activation="relu", or behind it',
        lambda seen: set(seen.found) == {"linear"} and expect.activation_of_rows(seen.model) == "relu",
    ),
    linear=(
        "relu does not come to the hidden layer, or what stands for it bends nothing",
        lambda seen: set(seen.found) == {"linear"},
    ),
    other=(
        'this is another function than relu, which is written activation="relu"',
        lambda seen: set(seen.found) - {"linear"},
    ),
)
LAST = expect.diagnoses(
    relu=(
        "relu belongs to the hidden layer; at the output it can never answer below zero",
        lambda seen: seen.found == "relu",
    ),
    sigmoid=(
        "sigmoid squashes into 0..1 and is for yes/no questions; a number needs no activation",
        lambda seen: seen.found == "sigmoid",
    ),
    softmax=(
        "softmax over a single unit always answers 1; a number needs no activation",
        lambda seen: seen.found == "softmax",
    ),
    tanh=("tanh squashes into -1..1; a number needs no activation", lambda seen: seen.found == "tanh"),
    changed=(expect.CHANGED, lambda seen: seen.found == "unknown"),
    other=("a number needs no activation: leave it out of the last Dense layer", lambda seen: seen.found != "linear"),
)
SQUARES = expect.diagnoses(
    classes=(
        "cross-entropy compares probabilities of classes; this model predicts a number",
        lambda seen: "crossentropy" in seen.name,
    ),
    none=("compile was called without a loss", lambda seen: seen.name == "none"),
    absolute=(
        "this takes the absolute error, not the squared one",
        lambda seen: seen.name == "mean_absolute_error",
    ),
    hinge=("hinge losses are for classes; this model predicts a number", lambda seen: "hinge" in seen.name),
    times=(
        "your own loss is {times} times the square of the error: leave this factor out",
        lambda seen: seen.name == "own_loss" and _times_the_square(seen.loss.yes_no),
    ),
    mean_first=(
        "errors of 1 and -1 cancel out in {name}, which gives 0 for them, and should give 1: square each error first, "
        "and take the mean then",
        lambda seen: seen.name == "own_loss" and expect.cancels_out(seen.loss),
    ),
    own_value=(
        "your own loss of goal {goal} and answer {answer} is {value}; the square of the error is {square}",
        lambda seen: seen.name == "own_loss" and _other_value(seen.loss.yes_no),
    ),
    own=(
        "a loss of your own computes something else than the mean of the squared errors, or is not made of keras.ops "
        "alone",
        lambda seen: seen.name == "own_loss",
    ),
    other=(
        'this is another of the losses that Keras has: write loss="mean_squared_error" in compile',
        lambda seen: hasattr(keras.losses, seen.name),
    ),
    otherwise='write loss="mean_squared_error" in compile',
)
SIZE = expect.diagnoses(
    nan=("the model answers nan, which is no number: look at its weights", lambda seen: np.isnan(seen.right)),
    sum=(
        'this is the sum, not the mean: leave reduction="sum" out',
        lambda seen: expect.same(seen.found, 64 * seen.right, tol=1e-3),
    ),
    weights=(
        "loss_weights makes the loss larger or smaller: leave it out of compile",
        lambda seen: seen.config["loss_weights"] is not None,
    ),
    otherwise="the loss is the mean of the squared errors, and nothing more",
)


@pytest.fixture(scope="module")
def models(submission):
    """A model for each of two widths."""
    return {n_features: submission.build_model(n_features) for n_features in (3, 8)}


@pytest.fixture(scope="module")
def model(models):
    return models[3]


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(0)
    features = rng.uniform(-0.5, 0.5, size=(256, 3)).astype("float32")
    return features, (3 + features @ [[1.0], [-2.0], [0.5]]).astype("float32")


@pytest.mark.check(
    points=2, hint="keras.Input(shape=...) takes the shape of one row. How many units make one number per row?"
)
def test_shapes(submission, models):
    """The model reads rows of n_features numbers and answers each row with one number."""
    for n_features, found in models.items():
        expect.widths(found, n_features, 1, what=f"build_model({n_features})")
        expect.row_by_row(found, what=f"build_model({n_features})")
    expect.new_each_call(submission, "build_model", 3)


@pytest.mark.check(
    points=3, needs=["test_shapes"], hint="Who should be told about relu: the model's add, or the layer?"
)
def test_hidden_relu(submission, model):
    """At least one hidden layer applies relu."""
    found = expect.hidden_activations(model)
    expect.that(
        "relu" in found,
        expected="relu among the activations of the hidden layers",
        found=", ".join(found) if found else "no hidden layer",
        likely=RELU.of(found=found, model=model, source=submission.source),
    )


@pytest.mark.check(
    points=1, needs=["test_shapes"], hint="Any number may come out. Which activations forbid some of them?"
)
def test_linear_output(model):
    """The output is linear: any number can come out."""
    found = expect.output_activation(model)
    expect.equal(
        found,
        "linear",
        what="the activation of the output",
        likely=LAST.of(found=found),
    )


@pytest.mark.check(points=2, needs=["test_shapes"], hint="compile takes optimizer=... and loss=...")
def test_mean_squared_error(model, data):
    """The model is compiled with the mean squared error as its loss."""
    name = expect.loss_name(model)
    expect.keras_loss(
        model,
        "mean_squared_error",
        what="build_model(3)",
        likely=SQUARES.of(name=name, loss=expect.only_loss(model)),
    )
    # The difference to the loss of the model's own answers, which are right: a penalty on weights is in both of them.
    features, goals = data[0][:64], data[1][:64]
    answers = expect.predict(model, features)
    with expect.as_compiled(model):
        found = expect.evaluate(model, features, goals)["loss"] - expect.evaluate(model, features, answers)["loss"]
    right = float(np.mean((answers - goals) ** 2))
    expect.that(
        expect.same(found, right, tol=1e-3),
        expected=f"a loss of {expect.number(right)} on 64 rows: the mean of the squared errors",
        found=expect.number(found),
        likely=SIZE.of(found=found, right=right, config=model.get_compile_config()),
    )


@pytest.mark.check(
    points=2, needs=["test_mean_squared_error"], hint="Can the optimizer change the weights? Look for trainable=False."
)
def test_learns(model, data):
    """The loss falls when the model is trained."""
    expect.learns(model, *data)


def _times_the_square(yes_no):
    """Return how many times the square of the error a loss is, where it is the same number for all that was tried."""
    times = [value / (goal - answer) ** 2 for goal, answer, value in yes_no]
    steady = (
        times and expect.same(times, [times[0]] * len(times), tol=1e-3) and not expect.same(times[0], 1.0, tol=1e-3)
    )
    return {"times": expect.number(times[0])} if steady else None


def _other_value(yes_no):
    """Return the first goal and answer of which a loss is not the square of the error, with both values."""
    for goal, answer, value in yes_no:
        square = (goal - answer) ** 2
        if not expect.same(value, square, tol=1e-3):
            told = {"goal": goal, "answer": answer, "value": value, "square": square}
            return {name: expect.number(figure) for name, figure in told.items()}
    return None
