"""Grades s03_binary_classification/multi_label: one sigmoid for each of several yes/no questions."""

import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load


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
    """The yes/no answers to the test rows, after training with a generous budget."""
    return expect.predict(expect.trained(submission.build_multi_label_classifier(2, 4), *TRAIN), TEST[0]) > 0.5


@pytest.mark.check(points=2, hint="One output for each label, however many there are.")
def test_shapes(submission, model):
    """The model reads rows of n_features numbers and answers each with n_labels numbers."""
    for n_features, n_labels, found in _built(submission, model):
        expect.widths(
            found,
            n_features,
            n_labels,
            what=f"build_multi_label_classifier({n_features}, {n_labels})",
            inputs=[(n_labels, "the width is taken from n_labels, instead of n_features")],
            outputs=[
                (1, "one unit answers one question; each label needs its own"),
                (3, "the three outputs are fixed, instead of taken from n_labels"),
                (n_features, "there is an output for each feature, not for each label"),
                (2**n_labels, "there is an output for each combination; one for each label is enough"),
            ],
        )
    expect.new_each_call(submission, "build_multi_label_classifier", 2, 4)


@pytest.mark.check(points=3, needs=["test_shapes"], hint="May two labels hold at once? Then they cannot share a total.")
def test_sigmoids(submission, model):
    """Each label has a probability of its own, made by sigmoid: a row need not sum to 1."""
    for found in (model, submission.build_multi_label_classifier(2, 2)):
        expect.sigmoid_output(found, softmax="your output rows sum to 1: softmax makes the labels exclusive")


@pytest.mark.check(
    points=2, needs=["test_shapes"], hint="Each label is a yes/no question. Which cross-entropy is that?"
)
def test_loss(model):
    """The model is compiled with binary cross-entropy."""
    expect.binary_cross_entropy(
        model,
        what="build_multi_label_classifier(2, 4)",
        categorical="categorical cross-entropy is for one class among many; here each label is a question of its own",
    )


@pytest.mark.check(
    points=1,
    needs=["test_loss"],
    hint='What does "accuracy" count when there are several outputs? Name the one you mean.',
)
def test_binary_accuracy(model):
    """The model is compiled with binary_accuracy: the share of all the yes/no answers that are right."""
    guess = np.random.default_rng(0).random((64, 4)) < 0.35
    categorical = (
        "with several outputs this accuracy is the categorical one: it asks only which output is the largest; write "
        '"binary_accuracy"'
    )
    expect.measures_accuracy(model, TRAIN[0][:64], guess, metric="binary_accuracy", categorical=categorical)


@pytest.mark.check(
    points=1, needs=["test_loss"], hint="Can the optimizer change the weights, and in steps of a sensible size?"
)
def test_trains(submission):
    """As you compiled it, the model learns: the loss falls in the first steps."""
    expect.learns(submission.build_multi_label_classifier(2, 4), *TRAIN)


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
def test_bends(submission, model, answers):
    """Trained, it answers a question that no straight line can: is the point near the middle?"""
    for found, outputs in ((model, 4), (submission.build_multi_label_classifier(1, 2), 2)):
        expect.hidden_units(found, 8, outputs=outputs)
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


def _built(submission, model):
    """Return models of other sizes, one with a single label."""
    others = ((5, 3), (3, 1), (1, 9))
    return [(2, 4, model), *((*sizes, submission.build_multi_label_classifier(*sizes)) for sizes in others)]


def _fully_right(answers):
    return float(np.mean(np.all(answers == TEST[1], axis=1)))
