"""Grades s08_tuning/cross_validate: the scores of the folds, their mean and their deviation."""

from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler, minmax_scale, scale
from sklearn.tree import DecisionTreeClassifier

from keraskata import expect
from keraskata.datasets import load

FOLDS = 7
SETTINGS = {"max_depth": 3, "random_state": 1}
TREE = DecisionTreeClassifier(**SETTINGS)
FOREST = {"n_estimators": 5, "warm_start": True, "random_state": 0}
OTHER_SCORES = ("balanced_accuracy", "f1", "roc_auc", "precision", "recall", "neg_log_loss")

ANSWER = expect.diagnoses(
    scores=("these are the scores alone: mean and deviation come before them", lambda seen: len(seen.found) > 3),
    pair=("the scores themselves are missing: they are the third thing", lambda seen: len(seen.found) == 2),
    otherwise="return mean, deviation, scores",
)
NUMBER = expect.diagnoses(
    method=(
        "the brackets are missing: scores.{name} is a method, to be called",
        lambda seen: {"name": seen.name[:4]} if "method" in seen.found.kind else None,
    ),
    order=(
        "the three things are in another order: first the mean, then the deviation, then the scores",
        lambda seen: len(seen.found) == seen.folds,
    ),
    otherwise="mean and deviation are one number each",
)
LIST = expect.diagnoses(
    splitter=(
        "this is what cuts the rows into folds; the scores come from a training in each fold",
        lambda seen: seen.found.kind.endswith("Fold"),
    ),
    text=(
        "these are texts; a score is a number, and it need not be rounded",
        lambda seen: isinstance(seen.found[0], str),
    ),
    dict=(
        "this is a dict with times, too; the scores in it are under test_score",
        lambda seen: "test_score" in seen.found,
    ),
    otherwise="the third thing is what cross_val_score gives back",
)
COUNT = expect.diagnoses(
    cut=(
        "the rows are cut into {parts} folds: cv=folds",
        lambda seen: {"parts": seen.found} if _cut_into(seen.evidence) == {seen.found} else None,
    ),
    more=(
        "there are more scores than folds: does the list keep those of an earlier call?",
        lambda seen: seen.found > seen.folds,
    ),
    fewer=(
        "only {found} of the {folds} folds got a score: every fold gets one",
        lambda seen: {"found": seen.found, "folds": seen.folds} if seen.found < seen.folds else None,
    ),
)
SCORES = expect.diagnoses(
    order=(
        "the scores are right, but not in the order of the folds",
        lambda seen: expect.same(sorted(seen.found), sorted(seen.right)),
    ),
    percent=("these are percent; an accuracy goes from 0 to 1", lambda seen: expect.same(seen.found, 100 * seen.right)),
    errors=(
        "these are shares of wrong answers; the accuracy is that of right ones",
        lambda seen: expect.same(seen.found, 1 - seen.right),
    ),
    again=(
        "from the second fold on it saw the rows in an earlier fold: there is one clone for all folds, or none",
        lambda seen: expect.same(seen.found, _scores(seen, clones=False)),
    ),
    trained=(
        "each score is taken on the rows that it was trained on",
        lambda seen: expect.same(seen.found, _scores(seen, score="train")),
    ),
    all=(
        "each model saw the rows of its fold before it was asked: train on the other rows only",
        lambda seen: expect.same(seen.found, _scores(seen, fit="all")),
    ),
    swapped=(
        "training and test rows are swapped: each model is trained on the single fold",
        lambda seen: expect.same(seen.found, _scores(seen, fit="test", score="train")),
    ),
    plain=(
        "KFold cuts the rows as they come; the folds of cv=folds have the labels mixed evenly",
        lambda seen: expect.same(seen.found, cross_val_score(seen.model, *seen.data, cv=KFold(seen.folds))),
    ),
    dealt=(
        "the rows of each label are dealt out to the folds one by one here; those of cv=folds are cut in blocks, as "
        "StratifiedKFold cuts them",
        lambda seen: expect.same(
            seen.found, cross_val_score(seen.model, *seen.data, cv=_dealt(seen.data[1], seen.folds))
        ),
    ),
    shuffled=(
        "the folds are shuffled; those of cv=folds are not",
        lambda seen: any(step.by.settings.get("shuffle") is True for step in _steps(seen.evidence, "split")),
    ),
    measure=(
        "this is {name}; the accuracy is asked for",
        lambda seen: next(
            (
                {"name": name}
                for name in OTHER_SCORES
                if expect.same(seen.found, cross_val_score(seen.model, *seen.data, cv=seen.folds, scoring=name))
            ),
            None,
        ),
    ),
    defaults=(
        "a new {kind} was trained that has none of the estimator's settings, such as {name}={value}: "
        "sklearn.base.clone keeps them",
        lambda seen: next(
            (
                {"kind": type(seen.model).__name__, "name": name, "value": value}
                for settings in _trained(seen)
                for name, value in seen.model.get_params().items()
                if settings == type(seen.model)().get_params() and settings[name] != value
            ),
            None,
        ),
    ),
    settings=(
        "the estimator was trained with {name}={value}; leave its settings as they are",
        lambda seen: next(
            (
                {"name": name, "value": value}
                for settings in _trained(seen)
                for name, value in settings.items()
                if value != seen.model.get_params()[name]
            ),
            None,
        ),
    ),
    scaled=(
        "the features are scaled first; the estimator gets them as they are",
        lambda seen: any(expect.same(seen.found, scores) for scores in _scaled(seen)),
    ),
    rounded=(
        "the scores are rounded",
        lambda seen: any(expect.same(seen.found, np.round(seen.right, digits)) for digits in (1, 2, 3, 4)),
    ),
    numbers=(
        "the estimator is given other numbers than those of features",
        lambda seen: any(step.rows.against(seen.data[0]).strange for step in _steps(seen.evidence, "fold")),
    ),
    splitter=(
        "{kind} makes other folds than cv=folds, which takes StratifiedKFold(folds)",
        lambda seen: next(
            (
                {"kind": step.by.kind}
                for step in _steps(seen.evidence, "split")
                if step.by.kind not in ("StratifiedKFold", "KFold")
            ),
            None,
        ),
    ),
    other_rows=(
        "the folds hold other rows than with cv=folds, as they do when rows are put in another order",
        lambda seen: _other_rows(seen),
    ),
    mean=(
        "each of these is the mean of all folds; each fold has a score of its own",
        lambda seen: expect.same(seen.found, np.full(seen.folds, np.mean(seen.right))),
    ),
    made_up=("the same score for every fold: it is made up", lambda seen: len(set(map(float, seen.found))) == 1),
    otherwise="each score is the accuracy of a new clone on the rows that its fold leaves out; cv=folds cuts the folds",
)


