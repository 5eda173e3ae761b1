"""Grades s08_tuning/random_search: a random search over the settings of a small network."""

import re
from functools import cache
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from sklearn.model_selection import KFold, ParameterSampler, StratifiedKFold, cross_val_predict, cross_val_score

from keraskata import expect
from keraskata.datasets import load
from keraskata.datasets.estimators import TinyClassifier

SPACE = {"optimizer": ("sgd", "adam"), "activation": ("relu", "tanh"), "epochs": (3,), "batch_size": (5, 10, 20)}
# The estimator comes with these: epochs and batch_size are none of the space.
CAME_WITH = {"optimizer": "adam", "activation": "relu", "epochs": 40, "batch_size": 16}
HALF = 0.00051  # three decimals say a score to within this much
OTHER_SCORES = ("balanced_accuracy", "f1", "roc_auc", "precision", "recall")

ANSWER = expect.diagnoses(
    line=("this is the line alone: the setting is returned, too", lambda seen: isinstance(seen.found, str)),
    otherwise="return setting, line",
)
SETTING = expect.diagnoses(
    swapped=("the two things are swapped: first the setting, then the line", lambda seen: isinstance(seen.found, str)),
    missing=(
        "{names} is not searched: all four are; a value that stays is a list of one, [3]",
        lambda seen: (
            {"names": " and ".join(name for name in SPACE if name not in seen.found)}
            if len(seen.found) < len(SPACE) and set(seen.found) < set(SPACE)
            else None
        ),
    ),
    more=(
        "{names} is none of the four: best_params_ holds what was searched, and get_params all that there is",
        lambda seen: (
            {"names": " and ".join(name for name in seen.found if name not in SPACE)}
            if set(seen.found) > set(SPACE)
            else None
        ),
    ),
    otherwise="the best setting is a dict with these four names; it is in search.best_params_",
)
TEXT = expect.diagnoses(
    format=(
        'format leaves % signs alone, and the comma makes a tuple of the text and what follows: write f"Best: ..."',
        lambda seen: isinstance(seen.found, tuple) and "%" in seen.found[0],
    ),
    otherwise="the line is a text",
)
FORM = expect.diagnoses(
    signs=(
        'the % signs are not filled in. Neither format nor f"..." does that: both fill in what is in braces',
        lambda seen: re.search(r"%[\d.]*[a-z]", seen.line),
    ),
    braces=(
        'the braces are not filled in: an f in front of the text, f"...", does that',
        lambda seen: re.search(r"\{[^{}]*:[.\d]*f\}", seen.line),
    ),
    decimals=(
        "write three decimals: {score:.3f}",
        lambda seen: re.match(r"Best: \d+(\.(\d\d?|\d{4,}))? using \{", seen.line),
    ),
    words=(
        "the line has other words than the task: Best: stands before the score, and using before the setting",
        lambda seen: not re.match(r"Best: \S+ using ", seen.line),
    ),
    setting=(
        "what stands behind using is not the dict of the setting; that is in search.best_params_",
        lambda seen: re.match(r"Best: \S+ using [^{]", seen.line),
    ),
    otherwise="nothing else stands in the line than the score, with three decimals, and the dict",
)
SHOWN = expect.diagnoses(
    json=(
        "these are the double quotes of JSON; Python writes single ones: put the dict itself into the line",
        lambda seen: _written(seen.shown.replace('"', "'")) == _written(str(seen.params)),
    ),
    other=(
        "the line and the first thing returned are about different settings",
        lambda seen: any(_written(str(setting)) == _written(seen.shown) for setting in _settings()),
    ),
    otherwise="put the dict itself into the line, as Python writes it",
)
DRAWN = expect.diagnoses(
    grid=(
        "GridSearchCV tries every setting; RandomizedSearchCV tries n_iter of them",
        lambda seen: _searches(seen.evidence, "GridSearchCV"),
    ),
    more=(
        "with n_iter=1 the search tries {tried} settings, and keeps the best: hand n_iter over to it",
        lambda seen: {"tried": tried} if (tried := _tries(seen.evidence)) > 1 else None,
    ),
    seed=(
        "the search has random_state={given}, where seed is {seed}: hand seed over as random_state",
        lambda seen: (
            {"given": given[0], "seed": seen.seed}
            if seen.same and (given := _given(seen.evidence, "random_state")) and given != [seen.seed]
            else None
        ),
    ),
    one=(
        "there is only one value for {name}, and that is no search",
        lambda seen: (
            {"name": seen.name}
            if (not seen.same or _given(seen.evidence, "random_state") == [seen.seed])
            and len(seen.missing) == len(SPACE[seen.name]) - 1
            else None
        ),
    ),
    otherwise="each seed draws its own setting, out of all values in the task",
)
VALUE = expect.diagnoses(
    outside=(
        "{name}={value} is not in the task: look at the list of values for {name}",
        lambda seen: {"name": seen.name, "value": expect.number(seen.value)},
    ),
)
SEED = expect.diagnoses(
    zero=(
        "0 is a seed as any other, though it counts as false: random_state=seed, without a condition",
        lambda seen: seen.differ == [0],
    ),
    none=(
        "the search has no random_state: give it seed",
        lambda seen: _given(seen.evidence, "random_state") == [None],
    ),
    otherwise="whatever draws the settings gets its numbers from seed",
)
SCORE = expect.diagnoses(
    percent=(
        "these are percent; an accuracy goes from 0 to 1",
        lambda seen: abs(seen.score - 100 * seen.right) < 100 * HALF,
    ),
    trained=(
        "this is the accuracy on rows that it was trained on; search.best_score_ is that of the folds",
        lambda seen: seen.all_are(lambda folds, rows, params: TinyClassifier(**params).fit(*rows).score(*rows)),
    ),
    folds=(
        "these are {fixed} folds: cv=folds",
        lambda seen: next(
            (
                {"fixed": fixed}
                for fixed in (2, 3, 4, 5, 10)
                if seen.all_are(lambda folds, rows, params: _accuracy(params, rows, fixed))  # noqa: B023
            ),
            None,
        ),
    ),
    all=(
        "this is the mean over all settings; take the best one's",
        lambda seen: abs(seen.scores[0] - np.mean(_scores_of_all(100, 2))) < HALF,
    ),
    best_fold=(
        "this is the score of the best fold; the mean of all folds is asked for",
        lambda seen: seen.all_are(lambda folds, rows, params: max(_folds(params, rows, folds))),
    ),
    pooled=(
        "this is the share of right answers in all rows; take the mean of the folds' accuracies, which are not of one "
        "size here",
        lambda seen: seen.all_are(_share),
    ),
    came=(
        "the estimator was trained with {name}={came}, which it came with; {name} is searched, too",
        lambda seen: next(
            (
                {"name": name, "came": came}
                for name, came in CAME_WITH.items()
                if came not in SPACE[name]
                and seen.all_are(lambda folds, rows, params: _accuracy({**params, name: came}, rows, folds))  # noqa: B023
            ),
            None,
        ),
    ),
    shuffled=("the folds are shuffled; those of cv=folds are not", lambda seen: _shuffles(seen.evidence)),
    plain=(
        "KFold cuts the rows as they come; the folds of cv=folds have the labels mixed evenly",
        lambda seen: seen.all_are(lambda folds, rows, params: _accuracy(params, rows, KFold(folds))),
    ),
    measure=(
        "this is {name} over the folds; the accuracy is asked for",
        lambda seen: next(
            (
                {"name": name}
                for name in (*OTHER_SCORES, *_scorings(seen.evidence))
                if seen.all_are(lambda folds, rows, params: np.mean(_folds(params, rows, folds, name)))  # noqa: B023
            ),
            None,
        ),
    ),
    made_up=(
        "the score is the same for every search, whatever the rows are: it was not measured",
        lambda seen: len(set(seen.scores)) == 1,
    ),
    cut=(
        "the score is cut after three decimals; :.3f rounds it",
        lambda seen: seen.all_are(lambda folds, rows, params: int(1000 * _accuracy(params, rows, folds)) / 1000),
    ),
    otherwise="the score is the mean accuracy of this very setting in the folds of cv=folds",
)
FOLDS = expect.diagnoses(
    shuffled=("the folds are shuffled; those of cv=folds are not", lambda seen: _shuffles(seen.evidence)),
    otherwise="cv=folds makes stratified folds of features and labels as they are, and does not shuffle",
)
TRIES = expect.diagnoses(
    told=(
        "the search has n_iter={told}, and {wanted} came in: hand n_iter over as it is",
        lambda seen: (
            {"told": told[0], "wanted": seen.n_iter}
            if (told := _given(seen.evidence, "n_iter")) and told != [seen.n_iter]
            else None
        ),
    ),
    otherwise="n_iter says how many settings are tried, no more and no fewer",
)
BEST = expect.diagnoses(
    worst=(
        "this is the worst of them; the best has the highest score",
        lambda seen: abs(seen.score - min(seen.scores)) < HALF,
    ),
    fewer=(
        "n_iter is 100, and only {tried} of the {all} settings were tried",
        lambda seen: (
            {"tried": tried, "all": len(seen.scores)}
            if 0 < (tried := _tries(seen.evidence)) < len(seen.scores)
            else None
        ),
    ),
    first=(
        "this is the setting that the search tried first; keep the best",
        lambda seen: (
            _searches(seen.evidence)
            and seen.params == next(iter(ParameterSampler(SPACE, len(seen.scores), random_state=seen.seed)))
        ),
    ),
    one_fold=(
        "this is the setting that is best in fold {fold} alone; the mean of the folds decides",
        lambda seen: next(
            (
                {"fold": fold}
                for fold, scores in enumerate(zip(*seen.of_folds(), strict=True), start=1)
                if seen.params == _settings()[np.argmax(scores)]
            ),
            None,
        ),
    ),
    last=(
        "this is the setting that was tried last, and not the best: remember the highest score so far, and let only a "
        "higher one replace it",
        lambda seen: seen.evidence.complete and seen.params == _last(seen.evidence),
    ),
    otherwise="of all settings that were tried, the one with the highest score is kept",
)
SILENT = expect.diagnoses(
    line=("the line is printed; return it, and leave print out", lambda seen: seen.line.strip() in seen.printed),
    verbose=(
        "verbose is on: a search over networks would fill the screen",
        lambda seen: re.search(r"^Fitting \d+ folds|^\[CV", seen.printed, re.M),
    ),
    otherwise="nothing is printed: leave print out, and verbose",
)


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
    """A search that tries three settings."""
    return _search(submission, data, 3, 2, 1)


