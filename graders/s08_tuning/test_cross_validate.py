"""Grades s08_tuning/cross_validate: the scores of the folds, their mean and their deviation."""

from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier

from keraskata import expect
from keraskata.datasets import load

FOLDS = 7
SETTINGS = {"max_depth": 3, "random_state": 1}
TREE = DecisionTreeClassifier(**SETTINGS)
FOREST = {"n_estimators": 5, "warm_start": True, "random_state": 0}


class Run(NamedTuple):
    """What came back for a tree, and what the tree knew before and after."""

    answer: object
    before: dict
    after: dict


@pytest.fixture(scope="module")
def data():
    """The rows come by label, so that folds without stratification are very uneven."""
    features, labels = load.breast_cancer()[0]
    order = np.argsort(labels, kind="stable")[30:180]
    return features[order, :4], labels[order]


@pytest.fixture(scope="module")
def run(submission, data):
    tree = submission.lend("sklearn.tree.DecisionTreeClassifier", **SETTINGS)
    before = tree.attribute("__dict__")
    answer = submission.cross_validate(tree, *data, FOLDS)
    return Run(answer, before, tree.attribute("__dict__"))


@pytest.fixture(scope="module")
def right(data):
    return cross_val_score(TREE, *data, cv=FOLDS)


@pytest.mark.check(points=1, hint="Three things go behind `return`, with commas between them.")
def test_answer(run):
    """The answer is three things: two numbers, and a list with one score per fold."""
    _expect_answer(run.answer, FOLDS)


@pytest.mark.check(points=3, needs=["test_answer"], hint="What does cv=folds do, and which rows are scored?")
def test_scores(submission, run, right, data):
    """The scores are the accuracies on the rows that each fold leaves out, in their order."""
    found = list(run.answer[2])
    expect.close(
        found,
        right,
        what="the scores",
        likely=expect.cause(
            (expect.same(sorted(found), sorted(right)), "the scores are right, but not in the order of the folds"),
            (expect.same(found, 100 * right), "these are percent; an accuracy goes from 0 to 1"),
            (expect.same(found, 1 - right), "these are shares of wrong answers; the accuracy is that of right ones"),
            (
                expect.same(found, cross_val_score(TREE, *data, cv=KFold(FOLDS))),
                "the folds are not stratified: the labels are not mixed evenly, as they are with cv=folds",
            ),
            (
                expect.same(found, _scores(data, fit="train", score="train")),
                "each score is taken on the rows that it was trained on",
            ),
            (
                expect.same(found, _scores(data, fit="all", score="test")),
                "each tree saw the rows of its fold before it was asked: train on the other rows only",
            ),
            (
                expect.same(found, _scores(data, fit="test", score="train")),
                "training and test rows are swapped: each tree is trained on the single fold",
            ),
            (len(set(map(float, found))) == 1, "the same score for every fold: it is made up"),
            (
                expect.same(np.mean(found), np.mean(right), tol=0.05),
                "other rows are in the folds than with cv=folds (leave shuffle out), or this is no accuracy",
            ),
            "this is not the accuracy of the estimator",
        ),
    )
    tree, words = (
        submission.lend("sklearn.tree.DecisionTreeClassifier", **SETTINGS),
        np.where(data[1] == 1, "no", "yes"),
    )
    named = submission.cross_validate(tree, data[0], words, 3)
    _expect_answer(named, 3)
    expect.close(
        list(named[2]),
        cross_val_score(TREE, data[0], words, cv=3),
        what='the scores where the labels are the words "yes" and "no"',
        likely="labels may be words; leave them as they are, and the settings of the estimator, too",
    )
    near = submission.lend("sklearn.neighbors.KNeighborsClassifier", n_neighbors=3)
    expect.close(
        list(submission.cross_validate(near, *data, 3)[2]),
        cross_val_score(KNeighborsClassifier(3), *data, cv=3),
        what="the scores of an estimator that looks at distances, on columns of unlike size,",
        likely="the estimator was given other numbers than those of features, such as scaled ones",
    )


@pytest.mark.check(points=2, needs=["test_scores"], hint="The mean of what? Look at the names in your code.")
def test_mean(run, right, data):
    """The first thing is the mean of the scores."""
    found, scores = run.answer[0], right
    expect.close(
        found,
        scores.mean(),
        what="the mean",
        likely=expect.cause(
            (expect.same(found, scores.std()), "mean and deviation are swapped"),
            (
                expect.same(found, clone(TREE).fit(*data).score(*data)),
                "this is the accuracy on rows that it was trained on; take the mean of the scores",
            ),
            (expect.same(found, np.mean(data[1])), "this is the mean of the labels"),
            (expect.same(found, np.median(scores)), "this is the median"),
            (expect.same(found, scores.max()), "this is the best fold; the others count, too"),
            "take the mean of the scores",
        ),
    )


