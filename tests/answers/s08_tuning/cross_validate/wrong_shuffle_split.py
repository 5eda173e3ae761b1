# fails: test_scores, test_fresh
# diagnosis: SCORES.splitter
# drawn parts in place of folds
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import StratifiedShuffleSplit, cross_val_score


def cross_validate(
    estimator: BaseEstimator, features: np.ndarray, labels: np.ndarray, folds: int
) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    scores = cross_val_score(estimator, features, labels, cv=StratifiedShuffleSplit(folds, random_state=0))
    return float(scores.mean()), float(scores.std()), scores.tolist()
