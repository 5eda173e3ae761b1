"""Grades s09_tensors/layer_output: what layers answer, compared with a computation in NumPy."""

from functools import cache
from types import SimpleNamespace

import keras
import numpy as np
import pytest
from keras import layers

from keraskata import expect

RANDOM = np.random.default_rng(9)
NAME = "network"  # of several models: a name is not an identity
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

_COMPILED = "compile belongs to training; to ask a layer, nothing has to be compiled"
_BATCH = "these were normalized by the mean and the deviation of this batch, as in training"
_ACTIVATION = "the weighted sums are right; the activation of the layer is missing"
ANSWER = expect.diagnoses(
    symbolic=(
        "this is the symbolic output of the layer: it stands for numbers, and holds none",
        lambda seen: _is(seen.found, "KerasTensor"),
    ),
    uncalled=(
        "this is a way to the answer: call it",
        lambda seen: _is(seen.found, "Function") or isinstance(seen.found, keras.Model),
    ),
    changed=(
        "features was changed in place: leave the array as it is, and ask the layer about it",
        lambda seen: seen.changed(),
    ),
    groups=(
        "of {many} rows {some} have an answer, and of {few} none: the last group of rows may be smaller than the "
        "others, and counts, too",
        lambda seen: _full_groups(seen),
    ),
    kept=(
        "this is the answer of a layer of another model, asked in an earlier call: keep nothing between calls. Neither "
        "an index nor a name says which model it is",
        lambda seen: (
            seen.answers is not PLAIN
            and seen.answers is not BRANCHED
            # The regular model begins with the same layer as the plain one; a new one has no layer in common with it.
            and any(map(seen.like, PLAIN[1:] if seen.answers is REGULAR else PLAIN))
        ),
    ),
    dropout=(
        "dropout is at work here, as in training: it sets numbers to 0 and doubles the others",
        lambda seen: (
            seen.answers is not PLAIN
            and seen.answers is not BRANCHED
            and seen.place == 1
            and _dropped(seen.found, seen.right)
        ),
    ),
    batch=(_BATCH, lambda seen: seen.answers is REGULAR and seen.like(_normalized(FIRST) * SCALE + SHIFT)),
    branch=(
        "the branch is lost: Add reads from both Dense layers",
        lambda seen: seen.answers is BRANCHED and seen.place == 3 and seen.like(2 * SECOND),
    ),
    input_layer=(
        "this is the answer of the layer behind it: the InputLayer is the first of the layers here",
        lambda seen: seen.answers is BRANCHED and seen.like(seen.answers[seen.place + 1]),
    ),
    no_layer=(
        "no layer was asked: model.layers[: index + 1] is empty when index is -1",
        lambda seen: seen.index == -1 and seen.like(FEATURES),
    ),
    from_front=(
        "this is a layer further in front: -1 is the last one, and -2 the one before it",
        lambda seen: seen.index < 0 and seen.like(seen.answers[0]),
    ),
    input_counted=(
        "counted from the front this is one place too early, and from behind it is right: in a Sequential model "
        "keras.Input does not count",
        lambda seen: (
            seen.answers is PLAIN
            and seen.index >= 0
            and seen.like([FEATURES, *PLAIN][seen.place])
            and expect.same(seen.from_behind(), seen.right, tol=1e-4)
        ),
    ),
    before=(
        "this is what goes into the layer: the answer of the layer before, or the features",
        lambda seen: seen.like([FEATURES, *seen.answers][seen.place]),
    ),
    behind=("this is the answer of the layer behind it", lambda seen: seen.like([*seen.answers, None][seen.place + 1])),
    whole=("this is the answer of the whole model, after its last layer", lambda seen: seen.like(seen.answers[-1])),
    list=("a list with the answer came back: take its first item", lambda seen: seen.like(seen.right[None])),
    one_row=(
        "only one row is left: the answer was no list, and [0] took its first row",
        lambda seen: seen.like(seen.right[0]),
    ),
    fewer=(
        "only {found} of {rows} rows came through: each row of the features has an answer of its own",
        lambda seen: _some_rows(seen.found, seen.right),
    ),
    mean=(
        "this is the mean over the rows; each row has an answer of its own",
        lambda seen: seen.like(seen.right.mean(axis=0)),
    ),
    transposed=(
        "rows and columns are swapped: a row for each row of the features",
        lambda seen: seen.like(seen.right.T),
    ),
    activation=(_ACTIVATION, lambda seen: (at := _dense(seen)) and seen.like(at.into @ at.kernel + at.bias)),
    bias=("the bias is missing", lambda seen: (at := _dense(seen)) and seen.like(at.function(at.into @ at.kernel))),
    alone=(
        "the layer got the features themselves: others come before it",
        lambda seen: (at := _dense(seen)) and seen.like(at.function(FEATURES @ at.kernel + at.bias)),
    ),
    kernel=(
        "these are the weights of the layer, not its answer",
        lambda seen: (at := _dense(seen)) and seen.like(at.kernel),
    ),
    scaled=(
        "the features were scaled before; the model reads them as they are",
        lambda seen: seen.answers is PLAIN and seen.like(_through(_normalized(FEATURES, 0), seen.place + 1)),
    ),
    unread=(
        "other features would have the same answer: the features are not read",
        lambda seen: (
            (seen.answers is PLAIN or seen.answers is BRANCHED)
            and np.size(seen.found)
            and seen.like(seen.to(FEATURES[::-1] + 1))
        ),
    ),
    new=(
        "asked again, it gives other numbers, as new or copied layers do: ask the layer itself",
        lambda seen: (seen.answers is PLAIN or seen.answers is BRANCHED) and not seen.like(seen.again()),
    ),
    otherwise="is it the layer at `index` of this very model that is asked, and is nothing kept from an earlier call?",
)
ROWS = expect.diagnoses(
    list=(
        "the rows came as a list; np.array, or keras.ops.convert_to_numpy, makes one array of all",
        lambda seen: isinstance(seen.found, (list, tuple)),
    ),
    squeezed=(
        "a single row has lost its axis, as with squeeze: the answer is a table of one row",
        lambda seen: expect.array(seen.found).shape == seen.right.shape[1:],
    ),
    fewer=(
        "only {found} of {rows} rows have an answer, however many there are",
        lambda seen: (
            {"found": len(seen.found), "rows": len(seen.right)}
            if expect.array(seen.found).ndim == 2 and len(seen.found) < len(seen.right)
            else None
        ),
    ),
    otherwise="the answer has one row for each row of the features, however many there are",
)
NOISE = expect.diagnoses(
    training=(
        "the noise of the training is in these numbers; in a prediction the layer hands on what it reads",
        lambda seen: np.ptp(seen.of_equal_rows(), axis=0).any(),
    ),
    otherwise="in a prediction the layer hands on what it reads",
)
HEADS = expect.diagnoses(
    other=(
        "this is the answer of another layer: a layer need not read from the one before it in the list, and an output "
        "of the model need not be the last layer",
        lambda seen: any(expect.same(seen.found, answer, tol=1e-4) for answer in seen.answers.values()),
    ),
    flat=(
        "the answer keeps all axes that the layer gives",
        lambda seen: expect.same(np.ravel(seen.found), np.ravel(seen.right), tol=1e-4),
    ),
    activation=(_ACTIVATION, lambda seen: expect.same(seen.found, seen.sums, tol=1e-4)),
    otherwise="ask the layer itself, at its place in the model, for its `output`",
)
BUILT = expect.diagnoses(
    compiled=(_COMPILED, lambda seen: seen.compiled),
    partly=(
        "layers have their weights only as far as they were asked: build the whole model first, with model.build",
        lambda seen: any(seen.built),
    ),
    copy=("the model itself is to be built, and no copy of it", lambda seen: not any(seen.built)),
    axes=(
        "a model for images runs once it is built, and was built for other rows here: features.shape[1:] has all axes "
        "of a row, and an image has three",
    ),
)
FRESH = expect.diagnoses(
    moved=(
        "the model was built by a call with training=True, which moves the figures that predictions use; build it "
        "without",
        lambda seen: expect.same(
            seen.found,
            (seen.rows - 0.01 * seen.rows.mean(axis=0)) / np.sqrt(0.99 + 0.01 * seen.rows.var(axis=0)),
            tol=1e-3,
        ),
    ),
    batch=(_BATCH, lambda seen: expect.same(seen.found, _normalized(seen.rows, 0), tol=1e-3)),
    otherwise="a BatchNormalization that was never trained hands on what it reads",
)
UNTOUCHED = expect.diagnoses(
    popped=(
        "layers were taken away, as pop does; a new keras.Function or keras.Model can end at any layer",
        lambda seen: len(seen.left.layers) < len(seen.model.layers),
    ),
    moved=(
        "batch normalization moves its figures along when it is called with training=True",
        lambda seen: (
            [np.array_equal(*pair) for pair in zip(seen.left.get_weights(), seen.model.get_weights(), strict=True)]
            == [weight.trainable for weight in seen.model.weights]
        ),
    ),
    renamed=(
        "a name was given to a layer of the model; its place in model.layers is enough to find it",
        lambda seen: [layer.name for layer in seen.left.layers] != [layer.name for layer in seen.model.layers],
    ),
    frozen=(
        "trainable was set to False; to ask a layer, nothing has to be frozen",
        lambda seen: not all(layer.trainable for layer in [seen.left, *seen.left.layers]),
    ),
    compiled=(_COMPILED, lambda seen: seen.left.compiled),
    filled=(
        "nan, a missing number, was filled in in the array of the caller, as by nan_to_num with copy=False: leave that "
        "out",
    ),
    locked=(
        "the array of the caller is locked, as by setflags(write=False): nobody can write into it now; leave that out",
    ),
    otherwise="the model is only asked: it stays as it is",
)
KEPT = expect.diagnoses(
    before=(
        "this is what the layer answered with its weights of before: keep neither answers nor copies of layers",
        lambda seen: seen.before_is_right and expect.same(seen.found, seen.before, tol=1e-4),
    ),
    other=(
        "alone, this call is right: something of an earlier call is still in use. The kind of a model, the number of "
        "its layers and the index do not tell which model it is",
        lambda seen: not seen.before_is_right and seen.right_alone(),
    ),
    otherwise="ask the layer of this very model on each call, with the weights that it has then",
)


