# fails: test_mean
# diagnosis: MEAN.rounded
# the mean is rounded
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import cross_val_score


def cross_validate(
    estimator: BaseEstimator, features: np.ndarray, labels: np.ndarray, folds: int
) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    scores = cross_val_score(estimator, features, labels, cv=folds)
    return round(float(scores.mean()), 2), float(scores.std()), scores.tolist()
