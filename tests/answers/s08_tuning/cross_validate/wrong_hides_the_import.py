# fails: test_answer
# says: unexpected keyword argument 'cv'
from sklearn.model_selection import cross_validate


def cross_validate(estimator, features, labels, folds):
    scores = cross_validate(estimator, features, labels, cv=folds)["test_score"]
    return scores.mean(), scores.std(), scores.tolist()
