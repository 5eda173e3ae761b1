"""Grades s07_batches/compare_batch_norm: the same network without and with batch normalization, from one start.

Where all training rows are 0, nothing can be learned, and only the moving variance moves: it shrinks by one and the
same factor in each epoch. So two epochs show what the network with batch normalization answered before the first.
"""

import numpy as np
import pytest

from keraskata import expect

KEYS = ["plain", "batch norm"]
EPOCHS = 6
CHANCE = float(np.log(2))  # the least loss on a row that comes twice, once with each label
# One column less than in _rows: a network takes its width from the rows that it is given.
ORIGIN = np.zeros((2, 3), "float32"), np.array([0, 1])
POINTS = [6, -6, 6], [1.5, 1.5, -1.5], [-3, 2, 5]


@pytest.fixture(scope="module")
def answer(submission):
    """What came back for columns of very different size."""
    return submission.compare_batch_norm(_rows(256, seed=1), _rows(128, seed=2), EPOCHS)


@pytest.fixture(scope="module")
def curves(answer):
    return _losses(answer, EPOCHS)


@pytest.fixture(scope="module")
def point_curves(submission):
    """The losses on a single point that comes with both labels, after training on rows that are all 0."""
    for point in POINTS:
        validation = np.array([point, point], "float32"), np.array([0, 1])
        found = _losses(submission.compare_batch_norm(ORIGIN, validation, 2), 2)
        if CHANCE + 0.001 < found["plain"][0] < 4:  # near the least, or far above, a loss shows little
            break
    return found


@pytest.mark.check(
    points=2, hint="One dictionary, two keys, and under each the list val_loss that fit's History keeps."
)
def test_answer(answer):
    """The answer is a dictionary with the keys "plain" and "batch norm", and one loss per epoch under each."""
    _losses(answer, EPOCHS)


@pytest.mark.check(points=2, needs=["test_answer"], hint="Which rows does val_loss come from, and which loss is it?")
def test_validation(curves, point_curves):
    """The figures are binary cross-entropies on `validation`."""
    plain = point_curves["plain"]
    expect.that(
        not expect.same(plain, curves["plain"][:2]),
        expected="other losses on other rows",
        found=f"the same losses, {expect.number(list(plain))}",
        likely="the losses do not come from training on these rows: they are made up",
    )
    lowest = min(min(values) for values in point_curves.values())
    expect.at_least(
        lowest,
        CHANCE - 1e-4,
        what="the validation loss on a row that comes twice, once with each label,",
        likely="another loss than binary cross-entropy was compiled, or the accuracy was kept in place of the loss",
    )
    expect.that(
        plain[0] > CHANCE + 0.001,
        expected=f"a loss above {expect.number(CHANCE)}, which is that of a guess",
        found=f"{expect.number(plain[0])}, as for rows of train, which are all 0",
        likely="these are losses of train: loss was kept in place of val_loss, validation_data is another pair, or "
        "train and validation are swapped in fit",
    )


@pytest.mark.check(
    points=2, needs=["test_validation"], hint="Which of the two networks has the layer, and does it learn?"
)
def test_batch_norm(curves, point_curves):
    """The network behind "batch norm" has a BatchNormalization, the plain one has none."""
    plain, normed = (_score(point_curves[key]) for key in KEYS)
    plain_moves, normed_moves = (abs(score[1] / score[0] - 1) > 2e-4 for score in (plain, normed))
    expect.that(
        normed_moves and not plain_moves,
        expected="after training on rows that are all 0, a plain loss that stays, and a batch norm loss that still "
        "moves, with the moving averages",
        found="; ".join(f"{key}: {point_curves[key][0]:.6g}, then {point_curves[key][1]:.6g}" for key in KEYS),
        likely=expect.cause(
            (
                all(np.ptp(curves[key]) == 0 for key in KEYS),
                "the networks are not trained: the same loss comes out in each epoch",
            ),
            (plain_moves and not normed_moves, "the keys are swapped: the plain losses are under batch norm"),
            (
                not plain_moves and expect.same(plain, normed, 0.01),
                "there is no BatchNormalization in this network, or it is frozen with trainable=False",
            ),
            (
                not plain_moves,
                "another layer normalizes, such as LayerNormalization, which looks at each row by itself",
            ),
            (
                expect.same(plain[1] / plain[0], normed[1] / normed[0], 2e-4),
                "both networks have a BatchNormalization; the plain one gets none",
            ),
            "there is nothing to learn from these rows of train, and yet the plain network changed: it was trained on "
            "rows of validation",
        ),
    )


