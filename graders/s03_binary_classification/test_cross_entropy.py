"""Grades s03_binary_classification/cross_entropy: both cross-entropies by hand, against Keras' own."""

import re

import keras
import numpy as np
import pytest

from keraskata import expect

NAMES = ("categorical_crossentropy", "binary_crossentropy")


@pytest.mark.check(points=3, hint="Multiply y_true with the log of y_pred, and sum each row. Mind the minus sign.")
def test_categorical(submission):
    """For one-hot rows, categorical_crossentropy is minus the log of the probability of the true class."""
    for n, k in ((7, 4), (5, 5), (1, 3), (4, 1), (3, 12)):
        y_true, y_pred = np.eye(k)[np.arange(n) % k], _distributions(n, k, seed=k)
        _compare(submission.categorical_crossentropy, "categorical", y_true, y_pred, f"{n} one-hot rows")


@pytest.mark.check(
    points=2,
    needs=["test_categorical"],
    hint="A row of y_true may share itself out between classes, such as 0.7, 0.2, 0.1. Does every part count?",
)
def test_distributions(submission):
    """When y_true is any distribution, categorical_crossentropy goes over all of it."""
    y_true, y_pred = _distributions(6, 3, seed=1), _distributions(6, 3, seed=2)
    _compare(submission.categorical_crossentropy, "categorical", y_true, y_pred, "rows that share themselves out")


@pytest.mark.check(
    points=3, hint="Two terms for each question: one counts where the answer is yes, the other where no."
)
def test_binary(submission):
    """binary_crossentropy is the mean over the yes/no questions of a sample."""
    rng = np.random.default_rng(3)
    for n, k in ((8, 1), (6, 3), (4, 4), (1, 2)):
        y_true, y_pred = (rng.permutation(n * k) % 2).reshape(n, k), rng.uniform(0.05, 0.95, (n, k))
        _compare(submission.binary_crossentropy, "binary", y_true, y_pred, f"y_true of shape ({n}, {k})")
    y_true, y_pred = rng.uniform(size=(5, 2)), rng.uniform(0.05, 0.95, (5, 2))
    _compare(submission.binary_crossentropy, "binary", y_true, y_pred, "y_true between 0 and 1")


@pytest.mark.check(
    points=2, needs=["test_categorical"], hint="log(0) is minus infinity, and 0 * log(0) is nan. See np.clip."
)
def test_categorical_certain(submission):
    """categorical_crossentropy is finite where a probability is 0 or 1: near 0 when right, large when wrong."""
    y_true, y_pred = np.eye(3)[[0, 1, 2]], np.eye(3)[[0, 1, 1]]
    found = submission.categorical_crossentropy(y_true, y_pred)
    _certain(found, right=found[:2] if _shape(found) == (3,) else None, wrong=slice(2, 3), n=3, name="categorical")
    small = np.array([[0.9989, 0.001, 0.0001]] * 3)
    _small(submission.categorical_crossentropy, np.eye(3), small, -np.log(small[0]), "categorical")


@pytest.mark.check(
    points=2, needs=["test_binary"], hint="Both log(y_pred) and log(1 - y_pred) can meet a zero. See np.clip."
)
def test_binary_certain(submission):
    """binary_crossentropy is finite where a probability is 0 or 1: near 0 when right, large when wrong."""
    y_true, y_pred = np.array([[0.0], [1.0], [0.0], [1.0]]), np.array([[0.0], [1.0], [1.0], [0.0]])
    found = submission.binary_crossentropy(y_true, y_pred)
    _certain(found, right=found[:2] if _shape(found) == (4,) else None, wrong=slice(2, 4), n=4, name="binary")
    y_true, y_pred = np.array([[1.0, 1], [0, 1], [0, 0]]), np.array([[0.0, 1], [1, 1], [1, 1]])
    found = np.asarray(submission.binary_crossentropy(y_true, y_pred), dtype=float)
    expect.that(
        _shape(found) == (3,) and np.all(found > 5) and np.all(found < 1000),
        expected="large losses, and finite ones, where one of two certain answers is wrong, or both",
        found=expect.number(found),
        likely="nan and infinity were replaced afterwards, with all that had been added to them; keep y_pred a tiny "
        "bit away from 0 and 1 before the log",
    )
    small = np.array([[0.001], [0.0001]])
    _small(submission.binary_crossentropy, np.ones((2, 1)), small, -np.log(small[:, 0]), "binary")
    for name in ("float32", "float64"):
        one = np.asarray(submission.binary_crossentropy(np.array([[1.0], [0.0]]), np.ones((2, 1), name)), dtype=float)
        expect.that(
            expect.array(one).shape == (2,) and np.all(np.isfinite(one)) and one[0] < 1e-4 and one[1] > 5,
            expected=f"finite losses for a probability of exactly 1 in an array of {name}: nearly 0, and a large one",
            found=expect.number(one),
            likely="in float32 the next number below 1 is 0.00000006 away: 1 - 1e-8 is 1 there, and log(1 - 1) is "
            "infinite; keep 1e-7 away",
        )


