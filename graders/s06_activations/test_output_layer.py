"""Grades s06_activations/output_layer: units and activation for each task."""

import keras
import numpy as np
import pytest

from keraskata import expect

TASKS = ["binary", "multi-class", "multi-label", "regression"]


@pytest.mark.check(points=1, hint="keras.layers.Dense(units, activation=...), and return in front of it.")
def test_layer(submission):
    """Each task gets a Dense layer."""
    for task in TASKS:
        found = submission.output_layer(task, 3)
        expect.kind(
            found,
            keras.layers.Dense,
            what=f'output_layer("{task}", 3)',
            likely=expect.cause(
                (
                    isinstance(found, str),
                    "this is the name of an activation; the layer is Dense(units, activation=that)",
                ),
                (isinstance(found, keras.Model), "this is a whole model; return its last layer alone"),
                (isinstance(found, keras.Layer), "this layer has no weights; Dense has both: units and an activation"),
                (isinstance(found, int), "this is a number of units; the layer is Dense(that, activation=...)"),
                "return keras.layers.Dense(...)",
            ),
        )
        _expect_alive(found, f'output_layer("{task}", 3)')
        expect.new_each_call(submission, "output_layer", task, 3, kind="layer")


@pytest.mark.check(points=2, needs=["test_layer"], hint="How many numbers answer the question: one, or one per class?")
def test_binary(submission):
    """A binary task has one sigmoid unit, whatever n_outputs says."""
    for n_outputs in (1, 2, 7):
        found = submission.output_layer("binary", n_outputs)
        expect.equal(
            found.units,
            1,
            what=f'the units of output_layer("binary", {n_outputs})',
            likely=expect.cause(
                (found.units == n_outputs, "one probability answers a yes/no question; the other is 1 minus that"),
                (found.units == 4, "the last layer has four units: it is still a hidden one"),
                "a yes/no question needs a single unit",
            ),
        )
        expect.sigmoid_output(_network(found), what='the activation for "binary"')


@pytest.mark.check(
    points=2, needs=["test_layer"], hint="Exactly one class is right: the probabilities share out a total of 1."
)
def test_multi_class(submission):
    """A multi-class task has one softmax unit per class."""
    for n_outputs in (2, 3, 12):
        activation = _of_units(submission, "multi-class", n_outputs, per="class")
        expect.equal(
            activation,
            "softmax",
            what='the activation for "multi-class"',
            likely=expect.cause(
                (activation == "sigmoid", "sigmoids do not sum to 1: several classes could be right at once"),
                (activation == "linear", "without an activation these are scores; softmax makes them probabilities"),
                (activation == "unknown", expect.CHANGED),
                "softmax makes probabilities that sum to 1",
            ),
        )


@pytest.mark.check(
    points=2, needs=["test_layer"], hint="May two labels hold at once? Then they cannot share a total of 1."
)
def test_multi_label(submission):
    """A multi-label task has one sigmoid unit per label."""
    for n_outputs in (3, 1, 12):
        activation = _of_units(submission, "multi-label", n_outputs, per="label")
        expect.equal(
            activation,
            "sigmoid",
            what='the activation for "multi-label"',
            likely=expect.cause(
                (activation == "softmax", "softmax makes the labels exclusive, since its answers sum to 1"),
                (activation == "linear", "without an activation these are scores; sigmoid makes each a probability"),
                (activation == "unknown", expect.CHANGED),
                "each label is a yes/no question: sigmoid",
            ),
        )


@pytest.mark.check(
    points=2, needs=["test_layer"], hint="Any number may come out. Which activations forbid some of them?"
)
def test_regression(submission):
    """A regression has one linear unit per number."""
    for n_outputs in (1, 2, 12):
        activation = _of_units(submission, "regression", n_outputs, per="number")
        expect.equal(
            activation,
            "linear",
            what='the activation for "regression"',
            likely=expect.cause(
                (activation == "relu", "relu can never answer below zero"),
                (activation == "sigmoid", "sigmoid can only answer between 0 and 1"),
                (activation == "softmax", "softmax makes probabilities, and these are numbers of any size"),
                (activation == "tanh", "tanh can only answer between -1 and 1"),
                (activation == "unknown", expect.CHANGED),
                "a number of any size and sign needs no activation",
            ),
        )


@pytest.mark.check(points=1, hint="Is the word one of the four? If not: raise ValueError(...)")
def test_unknown(submission):
    """Any other task raises a ValueError that names the four."""
    near = ("Binary", "multi_class", " regression", "multi-classes", "non-binary")
    for task in ("clustering", "multi", "", *near):
        expect.raises(
            ValueError,
            submission.output_layer,
            task,
            2,
            mentions=TASKS,
            likely=expect.cause(
                (
                    task in near,
                    f"{task!r} is none of the four: compare the words as they are, and as a whole, with ==",
                ),
                (' or "multi-' in submission.source, 'task == "a" or "b" is always true: write task in ("a", "b")'),
                "ask first whether task is one of the four; where it is not, raise ValueError(...) with all four names",
            ),
        )


def _of_units(submission, task, n_outputs, per):
    """The activation of the layer for `task`, after its units were found right."""
    found = submission.output_layer(task, n_outputs)
    expect.equal(
        found.units,
        n_outputs,
        what=f'the units of output_layer("{task}", {n_outputs})',
        likely=expect.cause(
            (found.units == 1, f"one unit cannot answer for all; it takes one per {per}"),
            (found.units == n_outputs - 1, f"one is missing: it takes one unit per {per}"),
            f"the units are fixed, instead of taken from n_outputs: one per {per}",
        ),
    )
    return _activation(found)


def _expect_alive(layer, call):
    """The layer begins with numbers as weights, and its constraint leaves them some freedom."""
    network = _network(layer)
    expect.finite(network, what=f"{call} gives a layer", likely="an initializer gives nan or infinity")
    fresh = network.layers[-1]
    expect.that(
        fresh.trainable,
        expected=f"{call} gives a layer that training can change",
        found="trainable=False",
        likely="a frozen layer keeps the weights that it drew by chance: leave trainable out",
    )
    constraint = fresh.kernel_constraint or (lambda weights: weights)
    held = keras.ops.convert_to_numpy(constraint(keras.ops.ones(fresh.kernel.shape)))
    expect.that(
        np.any(held),
        expected=f"{call} gives a layer whose answer depends on what it reads",
        found="weights that are held at zero",
        likely="its kernel_constraint makes every weight zero",
    )


def _activation(layer):
    """The activation by its behaviour."""
    return expect.output_activation(_network(layer))


def _network(layer):
    """A network of a layer of our own that is made alike."""
    return keras.Sequential([keras.Input((3,)), type(layer).from_config(layer.get_config())])
