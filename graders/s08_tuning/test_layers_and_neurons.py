"""Grades s08_tuning/layers_and_neurons: a network whose depth and width are arguments."""

import re

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

FEATURES, LABELS = load.circles()[0]
FIRST = expect.varied("first_units")

NOTHING = expect.diagnoses(
    inside=(
        "the return is inside the loop, which never runs when nl is 0",
        lambda seen: seen.nl == 0 and seen.of(1, 8),
    ),
)
INPUT = expect.diagnoses(
    width=(
        "a row has {numbers} numbers here, and two features come in: keras.Input(shape=(2,))",
        lambda seen: {"numbers": seen.shape[1]} if len(seen.shape) == 2 else None,
    ),
    otherwise="two features come in: keras.Input(shape=(2,))",
)
# `of(nl, nn)` has the units for other numbers: one model alone can have come about in many ways.
UNITS = expect.diagnoses(
    no_output=(
        "the output is missing: end with a Dense layer of 1 unit",
        lambda seen: seen.of(2, 5) == [FIRST, 5, 5],
    ),
    two=(
        "the output has 2 units; for a yes/no question one is enough",
        lambda seen: seen.of(2, 5) == [FIRST, 5, 5, 2],
    ),
    swapped=(
        "nl and nn are swapped: nl is the number of layers",
        lambda seen: seen.of(2, 5) == [FIRST, 2, 2, 2, 2, 2, 1],
    ),
    output_inside=(
        "the output layer is added inside the loop; it comes once, after the loop",
        lambda seen: seen.of(2, 5) == [FIRST, 5, 1, 5, 1],
    ),
    first_is_nn=(
        f"the first layer has {FIRST} units, whatever nn is",
        lambda seen: seen.of(2, 5) == [5, 5, 5, 1] and seen.of(1, 7) == [7, 7, 1],
    ),
    first_missing=(f"the first layer, of {FIRST} units, is missing", lambda seen: seen.of(2, 5) == [5, 5, 1]),
    too_many=(
        "there is one layer too many: range(nl) runs nl times",
        lambda seen: seen.of(2, 5) == [FIRST, 5, 5, 5, 1] and seen.of(1, 5) == [FIRST, 5, 5, 1],
    ),
    too_few=(
        "there is one layer too few: the first layer is not one of the nl, for which a loop runs nl times",
        lambda seen: seen.of(2, 5) == [FIRST, 5, 1] and seen.of(3, 5) == [FIRST, 5, 5, 1],
    ),
    return_inside=(
        "the return is inside the loop, so that the first turn is the last",
        lambda seen: seen.of(3, 5) == [FIRST, 5, 1] and seen.of(0, 5) is None,
    ),
    shared=(
        "one and the same Dense layer is called {times} times, and so counts once: make a new one in each turn of the "
        "loop",
        lambda seen: _called_often(seen.model),
    ),
    fixed_depth=(
        "the number of layers is always the same; let the loop run nl times",
        lambda seen: len(seen.of(0, 5)) == len(seen.of(1, 5)) == len(seen.of(4, 5)),
    ),
    from_first=(
        "each turn of the loop starts again from the first layer: go on from the layer before",
        lambda seen: (
            seen.of(0, 5) == [FIRST, 1]
            and seen.of(4, 5) == [FIRST, 5, 1]
            and re.search(r"\bin range\(|\bwhile\b", seen.source)
        ),
    ),
    fixed_width=(
        "the number of units is fixed at {units}, instead of taken from nn",
        lambda seen: {"units": five[1]} if len(five := seen.of(2, 5)) == 4 and five == seen.of(2, 7) else None,
    ),
    uneven=(
        "the layers in the middle have different numbers of units; each of them has nn",
        lambda seen: len(seen.units) == seen.nl + 2 and len(set(seen.units[1:-1])) > 1,
    ),
    capped=(
        "where nn is {nn}, the layers have {units} units: take nn as it is",
        lambda seen: (
            {"nn": seen.nn, "units": seen.units[1]}
            if seen.of(2, 5) == [FIRST, 5, 5, 1] and seen.units == [FIRST, *[seen.units[1]] * seen.nl, 1]
            else None
        ),
    ),
    bounded=(
        "where nl is {nl}, the number of layers of nn units is {layers}: take nl as it is",
        lambda seen: (
            {"nl": seen.nl, "layers": len(seen.units) - 2}
            if seen.of(2, 5) == [FIRST, 5, 5, 1] and seen.units == [FIRST, *[seen.nn] * (len(seen.units) - 2), 1]
            else None
        ),
    ),
    otherwise=f"first come {FIRST} units, then nl layers of nn units, then a single unit",
)
READ = expect.diagnoses(otherwise="each layer reads what the layer before it answers, and nothing else")
BESIDE = expect.diagnoses(
    kind=(
        "{kind} has weights of its own: only layers without weights, such as Dropout, may stand between the Dense ones",
        lambda seen: {"kind": seen.others[0]} if seen.others else None,
    ),
    otherwise="each layer has a kernel, and a bias at most: nothing else in the model has weights",
)
DEFAULTS = expect.diagnoses(
    nn=(
        "without arguments there is a layer of {nn} units: the default of the task is nn=256",
        lambda seen: {"nn": seen.units[1]} if len(seen.units) == 3 and seen.units[::2] == [FIRST, 1] else None,
    ),
    nl=(
        "without arguments there are {nl} layers of 256 units: the default of the task is nl=1",
        lambda seen: {"nl": len(seen.units) - 2} if set(seen.units[1:-1]) <= {256} else None,
    ),
    otherwise="the defaults of the task are nl=1, nn=256",
)
RELU = expect.diagnoses(
    add=(
        "an activation that is given to add() is ignored in silence: it belongs into the brackets of Dense",
        lambda seen: "linear" in seen.found and re.search(r"add\(.*\),\s*(activation=)?[\"']relu", seen.source),
    ),
    linear=(
        'a linear layer adds nothing to the one after it; give each layer activation="relu"',
        lambda seen: "linear" in seen.found,
    ),
    other=(
        'another activation was chosen for some layer, {names}; relu is written activation="relu"',
        lambda seen: {"names": ", ".join(sorted(set(seen.found) - {"relu"}))} if len(seen.found) == 5 else None,
    ),
    otherwise="each of the five layers has relu, and nothing else",
)


