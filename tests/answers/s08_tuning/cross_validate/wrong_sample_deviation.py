# fails: test_deviation
# diagnosis: DEVIATION.ddof
import statistics

from sklearn.model_selection import cross_val_score


def cross_validate(estimator, features, labels, folds):
    scores = cross_val_score(estimator, features, labels, cv=folds).tolist()
    return statistics.mean(scores), statistics.stdev(scores), scores
