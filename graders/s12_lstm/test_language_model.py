"""Grades s12_lstm/language_model: Embedding, LSTM, Dense and softmax, and an order of words that counts."""

import re

import keras
import numpy as np
import pytest

from keraskata import expect

VOCABULARY, LENGTH = 11, 4
ROOM = VOCABULARY + 1
WIDTH, LSTM, HIDDEN_UNITS = expect.varied("word_width"), expect.varied("lstm_units"), expect.varied("hidden_units")
MERGING = ("Concatenate", "Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum", "Dot")


def _layers(model):
    """All layers, those of models inside the model, too."""
    nested = [_layers(layer) if isinstance(layer, keras.Model) else [layer] for layer in model.layers]
    return [layer for part in nested for layer in part]


def _kind(model, *kinds):
    """The first kind of layer among these, to be named in a row."""
    names = (type(layer).__name__ for layer in _layers(model))
    return next(({"kind": name} for name in names if name in kinds), None)


def _pooling(model):
    return _kind(model, *(f"Global{kind}Pooling1D" for kind in ("Average", "Max")))


def _recurrent(model):
    """All layers that go over the words."""
    return [layer for layer in _layers(model) if isinstance(layer, (keras.layers.RNN, keras.layers.Bidirectional))]


def _embedding(model):
    return next((layer for layer in _layers(model) if isinstance(layer, keras.layers.Embedding)), None)


def _lstm(model):
    """The first layer with an LSTM's cell."""
    layers = _layers(model)
    return next((layer for layer in layers if isinstance(getattr(layer, "cell", None), keras.layers.LSTMCell)), None)


def _steps(model):
    """What the LSTM goes over where it is not a step of 8 numbers for each word, to be named in a row."""
    _, steps, width = _lstm(model).input.shape
    return {"steps": steps, "width": width, "words": LENGTH} if steps and (steps, width) != (LENGTH, WIDTH) else None


def _dense_first(model):
    """Whether a Dense layer stands before the LSTM."""
    names = [type(layer).__name__ for layer in _layers(model)]
    return "Dense" in names[: names.index("LSTM")]


def _between(model):
    """The kind of layer that stands last between the Dense layer and the output, and may bend its numbers, or None."""
    kinds = (keras.layers.RNN, keras.layers.Bidirectional)
    layers = [x for x in _layers(model) if isinstance(x, kinds) or (x.weights and hasattr(x, "activation"))]
    return None if isinstance(layers[-2], keras.layers.Dense) else type(layers[-2]).__name__


def _added(model):
    """The first kind of layer with weights that is not among the four, to be named in a row."""
    left = ["Embedding", "LSTM", "Dense", "Dense"]
    for layer in _layers(model):
        name = type(layer).__name__
        if name in left:
            left.remove(name)
        elif layer.weights:
            return {"kind": name}
    return None


def _without_bias(model):
    """The first kind of layer whose bias is switched off, to be named in a row."""
    layers = (layer for layer in _layers(model) if getattr(layer, "use_bias", True) is False)
    return next(({"kind": type(layer).__name__} for layer in layers), None)


def _averages(model):
    """The first layer with weights that no optimizer changes although it is not frozen, to be named in a row."""
    layers = (layer for layer in _layers(model) if layer.trainable and layer.non_trainable_weights)
    return next(({"kind": type(layer).__name__} for layer in layers), None)


def _fixed(found, build):
    """The number that other calls give, too, to be named in a row; `build` makes them."""
    return {"n": found} if found is not None and all(build(n) == found for n in (3, 6)) else None


def _only_last_matters(model):
    """Whether words before the last one make no difference at all."""
    rows, others = _rows(32), _rows(32)
    others[:, :-1] = 1
    others[:, -1] = rows[:, -1]
    return expect.same(expect.predict(model, rows), expect.predict(model, others), tol=1e-5)


