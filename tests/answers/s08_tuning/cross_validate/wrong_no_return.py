# fails: test_answer
# diagnosis: expect.CALL.no_return
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict, cross_val_score


def cross_validate(estimator, features, labels, folds):
    scores = cross_val_score(estimator, features, labels, cv=folds)
