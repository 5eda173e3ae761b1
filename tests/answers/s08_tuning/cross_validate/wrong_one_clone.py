# fails: test_fresh
# diagnosis: SCORES.again
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold


def cross_validate(estimator, features, labels, folds):
    scores = []
    model = clone(estimator)
    for train, test in StratifiedKFold(folds).split(features, labels):
        model.fit(features[train], labels[train])
        scores.append(model.score(features[test], labels[test]))
    return np.mean(scores), np.std(scores), scores
