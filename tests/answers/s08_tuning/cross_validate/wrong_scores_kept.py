# fails: test_scores
# diagnosis: COUNT.more
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold

SCORES = []


def cross_validate(
    estimator, features: np.ndarray, labels: np.ndarray, folds: int
) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    for train, test in StratifiedKFold(n_splits=folds).split(features, labels):
        model = clone(estimator)
        model.fit(features[train], labels[train])
        SCORES.append(float(model.score(features[test], labels[test])))
    return float(np.mean(SCORES)), float(np.std(SCORES)), list(SCORES)
