"""Grades s09_tensors/first_layer: name, shapes and weights of any layer, compared with facts that are known by hand."""

from functools import cache
from itertools import chain
from typing import NamedTuple

import keras
import numpy as np
import pytest
from keras import layers

from keraskata import expect


class Facts(NamedTuple):
    """What describe_layer has to say of one layer."""

    name: str
    input_shape: tuple
    output_shape: tuple
    weights: list


_BOTH_WAYS = [(2, 3), (3, 3), (3,)] * 2
FACTS = {
    "table": [
        Facts("hidden", (None, 6), (None, 9), [(6, 9), (9,)]),
        Facts("drop", (None, 9), (None, 9), []),
        Facts("norm", (None, 9), (None, 9), [(9,), (9,), (9,), (9,)]),
        Facts("answer", (None, 9), (None, 3), [(9, 3), (3,)]),
    ],
    "image": [
        Facts("filters", (None, 8, 10, 1), (None, 6, 9, 4), [(3, 2, 1, 4), (4,)]),
        Facts("pool", (None, 6, 9, 4), (None, 3, 4, 4), []),
        Facts("flat", (None, 3, 4, 4), (None, 48), []),
        Facts("choice", (None, 48), (None, 2), [(48, 2)]),
    ],
    "rows": [
        Facts("each_row", (None, 4, 3), (None, 4, 2), [(3, 2), (2,)]),
        Facts("cells", (None, 4, 2), (None, 5), [(2, 3), (3, 3), (3,), (3, 5), (5, 5), (5,)]),
    ],
    "text": [
        Facts("words", (None, 7), (None, 7), []),
        Facts("meaning", (None, 7), (None, 7, 5), [(20, 5)]),
        Facts("memory", (None, 7, 5), (None, 3), [(5, 3), (3, 3), (3,)]),
        Facts("next_word", (None, 3), (None, 20), [(3, 20), (20,)]),
    ],
    "branches": [
        Facts("signal", (None, None, 2), (None, None, 2), []),
        Facts("gate_1", (None, None, 2), (None, 6), _BOTH_WAYS),
        Facts("mean_1", (None, None, 2), (None, 2), []),
        Facts("left", (None, 6), (None, 4), [(6, 4), (4,)]),
        Facts("right", (None, 2), (None, 1), [(2, 1), (1,)]),
    ],
}


@cache
def _table():
    return keras.Sequential(
        [
            keras.Input(shape=(6,)),
            layers.Dense(9, activation="relu", name="hidden"),
            layers.Dropout(0.5, name="drop"),
            layers.BatchNormalization(name="norm"),
            layers.Dense(3, name="answer"),
        ],
        name="table",
    )


@cache
def _image():
    return keras.Sequential(
        [
            keras.Input(shape=(8, 10, 1)),
            layers.Conv2D(4, (3, 2), name="filters"),
            layers.MaxPooling2D(2, name="pool"),
            layers.Flatten(name="flat"),
            layers.Dense(2, use_bias=False, name="choice"),
        ],
        name="image",
    )


@cache
def _rows():
    """Dense reads each row of a table here; of the two cells behind it, training leaves the first one alone."""
    cells = [layers.SimpleRNNCell(3, trainable=False), layers.SimpleRNNCell(5)]
    rows = [keras.Input((4, 3)), layers.Dense(2, name="each_row"), layers.RNN(cells, name="cells")]
    return keras.Sequential(rows, name="rows")


@cache
def _text():
    """A functional model; its last layer is not to be trained."""
    words = keras.Input(shape=(7,), name="words")
    memory = layers.SimpleRNN(3, name="memory")(layers.Embedding(20, 5, name="meaning")(words))
    return keras.Model(words, layers.Dense(20, trainable=False, name="next_word")(memory), name="text")


@cache
def _branches():
    """A functional model with two branches, which reads rows of any length; its layers are in an order of their own."""
    signal = keras.Input(shape=(None, 2), name="signal")
    gate = layers.Bidirectional(layers.SimpleRNN(3), name="gate_1")(signal)
    mean = layers.GlobalAveragePooling1D(name="mean_1")(signal)
    outputs = [layers.Dense(4, name="left")(gate), layers.Dense(1, name="right")(mean)]
    return keras.Model(signal, outputs, name="branches")


@cache
def _pair():
    """A functional model with two inputs of other shapes."""
    first, second = keras.Input(shape=(4,), name="first"), keras.Input(shape=(3, 2), name="second")
    return keras.Model([first, second], [layers.Dense(1)(first), layers.Dense(1)(second)], name="pair")


MODELS = {"table": _table, "image": _image, "rows": _rows, "text": _text, "branches": _branches, "pair": _pair}


@pytest.fixture(scope="module")
def describe(submission):
    """The answer for a layer of one of MODELS, asked for once."""
    return cache(lambda kind, index: submission.describe_layer(MODELS[kind](), index))


