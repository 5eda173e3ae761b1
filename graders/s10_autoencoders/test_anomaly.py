"""Grades s10_autoencoders/anomaly: how badly an autoencoder gives a row back, and what counts as too badly."""

from functools import cache, partial

import keras
import numpy as np
import pytest
from matplotlib.figure import Figure
from scipy.stats import norm
from sklearn.metrics import roc_auc_score

from keraskata import expect
from keraskata.datasets import load

RATE = 0.05

SIZE = expect.diagnoses(
    one=("one number came back for all rows; each row keeps its own", lambda seen: seen.size == ()),
    columns=("there is a number for each column; each row needs one", lambda seen: seen.size == (seen.width,)),
    nested=(
        "each score sits in a list of its own: there is an axis too many",
        lambda seen: seen.size == (seen.rows, 1),
    ),
    numbers=(
        "these are the errors of single numbers; take their mean along each row",
        lambda seen: seen.size == (seen.rows, seen.width),
    ),
    none=(
        "no row got a score: a loop over whole batches leaves out the last rows, where they do not fill one",
        lambda seen: seen.size == (0,),
    ),
    some=(
        "only {n} of {all} rows got a score: each row gets one, also the last ones, which may not fill a batch",
        lambda seen: {"n": seen.size[0], "all": seen.rows} if seen.size[0] < seen.rows else None,
    ),
    several=(
        "{k} numbers came back for each row, as where evaluate gives the loss and metrics; a score is one number",
        lambda seen: {"k": seen.size[1]} if len(seen.size) == 2 and seen.size[0] == seen.rows else None,
    ),
    otherwise="each row gets one score, however many there are",
)


def _made(rows, model):
    return expect.predict(model, rows)


def _errors(rows, model):
    return rows - _made(rows, model)


def _scores(rows, model):
    return np.mean(_errors(rows, model) ** 2, axis=1)


def _in_order(rows, model):
    """The scores of what the layers make of the rows, each called once, in the order in which the model lists them."""
    made = rows
    for layer in model.layers[1:]:
        made = layer(made)
    return np.mean((rows - keras.ops.convert_to_numpy(made)) ** 2, axis=1)


def _compiled_losses(rows, model):
    """What evaluate says of each row alone, where this is no mean squared error."""
    if model.loss == "mean_squared_error":
        return None
    return keras.ops.convert_to_numpy(keras.losses.get(model.loss)(rows, _made(rows, model)))


def _whole(rows, model):
    """The scores where `model` answers in whole numbers, as rows of them may make it."""
    if rows.dtype.kind == "f":
        return None
    return np.mean((rows - _made(rows, model).astype(rows.dtype)) ** 2, axis=1)


def _clipped(rows):
    return np.clip(rows, 0, 1)


def _row(words, *functions):
    """A row of `mistakes`; what two runs of a model give differs a little."""
    return words, *(expect.near(function, 5e-6) for function in functions)


