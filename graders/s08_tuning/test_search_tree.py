"""Grades s08_tuning/search_tree: a random search over the settings of a decision tree."""

import re
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from sklearn.model_selection import KFold, cross_val_predict, cross_val_score
from sklearn.tree import DecisionTreeClassifier

from keraskata import expect
from keraskata.datasets import load

SETTING_KEY, SCORE_KEY = expect.varied("setting_key"), expect.varied("score_key")
RANGES = {"max_depth": (3, None), "max_features": (1, 2, 3), "min_samples_leaf": (1, 2, 3)}
RINGS = load.circles(150)[0]
OTHER_SCORES = ("balanced_accuracy", "f1", "roc_auc", "precision", "recall")

ANSWER = expect.diagnoses(
    search=("this is the whole search: return a dict of its best setting and its score", lambda seen: _is_search(seen)),
    pair=("these are values without their names: return a dict", lambda seen: isinstance(seen.found, tuple)),
    otherwise=f'the answer is a dict with "{SETTING_KEY}" and "{SCORE_KEY}"',
)
KEYS = expect.diagnoses(
    spelling=("these two keys have other names than the task's", lambda seen: len(seen.keys) == 2),
    otherwise=f'there are two keys, "{SETTING_KEY}" and "{SCORE_KEY}"',
)
SETTING = expect.diagnoses(
    tree=(
        "this is the tree that has the best setting; the setting itself is in search.best_params_",
        lambda seen: getattr(seen.found, "kind", "") == "DecisionTreeClassifier",
    ),
    missing=(
        "{names} is not searched: it has no range",
        lambda seen: (
            {"names": " and ".join(name for name in RANGES if name not in seen.found)}
            if len(seen.found) < len(RANGES) and set(seen.found) < set(RANGES)
            else None
        ),
    ),
    all=(
        "these are all {count} parameters of the tree, {other} among them; the setting that was tried is in "
        "search.best_params_",
        lambda seen: set(seen.found) == set(DecisionTreeClassifier().get_params()) and _others(seen.found),
    ),
    more=(
        "there are {count} names, {other} among them; the setting has only the three of the task",
        lambda seen: set(seen.found) > set(RANGES) and _others(seen.found),
    ),
    otherwise="the best setting is a dict with these three names",
)
ACCURACY = expect.diagnoses(
    percent=("these are percent; an accuracy goes from 0 to 1", lambda seen: 5 < seen.found <= 100),
)
DRAWN = expect.diagnoses(
    grid=(
        "GridSearchCV tries every setting; RandomizedSearchCV tries n_iter of them",
        lambda seen: _searches(seen.evidence, "GridSearchCV"),
    ),
    more=(
        "with n_iter=1 the search tries {tried} settings, and keeps the best: hand n_iter over to it",
        lambda seen: {"tried": tried} if (tried := len(_tried(seen.evidence))) > 1 else None,
    ),
    seed=(
        "the search has random_state={given}, where seed is {seed}: hand seed over as random_state",
        lambda seen: (
            {"given": given[0], "seed": seen.seed}
            if seen.same and (given := _seeds_of_search(seen.evidence)) and given != [seen.seed]
            else None
        ),
    ),
    one=(
        "there is only one value for {name}, and that is no search",
        lambda seen: (
            {"name": seen.name}
            if (not seen.same or _seeds_of_search(seen.evidence) == [seen.seed])
            and len(seen.missing) == len(RANGES[seen.name]) - 1
            else None
        ),
    ),
    stops=(
        "the range of {name} stops before 3: range(1, 3) is 1 and 2",
        lambda seen: {"name": seen.name} if seen.missing == [3] and seen.name != "max_depth" else None,
    ),
    otherwise="each seed draws its own setting, out of all values of the three ranges",
)
VALUE = expect.diagnoses(
    range=(
        "the search tries {name}={value}, which is not in the task: look at the range",
        lambda seen: (
            {"name": seen.name, "value": seen.value}
            if any(setting[list(RANGES).index(seen.name)] == seen.value for setting in _tried(seen.evidence))
            else None
        ),
    ),
    otherwise="only these values are tried",
)
COLUMNS = expect.diagnoses(
    rows=(
        "len(features) and features.shape[0] count the rows; the columns are features.shape[1]",
        lambda seen: re.search(r"min\([^()]*(len\(features\)|features\.shape\[0\])", seen.source),
    ),
    beyond=(
        "the range goes beyond the number of columns, and scikit-learn does not complain. How many columns there are "
        "is in features.shape[1]",
        lambda seen: seen.most > seen.columns,
    ),
)
SCORE = expect.diagnoses(
    part=(
        "only {n} of the {all} rows are in the folds: search on all of them, and put none aside",
        lambda seen: _in_folds(seen.evidence, len(seen.rows[1])),
    ),
    trained=(
        "this is the accuracy on rows that it was trained on; search.best_score_ is that of the folds",
        lambda seen: expect.same(seen.found, seen.tree.fit(*seen.rows).score(*seen.rows)),
    ),
    pooled=(
        "this is the share of right answers in all rows; take the mean of the folds' accuracies, which are not of one "
        "size here",
        lambda seen: expect.same(seen.found, np.mean(cross_val_predict(seen.tree, *seen.rows, cv=5) == seen.rows[1])),
    ),
    other=(
        "this is the score of another setting that was tried: keep a setting and its score together",
        lambda seen: seen.of_tried(),
    ),
    rounded=(
        "the score is rounded",
        lambda seen: any(
            seen.all_are(lambda tree: round(_accuracy(tree, seen.rows), digits))  # noqa: B023
            for digits in (2, 3, 4)
        ),
    ),
    best_fold=(
        "this is the score of the best fold; the mean of all folds is asked for",
        lambda seen: seen.all_are(lambda tree: max(cross_val_score(tree, *seen.rows, cv=5))),
    ),
    folds=(
        "these are {folds} folds; write cv=5",
        lambda seen: next(
            (
                {"folds": folds}
                for folds in (2, 3, 4, 6, 7, 8, 9, 10)
                # In all of them: the score of a tree that draws by chance is now and then that of other folds.
                if seen.all_are(lambda tree: _accuracy(tree, seen.rows, folds))  # noqa: B023
            ),
            None,
        ),
    ),
    shuffled=(
        "the folds are shuffled; those of cv=5 are not",
        lambda seen: any(step.by.settings.get("shuffle") is True for step in _steps(seen.evidence, "split")),
    ),
    plain=(
        "KFold cuts the rows as they come; the folds of cv=5 have the labels mixed evenly",
        lambda seen: seen.all_are(lambda tree: _accuracy(tree, seen.rows, KFold(5))),
    ),
    splitter=(
        "the rows are split by {kind}; cv=5 splits them by StratifiedKFold, into five folds that test each row once",
        lambda seen: _other_splitter(seen.evidence),
    ),
    measure=(
        "this is {name} over the five folds; the accuracy is asked for",
        lambda seen: next(
            (
                {"name": name}
                for name in OTHER_SCORES
                if seen.all_are(lambda tree: np.mean(cross_val_score(tree, *seen.rows, cv=5, scoring=name)))  # noqa: B023
            ),
            None,
        ),
    ),
    unseeded=(
        "the tree draws columns by chance, too: it has random_state={given}, where seed is {seed}",
        lambda seen: (
            {"given": next(iter(seeds)), "seed": seen.seed}
            if (seeds := _seeds_of_trees(seen.evidence)) and seen.seed not in seeds
            else None
        ),
    ),
    made_up=(
        "the score is the same for each of three seeds, whatever setting comes back: it was not measured",
        lambda seen: seen.all_are(lambda tree: seen.found),
    ),
    otherwise="the score is the mean accuracy of this setting in the folds of cv=5, for a tree with random_state=seed",
)
TRIES = expect.diagnoses(
    told=(
        "the search has n_iter={told}, and {wanted} came in: hand n_iter over as it is",
        lambda seen: (
            {"told": told[0], "wanted": seen.n_iter}
            if (told := _told(seen.evidence)) and told != [seen.n_iter]
            else None
        ),
    ),
    few=(
        "your ranges have only {tried} settings, and all of them were tried; the ranges of the task have {all}",
        lambda seen: (
            {"tried": len(tried), "all": every}
            if len(tried := _tried(seen.evidence)) < (every := len(list(product(*RANGES.values())))) <= seen.n_iter
            and len(set(product(*zip(*tried, strict=True)))) == len(tried)
            else None
        ),
    ),
    otherwise="n_iter says how many settings are tried, no more and no fewer",
)
SEED = expect.diagnoses(
    zero=(
        "0 is a seed as any other, though it counts as false: random_state=seed, without a condition",
        lambda seen: 0 not in seen.seeds,
    ),
    otherwise="every tree has seed as its random_state",
)
BEST = expect.diagnoses(
    worst=(
        "this is the worst of them; the best has the highest score",
        lambda seen: seen.all_are(lambda scores, tried: min(scores.values())),
    ),
    fewer=(
        "n_iter is 100, and only {tried} of the {all} settings were tried",
        lambda seen: (
            {"tried": tried, "all": len(seen.scores)}
            if 0 < (tried := len(_tried(seen.evidence))) < len(seen.scores)
            else None
        ),
    ),
    last=(
        "this is the score of the last setting that was tried; keep the best",
        lambda seen: seen.all_are(lambda scores, tried: scores[tried[-1]]),
    ),
    first=(
        "this is the score of the first setting that was tried; keep the best",
        lambda seen: seen.all_are(lambda scores, tried: scores[tried[0]]),
    ),
    otherwise="of all settings that were tried, the one with the highest score is kept",
)