@pytest.fixture(scope="module")
def every(submission, data):
    """A search that tries all twelve settings, where none is tried twice."""
    return _search(submission, data, 12, 2, 0)


@pytest.fixture(scope="module")
def draws(submission, data):
    """One random setting for each of 10 seeds, and for up to 30 while a value has not come up yet, but others have."""
    settings = []
    for seed in range(30):
        settings.append(_search(submission, data, 1, 2, seed).params)
        _expect_in_space(settings[-1])
        missing = any(_missing(settings, name) for name in SPACE)
        if len(settings) >= 10 and (not missing or all(setting == settings[0] for setting in settings)):
            break
    return settings


@pytest.mark.check(points=1, hint="Which attribute of a fitted search holds the best setting?")
def test_answer(found):
    """The answer is the best setting, a dict with the four names, and a line of text."""
    expect.kind(found.params, dict, what="the best setting")
    expect.kind(found.line, str, what="the line")


@pytest.mark.check(points=2, needs=["test_answer"], hint='f"{x:.3f}" writes x with three decimals.')
def test_line(submission, data, found, request):
    """The line says "Best: 0.953 using {...}", with the score and the setting that is returned."""
    fifty = _first(data, 50)  # in two folds of 25 rows each score has a 0 as its third decimal
    _read(found)
    _read(_search(submission, fifty, 3, 2, 2))
    _read(request.getfixturevalue("every"))


