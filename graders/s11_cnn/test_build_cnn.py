"""Grades s11_cnn/build_cnn: two convolutions, Flatten and softmax, which learn to distinguish handwritten digits."""

from functools import partial

import keras
import numpy as np
import pytest
from scipy.special import softmax

from keraskata import expect
from keraskata.datasets import load

FIRST, SECOND = expect.varied("first_filters"), expect.varied("second_filters")
FILTERS = [(3, 3, 1, FIRST), (3, 3, FIRST, SECOND)]
ASKED = (20, 24, 3), 5
FAR = 1024  # relu carries a power of two through exactly; whatever bends further out shows
NTH = ("first", "second", "third")
OTHERS = ("LocallyConnected", "Separable", "Depthwise", "Transpose", "Conv1D", "Conv3D")
RESIZING = ("ZeroPadding2D", "Cropping2D", "UpSampling2D", "Resizing")


def _network(found, first="relu", second="relu", last="softmax"):
    """The network of the task with the weights of `found`, or with other activations."""
    layers = keras.layers
    network = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(FIRST, 3, activation=first),
            layers.Conv2D(SECOND, 3, activation=second),
            layers.Flatten(),
            layers.Dense(3, activation=last),
        ]
    )
    network.set_weights(found.get_weights())
    return network


def _answered(model, images, first="relu", second="relu", last="softmax"):
    return expect.predict(_network(model, first, second, last), images)


def _shared_out(model, images, axis):
    """The answers where softmax goes along another axis than the classes; None is all of them."""
    return softmax(_answered(model, images, last="linear"), axis)


def _layers(model):
    """All layers, those inside others, too."""
    return [layer for layer in model._flatten_layers() if not isinstance(layer, keras.Model)]


def _kinds(model, *parts):
    """The first kind of layer whose name has one of these parts, to be named in a row."""
    kinds = (type(layer).__name__ for layer in _layers(model))
    return next(({"kind": kind} for kind in kinds if any(part in kind for part in parts)), None)


def _convolution(model, name, usual):
    """The first convolution that has another setting of this name than usual, to be named in a row."""
    convolutions = [layer for layer in _layers(model) if isinstance(layer, keras.layers.Conv2D)]
    for nth, layer in zip(NTH, convolutions, strict=False):
        value = getattr(layer, name)
        if value != usual:
            return {"nth": nth, "value": value[0] if isinstance(value, tuple) else value}
    return None


def _added(model):
    """The first layer of another kind that has weights, to be named in a row."""
    plain = (keras.layers.Conv2D, keras.layers.Dense)
    others = (layer for layer in _layers(model) if not isinstance(layer, plain))
    return next(({"kind": type(layer).__name__} for layer in others if layer._trainable_variables), None)


def _averages(model):
    """The first layer with weights that no optimizer changes although it is not frozen, to be named in a row."""
    layers = (layer for layer in _layers(model) if layer.trainable and layer.non_trainable_weights)
    return next(({"kind": type(layer).__name__} for layer in layers), None)


def _given_to(layer, name):
    """Whether a layer was given one of its regularizers or constraints."""
    return any(getattr(layer, f"{part}_{name}", None) for part in ("kernel", "bias"))


def _metrics(model):
    return expect.metric_names(model)


def _measures_by(model, kind):
    """Whether one of the metrics is of this kind, whatever its name."""
    return f"'{kind}'" in repr((model.get_compile_config() or {}).get("metrics")).lower().replace("_", "")


