# different: the statistics module, the scoring named, a Series
import statistics

import pandas as pd
from sklearn.model_selection import StratifiedKFold, cross_val_score


def cross_validate(estimator, features, labels, folds):
    splitter = StratifiedKFold(folds)
    scores = pd.Series(cross_val_score(estimator, features, labels, scoring="accuracy", cv=splitter))
    return statistics.fmean(scores), statistics.pstdev(scores), scores
