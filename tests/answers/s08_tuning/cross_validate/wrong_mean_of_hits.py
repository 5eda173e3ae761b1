# fails: test_mean, test_deviation
# diagnosis: MEAN.trained, DEVIATION.hits
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict, cross_val_score


def cross_validate(estimator, features, labels, folds):
    scores = cross_val_score(estimator, features, labels, cv=folds)
    hits = clone(estimator).fit(features, labels).predict(features) == labels
    return hits.mean(), hits.std(), scores.tolist()
