"""Grades s03_binary_classification/multi_label: one sigmoid for each of several yes/no questions."""

import numpy as np
import pytest
from scipy.special import logit

from keraskata import expect
from keraskata.datasets import load


def _questions(split):
    """Three questions about the sides of lines, and a fourth that no line answers: is the point near the middle?"""
    features, labels = split
    return features, np.column_stack([labels, np.hypot(*features.T) < 1.2]).astype("int64")


TRAIN, TEST = map(_questions, load.multi_label(n=600, n_labels=3))

INPUTS = expect.diagnoses(
    labels=(
        "the width is taken from n_labels, instead of n_features",
        lambda seen: all(model.input_shape == (None, n_labels) for _, n_labels, model in seen.built),
    ),
    otherwise="the width is fixed, or taken from something else than n_features: the shape of a row is (n_features,)",
)
OUTPUTS = expect.diagnoses(
    one=(
        "one unit answers one question; each label needs its own",
        lambda seen: seen.model.output_shape == (None, 1),
    ),
    fixed=(
        "there are {units} outputs, whatever n_labels is",
        lambda seen: _fixed([model.output_shape[-1] for *_, model in seen.built]),
    ),
    features=(
        "there is an output for each feature, not for each label",
        lambda seen: all(model.output_shape == (None, n_features) for n_features, _, model in seen.built),
    ),
    combinations=(
        "there is an output for each combination; one for each label is enough",
        lambda seen: all(model.output_shape == (None, 2**n_labels) for _, n_labels, model in seen.built),
    ),
    otherwise="each label has an output of its own: the last layer needs n_labels units",
)
EACH = expect.diagnoses(
    softmax=("your output rows sum to 1: softmax makes the labels exclusive", lambda seen: seen.of == "rows"),
    loss=(
        "categorical cross-entropy is for one class among many; here each label is a question of its own",
        lambda seen: seen.of == "loss",
    ),
    tied=(
        "between the last Dense layer and the answers stand {steps}, which makes an answer depend on what the other "
        "labels get: sigmoid alone leaves each its own",
        lambda seen: seen.of == "others" and {"steps": ", ".join(expect.last_steps(seen.model)) or "other layers"},
    ),
    accuracy=(
        "with several outputs this accuracy is the categorical one: it asks only which output is the largest; write "
        '"binary_accuracy"',
        lambda seen: not any("Binary" in repr(metric) for metric in _metrics(seen.model)),
    ),
    otherwise='"binary_accuracy" is the share of all the yes/no answers that are right, yes from 0.5 on',
)
REACH = expect.diagnoses(
    same=(
        "all rows get the same answers: what a row holds does not reach the outputs",
        lambda seen: not np.ptp(seen.answers.astype(int), axis=0).any(),
    ),
    shared=(
        "all labels of a row get the same answer: each label needs a unit of its own",
        lambda seen: np.all(seen.answers == seen.answers[:, :1]),
    ),
    otherwise="look for what keeps the network from learning: does a hidden layer lead to each of the outputs?",
)
CURVES = expect.diagnoses(
    linear=(
        "the hidden layer has no activation: two linear layers are one linear map, which draws straight lines; give "
        'the hidden layer activation="relu"',
        lambda seen: set(expect.hidden_activations(seen.model)) == {"linear"} and _draws_lines(seen.model),
    ),
    rows=(
        "{name} stands on the rows, before the hidden Dense layer, and nothing bends behind it: put it into this "
        'layer, activation="{name}", or behind it',
        lambda seen: _bends_rows_alone(seen.model),
    ),
    bias=(
        "no layer has a bias, and this question needs one: leave use_bias=False out",
        lambda seen: all(len(weight.shape) == 2 for weight in seen.model.weights),
    ),
    narrow=(
        "all labels of a row depend on one number, for one of the layers in between has a single unit: leave it out, "
        "or give it more units",
        lambda seen: _hang_on_one_number(seen.model),
    ),
    otherwise="this takes a hidden layer that bends, and nothing behind it that takes away what it found; 16 units are "
    "plenty",
)


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
    built = _built(submission, model)
    for n_features, n_labels, found in built:
        expect.widths(
            found,
            n_features,
            n_labels,
            what=f"build_multi_label_classifier({n_features}, {n_labels})",
            inputs=[(n_labels, INPUTS.of(built=built))],
            outputs=[(width, OUTPUTS.of(model=found, built=built)) for width in {1, 3, n_features, 2**n_labels}],
        )
        expect.row_by_row(found, what=f"build_multi_label_classifier({n_features}, {n_labels})")
    expect.new_each_call(submission, "build_multi_label_classifier", 2, 4)


