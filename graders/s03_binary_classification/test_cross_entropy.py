"""Grades s03_binary_classification/cross_entropy: both cross-entropies by hand, against Keras' own."""

import re
from functools import partial

import keras
import numpy as np
import pytest

from keraskata import expect

NAMES = ("categorical_crossentropy", "binary_crossentropy")
_LOG1P = "np.log1p(y_pred) is the log of 1 + y_pred; np.log takes the log of y_pred itself"
_NEAR = "the losses are near, but not exact: is something added, rounded or cut off on the way?"
_KEEP = "keep y_pred a tiny bit away from 0 and 1 before the log"


def _categorical(y_true, y_pred, log=np.log):
    return -(y_true * log(y_pred)).sum(axis=1)


def _terms(y_true, y_pred, log=np.log):
    return y_true * log(y_pred) + (1 - y_true) * log(1 - y_pred)


def _binary(y_true, y_pred, log=np.log):
    return -_terms(y_true, y_pred, log).mean(axis=1)


def _of_either(loss):
    """Return the rows that fit both losses: mistakes in the sign, in the log, and in what goes into it."""
    return {
        "minus": ("the minus sign is missing: a loss is not below zero", lambda t, p: -loss(t, p)),
        "log": (
            "np.log is the natural logarithm; another one was taken",
            partial(loss, log=np.log2),
            partial(loss, log=np.log10),
        ),
        "epsilon": (
            "the number that keeps y_pred away from log(0) is too large: 1e-7 is enough",
            *(partial(loss, log=partial(lambda e, p: np.log(p + e), 10.0**-power)) for power in range(1, 6)),
            *(
                partial(loss, log=partial(lambda e, p: np.log(np.clip(p, e, 1 - e)), 10.0**-power))
                for power in range(1, 6)
            ),
        ),
        "swapped": (
            "the two arrays are swapped: the log is taken of y_pred",
            *(
                expect.near(partial(lambda e, t, p: loss(p, np.clip(t, e, 1 - e)), epsilon), 1e-5)
                for epsilon in (1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15)
            ),
        ),
        "differences": (
            "these are made of y_true - y_pred, as the squared error is; a cross-entropy is made of logs",
            lambda t, p: ((t - p) ** 2).mean(axis=1),
            lambda t, p: ((t - p) ** 2).sum(axis=1),
            lambda t, p: np.abs(t - p).mean(axis=1),
            lambda t, p: np.abs(t - p).sum(axis=1),
        ),
        "half": (
            "float16 has three digits only; compute with y_pred as it comes",
            lambda t, p: loss(t, p.astype("float16")),
        ),
    }


