"""Grades s12_lstm/language_model: Embedding, LSTM, Dense and softmax, and an order of words that counts."""

import keras
import numpy as np
import pytest

from keraskata import expect

VOCABULARY, LENGTH = 11, 4
ROOM = VOCABULARY + 1


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
            likely="the model does not begin with keras.Input(shape=(input_length,)); input_length in Embedding is "
            "ignored today",
        )
        expect.that(
            found.input_shape in ((None, length), (None, None)),
            expected=f"the input shape of {call} is (None, {length})",
            found=str(found.input_shape),
            likely=expect.cause(
                (
                    found.input_shape == (None, size),
                    "the row is as long as vocab_size, but input_length says how many words go in",
                ),
                (
                    len(found.input_shape) > 2,
                    "a word is a single number, so that the shape of a row is (input_length,)",
                ),
                (found.input_shape == (None, LENGTH), "the length is fixed, instead of taken from input_length"),
                "the shape of a row is (input_length,)",
            ),
        )
        expect.equal(
            found.output_shape,
            (None, size + 1),
            what=f"the output shape of {call}",
            likely=expect.cause(
                (
                    len(found.output_shape) > 2,
                    "return_sequences=True gives an answer after each word; the one after the last word is enough",
                ),
                (
                    found.output_shape == (None, size),
                    "words are numbered from 1, and 0 is padding: the output needs vocab_size + 1 units",
                ),
                (found.output_shape == (None, 1), "one unit cannot choose: it takes one for each number"),
                "the number of outputs is fixed, instead of taken from vocab_size",
            ),
        )
    expect.new_each_call(submission, "build_language_model", VOCABULARY, LENGTH)


@pytest.mark.check(points=2, hint="Embedding is a table with a row for each number, from 0. How many rows, how wide?")
def test_embedding(model):
    """An Embedding gives each of vocab_size + 1 numbers a row of 8."""
    expect.model(model, what="build_language_model(11, 4)")
    found = next((layer for layer in _layers(model) if isinstance(layer, keras.layers.Embedding)), None)
    expect.that(
        found is not None,
        expected="an Embedding layer",
        found="no Embedding",
        likely="there is no Embedding: the LSTM would take the numbers of the words for amounts",
    )
    size = found.input_dim, found.output_dim
    expect.equal(
        size,
        (ROOM, 8),
        what=f"the size of the embedding for {VOCABULARY} words",
        likely=expect.cause(
            (
                size[0] == VOCABULARY,
                f"its rows are counted from 0, because of the padding: the word with the number {VOCABULARY} has no "
                "row unless there are vocab_size + 1",
            ),
            (size == (8, ROOM), "the two are swapped: first how many numbers there are, then how wide a row is"),
            (size[0] != ROOM, "the number of rows is fixed, instead of taken from vocab_size"),
            (size[1] == LENGTH, "each word becomes 8 numbers, and input_length has nothing to do with that"),
            "each word becomes 8 numbers",
        ),
    )


@pytest.mark.check(points=1, needs=["test_shapes"], hint="Which layer follows the Embedding? keras.layers.LSTM(units)")
def test_lstm(model, wild):
    """An LSTM layer of 8 units follows; its state after the last word goes on, and there is no further layer."""
    layers = _layers(model)
    names = [type(layer).__name__ for layer in layers]
    found = next((layer.cell for layer in layers if isinstance(_cell(layer), keras.layers.LSTMCell)), None)
    expect.that(
        found is not None,
        expected="an LSTM layer",
        found=", ".join(names),
        likely=expect.cause(
            ("GRU" in names, "a GRU is a relative with three parts to its cell; an LSTM has four"),
            ("SimpleRNN" in names, "a simple recurrent layer has no gates, which let an LSTM remember for longer"),
            ("Bidirectional" in names, "the row is read from both ends; a plain LSTM is asked for here"),
            (
                any("Pooling" in name for name in names),
                "there is no LSTM: the mean of the words forgets their order",
            ),
            ("Flatten" in names, "there is no LSTM: Flatten gives each place in the row weights of its own"),
            "there is no LSTM between Embedding and Dense",
        ),
    )
    expect.equal(
        found.units,
        8,
        what="the units of the LSTM layer",
        likely=expect.cause(
            (found.units == LENGTH, "it does not take one unit per word: the same 8 units go over all words"),
            f"it has {found.units} units; 8 are asked for",
        ),
    )
    _expect_four_layers(wild, found, names)


@pytest.mark.check(points=1, needs=["test_shapes"], hint="Which layer stands between the LSTM and the output?")
def test_hidden(model):
    """A Dense layer of 8 units with relu comes before the output."""
    units = [layer.units for layer in _layers(model) if isinstance(layer, keras.layers.Dense)][:-1]
    expect.equal(
        units,
        [8],
        what="the units of the Dense layers before the output",
        likely=expect.cause(
            (not units, "the Dense layer with relu is missing: the LSTM leads straight into the output"),
            (len(units) == 1, f"it has {units[0] if units else 0} units; 8 are asked for"),
            "one Dense layer before the output is enough",
        ),
    )
    found = (expect.hidden_activations(model) or ["none"])[-1]
    expect.equal(
        found,
        "relu",
        what="the activation of the Dense layer before the output",
        likely=expect.cause(
            (
                found == "linear",
                'it is without an activation; activation="relu" belongs inside the brackets of Dense(...)',
            ),
            'write Dense(8, activation="relu")',
        ),
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
        likely=expect.cause(
            (found.min() < 0, "without an activation any number comes out: softmax is missing"),
            (found.min() >= 0 and found.max() <= 1, "sigmoid looks at each word alone; softmax makes them sum to 1"),
            'give the last Dense layer activation="softmax"',
        ),
    )


