# fails: test_answer
# diagnosis: LIST.dict
# scikit-learn's whole dict in place of the scores
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import cross_val_score
from sklearn.model_selection import cross_validate as folds_of


def cross_validate(
    estimator: BaseEstimator, features: np.ndarray, labels: np.ndarray, folds: int
) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    scores = cross_val_score(estimator, features, labels, cv=folds)
    return float(scores.mean()), float(scores.std()), folds_of(estimator, features, labels, cv=folds)
