# fails: test_score
# diagnosis: SCORE.came
# wrong: epochs is only added to the answer; the search trains with the epochs the estimator came with
import numpy as np
from sklearn.model_selection import RandomizedSearchCV


def random_search(
    estimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, space, n_iter=n_iter, scoring="accuracy", cv=folds, random_state=seed)
    search.fit(features, labels)
    best = {**search.best_params_, "epochs": 3}
    line = f"Best: {search.best_score_:.3f} using {best}"
    return best, line
