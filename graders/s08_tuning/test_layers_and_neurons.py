"""Grades s08_tuning/layers_and_neurons: a network whose depth and width are arguments."""

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

FEATURES, LABELS = load.circles()[0]


@pytest.fixture(scope="module")
def model(submission):
    return submission.create_model(4, 8)


@pytest.mark.check(points=3, hint="Print model.summary(): which layers are there for nl=2, and how wide are they?")
def test_layers(submission):
    """A first layer of 16 units, `nl` layers of `nn` units, and one output unit."""
    for nl, nn in ((1, 8), (11, 3), (2, 300)):
        _expect_layers(submission, nl, nn)
    expect.new_each_call(submission, "create_model", 1, 8)


@pytest.mark.check(points=1, hint="How often does a loop over range(0) run, and what comes after it?")
def test_no_layers(submission):
    """With nl=0 only the first layer and the output are there."""
    _expect_layers(submission, 0, 5)


@pytest.mark.check(points=1, needs=["test_layers"], hint="What do nl and nn stand for when they are not given?")
def test_defaults(submission):
    """create_model() has one layer of 256 units between its first layer and its output."""
    found = submission.create_model()
    expect.built(found, what="create_model()")
    expect.equal(
        _units(found),
        [16, 256, 1],
        what="the numbers of units of create_model()",
        likely="the defaults of the task are nl=1, nn=256",
    )


@pytest.mark.check(points=2, needs=["test_layers"], hint="Does each Dense layer have an activation of its own?")
def test_relu(model):
    """All layers before the output use relu."""
    found = expect.hidden_activations(model)
    expect.equal(
        found,
        ["relu"] * 5,
        what="the activations of the five layers before the output, for nl=4",
        likely=expect.cause(
            (
                "linear" in found,
                'a linear layer adds nothing to the one before it; give each layer activation="relu" '
                "(an activation given to add() is ignored in silence)",
            ),
            'another activation was chosen; relu is written activation="relu"',
        ),
    )


@pytest.mark.check(points=1, needs=["test_layers"], hint="Which activation squashes any number into 0..1, on its own?")
def test_sigmoid(model):
    """The output is a probability, made by sigmoid."""
    expect.sigmoid_output(model)


@pytest.mark.check(points=2, needs=["test_layers"], hint="Which step comes between building and training?")
def test_loss(model):
    """The model is compiled with binary cross-entropy."""
    expect.binary_cross_entropy(model, what="create_model(4, 8)")


@pytest.mark.check(points=1, needs=["test_loss"], hint="compile takes metrics=[...], a list of names.")
def test_accuracy(model):
    """The model is compiled with accuracy among its metrics."""
    turned = np.random.default_rng(0).permutation(64)[:, None] < 24
    categorical = "a categorical accuracy asks which output is the largest, and there is only one output"
    expect.measures_accuracy(model, FEATURES[:64], turned, categorical=categorical)


@pytest.mark.check(points=1, needs=["test_accuracy"], hint="Can the optimizer change the weights?")
def test_learns(submission):
    """As you compiled it, the model learns: the loss falls in the first steps."""
    found = submission.create_model(2, 8)
    expect.learns(found, FEATURES, LABELS)


def _expect_layers(submission, nl, nn):
    """create_model(nl, nn) is a plain row of layers with the right numbers of units."""
    call = f"create_model({nl}, {nn})"
    found = submission.create_model(nl, nn)
    expect.that(
        nl > 0 or found is not None or not isinstance(submission.create_model(1, 8), keras.Model),
        expected=f"a model from {call}",
        found="None",
        likely="the return is inside the loop, which never runs when nl is 0",
    )
    expect.built(found, what=call)
    expect.equal(
        found.input_shape,
        (None, 2),
        what=f"the input shape of {call}",
        likely="two features come in: keras.Input(shape=(2,))",
    )
    units = _units(found)
    likely = _cause(nl, nn, units)
    if nl > 2 and units == [16, nn, 1]:
        likely = _cause_of_one_layer(submission)
    expect.equal(units, [16] + [nn] * nl + [1], what=f"the numbers of units of the layers of {call}", likely=likely)
    rows = [kernel.shape[0] for kernel in _kernels(found)]
    expect.equal(
        rows,
        [2, *units[:-1]],
        what=f"the numbers of inputs of the layers of {call}",
        likely="each layer reads what the layer before it answers, and nothing else",
    )


def _cause(nl, nn, units):
    hidden, first = [nn] * nl, [16]
    return expect.cause(
        (units == first + hidden, "the output is missing: end with a Dense layer of 1 unit"),
        (units == first + hidden + [2], "the output has 2 units; for a yes/no question one is enough"),
        (nl != nn and units == first + [nl] * nn + [1], "nl and nn are swapped: nl is the number of layers"),
        (units == first + [nn, 1] * nl, "the output layer is added inside the loop; it comes once, after the loop"),
        (units == [nn, *hidden, 1], "the first layer has 16 units, whatever nn is"),
        (units == [*hidden, 1], "the first layer, of 16 units, is missing"),
        (units == first + hidden + [nn, 1], "there is one layer too many: range(nl) runs nl times"),
        (
            nl > 0 and units == first + hidden[1:] + [1],
            "there is one layer too few: the first layer is not one of them, and range(1, nl) runs only nl - 1 times",
        ),
        (
            nl > 0 and len(units) == nl + 2 and units[1] != nn,
            f"the number of units is fixed at {units[1] if len(units) > 1 else 0}, instead of taken from nn",
        ),
        (len(units) != nl + 2, "the number of layers does not follow nl"),
        None,
    )


def _cause_of_one_layer(submission):
    """Why there is a single layer, however many are asked for."""
    without = submission.create_model(0, 5)
    if without is None:
        return "the return is inside the loop, so that the first turn is the last"
    if _units(without) == [16, 5, 1]:
        return "the number of layers is always the same; let the loop run nl times"
    return "each turn of the loop starts again from the first layer: go on from the layer before"


def _units(model):
    return [kernel.shape[1] for kernel in _kernels(model)]


def _kernels(model):
    return [weight for weight in model.get_weights() if weight.ndim == 2]
