"""Grades s06_activations/output_layer: units and activation for each task."""

import re
from functools import partial

import keras
import numpy as np
import pytest

from keraskata import expect

BINARY, REGRESSION = expect.varied("binary"), expect.varied("regression")
TASKS = [BINARY, "multi-class", "multi-label", REGRESSION]
NEAR = (BINARY.capitalize(), "multi_class", f" {REGRESSION}", "multi-classes", f"non-{BINARY}")

LAYER = expect.diagnoses(
    name=(
        "this is the name of an activation; the layer is Dense(units, activation=that)",
        lambda seen: isinstance(seen.found, str),
    ),
    model=(
        "this is a whole model; return its last layer alone",
        lambda seen: isinstance(seen.found, keras.Model) and isinstance(seen.found.layers[-1], keras.layers.Dense),
    ),
    activated=(
        "this is a whole model, and its last layer is no Dense but {kind}: return one Dense, with its activation in it",
        lambda seen: {"kind": type(seen.found.layers[-1]).__name__} if isinstance(seen.found, keras.Model) else None,
    ),
    other=(
        "{kind} is another kind of layer; Dense has both: units and an activation",
        lambda seen: {"kind": type(seen.found).__name__} if isinstance(seen.found, keras.Layer) else None,
    ),
    units=(
        "this is a number of units; the layer is Dense(that, activation=...)",
        lambda seen: isinstance(seen.found, int),
    ),
    described=(
        "this describes a layer; keras.layers.Dense(...) makes one",
        lambda seen: isinstance(seen.found, dict),
    ),
    packed=(
        "the layer is inside {kind}; return the layer alone",
        lambda seen: isinstance(seen.found[0], keras.Layer) and {"kind": expect.type_name(seen.found)},
    ),
    otherwise="the answer is a layer, keras.layers.Dense(...)",
)
ALIVE = expect.diagnoses(
    no_numbers=(
        "an initializer gives nan or infinity",
        lambda seen: not all(np.isfinite(weights).all() for weights in seen.layer.get_weights()),
    ),
    whole=(
        "weights that are whole numbers cannot learn in small steps: leave dtype out",
        lambda seen: "float" not in seen.layer.compute_dtype,
    ),
    held=("its kernel_constraint makes every weight zero", lambda seen: not np.any(seen.held)),
    frozen=(
        "a frozen layer keeps the weights that it began with: leave trainable out",
        lambda seen: not seen.layer.trainable,
    ),
    otherwise="training changes the weights of a new layer",
)
ONE_UNIT = expect.diagnoses(
    outputs=(
        "one probability answers a yes/no question, whatever n_outputs says",
        lambda seen: seen.units == seen.n_outputs,
    ),
    other=(
        "there are {units} units; a yes/no question needs a single one",
        lambda seen: {"units": seen.units},
    ),
)
UNITS = expect.diagnoses(
    one=(
        "one unit cannot answer for all; it takes one per {per}",
        lambda seen: seen.units_of(3) == seen.units_of(12) == 1 and {"per": seen.per},
    ),
    missing=(
        "one unit is missing: it takes one per {per}",
        lambda seen: seen.units == seen.n_outputs - 1 and {"per": seen.per},
    ),
    fixed=(
        "there are {units} units whatever n_outputs is; it takes one per {per}",
        lambda seen: seen.units == seen.units_of(2) == seen.units_of(12) and {"units": seen.units, "per": seen.per},
    ),
    most=(
        "there are never more than {units} units; it takes one per {per}",
        lambda seen: seen.n_outputs > seen.units == seen.units_of(20) and {"units": seen.units, "per": seen.per},
    ),
    more=(
        "there is one unit too many: it takes one per {per}",
        lambda seen: seen.units == seen.n_outputs + 1 and {"per": seen.per},
    ),
    otherwise="the layer has as many units as n_outputs says",
)
CLASSES = expect.diagnoses(
    sigmoid=(
        "sigmoids do not sum to 1: several classes could be right at once",
        lambda seen: seen.activation == "sigmoid",
    ),
    scores=(
        "without an activation these are scores; softmax makes them probabilities",
        lambda seen: seen.activation == "linear",
    ),
    changed=(expect.CHANGED, lambda seen: seen.activation == "unknown" or " changed " in seen.activation),
    otherwise="softmax makes probabilities that sum to 1",
)
LABELS = expect.diagnoses(
    softmax=(
        "softmax makes the labels exclusive, since its answers sum to 1",
        lambda seen: seen.activation == "softmax",
    ),
    scores=(
        "without an activation these are scores; sigmoid makes each a probability",
        lambda seen: seen.activation == "linear",
    ),
    changed=(expect.CHANGED, lambda seen: seen.activation == "unknown" or " changed " in seen.activation),
    otherwise="each label is a yes/no question: sigmoid",
)
NUMBERS = expect.diagnoses(
    relu=("relu can never answer below zero", lambda seen: seen.activation == "relu"),
    sigmoid=("sigmoid can only answer between 0 and 1", lambda seen: seen.activation == "sigmoid"),
    softmax=(
        "softmax makes probabilities, and these are numbers of any size",
        lambda seen: seen.activation == "softmax",
    ),
    tanh=("tanh can only answer between -1 and 1", lambda seen: seen.activation == "tanh"),
    changed=(expect.CHANGED, lambda seen: seen.activation == "unknown" or " changed " in seen.activation),
    other=(
        "{activation} bends the numbers; they need no activation",
        lambda seen: {"activation": seen.activation},
    ),
)
OTHER_WORDS = expect.diagnoses(
    pieces=(
        '`in` finds each piece of a text in it, and ("a") is a text: write task == "a", or ("a",) with the comma',
        lambda seen: seen.task == "" and re.search(r"""\bin\s+\(?\s*["'][\w-]+["']\s*[):]""", seen.source),
    ),
    near=(
        "{task!r} is none of the four: compare the words as they are, and as a whole, with ==",
        lambda seen: {"task": seen.task} if seen.task in NEAR and not seen.refused() else None,
    ),
    piece=(
        "{task!r} is only a piece of a name: compare whole words, with ==; where the names are one text, `in` finds "
        "each piece of it",
        lambda seen: {"task": seen.task} if seen.task == "multi" and not seen.refused() else None,
    ),
    always=(
        'task == "a" or "b" is always true: write task in ("a", "b")',
        lambda seen: re.search(r"""==\s*(["'])[\w-]+\1\s+or\s+["'][\w-]+["']\s*:""", seen.source),
    ),
    no_raise=(
        "no line raises a ValueError: ask first whether task is one of the four",
        lambda seen: not re.search(r"^\s*raise\b", seen.source, re.M),
    ),
    kind=(
        "the code raises {kind}; asked for is ValueError",
        lambda seen: _other_error(seen.source),
    ),
    message=('the message "{text}" does not name all four', lambda seen: _short_message(seen.source)),
    otherwise="where task is none of the four, raise ValueError(...) with all four names in its message",
)


