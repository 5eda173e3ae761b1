"""Grades s03_binary_classification/sigmoid: the function that squashes any number into 0..1."""

import ast
import re
from functools import partial
from itertools import product

import numpy as np
import pytest
from scipy.special import expit, logit

from keraskata import expect
from keraskata.expect import inputs

Z = np.array([-6.0, -3.3, -2.0, -1.0, -0.4, 0.0, 0.1, 0.7, 1.0, 2.5, 4.0, 7.0])
_WAYS = "exp(-np.abs(z)) never overflows, and both forms can be made of it; or clip z to -500..500 first"
_NEAR = "the values are near, but not exact; 1 / (1 + exp(-z)) gives them exactly"

VALUES = expect.mistakes(
    sign=("the sign in front of z is the wrong way round", lambda z: expit(-z)),
    even=(
        "z and -z have the same answer here: made of exp(-np.abs(z)), it needs a form for each of the two signs",
        lambda z: expit(np.abs(z)),
        lambda z: expit(-np.abs(z)),
    ),
    tanh=("these are the values of tanh, which runs from -1 to 1", np.tanh),
    brackets=("brackets are missing: 1 / 1 is taken first, then exp(-z) is added", lambda z: 1 / 1 + np.exp(-z)),
    softmax=("this is softmax; sigmoid takes each number on its own", lambda z: np.exp(z) / np.exp(z).sum()),
    hard=("this is hard_sigmoid, made of straight lines", lambda z: np.clip(z / 6 + 0.5, 0, 1)),
    step=(
        "this jumps from 0 to 1; sigmoid goes over smoothly",
        lambda z: z > 0,
        lambda z: z >= 0,
        lambda z: np.round(expit(z)),
    ),
    relu=("these are the values of relu, which has no upper end", lambda z: np.maximum(z, 0)),
    slope=("this is the slope of sigmoid, not sigmoid itself", lambda z: expit(z) * (1 - expit(z))),
    rounded=(
        "the values are rounded; leave them as they are",
        *(partial(lambda digits, z: np.round(expit(z), digits), digits) for digits in range(2, 6)),
    ),
    zero=(
        "only the answer to 0 is wrong: neither z > 0 nor z < 0 holds there",
        *(partial(lambda value, z: np.where(z == 0, value, expit(z)), value) for value in (0, 1)),
    ),
    undivided=(
        "for negative z this is exp(z) alone: the divisor, 1 + exp(z), is missing there",
        lambda z: np.where(z < 0, np.exp(z), expit(z)),
        lambda z: np.where(z <= 0, np.exp(z), expit(z)),
    ),
    reached=(
        "an answer is exactly 0 or 1 where sigmoid only comes near to it; all others are right",
        *(
            partial(lambda low, high, z: np.where(z < low, 0, np.where(z > high, 1, expit(z))), low, high)
            for low, high in product((-np.inf, -5, -3, -1.5), (np.inf, 5, 3, 2))
        ),
    ),
    clipped=(
        "z is cut off too early: beyond the cut, sigmoid still goes on",
        *(
            partial(lambda low, high, z: expit(np.clip(z, low, high)), low, high)
            for n in range(1, 7)
            for low, high in ((-n, n), (-n, np.inf), (-np.inf, n))
        ),
    ),
    doubled=("this is sigmoid(2 * z); made of tanh, sigmoid takes the half of z", lambda z: expit(2 * z)),
    halved=("this is sigmoid(z / 2): z is halved once too often", lambda z: expit(z / 2)),
    near=(_NEAR, expect.near(expit, 0.1)),
    otherwise="sigmoid(z) is 1 / (1 + exp(-z))",
)
SCALAR = expect.diagnoses(
    axes=(
        "a single number came in, so a single number should come back",
        lambda seen: expect.array(seen.found).shape != (),
    ),
    cut=(
        "the answer was written into whole numbers, which cuts off what follows the point",
        lambda seen: seen.found in (0, 1),
    ),
    otherwise="a number is treated like an array: as 1 / (1 + exp(-z))",
)
SHAPE = expect.diagnoses(
    flat=("the array was flattened on the way", lambda seen: expect.array(seen.found).ndim == 1 < seen.z.ndim),
    squeezed=(
        "an axis of length 1 is gone, as np.squeeze takes it away; the answer has the shape of z",
        lambda seen: (
            1 in seen.z.shape
            and expect.array(seen.found).shape == np.squeeze(seen.z).shape
            and np.allclose(expect.array(seen.found), expit(np.squeeze(seen.z)))
        ),
    ),
    other=(
        "the answer needs a number for each number of z",
        lambda seen: expect.array(seen.found).shape != seen.z.shape,
    ),
    near=(
        _NEAR,
        lambda seen: expect.same(expect.array(seen.found), expit(seen.z), tol=0.1) and seen.z.size,
    ),
    otherwise="number by number, the shape does not matter",
)
WHOLE = expect.mistakes(
    cut=(
        "the answers were written into an array of whole numbers, which cuts off what follows the point",
        lambda z: np.trunc(expit(z)),
    ),
    otherwise="whole numbers are numbers like any other",
)
LARGE = expect.diagnoses(
    others=(
        "the answer to {z} is right where {z} comes alone: here another number of the array changes it; "
        "treat each number on its own",
        lambda seen: next(({"z": expect.number(seen.z[n])} for n in _wrong(seen) if _right_alone(seen, n)), None),
    ),
    infinite=(
        "exp({z}) is infinite, and infinite / infinite is nan",
        lambda seen: np.isnan(seen.found[-1]) and {"z": expect.number(seen.z[np.isnan(seen.found) & (seen.z > 0)][0])},
    ),
    nan=("an infinite number came up on the way", lambda seen: np.isnan(seen.found).any()),
    clipped=(
        "z was cut off too early: beyond the cut, sigmoid still goes on",
        lambda seen: expect.same(seen.found, _clipped(seen), tol=1e-9),
    ),
    reached=(
        "the answer to {z} is {found} here; sigmoid comes near to it, and is not there yet",
        lambda seen: next(
            (
                {"z": expect.number(seen.z[n]), "found": expect.number(seen.found[n])}
                for n in _wrong(seen)
                if seen.found[n] == round(expit(seen.z[n]))
            ),
            None,
        ),
    ),
    otherwise="sigmoid comes near to 0 on the left and to 1 on the right",
)
OVERFLOW = expect.diagnoses(
    hidden=(_WAYS, lambda seen: seen.hidden),
    together=(
        "none of these numbers overflows where it comes alone: a form is chosen once for the whole array; choose it "
        "for each number",
        lambda seen: not seen.alone(),
    ),
    wider=(
        f"a wider type only moves the limit: further out exp(-z) overflows there, too. {_WAYS}",
        lambda seen: re.search(r"longdouble|float128|longfloat|float96", seen.source),
    ),
    where=(
        f"np.where computes both of its forms for every z, also the one that overflows. {_WAYS}",
        lambda seen: _exp_in_where(seen.source),
    ),
    otherwise=f"exp(-z) overflows for very negative z. {_WAYS}",
)


