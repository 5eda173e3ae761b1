# fails: test_scores
# diagnosis: SCORES.trained
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold


def cross_validate(estimator, features, labels, folds):
    scores = []
    for train, test in StratifiedKFold(folds).split(features, labels):
        model = clone(estimator)
        model.fit(features[train], labels[train])
        scores.append(model.score(features[train], labels[train]))
    return np.mean(scores), np.std(scores), scores
