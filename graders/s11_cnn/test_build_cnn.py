"""Grades s11_cnn/build_cnn: two convolutions, Flatten and softmax, which learn to distinguish handwritten digits."""

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

FILTERS = [(3, 3, 1, 32), (3, 3, 32, 8)]


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
    _expect_shapes(model, (28, 28, 1), 3, "build_cnn()")
    _expect_shapes(submission.build_cnn((20, 24, 3), 5), (20, 24, 3), 5, "build_cnn((20, 24, 3), 5)")
    expect.new_each_call(submission, "build_cnn")


@pytest.mark.check(points=2, needs=["test_shapes"], hint="Conv2D takes the number of filters first, then their size.")
def test_filters(model):
    """There are two convolutions: one with 32 filters of 3 x 3, then one with 8."""
    kernels = [weight.shape for weight in model.get_weights() if weight.ndim == 4]
    sizes = [f"{shape[-1]} filters of {shape[0]} x {shape[1]}" for shape in kernels]
    expect.that(
        kernels == FILTERS,
        expected="a convolution with 32 filters of 3 x 3, then one with 8 filters of 3 x 3",
        found=f"{_count(kernels)}: " + ", then ".join(sizes) if sizes else "no convolution",
        likely=expect.cause(
            (len(kernels) == 1, "one convolution is missing; both are Conv2D layers"),
            (len(kernels) > 2, "there is a convolution too many"),
            (
                [shape[-1] for shape in kernels] == [8, 32],
                "the two are swapped: the one with 32 filters comes first",
            ),
            (
                any(shape[0] == 32 for shape in kernels),
                "the number of filters is the first argument of Conv2D, their size the second",
            ),
            'write Conv2D(32, 3, activation="relu"), and the same with 8',
        ),
    )


@pytest.mark.check(points=1, needs=["test_filters"], hint="How large is the image after each convolution?")
def test_parameters(submission, model):
    """For images of 28 x 28 and three classes there are 16,459 weights to learn: no padding, and nothing in between."""
    weights = model.get_weights()
    kinds = " ".join(type(layer).__name__ for layer in model.layers)
    width = weights[-2].shape[0] if weights[-1].ndim == 1 else 0
    expect.equal(
        model.count_params(),
        16_459,
        what="the number of weights",
        likely=expect.cause(
            ("Global" in kinds, "global pooling keeps one number for each filter; Flatten keeps every one"),
            ("Pooling" in kinds, "there is pooling, which makes the image smaller; leave it out"),
            ("Normalization" in kinds, "BatchNormalization has weights of its own; leave it out"),
            (len(weights) < 6, "a bias is missing: each of the three layers has one unless told otherwise"),
            (kinds.count("Dense") > 1, "there is a further Dense layer; the softmax comes right after Flatten"),
            (width == 28 * 28 * 8, 'padding="same" keeps the size of the image; leave padding out'),
            "strides above 1, or dilation, make the image smaller; leave both out",
        ),
    )
    expect.equal(
        submission.build_cnn((20, 24, 3), 5).count_params(),
        (9 * 3 + 1) * 32 + (9 * 32 + 1) * 8 + (16 * 20 * 8 + 1) * 5,
        what="the number of weights for colour images of 20 x 24 and five classes",
        likely="something depends on the shape of the images: padding, strides or dilation",
    )
    expect.that(
        not any(weight.constraint or weight.regularizer for weight in model.weights),
        expected="weights that are free",
        found="a constraint or a penalty on some of them",
        likely="kernel_regularizer and kernel_constraint hold the weights back; leave both out",
    )


@pytest.mark.check(
    points=2, needs=["test_parameters"], hint="What does each layer do to the numbers that it has summed?"
)
def test_answers(model):
    """It answers as convolutions with relu, then softmax, do with its weights."""
    images = np.random.default_rng(0).random((6, 28, 28, 1)).astype("float32")
    _expect_answers(model, images)
    weights = model.get_weights()
    louder = type(model).from_config(model.get_config())
    louder.set_weights([20 * weights[0], *weights[1:4], weights[4] / 20, weights[5]])
    expect.close(
        expect.predict(louder, images),
        expect.predict(_network(louder), images),
        what="the answer with 20 times the weights in the first convolution",
        tol=1e-4,
        likely="the activation is no plain relu: large numbers are cut",
    )


def _expect_answers(model, images):
    """Say which other activations or scales give this answer, where it is not the right one."""
    found = expect.predict(model, images)

    def same(first="relu", second="relu", last="softmax", scale=1.0):
        return expect.same(found, expect.predict(_network(model, first, second, last), scale * images), tol=1e-4)

    if same():
        return
    right = expect.predict(_network(model), images)
    likely = expect.cause(
        (same(last="linear"), "the output is without an activation; softmax makes probabilities of it"),
        (same(last="sigmoid"), "sigmoid makes a probability of each number alone; with softmax they sum to 1"),
        (
            same("linear", "linear"),
            "relu is missing: without it the convolutions make one straight map; give it to each Conv2D as activation",
        ),
        (same(second="linear"), "the second convolution has no relu"),
        (same(first="linear"), "the first convolution has no relu"),
        (same("tanh", "tanh"), "the convolutions use tanh; the task says relu"),
        (same(scale=1 / 255), "the model divides by 255, but its pixels run from 0 to 1 already"),
        "something else changes the numbers between the layers, or another activation is used",
    )
    expect.close(found, right, what="the answer to six images of noise", tol=1e-4, likely=likely)