@pytest.mark.check(
    points=1,
    needs=["test_categorical", "test_binary"],
    hint="np.clip(..., out=...) and y_pred[...] = ... write into it.",
)
def test_untouched(submission):
    """y_true and y_pred stay as they are."""
    for kind in ("float64", "float32"):
        y_true, y_pred = np.eye(3, dtype=kind)[[0, 1, 2]], np.eye(3, dtype=kind)[[0, 1, 1]]
        for name in NAMES:
            getattr(submission, name)(y_true, y_pred)
            for position, (argument, given) in enumerate((("y_true", y_true), ("y_pred", y_pred))):
                expect.unchanged(submission.argument(position), given, what=f"{argument} of {name}")


@pytest.mark.check(
    points=1,
    needs=["test_categorical", "test_binary"],  # an answer that computes nothing is not computed by hand
    hint="Keras' losses are what your own are compared with. np.log, np.sum and np.mean are enough.",
)
def test_by_hand(submission):
    """Both are computed by hand: NumPy alone, without the losses of a library."""
    library = re.search(
        r"^\s*(?:import|from)\s+(keras|tensorflow|torch|jax|sklearn)\b", submission.source, re.MULTILINE
    )
    expect.that(
        library is None,
        expected="losses made of NumPy's log and sum",
        found=f"an import of {library and library[1]}",
        likely="the loss of a library hides the formula that this is about; write the formula out",
    )


def _compare(function, kind, y_true, y_pred, case):
    """The losses equal Keras' own."""
    own = getattr(keras.losses, f"{kind}_crossentropy")
    right = keras.ops.convert_to_numpy(own(y_true.astype("float32"), y_pred.astype("float32")))
    found = function(y_true, y_pred)
    parts = y_true * np.log(y_pred)
    rest = (1 - y_true) * np.log(1 - y_pred)
    n, k = y_true.shape
    expect.close(
        found,
        right,
        what=f"{kind}_crossentropy for {case}",
        tol=1e-5,
        likely=expect.cause(
            (
                _shape(found) == () and n > 1,
                "a single number came back; each sample has a loss of its own, so work along axis=1",
            ),
            (_shape(found) == (k,) and n != k, "the losses run down the columns; along axis=1 there is one per row"),
            (_shape(found) == (n, 1), "the losses stand in a column, of shape (n, 1); the answer has shape (n,)"),
            (_shape(found) == (n, k), "the terms were not put together: each row gives one loss, along axis=1"),
            (expect.same(found, -right, tol=1e-5), "the minus sign is missing: a loss is not below zero"),
            (
                expect.same(found, right / np.log(2), tol=1e-4) or expect.same(found, right / np.log(10), tol=1e-4),
                "np.log is the natural logarithm; another one was taken",
            ),
            (kind == "categorical" and _same(found, right / k), "this is the mean of each row; take the sum"),
            (
                kind == "categorical" and _same(found, -(parts + rest).mean(axis=1)),
                "this is the binary cross-entropy; here only y_true * log(y_pred) counts",
            ),
            (
                kind == "categorical" and _same(found, -(parts + rest).sum(axis=1)),
                "the terms with 1 - y_true belong to the binary cross-entropy; here only y_true * log(y_pred) counts",
            ),
            (
                kind == "categorical" and _same(found, -np.log(y_pred[np.arange(n), y_true.argmax(axis=1)])),
                "only the class with the most was counted; the loss goes over the whole distribution",
            ),
            (
                _same(found, -np.log(y_pred.max(axis=1))),
                "this is the probability of the class that was predicted; what counts is the true class",
            ),
            (kind == "categorical" and _same(found, 1 - (y_true * y_pred).sum(axis=1)), "the logarithm is missing"),
            (
                kind == "binary" and _same(found, -parts.mean(axis=1)),
                "the second term is missing: where the answer is no, log(1 - y_pred) counts",
            ),
            (
                kind == "binary" and k > 1 and _same(found, -parts.sum(axis=1)),
                "this is the categorical cross-entropy; a yes/no question has a second term, with 1 - y_true",
            ),
            (
                kind == "binary" and k > 1 and _same(found, right * k),
                "this is the sum over the questions; take the mean",
            ),
            (
                kind == "binary" and _same(found, -(parts - rest).mean(axis=1)),
                "the two terms are added, and the minus sign stands before both of them",
            ),
            (_same(found, ((y_true - y_pred) ** 2).mean(axis=1)), "this is the mean squared error"),
            (_swapped(kind, found, y_true, y_pred), "the two arrays are swapped: the log is taken of y_pred"),
            (_near(found, right), "the values are near: the correction that avoids log(0) is too large"),
            "sum of y_true * log(y_pred) along each row, with a minus sign"
            if kind == "categorical"
            else "y_true * log(y_pred) + (1 - y_true) * log(1 - y_pred), the mean of each row, with a minus sign",
        ),
    )
    expect.that(
        isinstance(found, np.ndarray),
        expected=f"an array of losses from {kind}_crossentropy",
        found=expect.type_name(found),
        likely="make an array of it: np.array(...)",
    )


