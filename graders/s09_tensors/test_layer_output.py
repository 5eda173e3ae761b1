"""Grades s09_tensors/layer_output: what layers answer, compared with a computation in NumPy."""

from functools import cache

import keras
import numpy as np
import pytest
from keras import layers

from keraskata import expect

RANDOM = np.random.default_rng(9)
FEATURES = RANDOM.normal(size=(5, 4)).astype("float32")
# Square layers: what is given to the wrong one goes through without an error.
KERNELS = [RANDOM.normal(size=(4, 4)).astype("float32") for _ in range(2)]
BIASES = [RANDOM.normal(size=4).astype("float32") for _ in range(2)]
LAST_KERNEL, LAST_BIAS = RANDOM.normal(size=(4, 2)).astype("float32"), np.array([0.5, -1], "float32")
SCALE, SHIFT, MEAN, VARIANCE = (RANDOM.uniform(0.5, 2, 4).astype("float32") for _ in range(4))

DENSE = [
    (KERNELS[0], BIASES[0], lambda z: np.maximum(z, 0)),
    (KERNELS[1], BIASES[1], np.tanh),
    (LAST_KERNEL, LAST_BIAS, lambda z: z),
]
FIRST = np.maximum(FEATURES @ KERNELS[0] + BIASES[0], 0)
SECOND = np.tanh(FIRST @ KERNELS[1] + BIASES[1])
NORMAL = (FIRST - MEAN) / np.sqrt(VARIANCE + 1e-3) * SCALE + SHIFT

PLAIN = [FIRST, SECOND, SECOND @ LAST_KERNEL + LAST_BIAS]
REGULAR = [FIRST, FIRST, NORMAL, NORMAL @ LAST_KERNEL + LAST_BIAS]
BRANCHED = [FEATURES, FIRST, SECOND, FIRST + SECOND, (FIRST + SECOND) @ LAST_KERNEL + LAST_BIAS]


@cache
def _plain():
    model = keras.Sequential(
        [
            keras.Input(shape=(4,)),
            layers.Dense(4, activation="relu"),
            layers.Dense(4, activation="tanh"),
            layers.Dense(2),
        ]
    )
    return _with_weights(model, KERNELS[0], BIASES[0], KERNELS[1], BIASES[1])


@cache
def _regular():
    model = keras.Sequential(
        [
            keras.Input(shape=(4,)),
            layers.Dense(4, activation="relu"),
            layers.Dropout(0.5),
            layers.BatchNormalization(epsilon=1e-3),
            layers.Dense(2),
        ]
    )
    return _with_weights(model, KERNELS[0], BIASES[0], SCALE, SHIFT, MEAN, VARIANCE)


@cache
def _noisy():
    """A model that adds noise in training only."""
    return keras.Sequential([keras.Input(shape=(4,)), layers.GaussianNoise(1.0), layers.GaussianDropout(0.5)])


@cache
def _two_headed():
    """A model with two outputs, of which the first is not the last layer; it reads series of any length."""
    series = keras.Input(shape=(None, 3))
    steps = layers.Dense(4, activation="sigmoid", kernel_initializer=_start(3), name="steps")(series)
    sums = layers.GlobalAveragePooling1D(name="sums")(series)
    right = layers.Dense(2, activation="elu", kernel_initializer=_start(4), name="right")(sums)
    return keras.Model(series, [right, steps])


def _two_heads(series):
    """What each layer of this model answers, by its name."""
    kernels = {layer.name: layer.get_weights()[0] for layer in _two_headed().layers if layer.weights}
    right = series.mean(axis=1) @ kernels["right"]
    return {
        "steps": 1 / (1 + np.exp(-series @ kernels["steps"])),
        "sums": series.mean(axis=1),
        "right": np.where(right > 0, right, np.exp(right) - 1),
    }


def _start(seed):
    return keras.initializers.RandomNormal(stddev=1.0, seed=seed)


@cache
def _branched():
    inputs = keras.Input(shape=(4,))
    first = layers.Dense(4, activation="relu")(inputs)
    second = layers.Dense(4, activation="tanh")(first)
    model = keras.Model(inputs, layers.Dense(2)(layers.Add()([first, second])))
    return _with_weights(model, KERNELS[0], BIASES[0], KERNELS[1], BIASES[1])


def _with_weights(model, *weights):
    model.set_weights([*weights, LAST_KERNEL, LAST_BIAS])
    return model


@pytest.mark.check(
    points=3,
    hint="keras.Function or keras.Model leads from model.inputs to the output of any layer, and is called with what "
    "model.inputs is a list of.",
)
def test_dense(submission):
    """Each Dense layer answers with the activation of its weighted sums."""
    for index in (0, 1, 2):
        found = submission.layer_output(_plain(), index, FEATURES)
        _expect_answer(found, PLAIN, index, f"layer {index}")
        expect.that(
            not isinstance(found, (list, tuple)),
            expected=f"one array as the answer of layer {index}",
            found=expect.type_name(found),
            likely="the rows came as a list; np.array, or keras.ops.convert_to_numpy, makes one array of all",
        )
    for n_rows in (1, 70):
        rows = np.resize(FEATURES, (n_rows, 4))
        expect.close(
            submission.layer_output(_plain(), 0, rows),
            np.resize(FIRST, (n_rows, 4)),
            what=f"the answer of layer 0 to {n_rows} rows",
            tol=1e-4,
            likely="the answer has one row for each row of the features, however many there are",
        )


