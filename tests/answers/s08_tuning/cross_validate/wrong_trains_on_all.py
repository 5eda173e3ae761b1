# fails: test_scores
# diagnosis: SCORES.all
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold


def cross_validate(estimator, features, labels, folds):
    scores = []
    for train, test in StratifiedKFold(folds).split(features, labels):
        model = clone(estimator)
        model.fit(features, labels)
        scores.append(model.score(features[test], labels[test]))
    return np.mean(scores), np.std(scores), scores
