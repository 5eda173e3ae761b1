"""Grades s06_activations/functions: five activation functions in NumPy."""

import numpy as np
import pytest
from scipy.special import expit

from keraskata import expect

USUAL = expect.varied("usual_slope")
Z = np.random.default_rng(6).uniform(-4, 4, size=(5, 7))
SQUARE = np.random.default_rng(7).uniform(-4, 4, size=(4, 4))
_INFINITE = "exp(1000) is infinite, and infinite / infinite is nan"
_ROUNDED = "the digits are rounded or cut off; give the numbers as they are"


def _shortened(function):
    """Return functions that give these values with fewer digits, rounded or cut off."""
    return [
        lambda z, cut=cut, unit=10**digits: cut(function(z) * unit) / unit
        for digits in range(1, 6)
        for cut in (np.rint, np.trunc, np.floor)
    ]


SIGMOID = expect.mistakes(
    sign=("the sign in front of z is the wrong way round", lambda z: expit(-z)),
    tanh=("these are the values of tanh, which runs from -1 to 1", np.tanh),
    brackets=("brackets are missing: 1 / 1 is taken first, then exp(-z) is added", lambda z: 1 / 1 + np.exp(-z)),
    hard=("this is hard_sigmoid, made of straight lines", lambda z: np.clip(z / 6 + 0.5, 0, 1)),
    step=("this jumps from 0 to 1; sigmoid goes over smoothly", lambda z: z > 0),
    rounded=(_ROUNDED, *_shortened(expit)),
    near=("the values are near, but not exact; those of 1 / (1 + exp(-z)) are", expect.near(expit, 0.05)),
    otherwise="sigmoid(z) is 1 / (1 + exp(-z))",
)
TANH = expect.mistakes(
    sigmoid=("these are the values of sigmoid, which runs from 0 to 1", expit),
    tan=("tan is the tangent of an angle; the hyperbolic one is tanh", np.tan),
    half=("this is 2 * sigmoid(z) - 1; tanh is 2 * sigmoid(2 * z) - 1", lambda z: np.tanh(z / 2)),
    sign=("the sign is the wrong way round: a positive z gives a positive tanh", lambda z: -np.tanh(z)),
    rounded=(_ROUNDED, *_shortened(np.tanh)),
    near=("the values are near, but not exact; those of np.tanh(z) are", expect.near(np.tanh, 0.05)),
    otherwise="tanh(z) is (exp(z) - exp(-z)) / (exp(z) + exp(-z))",
)
RELU = expect.mistakes(
    places=(
        "np.where with a condition alone gives places; it wants two answers, too",
        lambda z: np.array(np.where(z > 0)),
    ),
    largest=(
        "np.max gives one number for many; np.maximum compares number by number",
        lambda z: z.max(),
        lambda z: z.max(axis=0),
        lambda z: z.max(axis=1),
    ),
    absolute=("this is the absolute value; below zero relu is 0", np.abs),
    negative=("this keeps the negative numbers; relu keeps the positive ones", lambda z: np.minimum(z, 0)),
    stops=("this stops at 1; relu goes on without end", lambda z: np.clip(z, 0, 1)),
    slope=("this is the slope of relu, which is 1 or 0", lambda z: z > 0),
    left_out=("the negative numbers are left out; they have to become 0", lambda z: z[z > 0]),
    softplus=("this is softplus, a smooth curve; relu is made of two straight lines", lambda z: np.logaddexp(0, z)),
    rounded=(_ROUNDED, *_shortened(lambda z: np.maximum(z, 0))),
    otherwise="where z is positive it stays as it is, elsewhere comes 0",
)
LEAKY = expect.mistakes(
    relu=("this is relu; the leaky one goes on below zero, with a small slope", lambda z: np.maximum(z, 0)),
    number=(
        "below zero it sits at one fixed number; it should be a line, negative_slope * z",
        lambda z: np.where(z > 0, z, USUAL),
        lambda z: np.where(z > 0, z, -USUAL),
    ),
    layer=(
        f"the slope is 0.3, the default of the layer LeakyReLU; the default asked for here is {USUAL}",
        lambda z: _leaky_relu(z, 0.3),
    ),
    small=(f"the slope is 0.01; the default asked for here is {USUAL}", lambda z: _leaky_relu(z, 0.01)),
    rises=(
        "it rises again below zero; a line through 0 goes on falling there",
        lambda z: np.where(z > 0, z, -USUAL * z),
    ),
    positive=("the slope is applied to the positive side", lambda z: np.where(z > 0, USUAL * z, z)),
    rounded=(_ROUNDED, *_shortened(lambda z: _leaky_relu(z))),
    otherwise="where z is negative comes negative_slope * z",
)
SLOPE = expect.mistakes(
    fixed=(
        f"the slope is fixed at {USUAL}, instead of taken from negative_slope",
        lambda z, slope: _leaky_relu(z, USUAL),
    ),
    larger=(
        "the larger of z and negative_slope * z is right for slopes up to 1 only: ask for the sign of z",
        lambda z, slope: np.maximum(z, slope * z),
    ),
    cut=("a slope above 1 is cut down to 1", lambda z, slope: _leaky_relu(z, min(slope, 1))),
    otherwise="where z is negative comes negative_slope * z",
)
ONE_ROW = expect.diagnoses(
    number=("one number came back; each score has a probability of its own", lambda seen: seen.shape == ()),
    table=("a row went in, and a table came out: the answer has the shape of z", lambda seen: len(seen.shape) == 2),
    otherwise="the answer has the shape of z",
)
SOFTMAX = expect.mistakes(
    sigmoids=("these are sigmoids: each score on its own, so that they do not sum to 1", expit),
    no_exp=("the scores are divided by their sum; take exp of each score first", lambda z: z / z.sum()),
    undivided=(
        "the exponentials are not divided by their sum yet",
        np.exp,
        lambda z: np.exp(z - z.max()),
    ),
    sign=("the sign is the wrong way round: the largest score is the most probable", lambda z: _softmax(-z)),
    largest=(
        "the largest score alone gets a 1; softmax gives each score its share",
        lambda z: z == z.max(),
    ),
    log=("this is the logarithm of softmax", lambda z: np.log(_softmax(z))),
    rounded=(_ROUNDED, *_shortened(lambda z: _softmax(z))),
    otherwise="softmax(z) is exp(z) / sum(exp(z))",
)
EACH_ROW = expect.mistakes(
    columns=("the columns sum to 1; it is the rows that should: sum along axis=-1", lambda z: _softmax(z.T).T),
    whole=("the whole batch sums to 1; each row should: sum along axis=-1", lambda z: np.exp(z) / np.exp(z).sum()),
    squeezed=(
        "a batch with a single row is a batch, too: its answer has two axes",
        lambda z: _softmax(z)[0] if len(z) == 1 else _softmax(z),
    ),
    otherwise="each row is a softmax of its own: sum along axis=-1, with keepdims=True",
)
LARGE = expect.diagnoses(
    infinite=(_INFINITE, lambda seen: np.isnan(seen.found[-1])),
    nan=("an infinite number came up on the way, and made nan", lambda seen: np.isnan(seen.found).any()),
    line=(
        "this line goes on and on, and is not cut off anywhere",
        lambda seen: (
            (seen.name in ("relu", "leaky_relu") and seen.found[-1] < seen.z[-1])
            or (seen.name == "leaky_relu" and seen.found[0] > seen.right[0])
        ),
    ),
    clipped=(
        "{name}({one}) and {name}({other}) are both {value}: z or the answer is cut off too early",
        lambda seen: next(
            (
                {
                    "name": seen.name,
                    "one": expect.number(seen.z[one]),
                    "other": expect.number(seen.z[other]),
                    "value": expect.number(seen.found[one]),
                }
                for one, other in ((0, 1), (-2, -1))
                if seen.found[one] == seen.found[other] and not expect.same(seen.found[one], seen.right[one])
            ),
            None,
        ),
    ),
    otherwise="the same formula holds for large numbers",
)
LARGE_SCORES = expect.diagnoses(
    infinite=(
        f"{_INFINITE}; take the largest score of a row off the row first",
        lambda seen: np.isnan(seen.found[0]).any(),
    ),
    each=(
        "every exp of the second row became 0, and 0 / 0 is nan: take off each row its own largest score",
        lambda seen: np.isnan(seen.found[1]).all(),
    ),
    equal=(
        "1000 and 999 get the same probability, {share}, as if both were cut off: only their difference matters",
        lambda seen: {"share": expect.number(seen.found[0][0])} if seen.found[0][0] == seen.found[0][1] else None,
    ),
    otherwise="only the differences between the scores of a row matter",
)
WHOLE = expect.diagnoses(
    cut=(
        "the answers were written into an array of whole numbers, which cuts off what follows the point",
        lambda seen: expect.same(seen.found, np.trunc(seen.right)),
    ),
    otherwise="whole numbers are numbers like any other",
)
ARRAY = expect.diagnoses(
    list=(
        "lists cannot be computed with as arrays can: return the array",
        lambda seen: isinstance(seen.found, list),
    ),
    otherwise="the answer is an array",
)
NEW = expect.diagnoses(
    argument=(
        "who changes the answer would change z, too: let NumPy make a new array",
        lambda seen: seen.shared == "argument",
    ),
    earlier=(
        "who changes one answer would change the one before: let NumPy make a new array for each",
        lambda seen: seen.shared,
    ),
    otherwise="each answer is a new array",
)
SHAPE = expect.diagnoses(otherwise="number by number, the shape does not matter")