@pytest.mark.check(points=1, needs=["test_dense"], hint="What is model.layers[: index + 1] when index is -1?")
def test_negative(submission):
    """A negative index counts from the end, as in any list."""
    for index in (-1, -3):
        found = submission.layer_output(_plain(), index, FEATURES)
        _expect_answer(found, PLAIN, index, f"layer {index} of three")


@pytest.mark.check(
    points=2,
    needs=["test_dense"],
    hint="Dropout and batch normalization work in two ways. Which of them do predictions use?",
)
def test_inference(submission):
    """Dropout drops nothing, and batch normalization uses the figures that it has gathered."""
    for index, name in ((1, "Dropout"), (2, "BatchNormalization"), (3, "Dense")):
        found = submission.layer_output(_regular(), index, FEATURES)
        scaled = (FIRST - FIRST.mean(axis=0)) / np.sqrt(FIRST.var(axis=0) + 1e-3) * SCALE + SHIFT
        likely = expect.cause(
            (
                name == "Dropout"
                and expect.array(found).shape == (5, 4)
                and np.all((found == 0) | np.isclose(found, 2 * FIRST, atol=1e-4)),
                "dropout set numbers to 0 and doubled the others, as it does in training",
            ),
            (
                expect.same(found, scaled, tol=1e-4),
                "these were normalized by the mean and the deviation of this batch, as in training",
            ),
            None,
        )
        _expect_answer(found, REGULAR, index, f"a {name} layer", likely)
    for index, name in enumerate(("GaussianNoise", "GaussianDropout")):
        expect.close(
            submission.layer_output(_noisy(), index, FEATURES),
            FEATURES,
            what=f"the answer of a {name} layer",
            tol=1e-4,
            likely="the noise of the training is in these numbers; in a prediction the layer hands on what it reads",
        )


@pytest.mark.check(
    points=2,
    needs=["test_dense"],
    hint="Its inputs are in model.inputs. Layers that follow each other in model.layers need not read from each other.",
)
def test_functional(submission):
    """In a functional model with a branch every layer answers, from the InputLayer on."""
    names = ["the InputLayer", "the first Dense layer", "the second Dense layer", "the Add layer", "the output layer"]
    for index in (3, 1, -1, 0):
        found = submission.layer_output(_branched(), index, FEATURES)
        likely = expect.cause(
            (
                index == 3 and expect.same(found, 2 * SECOND, tol=1e-5),
                "the branch is lost: Add reads from both Dense layers",
            ),
            (
                (index > 0 and expect.same(found, BRANCHED[index + 1], tol=1e-5)) or (index == 0 and found is not None),
                "the InputLayer is the first of the layers here",
            ),
            None,
        )
        _expect_answer(found, BRANCHED, index, names[index], likely)
    series = RANDOM.normal(size=(3, 6, 3)).astype("float32")
    answers, model = _two_heads(series), _two_headed()
    for place, layer in enumerate(model.layers[1:], start=1 - len(model.layers)):
        found = submission.layer_output(model, place, series)
        expect.close(
            found,
            answers[layer.name],
            what=f"the answer of the {type(layer).__name__} layer at {place}, in a model with two outputs",
            tol=1e-4,
            likely=expect.cause(
                (
                    any(expect.same(found, answer, tol=1e-4) for answer in answers.values()),
                    "this is the answer of another layer: a layer need not read from the one before it in the list, "
                    "and an output of the model need not be the last layer",
                ),
                (
                    expect.array(found).ndim != answers[layer.name].ndim,
                    "the answer keeps all axes that the layer gives",
                ),
                "ask the layer itself, at its place in the model, for its `output`",
            ),
        )


