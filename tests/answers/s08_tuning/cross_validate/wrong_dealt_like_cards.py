# fails: test_scores
# diagnosis: SCORES.dealt
import numpy as np
from sklearn.base import clone


def cross_validate(estimator, features: np.ndarray, labels: np.ndarray, folds: int) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    fold_of = np.empty(len(labels), dtype=int)
    for value in np.unique(labels):
        rows = np.flatnonzero(labels == value)
        fold_of[rows] = np.arange(len(rows)) % folds
    scores = []
    for k in range(folds):
        out = fold_of == k
        model = clone(estimator).fit(features[~out], labels[~out])
        scores.append(float(np.mean(model.predict(features[out]) == labels[out])))
    return float(np.mean(scores)), float(np.std(scores)), scores
