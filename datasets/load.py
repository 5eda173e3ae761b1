"""The loaders: each returns a training and a test split with documented shapes."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn import datasets as sklearn_datasets
from sklearn.model_selection import train_test_split

Split = tuple[np.ndarray, np.ndarray]


def circles_frame(n: int = 400, seed: int = 0) -> pd.DataFrame:
    """Return two noisy rings of points, as a table.

    Columns `x1`, `x2` (float64, about -1.3 to 1.3) and `target` (int, 0 the outer ring, 1 the inner); `n` rows,
    half of each class.
    """
    points, target = sklearn_datasets.make_circles(n, noise=0.07, factor=0.5, random_state=seed)
    return pd.DataFrame({"x1": points[:, 0], "x2": points[:, 1], "target": target})


def circles(n: int = 1000, test: float = 0.3, seed: int = 0) -> tuple[Split, Split]:
    """Return the rings: features (rows, 2) float32, labels (rows,) int 0 or 1; no straight line separates them."""
    frame = circles_frame(n, seed)
    return _split(frame[["x1", "x2"]].to_numpy(), frame["target"].to_numpy(), test, seed)


def breast_cancer(test: float = 0.3, seed: int = 0) -> tuple[Split, Split]:
    """Return 569 real tumours: features (rows, 30) float32 standardised by the training rows, labels (rows,) 0 or 1."""
    features, labels = sklearn_datasets.load_breast_cancer(return_X_y=True)
    (train_x, train_y), (test_x, test_y) = _split(features, labels, test, seed)
    mean, deviation = train_x.mean(axis=0), train_x.std(axis=0)
    return ((train_x - mean) / deviation, train_y), ((test_x - mean) / deviation, test_y)


def digits(n: int = 1797, test: float = 0.3, seed: int = 0) -> tuple[Split, Split]:
    """Return `n` real handwritten digits: features (rows, 64) float32 in 0..1 (8 x 8 pixels), labels (rows,) 0..9."""
    features, labels = sklearn_datasets.load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(features))[:n]
    return _split(features[order] / 16, labels[order], test, seed)


def digits_28(test: float = 0.5, seed: int = 0) -> tuple[Split, Split]:
    """Return 1,797 real handwritten digits, enlarged: features (rows, 28, 28, 1) float32, 0..1, labels (rows,) 0..9."""
    (train_x, train_y), (test_x, test_y) = digits(test=test, seed=seed)
    return (_enlarged(train_x), train_y), (_enlarged(test_x), test_y)


def lighthouse() -> str:
    """Return a text of 163 words, 95 different ones; some pairs of words are always followed by the same word."""
    return (Path(__file__).parent / "lighthouse.txt").read_text(encoding="utf-8")


def multi_label(n: int = 600, n_labels: int = 3, test: float = 0.3, seed: int = 0) -> tuple[Split, Split]:
    """Return yes/no questions about points of the plane: features (rows, 2) float32, labels (rows, n_labels) of 0/1.

    Question i asks on which side of the i-th line through the middle a point lies, so that answers overlap freely.
    """
    points = np.random.default_rng(seed).normal(size=(n, 2))
    angles = np.arange(n_labels) * np.pi / n_labels
    sides = points @ np.stack([np.cos(angles), np.sin(angles)]) > 0.3
    return _split(points, sides.astype("int64"), test, seed)


def overfitting(n: int = 120, d: int = 20, test: float = 0.5, seed: int = 0) -> tuple[Split, Split]:
    """Return data that invites overfitting: features (rows, d) float32, labels (rows,) 0 or 1, a third of them flipped.

    The training loss keeps falling while the loss on held-out rows soon rises.
    """
    rng = np.random.default_rng(seed)
    features = rng.normal(size=(n, d))
    labels = (features[:, 0] > 0).astype("int64") ^ (rng.random(n) < 1 / 3)
    return _split(features, labels, test, seed)


def _enlarged(rows: np.ndarray) -> np.ndarray:
    """Enlarge 8 x 8 pixels to 28 x 28 by linear interpolation."""
    from scipy.ndimage import zoom  # few graders need it

    pixels: np.ndarray = zoom(rows.reshape(-1, 8, 8), (1, 3.5, 3.5), order=1)
    return pixels[..., None]


def _split(features: np.ndarray, labels: np.ndarray, test: float, seed: int) -> tuple[Split, Split]:
    train_x, test_x, train_y, test_y = train_test_split(
        features.astype("float32"),
        labels,
        test_size=test,
        random_state=seed,
        stratify=labels if labels.ndim == 1 else None,
    )
    return (train_x, train_y), (test_x, test_y)
