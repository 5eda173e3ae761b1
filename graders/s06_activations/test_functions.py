"""Grades s06_activations/functions: five activation functions in NumPy."""

import numpy as np
import pytest

from keraskata import expect

Z = np.random.default_rng(6).uniform(-4, 4, size=(5, 7))
SQUARE = np.random.default_rng(7).uniform(-4, 4, size=(4, 4))


@pytest.mark.check(
    points=1, hint="What comes out for a large z, and what for a very negative one? Look at the sign in exp."
)
def test_sigmoid(submission):
    """sigmoid(z) is 1 / (1 + exp(-z)), between 0 and 1."""
    found = submission.sigmoid(Z)
    expect.close(
        found,
        _sigmoid(Z),
        what="sigmoid(z) for z from -4 to 4",
        likely=expect.cause(
            (expect.same(found, _sigmoid(-Z)), "the sign in front of z is the wrong way round"),
            (expect.same(found, np.tanh(Z)), "these are the values of tanh, which runs from -1 to 1"),
            (expect.same(found, np.clip(Z / 6 + 0.5, 0, 1)), "this is hard_sigmoid, made of straight lines"),
            (expect.same(found, Z > 0), "this jumps from 0 to 1; sigmoid goes over smoothly"),
            (expect.same(found, _sigmoid(Z), tol=0.05), "the values are near, but not exact: compute them with exp"),
            "sigmoid(z) is 1 / (1 + exp(-z))",
        ),
    )


@pytest.mark.check(points=1, hint="NumPy has this one ready.")
def test_tanh(submission):
    """tanh(z) is the hyperbolic tangent, between -1 and 1."""
    found = submission.tanh(Z)
    expect.close(
        found,
        np.tanh(Z),
        what="tanh(z) for z from -4 to 4",
        likely=expect.cause(
            (expect.same(found, _sigmoid(Z)), "these are the values of sigmoid, which runs from 0 to 1"),
            (expect.same(found, np.tan(Z)), "tan is the tangent of an angle; the hyperbolic one is tanh"),
            (expect.same(found, np.tanh(Z / 2)), "this is 2 * sigmoid(z) - 1; tanh is 2 * sigmoid(2 * z) - 1"),
            (expect.same(found, -np.tanh(Z)), "the sign is the wrong way round: a positive z gives a positive tanh"),
            (expect.same(found, np.tanh(Z), tol=0.05), "the values are near, but not exact: compute them with exp"),
            "tanh(z) is (exp(z) - exp(-z)) / (exp(z) + exp(-z))",
        ),
    )


@pytest.mark.check(points=1, hint="np.maximum and np.max are two different things.")
def test_relu(submission):
    """relu(z) is z where z is positive, and 0 elsewhere."""
    found = submission.relu(Z)
    expect.close(
        found,
        np.maximum(Z, 0),
        what="relu(z) for z from -4 to 4",
        likely=expect.cause(
            (isinstance(found, tuple), "np.where with a condition alone gives places; it wants two answers, too"),
            (
                expect.array(found).shape in ((), (5,), (7,)),
                "np.max gives one number for many; np.maximum compares number by number",
            ),
            (expect.same(found, np.abs(Z)), "this is the absolute value; below zero relu is 0"),
            (expect.same(found, np.minimum(Z, 0)), "this keeps the negative numbers; relu keeps the positive ones"),
            (expect.same(found, np.clip(Z, 0, 1)), "this stops at 1; relu goes on without end"),
            (
                expect.same(found, Z[Z > 0]) or expect.same(found, Z[Z >= 0]),
                "the negative numbers are left out; they have to become 0",
            ),
            "where z is positive it stays as it is, elsewhere comes 0",
        ),
    )


