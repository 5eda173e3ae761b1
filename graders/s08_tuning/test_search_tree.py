"""Grades s08_tuning/search_tree: a random search over the settings of a decision tree."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from sklearn.model_selection import cross_val_predict, cross_val_score
from sklearn.tree import DecisionTreeClassifier

from keraskata import expect
from keraskata.datasets import load

RANGES = {"max_depth": (3, None), "max_features": (1, 2, 3), "min_samples_leaf": (1, 2, 3)}
RINGS = load.circles(150)[0]


@cache
def _bands():
    """The label changes eleven times along a line that each of five columns follows: a depth of 3 is always too low."""
    rng = np.random.default_rng(5)
    place = rng.uniform(size=120)
    return place[:, None] + rng.normal(0, 0.02, size=(120, 5)), (place * 12).astype(int) % 2


@pytest.fixture(scope="module")
def bands():
    return _bands()


@pytest.fixture(scope="module")
def draws(submission, bands):
    """One random setting for each of 10 seeds, and for up to 30 while a value has not come up yet."""
    settings = []
    for seed in range(30):
        settings.append(_search(submission, bands, 1, seed)[0])
        if len(settings) >= 10 and not any(_missing(settings, name) for name in RANGES):
            break
    return settings


@pytest.mark.check(points=1, hint="Which attributes of a fitted search hold the best setting and its score?")
def test_answer(submission, bands):
    """The answer is a dict with the best setting and its score."""
    _expect_answer(submission.search_tree(*bands, 3, 0))


@pytest.mark.check(
    points=3, needs=["test_answer"], hint="Print list(range(1, 3)). And who tells the search how often to try, and how?"
)
def test_ranges(submission, draws):
    """With n_iter=1 each seed brings a random setting: every value of the three ranges comes up, and no other."""
    expect.that(
        any(setting != draws[0] for setting in draws),
        expected=f"different settings for {len(draws)} seeds, with n_iter=1",
        found=f"always {expect.number(draws[0])}",
        likely="the same setting is found whatever the seed: the search needs random_state=seed",
    )
    hands_over = "n_iter=n_iter" in submission.source.replace(" ", "")
    for name, values in RANGES.items():
        missing = _missing(draws, name)
        expect.that(
            not missing,
            expected=f"each of {expect.number(values)} for {name}, in {len(draws)} searches with n_iter=1",
            found=f"{name} is never {', '.join(map(str, missing))}",
            likely=expect.cause(
                (
                    name == "max_depth" and missing == [3] and not hands_over,
                    "more than one setting is tried each time: hand n_iter over to the search",
                ),
                (len(missing) == len(values) - 1, f"there is only one value for {name}, and that is no search"),
                (missing == [3], f"the range of {name} stops before 3: range(1, 3) is 1 and 2"),
                "a value is missing in the range",
            ),
        )


@pytest.mark.check(points=2, needs=["test_answer"], hint="How many columns has features? What is its shape?")
def test_columns(submission):
    """On data with two columns, max_features is 1 or 2."""
    found = [_search(submission, RINGS, 1, seed)[0]["max_features"] for seed in range(12)]
    expect.that(
        3 not in found,
        expected="max_features is 1 or 2 where there are two columns",
        found="max_features=3",
        likely="the range goes up to 3 whatever the data: scikit-learn takes 3 of two columns without a word, and "
        "takes two; min(3, features.shape[1]) is the most",
    )
    column = RINGS[0][:, :1], RINGS[1]
    lone = [_search(submission, column, 1, seed)[0]["max_features"] for seed in range(6)]
    expect.that(
        set(lone) == {1},
        expected="max_features is 1 where there is a single column",
        found=f"max_features={max(lone)}",
        likely="the range goes beyond the number of columns, features.shape[1]",
    )


@pytest.mark.check(
    points=3, needs=["test_answer"], hint="On which rows is a setting judged, and how many folds are there?"
)
def test_score(submission, bands):
    """The score is the mean accuracy of that very setting over five folds."""
    rows = tuple(part[:117] for part in bands)  # folds of 24 and 23 rows: the share of hits in all rows is no mean
    answers = {seed: _search(submission, rows, 4, seed) for seed in (1, 2, 3)}
    trees = {seed: DecisionTreeClassifier(random_state=seed, **params) for seed, (params, _) in answers.items()}

    def folds_are(folds):
        # In all of them: the score of a tree that draws by chance is now and then that of other folds.
        return all(expect.same(answers[seed][1], _accuracy(trees[seed], rows, folds)) for seed in answers)

    for seed, (params, found) in answers.items():
        tree = trees[seed]
        right = _accuracy(tree, rows)
        expect.close(
            found,
            right,
            what=f"the score of {expect.number(params)}, counted again with seed={seed}",
            likely=expect.cause(
                (
                    expect.same(found, tree.fit(*rows).score(*rows)),
                    "this is the accuracy on rows that it was trained on; search.best_score_ is that of the folds",
                ),
                (len({answer[1] for answer in answers.values()}) == 1, "every seed has the same score: it is made up"),
                (
                    expect.same(found, np.mean(cross_val_predict(tree, *rows, cv=5) == rows[1])),
                    "this is the share of right answers in all rows; take the mean of the folds' accuracies, which are "
                    "not of one size here",
                ),
                (any(expect.same(found, round(right, digits)) for digits in (2, 3)), "the score is rounded"),
                *(
                    (not expect.same(found, right) and folds_are(folds), f"these are {folds} folds; write cv=5")
                    for folds in (2, 3, 10)
                ),
                "the tree itself draws columns by chance: give it random_state=seed, too",
            ),
        )


@pytest.mark.check(points=3, needs=["test_score"], hint="Which of the settings that were tried does the search keep?")
def test_best(submission, bands):
    """With n_iter=100 nothing is left out: the best of all settings is found, and it does better than a stump."""
    for n_iter in (4, 18):
        _expect_tries(submission, bands, n_iter)
    for seed in (4, 5, 6):  # in three orders: the first setting tried, or the last, is not always the best
        found = _search(submission, bands, 100, seed)[1]
        stump, scores = _scores_of_all(seed)
        expect.that(
            found > stump and expect.same(found, max(scores)),
            expected=f"the best score of all settings, {expect.number(max(scores))} (that of a stump, a tree with a "
            f"single question, is {expect.number(stump)})",
            found=expect.number(found),
            likely=expect.cause(
                (expect.same(found, min(scores)), "this is the worst of them; the best has the highest score"),
                "another setting than the best was kept, such as the last; or fewer were tried than n_iter says",
            ),
        )


def _search(submission, data, n_iter, seed):
    """The setting and the score that a search comes back with, whose values are all in their ranges."""
    found = submission.search_tree(*data, n_iter, seed)
    _expect_answer(found)
    for name, values in RANGES.items():
        value = found["best_params"][name]
        expect.that(
            expect.array(value).ndim == 0 and value in values,
            expected=f"{name} is one of {expect.number(values)}",
            found=expect.number(value),
            likely=f"the range of {name} is another than the task's",
        )
    return found["best_params"], float(found["best_score"])


def _expect_answer(found):
    expect.kind(found, dict, what="the answer", likely='return {"best_params": ..., ...}')
    expect.equal(
        sorted(map(str, found)), ["best_params", "best_score"], what="the keys, sorted", likely="check their spelling"
    )
    params = found["best_params"]
    expect.that(
        isinstance(params, dict) and sorted(map(str, params)) == sorted(RANGES),
        expected="under best_params a dict with max_depth, max_features and min_samples_leaf",
        found=expect.number(params),
        likely="the setting is in search.best_params_",
    )
    expect.between(found["best_score"], 0, 1, what="the accuracy under best_score")


def _expect_tries(submission, bands, n_iter):
    """A search tries n_iter settings in five folds each, with trees that have the seed."""
    _search(submission, bands, n_iter, 0)
    evidence = submission.evidence
    folds = [step for step in evidence.estimates if step.what == "fold"]
    trees = [step.by for step in evidence.estimates if step.what == "fit" and step.by.kind == "DecisionTreeClassifier"]
    if not evidence.complete:
        return
    expect.that(
        not folds or len(folds) == 5 * n_iter,
        expected=f"{5 * n_iter} trees for n_iter={n_iter}: {n_iter} settings, each in five folds",
        found=f"{len(folds)}",
        likely="n_iter says how many settings are tried, no more and no fewer: hand it over as it is",
    )
    seeds = {tree.settings.get("random_state") for tree in trees}
    expect.that(
        seeds <= {0},
        expected="trees with random_state=0 where seed is 0",
        found=f"random_state={', '.join(map(str, seeds))}",
        likely="0 is a seed as any other, though it counts as false: random_state=seed, without a condition",
    )


def _missing(settings, name):
    """The values of a range that none of the settings has."""
    found = [setting[name] for setting in settings]
    return [value for value in RANGES[name] if value not in found]


def _accuracy(tree, data, folds=5):
    return float(np.mean(cross_val_score(tree, *data, cv=folds)))


@cache
def _scores_of_all(seed):
    """The scores on the bands of a stump, and of every setting that there is."""
    settings = [{"max_depth": 1}, *(dict(zip(RANGES, values, strict=True)) for values in product(*RANGES.values()))]
    trees = (DecisionTreeClassifier(random_state=seed, **setting) for setting in settings)
    stump, *scores = (_accuracy(tree, _bands()) for tree in trees)
    return stump, scores