@pytest.fixture(scope="module")
def model(submission):
    return submission.create_model(4, 8)


@pytest.mark.check(points=3, hint="Print model.summary(): which layers are there for nl=2, and how wide are they?")
def test_layers(submission):
    """A first layer of {first_units} units, `nl` layers of `nn` units, and one output unit."""
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
    units = _units(found)
    what = "the numbers of units of create_model()"
    expect.equal(units, [FIRST, 256, 1], what=what, likely=DEFAULTS.of(units=units))


@pytest.mark.check(points=2, needs=["test_layers"], hint="Does each Dense layer have an activation of its own?")
def test_relu(submission, model):
    """All layers before the output use relu."""
    found = expect.hidden_activations(model)
    expect.equal(
        found,
        ["relu"] * 5,
        what="the activations of the five layers before the output, for nl=4",
        likely=RELU.of(found=found, source=submission.source),
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

    def of(nl, nn):
        return None if (model := submission.create_model(nl, nn)) is None else _units(model)

    call = f"create_model({nl}, {nn})"
    found = submission.create_model(nl, nn)
    expect.that(
        nl > 0 or found is not None or not isinstance(submission.create_model(1, 8), keras.Model),
        expected=f"a model from {call}",
        found="None",
        likely=NOTHING.of(nl=nl, of=of),
    )
    expect.built(found, what=call)
    expect.equal(
        found.input_shape,
        (None, 2),
        what=f"the input shape of {call}",
        likely=INPUT.of(shape=found.input_shape),
    )
    units = _units(found)
    likely = UNITS.of(nl=nl, nn=nn, units=units, of=of, model=found, source=submission.source)
    expect.equal(units, [FIRST] + [nn] * nl + [1], what=f"the numbers of units of the layers of {call}", likely=likely)
    rows = [kernel.shape[0] for kernel in _kernels(found)]
    expect.equal(
        rows,
        [2, *units[:-1]],
        what=f"the numbers of inputs of the layers of {call}",
        likely=READ.of(),
    )
    others = [type(layer).__name__ for layer in found.layers if _has_only_more(layer)]
    vectors = [weight.shape for weight in found.get_weights() if weight.ndim != 2]
    expect.that(
        not others and len(vectors) <= len(units),
        expected=f"weights in the Dense layers of {call} only: a kernel each, and a bias at most",
        found=f"weights of {', '.join(others)}" if others else f"{len(units)} kernels and {len(vectors)} other weights",
        likely=BESIDE.of(others=others),
    )
    expect.row_by_row(found, what=call)


def _has_only_more(layer):
    """Whether a layer of Keras has weights, and no kernel; in a copy, a weight of one's own may stand alone."""
    return type(layer).__module__.startswith("keras.") and layer.weights and not _kernels(layer)


def _called_often(model):
    """How often a Dense layer is called, for the words, where one is called more than once."""
    called = [layer["inbound_nodes"] for layer in model.get_config()["layers"] if layer["class_name"] == "Dense"]
    return next(({"times": len(nodes)} for nodes in called if len(nodes) > 1), None)


def _units(model):
    return [kernel.shape[1] for kernel in _kernels(model)]


def _kernels(model):
    return [weight for weight in model.get_weights() if weight.ndim == 2]