@pytest.mark.check(
    points=1, needs=["test_shapes"], hint="The labels are 0, 1, 2: which cross-entropy takes them as they are?"
)
def test_loss(model):
    """The model is compiled with sparse categorical cross-entropy, of probabilities."""
    expect.compiled(model, what="build_cnn()")
    name = expect.loss_name(model)
    expect.equal(
        name,
        "sparse_categorical_crossentropy",
        what="the loss",
        likely=expect.cause(
            (
                name == "categorical_crossentropy",
                "this cross-entropy is for one-hot labels; for whole numbers there is the sparse one",
            ),
            (name == "binary_crossentropy", "this cross-entropy is for two classes; for more there is the sparse one"),
            ("squared" in name or "absolute" in name, "this loss is for predicting numbers, not for classes"),
            (name == "none", "compile was called without a loss"),
            'write loss="sparse_categorical_crossentropy" in compile',
        ),
    )
    row = np.array([[0.7, 0.2, 0.1]], "float32")
    loss = keras.losses.get(model.loss)(np.array([0]), row)
    expect.close(
        float(np.ravel(keras.ops.convert_to_numpy(loss))[0]),
        -np.log(0.7),
        what="the loss of a probability of 0.7 for the true class",
        tol=1e-4,
        likely=expect.cause(
            (
                not np.any(keras.ops.convert_to_numpy(loss)),
                "ignore_class leaves a class out, so that it is never learned",
            ),
            "from_logits=True applies a softmax of its own, on top of the one in the model; leave it out",
        ),
    )


@pytest.mark.check(points=1, needs=["test_loss"], hint="compile takes metrics=[...], a list of names.")
def test_accuracy(model):
    """The model is compiled with accuracy among its metrics: the share of images in their right class."""
    expect.that(
        expect.metric_names(model),
        expected="accuracy among the metrics",
        found="no metrics",
        likely=expect.cause(
            (
                (model.get_compile_config() or {}).get("loss_weights"),
                "the third argument of compile is loss_weights; write metrics=[...]",
            ),
            'compile was called without metrics=["accuracy"]',
        ),
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
        likely=expect.cause(
            (
                not measured or "keras.metrics.Accuracy" in repr(model.get_compile_config()),
                "keras.metrics.Accuracy compares the probabilities themselves with the labels; "
                'the text "accuracy" picks the one that asks which is the largest',
            ),
            (
                any(expect.same(value, 6 / 8, tol=1e-4) for value in measured.values()),
                "the second best class counts as right, too: this is top-k accuracy",
            ),
            'accuracy is missing: metrics=["accuracy"]',
        ),
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
        likely="a layer is frozen: trainable=False keeps its first weights for ever",
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
    expect.keep_images(title, [_first_twelve(unseen[read == digit, :, :, 0]) for digit in range(3)])
    expect.keep_confusion("Unseen digits: what they are, and what the network reads", truth, read, ["0", "1", "2"])
    zero, one = (unseen[truth == digit][0, :, :, 0] for digit in (0, 1))
    title = "Eight filters of the first convolution, and what each of them sees in a 0 and in a 1"
    expect.keep_images(title, expect.filters_and_what_they_see(*trained.get_weights()[:2], [zero, one]))
    expect.calibrated(
        float(np.mean(read == truth)),
        "test accuracy on three digits",
        better="higher",
        what="the share of unseen digits that are read rightly",
        likely="weights that all begin at zero stay alike, and weights that are not trainable stay as they are",
    )


def _three_classes(features, labels):
    kept = labels < 3
    return features[kept], labels[kept]


def _expect_shapes(found, image_shape, n_classes, call):
    expect.model(found, what=call)
    expect.that(
        found.built,
        expected=f"{call} returns a model that knows the shape of its images",
        found="a model that will only find out when it sees data",
        likely="the model does not begin with keras.Input(shape=image_shape)",
    )
    shape = found.input_shape
    expect.equal(
        shape,
        (None, *image_shape),
        what=f"the input shape of {call}",
        likely=expect.cause(
            (shape == (None, 28, 28, 1), "the shape is fixed at (28, 28, 1), instead of taken from image_shape"),
            (
                shape[:-1] == (None, *image_shape[:-1]),
                "the number of channels is fixed, instead of taken from image_shape",
            ),
            "the shape of the input is image_shape: one image, without the number of images",
        ),
    )
    shape = found.output_shape
    expect.equal(
        shape,
        (None, n_classes),
        what=f"the output shape of {call}",
        likely=expect.cause(
            (len(shape) > 2, "the answer still has rows and columns: Flatten is missing before the Dense layer"),
            (shape == (None, 3), "the number of classes is fixed at 3, instead of taken from n_classes"),
            (shape == (None, 1), "the last layer has one unit; it needs one for each class"),
            "the last Dense layer has n_classes units",
        ),
    )


def _network(found, first="relu", second="relu", last="softmax"):
    """The network of the task with the weights of `found`, or with other activations."""
    layers = keras.layers
    network = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation=first),
            layers.Conv2D(8, 3, activation=second),
            layers.Flatten(),
            layers.Dense(3, activation=last),
        ]
    )
    network.set_weights(found.get_weights())
    return network


def _measured(found, images, labels):
    """What the metrics say; nothing where they cannot be computed from such labels."""
    found.run_eagerly = True
    found.reset_metrics()
    try:
        measured = found.test_on_batch(images, labels, return_dict=True)
    except Exception:  # each backend has an error of its own for shapes that do not fit
        return {}
    return {name: float(value) for name, value in measured.items() if name != "loss"}


def _first_twelve(images):
    return np.concatenate([images[:12], np.ones((max(12 - len(images), 0), 28, 28))])


def _count(kernels):
    return "1 convolution" if len(kernels) == 1 else f"{len(kernels)} convolutions"