@pytest.mark.check(
    points=2, needs=["test_dense"], hint="What does a Sequential model lack as long as it has seen no rows?"
)
def test_unbuilt(submission):
    """A new Sequential model, which was never called, is built and then asked."""
    starts, features = [_start(1), _start(2)], FEATURES[:, :3]
    kernels = [np.asarray(keras.ops.convert_to_numpy(start((n, 4)))) for start, n in zip(starts, (3, 4), strict=True)]
    first = np.maximum(features @ kernels[0], 0)
    answers = [first, first, np.tanh(first @ kernels[1])]
    watch = submission.lend("keraskata.datasets.layers.LayerWatch")
    for index in (0, 1, -1):
        model = submission.lend(
            "keras.Sequential",
            layers=[
                layers.Dense(4, activation="relu", kernel_initializer=starts[0]),
                layers.Dropout(0.5),
                layers.Dense(4, activation="tanh", kernel_initializer=starts[1]),
            ],
        )
        found = submission.layer_output(model, index, features)
        _expect_answer(found, answers, index, f"layer {index} of a model that was never called")
        expect.that(
            not model.attribute("compiled") and watch.built(model, index),
            expected="a model that has its weights afterwards, and is not compiled",
            found="one that was compiled" if model.attribute("compiled") else "a model without weights, as before",
            likely="compile belongs to training; to ask a layer, nothing has to be compiled"
            if model.attribute("compiled")
            else "a copy was built and asked: the model itself is to be built",
        )
    fresh = submission.lend("keras.Sequential", layers=[layers.BatchNormalization(epsilon=0.0), layers.ReLU()])
    expect.close(
        submission.layer_output(fresh, 0, features + 9),
        features + 9,
        what="the answer of a BatchNormalization that has seen no training: what it reads",
        tol=1e-4,
        likely="the model was built by a call with training=True, which moves the figures that predictions use; "
        "build it without",
    )


@pytest.mark.check(points=1, needs=["test_dense"], hint="Does your code take something away, or write into something?")
def test_untouched(submission):
    """The model keeps its layers and weights, and the features their numbers."""
    model, features = _regular(), FEATURES.copy()
    submission.layer_output(model, 2, features)
    left = submission.argument(0)
    expect.equal(
        len(left.layers),
        4,
        what="the number of layers of the model afterwards",
        likely="layers were taken away, as pop does; a new keras.Function or keras.Model can end at any layer",
    )
    expect.that(
        expect.same(expect.weights_of(left), expect.weights_of(model), tol=0),
        expected="the same weights afterwards as before",
        found="other weights",
        likely="batch normalization moves its figures along when it is called with training=True",
    )
    expect.equal(
        [layer.name for layer in left.layers],
        [layer.name for layer in model.layers],
        what="the names of the layers afterwards",
        likely="a name was given to a layer of the model; its place in model.layers is enough to find it",
    )
    expect.that(
        left.trainable and all(layer.trainable for layer in left.layers),
        expected="a model that can be trained afterwards, as before",
        found="one with weights that training leaves alone",
        likely="trainable was set to False; to ask a layer, nothing has to be frozen",
    )
    expect.that(
        not left.compiled,
        expected="a model that is not compiled, as before",
        found="it was compiled",
        likely="compile belongs to training; to ask a layer, nothing has to be compiled",
    )
    expect.unchanged(submission.argument(2), FEATURES, what="features")


def _expect_answer(found, answers, index, what, likely=None):
    right, place = answers[index], index % len(answers)
    before, behind = [FEATURES, *answers][place], [*answers, None][place + 1]

    def like(array):
        return expect.same(found, array, tol=1e-4)

    expect.close(
        found,
        right,
        what=f"the answer of {what}",
        tol=1e-4,
        likely=likely
        or expect.cause(
            (
                _is(found, "KerasTensor"),
                "this is the symbolic output of the layer: it stands for numbers, and holds none",
            ),
            (_is(found, "Function") or isinstance(found, keras.Model), "this is a way to the answer: call it"),
            (index < 0 and like(FEATURES), "no layer was asked: model.layers[: index + 1] is empty when index is -1"),
            (index < 0 and like(answers[0]), "this is the first layer; -1 is the first one from the end"),
            (like(before), "this is what goes into the layer: the answer of the layer before, or the features"),
            (like(behind), "this is the answer of the layer behind it: is keras.Input counted?"),
            (like(answers[-1]), "this is the answer of the whole model, after its last layer"),
            (like(right[None]), "a list with the answer came back: take its first item"),
            (like(right[0]), "only one row is left: the answer was no list, and [0] took its first row"),
            (like(right.mean(axis=0)), "this is the mean over the rows; each row has an answer of its own"),
            (like(right.T), "rows and columns are swapped: a row for each row of the features"),
            *(_mistakes(like, place) if answers is PLAIN else ()),
            "ask the layer itself, at its place in the model: a new or copied one starts from other weights",
        ),
    )


def _mistakes(like, place):
    """What may have gone wrong on the way to the answer of a Dense layer of the plain model."""
    into, (kernel, bias, activation) = [FEATURES, *PLAIN][place], DENSE[place]
    scaled = (FEATURES - FEATURES.mean(axis=0)) / FEATURES.std(axis=0)
    for weights, shift, function in DENSE[:place]:
        scaled = function(scaled @ weights + shift)
    return (
        (like(into @ kernel + bias), "the weighted sums are right; the activation of the layer is missing"),
        (like(activation(into @ kernel)), "the bias is missing"),
        (like(activation(FEATURES @ kernel + bias)), "the layer got the features themselves: others come before it"),
        (like(kernel), "these are the weights of the layer, not its answer"),
        (like(activation(scaled @ kernel + bias)), "the features were scaled before; the model reads them as they are"),
    )


def _is(value, kind):
    """Return whether `value` stayed in the learner's process, and is of that kind."""
    return getattr(value, "kind", "") == kind