BUILT = expect.diagnoses(
    no_input=(
        "the model does not begin with keras.Input(shape=image_shape)",
        lambda seen: isinstance(seen.model, keras.Sequential),
    ),
    otherwise="a model learns the shape of its images from keras.Input(shape=image_shape)",
)
INPUT = expect.diagnoses(
    fixed=(
        "the shape is fixed at (28, 28, 1), instead of taken from image_shape",
        lambda seen: seen.shape == (None, 28, 28, 1),
    ),
    channels=(
        "the number of channels is fixed at 1, instead of taken from image_shape",
        lambda seen: seen.shape == (None, *seen.asked[:2], 1),
    ),
    square=(
        "height and width are one number here, and images need not be square: image_shape is (height, width, channels)",
        lambda seen: seen.shape[1] == seen.shape[2] in seen.asked[:2] and seen.asked[0] != seen.asked[1],
    ),
    turned=(
        "height and width are swapped; image_shape begins with the height",
        lambda seen: seen.shape == (None, seen.asked[1], seen.asked[0], seen.asked[2]),
    ),
    default=(
        "the shape is taken from image_shape; but look at its default, which build_cnn() takes",
        lambda seen: seen.submission.build_cnn(*ASKED).input_shape == (None, *ASKED[0]),
    ),
    otherwise="the shape of the input is image_shape: one image, without the number of images",
)
OUTPUT = expect.diagnoses(
    late=(
        "Flatten is the last layer here. It stands before the Dense layer, so that Dense gets one long row",
        lambda seen: isinstance(seen.model.layers[-1], keras.layers.Flatten),
    ),
    rows=(
        "the answer still has rows and columns: Flatten is missing before the Dense layer",
        lambda seen: len(seen.shape) == 4 and not _kinds(seen.model, "Flatten", "Reshape"),
    ),
    fixed=(
        "there are {n} classes, whatever n_classes says; take the number from it",
        lambda seen: (
            {"n": seen.shape[1]}
            if seen.shape[1] not in (1, seen.asked)
            and {seen.submission.build_cnn(ASKED[0], n).output_shape for n in (4, 5)} == {seen.shape}
            else None
        ),
    ),
    one=("the last layer has one unit; it needs one for each class", lambda seen: seen.shape == (None, 1)),
    off=(
        "the number of units is n_classes, and 1 more or less. Each class has one unit",
        lambda seen: (
            seen.submission.build_cnn(*ASKED).output_shape[1] - ASKED[1] == seen.shape[1] - seen.asked in (-1, 1)
        ),
    ),
    default=(
        "the number is taken from n_classes; but look at its default, which build_cnn() takes",
        lambda seen: seen.submission.build_cnn(*ASKED).output_shape == (None, ASKED[1]),
    ),
    otherwise="the last Dense layer has n_classes units",
)
KERNELS = expect.diagnoses(
    kind=("there is a {kind}; both convolutions are Conv2D layers", lambda seen: _kinds(seen.model, *OTHERS)),
    dense=(
        "there is a Dense layer where a second Conv2D should be",
        lambda seen: len(seen.kernels) == 1 and len(expect.hidden_activations(seen.model)) == 2,
    ),
    one=("one convolution is missing; both are Conv2D layers", lambda seen: len(seen.kernels) == 1),
    more=("there are more than two convolutions", lambda seen: len(seen.kernels) > 2),
    swapped=(
        f"the two are swapped: the one with {FIRST} filters comes first",
        lambda seen: [shape[-1] for shape in seen.kernels] == [SECOND, FIRST],
    ),
    turned=(
        "the number of filters is the first argument of Conv2D, their size the second",
        lambda seen: any(shape[:2] in ((FIRST, FIRST), (SECOND, SECOND)) and shape[-1] == 3 for shape in seen.kernels),
    ),
    size=(
        "the numbers of filters are right; look at how large the filters are, kernel_size",
        lambda seen: [shape[2:] for shape in seen.kernels] == [shape[2:] for shape in FILTERS],
    ),
    number=(
        "the size of the filters is right; look at how many there are",
        lambda seen: len(seen.kernels) == 2 and all(shape[:2] == (3, 3) for shape in seen.kernels),
    ),
    otherwise="each convolution is a Conv2D layer, with its number of filters and their size",
)
PARAMETERS = expect.diagnoses(
    whole=(
        "{kind} keeps one number for each filter; Flatten keeps every one",
        lambda seen: _kinds(seen.model, "GlobalAverage", "GlobalMax"),
    ),
    pooling=("{kind} makes the image smaller; leave it out", lambda seen: _kinds(seen.model, "Pooling")),
    resizing=("{kind} changes the size of the image; leave it out", lambda seen: _kinds(seen.model, *RESIZING)),
    added=("{kind} has weights of its own; leave it out", lambda seen: _added(seen.model)),
    bias=(
        "a bias is missing: each of the three layers has one unless told otherwise",
        lambda seen: any(getattr(layer, "use_bias", True) is False for layer in _layers(seen.model)),
    ),
    dense=(
        "there is a further Dense layer; the softmax comes right after Flatten",
        lambda seen: sum(isinstance(layer, keras.layers.Dense) for layer in _layers(seen.model)) > 1,
    ),
    padding=(
        'the {nth} convolution has padding="{value}", which adds a border to the image; leave padding out',
        lambda seen: _convolution(seen.model, "padding", "valid"),
    ),
    strides=(
        "the {nth} convolution moves by {value} pixels at a time: its strides, the third argument of Conv2D",
        lambda seen: _convolution(seen.model, "strides", (1, 1)),
    ),
    dilation=(
        "the {nth} convolution has dilation_rate={value}, which leaves pixels out; it is 1 unless told otherwise",
        lambda seen: _convolution(seen.model, "dilation_rate", (1, 1)),
    ),
    otherwise="two convolutions, Flatten and one Dense layer have weights to learn, and nothing else has",
)
FREE = expect.diagnoses(
    penalty=(
        "a regularizer is a penalty on large weights, which holds them back; leave it out",
        lambda seen: any(_given_to(layer, "regularizer") for layer in _layers(seen.model)),
    ),
    constraint=(
        "a constraint does not let the weights take every value; leave it out",
        lambda seen: any(_given_to(layer, "constraint") for layer in _layers(seen.model)),
    ),
    otherwise="the weights may take every value",
)
ACTIVATIONS = expect.mistakes(
    logits=(
        "the output is without an activation; softmax makes probabilities of it",
        partial(_answered, last="linear"),
    ),
    sigmoid=(
        "sigmoid makes a probability of each number alone; with softmax they sum to 1",
        partial(_answered, last="sigmoid"),
    ),
    batch=(
        "softmax went along axis 0, over the images, and not over the classes, axis -1: for each class the numbers of "
        "all images sum to 1",
        partial(_shared_out, axis=0),
    ),
    all=(
        "the numbers of all images together sum to 1: softmax is to go over the classes of each image alone, axis -1",
        partial(_shared_out, axis=None),
    ),
    straight=(
        "relu is missing: without it the convolutions make one straight map; give it to each Conv2D as activation",
        partial(_answered, first="linear", second="linear"),
    ),
    second=("the second convolution has no relu", partial(_answered, second="linear")),
    first=("the first convolution has no relu", partial(_answered, first="linear")),
    other=(
        "a convolution has another activation than relu; look at both",
        *(
            partial(_answered, first=first, second=second)
            for other in ("tanh", "sigmoid", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "softmax")
            for first, second in ((other, other), (other, "relu"), ("relu", other))
        ),
    ),
    scaled=(
        "the model changes the pixels before the first convolution, but they run from 0 to 1 already",
        lambda model, images: _answered(model, images / 255),
        lambda model, images: _answered(model, 2 * images - 1),
    ),
    otherwise="relu follows each convolution, softmax the Dense layer, and nothing else changes the numbers",
)
LARGE = expect.mistakes(
    cut=(
        "this relu stops at 6, as relu6 does; relu itself has no upper end",
        *(
            partial(_answered, first=first, second=second)
            for first, second in (("relu6", "relu6"), ("relu6", "relu"), ("relu", "relu6"))
        ),
    ),
    otherwise="relu has no upper end: it leaves each number above 0 as it is, however large",
)
LOSS = expect.diagnoses(
    one_hot=(
        "this cross-entropy is for one-hot labels; for whole numbers there is the sparse one",
        lambda seen: seen.name == "categorical_crossentropy",
    ),
    binary=(
        "this cross-entropy is for two classes; for more there is the sparse one",
        lambda seen: seen.name == "binary_crossentropy",
    ),
    numbers=(
        "this loss is for predicting numbers, not for classes",
        lambda seen: any(part in seen.name for part in ("squared", "absolute", "huber", "log_cosh")),
    ),
    none=("compile was called without a loss", lambda seen: seen.name == "none"),
    own=(expect.OWN_SPARSE_LOSS, lambda seen: seen.name == "own_loss"),
    otherwise="the loss is sparse categorical cross-entropy, by this name",
)
METRICS = expect.diagnoses(
    third=(expect.THIRD_OF_COMPILE, lambda seen: (seen.model.get_compile_config() or {}).get("loss_weights")),
    none=(
        'compile was called without metrics=["accuracy"]',
        lambda seen: not (seen.model.get_compile_config() or {}).get("metrics"),
    ),
    otherwise="metrics=[...] is a list of names",
)
ACCURACY = expect.diagnoses(
    equal=(
        "keras.metrics.Accuracy compares the probabilities themselves with the labels; "
        'the text "accuracy" picks the one that asks which is the largest',
        lambda seen: "'class_name': 'Accuracy'" in repr(seen.model.get_compile_config()),
    ),
    one_hot=(
        "CategoricalAccuracy is for one-hot labels; here they are whole numbers",
        lambda seen: _measures_by(seen.model, "categoricalaccuracy"),
    ),
    binary=(
        "BinaryAccuracy is for yes or no; here one of several classes is right",
        lambda seen: _measures_by(seen.model, "binaryaccuracy"),
    ),
    top=(
        "the second best class counts as right, too: this is top-k accuracy",
        lambda seen: any(expect.same(value, 6 / 8, tol=1e-4) for value in seen.measured.values()),
    ),
    none=(
        "something else is measured, and no accuracy",
        lambda seen: all(keras.metrics.get(name) and "acc" not in name for name in _metrics(seen.model)),
    ),
    otherwise="accuracy is the share of images whose largest probability stands at their class",
)
FROZEN = expect.diagnoses(
    averages=("{kind} has weights that no optimizer changes; leave it out", lambda seen: _averages(seen.model)),
    otherwise="the optimizer can change every weight of two convolutions and a Dense layer",
)
START = expect.diagnoses(
    frozen=(
        "trainable=False keeps the weights as they are; leave it out",
        lambda seen: any(layer.weights and not layer.trainable for layer in _layers(seen.model)),
    ),
    alike=(
        "all weights of a layer begin at the same value, so that its units stay alike",
        lambda seen: any(weight.ndim > 1 and np.ptp(weight) == 0 for weight in seen.model.get_weights()),
    ),
    otherwise="with the first weights that Keras draws, this network learns to read nearly all of them",
)