SCORES = expect.mistakes(
    rounded=(
        "they are rounded; keep every digit",
        *(
            partial(lambda digits, rows, model: np.round(_scores(rows, model), digits), digits)
            for digits in range(1, 6)
        ),
    ),
    cut=_row(
        "the numbers are cut to 0..1 first; take the rows and the answers as they are",
        lambda rows, model: _scores(_clipped(rows), model),
        lambda rows, model: np.mean((rows - _clipped(_made(rows, model))) ** 2, axis=1),
        lambda rows, model: np.mean((_clipped(rows) - _made(rows, model)) ** 2, axis=1),
    ),
    scaled=_row(
        "the rows are divided by their highest number first; take them as they are",
        lambda rows, model: _scores(rows / rows.max(), model),
    ),
    pixels=_row(
        "the rows are divided by 255 first, as if they were pixels; take them as they are, whatever they hold",
        lambda rows, model: _scores(rows / 255, model),
        lambda rows, model: np.mean((rows - _made(rows / 255, model)) ** 2, axis=1),
    ),
    mean_row=_row(
        "the mean of all rows stands in the place of what the autoencoder makes of each row: ask the autoencoder",
        lambda rows, model: np.mean((rows - rows.mean(axis=0)) ** 2, axis=1),
    ),
    whole=_row(
        "what the autoencoder makes of the rows is cut to whole numbers, the type of these rows; take it as it is",
        _whole,
    ),
    kept_whole=_row(
        "the scores, or the differences, are cut to whole numbers, the type of these rows: keep every digit",
        lambda rows, model: None if rows.dtype.kind == "f" else np.trunc(_scores(rows, model)),
        lambda rows, model: None if rows.dtype.kind == "f" else np.mean(np.trunc(_errors(rows, model)) ** 2, axis=1),
    ),
    sums=_row("these are sums; take the mean", lambda rows, model: np.sum(_errors(rows, model) ** 2, axis=1)),
    root=_row(
        "these are the roots of the mean squares; leave the root out",
        lambda rows, model: np.sqrt(_scores(rows, model)),
    ),
    distance=_row(
        "these are distances: roots of sums. Take the mean of the squares instead",
        lambda rows, model: np.linalg.norm(_errors(rows, model), axis=1),
    ),
    absolute=_row(
        "these are means of absolute differences; square them instead",
        lambda rows, model: np.mean(np.abs(_errors(rows, model)), axis=1),
    ),
    in_order=_row(
        "the layers are called one after another, as if each answered the one before: this autoencoder goes another "
        "way through them. Call the model itself, or take predict",
        _in_order,
    ),
    compiled=_row(
        "these are the losses that the autoencoder was compiled with, and those may be any; work the squares out here",
        _compiled_losses,
    ),
    square_of_mean=_row(
        "first square, then average: here differences of both signs cancel out",
        lambda rows, model: np.mean(_errors(rows, model), axis=1) ** 2,
    ),
    no_square=_row(
        "the square is missing, so that differences of both signs cancel out",
        lambda rows, model: np.mean(_errors(rows, model), axis=1),
    ),
    variance=_row(
        "the mean of the differences is taken off first, as var and std do: then a row that comes back too high by the "
        "same amount everywhere scores 0. Take the mean of the squares",
        lambda rows, model: np.var(_errors(rows, model), axis=1),
        lambda rows, model: np.var(_errors(rows, model), axis=1, ddof=1),
        lambda rows, model: np.std(_errors(rows, model), axis=1),
    ),
    negative=_row(
        "the sign is wrong: the worse a row comes back, the higher its score", lambda rows, model: -_scores(rows, model)
    ),
    answers=_row(
        "the rows themselves are missing: the error is the row minus what comes back",
        lambda rows, model: np.mean(_made(rows, model) ** 2, axis=1),
    ),
    divided=_row(
        "they are divided by a figure of all scores; a score depends on its own row alone",
        lambda rows, model: _scores(rows, model) / _scores(rows, model).max(),
        lambda rows, model: _scores(rows, model) / _scores(rows, model).sum(),
        lambda rows, model: _scores(rows, model) / _scores(rows, model).mean(),
    ),
    left_out=_row(
        "the last rows have the score 0, as if they were left out: does a loop over batches take the last one, too?",
        *(
            partial(
                lambda size, rows, model: _scores(rows, model) * (np.arange(len(rows)) < len(rows) // size * size), size
            )
            for size in (2, 4, 5, 8, 10, 16, 32, 50, 64, 100, 128, 200, 256, 512, 1000)
        ),
    ),
    near=(
        "they are near, but not exact: print one with all of its digits, and work it out by hand",
        expect.near(_scores, 2e-3),
    ),
    otherwise="a score is the mean of the squares of all differences between a row and what comes back at inference",
)
MODE = expect.diagnoses(
    training=(
        "the autoencoder is called as in training, where layers such as Dropout act at random: take predict, or "
        "training=False",
    ),
)
MODEL = expect.diagnoses(
    trained=(
        "the autoencoder is trained here, which makes another one of it: leave the training out, predict is enough",
        lambda seen: seen.asked.fits,
    ),
    otherwise="the autoencoder arrives trained, and stays as it is: nothing here is to change its weights",
)
KIND = expect.diagnoses(
    single=("this is a single value; each score needs a True or False of its own", lambda seen: seen.flags.shape == ()),
    numbers=(
        "these are numbers; a comparison alone gives True and False",
        lambda seen: seen.flags.shape == seen.right.shape and seen.flags.dtype.kind in "iuf",
    ),
    places=(
        "these are the places of the anomalies; give True or False for every score",
        lambda seen: np.array_equal(seen.flags.ravel(), np.flatnonzero(seen.right)),
    ),
    picked=(
        "these are the scores of the anomalies; give True or False for every score",
        lambda seen: np.array_equal(seen.flags, seen.scores[seen.right]),
    ),
    otherwise="comparing the whole array with the threshold gives True or False for each score",
)
_QUANTILE = "the threshold is the (1 - rate) quantile of all normal scores, as it is, and of nothing else"
FLAGS = expect.mistakes(
    swapped=(
        "True and False are swapped: an anomaly is above the threshold",
        lambda scores, normal, rate: scores <= np.quantile(normal, 1 - rate),
    ),
    lower=(
        "are these the scores above the quantile of rate? The threshold is that of 1 - rate",
        lambda scores, normal, rate: scores > np.quantile(normal, rate),
    ),
    own=(
        "the flags are those of a threshold made of the scores to be judged; the normal scores set it",
        lambda scores, normal, rate: scores > np.quantile(scores, 1 - rate),
    ),
    above_all=(
        "of these scores only those above every normal score are flagged: the threshold is lower, and the normal "
        "scores alone set it",
        lambda scores, normal, rate: scores > normal.max(),
    ),
    deviations=(
        "the flags are those of a mean and some deviations; the threshold is a quantile",
        lambda scores, normal, rate: scores > normal.mean() + 2 * normal.std(),
    ),
    percentile=(
        "np.percentile counts from 0 to 100; np.quantile takes 1 - rate as it is",
        lambda scores, normal, rate: scores > np.percentile(normal, 1 - rate),
    ),
    fixed=(
        "the flags are those of rate=0.05: where is rate used?",
        lambda scores, normal, rate: scores > np.quantile(normal, 0.95),
    ),
    tails=(
        "very low scores are flagged, too; an anomaly is above the threshold",
        lambda scores, normal, rate: (
            (scores > np.quantile(normal, 1 - rate)) | (scores < np.quantile(normal, rate / 2))
        ),
    ),
    sets=(
        "the flags are those of a threshold made of both sets of scores; the normal scores alone set it",
        lambda scores, normal, rate: scores > np.quantile(np.append(normal, scores), 1 - rate),
        lambda scores, normal, rate: scores > np.quantile(np.append(normal, scores[scores < normal.max()]), 1 - rate),
    ),
    bell=(
        "the flags are those of a bell curve with the mean and the deviation of the normal scores: take the quantile "
        "of the scores themselves",
        lambda scores, normal, rate: scores > norm.ppf(1 - rate, normal.mean(), normal.std()),
        lambda scores, normal, rate: scores > norm.ppf(1 - rate, normal.mean(), normal.std(ddof=1)),
    ),
    otherwise=_QUANTILE,
)
TIES = expect.mistakes(
    distinct=(
        "scores that come several times were counted once; each normal row counts",
        lambda scores, normal, rate: scores > np.quantile(np.unique(normal), 1 - rate),
    ),
    otherwise=_QUANTILE,
)
FINE = expect.mistakes(
    cut=(
        "the flags are those of a threshold that is cut, or of one made with cut normal scores or a cut 1 - rate; take "
        "all of them as they are",
        lambda scores, normal, rate: scores > np.percentile(normal, int(100 - 100 * rate)),
        *(
            partial(
                lambda unit, scores, normal, rate: scores > np.floor(np.quantile(normal, 1 - rate) / unit) * unit, unit
            )
            for unit in (0.1, 0.01, 0.001)
        ),
    ),
    rounded=(
        "the flags are those of a rounded threshold, or of one made with rounded normal scores, rate or 1 - rate; "
        "round nothing",
        lambda scores, normal, rate: scores > np.quantile(normal, round(1 - rate, 2)),
        *(
            partial(
                lambda digits, scores, normal, rate: scores > np.round(np.quantile(normal, 1 - rate), digits), digits
            )
            for digits in (1, 2, 3)
        ),
    ),
    otherwise=_QUANTILE,
)
ALIKE = expect.mistakes(
    equal=(
        "a score at the threshold is flagged as well; an anomaly is above it",
        lambda scores, normal, rate: scores >= np.quantile(normal, 1 - rate),
    ),
    margin=(
        "a score just above the threshold is not flagged: compare with > alone; rounding, a margin or isclose passes "
        "it over",
        lambda scores, normal, rate: (scores > (least := np.quantile(normal, 1 - rate))) & ~np.isclose(scores, least),
    ),
    otherwise=_QUANTILE,
)
ENDS = expect.diagnoses(
    wraps=(
        "where rate is 1 the threshold is the least normal score; an index of -1 is the last place, that of the "
        "greatest",
        lambda seen: seen.rate == 1 and np.array_equal(seen.flags, seen.scores > seen.normal.max()),
    ),
    minus_zero=(
        "where rate is 0 the threshold here is the least normal score: counted from the end, place -0 is the first one",
        lambda seen: seen.rate == 0 and np.array_equal(seen.flags, seen.scores > seen.normal.min()),
    ),
    otherwise="where rate is 0 the threshold is the quantile of 1, the greatest normal score; where rate is 1 it is "
    "the quantile of 0, the least",
)


@pytest.fixture(scope="module")
def rows():
    """Rows of which no number is special: some are negative, and some above 1."""
    return np.random.default_rng(0).normal(0.5, 1.0, size=(7, 5)).astype("float32")


@pytest.fixture(scope="module")
def small():
    return _small(noise=0.5)


def _small(noise):
    """An autoencoder for rows of five numbers, with noise during training, and a loss that is no mean square."""
    inside = keras.layers.Dense(2, kernel_initializer=keras.initializers.RandomNormal(stddev=1.0, seed=1))
    outside = keras.layers.Dense(5, kernel_initializer=keras.initializers.RandomNormal(stddev=1.0, seed=2))
    rows = keras.Input((5,))
    # The same way twice: who calls the layers in their order goes it once.
    once = outside(inside(keras.layers.GaussianNoise(noise)(rows)))
    model = keras.Model(rows, outside(inside(once)))
    model.compile(optimizer="adam", loss="huber", metrics=["accuracy"], run_eagerly=True)
    return model


@cache
def digits():
    """An autoencoder that knows no zeros; digits to set the threshold by, other normal ones, and the zeros."""
    (train_x, train_y), (test_x, test_y) = load.digits()
    normal = train_x[train_y != 0]
    # The best linear one needs no training: its code are the first principal components.
    mean = normal.mean(axis=0)
    components = np.linalg.svd(normal - mean, full_matrices=False)[2][:8]
    model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(8), keras.layers.Dense(64)])
    model.set_weights([components.T, -components @ mean, components, mean])
    model.compile("adam", "mean_squared_error", run_eagerly=True)
    return model, normal, test_x[test_y != 0], test_x[test_y == 0]


