"""Grades s03_binary_classification/multi_label: one sigmoid for each of several yes/no questions."""

import keras
import numpy as np
import pytest

from datasets import load
from keraskata import expect


def _questions(split):
    """Three questions about the sides of lines, and a fourth that no line answers: is the point near the middle?"""
    features, labels = split
    return features, np.column_stack([labels, np.hypot(*features.T) < 1.2]).astype("int64")


TRAIN, TEST = map(_questions, load.multi_label(n=600, n_labels=3))


@pytest.fixture(scope="module")
def model(submission):
    return submission.build_multi_label_classifier(2, 4)


@pytest.fixture(scope="module")
def answers(submission):
    """The yes/no answers to the test rows, after training with a budget that does not hang on the optimizer."""
    model = submission.build_multi_label_classifier(2, 4)
    model.compile(keras.optimizers.Adam(0.04), "binary_crossentropy", jit_compile=False)
    features, labels = TRAIN
    # One epoch that passes 400 times over all rows: the same steps as 400 epochs, without their overhead.
    model.fit(np.tile(features, (400, 1)), np.tile(labels, (400, 1)), batch_size=len(labels), shuffle=False, verbose=0)
    return _probabilities(model, TEST[0]) > 0.5


@pytest.mark.check(points=2, hint="One output for each label, however many there are.")
def test_shapes(submission):
    """The model reads rows of n_features numbers and answers each with n_labels numbers."""
    for n_features, n_labels in ((2, 4), (5, 3), (3, 2)):
        call = f"build_multi_label_classifier({n_features}, {n_labels})"
        found = submission.build_multi_label_classifier(n_features, n_labels)
        expect.model(found, what=call)
        expect.that(
            found.built,
            expected=f"{call} returns a model that knows the width of its rows",
            found="a model that will only find out when it sees data",
            likely="the model does not begin with keras.Input(shape=(n_features,))",
        )
        expect.equal(
            found.input_shape,
            (None, n_features),
            what=f"the input shape of {call}",
            likely=expect.cause(
                (found.input_shape == (None, n_labels), "the width is taken from n_labels, instead of n_features"),
                (found.input_shape == (None, 2), "the width is fixed, instead of taken from n_features"),
                "the shape of the input is (n_features,): one row, without the number of rows",
            ),
        )
        expect.equal(
            found.output_shape,
            (None, n_labels),
            what=f"the output shape of {call}",
            likely=expect.cause(
                (found.output_shape == (None, 1), "one unit answers one question; each label needs its own"),
                (found.output_shape == (None, 3), "the three outputs are fixed, instead of taken from n_labels"),
                (found.output_shape == (None, n_features), "there is an output for each feature, not for each label"),
                (
                    found.output_shape == (None, 2**n_labels),
                    "there is an output for each combination; one for each label is enough",
                ),
                "the last Dense layer needs n_labels units",
            ),
        )