@cache
def _plain():
    model = keras.Sequential(
        [
            keras.Input(shape=(4,)),
            layers.Dense(4, activation="relu"),
            layers.Dense(4, activation="tanh"),
            layers.Dense(2),
        ],
        name=NAME,
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
        ],
        name=NAME,
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
    """The weighted sums of each layer of this model, and what it answers, by its name."""
    kernels = {layer.name: layer.get_weights()[0] for layer in _two_headed().layers if layer.weights}
    means = series.mean(axis=1)
    sums = {"steps": series @ kernels["steps"], "sums": means, "right": means @ kernels["right"]}
    elu = np.where(sums["right"] > 0, sums["right"], np.exp(sums["right"]) - 1)
    return sums, {"steps": 1 / (1 + np.exp(-sums["steps"])), "sums": means, "right": elu}


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
        _expect_answer(submission, found, PLAIN, index, f"layer {index}")
        expect.that(
            not isinstance(found, (list, tuple)),
            expected=f"one array as the answer of layer {index}",
            found=expect.type_name(found),
            likely=ROWS.of(found=found),
        )
    for n_rows in (1, 70):
        rows = np.resize(FEATURES, (n_rows, 4))
        found, right = submission.layer_output(_plain(), 0, rows), np.resize(FIRST, (n_rows, 4))
        likely = ROWS.of(found=found, right=right)
        expect.close(found, right, what=f"the answer of layer 0 to {n_rows} rows", tol=1e-4, likely=likely)