@pytest.mark.check(
    points=3, needs=["test_answer"], hint="What is a range of values in Python, and which are asked for?"
)
def test_space(submission, data, draws):
    """With n_iter=1 each seed brings a random setting: every value of the task comes up, and no other."""
    evidence, same = submission.evidence, all(setting == draws[0] for setting in draws)

    def cause(name):
        missing = _missing(draws, name)
        return DRAWN.of(same=same, name=name, missing=missing, evidence=evidence, seed=len(draws) - 1)

    expect.that(
        not same,
        expected=f"different settings for {len(draws)} seeds, with n_iter=1",
        found=f"always {expect.number(draws[0])}",
        likely=cause("optimizer"),
    )
    for name, values in SPACE.items():
        missing = _missing(draws, name)
        expect.that(
            not missing,
            expected=f"each of {expect.number(values)} for {name}, in {len(draws)} searches with n_iter=1",
            found=f"{name} is never {' nor '.join(map(str, missing))}",
            likely=cause(name),
        )


@pytest.mark.check(points=1, needs=["test_answer"], hint="Where does the search get its random numbers from?")
def test_seed(submission, data, draws):
    """The same seed tries the same settings again."""
    other = submission.reseeded(1)  # where whatever was left to chance comes out otherwise
    again = [_search(other, data, 1, 2, seed).params for seed in range(6)]
    differ = [seed for seed in range(6) if again[seed] != draws[seed]]
    expect.that(
        not differ,
        expected="the same six settings, for the seeds 0 to 5, as the first time",
        found="other ones",
        likely=SEED.of(differ=differ, evidence=other.evidence),
    )


