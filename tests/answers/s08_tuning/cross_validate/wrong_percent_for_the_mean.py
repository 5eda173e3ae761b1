# fails: test_mean
# diagnosis: MEAN.percent
# the mean is in percent
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import cross_val_score


def cross_validate(
    estimator: BaseEstimator, features: np.ndarray, labels: np.ndarray, folds: int
) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    scores = cross_val_score(estimator, features, labels, cv=folds)
    return 100 * float(scores.mean()), float(scores.std()), scores.tolist()