@pytest.fixture(scope="module")
def digits():
    """Real zeros, ones and twos, (n, 28, 28, 1) from 0 to 1, and what they are: to train on, and unseen ones."""
    return [_three_classes(*split) for split in load.digits_28()]


@pytest.fixture(scope="module")
def model(submission):
    return submission.build_cnn()


@pytest.mark.check(
    points=2, hint="Which argument tells the model what an image looks like, and which how many classes?"
)
def test_shapes(submission, model):
    """The model reads images of image_shape and gives n_classes numbers; (28, 28, 1) and 3 are the defaults."""
    _expect_shapes(submission, model, (28, 28, 1), 3, "build_cnn()")
    _expect_shapes(submission, submission.build_cnn(*ASKED), *ASKED, "build_cnn((20, 24, 3), 5)")
    expect.new_each_call(submission, "build_cnn")


@pytest.mark.check(points=2, needs=["test_shapes"], hint="Conv2D takes the number of filters first, then their size.")
def test_filters(model):
    """There are two convolutions: one with {first_filters} filters of 3 x 3, then one with {second_filters}."""
    kernels = [weight.shape for weight in model.get_weights() if weight.ndim == 4]
    sizes = [f"{shape[-1]} filters of {shape[0]} x {shape[1]}" for shape in kernels]
    expect.that(
        kernels == FILTERS,
        expected=f"a convolution with {FIRST} filters of 3 x 3, then one with {SECOND} filters of 3 x 3",
        found=f"{_count(kernels)}: " + ", then ".join(sizes) if sizes else "no convolution",
        likely=KERNELS.of(model=model, kernels=kernels),
    )