@pytest.mark.check(points=3, needs=["test_line"], hint="On which rows is a setting judged, and in how many folds?")
def test_score(submission, data, every):
    """The score in the line is the mean accuracy of that very setting over the folds, which are those of cv=folds."""
    uneven = _first(data, 41)  # in two folds of 21 and 20 rows, no mean of the folds is the share of hits in all rows
    runs = [
        (2, data, every),
        (3, data, _search(submission, data, 2, 3, 3)),
        (2, uneven, _search(submission, uneven, 2, 2, 3)),
    ]
    scores = [_read(answer) for _, _, answer in runs]

    def all_are(of):
        pairs = zip(scores, runs, strict=True)
        return all(abs(at - of(folds, rows, run.params)) < HALF for at, (folds, rows, run) in pairs)

    for (folds, rows, answer), score in zip(runs, scores, strict=True):
        _expect_in_space(answer.params)
        right = _accuracy(answer.params, rows, folds)
        expect.that(
            abs(score - right) < HALF,
            expected=f"{right:.3f} for {expect.number(answer.params)} in {folds} folds",
            found=f"{score:.3f}",
            likely=SCORE.of(score=score, right=right, scores=scores, all_are=all_are, evidence=answer.evidence),
        )
        _expect_folds(answer.evidence, rows, folds)


@pytest.mark.check(points=2, needs=["test_score"], hint="Which of the settings that were tried does the search keep?")
def test_best(submission, every):
    """With n_iter=100 nothing is left out, and the best of all settings is found."""
    _expect_tries(_search(submission, _rows(100, 2), 4, 2, 5).evidence, 4)
    _expect_tries(every.evidence, 12)
    # Here the best is neither the first nor the last of the settings in their order, which is the order of the search,
    # and the setting with the best single fold, the ninth, is another one.
    rows = _rows(22, 5)
    scores = _scores_of_all(22, 5)
    answer = _search(submission, rows, 100, 2, 4)
    score = _read(answer)
    expect.that(
        abs(score - max(scores)) < HALF,
        expected=f"the score {max(scores):.3f}, the best of all settings",
        found=f"{score:.3f}",
        likely=BEST.of(
            score=score,
            scores=scores,
            params=answer.params,
            evidence=answer.evidence,
            seed=4,
            of_folds=lambda: [_folds(setting, rows, 2) for setting in _settings()],
        ),
    )


@pytest.mark.check(points=1, needs=["test_answer"], hint="Who decides how much a search tells while it works?")
def test_silent(found):
    """Nothing is printed."""
    expect.that(
        not found.printed.strip(),
        expected="no printed text",
        found=f"{found.printed.strip()[:60]!r}",
        likely=SILENT.of(line=found.line, printed=found.printed),
    )