@pytest.mark.check(points=1, needs=["test_dense"], hint="What is model.layers[: index + 1] when index is -1?")
def test_negative(submission):
    """A negative index counts from the end, as in any list."""
    for index in (-1, -3):
        found = submission.layer_output(_plain(), index, FEATURES)
        _expect_answer(submission, found, PLAIN, index, f"layer {index} of three")


@pytest.mark.check(
    points=2,
    needs=["test_dense"],
    hint="Dropout and batch normalization work in two ways. Which of them do predictions use?",
)
def test_inference(submission):
    """Dropout drops nothing, and batch normalization uses the figures that it has gathered."""
    for index, name in ((1, "Dropout"), (2, "BatchNormalization"), (3, "Dense")):
        found = submission.layer_output(_regular(), index, FEATURES)
        _expect_answer(submission, found, REGULAR, index, f"a {name} layer")
    for index, name in enumerate(("GaussianNoise", "GaussianDropout")):
        found = submission.layer_output(_noisy(), index, FEATURES)
        likely = NOISE.of(of_equal_rows=_equal_rows(submission, index))
        expect.close(found, FEATURES, what=f"the answer of a {name} layer", tol=1e-4, likely=likely)


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
        _expect_answer(submission, found, BRANCHED, index, names[index])
    series = RANDOM.normal(size=(3, 6, 3)).astype("float32")
    sums, answers = _two_heads(series)
    model = _two_headed()
    for place, layer in enumerate(model.layers[1:], start=1 - len(model.layers)):
        found = submission.layer_output(model, place, series)
        expect.close(
            found,
            answers[layer.name],
            what=f"the answer of the {type(layer).__name__} layer at {place}, in a model with two outputs",
            tol=1e-4,
            likely=HEADS.of(found=found, right=answers[layer.name], answers=answers, sums=sums[layer.name]),
        )


