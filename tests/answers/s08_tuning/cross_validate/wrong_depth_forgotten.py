# fails: test_scores
# diagnosis: SCORES.settings
# the settings are copied, but for one
import numpy as np
from sklearn.model_selection import StratifiedKFold


def cross_validate(estimator, features, labels, folds):
    settings = {name: value for name, value in estimator.get_params().items() if name != "max_depth"}
    scores = []
    for kept, left_out in StratifiedKFold(folds).split(features, labels):
        new = type(estimator)(**settings).fit(features[kept], labels[kept])
        scores.append(new.score(features[left_out], labels[left_out]))
    return np.mean(scores), np.std(scores), scores