@pytest.mark.check(points=1, hint="keras.layers.Dense(units, activation=...), and return in front of it.")
def test_layer(submission):
    """Each task gets a Dense layer."""
    for task in TASKS:
        found = submission.output_layer(task, 3)
        expect.kind(
            found,
            keras.layers.Dense,
            what=f'output_layer("{task}", 3)',
            likely=LAYER.of(found=found),
        )
        _expect_alive(found, f'output_layer("{task}", 3)')
        expect.new_each_call(submission, "output_layer", task, 3, kind="layer")


@pytest.mark.check(points=2, needs=["test_layer"], hint="How many numbers answer the question: one, or one per class?")
def test_binary(submission):
    """A {binary} task has one sigmoid unit, whatever n_outputs says."""
    for n_outputs in (1, 2, 7):
        found = submission.output_layer(BINARY, n_outputs)
        expect.equal(
            found.units,
            1,
            what=f'the units of output_layer("{BINARY}", {n_outputs})',
            likely=ONE_UNIT.of(units=found.units, n_outputs=n_outputs),
        )
        expect.sigmoid_output(_network(found), what=f'the activation for "{BINARY}"')


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
            likely=CLASSES.of(activation=activation),
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
            likely=LABELS.of(activation=activation),
        )


@pytest.mark.check(
    points=2, needs=["test_layer"], hint="Any number may come out. Which activations forbid some of them?"
)
def test_regression(submission):
    """For "{regression}" there is one linear unit per number."""
    for n_outputs in (1, 2, 12):
        activation = _of_units(submission, REGRESSION, n_outputs, per="number")
        expect.equal(
            activation,
            "linear",
            what=f'the activation for "{REGRESSION}"',
            likely=NUMBERS.of(activation=activation),
        )