@pytest.mark.check(
    points=2, needs=["test_dense"], hint="What does a Sequential model lack as long as it has seen no rows?"
)
def test_unbuilt(submission):
    """A new Sequential model, which was never called, is built and then asked."""
    starts = [_start(1), _start(2)]
    watch = submission.lend("keraskata.datasets.layers.LayerWatch")
    for index, width in ((0, 4), (0, 3), (1, 3), (-1, 3)):
        features = FEATURES[:, :width]
        shapes = (width, 4), (4, 4)
        kernels = [keras.ops.convert_to_numpy(start(shape)) for start, shape in zip(starts, shapes, strict=True)]
        first = np.maximum(features @ kernels[0], 0)
        answers = [first, first, np.tanh(first @ kernels[1])]
        model = submission.lend(
            "keras.Sequential",
            layers=[
                layers.Dense(4, activation="relu", kernel_initializer=starts[0]),
                layers.Dropout(0.5),
                layers.Dense(4, activation="tanh", kernel_initializer=starts[1]),
            ],
        )
        found = submission.layer_output(model, index, features)
        _expect_answer(submission, found, answers, index, f"layer {index} of a model that was never called", features)
        _expect_layers(watch.count(model), 3)
        compiled, built = model.attribute("compiled"), [watch.built(model, place) for place in (0, 2)]
        lacking = f"a model {'with weights in its first layers only' if any(built) else 'without weights, as before'}"
        expect.that(
            not compiled and all(built),
            expected="a model that has its weights afterwards, and is not compiled",
            found="one that was compiled" if compiled else lacking,
            likely=BUILT.of(compiled=compiled, built=built),
        )
    _expect_images(submission)
    fresh = submission.lend("keras.Sequential", layers=[layers.BatchNormalization(epsilon=0.0), layers.ReLU()])
    rows = features + 9
    found = submission.layer_output(fresh, 0, rows)
    what = "the answer of a BatchNormalization that has seen no training: what it reads"
    expect.close(found, rows, what=what, tol=1e-4, likely=FRESH.of(found=found, rows=rows))