class Searched(NamedTuple):
    """The setting and the score that a search came back with, and what it did."""

    params: dict
    score: float
    evidence: object


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
        settings.append(_search(submission, bands, 1, seed).params)
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
    evidence, seed = submission.evidence, len(draws) - 1
    same = all(setting == draws[0] for setting in draws)
    expect.that(
        not same,
        expected=f"different settings for {len(draws)} seeds, with n_iter=1",
        found=f"always {expect.number(draws[0])}",
        likely=DRAWN.of(
            same=same, name="max_depth", missing=_missing(draws, "max_depth"), evidence=evidence, seed=seed
        ),
    )
    for name, values in RANGES.items():
        missing = _missing(draws, name)
        expect.that(
            not missing,
            expected=f"each of {expect.number(values)} for {name}, in {len(draws)} searches with n_iter=1",
            found=f"{name} is never {', '.join(map(str, missing))}",
            likely=DRAWN.of(same=same, name=name, missing=missing, evidence=evidence, seed=seed),
        )


@pytest.mark.check(points=2, needs=["test_answer"], hint="How many columns has features? What is its shape?")
def test_columns(submission):
    """On data with two columns, max_features is 1 or 2."""
    found = [_search(submission, RINGS, 1, seed).params["max_features"] for seed in range(12)]
    expect.that(
        3 not in found,
        expected="max_features is 1 or 2 where there are two columns",
        found="max_features=3",
        likely=COLUMNS.of(most=max(found), columns=2, source=submission.source),
    )
    column = RINGS[0][:, :1], RINGS[1]
    lone = [_search(submission, column, 1, seed).params["max_features"] for seed in range(6)]
    expect.that(
        set(lone) == {1},
        expected="max_features is 1 where there is a single column",
        found=f"max_features={max(lone)}",
        likely=COLUMNS.of(most=max(lone), columns=1, source=submission.source),
    )