MEAN = expect.mistakes(
    swapped=("mean and deviation are swapped", lambda scores, features, labels: scores.std()),
    trained=(
        "this is the accuracy on rows that it was trained on; take the mean of the scores",
        lambda scores, *data: clone(TREE).fit(*data).score(*data),
    ),
    folds=("this is the number of folds; take the mean of the scores", lambda scores, features, labels: len(scores)),
    median=("this is the median", lambda scores, features, labels: np.median(scores)),
    best=("this is the best fold; the others count, too", lambda scores, features, labels: scores.max()),
    percent=("these are percent; an accuracy goes from 0 to 1", lambda scores, *data: 100 * scores.mean()),
    rounded=(
        "the mean is rounded, or each fold counts by its rows: take the plain mean of the scores as it is",
        *(partial(lambda digits, scores, *data: round(scores.mean(), digits), digits) for digits in (1, 2, 3, 4)),
    ),
    otherwise="take the mean of the scores",
)
DEVIATION = expect.mistakes(
    swapped=("mean and deviation are swapped", lambda scores, features, labels: scores.mean()),
    hits=(
        "this is how much single rows vary, right or wrong; take the deviation of the scores",
        lambda scores, features, labels: np.std(cross_val_predict(TREE, features, labels, cv=len(scores)) == labels),
        lambda scores, *data: np.std(clone(TREE).fit(*data).predict(data[0]) == data[1]),
    ),
    single=(
        "this is 0, as for a single number; take the deviation of the scores",
        lambda scores, features, labels: 0,
    ),
    ddof=(
        "this divides by one less than there are folds, as ddof=1 and statistics.stdev do; np.std divides by their "
        "number",
        lambda scores, features, labels: scores.std(ddof=1),
    ),
    variance=(
        "this is the variance; the deviation is its square root",
        lambda scores, features, labels: scores.var(),
    ),
    error=(
        "this is divided by the square root of the number of folds: that is the error of the mean",
        lambda scores, features, labels: scores.std() / np.sqrt(len(scores)),
        lambda scores, features, labels: scores.std(ddof=1) / np.sqrt(len(scores)),
    ),
    spread=(
        "this is the way from the smallest to the largest score",
        lambda scores, features, labels: np.ptp(scores),
    ),
    otherwise="take the standard deviation of the scores",
)
UNTOUCHED = expect.diagnoses(
    trained=(
        "the estimator itself was trained: leave that out, and train clones of it alone",
        lambda seen: any(name.endswith("_") for name in seen.learned),
    ),
    settings=(
        "the settings of the estimator that was passed in were changed: it belongs to the caller",
        lambda seen: seen.changed,
    ),
    otherwise="leave the estimator that was passed in as it is, and take clones",
)


