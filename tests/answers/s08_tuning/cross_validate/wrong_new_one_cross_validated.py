# fails: test_scores, test_fresh
# diagnosis: SCORES.defaults
from sklearn.model_selection import cross_val_score


def cross_validate(estimator, features, labels, folds):
    scores = cross_val_score(estimator.__class__(), features, labels, cv=folds)
    return scores.mean(), scores.std(), list(scores)