BUILT = expect.diagnoses(
    ignored=(
        "input_length in Embedding is ignored today; the model begins with keras.Input(shape=(input_length,))",
        lambda seen: re.search(r"Embedding\([^)]*input_length\s*=", seen.source),
    ),
    no_input=(
        "the model does not begin with keras.Input(shape=(input_length,))",
        lambda seen: isinstance(seen.model, keras.Sequential),
    ),
    otherwise="a model learns the length of a row from keras.Input(shape=(input_length,))",
)
INPUT = expect.diagnoses(
    vocabulary=(
        "the row is as long as vocab_size, but input_length says how many words go in",
        lambda seen: seen.shape == (None, seen.size),
    ),
    axes=(
        "a word is a single number, so that the shape of a row is (input_length,)",
        lambda seen: len(seen.shape) > 2,
    ),
    fixed=(
        "a row always has {n} words here; take their number from input_length",
        lambda seen: _fixed(seen.shape[1], lambda n: seen.build(VOCABULARY, n).input_shape[1]),
    ),
    off=(
        "a row has one word more or less than input_length; all of these words go in",
        lambda seen: seen.shape[1] - seen.length == seen.build(VOCABULARY, 7).input_shape[1] - 7 in (-1, 1),
    ),
    otherwise="the shape of a row is (input_length,)",
)
OUTPUT = expect.diagnoses(
    sequences=(
        "return_sequences=True gives an answer after each word; the one after the last word is enough",
        lambda seen: len(seen.shape) > 2 and any(layer.return_sequences for layer in _recurrent(seen.model)),
    ),
    words=(
        "there is an answer for each word, for no layer goes over them",
        lambda seen: len(seen.shape) > 2 and not _recurrent(seen.model),
    ),
    padding=(
        "words are numbered from 1, and 0 is padding: the output needs vocab_size + 1 units",
        lambda seen: seen.shape == (None, seen.size),
    ),
    one=("one unit cannot choose: it takes one for each number", lambda seen: seen.shape == (None, 1)),
    fixed=(
        "there are always {n} outputs here; take their number from vocab_size",
        lambda seen: _fixed(seen.shape[1], lambda n: seen.build(n, LENGTH).output_shape[1]),
    ),
    otherwise="the output has a unit for each number that a word can have, and one for the padding",
)
EMBEDDING = expect.diagnoses(
    none=(
        "there is no Embedding layer of Keras' own: a word's number is a name, and no amount",
        lambda seen: seen.size is None,
    ),
    padding=(
        "its rows are counted from 0, because of the padding. With vocab_size rows the last word has none",
        lambda seen: seen.size[0] == VOCABULARY,
    ),
    swapped=(
        "the two are swapped: first how many numbers there are, then how wide a row is",
        lambda seen: seen.size[0] == WIDTH and seen.size[1] in (ROOM, VOCABULARY),
    ),
    length=(
        f"each word becomes {WIDTH} numbers, and input_length has nothing to do with that",
        lambda seen: seen.size[1] == LENGTH and _embedding(seen.build(VOCABULARY, 3)).output_dim == 3,
    ),
    fixed=(
        "the table always has {n} rows here; take their number from vocab_size",
        lambda seen: (
            _fixed(seen.size[0], lambda n: _embedding(seen.build(n, LENGTH)).input_dim)
            if seen.size[0] != ROOM
            else None
        ),
    ),
    width=(
        "the number of rows is right; look at the second number, how wide a row is",
        lambda seen: seen.size[0] == ROOM and seen.size[1] != WIDTH,
    ),
    otherwise="Embedding takes two numbers: how many numbers a word can have, 0 included, and how wide a row is",
)
NO_LSTM = expect.diagnoses(
    gru=("a GRU is a relative with three parts to its cell; an LSTM has four", lambda seen: _kind(seen.model, "GRU")),
    simple=(
        "a simple recurrent layer has no gates, which let an LSTM remember for longer",
        lambda seen: _kind(seen.model, "SimpleRNN"),
    ),
    both_ends=(
        "the row is read from both ends; a plain LSTM is asked for here",
        lambda seen: _kind(seen.model, "Bidirectional"),
    ),
    pooled=("there is no LSTM: {kind} forgets the order of the words", lambda seen: _pooling(seen.model)),
    flat=(
        "there is no LSTM: Flatten gives each place in the row weights of its own",
        lambda seen: _kind(seen.model, "Flatten"),
    ),
    otherwise="there is no LSTM between Embedding and Dense",
)
UNITS = expect.diagnoses(
    length=(
        f"it does not take one unit per word: the same {LSTM} units go over all words",
        lambda seen: seen.units == LENGTH and _lstm(seen.build(VOCABULARY, 3)).units == 3,
    ),
    number=(f"it has {{n}} units; {LSTM} are asked for", lambda seen: {"n": seen.units}),
)
WEIGHTS = expect.diagnoses(
    bias=("the {kind} layer has no bias; leave use_bias out", lambda seen: _without_bias(seen.model)),
    added=("there is a layer too many, which has weights: {kind}", lambda seen: _added(seen.model)),
    missing=(
        "a Dense layer is missing",
        lambda seen: [type(layer).__name__ for layer in _layers(seen.model) if layer.weights].count("Dense") == 1,
    ),
    otherwise="each of the four layers has its weights, and Dense layers and LSTM a bias",
)
PLACE = "a Dense layer stands before the LSTM; it belongs between the LSTM and the output"
INSIDE = expect.diagnoses(
    place=(PLACE, lambda seen: _dense_first(seen.model)),
    merged=(
        "{kind} brings something past a layer. Each layer reads only what the one before it answers",
        lambda seen: _kind(seen.model, *MERGING),
    ),
    flat=(
        "Flatten hands the states after all words on; only the one after the last word goes on",
        lambda seen: _kind(seen.model, "Flatten") and _lstm(seen.model).return_sequences,
    ),
    activation=(
        "the LSTM has another activation than Keras gives it; leave it out",
        lambda seen: (
            (_lstm(seen.model).activation, _lstm(seen.model).recurrent_activation)
            != (keras.activations.tanh, keras.activations.sigmoid)
        ),
    ),
    backwards=(
        "go_backwards makes the LSTM read the row from its end",
        lambda seen: expect.same(seen.found, seen.answers(seen.rows[:, ::-1]), tol=1e-3),
    ),
    steps=(
        "the LSTM gets {steps} steps of {width} numbers; "
        f"it is to get {{words}}, one for each word, with its {WIDTH} numbers",
        lambda seen: _steps(seen.model),
    ),
    earlier=(
        "the state after an earlier word goes on to the Dense layer; it is the one after the last word",
        lambda seen: any(expect.same(seen.found, seen.answers(seen.rows[:, :n]), tol=1e-3) for n in range(1, LENGTH)),
    ),
    pooled=(
        "{kind} mixes the states after all words; only the one after the last word goes on",
        lambda seen: _pooling(seen.model) if _lstm(seen.model).return_sequences else None,
    ),
    relu=(
        "the Dense layer before the output has another activation than relu",
        lambda seen: expect.hidden_activations(seen.model)[-1] != "relu",
    ),
    otherwise="the state of the LSTM after the last word, and nothing else, goes on to the Dense layer",
)
HIDDEN = expect.diagnoses(
    missing=(
        "the Dense layer with relu is missing: the LSTM leads straight into the output",
        lambda seen: not seen.units,
    ),
    place=(PLACE, lambda seen: seen.between == "LSTM"),
    between=(
        "between this Dense layer and the output stands a layer that does not belong there: {kind}",
        lambda seen: {"kind": seen.between} if seen.between else None,
    ),
    number=(
        f"it has {{n}} units; {HIDDEN_UNITS} are asked for",
        lambda seen: {"n": seen.units[0]} if len(seen.units) == 1 else None,
    ),
    more=("one Dense layer before the output is enough", lambda seen: len(seen.units) > 1),
)
RELU = expect.diagnoses(
    none=(
        'it is without an activation; activation="relu" belongs inside the brackets of Dense(...)',
        lambda seen: seen.found == "linear",
    ),
    other=("its activation is not relu; look at the brackets of Dense(...)", lambda seen: seen.found != "none"),
    otherwise="it is a Dense layer with relu",
)
SOFTMAX = expect.diagnoses(
    batch=(
        "for each word the numbers of all rows sum to 1: softmax went along axis 0, and not over the words, axis -1",
        lambda seen: expect.same(seen.found.sum(axis=0), np.ones(ROOM), tol=1e-4),
    ),
    all=(
        "the numbers of all rows together sum to 1: the sum is to go over the words of each row alone, axis -1",
        lambda seen: expect.same(seen.found.sum(), 1, tol=1e-4),
    ),
    none=(
        "without an activation any number comes out: softmax is missing",
        lambda seen: expect.output_activation(seen.model) == "linear",
    ),
    sigmoid=(
        "sigmoid looks at each word alone; softmax makes them sum to 1",
        lambda seen: expect.output_activation(seen.model) == "sigmoid",
    ),
    other=(
        "the output has the activation {name}, and its numbers do not sum to 1 as those of softmax do",
        lambda seen: (
            {"name": name}
            if (name := expect.output_activation(seen.model)) not in ("unknown", "softmax", "linear", "sigmoid")
            else None
        ),
    ),
    otherwise="softmax makes probabilities that sum to 1, as the last step",
)
LOSS = expect.diagnoses(
    one_hot=(
        "this cross-entropy is for one-hot labels; for whole numbers there is the sparse one",
        lambda seen: seen.name == "categorical_crossentropy",
    ),
    numbers=(
        "this loss is for predicting numbers, not for choosing a word",
        lambda seen: any(part in seen.name for part in ("squared", "absolute", "huber", "log_cosh")),
    ),
    binary=(
        "this loss is for yes/no questions; here one of many words is chosen",
        lambda seen: seen.name == "binary_crossentropy",
    ),
    none=("compile was called without a loss", lambda seen: seen.name == "none"),
    own=(expect.OWN_SPARSE_LOSS, lambda seen: seen.name == "own_loss"),
    otherwise="the loss is sparse categorical cross-entropy, by this name",
)
FROZEN = expect.diagnoses(
    averages=("{kind} has weights that no optimizer changes; leave it out", lambda seen: _averages(seen.model)),
    otherwise="the optimizer can change every weight of these four layers",
)
FIRST = expect.diagnoses(
    last=("only the last word is looked at", lambda seen: _only_last_matters(seen.model)),
    otherwise="all words of a row go into the LSTM, from the first to the last",
)
TURNED = expect.diagnoses(
    pooled=(
        "{kind} forgets the order of the words; it belongs neither before the LSTM, nor in its place",
        lambda seen: _pooling(seen.model),
    ),
    otherwise="a mean or a sum over the words forgets their order; an LSTM keeps it",
)