@pytest.mark.check(
    points=1,
    needs=["test_dense"],
    hint="Does your code take something away, write into something, or keep something for the next call?",
)
def test_untouched(submission):
    """The model keeps its layers and weights, the features their numbers, and the code no answers."""
    model, features = _regular(), submission.lend("numpy.array", object=FEATURES)
    submission.layer_output(model, 2, features)
    left = submission.argument(0)
    likely = UNTOUCHED.of(left=left, model=model)
    expect.equal(
        len(left.layers),
        4,
        what="the number of layers of the model afterwards",
        likely=likely,
    )
    expect.that(
        expect.same(expect.weights_of(left), expect.weights_of(model), tol=0),
        expected="the same weights afterwards as before",
        found="other weights",
        likely=likely,
    )
    expect.equal(
        [layer.name for layer in left.layers],
        [layer.name for layer in model.layers],
        what="the names of the layers afterwards",
        likely=likely,
    )
    expect.that(
        left.trainable and all(layer.trainable for layer in left.layers),
        expected="a model that can be trained afterwards, as before",
        found="one with weights that training leaves alone",
        likely=likely,
    )
    expect.that(
        not left.compiled,
        expected="a model that is not compiled, as before",
        found="it was compiled",
        likely=likely,
    )
    expect.unchanged(submission.argument(2), FEATURES, what="features")
    expect.that(
        features.attribute("flags").attribute("writeable"),
        expected="features that can be written into, as before the call",
        found="an array that is locked",
        likely=UNTOUCHED.says("locked"),
    )
    gaps = FEATURES.copy()
    gaps[1, 2] = np.nan
    if expect.raised(submission.layer_output, model, 0, gaps) is None:
        expect.that(
            np.array_equal(submission.argument(2), gaps, equal_nan=True),
            expected="features as before the call, with nan in one place",
            found="other values in it",
            likely=UNTOUCHED.says("filled"),
        )
    two = [layers.Dense(4, activation=name) for name in ("relu", "tanh")]
    same = submission.lend("keras.Sequential", layers=two)
    submission.layer_output(_noisy(), 1, FEATURES)  # another model with as many layers
    before = submission.layer_output(same, 1, FEATURES)
    watch = submission.lend("keraskata.datasets.layers.LayerWatch")
    _expect_layers(watch.count(same), 2)
    built = [watch.built(same, place) for place in (0, 1)]
    expect.that(
        all(built),
        expected="a new model that has its weights afterwards",
        found="one that lacks weights",
        likely=BUILT.of(compiled=False, built=built),
    )
    right_before = _two_layers(same.get_weights())
    same.set_weights([KERNELS[0], BIASES[0], KERNELS[1], BIASES[1]])
    found = submission.layer_output(same, 1, FEATURES)
    what = "the answer of layer 1 of the same model, once it has other weights"
    likely = KEPT.of(
        found=found,
        before=before,
        before_is_right=expect.same(before, right_before, tol=1e-4),
        right_alone=lambda: expect.same(_alone(submission, two), SECOND, tol=1e-4),
    )
    expect.close(found, SECOND, what=what, tol=1e-4, likely=likely)


def _expect_images(submission):
    """Require that a new model for images is built and asked, too: a row has more axes than one."""
    images = RANDOM.normal(size=(3, 4, 5, 1)).astype("float32")
    kernel = np.arange(8, dtype="float32").reshape(2, 2, 1, 2) - 3

    def new():
        start = keras.initializers.Constant(kernel)
        parts = [layers.Conv2D(2, 2, kernel_initializer=start), layers.Flatten(), layers.Dense(2)]
        return submission.lend("keras.Sequential", layers=parts)

    def runs_when_built():
        model = new()
        model.build((None, *images.shape[1:]))
        return expect.raised(submission.layer_output, model, 1, images) is None

    windows = np.lib.stride_tricks.sliding_window_view(images[..., 0], (2, 2), axis=(1, 2))
    right = np.einsum("nijkl,klc->nijc", windows, kernel[:, :, 0]).reshape(len(images), -1)
    what = "the answer of a Flatten layer behind a Conv2D layer, in a new model for images"
    with expect.explained(lambda _: BUILT.says("axes") if runs_when_built() else None):
        found = submission.layer_output(new(), 1, images)
    expect.close(found, right, what=what, tol=1e-4)


