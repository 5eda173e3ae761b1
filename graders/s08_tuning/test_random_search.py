"""Grades s08_tuning/random_search: a random search over the settings of a small network."""

import re
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from sklearn.model_selection import StratifiedKFold, cross_val_predict, cross_val_score

from keraskata import expect
from keraskata.datasets import load
from keraskata.datasets.estimators import TinyClassifier

SPACE = {"optimizer": ("sgd", "adam"), "activation": ("relu", "tanh"), "epochs": (3,), "batch_size": (5, 10, 20)}
# The estimator comes with these: epochs and batch_size are none of the space.
CAME_WITH = {"optimizer": "adam", "activation": "relu", "epochs": 40, "batch_size": 16}
HALF = 0.00051  # three decimals say a score to within this much


class Found(NamedTuple):
    """What a search came back with, what it printed, and what it did."""

    params: dict
    line: str
    printed: str
    evidence: object


@pytest.fixture(scope="module")
def data():
    """A few rows, on which each number of folds gives other scores, and one setting is the best."""
    return _rows(100, 2)


@pytest.fixture(scope="module")
def found(submission, data):
    """A search that tries all twelve settings, where none is tried twice."""
    return _search(submission, data, 12, 2, 0)


@pytest.fixture(scope="module")
def draws(submission, data):
    """One random setting for each of 10 seeds, and for up to 30 while a value has not come up yet."""
    settings = []
    for seed in range(30):
        settings.append(_search(submission, data, 1, 2, seed).params)
        _expect_in_space(settings[-1])
        if len(settings) >= 10 and not any(_missing(settings, name) for name in SPACE):
            break
    return settings


@pytest.mark.check(points=1, hint="Which attribute of a fitted search holds the best setting?")
def test_answer(found):
    """The answer is the best setting, a dict with the four names, and a line of text."""
    expect.kind(found.params, dict, what="the best setting")
    expect.kind(found.line, str, what="the line")


@pytest.mark.check(points=2, needs=["test_answer"], hint='f"{x:.3f}" writes x with three decimals.')
def test_line(submission, data, found):
    """The line says "Best: 0.953 using {...}", with the score and the setting that is returned."""
    fifty = _first(data, 50)  # in two folds of 25 rows each score has a 0 as its third decimal
    for answer in (found, _search(submission, data, 3, 2, 1), _search(submission, fifty, 3, 2, 2)):
        _read(answer)


@pytest.mark.check(
    points=3, needs=["test_answer"], hint="What is a range of values in Python, and which are asked for?"
)
def test_space(submission, data, draws):
    """With n_iter=1 each seed brings a random setting: every value of the task comes up, and no other."""
    if all(setting == draws[0] for setting in draws):
        expect.that(
            False,
            expected=f"different settings for {len(draws)} seeds, with n_iter=1",
            found=f"always {expect.number(draws[0])}",
            likely=_cause_of_sameness(submission, data, draws[0]),
        )
    hands_over = "n_iter=n_iter" in submission.source.replace(" ", "")
    for name, values in SPACE.items():
        missing = _missing(draws, name)
        expect.that(
            not missing,
            expected=f"each of {expect.number(values)} for {name}, in {len(draws)} searches with n_iter=1",
            found=f"{name} is never {' nor '.join(map(str, missing))}",
            likely=expect.cause(
                (not hands_over, "more than one setting is tried each time: hand n_iter over to the search"),
                (
                    len(missing) == len(values) - 1,
                    f"there is only one value for {name}: a search over one value is no search",
                ),
                "a value is missing in the list",
            ),
        )


@pytest.mark.check(points=1, needs=["test_answer"], hint="Where does the search get its random numbers from?")
def test_seed(submission, data, draws):
    """The same seed tries the same settings again."""
    other = submission.reseeded(1)  # where whatever was left to chance comes out otherwise
    again = [_search(other, data, 1, 2, seed).params for seed in range(6)]
    expect.that(
        again == draws[:6],
        expected="the same six settings, for the seeds 0 to 5, as the first time",
        found="other ones",
        likely="the settings are drawn without seed: give random_state=seed, or default_rng(seed)",
    )