@pytest.mark.check(points=1, hint="A layer's own attributes are name, input, output and weights; tensors have a shape.")
def test_facts(describe):
    """A dictionary with the four facts comes back."""
    _expect_facts(describe("table", 0))


@pytest.mark.check(points=1, needs=["test_facts"], hint="Which layer of the list is it, and how is it called?")
def test_name(describe):
    """name is the name of the layer itself."""
    for index in (0, 3):
        _expect_name(describe("table", index), "table", index)


@pytest.mark.check(
    points=3, needs=["test_facts"], hint="layer.input and layer.output are symbolic tensors. What is their shape?"
)
def test_shapes(describe):
    """The shapes of what goes in and comes out are right, and leave the number of rows open."""
    for kind, index in (("table", 0), ("table", 3), ("image", 0), ("image", 2), ("rows", 0)):
        _expect_shapes(describe(kind, index), kind, index)


@pytest.mark.check(
    points=3, needs=["test_facts"], hint="layer.weights is a list, with two, four or no weights. Each has a shape."
)
def test_weights(describe):
    """The shape of each weight is there, in the order of the layer, and none for a layer without weights."""
    for kind, index in (("table", 0), ("table", 2), ("table", 1), ("image", 3), ("image", 2), ("rows", 1)):
        _expect_weights(describe(kind, index), kind, index)


@pytest.mark.check(points=1, needs=["test_facts"], hint="What does model.layers[-1] give, and what does your code?")
def test_negative(describe):
    """A negative index counts from the end, as in any list."""
    likely = "a negative index counts from the end: -1 is the last layer"
    for index in (-1, -4):
        _expect_all(describe("table", index), "table", index, likely)


@pytest.mark.check(points=2, needs=["test_facts"], hint="Print model.layers of a functional model and count.")
def test_functional(describe):
    """The layers of a functional model are described just as well, also one that training leaves alone."""
    for index in (1, 2, -1):
        _expect_all(describe("text", index), "text", index)
    names = [layer.name for layer in _branches().layers]
    for index, name in enumerate(facts.name for facts in FACTS["branches"]):
        _expect_all(describe("branches", names.index(name)), "branches", index)


@pytest.mark.check(
    points=1,
    needs=["test_facts"],
    hint="An InputLayer reads from no layer: its `input` is an empty list, and a list has no shape.",
)
def test_input_layer(describe):
    """The InputLayer of a functional model is a layer of its own, with no weights and one shape for in and out."""
    found = describe("text", 0)
    _expect_facts(found)
    _expect_name(found, "text", 0)
    expect.equal(
        [_tuple(found["input_shape"]), _tuple(found["output_shape"])],
        [(None, 7), (None, 7)],
        what="the input shape and the output shape of the InputLayer",
        likely="what comes out of it counts as what goes in, too",
    )
    _expect_weights(found, "text", 0)
    second = describe("pair", [layer.name for layer in _pair().layers].index("second"))
    expect.equal(
        [_tuple(second["input_shape"]), _tuple(second["output_shape"])],
        [(None, 3, 2), (None, 3, 2)],
        what="the two shapes of the second InputLayer of a model with two",
        likely="each InputLayer has a shape of its own: ask the layer, and not the model",
    )


def _expect_all(found, kind, index, likely=None):
    _expect_facts(found)
    _expect_name(found, kind, index, likely)
    _expect_shapes(found, kind, index)
    _expect_weights(found, kind, index)


def _expect_facts(found):
    expect.kind(
        found, dict, what="the answer of describe_layer", likely="put the four facts in a dictionary, under their names"
    )
    lacking = [key for key in Facts._fields if key not in found]
    expect.that(
        not lacking,
        expected=f"the keys {', '.join(Facts._fields)}",
        found=f"no {' and no '.join(lacking)} among the keys {', '.join(map(str, found))}",
        likely=expect.cause(
            (
                {"dtype", "trainable"} <= found.keys(),
                "get_config says how to make such a layer; the shapes are those of layer.input and layer.output",
            ),
            "the keys are spelt otherwise",
        ),
    )


def _expect_name(found, kind, index, likely=None):
    given, names = found["name"], [facts.name for facts in FACTS[kind]]
    name = given if isinstance(given, str) else ""
    expect.equal(
        given,
        names[index],
        what=f"the name of {_called(kind, index)}",
        likely=expect.cause(
            (likely and name in names, likely),
            (isinstance(given, keras.Layer), "this is the layer itself; its name is layer.name"),
            (not name, "the name is text"),
            (name == kind, "this is the name of the model"),
            (
                names[index].startswith(name),
                "the name is changed: leave it as it is, with what follows an underscore",
            ),
            (name not in names, "this is not its name; a class, such as Dense, can have many layers"),
            (
                kind == "text" and index == 1,
                "the InputLayer of a functional model is a layer of its own, at index 0",
            ),
            (name == names[0], "this is always the first layer: model.layers[0] in place of the index"),
            (kind == "text", "the InputLayer of a functional model is a layer of its own, at index 0"),
            "this is another layer: the Input of a Sequential model is not counted",
        ),
    )