@pytest.mark.check(
    points=2, hint="What comes out for a large z, and what for a very negative one? Look at the sign in exp."
)
def test_values(submission):
    """sigmoid(z) is 1 / (1 + exp(-z))."""
    expect.agrees(
        submission.sigmoid,
        expit,
        examples=[Z],
        what="sigmoid(z) for z from -6 to 7",
        likely=VALUES,
        compare=expect.close,  # a list of the right values is a fault of its own, in test_shape
    )


@pytest.mark.check(points=1, needs=["test_values"], hint="Try sigmoid(0.0): it lies in the middle between 0 and 1.")
def test_scalar(submission):
    """A single number is accepted, too; sigmoid(0) is 0.5."""
    expect.agrees(
        submission.sigmoid,
        lambda z: float(expit(z)),
        examples=[0.0, 0, -2.0, 3, 1.5, -1],
        likely=lambda found, right, z: SCALAR.of(found=found),
    )


@pytest.mark.check(
    points=1, needs=["test_values"], hint="NumPy computes number by number without a loop, in any shape."
)
def test_shape(submission):
    """The answer is a new array in the shape of z."""
    expect.agrees(
        submission.sigmoid,
        expit,
        inputs.arrays(inputs.shapes(axes=(1, 4), sides=(1, 4)), dtypes=inputs.FLOATS),
        examples=[Z[:1], Z[1:2], Z.reshape(12, 1), Z.reshape(3, 4), Z.reshape(3, 4).T, Z.reshape(2, 3, 2)],
        likely=lambda found, right, z: SHAPE.of(found=found, z=z),
    )


