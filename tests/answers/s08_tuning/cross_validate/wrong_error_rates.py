# fails: test_scores
# diagnosis: SCORES.errors
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict, cross_val_score


def cross_validate(estimator, features, labels, folds):
    scores = 1 - cross_val_score(estimator, features, labels, cv=folds)
    return scores.mean(), scores.std(), scores.tolist()