CATEGORICAL = expect.mistakes(
    **_of_either(_categorical),
    log1p=(_LOG1P, partial(_categorical, log=np.log1p)),
    mean=("this is the mean of each row; take the sum", lambda t, p: _categorical(t, p) / t.shape[1]),
    divided=(
        "each loss is divided by a number; take the sum of the row as it is",
        *(partial(lambda by, t, p: _categorical(t, p) / by, by) for by in (2, 3, 5, 10)),
        lambda t, p: _categorical(t, p) / len(t),
    ),
    all_classes=(
        "all classes count alike here; it is y_true that says which one counts, and how much",
        lambda t, p: -np.log(p).sum(axis=1),
        lambda t, p: -np.log(p).mean(axis=1),
    ),
    softmax=(
        "y_pred has probabilities already; this takes softmax of them once more",
        lambda t, p: _categorical(t, np.exp(p) / np.exp(p).sum(axis=1, keepdims=True)),
    ),
    columns=(
        "y_pred was divided by the sum of each column; its rows are distributions already",
        lambda t, p: _categorical(t, p / p.sum(axis=0)),
    ),
    binary=("this is the binary cross-entropy; here only y_true * log(y_pred) counts", _binary),
    both_terms=(
        "the terms with 1 - y_true belong to the binary cross-entropy; here only y_true * log(y_pred) counts",
        lambda t, p: -_terms(t, p).sum(axis=1),
    ),
    predicted=(
        "this is the probability of the class that was predicted; what counts is the true class",
        lambda t, p: -np.log(p.max(axis=1)),
    ),
    no_log=(
        "the logarithm is missing",
        lambda t, p: 1 - (t * p).sum(axis=1),
        lambda t, p: -(t * p).sum(axis=1),
        lambda t, p: (t * p).sum(axis=1),
    ),
    near=(_NEAR, expect.near(_categorical, 0.01)),
    otherwise="compute one row on paper, -sum(y_true * log(y_pred)): which step of yours gives something else?",
)
BINARY = expect.mistakes(
    **_of_either(_binary),
    log1p=(
        _LOG1P,
        partial(_binary, log=np.log1p),
        lambda t, p: -(t * np.log1p(p) + (1 - t) * np.log(1 - p)).mean(axis=1),
    ),
    second_term=(
        "the second term is missing: where the answer is no, log(1 - y_pred) counts",
        lambda t, p: -(t * np.log(p)).mean(axis=1),
        _categorical,
    ),
    first_term=(
        "the first term is missing: where the answer is yes, log(y_pred) counts",
        lambda t, p: -((1 - t) * np.log(1 - p)).mean(axis=1),
        lambda t, p: -((1 - t) * np.log(1 - p)).sum(axis=1),
    ),
    same_log=(
        "both terms have the log of y_pred; in the second one it is that of 1 - y_pred",
        lambda t, p: -np.log(p).mean(axis=1),
        lambda t, p: -np.log(p).sum(axis=1),
    ),
    same_weight=(
        "both terms are multiplied by y_true; in the second one it is 1 - y_true",
        lambda t, p: -(t * (np.log(p) + np.log(1 - p))).mean(axis=1),
        lambda t, p: -(t * (np.log(p) + np.log(1 - p))).sum(axis=1),
    ),
    subtracted=(
        "the two terms are added, and the minus sign stands before both of them",
        lambda t, p: -(t * np.log(p) - (1 - t) * np.log(1 - p)).mean(axis=1),
        lambda t, p: (t * np.log(p) - (1 - t) * np.log(1 - p)).mean(axis=1),
    ),
    sigmoid=(
        "y_pred has probabilities already; this takes sigmoid of them once more",
        lambda t, p: _binary(t, 1 / (1 + np.exp(-p))),
    ),
    softmax=(
        "softmax makes one distribution of a row; each column of y_pred is a question of its own, with its probability",
        lambda t, p: _binary(t, np.exp(p) / np.exp(p).sum(axis=1, keepdims=True)),
    ),
    normalised=(
        "y_pred was divided by its sum, as if it were a distribution; each column is a question of its own, "
        "so take the probabilities as they are",
        *(partial(lambda axis, t, p: _binary(t, p / p.sum(axis=axis, keepdims=True)), axis) for axis in (1, 0, None)),
    ),
    sum=("this is the sum over the questions; take the mean", lambda t, p: -_terms(t, p).sum(axis=1)),
    divided=(
        "the sum of a row is divided by a number that does not fit; how many questions has the row?",
        *(partial(lambda by, t, p: -_terms(t, p).sum(axis=1) / by, by) for by in (2, 3, 4)),
        lambda t, p: -_terms(t, p).sum(axis=1) / len(t),
    ),
    near=(_NEAR, expect.near(_binary, 0.01)),
    otherwise=(
        "compute one row on paper, the mean of -(y_true * log(y_pred) + (1 - y_true) * log(1 - y_pred)): "
        "which step of yours gives something else?"
    ),
)
SHARES = expect.mistakes(  # of a loss, where y_true lies between 0 and 1
    rounded=(
        "y_true was rounded to 0 and 1; its parts count as they are",
        lambda loss, t, p: loss(np.round(t), p),
    ),
    largest=(
        "only the class with the most was counted; the loss goes over the whole row of y_true",
        lambda loss, t, p: loss(np.eye(t.shape[1])[t.argmax(axis=1)], p),
    ),
    log_of_sum=(
        "this is the log of a sum, log(sum(y_true * y_pred)); take the log of each probability first, and then the sum",
        lambda loss, t, p: -np.log((t * p).sum(axis=1)),
    ),
    as_zero=(
        "a y_true between 0 and 1 is treated like 0; how much it counts is what it says",
        lambda loss, t, p: loss(np.zeros_like(t), p),
    ),
    as_one=(
        "a y_true between 0 and 1 is treated like 1; how much it counts is what it says",
        lambda loss, t, p: loss(np.ones_like(t), p),
    ),
    otherwise="y_true may lie between 0 and 1; then each part of it counts with its share",
)
SHAPE = expect.diagnoses(
    averaged=(
        "this is one mean over all {n} rows; each row keeps a loss of its own",
        lambda seen: {"n": seen.n} if _is_one(seen.found, seen.right.mean()) and seen.n > 1 else None,
    ),
    added=(
        "this is one sum over all {n} rows; each row keeps a loss of its own",
        lambda seen: {"n": seen.n} if _is_one(seen.found, seen.right.sum()) and seen.n > 1 else None,
    ),
    single=(
        "a single number came back for {n} rows; each row has a loss of its own",
        lambda seen: {"n": seen.n} if expect.array(seen.found).size == 1 < seen.n else None,
    ),
    squeezed=(
        "one row has one loss, in an array of shape (1,); here the array lost its axis",
        lambda seen: expect.array(seen.found).shape == () and seen.n == 1,
    ),
    down=(
        "the losses run down the columns; along axis=1 there is one for each row",
        lambda seen: expect.array(seen.found).shape == (seen.k,) != (seen.n,),
    ),
    column=(
        "the losses stand in a column, of shape (n, 1); the answer has shape (n,)",
        lambda seen: expect.array(seen.found).shape == (seen.n, 1),
    ),
    apart=(
        "the terms were not put together: each row gives one loss, along axis=1",
        lambda seen: expect.array(seen.found).shape == (seen.n, seen.k),
    ),
    list=("a list came back; np.array(...) makes an array of it", lambda seen: isinstance(seen.found, list)),
    otherwise="the answer is an array with one loss for each row",
)
INFINITE = expect.diagnoses(
    at_one=(
        f"log(1 - y_pred) is infinite where y_pred is 1; {_KEEP}",
        lambda seen: seen.binary and np.isinf(seen.losses[2]) and np.isfinite(seen.losses[[0, 3]]).all(),
    ),
    at_zero=(
        f"log(y_pred) is infinite where y_pred is 0; {_KEEP}",
        lambda seen: seen.binary and np.isinf(seen.losses[3]) and np.isfinite(seen.losses[[1, 2]]).all(),
    ),
    nan=(
        "log(0) is minus infinity, and 0 * log(0) is nan. What goes into the log where y_pred is 0 or 1?",
        lambda seen: np.isnan(seen.losses).any(),
    ),
    infinite=(f"log(0) is minus infinity; {_KEEP}", lambda seen: np.isinf(seen.losses).any()),
)
CERTAIN_AND_RIGHT = expect.diagnoses(
    kept_off=(
        "y_pred is kept too far away from 0 and 1, so that it costs something to be right; 1e-7 is enough",
        lambda seen: np.all((seen.losses > 0) & (seen.losses < 0.2)),
    ),
    replaced=(
        "being certain, and right, costs {loss} here. Is nan or log(0) replaced by a number, also where y_true is 0?",
        lambda seen: {"loss": expect.number(seen.losses.max())} if seen.losses.max() > 1 else None,
    ),
    otherwise="a loss is -log(1) where the prediction is certain, and right",
)
CERTAIN_AND_WRONG = expect.diagnoses(
    nothing=(
        "the worst prediction costs nothing here: log(0) or what it led to, nan or infinity, became 0; " + _KEEP,
        lambda seen: np.any(seen.losses == 0),
    ),
    huge=(
        "infinity was replaced by the largest number that there is; " + _KEEP,
        lambda seen: seen.losses.max() > 1e30,
    ),
    small=(
        "the worst prediction costs only {loss}: -log(1e-7) is about 16, and nothing more has to be cut off",
        lambda seen: {"loss": expect.number(seen.losses.min())} if 0 < seen.losses.min() < 10 else None,
    ),
    otherwise="keep 1e-7 away from 0: -log(1e-7) is about 16",
)
PARTLY_WRONG = expect.diagnoses(
    replaced=(
        "nan was replaced in the end, with all that had been added to it; " + _KEEP,
        lambda seen: np.any(seen.losses == 0),
    ),
    otherwise=_KEEP,
)
SMALL = expect.diagnoses(
    raised=(
        "small probabilities are made larger before the log, and cost too little; 1e-7 is enough to avoid log(0)",
        lambda seen: np.any(seen.found < seen.right - 0.1) and np.all(seen.found < seen.right + 0.001),
    ),
    otherwise="probabilities of 0.001 and of 0.0001 go into the log as they are",
)
FLOAT32 = expect.diagnoses(
    lost=(
        "in float32 the next number below 1 is 0.00000006 away. Something smaller is lost there: "
        "1 - 1e-8 is 1, and log(1 - 1) is infinite; keep 1e-7 away",
        lambda seen: seen.name == "float32" and not np.isfinite(seen.losses).all(),
    ),
    otherwise=_KEEP + ", in float32 as well as in float64",
)
BY_HAND = expect.diagnoses(
    library=(
        "this exercise is about the formula that {library} hides: write it out, with NumPy alone",
        lambda seen: {"library": seen.library},
    ),
)


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
    for n, k in ((6, 3), (8, 1), (4, 4), (1, 2)):
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
        likely=PARTLY_WRONG.of(losses=found),
    )
    small = np.array([[0.001], [0.0001]])
    _small(submission.binary_crossentropy, np.ones((2, 1)), small, -np.log(small[:, 0]), "binary")
    for name in ("float32", "float64"):
        one = np.asarray(submission.binary_crossentropy(np.array([[1.0], [0.0]]), np.ones((2, 1), name)), dtype=float)
        expect.that(
            expect.array(one).shape == (2,) and np.all(np.isfinite(one)) and one[0] < 1e-4 and one[1] > 5,
            expected=f"finite losses for a probability of exactly 1 in an array of {name}: nearly 0, and a large one",
            found=expect.number(one),
            likely=FLOAT32.of(name=name, losses=one),
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
        likely=BY_HAND.of(library=library and library[1]),
    )


