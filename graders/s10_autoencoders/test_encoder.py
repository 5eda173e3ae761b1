"""Grades s10_autoencoders/encoder: the part of an autoencoder that makes the code, sharing its weights."""

import keras
import numpy as np
import pytest

from keraskata import expect

ROWS = np.random.default_rng(0).normal(size=(6, 10)).astype("float32")
# The activations of the code and of the output.
ACTIVATIONS = [("relu", "sigmoid"), ("tanh", "linear"), ("linear", "tanh")]

KIND = expect.diagnoses(
    layer=(
        "this is a layer; put it into a Sequential",
        lambda seen: isinstance(seen.found, keras.Layer) and not isinstance(seen.found, keras.Model),
    ),
    codes=("these are codes; return the model that makes them", lambda seen: isinstance(seen.found, np.ndarray)),
    outputs=(
        "the model has {n} outputs, and only the code is asked for: outputs=autoencoder.layers[0].output",
        lambda seen: {"n": _outputs(seen.found)} if _outputs(seen.found) > 1 else None,
    ),
    otherwise="return a model",
)
INPUT = expect.diagnoses(
    decoder=(
        "this is the decoder: it reads codes, and gives rows",
        lambda seen: seen.found.input_shape == (None, seen.n_code) and seen.found.output_shape == (None, seen.n_inputs),
    ),
    width=(
        "the encoder reads the rows that the autoencoder reads: print input_shape of both",
        lambda seen: seen.found.input_shape != (None, seen.n_inputs),
    ),
)
SHAPE = expect.diagnoses(
    wide=(
        "the code is what the first layer makes, however wide: here {n_code} numbers for a row of {n_inputs}",
        lambda seen: {"n_code": seen.n_code, "n_inputs": seen.n_inputs} if seen.n_code > seen.n_inputs else None,
    ),
    whole=(
        "this gives the rows back: it is still the whole autoencoder",
        lambda seen: expect.same(seen.codes, expect.predict(seen.autoencoder, seen.rows), tol=1e-4),
    ),
    own=(
        "the layer is a new one: its weights have another shape than those of the autoencoder's first layer",
        lambda seen: not _has_kernel(seen.encoder, seen.autoencoder.get_weights()[0]),
    ),
    otherwise="the code is what the first layer of the autoencoder answers",
)
CODES = expect.diagnoses(
    bare=(
        "the weights are right, but the activation of the layer is missing",
        lambda seen: expect.same(seen.found, _sums(seen), tol=1e-4),
    ),
    no_bias=(
        "the kernel is right, but the bias was left behind",
        lambda seen: expect.same(
            seen.found,
            keras.ops.convert_to_numpy(seen.layer.activation(seen.rows @ seen.layer.get_weights()[0])),
            tol=1e-4,
        ),
    ),
    relu=(
        "this is what relu gives, where the layer of the autoencoder has {activation}",
        lambda seen: (
            {"activation": seen.layer.activation.__name__}
            if expect.same(seen.found, np.maximum(_sums(seen), 0), tol=1e-4)
            else None
        ),
    ),
    on_top=(
        "a relu on top of the code cuts it at 0",
        lambda seen: expect.same(seen.found, np.maximum(seen.right, 0), tol=1e-4),
    ),
    own=(
        "the encoder has other weights than this autoencoder: a new layer, a copy, or one of an earlier call",
        lambda seen: not _has_kernel(seen.encoder, seen.layer.get_weights()[0]),
    ),
    limited=(
        "large numbers of the code are cut off at {most}; the code comes out as it is",
        lambda seen: (
            {"most": expect.number(seen.found.max())}
            if expect.same(seen.found, np.minimum(seen.right, seen.found.max()), tol=1e-4)
            else None
        ),
    ),
    before=(
        "{kind} changes the row before it comes to the layer: leave it out",
        lambda seen: {"kind": type(_around(seen)[0][-1]).__name__},
    ),
    behind=(
        "{kind} changes the code behind the layer: leave it out",
        lambda seen: {"kind": type(_around(seen)[1][0]).__name__},
    ),
    otherwise="the code is the answer of autoencoder.layers[0], as it is",
)
TRAINING = expect.diagnoses(
    random=(
        "{layer} acts in training only: leave it out",
        lambda seen: next(
            {"layer": kind}
            for kind in (type(layer).__name__ for layer in seen.encoder.layers)
            if kind.endswith(("Dropout", "Noise"))
        ),
    ),
    otherwise="something in the encoder acts in training only",
)
FOLLOWS = expect.diagnoses(
    copy=(
        "the encoder has a copy of the weights, and a copy stays behind; give it the layer itself",
        lambda seen: expect.same(seen.before, seen.after, tol=1e-4),
    ),
    otherwise="the encoder shares the layer itself, and with it all of its weights",
)
LEFT = expect.diagnoses(
    popped=(
        "its last layer was taken off (pop changes the model itself); build a second model instead",
        lambda seen: len(seen.left.layers) < len(seen.given.layers),
    ),
    added=(
        "a layer was added to the autoencoder itself; the encoder is a model of its own",
        lambda seen: len(seen.left.layers) > len(seen.given.layers),
    ),
    trained=(
        "its weights were changed: it arrives trained, and needs no more training",
        lambda seen: not expect.same(expect.weights_of(seen.left), expect.weights_of(seen.given)),
    ),
    activation=(
        "the activation of one of its layers was changed; the encoder takes the layer as it is",
        lambda seen: _activations(seen.left) != _activations(seen.given),
    ),
    frozen=(
        "trainable = False on the encoder or its layer holds for the autoencoder, too: they share it",
        lambda seen: not all(layer.trainable for layer in seen.left.layers),
    ),
    compiled=(
        "compile was called on the autoencoder itself",
        lambda seen: _compiled(seen.left) != _compiled(seen.given),
    ),
    renamed=(
        "its name, or that of a layer, was changed: {names}",
        lambda seen: {"names": ", ".join(names)} if (names := _changed_names(seen.left, seen.given)) else None,
    ),
    settings=(
        "a setting of its layers was changed: {settings}",
        lambda seen: (
            {"settings": ", ".join(settings)} if (settings := _changed_settings(seen.left, seen.given)) else None
        ),
    ),
    otherwise="make_encoder only reads the autoencoder",
)