@pytest.fixture(scope="module")
def judged(submission):
    """The scores of the three kinds of digits, and what was asked of the autoencoder."""
    model, *kinds = digits()
    rows = np.concatenate(kinds)
    found = submission.anomaly_scores(model, rows)
    expect.shape(
        found,
        (len(rows),),
        what=f"anomaly_scores(model, {len(rows)} digits)",
        likely=SIZE.of(size=expect.array(found).shape, rows=len(rows), width=rows.shape[1]),
    )
    found = np.asarray(found, dtype=float)
    return np.split(found, np.cumsum([len(kind) for kind in kinds])[:2]), submission.evidence.of_argument(0)


@pytest.fixture(scope="module")
def scores(judged):
    return judged[0]


@pytest.mark.check(points=1, hint="Along which axis is the mean taken, so that each row keeps a number of its own?")
def test_one_score_per_row(submission, small, rows):
    """anomaly_scores gives one number for each row."""
    for some in (rows, rows[:1]):
        found = submission.anomaly_scores(small, some)
        expect.shape(
            found,
            (len(some),),
            what=f"anomaly_scores(model, {len(some)} rows of 5 numbers)",
            likely=SIZE.of(size=expect.array(found).shape, rows=len(some), width=5),
        )


@pytest.mark.check(
    points=3, needs=["test_one_score_per_row"], hint="Difference, square, mean: what is compared with what?"
)
def test_scores(submission, small, rows):
    """A score is the mean of the squared differences between a row and what the autoencoder makes of it."""
    found = np.asarray(submission.anomaly_scores(small, rows.copy()))
    expect.unchanged(submission.argument(1), rows, what="samples")
    asked = submission.evidence.of_argument(0)
    expect.not_compiled_again(asked, what="the autoencoder")
    expect.that(
        expect.same(expect.weights_of(submission.argument(0)), expect.weights_of(small), tol=0),
        expected="the autoencoder with the weights that it came with",
        found="other weights",
        likely=MODEL.of(asked=asked),
    )
    right = _scores(rows, small)
    expect.that(
        expect.same(found, right, tol=1e-5)
        or not expect.same(submission.anomaly_scores(_small(noise=0.0), rows.copy()), right, tol=1e-5),
        expected="the same scores with and without noise in the autoencoder, which a prediction leaves out",
        found="the right ones without noise, and other ones with it",
        likely=MODE.says("training"),
    )
    expect.close(
        found,
        right,
        what="the scores of 7 rows, with numbers below 0 and above 1, too,",
        tol=1e-5,
        likely=SCORES.of(found, rows, small),
    )
    double, whole = rows.astype("float64"), np.round(10 * rows).astype("int64")
    for kind, same in (("(of double precision)", double), ("(of whole numbers)", whole)):
        found = np.asarray(submission.anomaly_scores(small, same.copy()))
        expect.unchanged(submission.argument(1), same, what=f"samples {kind}")
        expect.close(
            found,
            _scores(same, small),
            what=f"the scores of 7 rows {kind}",
            tol=1e-5,
            likely=SCORES.of(found, same, small),
        )