@pytest.mark.check(points=3, needs=["test_line"], hint="On which rows is a setting judged, and in how many folds?")
def test_score(submission, data, found):
    """The score in the line is the mean accuracy of that very setting over the folds, which are those of cv=folds."""
    uneven = _first(data, 41)  # in two folds of 21 and 20 rows, no mean of the folds is the share of hits in all rows
    runs = [
        (2, data, found),
        (3, data, _search(submission, data, 2, 3, 3)),
        (2, uneven, _search(submission, uneven, 2, 2, 3)),
    ]
    scores = [_read(answer) for _, _, answer in runs]
    for (folds, rows, answer), score in zip(runs, scores, strict=True):
        _expect_in_space(answer.params)
        right = _accuracy(answer.params, rows, folds)
        if abs(score - right) < HALF:
            _expect_folds(answer.evidence, rows, folds)
            continue
        whole = TinyClassifier(**answer.params).fit(*rows).score(*rows)
        expect.that(
            False,
            expected=f"{right:.3f} for {expect.number(answer.params)} in {folds} folds",
            found=f"{score:.3f}",
            likely=expect.cause(
                (abs(score - 100 * right) < 100 * HALF, "these are percent; an accuracy goes from 0 to 1"),
                (
                    abs(score - whole) < HALF,
                    "this is the accuracy on rows that it was trained on; search.best_score_ is that of the folds",
                ),
                *(
                    (abs(score - _accuracy(answer.params, rows, fixed)) < HALF, f"these are {fixed} folds: cv=folds")
                    for fixed in (3, 5)
                ),
                (
                    abs(score - np.mean(_scores_of_all(100, 2))) < HALF,
                    "this is the mean over all settings; take the best one's",
                ),
                (
                    abs(score - max(_folds(answer.params, rows, folds))) < HALF,
                    "this is the score of the best fold; the mean of all folds is asked for",
                ),
                (
                    all(abs(at - _share(run)) < HALF for at, run in zip(scores, runs, strict=True)),
                    "this is the share of right answers in all rows; take the mean of the folds' accuracies, which "
                    "are not of one size here",
                ),
                *(
                    (
                        all(
                            abs(at - _accuracy({**run[2].params, name: came}, run[1], run[0])) < HALF
                            for at, run in zip(scores, runs, strict=True)
                        ),
                        f"the estimator was trained with {name}={came}, which it came with; {name} is searched, too",
                    )
                    for name, came in CAME_WITH.items()
                    if came not in SPACE[name]
                ),
                (len(set(scores)) == 1, "the score is the same for every search: it is made up"),
                (abs(score - right) < 2 * HALF, "the score is cut after three decimals; :.3f rounds it"),
                "the score does not belong to this setting",
            ),
        )


@pytest.mark.check(points=2, needs=["test_score"], hint="Which of the settings that were tried does the search keep?")
def test_best(submission, found):
    """With n_iter=100 nothing is left out, and the best of all settings is found."""
    _expect_tries(_search(submission, _rows(100, 2), 4, 2, 5).evidence, 4)
    _expect_tries(found.evidence, 12)
    # Here the best is neither the first nor the last of the settings in their order, which is the order of the search.
    scores = _scores_of_all(200, 3)
    score = _read(_search(submission, _rows(200, 3), 100, 2, 4))
    expect.that(
        abs(score - max(scores)) < HALF,
        expected=f"the score {max(scores):.3f}, the best of all settings",
        found=f"{score:.3f}",
        likely=expect.cause(
            (abs(score - min(scores)) < HALF, "this is the worst of them; the best has the highest score"),
            "another setting than the best was kept, or fewer were tried than n_iter says",
        ),
    )


@pytest.mark.check(points=1, needs=["test_answer"], hint="Who decides how much a search tells while it works?")
def test_silent(found):
    """Nothing is printed."""
    expect.that(
        not found.printed.strip(),
        expected="no printed text",
        found=f"{found.printed.strip()[:60]!r}",
        likely=expect.cause(
            ("Best" in found.printed, "the line is printed; return it, and leave print out"),
            "verbose is on: a search over networks would fill the screen",
        ),
    )


def _search(submission, data, n_iter, folds, seed):
    estimator = submission.lend("keraskata.datasets.estimators.TinyClassifier", **CAME_WITH)
    answer = submission.random_search(estimator, *data, n_iter, folds, seed)
    printed, evidence = submission.printed, submission.evidence
    expect.several(answer, ["the best setting", "the line"], what="the answer", likely="return setting, line")
    params, line = answer
    expect.that(
        isinstance(params, dict) and sorted(map(str, params)) == sorted(SPACE),
        expected="a dict with optimizer, activation, epochs and batch_size",
        found=expect.number(params),
        likely=expect.cause(
            (isinstance(params, str), "the two things are swapped: first the setting, then the line"),
            (isinstance(params, dict), "all four are searched; a value that stays is a list of one, [3]"),
            "the setting is in search.best_params_",
        ),
    )
    expect.that(
        isinstance(line, str),
        expected="a text for the line",
        found=f"{expect.type_name(line)}: {expect.number(line)}",
        likely=expect.cause(
            (isinstance(line, tuple), 'format leaves % signs alone, and a comma makes a tuple: write f"Best: ..."'),
            "the line is a text",
        ),
    )
    return Found(params, line, printed, evidence)


