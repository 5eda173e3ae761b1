"""Grades s10_autoencoders/anomaly: how badly an autoencoder gives a row back, and what counts as too badly."""

from functools import cache

import keras
import numpy as np
import pytest
from matplotlib.figure import Figure
from sklearn.metrics import roc_auc_score

from keraskata import expect
from keraskata.datasets import load

RATE = 0.05


@pytest.fixture(scope="module")
def rows():
    """Rows of which no number is special: some are negative, and some above 1."""
    return np.random.default_rng(0).normal(0.5, 1.0, size=(7, 5)).astype("float32")


@pytest.fixture(scope="module")
def small():
    """An autoencoder for rows of five numbers, with noise during training, as a denoiser has it."""
    model = keras.Sequential()
    model.add(keras.Input((5,)))
    model.add(keras.layers.GaussianNoise(0.5))
    model.add(keras.layers.Dense(2, kernel_initializer=keras.initializers.RandomNormal(stddev=1.0, seed=1)))
    model.add(keras.layers.Dense(5, kernel_initializer=keras.initializers.RandomNormal(stddev=1.0, seed=2)))
    model.compile(optimizer="adam", loss="mean_squared_error", metrics=["accuracy"])
    return model


@cache
def digits():
    """An autoencoder that knows no zeros; digits to set the threshold by, other normal ones, and the zeros."""
    (train_x, train_y), (test_x, test_y) = load.digits()
    normal = train_x[train_y != 0]
    keras.utils.set_random_seed(0)
    model = keras.Sequential()
    model.add(keras.Input((64,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(64, activation="sigmoid"))
    model.compile(keras.optimizers.Adam(0.02), "mean_squared_error", jit_compile=False)
    repeated = np.resize(normal, (250 * 256, 64))
    model.fit(repeated, repeated, batch_size=256, shuffle=False, verbose=0)
    return model, normal, test_x[test_y != 0], test_x[test_y == 0]


@pytest.fixture(scope="module")
def scores(submission):
    """The scores of the three kinds of digits."""
    model, *kinds = digits()
    rows = np.concatenate(kinds)
    found = submission.anomaly_scores(model, rows)
    expect.shape(
        found,
        (len(rows),),
        what=f"anomaly_scores(model, {len(rows)} digits)",
        likely="every row gets a score, however many there are",
    )
    found = np.asarray(found, dtype=float)
    return np.split(found, np.cumsum([len(kind) for kind in kinds])[:2])


@pytest.mark.check(points=1, hint="Along which axis is the mean taken, so that each row keeps a number of its own?")
def test_one_score_per_row(submission, small, rows):
    """anomaly_scores gives one number for each row."""
    for some in (rows, rows[:1]):
        found = submission.anomaly_scores(small, some)
        size = expect.array(found).shape
        expect.shape(
            found,
            (len(some),),
            what=f"anomaly_scores(model, {len(some)} rows of 5 numbers)",
            likely=expect.cause(
                (size == (), "the mean runs over everything; with axis=1 each row keeps its own"),
                (size == (5,), "the mean runs down the columns; axis=1 runs along the rows"),
                (size == (len(some), 1), "each score sits in a list of its own: leave keepdims out"),
                (size == (len(some), 5), "these are the errors of single numbers; take their mean along axis=1"),
                "one score for each row",
            ),
        )


@pytest.mark.check(
    points=3, needs=["test_one_score_per_row"], hint="Difference, square, mean: what is compared with what?"
)
def test_scores(submission, small, rows):
    """A score is the mean of the squared differences between a row and what the autoencoder makes of it."""
    found = np.asarray(submission.anomaly_scores(small, rows.copy()))
    expect.unchanged(submission.argument(1), rows, what="samples")
    answers = expect.predict(small, rows)
    differences = rows - answers
    right = np.mean(differences**2, axis=1)
    clipped = np.clip(rows, 0, 1)
    expect.close(
        found,
        right,
        what="the scores of 7 rows, with numbers below 0 and above 1, too,",
        tol=1e-5,
        likely=expect.cause(
            (
                expect.same(found, np.mean((clipped - expect.predict(small, clipped)) ** 2, axis=1), tol=1e-4)
                or expect.same(found, np.mean((rows - np.clip(answers, 0, 1)) ** 2, axis=1), tol=1e-4)
                or expect.same(found, np.mean((clipped - answers) ** 2, axis=1), tol=1e-4),
                "the numbers are cut to 0..1 first; take the rows and the answers as they are",
            ),
            (
                any(expect.same(found, np.round(right, digits), tol=1e-6) for digits in range(5)),
                "they are rounded; keep every digit",
            ),
            (expect.same(found, np.sum(differences**2, axis=1), tol=1e-4), "these are sums; take the mean"),
            (
                expect.same(found, np.sqrt(right), tol=1e-4),
                "these are the roots of the mean squares; leave the root out",
            ),
            (
                expect.same(found, np.linalg.norm(differences, axis=1), tol=1e-4),
                "these are distances; take the mean of the squares instead",
            ),
            (
                expect.same(found, np.mean(np.abs(differences), axis=1), tol=1e-4),
                "these are means of absolute differences; square them instead",
            ),
            (
                expect.same(found, np.mean(differences, axis=1) ** 2, tol=1e-4),
                "first squared and then averaged, please: here differences of both signs cancel out",
            ),
            (
                expect.same(found, np.mean(differences, axis=1), tol=1e-4),
                "the square is missing, so that differences of both signs cancel out",
            ),
            (
                expect.same(found, -right, tol=1e-4),
                "the sign is wrong: the worse a row comes back, the higher its score",
            ),
            (
                expect.same(found, np.mean(answers**2, axis=1), tol=1e-4),
                "the rows themselves are missing: the error is the row minus what comes back",
            ),
            "the error is the row minus what the autoencoder makes of it, at inference",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_one_score_per_row"], hint="Which digits can an autoencoder not draw that never saw a zero?"
)
def test_unseen_class(scores):
    """Zeros score higher than the digits that the autoencoder was trained on: they stand out as well as they can."""
    model, _, normal, zeros = digits()
    labels = np.repeat([0, 1], [len(normal), len(zeros)])
    samples = np.concatenate([normal, zeros])
    right = np.mean((samples - expect.predict(model, samples)) ** 2, axis=1)
    found = roc_auc_score(labels, np.nan_to_num(np.concatenate(scores[1:])))
    best = roc_auc_score(labels, right)
    expect.keep_figure("Scores of unseen digits, by an autoencoder that never saw a zero", _drawn(*scores))
    expect.at_least(
        found,
        best - 0.01,
        what="the share of pairs (a zero, another digit) in which the zero scores higher (ROC AUC)",
        likely=expect.cause(
            (found < 0.5, "the sign is wrong: the worse a row comes back, the higher its score"),
            "the scores do not tell how well each row comes back",
        ),
    )
    expect.close(
        np.concatenate(scores[1:]),
        right,
        what="the scores of unseen digits",
        tol=2e-6,
        likely=expect.cause(
            (
                np.ptp(np.concatenate(scores[1:]) / right) < 1e-3,
                "they are divided by a number that depends on the other rows; a score depends on its own row alone",
            ),
            (
                any(expect.same(np.concatenate(scores[1:]), np.round(right, digits), tol=1e-6) for digits in range(6)),
                "they are rounded; keep every digit",
            ),
            "a score is the mean of the squares, as it is, for any number of rows",
        ),
    )


@pytest.mark.check(points=3, hint="Which quantile, and of which scores?")
def test_flags(submission):
    """flag_anomalies says True for the scores above the (1 - rate) quantile of the normal scores."""
    normal = np.arange(100, dtype=float)[::-1].copy()
    scores = np.array([3.0, 97.0, 250.0, 92.0, 79.0, 91.9, 70.0, 81.0, 103.0, 240.0])
    for rate, threshold in (0.05, 94.05), (0.2, 79.2):
        found = submission.flag_anomalies(scores.copy(), normal.copy(), rate)
        expect.unchanged(submission.argument(0), scores, what="scores")
        expect.unchanged(submission.argument(1), normal, what="normal_scores")
        flags, right = expect.array(found), scores > threshold
        expect.that(
            flags.dtype == bool and flags.shape == scores.shape,
            expected=f"True or False for each of {len(scores)} scores",
            found=expect.number(found),
            likely=expect.cause(
                expect.no_return(found),
                (flags.shape == (), "this is a single value; compare the whole array with the threshold"),
                (flags.shape == scores.shape, "these are numbers; a comparison alone gives True and False"),
                (
                    flags.dtype.kind in "if",
                    "these are the places or the scores of the anomalies; return True or False for every score",
                ),
                "return scores > threshold",
            ),
        )
        expect.equal(
            flags.tolist(),
            right.tolist(),
            what=f"the flags of {scores.tolist()} with the normal scores 0 to 99 and rate={rate}",
            likely=expect.cause(
                (np.array_equal(flags, ~right), "True and False are swapped: an anomaly is above the threshold"),
                (
                    np.array_equal(flags, scores > np.quantile(normal, rate)),
                    "this is the quantile of rate; it is that of 1 - rate",
                ),
                (
                    np.array_equal(flags, scores > np.quantile(scores, 1 - rate)),
                    "the threshold comes from the scores to be judged; the normal scores set it",
                ),
                (
                    np.array_equal(flags, scores > normal.max()),
                    "the highest normal score is not the threshold asked for",
                ),
                (
                    np.array_equal(flags, scores > normal.mean() + 2 * normal.std()),
                    "this is the mean and some deviations; the threshold is a quantile",
                ),
                (
                    np.array_equal(flags, scores > np.percentile(normal, 1 - rate)),
                    "np.percentile counts from 0 to 100; np.quantile takes 1 - rate as it is",
                ),
                (
                    rate == 0.2 and np.array_equal(flags, scores > 94.05),
                    "the rate is fixed, instead of taken from rate",
                ),
                "the threshold is np.quantile(normal_scores, 1 - rate)",
            ),
        )
    normal = np.repeat([1.0, 2.0, 3.0, 4.0, 5.0], [20, 1, 1, 1, 1])
    scores = np.array([0.9, 1.5, 2.5, 5.5])
    found = np.asarray(submission.flag_anomalies(scores.copy(), normal.copy(), 0.3))
    expect.equal(
        found.tolist(),
        (scores > 1).tolist(),
        what=f"the flags of {scores.tolist()} with rate=0.3, where 20 of 24 normal scores are 1,",
        likely=expect.cause(
            (
                np.array_equal(found, scores > np.quantile(np.unique(normal), 0.7)),
                "scores that come several times were counted once; each normal row counts",
            ),
            "the threshold is the quantile of all normal scores, however often one comes",
        ),
    )
    # Small and close to each other, as mean squared errors are.
    normal = np.random.default_rng(3).gamma(2.0, 0.01, size=800)
    for rate in 0.01, 0.125, 0.333, 0.9:
        # Whichever way is taken between two normal scores: the next ones on both sides are left out.
        place = int((1 - rate) * (len(normal) - 1))
        below, above = np.sort(normal)[[max(place - 1, 0), min(place + 2, len(normal) - 1)]]
        scores = np.array([0.999 * below, 1.001 * above, below / 2, 2 * above, *[1.0] * 5, 0, 0])
        found = np.asarray(submission.flag_anomalies(scores.copy(), normal.copy(), rate))
        expect.equal(
            found.tolist(),
            (scores > below).tolist(),
            what=f"the flags of {', '.join(map(expect.number, scores))} where the threshold is "
            f"{expect.number(float(np.quantile(normal, 1 - rate)))}, with rate={rate},",
            likely="the threshold is the (1 - rate) quantile as it is: not rounded, not cut, and of nothing else than "
            "the normal scores",
        )
    expect.that(
        not np.any(submission.flag_anomalies(np.ones(3), np.ones(9), 0.1)),
        expected="no flag where all scores are alike: they are at the threshold, not above it",
        found="True",
        likely="scores are compared with >=; an anomaly is above the threshold",
    )


@pytest.mark.check(
    points=2,
    needs=["test_one_score_per_row", "test_flags"],
    hint="How many of the normal rows lie above the threshold that they set?",
)
def test_false_alarms(submission, scores):
    """Among the digits that set the threshold, as many raise a false alarm as rate says."""
    known = scores[0]
    found = int(np.sum(submission.flag_anomalies(known, known, RATE)))
    expect.between(
        found,
        RATE * len(known) - 1,
        RATE * len(known) + 1,
        what=f"the number of false alarms among {len(known)} normal digits with rate={RATE}",
        likely="the threshold is not the (1 - rate) quantile of the normal scores",
    )


def _drawn(known, normal, zeros):
    """How often which score occurs."""
    figure = Figure(figsize=(6, 3), layout="constrained")
    axes = figure.add_subplot()
    known, normal, zeros = (np.nan_to_num(scores, posinf=1, neginf=-1) for scores in (known, normal, zeros))
    everything = np.concatenate([known, normal, zeros])
    bins = np.linspace(min(0, everything.min()), everything.max() + 1e-6, 40)
    axes.hist(normal, bins, density=True, alpha=0.6, label="other digits")
    axes.hist(zeros, bins, density=True, alpha=0.6, label="zeros")
    axes.axvline(np.quantile(known, 1 - RATE), color="black", linestyle="--", label=f"threshold for rate={RATE}")
    axes.set(title="Scores of unseen digits", xlabel="mean squared error", ylabel="density")
    axes.legend()
    return figure