@pytest.mark.check(
    points=2, needs=["test_one_score_per_row"], hint="Which digits can an autoencoder not draw that never saw a zero?"
)
def test_unseen_class(judged):
    """Zeros score higher than the digits that the autoencoder was trained on: they stand out as well as they can."""
    scores, asked = judged
    model, known, normal, zeros = digits()
    labels = np.repeat([0, 1], [len(normal), len(zeros)])
    samples = np.concatenate([normal, zeros])
    right = _scores(samples, model)
    likely = expect.cause(
        (asked.fits, MODEL.says("trained")),
        SCORES.of(np.concatenate(scores), np.concatenate([known, samples]), model),
    )
    found = roc_auc_score(labels, np.nan_to_num(np.concatenate(scores[1:])))
    best = roc_auc_score(labels, right)
    expect.keep_figure(
        "Scores of unseen digits, by an autoencoder that never saw a zero",
        _drawn(*scores),
        look="Look how much the two groups overlap, and how many digits of each stand right of the dashed line.",
    )
    expect.at_least(
        found,
        best - 0.01,
        what="the share of pairs (a zero, another digit) in which the zero scores higher (ROC AUC)",
        likely=likely,
    )
    expect.close(
        np.concatenate(scores[1:]),
        right,
        what="the scores of unseen digits",
        tol=2e-6,
        likely=likely,
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
            likely=expect.cause(expect.no_return(found), KIND.of(flags=flags, right=right, scores=scores)),
        )
        expect.equal(
            flags.tolist(),
            right.tolist(),
            what=f"the flags of {scores.tolist()} with the normal scores 0 to 99 and rate={rate}",
            likely=FLAGS.of(flags, scores, normal, rate),
        )
    normal = np.repeat([1.0, 2.0, 3.0, 4.0, 5.0], [20, 1, 1, 1, 1])
    scores = np.array([0.9, 1.5, 2.5, 5.5])
    found = np.asarray(submission.flag_anomalies(scores.copy(), normal.copy(), 0.3))
    expect.equal(
        found.tolist(),
        (scores > 1).tolist(),
        what=f"the flags of {scores.tolist()} with rate=0.3, where 20 of 24 normal scores are 1,",
        likely=TIES.of(found, scores, normal, 0.3),
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
            likely=FINE.of(found, scores, normal, rate),
        )
    for level in 1.0, 2.0**-30:
        scores, normal = level * np.array([1.0, 1 + 1e-6, 1 - 1e-6]), np.full(9, level)
        found = np.asarray(submission.flag_anomalies(scores.copy(), normal.copy(), 0.1))
        expect.equal(
            found.tolist(),
            [False, True, False],
            what=f"the flags of three scores, at {expect.number(level)}, a millionth above and a millionth below, "
            "where that is each of the normal scores,",
            likely=ALIKE.of(found, scores, normal, 0.1),
        )
    _expect_ends(submission)


