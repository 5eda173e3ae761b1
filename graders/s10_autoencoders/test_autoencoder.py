"""Grades s10_autoencoders/autoencoder: through a narrow code and back, compared with PCA on unseen digits."""

import keras
import numpy as np
import pytest
from sklearn.decomposition import PCA

from keraskata import expect
from keraskata.datasets import load

(TRAIN, _), (TEST, _) = load.digits()
CODE = 16
STEPS, BATCH = 200, 256
LOSSES = ("binary_crossentropy", "mean_squared_error")


@pytest.fixture(scope="module")
def model(submission):
    return submission.build_autoencoder(12, 3)


@pytest.fixture(scope="module")
def restored(submission):
    """The unseen digits, as the autoencoder gives them back after training by the judge."""
    model = submission.build_autoencoder(TRAIN.shape[1], CODE)
    keras.utils.set_random_seed(0)
    model.compile(keras.optimizers.Adam(0.02), "mean_squared_error", metrics=[], jit_compile=False)
    # One epoch that passes many times over the rows: the same steps as many epochs, without their overhead.
    rows = np.resize(TRAIN, (STEPS * BATCH, TRAIN.shape[1]))
    model.fit(rows, rows, batch_size=BATCH, shuffle=False, verbose=0)
    return expect.predict(model, TEST)


@pytest.mark.check(points=1, hint="As many numbers come out as go in. Which argument says how many?")
def test_shapes(submission):
    """The model reads rows of n_inputs numbers and answers with n_inputs numbers; 100 where nothing is said."""
    for call, n_inputs in ((), 100), ((12, 3), 12):
        found = submission.build_autoencoder(*call)
        name = f"build_autoencoder({', '.join(map(str, call))})"
        expect.built(found, what=name)
        expect.equal(
            (found.input_shape, found.output_shape),
            ((None, n_inputs), (None, n_inputs)),
            what=f"the input and output shapes of {name}",
            likely=expect.cause(
                (
                    found.input_shape == (None, 100) == found.output_shape,
                    "the width is fixed at 100, instead of taken from n_inputs",
                ),
                (
                    found.input_shape == (None, n_inputs),
                    "the last layer has to give n_inputs numbers back: this is the encoder alone, or another width",
                ),
                "the shape of the input is (n_inputs,): one row, without the number of rows",
            ),
        )
    expect.new_each_call(submission, "build_autoencoder", 12, 3)


@pytest.mark.check(
    points=3, needs=["test_shapes"], hint="How many units has the narrowest layer, and what bypasses it?"
)
def test_code(submission, model):
    """Every row passes through a code of exactly n_code numbers, by default 4, and nothing goes around it."""
    expect.whole_rows(model, what="build_autoencoder(12, 3)")
    layers = _leaves(model)
    widths = _widths(model)
    narrowest = min(widths)
    expect.that(
        narrowest == 3,
        expected="3 numbers in the narrowest layer of build_autoencoder(12, 3)",
        found=f"{narrowest} in the narrowest of the layers of {', '.join(map(str, widths))}",
        likely=expect.cause(
            (narrowest == 4, "the width of the code is fixed at 4, instead of taken from n_code"),
            (narrowest >= 12, "no layer is narrower than the row, so that a plain copy would do"),
            (narrowest > 3, "the code is wider than asked"),
            "a layer is narrower than the code, and loses some of it",
        ),
    )
    expect.that(
        "softmax" not in expect.hidden_activations(model),
        expected="a code of 3 independent numbers",
        found="softmax in a hidden layer",
        likely="softmax makes its numbers sum to 1, so that the last one tells nothing new; relu leaves them free",
    )
    rows = np.random.default_rng(0).random((8, 12), "float32")
    _block([layer for layer, width in zip(layers, widths, strict=True) if width == narrowest])
    expect.that(
        np.ptp(expect.predict(model, rows), axis=0).max() < 1e-6,
        expected="the same answer to every row once the weights of the code are set to zero",
        found="answers that still tell the rows apart",
        likely="a connection leads around the code, from the input to a later layer",
    )
    for call, n_code in ((), 4), ((100, 1), 1), ((20, 2), 2), ((60, 33), 33):
        width = min(_widths(submission.build_autoencoder(*call)))
        expect.equal(
            width,
            n_code,
            what=f"the width of the narrowest layer of build_autoencoder({', '.join(map(str, call))})",
            likely=expect.cause(
                (
                    not call and width > n_code,
                    "the default of n_code is 4: the code that is asked for where nothing is said",
                ),
                "the code has exactly n_code numbers, however many they are",
            ),
        )