@pytest.fixture(scope="module")
def model(submission):
    return submission.build_language_model(VOCABULARY, LENGTH)


@pytest.fixture(scope="module")
def wild(submission):
    """The model with large weights of the judge's own, so that whatever can make a difference does."""
    found = submission.build_language_model(VOCABULARY, LENGTH)
    expect.model(found, what="build_language_model(11, 4)")
    rng = np.random.default_rng(0)
    for weight in found.weights:
        if "moving" not in weight.name:
            weight.assign(rng.normal(0, 0.7, size=weight.shape))
    return found


@pytest.mark.check(points=2, hint="keras.Input(shape=...) comes first. How many numbers can a word have, 0 included?")
def test_shapes(submission):
    """The model reads rows of input_length numbers and answers with vocab_size + 1 probabilities."""
    for size, length in ((VOCABULARY, LENGTH), (5, 2)):
        call = f"build_language_model({size}, {length})"
        found = submission.build_language_model(size, length)
        expect.model(found, what=call)
        expect.that(
            found.built,
            expected=f"{call} returns a model that knows the number of words in a row",
            found="a model that will only find out when it sees data",
            likely=BUILT.of(model=found, source=submission.source),
        )
        expect.that(
            found.input_shape in ((None, length), (None, None)),
            expected=f"the input shape of {call} is (None, {length})",
            found=str(found.input_shape),
            likely=INPUT.of(shape=found.input_shape, size=size, length=length, build=submission.build_language_model),
        )
        expect.equal(
            found.output_shape,
            (None, size + 1),
            what=f"the output shape of {call}",
            likely=OUTPUT.of(model=found, shape=found.output_shape, size=size, build=submission.build_language_model),
        )
    expect.new_each_call(submission, "build_language_model", VOCABULARY, LENGTH)


