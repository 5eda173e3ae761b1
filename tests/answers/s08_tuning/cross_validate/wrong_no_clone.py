# fails: test_untouched, test_fresh
# diagnosis: UNTOUCHED.trained, SCORES.again
import numpy as np
from sklearn.model_selection import StratifiedKFold


def cross_validate(estimator, features, labels, folds):
    scores = []
    for train, test in StratifiedKFold(folds).split(features, labels):
        model = estimator
        model.fit(features[train], labels[train])
        scores.append(model.score(features[test], labels[test]))
    return np.mean(scores), np.std(scores), scores