@pytest.mark.check(points=2, needs=["test_shapes"], hint="Which activation keeps each output in 0..1, on its own?")
def test_output(submission):
    """The outputs lie in 0..1, as the rows do, whatever the weights are."""
    model = submission.build_autoencoder(12, 3)
    name = expect.output_activation(model)
    loss = expect.loss_name(model)
    model.set_weights([20 * weight for weight in model.get_weights()])
    answers = expect.predict(model, np.random.default_rng(0).normal(size=(64, 12)).astype("float32"))
    if expect.same(answers.sum(axis=1), np.ones(64), tol=1e-3):
        name = "softmax"  # whatever layers come between
    expect.that(
        name != "softmax" and answers.min() >= 0 and answers.max() <= 1,
        expected="outputs in 0..1, each of them free",
        found=f"{name} outputs, from {expect.number(answers.min())} to {expect.number(answers.max())}",
        likely=expect.cause(
            (
                name == "softmax",
                "softmax makes the outputs of a row sum to 1, and the numbers of a row do not; take sigmoid",
            ),
            (
                name == "linear" and loss == "binary_crossentropy",
                "linear outputs may be negative or above 1, where Keras clips them and nothing is learnt; "
                "sigmoid keeps them in 0..1",
            ),
            (name == "linear", "without an activation any number comes out; sigmoid keeps it in 0..1"),
            (name == "tanh", "tanh runs from -1 to 1; sigmoid runs from 0 to 1"),
            (name == "relu", "relu goes on without end, and where it is 0 it stops learning; take sigmoid"),
            'give the last Dense layer activation="sigmoid"',
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_output"], hint="Which loss compares the output with the row, number by number?"
)
def test_loss(model):
    """The model is compiled with binary cross-entropy or with mean squared error."""
    expect.compiled(model, what="build_autoencoder(12, 3)")
    name = expect.loss_name(model)
    expect.that(
        name in LOSSES,
        expected="binary_crossentropy or mean_squared_error as loss",
        found=name,
        likely=expect.cause(
            (
                "categorical" in name,
                "categorical cross-entropy is for one class among many, with outputs that sum to 1; here each output "
                "stands for itself",
            ),
            (name == "none", "compile was called without a loss"),
            'write loss="binary_crossentropy" in compile',
        ),
    )
    if name == "binary_crossentropy":
        expect.loss_of_probabilities(model)
    loss = model.loss
    if isinstance(loss, (list, tuple, dict)):
        loss = next(iter(loss.values() if isinstance(loss, dict) else loss))
    found = keras.ops.convert_to_numpy(keras.losses.get(loss)(np.array([[1.0]]), np.array([[0.8]])))
    right = -np.log(0.8) if name == "binary_crossentropy" else 0.2**2
    expect.close(
        float(np.ravel(found)[0]),
        right,
        what=f"the {name} of 0.8 where the row has 1",
        tol=1e-4,
        likely="the loss changes the target, as label_smoothing does, or weighs it; leave such arguments out",
    )


@pytest.mark.check(
    points=1, needs=["test_loss"], hint="Can the optimizer change every layer, in steps of a sensible size?"
)
def test_trains(submission):
    """As you compiled it, the model learns: the loss falls in the first steps, and every layer takes part."""
    model = submission.build_autoencoder(TRAIN.shape[1], CODE)
    expect.learns(model, TRAIN[:256], TRAIN[:256])


@pytest.mark.check(
    points=3, needs=["test_code", "test_loss"], hint="What keeps the code from telling as much as PCA's components do?"
)
def test_unseen_digits(restored):
    """Trained on digits, the model gives unseen digits back far better than the average digit does, as PCA can."""
    components = PCA(CODE).fit(TRAIN)
    errors = {
        "the average digit": _error(TRAIN.mean(axis=0)),
        "PCA": _error(components.inverse_transform(components.transform(TEST))),
        "the model": _error(restored),
    }
    average, pca, found = errors.values()
    shown = [TEST[:12].reshape(-1, 8, 8), restored[:12].reshape(-1, 8, 8)]
    expect.keep_images("Unseen digits, and what comes back through a code of 16 numbers", shown)
    expect.calibrated(
        (average - found) / (average - pca),
        "share of what PCA explains",
        better="higher",
        what=f"the error taken away, as a share of what PCA with {CODE} components takes away",
        likely=expect.cause(
            (
                found >= 0.9 * average,
                "whatever the row, much the same comes back: a penalty or dropout keeps the code empty",
            ),
            "something holds the model back: a penalty on the weights, much dropout, or an odd activation of the code",
        ),
        notes=[f"mean squared error of {name}: {expect.number(float(error))}" for name, error in errors.items()],
    )


def _error(answers):
    return np.mean((answers - TEST) ** 2)


def _leaves(model):
    """All layers behind the input, those of models within the model in their place."""
    layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    return [leaf for layer in layers for leaf in (_leaves(layer) if isinstance(layer, keras.Model) else [layer])]


def _widths(model):
    return [int(np.prod(layer.output.shape[1:])) for layer in _leaves(model)]


def _block(layers):
    """Set the weights of the first of these layers that has any to zero."""
    layer = next(layer for layer in layers if layer.weights)
    layer.set_weights([np.zeros_like(weight) for weight in layer.get_weights()])