def _search(submission, data, n_iter, folds, seed):
    estimator = submission.lend("keraskata.datasets.estimators.TinyClassifier", **CAME_WITH)
    try:
        answer = submission.random_search(estimator, *data, n_iter, folds, seed)
    except Exception as fault:
        if "fits failed" in fault.feedback.found:
            for params in _tried(submission.evidence):
                _expect_in_space(params)
        raise
    printed, evidence = submission.printed, submission.evidence
    expect.several(answer, ["the best setting", "the line"], what="the answer", likely=ANSWER.of(found=answer))
    params, line = answer
    expect.that(
        isinstance(params, dict) and sorted(map(str, params)) == sorted(SPACE),
        expected="a dict with optimizer, activation, epochs and batch_size",
        found=expect.number(params),
        likely=SETTING.of(found=params),
    )
    expect.that(
        isinstance(line, str),
        expected="a text for the line",
        found=f"{expect.type_name(line)}: {expect.number(line)}",
        likely=TEXT.of(found=line),
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
        likely=FORM.of(line=line),
    )
    expect.that(
        _written(parts[2]) == _written(str(answer.params)),
        expected=f"the dict that is returned, {answer.params}, in the line",
        found=parts[2],
        likely=SHOWN.of(shown=parts[2], params=answer.params),
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
            likely=VALUE.of(name=name, value=params[name]),
        )


def _missing(settings, name):
    """The values of the space that none of the settings has."""
    found = [setting[name] for setting in settings]
    return [value for value in SPACE[name] if value not in found]


def _expect_tries(evidence, n_iter):
    """A search tries n_iter settings, in two folds each."""
    trained = _steps(evidence, "fold")
    expect.that(
        not evidence.complete or not trained or len(trained) == 2 * n_iter,
        expected=f"{2 * n_iter} trainings for n_iter={n_iter} and folds=2: {n_iter} settings, each in two folds",
        found=f"{len(trained)}",
        likely=TRIES.of(evidence=evidence, n_iter=n_iter),
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
            likely=FOLDS.of(evidence=evidence),
        )


def _accuracy(params, data, folds):
    return float(np.mean(_folds(params, data, folds)))


def _share(folds, rows, params):
    """The share of right answers in all rows, each given where its row is held back."""
    return np.mean(cross_val_predict(TinyClassifier(**params), *rows, cv=folds) == rows[1])


def _folds(params, data, folds, scoring=None):
    """The scores of a setting in each fold."""
    return cross_val_score(TinyClassifier(**params), *data, cv=folds, scoring=scoring)


def _rows(first, columns):
    features, labels = load.breast_cancer()[0]
    return features[first : first + 67, :columns], labels[first : first + 67]


def _first(data, rows):
    return tuple(part[:rows] for part in data)


@cache
def _scores_of_all(first, columns):
    """The score in two folds of each setting that there is, on rows that `_rows` gives."""
    data = _rows(first, columns)
    return [_accuracy(setting, data, 2) for setting in _settings()]


def _settings():
    return [dict(zip(SPACE, values, strict=True)) for values in product(*SPACE.values())]


def _steps(evidence, what):
    return [step for step in evidence.estimates if step.what == what]


def _searches(evidence, kind="RandomizedSearchCV"):
    """The settings of the searches that were fitted."""
    return [step.by.settings for step in _steps(evidence, "fit") if step.by.kind == kind and not step.by.own]


def _given(evidence, name):
    return [search.get(name) for search in _searches(evidence)]


def _scorings(evidence):
    """The names of the measures that the searches were given."""
    return [name for name in _given(evidence, "scoring") if isinstance(name, str)]


def _tried(evidence):
    """The settings that came to the network of the estimator, where scikit-learn may refuse them."""
    names = {"optimizer": "solver", "activation": "activation", "epochs": "max_iter", "batch_size": "batch_size"}
    networks = [step.by.settings for step in _steps(evidence, "fit") if step.by.kind == "MLPClassifier"]
    return [{name: settings[given] for name, given in names.items()} for settings in networks]


def _tries(evidence):
    """How many settings a search with two folds tried."""
    return len(_steps(evidence, "fold")) // 2


def _last(evidence):
    """The setting that was tried last; None where it is not known. A search trains once more, with the best one."""
    tried, folds = _tried(evidence), len(_steps(evidence, "fold"))
    return tried[folds - 1] if folds and len(tried) - folds in (0, 1) else None


def _shuffles(evidence):
    return any(step.by.settings.get("shuffle") is True for step in _steps(evidence, "split"))