@pytest.mark.check(
    points=3, needs=["test_answer"], hint="On which rows is a setting judged, and how many folds are there?"
)
def test_score(submission, bands):
    """The score is the mean accuracy of that very setting over five folds."""
    rows = tuple(part[:117] for part in bands)  # folds of 24 and 23 rows: the share of hits in all rows is no mean
    answers = {seed: _search(submission, rows, 4, seed) for seed in (1, 2, 3)}
    trees = {seed: DecisionTreeClassifier(random_state=seed, **answer.params) for seed, answer in answers.items()}

    def all_are(score):
        return all(expect.same(answers[seed].score, score(tree)) for seed, tree in trees.items())

    def of_tried():
        """Whether each score is that of a setting which its search tried."""
        return all(
            any(expect.same(found, _accuracy(_tree(seed, setting), rows)) for setting in _tried(evidence))
            for seed, (_, found, evidence) in answers.items()
        )

    for seed, (params, found, evidence) in answers.items():
        right = _accuracy(trees[seed], rows)
        expect.close(
            found,
            right,
            what=f"the score of {expect.number(params)}, counted again with seed={seed}",
            likely=SCORE.of(
                found=found,
                right=right,
                tree=trees[seed],
                rows=rows,
                all_are=all_are,
                of_tried=of_tried,
                evidence=evidence,
                seed=seed,
            ),
        )


@pytest.mark.check(points=3, needs=["test_score"], hint="Which of the settings that were tried does the search keep?")
def test_best(submission, bands):
    """With n_iter=100 nothing is left out: the best of all settings is found, and it does better than a stump."""
    for n_iter in (4, 18):
        _expect_tries(submission, bands, n_iter)
    # In three orders: the first setting tried, or the last, is not always the best.
    answers = {seed: _search(submission, bands, 100, seed) for seed in (4, 5, 6)}

    def all_are(of):
        return all(
            expect.same(answer.score, of(_scores_of_all(seed)[1], _tried(answer.evidence)))
            for seed, answer in answers.items()
        )

    for seed, (_, found, evidence) in answers.items():
        stump, scores = _scores_of_all(seed)
        best = max(scores.values())
        expect.that(
            found > stump and expect.same(found, best),
            expected=f"the best score of all settings, {expect.number(best)} (that of a stump, a tree with a "
            f"single question, is {expect.number(stump)})",
            found=expect.number(found),
            likely=BEST.of(all_are=all_are, scores=scores, evidence=evidence),
        )


