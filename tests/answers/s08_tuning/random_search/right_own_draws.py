# different: settings drawn with NumPy, with replacement; NumPy's own text and numbers in the dict
import numpy as np
from sklearn.base import clone
from sklearn.model_selection import cross_validate


def random_search(estimator, features, labels, n_iter, folds, seed):
    rng = np.random.default_rng(seed)
    best_score, best = -np.inf, {}
    for _ in range(n_iter):
        setting = {
            "optimizer": rng.choice(["sgd", "adam"]),
            "activation": str(rng.choice(["relu", "tanh"])),
            "epochs": 3,
            "batch_size": rng.choice([5, 10, 20]),
        }
        results = cross_validate(clone(estimator).set_params(**setting), features, labels, cv=folds)
        if np.mean(results["test_score"]) > best_score:
            best_score, best = np.mean(results["test_score"]), setting
    return best, f"Best: {round(float(best_score), 3):.3f} using {best}"