def _two_layers(weights):
    """The answer of the second of two layers, relu and tanh, to FEATURES."""
    kernel, bias, last_kernel, last_bias = weights
    return np.tanh(np.maximum(FEATURES @ kernel + bias, 0) @ last_kernel + last_bias)


def _alone(submission, two):
    """The answer to the same call in a process that had none before."""
    anew = submission.reseeded(1)
    model = anew.lend("keras.Sequential", layers=two)
    model.build((None, 4))
    model.set_weights([KERNELS[0], BIASES[0], KERNELS[1], BIASES[1]])
    return anew.layer_output(model, 1, FEATURES)


def _expect_layers(count, before):
    likely = expect.cause((count < before, UNTOUCHED.says("popped")))
    expect.equal(count, before, what="the number of layers of the model afterwards", likely=likely)


def _expect_answer(submission, found, answers, index, what, features=None):
    right, given = answers[index], FEATURES if features is None else features
    left = submission.argument(2)
    model = _branched if answers is BRANCHED else _plain
    likely = ANSWER.of(
        found=found,
        right=right,
        answers=answers,
        index=index,
        place=index % len(answers),
        changed=lambda: not expect.same(left, given, tol=0),
        like=lambda array: expect.same(found, array, tol=1e-4),
        to=lambda features: submission.layer_output(model(), index, features),
        from_behind=lambda: submission.layer_output(model(), index - len(answers), FEATURES),
        # Under another seed, whatever was left to chance comes out otherwise.
        again=lambda: submission.reseeded(1).layer_output(model(), index, FEATURES),
    )
    expect.close(found, right, what=f"the answer of {what}", tol=1e-4, likely=likely)


def _some_rows(found, right):
    """How many of the rows have their answer, as values for words, where these are fewer and all are right."""
    fewer = expect.array(found).shape[1:] == right.shape[1:] and 0 < len(found) < len(right)
    known = fewer and all(any(expect.same(row, each, tol=1e-4) for each in right) for row in found)
    return {"found": len(found), "rows": len(right)} if known else None


def _full_groups(seen):
    """How many of 70 rows have their answer, as values for words, where these are the first, and of few rows none."""
    if seen.answers is not PLAIN or np.size(seen.found) or np.shape(seen.found)[1:] != seen.right.shape[1:]:
        return None
    found, right = seen.to(np.resize(FEATURES, (70, 4))), np.resize(seen.right, (70, seen.right.shape[1]))
    known = 0 < len(found) < 70 and expect.same(found, right[: len(found)], tol=1e-4)
    return {"some": len(found), "many": 70, "few": len(FEATURES)} if known else None


def _equal_rows(submission, index):
    return lambda: submission.layer_output(_noisy(), index, np.ones((6, 4), "float32"))


def _dense(seen):
    """A Dense layer of the plain model, and what goes into it."""
    if seen.answers is not PLAIN:
        return None
    kernel, bias, function = DENSE[seen.place]
    return SimpleNamespace(into=[FEATURES, *PLAIN][seen.place], kernel=kernel, bias=bias, function=function)


def _through(rows, layers):
    """What the first layers of the plain model make of these rows."""
    for kernel, bias, function in DENSE[:layers]:
        rows = function(rows @ kernel + bias)
    return rows


def _normalized(rows, epsilon=1e-3):
    return (rows - rows.mean(axis=0)) / np.sqrt(rows.var(axis=0) + epsilon)


def _dropped(found, right):
    """Whether each number is 0 or twice the right one: few are not 0, and by chance all of these are kept, or none."""
    return ((found == 0) | np.isclose(found, 2 * right, atol=1e-4)).all()


def _is(value, kind):
    """Return whether `value` stayed in the learner's process, and is of that kind."""
    return getattr(value, "kind", "") == kind