def _certain(found, right, wrong, n, name):
    """At probabilities of exactly 0 and 1 the losses are finite, near 0 when right, and large when wrong."""
    broken = np.asarray(found, dtype=float) if _shape(found) == (n,) else np.zeros(n)
    expect.shape(found, (n,), what=f"{name}_crossentropy for probabilities of 0 and 1")
    expect.that(
        np.all(np.isfinite(broken)),
        expected=f"{name}_crossentropy is finite where a probability is 0 or 1",
        found=f"losses {', '.join(expect.number(float(loss)) for loss in broken)}",
        likely=expect.cause(
            (
                name == "binary" and np.all(np.isfinite(broken[[0, -1]])),
                "log(1 - y_pred) is infinite where y_pred is 1: keep y_pred a tiny bit away from 1, too",
            ),
            (np.isnan(broken).any(), "0 * log(0) is nan: keep y_pred a tiny bit away from 0 before the log"),
            "log(0) is minus infinity: keep y_pred a tiny bit away from 0 before the log",
        ),
    )
    expect.that(
        np.all(np.abs(right) < 1e-4),
        expected=f"{name}_crossentropy of nearly 0 for a prediction that is certain, and right",
        found=f"losses {', '.join(expect.number(float(loss)) for loss in np.ravel(right))}",
        likely="the correction that avoids log(0) is too large, or every zero was treated alike; 1e-7 is enough",
    )
    expect.that(
        np.all(broken[wrong] > 10) and np.all(broken < 1000),
        expected=f"{name}_crossentropy between 10 and 1000 for a prediction that is certain, and wrong",
        found=f"losses {', '.join(expect.number(float(loss)) for loss in broken[wrong])}",
        likely="the infinite values were replaced by a small number, or kept too far from log(0): "
        "-log(1e-7) is about 16",
    )


def _small(function, y_true, y_pred, right, name):
    """Small probabilities are taken as they are: only the tiniest are kept off zero."""
    expect.close(
        function(y_true, y_pred),
        right,
        what=f"{name}_crossentropy where the true answer had a probability down to 0.0001",
        tol=0.02,
        likely="the correction that avoids log(0) is too large: keep 1e-7 away from 0, as Keras does",
    )


def _shape(found):
    return expect.array(found).shape


def _distributions(n, k, seed):
    """Return n rows that sum to 1, each of k probabilities none of which is tiny."""
    numbers = np.random.default_rng(seed).uniform(0.2, 1.0, (n, k))
    return numbers / numbers.sum(axis=1, keepdims=True)


def _same(found, values):
    return expect.same(found, values, tol=1e-4)


def _near(found, right):
    return expect.same(found, right, tol=0.1)


def _swapped(kind, found, y_true, y_pred):
    """Return whether the log was computed of y_true, kept off zero in one of the usual ways."""
    for epsilon in (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15):
        safe = np.clip(y_true, epsilon, 1 - epsilon)
        terms = y_pred * np.log(safe)
        if kind == "binary":
            terms = (terms + (1 - y_pred) * np.log(1 - safe)) / y_true.shape[1]
        if expect.same(found, -terms.sum(axis=1), tol=1e-3):
            return True
    return False