def _expect_ends(submission):
    """Require the flags at both ends of what rate may be."""
    normal, scores = np.array([3.0, 1.0, 2.0]), np.array([0.5, 1.0, 1.5, 3.0, 3.5])
    for rate, threshold in (0.0, 3), (1.0, 1):
        with expect.explained(lambda fault: ENDS.of()):
            found = np.asarray(submission.flag_anomalies(scores.copy(), normal.copy(), rate))
        expect.equal(
            found.tolist(),
            (scores > threshold).tolist(),
            what=f"the flags of {scores.tolist()} with the normal scores {normal.tolist()} and rate={rate}",
            likely=ENDS.of(rate=rate, flags=found, scores=scores, normal=normal),
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
        likely=SCORES.of(np.concatenate(scores), np.concatenate(digits()[1:]), digits()[0]),
    )


def _drawn(known, normal, zeros):
    """How often which score occurs."""
    figure = Figure(figsize=(6, 3), layout="constrained")
    axes = figure.add_subplot()
    known, normal, zeros = (np.nan_to_num(np.clip(scores, -1e9, 1e9)) for scores in (known, normal, zeros))
    everything = np.concatenate([known, normal, zeros])
    bins = np.linspace(min(0, everything.min()), everything.max() + 1e-6, 40)
    axes.hist(normal, bins, density=True, alpha=0.6, label="other digits")
    axes.hist(zeros, bins, density=True, alpha=0.6, label="zeros")
    axes.axvline(np.quantile(known, 1 - RATE), color="black", linestyle="--", label=f"threshold for rate={RATE}")
    axes.set(title="Scores of unseen digits", xlabel="mean squared error", ylabel="density")
    axes.legend()
    return figure