@pytest.mark.check(points=1, needs=["test_filters"], hint="How large is the image after each convolution?")
def test_parameters(submission, model):
    """There are as many weights to learn as these layers have: no padding, and nothing in between."""
    convolutions = (9 + 1) * FIRST + (9 * FIRST + 1) * SECOND
    expect.equal(
        model.count_params(),
        convolutions + (24 * 24 * SECOND + 1) * 3,
        what="the number of weights",
        likely=PARAMETERS.of(model=model),
    )
    colour = submission.build_cnn(*ASKED)
    expect.equal(
        colour.count_params(),
        convolutions + 9 * 2 * FIRST + (16 * 20 * SECOND + 1) * 5,
        what="the number of weights for colour images of 20 x 24 and five classes",
        likely=PARAMETERS.of(model=colour),
    )
    expect.that(
        not any(weight.constraint or weight.regularizer for weight in model.weights),
        expected="weights that are free",
        found="a constraint or a penalty on some of them",
        likely=FREE.of(model=model),
    )


@pytest.mark.check(
    points=2, needs=["test_parameters"], hint="What does each layer do to the numbers that it has summed?"
)
def test_answers(model):
    """It answers as convolutions with relu, then softmax, do with its weights."""
    images = np.random.default_rng(0).random((6, 28, 28, 1)).astype("float32")
    found = expect.predict(model, images)
    expect.close(
        found,
        _answered(model, images),
        what="the answer to six images of noise",
        tol=1e-4,
        likely=ACTIVATIONS.of(found, model, images),
    )
    weights = model.get_weights()
    louder = type(model).from_config(model.get_config())
    louder.set_weights([FAR * weights[0], *weights[1:4], weights[4] / FAR, weights[5]])
    found = expect.predict(louder, images)
    expect.close(
        found,
        _answered(louder, images),
        what=f"the answer with {FAR} times the weights in the first convolution",
        tol=1e-4,
        likely=LARGE.of(found, louder, images),
    )