def _compare(function, kind, y_true, y_pred, case):
    """The losses equal Keras' own."""
    own = getattr(keras.losses, f"{kind}_crossentropy")
    right = keras.ops.convert_to_numpy(own(y_true.astype("float32"), y_pred.astype("float32")))
    found = function(y_true, y_pred)
    n, k = y_true.shape
    shape = SHAPE.of(found=found, n=n, k=k, right=right)
    loss, table = (_categorical, CATEGORICAL) if kind == "categorical" else (_binary, BINARY)
    expect.close(
        found,
        right,
        what=f"{kind}_crossentropy for {case}",
        tol=1e-5,
        likely=expect.cause(
            (_shape(found) != (n,), shape),
            (np.any(y_true % 1), SHARES.of(found, loss, y_true, y_pred)),
            table.of(found, y_true, y_pred),
        ),
    )
    expect.that(
        isinstance(found, np.ndarray),
        expected=f"an array of losses from {kind}_crossentropy",
        found=expect.type_name(found),
        likely=shape,
    )


def _certain(found, right, wrong, n, name):
    """At probabilities of exactly 0 and 1 the losses are finite, near 0 when right, and large when wrong."""
    broken = np.asarray(found, dtype=float) + 0.0 if _shape(found) == (n,) else np.zeros(n)  # no -0
    expect.shape(found, (n,), what=f"{name}_crossentropy for probabilities of 0 and 1")
    expect.that(
        np.all(np.isfinite(broken)),
        expected=f"{name}_crossentropy is finite where a probability is 0 or 1",
        found=f"losses {', '.join(expect.number(float(loss)) for loss in broken)}",
        likely=INFINITE.of(losses=broken, binary=name == "binary"),
    )
    expect.that(
        np.all(np.abs(right) < 1e-4),
        expected=f"{name}_crossentropy of nearly 0 for a prediction that is certain, and right",
        found=f"losses {', '.join(expect.number(float(loss)) for loss in np.ravel(right))}",
        likely=CERTAIN_AND_RIGHT.of(losses=np.ravel(right)),
    )
    expect.that(
        np.all(broken[wrong] > 10) and np.all(broken < 1000),
        expected=f"{name}_crossentropy between 10 and 1000 for a prediction that is certain, and wrong",
        found=f"losses {', '.join(expect.number(float(loss)) for loss in broken[wrong])}",
        likely=CERTAIN_AND_WRONG.of(losses=broken[wrong]),
    )


def _small(function, y_true, y_pred, right, name):
    """Small probabilities are taken as they are: only the tiniest are kept off zero."""
    found = function(y_true, y_pred)
    expect.close(
        found,
        right,
        what=f"{name}_crossentropy where the true answer had a probability down to 0.0001",
        tol=0.02,
        likely=SMALL.of(found=found, right=right),
    )


def _is_one(found, number):
    return expect.array(found).size == 1 and expect.same(np.ravel(found)[0], number, 1e-4)


def _shape(found):
    return expect.array(found).shape


def _distributions(n, k, seed):
    """Return n rows that sum to 1, each of k probabilities none of which is tiny."""
    numbers = np.random.default_rng(seed).uniform(0.2, 1.0, (n, k))
    return numbers / numbers.sum(axis=1, keepdims=True)
