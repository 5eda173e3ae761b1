"""Grades s10_autoencoders/encoder: the part of an autoencoder that makes the code, sharing its weights."""

import keras
import numpy as np
import pytest

from keraskata import expect

ROWS = np.random.default_rng(0).normal(size=(6, 10)).astype("float32")
# The activations of the code and of the output.
ACTIVATIONS = [("relu", "sigmoid"), ("tanh", "linear"), ("linear", "tanh")]


@pytest.fixture(scope="module")
def autoencoder():
    return _autoencoder(10, 3, seed=1)


@pytest.fixture(scope="module")
def encoder(submission, autoencoder):
    return submission.make_encoder(autoencoder)


@pytest.mark.check(points=2, hint="What goes in, and what comes out of the layer that makes the code?")
def test_code_shape(submission):
    """The encoder is a model that answers each row with as many numbers as the code has."""
    for n_inputs, n_code in (10, 3), (7, 5):
        found = submission.make_encoder(_autoencoder(n_inputs, n_code, seed=1))
        what = f"make_encoder of an autoencoder from {n_inputs} to {n_code} numbers"
        expect.model(
            found,
            what=what,
            likely=expect.cause(
                (isinstance(found, keras.Layer), "this is the layer itself; put it into a Sequential"),
                (isinstance(found, np.ndarray), "these are codes; return the model that makes them"),
                "return a model",
            ),
        )
        rows = np.zeros((4, n_inputs), "float32")
        expect.that(
            not found.built or found.input_shape[1:] == (n_inputs,),
            expected=f"an encoder that reads rows of {n_inputs} numbers",
            found=f"one that reads the shape {found.input_shape}" if found.built else "",
            likely=expect.cause(
                (found.built and found.input_shape[1:] == (n_code,), "this is the decoder: it reads codes"),
                "the width of the rows is fixed, instead of taken from the autoencoder",
            ),
        )
        codes = expect.predict(found, rows)
        expect.shape(
            codes,
            (4, n_code),
            what=f"the answer of {what} to 4 rows",
            likely=expect.cause(
                (codes.shape == (4, n_inputs), "this gives the rows back: it is still the whole autoencoder"),
                "the width of the code is fixed, instead of the one that the autoencoder has",
            ),
        )


@pytest.mark.check(
    points=3, needs=["test_code_shape"], hint="Which layer of the autoencoder makes the code, and with which weights?"
)
def test_codes(submission, encoder, autoencoder):
    """The codes are those of the autoencoder's own layer, with its weights and its activation, and nothing on top."""
    kernel, bias = autoencoder.get_weights()[:2]
    sums = ROWS @ kernel + bias
    found = expect.predict(encoder, ROWS)
    expect.close(
        found,
        np.maximum(sums, 0),
        what="the codes of 6 rows",
        tol=1e-4,
        likely=expect.cause(
            (expect.same(found, sums, tol=1e-4), "the weights are right, but the activation of the layer is missing"),
            (
                expect.same(found, np.maximum(ROWS @ kernel, 0), tol=1e-4),
                "the kernel is right, but the bias was left behind",
            ),
            "the layer is new, with weights of its own that were never trained: take autoencoder.layers[0] itself",
        ),
    )
    large = 100 * ROWS
    for code, output in ACTIVATIONS:
        given = _autoencoder(10, 3, seed=3, code=code, output=output)
        answers = submission.make_encoder(given)
        found, right = expect.predict(answers, large), expect.predict(given.layers[0], large)
        kernel, bias = given.get_weights()[:2]
        expect.close(
            found,
            right,
            what=f"the codes of 6 rows of large numbers, where {code} makes the code,",
            tol=1e-4,
            likely=expect.cause(
                (
                    expect.same(found, np.maximum(large @ kernel + bias, 0), tol=1e-4),
                    "the activation is fixed at relu, instead of the one that the layer has",
                ),
                (expect.same(found, np.maximum(right, 0), tol=1e-4), "a relu on top of the code cuts it at 0"),
                "the code is the answer of autoencoder.layers[0], as it is: nothing on top, and no activation of yours",
            ),
        )
        expect.close(
            keras.ops.convert_to_numpy(answers(large, training=True)),
            right,
            what="the codes of the same rows in training",
            tol=1e-4,
            likely="a layer was added that acts in training only, such as Dropout",
        )


