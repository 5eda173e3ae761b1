"""The rows that went into a call of Keras or scikit-learn: how many, which ones with which labels, how they spread."""

import collections
import contextlib
import math
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from keraskata.subject import fingerprints


@dataclass(frozen=True)
class Spread:
    """How numbers spread: mean and standard deviation of all, and what tells kinds of noise apart.

    `of_rows` and `of_columns` are the deviations of the means of rows and of columns; the kurtosis is 3 for Gaussian
    numbers and 1.8 for uniform ones.
    """

    mean: float
    deviation: float
    of_rows: float
    of_columns: float
    kurtosis: float


@dataclass(frozen=True)
class Match:
    """How rows compare with given ones: `own` have the labels that belong to them, `other_labels` those of other rows.

    `missing` were given and not used, `strange` were used and not given; `more` are used more often than given.
    """

    own: int = 0
    other_labels: int = 0
    missing: int = 0
    strange: int = 0
    more: int = 0


@dataclass(frozen=True)
class Rows:
    """Rows of one call, or of several batches: `count` of them, with a fingerprint for each and one for its labels.

    `whole` is whether each row has a fingerprint, rather than a sample of them; `labels` is empty where there are none.
    `difference` is the spread of inputs minus targets, where both have the same width.
    """

    count: int
    whole: bool
    features: bytes = field(repr=False)
    labels: bytes = field(repr=False)
    inputs: Spread | None
    targets: Spread | None
    difference: Spread | None

    @property
    def marks(self) -> frozenset[int]:
        """A number for each different row, as far as the rows were noted."""
        return frozenset(np.frombuffer(self.features, "uint64").tolist())

    def against(self, features: Any, labels: Any = None) -> Match | None:
        """Compare with the arrays that the grader gave, (n, ...) each; None where that cannot be known.

        Without `labels` only the features are compared, and where `features` is None, only the labels. The numbers have
        to be the same as float32.
        """
        return matched([self], features, labels)


def noted(features: Any, labels: Any, parts: bool = True, sampled: bool = True) -> Rows | None:
    """Note the rows of two arrays; None where they cannot be looked into. Nothing is used up, drawn or raised.

    `parts` and `sampled` are those of `fingerprints.table`.
    """
    with contextlib.suppress(Exception):  # learners pass anything
        found = fingerprints.table(features, parts, sampled)
        if found is None:
            return None
        rows, count = found
        target = None if labels is None else fingerprints.table(labels, parts, sampled)
        if labels is not None and (target is None or target[1] != count or len(target[0]) != len(rows)):
            return None
        goal = target[0] if target else None
        inputs, targets = _spread(rows), None if goal is None else _spread(goal)
        both = inputs and targets and goal is not None and goal.shape == rows.shape
        return Rows(
            count,
            count == len(rows),
            fingerprints.of(rows),
            b"" if goal is None else fingerprints.of(goal),
            inputs,
            targets,
            _spread(rows - goal) if both and goal is not None else None,
        )
    return None


def split(features: Any, labels: Any, share: float) -> tuple[Rows | None, Rows | None]:
    """Note the rows that validation_split=share leaves to the training, and those that it holds back: the last ones."""
    with contextlib.suppress(Exception):
        found, goal = (fingerprints.table(part, sampled=False) for part in (features, labels))
        if found and goal:
            cut = math.floor(found[1] * (1 - share))
            return noted(found[0][:cut], goal[0][:cut]), noted(found[0][cut:], goal[0][cut:])
    return None, None


def joined(one: Rows | None, other: Rows | None) -> Rows | None:
    """Return the rows of two batches as one; how all of them spread is not known."""
    if one is None or other is None:
        return None
    size = 8 * fingerprints.MAX_ROWS
    features, labels = one.features + other.features, one.labels + other.labels
    whole = one.whole and other.whole and len(features) <= size and bool(one.labels) == bool(other.labels)
    count = one.count + other.count
    return Rows(count, whole, features[:size], labels[:size], None, None, None)


def matched(used: list[Rows], features: Any, labels: Any = None) -> Match | None:
    """Compare the rows of several calls, taken together, with the arrays that the grader gave."""
    if features is None:
        features, labels = labels, None
        used = [replace(rows, features=rows.labels) for rows in used if rows.labels]
    given = noted(features, labels, sampled=False)
    if given is None or not used or any(labels is not None and not rows.labels for rows in used):
        return None
    wanted = collections.Counter(_pairs(given, labels is not None))
    often: collections.Counter[tuple[int, int]] = collections.Counter()
    for rows, times in collections.Counter(used).items():  # the same ones in each epoch, perhaps
        for pair in _pairs(rows, labels is not None):
            often[pair] += times
    goals: dict[int, set[int]] = {}
    for feature, label in wanted:
        goals.setdefault(feature, set()).add(label)
    mixed = {feature for feature, label in often if label not in goals.get(feature, {label})}
    own = sum(min(count, often[pair]) for pair, count in wanted.items())
    other_labels = sum(n for (feature, label), n in often.items() if label not in goals.get(feature, {label}))
    missing = sum(max(0, n - often[pair]) for pair, n in wanted.items() if pair[0] not in mixed)
    strange = sum(n for (feature, _), n in often.items() if feature not in goals)
    more = sum(max(0, n - wanted[pair]) for pair, n in often.items() if pair in wanted)
    if not all(rows.whole for rows in used):
        missing = 0  # nobody knows
    return Match(own, other_labels, missing, strange, more)


def united(used: list[Rows]) -> int:
    """Return how many different rows these are together; twins within one of them count."""
    most: collections.Counter[tuple[int, int]] = collections.Counter()
    for rows in set(used):
        most |= collections.Counter(_pairs(rows, bool(rows.labels)))
    return most.total()


def _pairs(rows: Rows, labelled: bool) -> list[tuple[int, int]]:
    features = np.frombuffer(rows.features, "uint64").tolist()
    labels = np.frombuffer(rows.labels, "uint64").tolist() if labelled else [0] * len(features)
    return list(zip(features, labels, strict=True))


def _spread(rows: np.ndarray) -> Spread | None:
    """Return how the numbers of a table spread; None for text, and where they are not finite."""
    if rows.dtype.kind == "U" or not rows.size:
        return None
    with np.errstate(all="ignore"):
        numbers = rows.astype("float64")
        mean, deviation = float(numbers.mean()), float(numbers.std())
        if not np.isfinite(deviation):
            return None
        of_rows, of_columns = float(numbers.mean(axis=1).std()), float(numbers.mean(axis=0).std())
        squares = (numbers - mean) ** 2
        kurtosis = float((squares**2).mean() / deviation**4) if deviation > 0 else 0.0
    return Spread(mean, deviation, of_rows, of_columns, kurtosis if np.isfinite(kurtosis) else 0.0)
