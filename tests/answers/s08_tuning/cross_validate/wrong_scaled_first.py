# fails: test_scores
# diagnosis: SCORES.scaled
from sklearn.model_selection import cross_val_score
from sklearn.preprocessing import scale


def cross_validate(estimator, features, labels, folds):
    found = cross_val_score(estimator, scale(features), labels, cv=folds)
    return float(found.mean()), float(found.std()), [float(each) for each in found]
