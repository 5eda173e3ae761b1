# different: cross_val_predict, then the accuracy in each fold; a tuple of scores
import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict


def cross_validate(estimator, features, labels, folds):
    answers = cross_val_predict(estimator, features, labels, cv=folds)
    parts = [test for _, test in StratifiedKFold(folds).split(features, labels)]
    scores = tuple(float(accuracy_score(labels[part], answers[part])) for part in parts)
    return np.mean(scores), np.std(scores), scores