@pytest.mark.check(
    points=1, needs=["test_shapes"], hint="The labels are 0, 1, 2: which cross-entropy takes them as they are?"
)
def test_loss(model):
    """The model is compiled with sparse categorical cross-entropy, of probabilities."""
    expect.keras_loss(
        model,
        "sparse_categorical_crossentropy",
        what="build_cnn()",
        likely=LOSS.of(name=expect.loss_name(model)),
    )


@pytest.mark.check(points=1, needs=["test_loss"], hint="compile takes metrics=[...], a list of names.")
def test_accuracy(model):
    """The model is compiled with accuracy among its metrics: the share of images in their right class."""
    expect.that(
        expect.metric_names(model),
        expected="accuracy among the metrics",
        found="no metrics",
        likely=METRICS.of(model=model),
    )
    images = np.random.default_rng(1).random((8, 28, 28, 1)).astype("float32")
    ranked = np.argsort(expect.predict(model, images), axis=1)
    labels = ranked[:, -1].copy()
    labels[:3] = ranked[[0, 1, 2], [0, 0, 1]]  # the least likely class, twice, and the second best
    measured = _measured(model, images, labels)
    expect.that(
        any(expect.same(value, 5 / 8, tol=1e-4) for value in measured.values()),
        expected="a metric that says 0.625 where 5 of 8 images are answered rightly",
        found=", ".join(f"{name}: {expect.number(value)}" for name, value in measured.items())
        or "a metric that cannot be measured with such labels",
        likely=ACCURACY.of(model=model, measured=measured),
    )


