# fails: test_batches
# says: batches of numbers
import math

import numpy as np


def mini_batches(
    features: np.ndarray, labels: np.ndarray, batch_size: int, seed: int
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return the rows in random order, in pairs (features, labels) of `batch_size` rows."""
    order = np.random.default_rng(seed).permutation(len(features))
    parts = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    return [(features[rows].astype(str), labels[rows]) for rows in parts]


def weight_updates(n: int, batch_size: int, epochs: int) -> int:
    """Return how often fit changes the weights when it trains on `n` rows for `epochs` epochs."""
    return math.ceil(n / batch_size) * epochs