@pytest.mark.check(points=1, hint="Is the word one of the four? If not: raise ValueError(...)")
def test_unknown(submission):
    """Any other task raises a ValueError that names the four."""
    for task in ("clustering", "multi", "", *NEAR):
        expect.raises(
            ValueError,
            submission.output_layer,
            task,
            2,
            mentions=TASKS,
            likely=OTHER_WORDS.of(task=task, source=submission.source, refused=partial(_refused, submission, task)),
        )


def _of_units(submission, task, n_outputs, per):
    """The activation of the layer for `task`, after its units were found right."""
    found = submission.output_layer(task, n_outputs)
    expect.equal(
        found.units,
        n_outputs,
        what=f'the units of output_layer("{task}", {n_outputs})',
        likely=UNITS.of(
            units=found.units,
            n_outputs=n_outputs,
            per=per,
            units_of=lambda n: submission.output_layer(task, n).units,
        ),
    )
    return _activation(found)


def _refused(submission, task):
    """Whether a ValueError comes for this word, whatever its message is."""
    try:
        expect.raises(ValueError, submission.output_layer, task, 2)
    except Exception:
        return False
    return True


def _other_error(source):
    """Return what the code raises, as a value for words, if it is never a ValueError."""
    raised = re.findall(r"^\s*raise (\w+)", source, re.M)
    return {"kind": raised[0]} if raised and "ValueError" not in raised else None


def _short_message(source):
    """Return the message of the code's ValueError, as a value for words, if it is a text without the four names."""
    text = re.search(r"""raise ValueError\((["'])([^{}]*?)\1\)""", source)[2]
    return None if all(task in text for task in TASKS) else {"text": text}


def _expect_alive(layer, call):
    """The layer begins with numbers as weights, and its constraint leaves them some freedom."""
    expect.that(
        "float" in layer.compute_dtype,
        expected=f"{call} gives a layer that computes with decimals",
        found=f"one of dtype {layer.compute_dtype}",
        likely=ALIVE.of(layer=layer),
    )
    network = _network(layer)
    expect.finite(network, what=f"{call} gives a layer", likely=ALIVE.of(layer=network.layers[-1]))
    fresh = network.layers[-1]
    expect.that(
        fresh.trainable,
        expected=f"{call} gives a layer that training can change",
        found="trainable=False",
        likely=ALIVE.of(layer=fresh),
    )
    constraint = fresh.kernel_constraint or (lambda weights: weights)
    held = keras.ops.convert_to_numpy(constraint(keras.ops.ones(fresh.kernel.shape)))
    expect.that(
        np.any(held),
        expected=f"{call} gives a layer whose answer depends on what it reads",
        found="weights that are held at zero",
        likely=ALIVE.of(layer=fresh, held=held),
    )


def _activation(layer):
    """The activation by its behaviour."""
    return expect.output_activation(_network(layer))


def _network(layer):
    """A network of a layer of our own that is made alike."""
    return keras.Sequential([keras.Input((3,)), type(layer).from_config(layer.get_config())])