def _expect_shapes(found, kind, index):
    wanted = FACTS[kind][index]
    given = _tuple(found["input_shape"]), _tuple(found["output_shape"])
    right = wanted.input_shape, wanted.output_shape
    whole = FACTS[kind][0].input_shape, FACTS[kind][-1].output_shape
    others = [(facts.input_shape, facts.output_shape) for facts in FACTS[kind]]
    for shape, sides, side in zip(given, zip(right, whole, strict=True), ("goes into", "comes out of"), strict=True):
        expected, of_the_model = sides
        expect.that(
            shape == expected,
            expected=f"what {side} {_called(kind, index)} has the shape {expected}",
            found=expect.number(shape),
            likely=expect.cause(
                (given == right[::-1], "what goes in and what comes out are swapped"),
                (
                    shape == expected[1:] or (isinstance(shape, tuple) and shape[1:] == expected[1:]),
                    "the number of rows comes first and is left open: None stands for it",
                ),
                (isinstance(shape, str), "this is text; a tuple is asked for"),
                (isinstance(shape, list), "this is a list; tuple(...) makes a tuple of it"),
                (_is(shape, "KerasTensor"), "this is the tensor itself, which is symbolic: no numbers, but a shape"),
                (given == whole or shape == of_the_model, "this is the shape of the whole model"),
                (
                    kind == "branches",
                    "a model may branch: what goes in is layer.input, what comes out layer.output, whichever layers "
                    "stand beside it in the list",
                ),
                (given in others, "this is another layer: the Input of a Sequential model is not counted"),
                (
                    isinstance(shape, tuple) and 0 < len(shape) < len(expected) and shape[-1] == expected[-1],
                    "all axes are asked for, also those between the rows and the last one",
                ),
                "the shape is that of layer.input and layer.output",
            ),
        )


def _expect_weights(found, kind, index):
    wanted, given = FACTS[kind][index], found["weights"]
    arrays = isinstance(given, (list, tuple)) and any(getattr(item, "dtype", None) == "float32" for item in given)
    listed = isinstance(given, list) and not arrays
    shapes = [_tuple(item) for item in given] if listed else []
    every_layer = [facts.weights for facts in FACTS[kind]]
    what = f"the shapes of the weights of {_called(kind, index)}"
    expect.that(
        listed and shapes == wanted.weights,
        expected=f"{what}: {wanted.weights or 'an empty list, since it has none'}",
        found="arrays of numbers" if arrays else expect.number(shapes if listed else given),
        likely=expect.cause(
            (arrays, "these are the weights themselves; their shapes are asked for"),
            (given is None, "a layer without weights gives an empty list"),
            (
                _numbers(given) or _numbers([given]),
                "this says how many numbers there are; the shape of each weight says how they are laid out",
            ),
            (shapes == [*chain(*every_layer)], "these are the weights of the whole model"),
            (
                not wanted.weights and shapes == [(2,)],
                "this is the state of the layer's random numbers, which is in `variables`; `weights` leaves it out",
            ),
            (
                not listed or any(isinstance(shape, list) for shape in shapes),
                "a list of tuples is asked for: one shape for each weight",
            ),
            (shapes == wanted.weights[:1], "this is only the first weight"),
            (
                (wanted.name == "next_word" and not shapes) or (wanted.name == "norm" and len(shapes) == 2),
                "these are only the weights that training changes; the layer keeps others, too",
            ),
            (
                not shapes,
                "this layer has weights, and whatever they are called, layer.weights has them: not every layer calls "
                "them kernel and bias",
            ),
            (sorted(map(str, shapes)) == sorted(map(str, wanted.weights)), "leave the order as it is in layer.weights"),
            (all(shape in wanted.weights for shape in shapes), "some are missing, though weights may be of one shape"),
            (shapes in every_layer, "this is another layer: the Input of a Sequential model is not counted"),
            "layer.weights has them all, in the right order",
        ),
    )


def _numbers(given):
    return isinstance(given, (list, tuple)) and bool(given) and all(isinstance(item, int) for item in given)


def _tuple(shape):
    """A tuple with plain numbers in it; anything else as it is."""
    if _is(shape, "TensorShape"):  # what weights on TensorFlow have for a shape equals a tuple
        shape = tuple(shape.as_list())
    return tuple(map(_plain, shape)) if isinstance(shape, tuple) else _plain(shape)


def _is(value, kind):
    """Return whether `value` stayed in the learner's process, and is of that kind."""
    return getattr(value, "kind", "") == kind


def _plain(value):
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def _called(kind, index):
    article = "the functional" if kind in ("text", "branches") else "a Sequential"
    return f"layer {index} ({FACTS[kind][index].name}) of {article} model"