@pytest.mark.check(points=2, hint="Draw it: two straight lines that meet at 0. What is the slope of each?")
def test_leaky_relu(submission):
    """leaky_relu(z) is z where z is positive, and 0.2 * z elsewhere: it does go below zero."""
    found = submission.leaky_relu(Z)
    expect.close(
        found,
        _leaky_relu(Z, 0.2),
        what="leaky_relu(z) for z from -4 to 4",
        likely=expect.cause(
            (
                expect.same(found, np.maximum(Z, 0)),
                "this is relu; the leaky one goes on below zero, with a small slope",
            ),
            (
                expect.same(found, np.where(Z > 0, Z, 0.2)) or expect.same(found, np.where(Z > 0, Z, -0.2)),
                "below zero it sits at one fixed number; it should be a line, negative_slope * z",
            ),
            (
                expect.same(found, _leaky_relu(Z, 0.3)),
                "the slope is 0.3, the default of the layer LeakyReLU; the default asked for here is 0.2",
            ),
            (expect.same(found, _leaky_relu(Z, 0.01)), "the slope is 0.01; the default asked for here is 0.2"),
            (expect.same(found, np.where(Z > 0, Z, -0.2 * Z)), "it rises again below zero: z is already negative"),
            (expect.same(found, np.where(Z > 0, 0.2 * Z, Z)), "the slope is applied to the positive side"),
            "where z is negative comes negative_slope * z",
        ),
    )


@pytest.mark.check(points=1, needs=["test_leaky_relu"], hint="Does the second argument decide anything?")
def test_negative_slope(submission):
    """negative_slope decides how steep leaky_relu is below zero."""
    for slope in (0.01, 0.5, 0.0, 2.0, -0.5):
        found = submission.leaky_relu(Z, negative_slope=slope)
        expect.close(
            found,
            _leaky_relu(Z, slope),
            what=f"leaky_relu(z, negative_slope={slope})",
            likely=expect.cause(
                (
                    expect.same(found, _leaky_relu(Z, 0.2)),
                    "the slope is fixed at 0.2, instead of taken from negative_slope",
                ),
                (
                    expect.same(found, np.maximum(Z, slope * Z)),
                    "the larger of z and negative_slope * z is right for slopes up to 1 only: ask for the sign of z",
                ),
                "where z is negative comes negative_slope * z",
            ),
        )