def _search(submission, data, n_iter, seed):
    """What a search comes back with; the values of its setting are all in their ranges."""
    found, evidence = submission.search_tree(*data, n_iter, seed), submission.evidence
    _expect_answer(found)
    for name, values in RANGES.items():
        value = found[SETTING_KEY][name]
        expect.that(
            expect.array(value).ndim == 0 and value in values,
            expected=f"{name} is one of {expect.number(values)}",
            found=expect.number(value),
            likely=VALUE.of(name=name, value=value, evidence=evidence),
        )
    return Searched(found[SETTING_KEY], float(found[SCORE_KEY]), evidence)


def _expect_answer(found):
    expect.kind(found, dict, what="the answer", likely=ANSWER.of(found=found))
    keys = sorted(map(str, found))
    expect.equal(keys, sorted((SETTING_KEY, SCORE_KEY)), what="the keys, sorted", likely=KEYS.of(keys=keys))
    params = found[SETTING_KEY]
    expect.that(
        isinstance(params, dict) and sorted(map(str, params)) == sorted(RANGES),
        expected=f"under {SETTING_KEY} a dict with max_depth, max_features and min_samples_leaf",
        found=expect.number(params),
        likely=SETTING.of(found=params),
    )
    score = found[SCORE_KEY]
    expect.between(score, 0, 1, what=f"the accuracy under {SCORE_KEY}", likely=ACCURACY.of(found=score))


def _expect_tries(submission, bands, n_iter):
    """A search tries n_iter settings in five folds each, with trees that have the seed."""
    evidence = _search(submission, bands, n_iter, 0).evidence
    if not evidence.complete:
        return
    folds, seeds = _steps(evidence, "fold"), _seeds_of_trees(evidence)
    expect.that(
        not folds or len(folds) == 5 * n_iter,
        expected=f"{5 * n_iter} trees for n_iter={n_iter}: {n_iter} settings, each in five folds",
        found=f"{len(folds)}",
        likely=TRIES.of(evidence=evidence, n_iter=n_iter),
    )
    expect.that(
        seeds <= {0},
        expected="trees with random_state=0 where seed is 0",
        found=f"random_state={', '.join(map(str, seeds))}",
        likely=SEED.of(seeds=seeds),
    )


def _is_search(seen):
    return getattr(seen.found, "kind", "").endswith("SearchCV")


def _steps(evidence, what, kind=""):
    return [step for step in evidence.estimates if step.what == what and kind in ("", step.by.kind)]


def _searches(evidence, kind="RandomizedSearchCV"):
    """The settings of the searches that were fitted."""
    return [step.by.settings for step in _steps(evidence, "fit", kind) if not step.by.own]


def _told(evidence):
    return [search["n_iter"] for search in _searches(evidence)]


def _seeds_of_search(evidence):
    return [search.get("random_state") for search in _searches(evidence)]


def _seeds_of_trees(evidence):
    return {step.by.settings.get("random_state") for step in _steps(evidence, "fit", "DecisionTreeClassifier")}


def _tried(evidence):
    """The settings of the trees that were trained, each once, in their order."""
    trees = [step.by.settings for step in _steps(evidence, "fit", "DecisionTreeClassifier")]
    return list(dict.fromkeys(tuple(tree.get(name) for name in RANGES) for tree in trees))


def _tree(seed, setting):
    """A tree with the values of a setting, in the order of the ranges."""
    return DecisionTreeClassifier(random_state=seed, **dict(zip(RANGES, setting, strict=True)))


def _in_folds(evidence, count):
    """How many rows each split into folds has, where these are fewer than came in; to be named in a row."""
    (rows,) = {fold.rows.count + fold.tested.count for fold in _steps(evidence, "fold")}
    return {"n": rows, "all": count} if rows < count else None


def _other_splitter(evidence):
    """The kind of splitter that made all folds, where it is another than that of cv=5; to be named in a row."""
    kinds = {split.by.kind for split in _steps(evidence, "split")}
    return {"kind": kinds.pop()} if len(kinds) == 1 and "StratifiedKFold" not in kinds else None


def _others(setting):
    """How many names a setting has, and the first that is none of the task's; to be named in a row."""
    return {"count": len(setting), "other": next(name for name in setting if name not in RANGES)}


def _missing(settings, name):
    """The values of a range that none of the settings has."""
    found = [setting[name] for setting in settings]
    return [value for value in RANGES[name] if value not in found]


def _accuracy(tree, data, folds=5):
    return float(np.mean(cross_val_score(tree, *data, cv=folds)))


@cache
def _scores_of_all(seed):
    """The score on the bands of a stump, and those of every setting that there is."""
    settings = [dict(zip(RANGES, values, strict=True)) for values in product(*RANGES.values())]
    stump, *scores = (
        _accuracy(DecisionTreeClassifier(random_state=seed, **setting), _bands())
        for setting in [{"max_depth": 1}, *settings]
    )
    return stump, dict(zip(product(*RANGES.values()), scores, strict=True))