@pytest.mark.check(
    points=1, hint="What comes out for a large z, and what for a very negative one? Look at the sign in exp."
)
def test_sigmoid(submission):
    """sigmoid(z) is 1 / (1 + exp(-z)), between 0 and 1."""
    found = submission.sigmoid(Z)
    expect.close(
        found,
        expit(Z),
        what="sigmoid(z) for z from -4 to 4",
        likely=SIGMOID.of(found, Z),
    )


@pytest.mark.check(points=1, hint="NumPy has this one ready.")
def test_tanh(submission):
    """tanh(z) is the hyperbolic tangent, between -1 and 1."""
    found = submission.tanh(Z)
    expect.close(
        found,
        np.tanh(Z),
        what="tanh(z) for z from -4 to 4",
        likely=TANH.of(found, Z),
    )


@pytest.mark.check(points=1, hint="np.maximum and np.max are two different things.")
def test_relu(submission):
    """relu(z) is z where z is positive, and 0 elsewhere."""
    found = submission.relu(Z)
    expect.close(
        found,
        np.maximum(Z, 0),
        what="relu(z) for z from -4 to 4",
        likely=RELU.of(found, Z),
    )


@pytest.mark.check(points=2, hint="Draw it: two straight lines that meet at 0. What is the slope of each?")
def test_leaky_relu(submission):
    """leaky_relu(z) is z where z is positive, and {usual_slope} * z elsewhere: it does go below zero."""
    found = submission.leaky_relu(Z)
    expect.close(
        found,
        _leaky_relu(Z, USUAL),
        what="leaky_relu(z) for z from -4 to 4",
        likely=LEAKY.of(found, Z),
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
            likely=SLOPE.of(found, Z, slope),
        )