@pytest.mark.check(
    points=1, needs=["test_loss"], hint="Can the optimizer change the weights, and in steps of a sensible size?"
)
def test_trains(submission, digits):
    """As you compiled it, the model learns: the loss on real digits falls in the first steps."""
    (images, labels), _ = digits
    found = submission.build_cnn()
    expect.learns(found, images[:24], labels[:24])
    expect.equal(
        len(found.trainable_weights),
        len(found.weights),
        what="how many arrays of weights the optimizer can change",
        likely=FROZEN.of(model=found),
    )


@pytest.mark.check(
    points=2, needs=["test_answers"], hint="Do all weights begin at different values, and can all of them move?"
)
def test_learns(model, digits):
    """Trained on some 270 handwritten zeros, ones and twos, it reads others that it has never seen."""
    (images, labels), (unseen, truth) = digits
    trained = type(model).from_config(model.get_config())  # a clone would keep the compiled metrics
    trained.set_weights(model.get_weights())
    trained.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", run_eagerly=True)
    for step in range(12):  # three times over all images
        rows = slice(step % 4, None, 4)
        trained.train_on_batch(images[rows], labels[rows])
    read = np.argmax(expect.predict(trained, unseen), axis=1)
    title = "Unseen digits that the network reads as 0, as 1 and as 2"
    expect.keep_images(
        title,
        [_first_twelve(unseen[read == digit, :, :, 0]) for digit in range(3)],
        look="Look for digits in a wrong row: what may have misled the network there?",
    )
    expect.keep_confusion(
        "Unseen digits: what they are, and what the network reads",
        truth,
        read,
        ["0", "1", "2"],
        look="Look beside the diagonal: each count there is of digits that were taken for others.",
    )
    zero, one = (unseen[truth == digit][0, :, :, 0] for digit in (0, 1))
    title = "Eight filters of the first convolution, and what each of them sees in a 0 and in a 1"
    expect.keep_images(
        title,
        expect.filters_and_what_they_see(*trained.get_weights()[:2], [zero, one]),
        look="Look down each column: a filter, and where it lights up in a 0 and in a 1.",
    )
    expect.calibrated(
        float(np.mean(read == truth)),
        "test accuracy on three digits",
        better="higher",
        what="the share of unseen digits that are read rightly",
        likely=START.of(model=model),
    )


def _three_classes(features, labels):
    kept = labels < 3
    return features[kept], labels[kept]


def _expect_shapes(submission, found, image_shape, n_classes, call):
    expect.model(found, what=call)
    expect.that(
        found.built,
        expected=f"{call} returns a model that knows the shape of its images",
        found="a model that will only find out when it sees data",
        likely=BUILT.of(model=found),
    )
    shape = found.input_shape
    expect.equal(
        shape,
        (None, *image_shape),
        what=f"the input shape of {call}",
        likely=INPUT.of(shape=shape, asked=image_shape, submission=submission),
    )
    shape = found.output_shape
    expect.equal(
        shape,
        (None, n_classes),
        what=f"the output shape of {call}",
        likely=OUTPUT.of(model=found, shape=shape, asked=n_classes, submission=submission),
    )


def _measured(found, images, labels):
    """What the metrics say; nothing where they cannot be computed from such labels."""
    found.run_eagerly = True
    found.reset_metrics()
    try:
        measured = found.test_on_batch(images, labels, return_dict=True)
    except Exception:  # each backend has an error of its own for shapes that do not fit
        return {}
    return {name: value for name, value in expect.single_numbers(measured).items() if name != "loss"}


def _first_twelve(images):
    return np.concatenate([images[:12], np.ones((max(12 - len(images), 0), 28, 28))])


def _count(kernels):
    return "1 convolution" if len(kernels) == 1 else f"{len(kernels)} convolutions"