@pytest.mark.check(points=3, needs=["test_shapes"], hint="May two labels hold at once? Then they cannot share a total.")
def test_sigmoids(submission, model):
    """Each label has a probability of its own, made by sigmoid: a row need not sum to 1."""
    for found in (model, submission.build_multi_label_classifier(2, 2)):
        expect.that(
            expect.output_activation(found) == "softmax" or not expect.tied_outputs(found),
            expected="an answer to each label, whatever the others get",
            found="answers that move with what other labels get",
            likely=EACH.of(of="others", model=found),
        )
        if expect.output_activation(found) != "unknown" or not expect.separate_outputs(found):
            expect.sigmoid_output(found, softmax=EACH.of(of="rows"))


@pytest.mark.check(
    points=2, needs=["test_shapes"], hint="Each label is a yes/no question. Which cross-entropy is that?"
)
def test_loss(model):
    """The model is compiled with binary cross-entropy."""
    expect.binary_cross_entropy(
        model,
        what="build_multi_label_classifier(2, 4)",
        categorical=EACH.of(of="loss"),
    )


@pytest.mark.check(
    points=1,
    needs=["test_loss"],
    hint='What does "accuracy" count when there are several outputs? Name the one you mean.',
)
def test_binary_accuracy(model):
    """The model is compiled with binary_accuracy: the share of all the yes/no answers that are right."""
    guess = np.random.default_rng(0).random((64, 4)) < 0.35
    expect.measures_accuracy(
        model, TRAIN[0][:64], guess, metric="binary_accuracy", categorical=EACH.of(of="metric", model=model)
    )


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
        likely=REACH.of(answers=answers),
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
        likely=CURVES.of(model=model),
    )


def _built(submission, model):
    """Return models of other sizes, one with a single label."""
    others = ((5, 3), (3, 1), (1, 9))
    return [(2, 4, model), *((*sizes, submission.build_multi_label_classifier(*sizes)) for sizes in others)]


def _fully_right(answers):
    return float(np.mean(np.all(answers == TEST[1], axis=1)))


def _fixed(widths):
    return {"units": widths[0]} if len(set(widths)) == 1 else None


def _metrics(model):
    return (model.get_compile_config() or {}).get("metrics") or []


def _bends_rows_alone(model):
    """Return the activation that the rows meet, where none follows: where it bends nothing, lines are drawn."""
    name = expect.activation_of_rows(model)
    alone = name and set(expect.hidden_activations(model)) == {"linear"} and _draws_lines(model, np.abs(TEST[0]))
    return {"name": name} if alone else None


def _hang_on_one_number(model):
    """Return whether a layer has a single unit, and what goes into the sigmoids of all labels grows with one number."""
    single = any(len(weight.shape) == 2 and weight.shape[1] == 1 for weight in model.weights)
    sums = logit(expect.predict(model, TEST[0]).astype(float))
    first, second, *_ = np.linalg.svd(sums - sums.mean(axis=0), compute_uv=False)
    return single and second < 1e-3 * first


def _draws_lines(model, points=TEST[0]):
    """Return whether what goes into each output's sigmoid grows evenly along a line, as a linear map does."""
    begin, end = points[:64], points[64:128]
    sums = [logit(expect.predict(model, points).astype(float)) for points in (begin, (begin + end) / 2, end)]
    return expect.same(sums[1], (sums[0] + sums[2]) / 2, tol=1e-3)