@pytest.mark.check(points=2, hint="Embedding is a table with a row for each number, from 0. How many rows, how wide?")
def test_embedding(submission, model):
    """An Embedding gives each of vocab_size + 1 numbers a row of {word_width}."""
    expect.model(model, what="build_language_model(11, 4)")
    found = _embedding(model)
    expect.that(found is not None, expected="an Embedding layer", found="no Embedding", likely=EMBEDDING.of(size=None))
    size = found.input_dim, found.output_dim
    expect.equal(
        size,
        (ROOM, WIDTH),
        what=f"the size of the embedding for {VOCABULARY} words",
        likely=EMBEDDING.of(size=size, build=submission.build_language_model),
    )


@pytest.mark.check(points=1, needs=["test_shapes"], hint="Which layer follows the Embedding? keras.layers.LSTM(units)")
def test_lstm(submission, model, wild):
    """An LSTM layer of {lstm_units} units follows; its state after the last word goes on, and no further layer."""
    names = [type(layer).__name__ for layer in _layers(model)]
    found = _lstm(model)
    expect.that(found is not None, expected="an LSTM layer", found=", ".join(names), likely=NO_LSTM.of(model=model))
    units = found.cell.units
    expect.equal(
        units,
        LSTM,
        what="the units of the LSTM layer",
        likely=UNITS.of(units=units, build=submission.build_language_model),
    )
    _expect_four_layers(wild, names)


