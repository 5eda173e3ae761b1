# different: a new object with all settings in place of a clone
import numpy as np
from sklearn.model_selection import StratifiedKFold


def cross_validate(estimator, features, labels, folds):
    scores = []
    for kept, left_out in StratifiedKFold(folds).split(features, labels):
        new = type(estimator)(**estimator.get_params(deep=False)).fit(features[kept], labels[kept])
        scores.append(new.score(features[left_out], labels[left_out]))
    return np.mean(scores), np.std(scores), scores
