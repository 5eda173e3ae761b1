# fails: test_answer
# diagnosis: COUNT.fewer
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold


def cross_validate(
    estimator, features: np.ndarray, labels: np.ndarray, folds: int
) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    scores = []
    splits = list(StratifiedKFold(n_splits=folds).split(features, labels))
    for i in range(1, folds):
        train, test = splits[i]
        model = clone(estimator)
        model.fit(features[train], labels[train])
        scores.append(float(model.score(features[test], labels[test])))
    return float(np.mean(scores)), float(np.std(scores)), scores
