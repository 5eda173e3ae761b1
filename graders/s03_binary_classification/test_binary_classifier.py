"""Grades s03_binary_classification/binary_classifier: one sigmoid unit, binary cross-entropy, and rings to learn."""

import numpy as np
import pytest
from scipy.special import logit

from keraskata import expect
from keraskata.datasets import load

TRAIN, TEST = load.circles()

UNITS = expect.diagnoses(
    two=(
        "there are two units, one for each class; one is enough, since the other class has the rest",
        lambda seen: seen.model.output_shape == (None, 2),
    ),
    three=(
        "three outputs are three separate yes/no questions (multi-label); one question needs one unit",
        lambda seen: seen.model.output_shape == (None, 3),
    ),
    features=(
        "there is an output for each feature; it takes one for each row",
        lambda seen: seen.model.output_shape == seen.model.input_shape,
    ),
)
METRIC = expect.diagnoses(
    categorical=(
        "a categorical accuracy asks which output is the largest, and there is only one output",
        lambda seen: any("categorical" in name for name in expect.metric_names(seen.model)),
    ),
)
BENDS = expect.diagnoses(
    constant=(
        "before the training, each row gets the same answer: do the weights start at zero?",
        lambda seen: np.ptp(expect.predict(seen.model, TEST[0])) == 0,
    ),
    missing=(
        "the hidden layer is missing: the output layer alone draws a straight line",
        lambda seen: not expect.hidden_activations(seen.model),
    ),
    few=(
        "the hidden layers need 8 units or more, and have {units} here",
        lambda seen: {"units": _hidden_units(seen.model)} if _hidden_units(seen.model) < 8 else None,
    ),
    linear=(
        "the hidden layer has no activation: two linear layers are one linear map, which draws a straight line; give "
        'the hidden layer activation="relu"',
        lambda seen: set(expect.hidden_activations(seen.model)) == {"linear"} and _draws_a_line(seen.model),
    ),
    rows=(
        "{name} stands on the rows, before the hidden Dense layer, and nothing bends behind it: put it into this "
        'layer, activation="{name}", or behind it',
        lambda seen: _bends_rows_alone(seen.model),
    ),
    bias=(
        "no layer has a bias, and a ring needs one: leave use_bias=False out",
        lambda seen: all(len(weight.shape) == 2 for weight in seen.model.weights),
    ),
    otherwise="this takes 8 units or more that bend, and nothing behind them that takes away what they found",
)


@pytest.fixture(scope="module")
def model(submission):
    return submission.build_binary_classifier(2)


@pytest.fixture(scope="module")
def accuracy(submission):
    """The accuracy on the test rings, after training with a generous budget."""
    model = expect.trained(submission.build_binary_classifier(2), *TRAIN)
    return float(np.mean((expect.predict(model, TEST[0])[:, 0] > 0.5) == TEST[1]))


@pytest.mark.check(points=2, hint="How many numbers does it take to say how likely class 1 is?")
def test_shapes(submission, model):
    """The model reads rows of n_features numbers and answers each row with one number."""
    for n_features, found in ((5, submission.build_binary_classifier(5)), (2, model)):
        expect.widths(
            found,
            n_features,
            1,
            what=f"build_binary_classifier({n_features})",
            outputs=[(width, UNITS.of(model=found)) for width in {2, 3, n_features}],
        )
        expect.row_by_row(found, what=f"build_binary_classifier({n_features})")
    expect.new_each_call(submission, "build_binary_classifier", 2)


@pytest.mark.check(points=2, needs=["test_shapes"], hint="Which activation squashes any number into 0..1, on its own?")
def test_sigmoid(model):
    """The output is a probability, made by sigmoid."""
    expect.sigmoid_output(model)


@pytest.mark.check(points=2, needs=["test_shapes"], hint="Two classes, one probability: which cross-entropy is that?")
def test_loss(model):
    """The model is compiled with binary cross-entropy."""
    expect.binary_cross_entropy(model, what="build_binary_classifier(2)")


@pytest.mark.check(points=1, needs=["test_loss"], hint="compile takes metrics=[...], a list of names.")
def test_accuracy(model):
    """The model is compiled with accuracy among its metrics: the share of rows on the right side of 0.5."""
    guess = np.random.default_rng(0).permutation(64)[:, None] < 24
    expect.measures_accuracy(model, TRAIN[0][:64], guess, categorical=METRIC.of(model=model))


@pytest.mark.check(
    points=1, needs=["test_loss"], hint="Can the optimizer change the weights, and in steps of a sensible size?"
)
def test_trains(submission):
    """As you compiled it, the model learns: the loss falls in the first steps."""
    expect.learns(submission.build_binary_classifier(2), *TRAIN)


@pytest.mark.check(
    points=3,
    needs=["test_sigmoid", "test_loss"],
    hint="What is needed between two Dense layers, so that they can bend?",
)
def test_beats_a_line(model, accuracy):
    """Trained on the rings, the model does better than any straight line, and so than logistic regression."""
    line = expect.best_line(*TEST)
    expect.that(
        accuracy > line,
        expected=f"a test accuracy above {expect.number(line)} on the rings: the best that a straight line can do",
        found=expect.number(accuracy),
        likely=BENDS.of(model=model),
    )


@pytest.mark.check(
    points=2, needs=["test_sigmoid", "test_loss"], hint="How many straight pieces does it take to close a ring?"
)
def test_learns(model, accuracy):
    """Trained on the rings, the model tells them apart."""
    expect.hidden_units(model, 8, outputs=1)
    expect.calibrated(
        accuracy,
        "test accuracy on the rings",
        better="higher",
        what="the test accuracy on the rings",
        likely=BENDS.of(model=model),
    )


def _bends_rows_alone(model):
    """Return the activation that the rows meet, where none follows: where it bends nothing, a line is drawn."""
    name = expect.activation_of_rows(model)
    alone = name and set(expect.hidden_activations(model)) == {"linear"} and _draws_a_line(model, np.abs(TEST[0]))
    return {"name": name} if alone else None


def _draws_a_line(model, points=TEST[0]):
    """Return whether what goes into the output's sigmoid grows evenly along each line, as a linear map does."""
    begin, end = points[:64], points[64:128]
    sums = [logit(expect.predict(model, points).astype(float)) for points in (begin, (begin + end) / 2, end)]
    return expect.same(sums[1], (sums[0] + sums[2]) / 2, tol=1e-3)


def _hidden_units(model):
    return sum(int(weight.shape[-1]) for weight in model.weights if len(weight.shape) == 2) - 1