@pytest.mark.check(
    points=3, needs=["test_codes"], hint="Does the encoder hold the layer, or a copy of it as it was that day?"
)
def test_follows(submission, encoder, autoencoder):
    """When the autoencoder gets other weights, as by more training, the encoder has them, too."""
    later = _autoencoder(10, 3, seed=2)
    # What comes back from the learner's code is a copy: whether two models share weights shows only on their side.
    make_encoder = submission.function("make_encoder")
    watch = submission.lend("keraskata.datasets.autoencoders.EncoderWatch")
    before, after = watch.follow(make_encoder, autoencoder, ROWS, later.get_weights())
    expect.that(
        not expect.same(before, after, tol=1e-4),
        expected="other codes after the weights of the autoencoder changed",
        found="the same codes as before",
        likely="the encoder has a copy of the weights, and a copy stays behind; give it the layer itself",
    )
    expect.close(
        after,
        expect.predict(later.layers[0], ROWS),
        what="the codes of 6 rows after the weights of the autoencoder changed",
        tol=1e-4,
        likely="only some of the weights are shared; give the encoder the layer itself",
    )


@pytest.mark.check(points=2, needs=["test_code_shape"], hint="What is left of the model that was passed in?")
def test_untouched(submission):
    """The autoencoder stays as it is: its answers, how it is compiled, and that all of its layers can learn."""
    for code, output in ACTIVATIONS:
        given = _autoencoder(10, 3, seed=1, code=code, output=output)
        submission.make_encoder(given)
        evidence = submission.evidence.of_argument(0)
        left = submission.argument(0)
        expect.equal(
            left.output_shape,
            (None, 10),
            what="the output shape of the autoencoder afterwards",
            likely="its last layer was taken off (pop changes the model itself); build a second model instead",
        )
        found, right = expect.predict(left, ROWS), expect.predict(given, ROWS)
        expect.close(
            found,
            right,
            what="the answer of the autoencoder afterwards",
            tol=1e-5,
            likely=expect.cause(
                (
                    expect.same(expect.weights_of(left), expect.weights_of(given)),
                    "the activation of one of its layers was changed; the encoder takes the layer as it is",
                ),
                "its weights were changed: it arrives trained, and needs no more training",
            ),
        )
        expect.equal(
            len(left.layers),
            2,
            what="the number of layers of the autoencoder afterwards",
            likely="a layer was added to the autoencoder itself; the encoder is a model of its own",
        )
        expect.equal(
            [layer.trainable for layer in left.layers],
            [True, True],
            what="whether each layer of the autoencoder can learn afterwards",
            likely="trainable = False on the encoder or its layer holds for the autoencoder, too: they share it",
        )
        expect.equal(
            _compiled(left),
            _compiled(given),
            what="optimizer, loss and metrics of the autoencoder afterwards",
            likely="compile was called on the autoencoder itself",
        )
        expect.not_compiled_again(evidence, what="the autoencoder")


def _compiled(model):
    return type(model.optimizer).__name__, expect.loss_name(model), expect.metric_names(model)


def _autoencoder(n_inputs, n_code, seed, code="relu", output="sigmoid"):
    """An autoencoder with the weights that some training might have given it; no bias is zero."""
    model = keras.Sequential()
    model.add(keras.Input((n_inputs,)))
    model.add(keras.layers.Dense(n_code, activation=code))
    model.add(keras.layers.Dense(n_inputs, activation=output))
    rng = np.random.default_rng(seed)
    model.set_weights([rng.normal(size=weight.shape) for weight in model.get_weights()])
    model.compile(optimizer="adam", loss="mean_squared_error", metrics=["accuracy"])
    return model
