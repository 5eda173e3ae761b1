# fails: test_mean
# diagnosis: MEAN.rounded
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold


def cross_validate(
    estimator, features: np.ndarray, labels: np.ndarray, folds: int
) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    scores = []
    sizes = []
    for train, test in StratifiedKFold(n_splits=folds).split(features, labels):
        model = clone(estimator)
        model.fit(features[train], labels[train])
        scores.append(float(model.score(features[test], labels[test])))
        sizes.append(len(test))
    return float(np.average(scores, weights=sizes)), float(np.std(scores)), scores