@pytest.fixture(scope="module")
def autoencoder():
    return _autoencoder(10, 3, seed=1)


@pytest.fixture(scope="module")
def encoder(submission, autoencoder):
    return submission.make_encoder(autoencoder)


@pytest.mark.check(points=2, hint="What goes in, and what comes out of the layer that makes the code?")
def test_code_shape(submission):
    """The encoder is a model that answers each row with as many numbers as the code has."""
    for n_inputs, n_code in (10, 3), (7, 5), (5, 5), (4, 6):
        given = _autoencoder(n_inputs, n_code, seed=1)
        found = submission.make_encoder(given)
        what = f"make_encoder of an autoencoder from {n_inputs} to {n_code} numbers"
        expect.model(
            found,
            what=what,
            likely=KIND.of(found=found),
        )
        rows = np.zeros((4, n_inputs), "float32")
        expect.that(
            not found.built or found.input_shape[1:] == (n_inputs,),
            expected=f"an encoder that reads rows of {n_inputs} numbers",
            found=f"one that reads the shape {found.input_shape}" if found.built else "",
            likely=INPUT.of(found=found, n_inputs=n_inputs, n_code=n_code),
        )
        expect.that(
            _outputs(found) == 1,
            expected=f"one output of {what}",
            found=f"{_outputs(found)} outputs",
            likely=KIND.of(found=found),
        )
        codes = expect.predict(found, rows)
        expect.shape(
            codes,
            (4, n_code),
            what=f"the answer of {what} to 4 rows",
            likely=SHAPE.of(codes=codes, rows=rows, autoencoder=given, encoder=found, n_inputs=n_inputs, n_code=n_code),
        )
        expect.row_by_row(found, what=what)


@pytest.mark.check(
    points=3, needs=["test_code_shape"], hint="Which layer of the autoencoder makes the code, and with which weights?"
)
def test_codes(submission, encoder, autoencoder):
    """The codes are those of the autoencoder's own layer, with its weights and its activation, and nothing on top."""
    layer = autoencoder.layers[0]
    found, right = expect.predict(encoder, ROWS), expect.predict(layer, ROWS)
    expect.close(
        found,
        right,
        what="the codes of 6 rows",
        tol=1e-4,
        likely=CODES.of(found=found, right=right, rows=ROWS, layer=layer, encoder=encoder),
    )
    large = 100 * ROWS
    for code, output in ACTIVATIONS:
        given = _autoencoder(10, 3, seed=3, code=code, output=output)
        answers = submission.make_encoder(given)
        found, right = expect.predict(answers, large), expect.predict(given.layers[0], large)
        expect.close(
            found,
            right,
            what=f"the codes of 6 rows of large numbers ({code} makes the code)",
            tol=1e-4,
            likely=CODES.of(found=found, right=right, rows=large, layer=given.layers[0], encoder=answers),
        )
        expect.close(
            keras.ops.convert_to_numpy(answers(large, training=True)),
            right,
            what="the codes of the same rows in training",
            tol=1e-4,
            likely=TRAINING.of(encoder=answers),
        )