@pytest.mark.check(points=2, hint="exp of each score, divided by a sum. By which sum?")
def test_softmax(submission):
    """softmax(z) of one row of scores is exp(z) divided by its sum: probabilities that sum to 1."""
    row = Z[0]
    found = submission.softmax(row)
    shape = expect.array(found).shape
    expect.close(
        found,
        _softmax(row),
        what="softmax(z) for one row of seven scores",
        likely=expect.cause((shape != row.shape, ONE_ROW.of(shape=shape)), SOFTMAX.of(found, row)),
    )


@pytest.mark.check(
    points=2, needs=["test_softmax"], hint="Which axis runs along a row? keepdims=True keeps the shapes fitting."
)
def test_softmax_rows(submission):
    """softmax takes each row of a batch on its own."""
    for batch in (Z, SQUARE, Z[:1], Z[:, :1]):
        found = submission.softmax(batch)
        expect.close(
            found,
            _softmax(batch),
            what=f"softmax(z) for a batch of shape {batch.shape}",
            likely=EACH_ROW.of(found, batch),
        )


@pytest.mark.check(
    points=2,
    needs=["test_sigmoid", "test_tanh", "test_relu", "test_leaky_relu", "test_softmax_rows"],
    hint="exp(1000) is infinite, and infinite / infinite is nan. Which equal form needs no large exponent?",
)
def test_large(submission):
    """Very large and very negative numbers give plain answers, without nan."""
    z = np.array([-1000.0, -30.0, 0.0, 30.0, 1000.0])
    references = {"sigmoid": expit, "tanh": np.tanh, "relu": lambda v: np.maximum(v, 0), "leaky_relu": _leaky_relu}
    for name, reference in references.items():
        found = getattr(submission, name)(z)
        expect.close(
            found,
            reference(z),
            what=f"{name}(z) for z from -1000 to 1000",
            likely=LARGE.of(name=name, found=found, right=reference(z), z=z),
        )
    batch = np.array([[1000.0, 999.0, 0.0], [-1000.0, -1001.0, -1000.0], [0.0, -1000.0, 1.0]])
    found = submission.softmax(batch)
    expect.close(
        found,
        _softmax(batch),
        what="softmax(z) for scores from -1001 to 1000",
        likely=LARGE_SCORES.of(found=found),
    )