@pytest.mark.check(points=2, hint="exp of each score, divided by a sum. By which sum?")
def test_softmax(submission):
    """softmax(z) of one row of scores is exp(z) divided by its sum: probabilities that sum to 1."""
    row = Z[0]
    found = submission.softmax(row)
    expect.close(
        found,
        _softmax(row),
        what="softmax(z) for one row of seven scores",
        likely=expect.cause(
            (
                expect.same(found, _sigmoid(row)),
                "these are sigmoids: each score on its own, so that they do not sum to 1",
            ),
            (expect.same(found, row / row.sum()), "the scores are divided by their sum; take exp of each score first"),
            (
                expect.same(found, np.exp(row)) or expect.same(found, np.exp(row - row.max())),
                "the exponentials are not divided by their sum yet",
            ),
            (
                expect.same(found, np.exp(row) / np.exp(row).max()),
                "the exponentials are divided by the largest; divide them by their sum",
            ),
            (expect.array(found).shape == (), "one number came back; each score has a probability of its own"),
            (expect.array(found).ndim == 2, "a row went in, and a table came out: the answer has the shape of z"),
            (
                expect.same(found, _softmax(-row)),
                "the sign is the wrong way round: the largest score is the most probable",
            ),
            "softmax(z) is exp(z) / sum(exp(z))",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_softmax"], hint="Which axis runs along a row? keepdims=True keeps the shapes fitting."
)
def test_softmax_rows(submission):
    """softmax takes each row of a batch on its own."""
    for batch in (Z, SQUARE, Z[:1], Z[:, :1]):
        found = submission.softmax(batch)
        by_column, at_once = _softmax(batch.T).T, np.exp(batch) / np.exp(batch).sum()
        mixed = np.exp(batch) / np.exp(batch).sum(axis=1) if batch is SQUARE else None
        expect.close(
            found,
            _softmax(batch),
            what=f"softmax(z) for a batch of shape {batch.shape}",
            likely=expect.cause(
                (expect.same(found, by_column), "the columns sum to 1; it is the rows that should: sum along axis=-1"),
                (expect.same(found, at_once), "the whole batch sums to 1; each row should: sum along axis=-1"),
                (
                    len(batch) == 1 and expect.array(found).ndim == 1,
                    "a batch with a single row is a batch, too: its answer has two axes",
                ),
                (
                    expect.same(found, mixed),
                    "each column was divided by the sum of a row: keepdims=True keeps the sums upright",
                ),
                "each row is a softmax of its own: sum along axis=-1, with keepdims=True",
            ),
        )


@pytest.mark.check(
    points=2,
    needs=["test_sigmoid", "test_tanh", "test_relu", "test_leaky_relu", "test_softmax_rows"],
    hint="exp(1000) is infinite, and infinite / infinite is nan. Which equal form needs no large exponent?",
)
def test_large(submission):
    """Very large and very negative numbers give plain answers, without nan."""
    z = np.array([-1000.0, -30.0, 0.0, 30.0, 1000.0])
    references = {"sigmoid": _sigmoid, "tanh": np.tanh, "relu": lambda v: np.maximum(v, 0), "leaky_relu": _leaky_relu}
    for name, reference in references.items():
        found = getattr(submission, name)(z)
        finite = expect.same(found, found, tol=1)
        expect.close(
            found,
            reference(z),
            what=f"{name}(z) for z from -1000 to 1000",
            likely=expect.cause(
                (finite and name in ("relu", "leaky_relu"), "this line goes on and on, and is not cut off anywhere"),
                (finite, "the numbers were cut off before, and come out as those of smaller ones"),
                (name == "sigmoid", "exp(1000) is infinite; in 1 / (1 + exp(-z)) that is harmless"),
                (name == "tanh", "exp(1000) is infinite, and infinite / infinite is nan; np.tanh knows better"),
                "a straight line needs no exp",
            ),
        )
    batch = np.array([[1000.0, 999.0, 0.0], [-1000.0, -1001.0, -1000.0], [0.0, -1000.0, 1.0]])
    found = submission.softmax(batch)
    at_once = np.exp(batch - batch.max())
    below = np.isnan(np.asarray(found, dtype=float)).any(axis=-1) if expect.array(found).shape == batch.shape else None
    expect.close(
        found,
        _softmax(batch),
        what="softmax(z) for scores from -1001 to 1000",
        likely=expect.cause(
            (
                below is not None and not below[0] and below[1],
                "one largest score was taken off the whole batch; each row needs its own",
            ),
            (expect.same(found, at_once), "one largest score was taken off the whole batch; each row needs its own"),
            "exp(1000) is infinite; take the largest score of a row off the row first: the answer is the same",
        ),
    )


@pytest.mark.check(
    points=1,
    needs=["test_sigmoid", "test_tanh", "test_relu", "test_leaky_relu", "test_softmax"],
    hint="z[z < 0] = 0 and z -= ... write into the array of the caller.",
)
def test_any_array(submission):
    """Whole numbers and any shape are accepted, z itself stays as it is, and the answer is a new array."""
    calls = submission.lend("keraskata.datasets.calls.TwoCalls")
    whole = np.array([-3, 0, 2])
    expected = {"sigmoid": _sigmoid, "tanh": np.tanh, "relu": lambda v: np.maximum(v, 0), "leaky_relu": _leaky_relu}
    for name, reference in {**expected, "softmax": _softmax}.items():
        found = getattr(submission, name)(whole)
        expect.close(
            found,
            reference(whole),
            what=f"{name}(z) for the whole numbers -3, 0, 2",
            likely="the answers were written into an array of whole numbers, which cuts off what follows the point",
        )
        expect.that(
            isinstance(found, np.ndarray),
            expected=f"an array as the answer of {name}",
            found=expect.type_name(found),
            likely="lists and tables cannot be computed with as arrays can: return the array, or make one of it",
        )
        getattr(submission, name)(Z)
        expect.unchanged(submission.argument(0), Z, what=f"the z of {name}(z)")
        shared = calls.shared(submission.function(name), np.array([[0.5, 2.0]]))
        expect.that(
            not shared,
            expected=f"a new array from {name}(z), for the numbers 0.5 and 2, too",
            found="z itself, or a part of it" if shared == "argument" else "the array of the answer before",
            likely="who changes one of them would change both: let NumPy make a new array for each answer",
        )
    cube = Z[:4, :6].reshape(2, 3, 4)
    for name, reference in expected.items():
        expect.close(
            getattr(submission, name)(cube),
            reference(cube),
            what=f"{name}(z) for an array of shape (2, 3, 4)",
            likely="number by number, the shape does not matter",
        )
        expect.close(
            getattr(submission, name)(np.array(-0.5)),
            reference(np.array(-0.5)),
            what=f"{name}(z) for an array that holds a single number, without any axis",
            likely="such an array cannot be gone through number by number; NumPy's functions take it as any other",
        )


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


def _leaky_relu(z, slope=0.2):
    return np.where(z > 0, z, slope * z)


def _softmax(z):
    exponentials = np.exp(z - z.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