@pytest.mark.check(
    points=3,
    needs=["test_batch_norm"],
    hint="Which function of Keras sets every seed at once, and how often must it be called?",
)
def test_same_start(submission, point_curves):
    """Both networks start with the same weights in their Dense layers."""
    plain, normed = (_score(point_curves[key]) for key in KEYS)
    start = normed[0] ** 2 / normed[1]
    source = submission.source
    expect.that(
        expect.same(start, plain[0], tol=0.003),
        expected=f"the same loss from both before the training, {expect.number(_loss(plain[0]))}",
        found=f"{expect.number(_loss(start))} from the one with batch normalization",
        likely=expect.cause(
            (
                "set_random_seed" in source,
                "the seed is set once, or is another for each network; set the same one before each is built, and "
                "give both the same width",
            ),
            ("random.seed" in source, "np.random.seed does not seed Keras; keras.utils.set_random_seed does"),
            "nothing sets the seed: call keras.utils.set_random_seed before each network is built",
        ),
    )


@pytest.mark.check(
    points=1, needs=["test_same_start"], hint="What does each network still know of what came before it?"
)
def test_starts_anew(submission, curves):
    """Each network starts again, from the same seed in every run: a single epoch gives the first losses of six."""
    found = submission.reseeded(1).compare_batch_norm(_rows(256, seed=1), _rows(128, seed=2), 1)
    once = _losses(found, 1)
    good = [np.allclose(once[key], curves[key][:1], rtol=1e-4, equal_nan=True) for key in KEYS]
    expect.that(
        all(good),
        expected=f"the first losses that came with {EPOCHS} epochs, "
        + " and ".join(expect.number(curves[key][0]) for key in KEYS),
        found=" and ".join(expect.number(once[key][0]) for key in KEYS),
        likely=expect.cause(
            (
                good[0],
                "the second network goes on with layers that the first has trained; build new Dense layers for each",
            ),
            "the seed is another in each run; write down one number, and take it in every run",
        ),
    )


@pytest.mark.check(points=2, needs=["test_answer"], hint="What reaches the output layer when a column is in thousands?")
def test_ahead(curves):
    """Where columns differ much in size, the network with batch normalization ends far below the plain one."""
    expect.keep_curves("Validation losses without and with batch normalization", curves)
    plain, normed = (curves[key][-1] for key in KEYS)
    expect.calibrated(
        normed / plain if np.isfinite(plain) else 0,
        "loss with batch normalization over loss without",
        better="lower",
        what="the last loss with batch normalization, divided by the plain one,",
        likely="take the features as they are: once they are scaled beforehand, the layer has little left to do; "
        "otherwise look whether it stands between the two Dense layers",
    )


def _losses(found, epochs):
    """The two lists of losses as arrays; the check fails where they are none."""
    expect.kind(
        found,
        dict,
        what="the answer of compare_batch_norm",
        likely='return a dictionary, {"plain": [...], "batch norm": [...]}',
    )
    keys = sorted(map(str, found))
    expect.equal(
        keys,
        sorted(KEYS),
        what="the list of keys",
        likely=expect.cause(
            (len(keys) == 1, "one network is missing: the return is inside the loop, or a key was used twice"),
            ("batch_norm" in keys, 'the key is "batch norm", with a space, not batch_norm'),
            'the keys are "plain" and "batch norm"',
        ),
    )
    for key in KEYS:
        values = found[key]
        expect.that(
            expect.array(values).ndim == 1
            and np.asarray(values).dtype.kind in "iuf"
            and (key == "plain" or np.isfinite(values).all()),  # on such columns a plain network may well diverge
            expected=f"a list of losses under {key!r}, one for each epoch",
            found=expect.number(values),
            likely=expect.cause(
                (isinstance(values, dict), 'this is all that fit measured; keep the list under "val_loss"'),
                (expect.array(values).ndim == 0, "only one loss was kept; keep the whole list"),
                'keep history.history["val_loss"]',
            ),
        )
        expect.equal(
            len(values),
            epochs,
            what=f"the number of losses under {key!r} with epochs={epochs}",
            likely=expect.cause(
                (len(values) == 1, "fit's third argument is batch_size; write epochs=epochs"),
                "the number of epochs is fixed, instead of taken from epochs",
            ),
        )
    return {key: np.asarray(found[key], float) for key in KEYS}


def _loss(score):
    """The mean cross-entropy on a row that comes with both labels, where `score` comes out before the sigmoid."""
    return np.log(2 * np.cosh(score / 2))


def _score(losses):
    """The other way round: how far from 0 the output before the sigmoid is, for each loss."""
    return 2 * np.arccosh(np.maximum(np.exp(losses) / 2, 1))


def _rows(n, seed):
    """Four columns, from some units to some thousands; the largest tells the label, in seven of eight rows."""
    rng = np.random.default_rng(seed)
    features = rng.normal(0, [5000, 500, 50, 5], size=(n, 4))
    flipped = rng.permutation(n) < n // 8
    return features.astype("float32"), ((features[:, 0] > 0) ^ flipped).astype("int64")