@pytest.mark.check(points=3, needs=["test_shapes"], hint="May two labels hold at once? Then they cannot share a total.")
def test_sigmoids(model):
    """Each label has a probability of its own, made by sigmoid: a row need not sum to 1."""
    found = expect.output_activation(model)
    expect.equal(
        found,
        "sigmoid",
        what="the activation of the output",
        likely=expect.cause(
            (found == "softmax", "your output rows sum to 1: softmax makes the labels exclusive"),
            (found == "linear", "without an activation any number comes out; sigmoid makes each a probability"),
            (found == "tanh", "tanh runs from -1 to 1; a probability runs from 0 to 1"),
            (found == "relu", "relu goes on without end; a probability runs from 0 to 1"),
            'give the last Dense layer activation="sigmoid"',
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_shapes"], hint="Each label is a yes/no question. Which cross-entropy is that?"
)
def test_loss(model):
    """The model is compiled with binary cross-entropy."""
    expect.compiled(model, what="build_multi_label_classifier(2, 4)")
    name = expect.loss_name(model)
    expect.equal(
        name,
        "binary_crossentropy",
        what="the loss",
        likely=expect.cause(
            (
                "categorical" in name,
                "categorical cross-entropy is for one class among many; here each label is a question of its own",
            ),
            ("squared" in name or "absolute" in name, "this loss is for predicting numbers, not for yes/no questions"),
            (name == "none", "compile was called without a loss"),
            'write loss="binary_crossentropy" in compile',
        ),
    )
    expect.that(
        not _takes_logits(model.loss),
        expected="a binary cross-entropy that is given probabilities",
        found="one that expects the numbers before the sigmoid",
        likely="from_logits=True applies a sigmoid of its own, on top of the one in the model; leave it out",
    )


@pytest.mark.check(
    points=1,
    needs=["test_loss"],
    hint='What does "accuracy" count when there are several outputs? Name the one you mean.',
)
def test_binary_accuracy(model):
    """The model is compiled with binary_accuracy: the share of all the yes/no answers that are right."""
    names = expect.metric_names(model)
    expect.that(
        names,
        expected="binary_accuracy among the metrics",
        found="no metrics",
        likely='compile was called without metrics=["binary_accuracy"]',
    )
    features = TRAIN[0][:64]
    guess = np.random.default_rng(0).random((64, 4)) < 0.35
    weights = model.get_weights()
    scores = []
    # Measured twice, with the output turned round: no other metric agrees with the accuracy both times.
    for sign in (1, -1):
        model.set_weights(weights[:-2] + [sign * weight for weight in weights[-2:]])
        predicted = _probabilities(model, features) > 0.5
        labels = (predicted ^ guess).astype("float32")
        scores.append((_metrics(model, features, labels), float(np.mean(predicted == labels))))
    model.set_weights(weights)
    expect.that(
        any(all(expect.same(score[name], right, tol=1e-4) for score, right in scores) for name in scores[0][0]),
        expected=f"a metric that says {expect.number(scores[0][1])} where that share of all answers is right",
        found=", ".join(f"{name}: {expect.number(value)}" for name, value in scores[0][0].items()),
        likely=expect.cause(
            (
                "accuracy" in names or "categorical_accuracy" in names,
                "with several outputs this accuracy is the categorical one: it asks only which output is the "
                'largest; write "binary_accuracy"',
            ),
            'binary_accuracy is missing: metrics=["binary_accuracy"]',
        ),
    )


@pytest.mark.check(
    points=1, needs=["test_loss"], hint="Can the optimizer change the weights, and in steps of a sensible size?"
)
def test_trains(submission):
    """As you compiled it, the model learns: the loss falls in the first steps."""
    model = submission.build_multi_label_classifier(2, 4)
    model.run_eagerly = True  # a dozen steps are done before a graph would be built
    features, labels = TRAIN
    before = _loss(model, features, labels)
    steps = []
    for _ in range(12):
        model.reset_metrics()
        steps.append(float(model.train_on_batch(features, labels, return_dict=True)["loss"]))
    after = _loss(model, features, labels)
    expect.that(
        after < before or min(steps[1:]) < steps[0],
        expected=f"a loss below {expect.number(before)} after twelve steps (it starts there)",
        found=f"{expect.number(after)}",
        likely=expect.cause(
            (not model.trainable_weights, "no weight can be trained: trainable is False"),
            (after == before, "nothing moved: the learning rate is zero, or too small to matter"),
            "the learning rate is too large, so that each step overshoots",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_sigmoids", "test_loss"], hint="Can what a row holds reach each of the outputs?"
)
def test_beats_the_majority(answers):
    """Trained, the model gets more rows fully right than the commonest set of labels would."""
    _, counts = np.unique(TEST[1], axis=0, return_counts=True)
    common = float(counts.max() / counts.sum())
    found = _fully_right(answers)
    expect.that(
        found > common,
        expected=f"more than {expect.number(common)} of the test rows with every label right: that is what the "
        "commonest set of labels gets",
        found=expect.number(found),
        likely="something between input and output holds the model back; a Dense layer of 16 units is plenty",
    )


@pytest.mark.check(
    points=3,
    needs=["test_beats_the_majority"],
    hint="What is needed between two Dense layers, so that they can bend? And how many units close a circle?",
)
def test_bends(model, answers):
    """Trained, it answers a question that no straight line can: is the point near the middle?"""
    expect.calibrated(
        float(np.mean(answers[:, 3] == TEST[1][:, 3])),
        "test accuracy on what no straight line can answer",
        better="higher",
        what="the test accuracy on that question",
        likely=expect.cause(
            (
                set(expect.hidden_activations(model)) <= {"linear"},
                "the hidden layer is missing or has no activation: two linear layers are one linear map, which draws "
                'straight lines; give the hidden layer activation="relu"',
            ),
            "the hidden layer has too few units for all the questions (take 16), or something holds it back",
        ),
    )


def _fully_right(answers):
    return float(np.mean(np.all(answers == TEST[1], axis=1)))


def _probabilities(model, features):
    return keras.ops.convert_to_numpy(model(features, training=False))


def _metrics(model, features, labels):
    """The compiled metrics on these rows, without the loss."""
    model.run_eagerly = True
    model.reset_metrics()
    scores = model.test_on_batch(features, labels, return_dict=True)
    return {name: float(value) for name, value in scores.items() if name != "loss"}


def _loss(model, features, labels):
    model.reset_metrics()
    return float(model.test_on_batch(features, labels, return_dict=True)["loss"])


def _takes_logits(loss):
    """Whether a binary cross-entropy puts a sigmoid of its own around what it is given."""
    if isinstance(loss, (list, tuple, dict)):
        loss = list(loss.values() if isinstance(loss, dict) else loss)[0]
    right, given = keras.ops.convert_to_tensor([[1.0]]), keras.ops.convert_to_tensor([[0.8]])
    value = float(np.ravel(keras.ops.convert_to_numpy(keras.losses.get(loss)(right, given)))[0])
    return expect.same(value, np.log1p(np.exp(-0.8)), tol=1e-4)
