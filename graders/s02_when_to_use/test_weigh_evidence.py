"""Grades s02_when_to_use/weigh_evidence: a neural network against a logistic regression."""

import numpy as np
import pytest

from keraskata import expect
from keraskata.datasets import load

LINEAR, NETWORK = "logistic regression", "neural network"


@pytest.fixture(scope="module")
def circles(submission):
    return submission.compare_with_baseline(*load.circles())


@pytest.fixture(scope="module")
def turned(submission):
    """Return the tumours with every test label turned into the other one: an accuracy a becomes 1 - a."""
    train, (features, labels) = load.breast_cancer()
    return submission.compare_with_baseline(train, (features, 1 - labels))


@pytest.mark.check(points=1, hint="A dict with the two keys of the task, and one number under each.")
def test_keys(circles):
    """The answer is a dict with one accuracy in 0..1 for each of the two models."""
    expect.kind(circles, dict, what="the answer", likely=f'write {{"{LINEAR}": ..., "{NETWORK}": ...}}')
    expect.equal(sorted(circles), [LINEAR, NETWORK], what="the keys, sorted", likely="check the spelling of the keys")
    for name, found in circles.items():
        expect.that(
            expect.array(found).ndim == 0 and not isinstance(found, (str, dict)) and found is not None,
            expected=f'one number under "{name}"',
            found=f"{found!r}",
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
def test_unseen_rows(turned):
    """Both figures are test accuracies: with every test label turned round, both fall below one half."""
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
def test_training_rows(submission):
    """Given the training rows as test rows, too, both figures are training accuracies."""
    train, _ = load.breast_cancer()
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
def test_tumours(turned):
    """On the table of tumours neither of the two wins clearly."""
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
