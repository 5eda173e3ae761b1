# different: folds by hand, clones, plain Python for mean and deviation
from math import sqrt

from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold


def cross_validate(estimator, features, labels, folds):
    scores = []
    for kept, left_out in StratifiedKFold(n_splits=folds).split(features, labels):
        fresh = clone(estimator).fit(features[kept], labels[kept])
        answers = fresh.predict(features[left_out])
        scores.append(sum(int(answer == label) for answer, label in zip(answers, labels[left_out])) / len(left_out))
    mean = sum(scores) / folds
    return mean, sqrt(sum((score - mean) ** 2 for score in scores) / folds), scores