@pytest.mark.check(points=1, needs=["test_shapes"], hint="Which layer stands between the LSTM and the output?")
def test_hidden(model):
    """A Dense layer of {hidden_units} units with relu comes before the output."""
    units = [layer.units for layer in _layers(model) if isinstance(layer, keras.layers.Dense)][:-1]
    expect.equal(
        units,
        [HIDDEN_UNITS],
        what="the units of the Dense layers before the output",
        likely=HIDDEN.of(units=units, between=None),
    )
    between = _between(model)
    expect.that(
        between is None,
        expected=f"the output right after the Dense layer of {HIDDEN_UNITS} units",
        found=", ".join(type(layer).__name__ for layer in _layers(model)),
        likely=HIDDEN.of(units=units, between=between),
    )
    found = (expect.hidden_activations(model) or ["none"])[-1]
    expect.equal(
        found,
        "relu",
        what="the activation of the Dense layer before the output",
        likely=RELU.of(model=model, found=found),
    )


@pytest.mark.check(
    points=1,
    needs=["test_shapes", "test_embedding"],
    hint="Exactly one word comes next: the probabilities share out a 1.",
)
def test_softmax(wild):
    """The output is made by softmax: probabilities that sum to 1."""
    found = expect.predict(wild, _rows(32))
    total = found.sum(axis=1)
    worst = float(total[np.argmax(np.abs(total - 1))])
    expect.that(
        expect.same(total, np.ones(len(total)), tol=1e-4) and found.min() >= 0,
        expected="probabilities that sum to 1 for each row",
        found=f"numbers from {expect.number(found.min())} to {expect.number(found.max())}, one row with a sum of "
        f"{expect.number(worst)}",
        likely=SOFTMAX.of(model=wild, found=found),
    )


