"""Grades s02_when_to_use/weigh_evidence: a neural network against a logistic regression."""

import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

LINEAR, NETWORK = "logistic regression", "neural network"


# The classes of scikit-learn that are, or can be, a logistic regression.
LOGISTIC = {"LogisticRegression", "LogisticRegressionCV", "SGDClassifier"}


@pytest.fixture(scope="module")
def circles(submission):
    return submission.compare_with_baseline(*load.circles())


@pytest.fixture(scope="module")
def compared(submission):
    """Return the answer, and what was done, for tumours with every test label turned: an accuracy a becomes 1 - a."""
    train, (features, labels) = load.breast_cancer()
    return submission.compare_with_baseline(train, (features, 1 - labels)), submission.evidence


@pytest.fixture(scope="module")
def turned(compared):
    return compared[0]


@pytest.mark.check(points=1, hint="A dict with the two keys of the task, and one number under each.")
def test_keys(circles):
    """The answer is a dict with one accuracy in 0..1 for each of the two models."""
    expect.kind(circles, dict, what="the answer", likely=f'write {{"{LINEAR}": ..., "{NETWORK}": ...}}')
    expect.equal(sorted(circles), [LINEAR, NETWORK], what="the keys, sorted", likely="check the spelling of the keys")
    for name, found in circles.items():
        expect.that(
            expect.is_number(found),
            expected=f'one number under "{name}"',
            found=expect.number(found),
            likely="evaluate answers with the loss and the accuracy; the accuracy is the second",
        )
        expect.between(
            found,
            0,
            1,
            what=f'the accuracy under "{name}"',
            likely="this looks like a percentage" if found > 1 else None,
        )


@pytest.mark.check(points=3, needs=["test_keys"], hint="What can a hidden layer do that a straight line cannot?")
def test_circles(circles):
    """On the rings the network beats every straight line, and the logistic regression draws one."""
    line = expect.best_line(*load.circles()[1])
    linear, network = circles[LINEAR], circles[NETWORK]
    swapped = linear > line >= network
    expect.that(
        linear <= line,
        expected=f"at most {expect.number(line)} from the {LINEAR}: no straight line does better on the rings",
        found=expect.number(linear),
        likely=expect.cause(
            (swapped, "the two figures are swapped: this is the network's"),
            "this baseline is more than a logistic regression",
        ),
    )
    expect.that(
        network > line,
        expected=f"more than {expect.number(line)} from the {NETWORK}: it can do what no straight line can",
        found=expect.number(network),
        likely="the network has no hidden layer with relu (then it draws a straight line, too), was trained for too "
        "few epochs, or this is its loss and not its accuracy",
    )


@pytest.mark.check(
    points=3, needs=["test_circles"], hint="Which rows may a model see while it is trained, and on which is it judged?"
)
def test_unseen_rows(compared, turned):
    """Both figures are test accuracies: with every test label turned round, both fall below one half."""
    _expect_its_place(compared[1])
    for name in (LINEAR, NETWORK):
        expect.at_most(
            turned[name],
            0.5,
            what=f'the accuracy under "{name}" on tumours with every test label turned round',
            likely="this figure is not taken on the test split, or the model has already seen the test rows",
        )


@pytest.mark.check(
    points=2, needs=["test_circles"], hint="Is the second argument really what the figures are taken on?"
)
def test_training_rows(submission, compared):
    """Both models learn from all training rows; given these as test rows, too, both figures are training accuracies."""
    train, _ = load.breast_cancer()
    expect.trained_on(compared[1], None, train[1])
    _expect_baseline_on_all_rows(compared[1], len(train[1]))
    commoner = max(np.mean(train[1]), 1 - np.mean(train[1]))
    found = submission.compare_with_baseline(train, train)
    for name in (LINEAR, NETWORK):
        expect.at_least(
            found[name],
            commoner,
            what=f'the accuracy under "{name}" on the rows it was trained on',
            likely="this is worse than always giving the commoner answer: the model was not trained on these rows",
        )


@pytest.mark.check(
    points=2,
    needs=["test_unseen_rows"],
    hint="Give both models a fair chance: all features, all rows, enough training.",
)
def test_tumours(compared, turned):
    """On the table of tumours neither of the two wins clearly."""
    _expect_logistic_regression(compared[1])
    expect.calibrated(
        abs(turned[LINEAR] - turned[NETWORK]),
        "distance between the two accuracies on the tumours",
        better="lower",
        what="the distance between the two test accuracies on the tumours",
        likely=expect.cause(
            (
                turned[LINEAR] > turned[NETWORK],
                f"the {LINEAR} was held back: it is no baseline if it cannot learn (look at C, max_iter and the class)",
            ),
            f"the {NETWORK} was held back: let it see all features, and train it for long enough",
        ),
    )


def _expect_its_place(evidence):
    """Require that the test rows are used once, at the end: they neither choose an epoch nor stop a training."""
    _, (_, labels) = load.breast_cancer()
    validated = [fit.validation.against(None, 1 - labels) for fit in evidence.fits if fit.validation]
    expect.that(
        not any(match and match.own == len(labels) and not match.strange for match in validated),
        expected="test rows that only judge the trained network",
        found="fit got the test rows to validate on",
        likely="whoever chooses an epoch by the test rows, or stops by them, has used them for the training; take a "
        "part of the training rows for that",
    )
    asked = [step for step in evidence.asked if step.rows and step.rows.count == len(labels)]
    places = {id(step): at for at, step in enumerate(evidence.steps)}
    last = {fit.model: places[id(fit)] for fit in evidence.fits if id(fit) in places}
    expect.that(
        not any(places.get(id(step), 0) < last.get(step.model, -1) for step in asked),
        expected="test rows that only judge the trained network",
        found="the network was asked about them before its training had ended",
        likely="the test rows chose the epoch: judge once, at the end",
    )


def _expect_baseline_on_all_rows(evidence, rows):
    """Require that the logistic regression got all rows, where it is one of scikit-learn."""
    seen = [step.rows.count for step in evidence.estimates if step.what == "fit" and step.rows]
    expect.that(
        not seen or max(seen) >= rows,
        expected=f"a {LINEAR} that learns from all {rows} training rows",
        found=f"{max(seen, default=0)} rows",
        likely="a part of the rows is left out",
    )


def _expect_logistic_regression(evidence):
    """Require that something can have been a logistic regression: one of scikit-learn, or a second network."""
    fitted = {step.by.kind for step in evidence.estimates if step.what == "fit"}
    networks = {step.model for step in evidence.fits}
    expect.that(
        not evidence.complete or evidence.by_hand or not fitted or bool(fitted & LOGISTIC) or len(networks) > 1,
        expected=f"a {LINEAR} as the baseline",
        found=", ".join(sorted(fitted)),
        likely=f"this baseline is another model than a {LINEAR}",
    )