class Run(NamedTuple):
    """What came back for a tree, what was done, and what the tree knew before and after."""

    answer: object
    evidence: object
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
    answer, evidence = submission.cross_validate(tree, *data, FOLDS), submission.evidence
    return Run(answer, evidence, before, tree.attribute("__dict__"))


@pytest.fixture(scope="module")
def right(data):
    return cross_val_score(TREE, *data, cv=FOLDS)


@pytest.mark.check(points=1, hint="Three things go behind `return`, with commas between them.")
def test_answer(run):
    """The answer is three things: two numbers, and a list with one score per fold."""
    _expect_answer(run.answer, FOLDS, run.evidence)


@pytest.mark.check(points=3, needs=["test_answer"], hint="What does cv=folds do, and which rows are scored?")
def test_scores(submission, run, right, data):
    """The scores are the accuracies on the rows that each fold leaves out, in their order."""
    _expect_scores(run.answer, run.evidence, TREE, data, FOLDS, what="the scores")
    tree, words = (
        submission.lend("sklearn.tree.DecisionTreeClassifier", **SETTINGS),
        np.where(data[1] == 1, "no", "yes"),
    )
    named = submission.cross_validate(tree, data[0], words, 3)
    _expect_answer(named, 3, submission.evidence)
    what = 'the scores where the labels are the words "yes" and "no"'
    _expect_scores(named, submission.evidence, TREE, (data[0], words), 3, what=what)
    near = submission.lend("sklearn.neighbors.KNeighborsClassifier", n_neighbors=3)
    answer = submission.cross_validate(near, *data, 3)
    what = "the scores of an estimator that looks at distances, on columns of unlike size,"
    _expect_scores(answer, submission.evidence, KNeighborsClassifier(3), data, 3, what=what)


@pytest.mark.check(points=2, needs=["test_scores"], hint="The mean of what? Look at the names in your code.")
def test_mean(run, right, data):
    """The first thing is the mean of the scores."""
    found = run.answer[0]
    expect.close(found, right.mean(), what="the mean", likely=MEAN.of(found, right, *data))


@pytest.mark.check(points=2, needs=["test_scores"], hint="How much do the scores vary from fold to fold?")
def test_deviation(run, right, data):
    """The second thing is the standard deviation of the scores."""
    found = run.answer[1]
    expect.close(found, right.std(), what="the standard deviation", likely=DEVIATION.of(found, right, *data))


@pytest.mark.check(points=2, needs=["test_answer"], hint="What does sklearn.base.clone do, and who calls it for you?")
def test_untouched(run):
    """The estimator that was passed in is as untrained as before."""
    learned = sorted(set(run.after) - set(run.before))
    expect.that(
        not learned,
        expected="an estimator that knows nothing of the rows yet",
        found=f"it has {', '.join(learned[:3])} now",
        likely=UNTOUCHED.of(learned=learned, changed=[]),
    )
    changed = [name for name, value in run.before.items() if run.after.get(name) != value]
    expect.that(
        not changed,
        expected="an estimator with the settings that it came with",
        found=", ".join(f"{name}={run.after.get(name)!r}" for name in changed),
        likely=UNTOUCHED.of(learned=learned, changed=changed),
    )