@pytest.mark.check(
    points=3, needs=["test_codes"], hint="Does the encoder hold the layer, or a copy of it as it was that day?"
)
def test_follows(submission, encoder, autoencoder):
    """When the autoencoder gets other weights, as by more training, the encoder has them, too."""
    later = _autoencoder(10, 3, seed=2)
    # What comes back from the learner's code is a copy: whether two models share weights shows only on their side.
    make_encoder = submission.function("make_encoder")
    submission.make_encoder(autoencoder)
    left = submission.argument(0)
    expect.equal(
        [weight.shape for weight in left.get_weights()],
        [weight.shape for weight in autoencoder.get_weights()],
        what="the shapes of the autoencoder's weights afterwards",
        likely=LEFT.of(left=left, given=autoencoder),
    )
    watch = submission.lend("keraskata.datasets.autoencoders.EncoderWatch")
    before, after = watch.follow(make_encoder, autoencoder, ROWS, later.get_weights())
    expect.that(
        not expect.same(before, after, tol=1e-4),
        expected="other codes after the weights of the autoencoder changed",
        found="the same codes as before",
        likely=FOLLOWS.of(before=before, after=after),
    )
    expect.close(
        after,
        expect.predict(later.layers[0], ROWS),
        what="the codes of 6 rows after the weights of the autoencoder changed",
        tol=1e-4,
        likely=FOLLOWS.of(before=before, after=after),
    )


@pytest.mark.check(points=2, needs=["test_code_shape"], hint="What is left of the model that was passed in?")
def test_untouched(submission):
    """The autoencoder stays as it is: its answers, how it is compiled, and that all of its layers can learn."""
    for code, output in ACTIVATIONS:
        given = _autoencoder(10, 3, seed=1, code=code, output=output)
        submission.make_encoder(given)
        evidence = submission.evidence.of_argument(0)
        left = submission.argument(0)
        likely = LEFT.of(left=left, given=given)
        expect.equal(
            left.output_shape,
            (None, 10),
            what="the output shape of the autoencoder afterwards",
            likely=likely,
        )
        found, right = expect.predict(left, ROWS), expect.predict(given, ROWS)
        expect.close(
            found,
            right,
            what="the answer of the autoencoder afterwards",
            tol=1e-5,
            likely=likely,
        )
        expect.equal(
            len(left.layers),
            2,
            what="the number of layers of the autoencoder afterwards",
            likely=likely,
        )
        expect.equal(
            [layer.trainable for layer in left.layers],
            [True, True],
            what="whether each layer of the autoencoder can learn afterwards",
            likely=likely,
        )
        expect.equal(
            _compiled(left),
            _compiled(given),
            what="optimizer, loss and metrics of the autoencoder afterwards",
            likely=likely,
        )
        expect.not_compiled_again(evidence, what="the autoencoder")
        changed = _changed_names(left, given) or _changed_settings(left, given)
        expect.that(
            not changed,
            expected="the autoencoder and its layers with the names and settings that they had",
            found=f"changed: {', '.join(changed)}",
            likely=likely,
        )


def _sums(seen):
    """What the layer of the autoencoder sums up, before its activation."""
    kernel, bias = seen.layer.get_weights()
    return seen.rows @ kernel + bias


def _outputs(model):
    """How many outputs a model has; a Sequential that has seen no row has one."""
    return len(getattr(model, "outputs", None) or [None])


def _around(seen):
    """What stands before and behind the layer in the encoder, where that explains its answers; else an error."""
    steps = [step for step in seen.encoder.layers if not isinstance(step, keras.layers.InputLayer)]
    place = next(place for place, step in enumerate(steps) if _has_kernel(step, seen.layer.get_weights()[0]))
    before, behind = steps[:place], steps[place + 1 :]
    codes = seen.rows
    for step in steps:
        codes = expect.predict(step, codes)
    if not expect.same(codes, seen.found, tol=1e-4) or (before and behind):
        raise ValueError("something else happens, or on both sides")
    return before, behind


def _has_kernel(encoder, kernel):
    return any(expect.same(weight, kernel) for weight in encoder.get_weights())


def _activations(model):
    return [getattr(layer.activation, "__name__", "") for layer in model.layers]


def _changed_names(left, given):
    names = [[model.name, *(layer.name for layer in model.layers)] for model in (left, given)]
    return [f"{before} is now {after}" for after, before in zip(*names, strict=True) if after != before]


def _changed_settings(left, given):
    configs = zip(*([layer.get_config() for layer in model.layers] for model in (left, given)), strict=True)
    return sorted({name for two in configs for name in two[0] | two[1] if two[0].get(name) != two[1].get(name)})


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
    model.compile(optimizer="adam", loss="mean_squared_error", metrics=["accuracy"], run_eagerly=True)
    return model
