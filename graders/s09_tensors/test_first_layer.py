"""Grades s09_tensors/first_layer: name, shapes and weights of any layer, compared with facts that are known by hand."""

import math
from functools import cache
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


OUT, WEIGHTS_KEY = expect.varied("output_shape"), expect.varied("weights")
ASKED = ("name", "input_shape", OUT, WEIGHTS_KEY)
_BOTH_WAYS = [(2, 3), (3, 3), (3,)] * 2
FACTS = {
    "table": [
        Facts("hidden", (None, 6), (None, 9), [(6, 9), (9,)]),
        Facts("drop", (None, 9), (None, 9), []),
        Facts("norm", (None, 9), (None, 9), [(9,), (9,), (9,), (9,)]),
        Facts("answer", (None, 9), (None, 3), [(9, 3), (3,)]),
    ],
    "namesake": [
        Facts("hidden", (None, 4), (None, 7), [(4, 7)]),
        Facts("drop", (None, 7), (None, 7), []),
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
    "open": [
        Facts("scan", (None, None, 8, 1), (None, None, 6, 4), [(3, 3, 1, 4), (4,)]),
        Facts("lines", (None, None, 6, 4), (None, None, 4), []),
        Facts("steps", (None, None, 4), (None, None, 3), [(4, 3), (3, 3), (3,)]),
        Facts("each_step", (None, None, 3), (None, None, 2), [(3, 2), (2,)]),
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
def _namesake():
    """Another model with the name of the table's, and with names of its layers, at the same places."""
    hidden = layers.Dense(7, use_bias=False, name="hidden")
    return keras.Sequential([keras.Input(shape=(4,)), hidden, layers.Dropout(0.5, name="drop")], name="table")


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
def _open():
    """A Sequential model for images of any height, which stays open to the end."""
    return keras.Sequential(
        [
            keras.Input((None, 8, 1)),
            layers.Conv2D(4, 3, name="scan"),
            layers.TimeDistributed(layers.GlobalMaxPooling1D(), name="lines"),
            layers.SimpleRNN(3, return_sequences=True, name="steps"),
            layers.Dense(2, name="each_step"),
        ],
        name="open",
    )


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


MODELS = {
    "table": _table,
    "namesake": _namesake,
    "image": _image,
    "rows": _rows,
    "open": _open,
    "text": _text,
    "branches": _branches,
    "pair": _pair,
}

_KEPT = "this is what was right for another model, with layers of the same names: keep no answers between calls"
_LIST = "this is a list; tuple(...) makes a tuple of it"
DICTIONARY = expect.diagnoses(
    values=(
        "these are values without their names: put the four facts in a dictionary",
        lambda seen: isinstance(seen.found, (tuple, list)),
    ),
    otherwise="put the four facts in a dictionary, under their names",
)
KEYS = expect.diagnoses(
    config=(
        "get_config says how to make such a layer; the shapes are those of layer.input and layer.output",
        lambda seen: {"dtype", "trainable"} <= seen.found.keys(),
    ),
    spelling=("the keys have other names than the task's", lambda seen: len(seen.found) == 4),
    otherwise="each of the four facts has a key of its own",
)
NAME = expect.diagnoses(
    layer=("this is the layer itself; its name is layer.name", lambda seen: isinstance(seen.given, keras.Layer)),
    model=("this is the name of the model", lambda seen: seen.given == seen.model.name),
    kind=(
        "this is the class of the layer, and many layers can have one class; the name is the layer's own",
        lambda seen: seen.given == type(seen.layer).__name__,
    ),
    changed=(
        "the name is changed: leave it as it is, with what follows an underscore",
        lambda seen: seen.given and (seen.right.startswith(seen.given) or seen.right == seen.given.lower()),
    ),
    first=(
        "this is always the first layer: model.layers[0] in place of the index",
        lambda seen: {seen.name_of("table", index) for index in (0, 2, 3)} == {"hidden"},
    ),
    counted=(
        "this is the layer before: keras.Input is not counted in a Sequential model, and index 0 is the layer after it",
        lambda seen: [seen.name_of("table", index) for index in (1, 2, 3)] == ["hidden", "drop", "norm"],
    ),
    skipped=(
        "this is another layer: the InputLayer of a functional model counts, too, at index 0",
        lambda seen: (seen.name_of("text", 1), seen.name_of("table", 1)) == ("memory", "drop"),
    ),
    negative=(
        "a negative index counts from the end: -1 is the last layer",
        lambda seen: (
            seen.index < 0
            and seen.given in [layer.name for layer in seen.model.layers]
            and [seen.name_of("table", index) for index in (0, 3)] == ["hidden", "answer"]
        ),
    ),
    otherwise="the name is that of the layer at this place in model.layers",
)
SHAPE = expect.diagnoses(
    kept=(
        _KEPT,
        lambda seen: (
            seen.model is _namesake()
            and seen.both == (seen.facts_of_table.input_shape, seen.facts_of_table.output_shape)
        ),
    ),
    swapped=("what goes in and what comes out are swapped", lambda seen: seen.both == seen.right[::-1]),
    rows=(
        "the number of rows comes first and is left open: None stands for it",
        lambda seen: isinstance(seen.shape, tuple) and seen.expected[1:] in (seen.shape, seen.shape[1:]),
    ),
    text=("this is text; a tuple is asked for", lambda seen: isinstance(seen.shape, str)),
    list=(_LIST, lambda seen: isinstance(seen.shape, list)),
    tensor=(
        "this is the tensor itself, which is symbolic: no numbers, but a shape",
        lambda seen: _is(seen.shape, "KerasTensor"),
    ),
    whole=(
        "this is the shape of the whole model",
        lambda seen: seen.both == (seen.model.input_shape, seen.model.output_shape),
    ),
    open=(
        "a length that is not known, None, stays None: it is the model's rows that may be of any length",
        lambda seen: (
            len(seen.shape) == len(seen.expected)
            and all(given == wanted or wanted is None for given, wanted in zip(seen.shape, seen.expected, strict=True))
        ),
    ),
    axes=(
        "all axes are asked for, also those between the rows and the last one",
        lambda seen: (
            isinstance(seen.shape, tuple)
            and 0 < len(seen.shape) < len(seen.expected)
            and seen.shape[-1] == seen.expected[-1]
        ),
    ),
    reads_nothing=(
        "an InputLayer reads from no layer: what comes out of it counts as what goes in, too",
        lambda seen: isinstance(seen.layer, layers.InputLayer) and not seen.both[0],
    ),
    beside=(
        "a model may branch: what goes in is layer.input, what comes out layer.output, whichever layers stand beside "
        "it in the list",
        lambda seen: seen.shape in seen.beside,
    ),
    kernel=(
        "these are lengths of the layer's first weight, {weight}, which does not say what goes in: ask layer.input",
        lambda seen: _begins_the_kernel(seen.shape, seen.layer) if seen.side == "goes into" else None,
    ),
    otherwise="the shapes are those of layer.input and layer.output",
)
WEIGHTS = expect.diagnoses(
    of_namesake=(
        _KEPT,
        lambda seen: seen.model is _namesake() and seen.shapes == [(6, 9), (9,)],
    ),
    arrays=("these are the weights themselves; their shapes are asked for", lambda seen: seen.arrays),
    none=("a layer without weights gives an empty list", lambda seen: seen.given is None and not seen.layer.weights),
    numbers=(
        "this says how many numbers there are; the shape of each weight says how they are laid out",
        lambda seen: seen.given in (_sizes(seen.layer), sum(_sizes(seen.layer))),
    ),
    no_list=(
        "this is {kind}; a list of the shapes alone is asked for",
        lambda seen: None if isinstance(seen.given, list) else {"kind": expect.type_name(seen.given)},
    ),
    model=("these are the weights of the whole model", lambda seen: seen.shapes == _shapes(seen.model.weights)),
    variables=(
        "this is the state of the layer's random numbers, which is in `variables`; `weights` leaves it out",
        lambda seen: seen.shapes == _shapes(seen.layer.variables),
    ),
    lists=(
        "a list of tuples is asked for: tuple(...) makes a tuple of each shape",
        lambda seen: any(isinstance(shape, list) for shape in seen.shapes),
    ),
    trainable=(
        "these are only the weights that training changes; the layer keeps others, too",
        lambda seen: seen.shapes == _shapes(seen.layer.trainable_weights) and seen.shapes_of("text", 3) == [],
    ),
    kept=(
        "these begin with the shapes of an earlier call: a list is kept between calls, as a default value such as "
        "found=[] is",
        # The layer "choice" of another model has one weight, of another shape.
        lambda seen: seen.shapes and seen.shapes_of("image", 3)[:2] == seen.shapes[:2] == [(6, 9), (9,)],
    ),
    names=(
        "this layer has weights, and whatever they are called, layer.weights has them: not every layer calls them "
        "kernel and bias",
        lambda seen: seen.given == [] and seen.shapes_of("table", 0) == [(6, 9), (9,)],
    ),
    once=(
        "some are missing: weights may be of one shape, and each of them counts",
        lambda seen: (
            seen.shapes == list(dict.fromkeys(_shapes(seen.layer.weights)))
            and seen.shapes_of("table", 0) == [(6, 9), (9,)]
        ),
    ),
    first=(
        "these are only the first of the weights: this layer has {count}",
        lambda seen: (
            {"count": len(seen.layer.weights)}
            if seen.shapes and seen.shapes == _shapes(seen.layer.weights)[: len(seen.shapes)]
            else None
        ),
    ),
    order=(
        "leave the order as it is in layer.weights",
        lambda seen: sorted(seen.shapes) == sorted(_shapes(seen.layer.weights)),
    ),
    otherwise="layer.weights has them all, in the right order",
)
INPUT_LAYER = expect.diagnoses(
    nothing=(
        "what comes out of it counts as what goes in, too",
        lambda seen: not seen.both[0] and seen.both[1] == seen.right,
    ),
    other=(
        "this is the shape of another InputLayer: each has one of its own, so ask the layer itself",
        lambda seen: seen.both[0] == (None, 4) != seen.right,
    ),
    list=(_LIST, lambda seen: isinstance(seen.both[0], list)),
    rows=(
        "the number of rows comes first and is left open: None stands for it",
        lambda seen: seen.both == (seen.right[1:], seen.right[1:]),
    ),
    otherwise="what comes out of an InputLayer counts as what goes in, too",
)


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
        _expect_name(describe, "table", index)


@pytest.mark.check(
    points=3, needs=["test_facts"], hint="layer.input and layer.output are symbolic tensors. What is their shape?"
)
def test_shapes(describe):
    """The shapes of what goes in and comes out are right, and leave the number of rows open."""
    places = [("table", 0), ("table", 3), ("image", 0), ("image", 2), ("rows", 0), ("namesake", 0)]
    for kind, index in places:
        _expect_shapes(describe, kind, index)
    for index in range(4):
        _expect_shapes(describe, "open", index)


@pytest.mark.check(
    points=3,
    needs=["test_facts"],
    hint="layer.weights is a list of all weights of the layer, however many there are. Each has a shape.",
)
def test_weights(describe):
    """The shape of each weight is there, in the order of the layer, and none for a layer without weights."""
    places = [("table", 0), ("table", 2), ("table", 1), ("image", 3), ("image", 2), ("rows", 1), ("namesake", 0)]
    for kind, index in places:
        _expect_weights(describe, kind, index)


@pytest.mark.check(points=1, needs=["test_facts"], hint="What does model.layers[-1] give, and what does your code?")
def test_negative(describe):
    """A negative index counts from the end, as in any list."""
    for index in (-1, -4):
        _expect_all(describe, "table", index)


@pytest.mark.check(points=2, needs=["test_facts"], hint="Print model.layers of a functional model and count.")
def test_functional(describe):
    """The layers of a functional model are described just as well, also one that training leaves alone."""
    for index in (1, 2, -1):
        _expect_all(describe, "text", index)
    names = [layer.name for layer in _branches().layers]
    for name in (facts.name for facts in FACTS["branches"]):
        _expect_all(describe, "branches", names.index(name))


@pytest.mark.check(
    points=1,
    needs=["test_facts"],
    hint="An InputLayer reads from no layer: its `input` is an empty list, and a list has no shape.",
)
def test_input_layer(describe):
    """The InputLayer of a functional model is a layer of its own, with no weights and one shape for in and out."""
    found = describe("text", 0)
    _expect_facts(found)
    _expect_name(describe, "text", 0)
    both = _both(found)
    expect.equal(
        list(both),
        [(None, 7), (None, 7)],
        what="the input shape and the output shape of the InputLayer",
        likely=INPUT_LAYER.of(both=both, right=(None, 7)),
    )
    _expect_weights(describe, "text", 0)
    both = _both(describe("pair", [layer.name for layer in _pair().layers].index("second")))
    expect.equal(
        list(both),
        [(None, 3, 2), (None, 3, 2)],
        what="the two shapes of the second InputLayer of a model with two",
        likely=INPUT_LAYER.of(both=both, right=(None, 3, 2)),
    )


def _expect_all(describe, kind, index):
    _expect_facts(describe(kind, index))
    _expect_name(describe, kind, index)
    _expect_shapes(describe, kind, index)
    _expect_weights(describe, kind, index)


def _expect_facts(found):
    expect.kind(found, dict, what="the answer of describe_layer", likely=DICTIONARY.of(found=found))
    lacking = [key for key in ASKED if key not in found]
    expect.that(
        not lacking,
        expected=f"the keys {', '.join(ASKED)}",
        found=f"no {' and no '.join(lacking)} among the keys {', '.join(map(str, found))}",
        likely=KEYS.of(found=found),
    )


def _expect_name(describe, kind, index):
    given, right = describe(kind, index)["name"], FACTS[kind][index].name
    expect.equal(
        given, right, what=f"the name of {_called(kind, index)}", likely=_cause_of_name(describe, kind, index, given)
    )


def _expect_shapes(describe, kind, index):
    wanted, found = FACTS[kind][index], describe(kind, index)
    both, right = _both(found), (wanted.input_shape, wanted.output_shape)
    for shape, expected, side in zip(both, right, ("goes into", "comes out of"), strict=True):
        likely = SHAPE.of(
            shape=shape,
            expected=expected,
            both=both,
            right=right,
            model=MODELS[kind](),
            layer=MODELS[kind]().layers[index],
            side=side,
            facts_of_table=FACTS["table"][index] if kind == "namesake" else None,
            beside=_beside(kind, index, side),
        )
        expect.that(
            shape == expected,
            expected=f"what {side} {_called(kind, index)} has the shape {expected}",
            found=expect.number(shape),
            likely=_cause_of_name(describe, kind, index, found["name"], else_=likely),
        )


def _expect_weights(describe, kind, index):
    wanted, found = FACTS[kind][index], describe(kind, index)
    given = found[WEIGHTS_KEY]
    arrays = isinstance(given, (list, tuple)) and any(getattr(item, "dtype", None) == "float32" for item in given)
    listed = isinstance(given, list) and not arrays
    shapes = [_tuple(item) for item in given] if listed else []
    likely = WEIGHTS.of(
        given=given,
        arrays=arrays,
        shapes=shapes,
        layer=MODELS[kind]().layers[index],
        model=MODELS[kind](),
        shapes_of=lambda kind, index: [_tuple(item) for item in describe(kind, index)[WEIGHTS_KEY]],
    )
    what = f"the shapes of the weights of {_called(kind, index)}"
    expect.that(
        listed and shapes == wanted.weights,
        expected=f"{what}: {wanted.weights or 'an empty list, since it has none'}",
        found="arrays of numbers" if arrays else expect.number(shapes if listed else given),
        likely=_cause_of_name(describe, kind, index, found["name"], else_=likely),
    )


def _cause_of_name(describe, kind, index, given, else_=None):
    """Why another layer is described; `else_` is the cause where the name says that it is the right one."""
    model = MODELS[kind]()
    names = [layer.name for layer in model.layers if layer.name != FACTS[kind][index].name]
    if else_ and not (isinstance(given, str) and given in names):
        return else_
    return NAME.of(
        given=given,
        right=FACTS[kind][index].name,
        index=index,
        model=model,
        layer=model.layers[index],
        name_of=lambda kind, index: describe(kind, index)["name"],
    )


def _beside(kind, index, side):
    """What comes out of the layer before in the list, or goes into the one after; empty at either end of the list."""
    listed = MODELS[kind]().layers
    place = index % len(listed) + (-1 if side == "goes into" else 1)
    if not 0 <= place < len(listed):
        return []
    tensors = listed[place].output if side == "goes into" else listed[place].input
    return [tuple(tensor.shape) for tensor in keras.tree.flatten(tensors)]


def _begins_the_kernel(shape, layer):
    """The shape of the first weight, for the words, where what stands behind None are its first lengths."""
    weight = _shapes(layer.weights)[0]
    known = shape[0] is None and len(shape) > 1 and shape[1:] == weight[: len(shape) - 1]
    return {"weight": weight} if known else None


def _both(found):
    return _tuple(found["input_shape"]), _tuple(found[OUT])


def _shapes(weights):
    return [tuple(weight.shape) for weight in weights]


def _sizes(layer):
    """How many numbers each weight has."""
    return [math.prod(weight.shape) for weight in layer.weights]


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