@pytest.mark.check(points=2, needs=["test_answer"], hint="Does each fold begin with an estimator that saw nothing?")
def test_fresh(submission, data):
    """Each fold trains a new clone: even a forest that keeps its trees (warm_start) has not seen the rows before."""
    features, labels = data[0], np.random.default_rng(2).permutation(data[1])
    forest = submission.lend("sklearn.ensemble.RandomForestClassifier", **FOREST)
    answer = submission.cross_validate(forest, features, labels, 3)
    _expect_answer(answer, 3, submission.evidence)
    model, what = RandomForestClassifier(**FOREST), "the scores of the forest, on labels that are pure chance"
    _expect_scores(answer, submission.evidence, model, (features, labels), 3, what=what)


def _dealt(labels, folds):
    """Return training and test rows of folds that get the rows of each label in turn, as one deals out cards."""
    fold = np.empty(len(labels), int)
    for label in np.unique(labels):
        rows = np.flatnonzero(np.asarray(labels) == label)
        fold[rows] = np.arange(len(rows)) % folds
    return [(np.flatnonzero(fold != number), np.flatnonzero(fold == number)) for number in range(folds)]


def _expect_scores(answer, evidence, model, data, folds, what):
    found, right = expect.array(answer[2]), cross_val_score(model, *data, cv=folds)
    likely = SCORES.of(found=found, right=right, evidence=evidence, model=model, data=data, folds=folds)
    expect.close(found, right, what=what, likely=likely)


def _expect_answer(answer, folds, evidence):
    parts = ["the mean", "the deviation", "the scores"]
    expect.several(answer, parts, what="the answer", likely=ANSWER.of(found=answer))
    for name, value in zip(("mean", "deviation"), answer, strict=False):
        expect.that(
            expect.is_number(value),
            expected=f"a number for the {name}",
            found=expect.number(value),
            likely=NUMBER.of(found=value, name=name, folds=folds),
        )
    scores = answer[2]
    expect.that(
        isinstance(scores, (list, tuple, np.ndarray, pd.Series)) and all(map(expect.is_number, scores)),
        expected="a list of numbers for the scores",
        found=expect.number(scores),
        likely=LIST.of(found=scores),
    )
    expect.equal(
        len(scores),
        folds,
        what=f"the number of scores with folds={folds}",
        likely=COUNT.of(found=len(scores), evidence=evidence, folds=folds),
    )


def _scores(seen, fit="train", score="test", clones=True):
    """Scores of folds that train on, and ask for, some of the rows."""
    (features, labels), found, model = seen.data, [], clone(seen.model)
    for train, test in StratifiedKFold(seen.folds).split(features, labels):
        rows = {"train": train, "test": test, "all": np.arange(len(labels))}
        model = clone(seen.model) if clones else model
        model.fit(features[rows[fit]], labels[rows[fit]])
        found.append(model.score(features[rows[score]], labels[rows[score]]))
    return found


def _scaled(seen):
    """The scores on scaled features: all at once, or new in each fold."""
    features, labels = seen.data
    for scaling in (scale, minmax_scale):
        yield cross_val_score(seen.model, scaling(features), labels, cv=seen.folds)
    for scaler in (StandardScaler(), MinMaxScaler()):
        yield cross_val_score(make_pipeline(scaler, seen.model), features, labels, cv=seen.folds)


def _steps(evidence, what):
    return [step for step in evidence.estimates if step.what == what]


def _trained(seen):
    """The settings of each estimator of this kind that was trained."""
    steps = [*_steps(seen.evidence, "fold"), *_steps(seen.evidence, "fit")]
    return [step.by.settings for step in steps if step.by.kind == type(seen.model).__name__]


def _other_rows(seen):
    """Whether a fold was tested on rows that no fold of cv=folds holds back."""
    parts = [test for _, test in StratifiedKFold(seen.folds).split(*seen.data)]
    matches = ([step.tested.against(seen.data[0][part]) for part in parts] for step in _steps(seen.evidence, "fold"))
    return any(all(match.missing or match.strange for match in fold) for fold in matches)


def _cut_into(evidence):
    return {step.by.settings.get("n_splits") for step in _steps(evidence, "split")}
