# fails: test_score
# diagnosis: SCORE.pooled
# wrong: the score is the share of hits over all rows, not the mean of the folds' accuracies
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import ParameterSampler, cross_val_predict

SPACE = {
    "activation": ["relu", "tanh"],
    "batch_size": [5, 10, 20],
    "epochs": [3],
    "optimizer": ["sgd", "adam"],
}


def random_search(
    estimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    best_setting, best_score = {}, -1.0
    for setting in ParameterSampler(SPACE, n_iter=n_iter, random_state=seed):
        candidate = clone(estimator).set_params(**setting)
        score = np.mean(cross_val_predict(candidate, features, labels, cv=folds) == labels)
        if score > best_score:
            best_setting, best_score = setting, score
    return best_setting, "Best: %.3f using %s" % (best_score, best_setting)