@pytest.mark.check(points=2, needs=["test_scores"], hint="How much do the scores vary from fold to fold?")
def test_deviation(run, right, data):
    """The second thing is the standard deviation of the scores."""
    found, scores = run.answer[1], right
    hits = [clone(TREE).fit(*data).score(*data), scores.mean()]
    expect.close(
        found,
        scores.std(),
        what="the standard deviation",
        likely=expect.cause(
            (expect.same(found, scores.mean()), "mean and deviation are swapped"),
            (
                any(expect.same(found, np.sqrt(share * (1 - share)), tol=1e-3) for share in hits),
                "this is how much single rows vary, right or wrong; take the deviation of the scores",
            ),
            (expect.same(found, np.std(data[1])), "this is the deviation of the labels"),
            (expect.same(found, scores.std(ddof=1)), "this divides by one less than there are folds: leave ddof out"),
            (expect.same(found, scores.var()), "this is the variance; the deviation is its square root"),
            (
                expect.same(found, scores.std() / np.sqrt(FOLDS)),
                "this is divided by the square root of the number of folds: that is the error of the mean",
            ),
            (expect.same(found, np.ptp(scores)), "this is the way from the smallest to the largest score"),
            "take the standard deviation of the scores",
        ),
    )


@pytest.mark.check(points=2, needs=["test_answer"], hint="What does sklearn.base.clone do, and who calls it for you?")
def test_untouched(run):
    """The estimator that was passed in is as untrained as before."""
    learned = sorted(set(run.after) - set(run.before))
    expect.that(
        not learned,
        expected="an estimator that knows nothing of the rows yet",
        found=f"it has {', '.join(learned[:3])} now",
        likely="the estimator itself was trained; train a clone of it in each fold, as cross_val_score does",
    )
    changed = [name for name, value in run.before.items() if run.after.get(name) != value]
    expect.that(
        not changed,
        expected="an estimator with the settings that it came with",
        found=", ".join(f"{name}={run.after.get(name)!r}" for name in changed),
        likely="set_params changed the estimator that was passed in: it belongs to the caller",
    )


@pytest.mark.check(points=2, needs=["test_answer"], hint="Does each fold begin with an estimator that saw nothing?")
def test_fresh(submission, data):
    """Each fold trains a new clone: even a forest that keeps its trees (warm_start) has not seen the rows before."""
    features, labels = data[0], np.random.default_rng(2).permutation(data[1])
    forest = submission.lend("sklearn.ensemble.RandomForestClassifier", **FOREST)
    answer = submission.cross_validate(forest, features, labels, 3)
    _expect_answer(answer, 3)
    found = list(answer[2])
    expect.close(
        found,
        cross_val_score(RandomForestClassifier(**FOREST), features, labels, cv=3),
        what="the scores of the forest, on labels that are pure chance",
        likely=expect.cause(
            (
                np.mean(found[1:]) > 0.75,
                "from the second fold on it saw the rows in an earlier fold: there is one clone for all folds, or none",
            ),
            "these folds are not the ones of cv=3",
        ),
    )


def _expect_answer(answer, folds):
    parts = ["the mean", "the deviation", "the scores"]
    expect.several(answer, parts, what="the answer", likely="return mean, deviation, scores")
    for name, value in zip(("mean", "deviation"), answer, strict=False):
        expect.that(
            expect.is_number(value),
            expected=f"a number for the {name}",
            found=expect.number(value),
            likely=expect.cause(
                (hasattr(value, "kind"), f"the brackets are missing: scores.{name[:4]} is a method, to be called"),
                "the three things are in another order",
            ),
        )
    scores = answer[2]
    expect.that(
        isinstance(scores, (list, tuple, np.ndarray, pd.Series)) and all(map(expect.is_number, scores)),
        expected="a list of numbers for the scores",
        found=expect.number(scores),
        likely="the third thing is what cross_val_score gives back",
    )
    expect.equal(
        len(scores),
        folds,
        what=f"the number of scores with folds={folds}",
        likely=expect.cause(
            (len(scores) == 5, "five folds are scikit-learn's default: cv=folds"),
            "each fold has one score",
        ),
    )


def _scores(data, fit, score):
    """Scores of folds that train on, and ask for, the wrong rows."""
    features, labels = data
    found = []
    for train, test in StratifiedKFold(FOLDS).split(features, labels):
        rows = {"train": train, "test": test, "all": np.arange(len(labels))}
        tree = clone(TREE).fit(features[rows[fit]], labels[rows[fit]])
        found.append(tree.score(features[rows[score]], labels[rows[score]]))
    return found