@pytest.mark.check(points=2, needs=["test_shapes"], hint="The next word is a whole number, and no row of 0 and 1.")
def test_loss(model):
    """The model is compiled with sparse categorical cross-entropy."""
    expect.compiled(model, what="build_language_model(11, 4)")
    name = expect.loss_name(model)
    expect.equal(
        name,
        "sparse_categorical_crossentropy",
        what="the loss",
        likely=expect.cause(
            (
                name == "categorical_crossentropy",
                "this one wants the next words one-hot; for whole numbers it is the sparse one",
            ),
            ("squared" in name or "absolute" in name, "this loss is for predicting numbers, not for choosing a word"),
            (name == "binary_crossentropy", "this loss is for yes/no questions; here one of many words is chosen"),
            (name == "none", "compile was called without a loss"),
            'write loss="sparse_categorical_crossentropy" in compile',
        ),
    )
    probabilities = np.array([[0.7, 0.2, 0.1]], "float32")
    loss = next(iter(model.loss.values())) if isinstance(model.loss, dict) else model.loss
    found = [
        float(np.mean(keras.ops.convert_to_numpy(keras.losses.get(loss)(np.array([word]), probabilities))))
        for word in range(3)
    ]
    expect.that(
        found[0] != 0 and found[1] != 0 and found[2] != 0,
        expected="a loss for each word that may come next",
        found=f"no loss where the next word has the number {found.index(0) if 0 in found else ''}",
        likely="ignore_class leaves a word out, so that it is never learned",
    )
    expect.that(
        expect.same(found, -np.log(probabilities[0]), tol=1e-3),
        expected="a cross-entropy that is given probabilities",
        found="one that expects the numbers before softmax",
        likely="from_logits=True applies a softmax of its own, on top of the one in the model; leave it out",
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
        likely="a layer is frozen: trainable=False keeps its first weights for ever",
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
    for changed, expected, likely in (
        (other_first, "another answer when another word comes first", "only the last word is looked at"),
        (
            rows[:, ::-1],
            "another answer when the words come in the opposite order",
            "a mean or a sum over the words forgets their order; nothing of the kind belongs before the LSTM, or in "
            "its place",
        ),
    ):
        difference = np.abs(expect.predict(wild, np.ascontiguousarray(changed)) - answers).max()
        expect.that(difference > 1e-3, expected=expected, found="the very same answer", likely=likely)


def _expect_four_layers(wild, lstm, names):
    """The model answers as Embedding, LSTM, Dense and Dense with its weights do."""
    layers = keras.layers
    network = keras.Sequential([keras.Input((LENGTH,)), layers.Embedding(ROOM, 8), layers.LSTM(8)])
    network.add(layers.Dense(8, activation="relu"))
    network.add(layers.Dense(ROOM, activation="softmax"))
    expected, weights = [tuple(weight.shape) for weight in network.weights], wild.get_weights()
    expect.that(
        len(weights) == len(expected),
        expected=f"{len(expected)} arrays of weights, those of Embedding, LSTM, Dense and Dense",
        found=f"{len(weights)}, of {', '.join(names)}",
        likely=expect.cause(
            (not lstm.use_bias, "the LSTM has no bias; leave use_bias out"),
            (names.count("Dense") < 2, "a Dense layer is missing"),
            (len(weights) > len(expected), "there is a layer too many: the four layers are enough"),
            "each of the four layers has its weights, and Dense layers and LSTM a bias",
        ),
    )
    shapes = [weight.shape for weight in weights]
    if sorted(shapes) != sorted(expected):
        # Where a layer has another width, other checks say so.
        alike = sorted(shape[-1] for shape in shapes) == sorted(shape[-1] for shape in expected)
        expect.that(
            not alike or (ROOM, 8) not in shapes,
            expected="each layer reads what the one before it answers, and nothing else",
            found=f"weights of {', '.join(map(str, shapes))}",
            likely="something goes around a layer, or beside it",
        )
        return
    left = list(weights)
    network.set_weights([left.pop([weight.shape for weight in left].index(shape)) for shape in expected])
    rows = _rows(16)
    right, found = expect.predict(network, rows), expect.predict(wild, rows)
    if not np.allclose(found.sum(axis=1), 1, atol=1e-3):
        return  # the output has a check of its own
    backwards = expect.predict(network, np.ascontiguousarray(rows[:, ::-1]))
    expect.close(
        found,
        right,
        what="the answers of the four layers with the weights of the model",
        tol=1e-3,
        likely=expect.cause(
            (expect.same(found, backwards, tol=1e-3), "go_backwards makes the LSTM read the row from its end"),
            ("Pool" in " ".join(names), "pooling mixes the states of all words; the one after the last word goes on"),
            (lstm.activation is not keras.activations.tanh, "the LSTM has another activation; leave it out"),
            "the state of the LSTM after the last word, and nothing else, goes on to the Dense layer",
        ),
    )


def _layers(model):
    """All layers, those of models inside the model, too."""
    nested = [_layers(layer) if isinstance(layer, keras.Model) else [layer] for layer in model.layers]
    return [layer for part in nested for layer in part]


def _cell(layer):
    return getattr(layer, "cell", None)


def _rows(n):
    """Rows of LENGTH different words."""
    rng = np.random.default_rng(1)
    return np.array([rng.permutation(VOCABULARY)[:LENGTH] + 1 for _ in range(n)], "int32")