@pytest.mark.check(points=1, needs=["test_values"], hint="Which type does your answer have when z has whole numbers?")
def test_whole_numbers(submission):
    """Whole numbers are accepted."""
    expect.agrees(
        submission.sigmoid,
        expit,
        examples=[
            np.array([-3, 0, 1, 2]),
            np.array([[-1]]),
            np.array([[7, -8], [0, 0]], "int32"),
        ],
        compare=expect.close,
        likely=lambda found, right, z: (
            WHOLE.of(found, z) if expect.array(found).shape == z.shape else SHAPE.of(found=found, z=z)
        ),
    )


@pytest.mark.check(points=1, needs=["test_values"], hint="z *= -1 and z[...] = ... write into the array of the caller.")
def test_untouched(submission):
    """z itself stays as it is."""
    z = np.append(Z, [-1000, 1000])
    submission.sigmoid(z)
    expect.unchanged(submission.argument(0), z, what="z")


@pytest.mark.check(
    points=3,
    needs=["test_values"],
    hint="exp of a large number overflows. Which equal form needs none? See also np.logaddexp and np.tanh.",
)
def test_large(submission):
    """Very large and very negative numbers give 1 and 0, and nothing overflows on the way."""
    # Too far out for longdouble, too.
    z = np.array([-20000.0, -1000.0, -800.0, -30.0, -12.0, 12.0, 30.0, 800.0, 1000.0, 20000.0])
    found, overflows = submission.sigmoid(z), submission.overflows
    what = "sigmoid(z) for z from -20000 to 20000"
    expect.close(found, expit(z), what=what, likely=LARGE.of(found=found, z=z, ask=submission.sigmoid))
    ends = expect.array(found)[[0, -1]]
    expect.close(
        ends,
        [0, 1],
        what="sigmoid(-20000) and sigmoid(20000)",
        tol=1e-9,
        likely=LARGE.of(found=found, z=z, ask=submission.sigmoid),
    )
    hidden = re.search(r"\b(errstate|seterr)\([^)]*\b(over|all)\b", submission.source)
    expect.that(
        not hidden,
        expected="no overflow for NumPy to report",
        found="its report is switched off in the code, and the overflow is still there",
        likely=OVERFLOW.of(hidden=hidden),
    )
    expect.that(
        not overflows,
        expected=f"{what} without an overflow",
        found=f"NumPy reports: {overflows[0] if overflows else 'nothing'}",
        likely=OVERFLOW.of(
            hidden=hidden, source=submission.source, alone=lambda: any(_overflows(submission, number) for number in z)
        ),
    )


def _wrong(seen):
    """The places of the answers that are wrong."""
    return [
        n for n, (one, right) in enumerate(zip(seen.found, expit(seen.z), strict=True)) if not expect.same(one, right)
    ]


def _clipped(seen):
    """What sigmoid gives where z is cut off at the smallest and the largest answer."""
    return expit(np.clip(seen.z, *logit([min(seen.found), max(seen.found)])))


def _right_alone(seen, n):
    """Whether the number at this place gets the right answer where it is the only one."""
    return expect.same(seen.ask(seen.z[n : n + 1]), expit(seen.z[n : n + 1]))


def _overflows(submission, number):
    """Return whether a number overflows where it is the only one."""
    submission.sigmoid(np.array([number]))
    return bool(submission.overflows)


def _exp_in_where(source):
    """Return whether a call of `where` has a call of `exp` inside it."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    where = [call for call in calls if ast.unparse(call.func).endswith("where")]
    return any("exp(" in ast.unparse(argument) for call in where for argument in call.args)