@pytest.mark.check(points=2, needs=["test_shapes"], hint="The next word is a whole number, and no row of 0 and 1.")
def test_loss(model):
    """The model is compiled with sparse categorical cross-entropy."""
    expect.keras_loss(
        model,
        "sparse_categorical_crossentropy",
        what="build_language_model(11, 4)",
        likely=LOSS.of(name=expect.loss_name(model)),
    )


@pytest.mark.check(
    points=1,
    needs=["test_softmax", "test_loss"],
    hint="Can the optimizer change the weights, and in steps of a sensible size?",
)
def test_learns(model):
    """As you compiled it, the model learns: the loss falls in the first steps."""
    rows = _rows(64)
    expect.learns(model, rows, np.where(rows[:, -1] > 3, VOCABULARY, rows[:, 0]))
    expect.equal(
        len(model.trainable_weights),
        len(model.weights),
        what="how many arrays of weights the optimizer can change",
        likely=FROZEN.of(model=model),
    )


@pytest.mark.check(
    points=2,
    needs=["test_shapes", "test_embedding"],
    hint="What does a layer have to carry along, so that the first word is not lost?",
)
def test_order(wild):
    """The state matters: the answer depends on all words in a row, and on their order."""
    rows = _rows(32)
    answers = expect.predict(wild, rows)
    other_first = rows.copy()
    other_first[:, 0] = rows[:, 0] % VOCABULARY + 1
    for changed, expected, causes in (
        (other_first, "another answer when another word comes first", FIRST),
        (
            rows[:, ::-1],
            "another answer when the words come in the opposite order",
            TURNED,
        ),
    ):
        difference = np.abs(expect.predict(wild, np.ascontiguousarray(changed)) - answers).max()
        expect.that(difference > 1e-3, expected=expected, found="the very same answer", likely=causes.of(model=wild))


def _expect_four_layers(wild, names):
    """The model answers as Embedding, LSTM, Dense and Dense with its weights do."""
    layers = keras.layers
    network = keras.Sequential([keras.Input((None,)), layers.Embedding(ROOM, WIDTH), layers.LSTM(LSTM)])
    network.add(layers.Dense(HIDDEN_UNITS, activation="relu"))
    network.add(layers.Dense(ROOM, activation="softmax"))
    expected, weights = [tuple(weight.shape) for weight in network.weights], wild.get_weights()
    expect.that(
        len(weights) == len(expected),
        expected=f"{len(expected)} arrays of weights, those of Embedding, LSTM, Dense and Dense",
        found=f"{len(weights)}, of {', '.join(names)}",
        likely=WEIGHTS.of(model=wild),
    )
    shapes = [weight.shape for weight in weights]
    if sorted(shapes) != sorted(expected):
        # Where a layer has another width, other checks say so.
        alike = sorted(shape[-1] for shape in shapes) == sorted(shape[-1] for shape in expected)
        expect.that(
            not alike or (ROOM, WIDTH) not in shapes,
            expected="each layer reads what the one before it answers, and nothing else",
            found=f"weights of {', '.join(map(str, shapes))}",
            likely=INSIDE.of(model=wild),
        )
        return
    left = list(weights)
    network.set_weights([left.pop([weight.shape for weight in left].index(shape)) for shape in expected])
    rows = _rows(16)
    right, found = expect.predict(network, rows), expect.predict(wild, rows)
    if not np.allclose(found.sum(axis=1), 1, atol=1e-3):
        return  # the output has a check of its own
    expect.close(
        found,
        right,
        what="the answers of the four layers with the weights of the model",
        tol=1e-3,
        likely=INSIDE.of(
            model=wild, found=found, rows=rows, answers=lambda words: expect.predict(network, words.copy())
        ),
    )


def _rows(n):
    """Rows of LENGTH different words."""
    rng = np.random.default_rng(1)
    return np.array([rng.permutation(VOCABULARY)[:LENGTH] + 1 for _ in range(n)], "int32")