@pytest.mark.check(
    points=1,
    needs=["test_sigmoid", "test_tanh", "test_relu", "test_leaky_relu", "test_softmax"],
    hint="z[z < 0] = 0 and z -= ... write into the array of the caller.",
)
def test_any_array(submission):
    """Whole numbers and any shape are accepted, z itself stays as it is, and the answer is a new array."""
    whole = np.array([-3, 0, 2])
    expected = {"sigmoid": expit, "tanh": np.tanh, "relu": lambda v: np.maximum(v, 0), "leaky_relu": _leaky_relu}
    for name, reference in {**expected, "softmax": _softmax}.items():
        found = getattr(submission, name)(whole)
        expect.close(
            found,
            reference(whole),
            what=f"{name}(z) for the whole numbers -3, 0, 2",
            likely=WHOLE.of(found=found, right=reference(whole)),
        )
        expect.that(
            isinstance(found, np.ndarray),
            expected=f"an array as the answer of {name}",
            found=expect.type_name(found),
            likely=ARRAY.of(found=found),
        )
        getattr(submission, name)(Z)
        expect.unchanged(submission.argument(0), Z, what=f"the z of {name}(z)")
        shared = expect.two_calls(submission, name, np.array([[0.5, 2.0]]))
        expect.that(
            not shared,
            expected=f"a new array from {name}(z), for the numbers 0.5 and 2, too",
            found="z itself, or a part of it" if shared == "argument" else "the array of the answer before",
            likely=NEW.of(shared=shared),
        )
    cube = Z[:4, :6].reshape(2, 3, 4)
    for name, reference in expected.items():
        expect.close(
            getattr(submission, name)(cube),
            reference(cube),
            what=f"{name}(z) for an array of shape (2, 3, 4)",
            likely=SHAPE.of(),
        )
        expect.close(
            getattr(submission, name)(np.array(-0.5)),
            reference(np.array(-0.5)),
            what=f"{name}(z) for an array that holds a single number, without any axis",
            likely=SHAPE.of(),
        )


def _leaky_relu(z, slope=USUAL):
    return np.where(z > 0, z, slope * z)


def _softmax(z):
    exponentials = np.exp(z - z.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