def _read(answer):
    """The score that the line says. The line has to have the form of the task, and the setting that was returned."""
    line = answer.line.strip()
    parts = re.fullmatch(r"Best: (\d+\.\d{3}) using (\{.*\})", line)
    expect.that(
        parts,
        expected='a line such as "Best: 0.953 using {...}"',
        found=f'"{line[:100]}"',
        likely=expect.cause(
            ("%" in line, 'format leaves % signs alone: write f"Best: {score:.3f} using {setting}"'),
            ("{" in line and ":.3f" in line, 'there is no f in front of the text: f"..." fills the braces in'),
            (re.match(r"Best: \d+(\.\d+)? using \{", line), "write three decimals: {score:.3f}"),
            (line.startswith("Best: "), "the setting is the dict in search.best_params_"),
            "the line has other words than the task",
        ),
    )
    expect.that(
        _written(parts[2]) == _written(str(answer.params)),
        expected=f"the dict that is returned, {answer.params}, in the line",
        found=parts[2],
        likely=expect.cause(
            (
                _written(parts[2].replace('"', "'")) == _written(str(answer.params)),
                "these are the double quotes of JSON; Python writes single ones: put the dict itself into the line",
            ),
            "the line and the first thing returned are about different settings",
        ),
    )
    return float(parts[1])


def _written(text):
    """The settings in a text such as {'epochs': 3}, in any order; nothing of it is evaluated."""
    # NumPy writes its own text and numbers as np.str_('adam') and np.int64(5).
    plain = re.sub(r"np\.\w+\(([^()]*)\)", r"\1", text)
    return sorted(part.strip() for part in plain.strip("{}").split(","))


def _expect_in_space(params):
    for name, values in SPACE.items():
        expect.that(
            expect.array(params[name]).ndim == 0 and params[name] in values,
            expected=f"{name} is one of {expect.number(values)}",
            found=expect.number(params[name]),
            likely=f"the list for {name} has other values than the task",
        )


def _cause_of_sameness(submission, data, setting):
    if "GridSearchCV" in submission.source:
        return "GridSearchCV tries every setting; RandomizedSearchCV tries n_iter of them"
    seeded = re.search(r"random_state\s*=\s*seed\b", re.sub(r"#.*", "", submission.source))
    # A search without the seed sometimes draws the best setting of all.
    by_hand = "RandomizedSearchCV" not in submission.source
    if seeded or (by_hand and _search(submission, data, 100, 2, 0).params == setting):
        return "there is only one value for optimizer, activation and batch_size: a search over one value is no search"
    return "the same setting is found whatever the seed: the search needs random_state=seed"


def _missing(settings, name):
    """The values of the space that none of the settings has."""
    found = [setting[name] for setting in settings]
    return [value for value in SPACE[name] if value not in found]


def _expect_tries(evidence, n_iter):
    """A search tries n_iter settings, in two folds each."""
    trained = [step for step in evidence.estimates if step.what == "fold"]
    expect.that(
        not evidence.complete or not trained or len(trained) == 2 * n_iter,
        expected=f"{2 * n_iter} trainings for n_iter={n_iter} and folds=2: {n_iter} settings, each in two folds",
        found=f"{len(trained)}",
        likely="n_iter says how many settings are tried, no more and no fewer: hand it over as it is",
    )


def _expect_folds(evidence, data, folds):
    """The rows of each fold are held back as with cv=folds."""
    features, labels = data
    parts = [test for _, test in StratifiedKFold(folds).split(features, labels)]
    for step in evidence.estimates:
        if step.what != "fold" or not step.tested:
            continue
        matches = [step.tested.against(features[test], labels[test]) for test in parts]
        expect.that(
            any(match is None or not (match.missing or match.strange or match.other_labels) for match in matches),
            expected=f"the {folds} folds of cv={folds}, in which each row is held back as it was given",
            found="other rows in a fold",
            likely="cv=folds makes stratified folds and does not shuffle; leave out splitters of your own, and take "
            "features and labels as they are",
        )


def _accuracy(params, data, folds):
    return float(np.mean(_folds(params, data, folds)))


def _share(run):
    """The share of right answers of a run's setting in all rows, each given where its row is held back."""
    folds, (features, labels), answer = run
    return np.mean(cross_val_predict(TinyClassifier(**answer.params), features, labels, cv=folds) == labels)


def _folds(params, data, folds):
    """The scores of a setting in each fold."""
    return cross_val_score(TinyClassifier(**params), *data, cv=folds)


def _rows(first, columns):
    features, labels = load.breast_cancer()[0]
    return features[first : first + 67, :columns], labels[first : first + 67]


def _first(data, rows):
    return tuple(part[:rows] for part in data)


@cache
def _scores_of_all(first, columns):
    """The score in two folds of each setting that there is, on rows that `_rows` gives."""
    data = _rows(first, columns)
    return [_accuracy(dict(zip(SPACE, values, strict=True)), data, 2) for values in product(*SPACE.values())]
