"""Cut a data set into mini-batches, and count how often they change the weights.

mini_batches shuffles the rows and cuts them into a list of pairs (features, labels) with `batch_size` rows each. Every
row is in exactly one pair, beside its own label; the last pair is shorter where the rows do not come out even. Both
arrays have one row per sample, at least one, of any further shape, and stay as they are; what is in a pair are arrays,
too. The order depends on `seed` alone, whatever `batch_size` is: draw it from a generator of your own, and leave the
global ones, such as that of np.random.seed, as they are.
weight_updates counts what Keras' fit does with `n` rows: one update per batch, the short last one included, and that in
each of `epochs` epochs.

Read: kata book mini_batches
"""

import math

import numpy as np


def mini_batches(
    features: np.ndarray, labels: np.ndarray, batch_size: int, seed: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the rows in random order, in pairs (features, labels) of `batch_size` rows."""
    order = np.random.default_rng(seed).permutation(len(features))
    parts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(features[rows], labels[rows]) for rows in parts]


def weight_updates(n: int, batch_size: int, epochs: int) -> int:
    """Return how often fit changes the weights when it trains on `n` rows for `epochs` epochs."""
    return math.ceil(n / batch_size) * epochs
