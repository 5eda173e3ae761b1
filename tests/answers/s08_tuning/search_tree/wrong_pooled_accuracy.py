# fails: test_score
# diagnosis: SCORE.pooled
# wrong: the score is the share of hits over all rows, not the mean of the five accuracies
import numpy as np
from sklearn.model_selection import ParameterSampler, cross_val_predict
from sklearn.tree import DecisionTreeClassifier


def search_tree(features: np.ndarray, labels: np.ndarray, n_iter: int, seed: int) -> dict:
    """Return the best of `n_iter` random settings of a decision tree, and its mean accuracy over five folds."""
    space = {
        "max_depth": [3, None],
        "max_features": [count for count in (1, 2, 3) if count <= features.shape[1]],
        "min_samples_leaf": [1, 2, 3],
    }
    best = {"best_params": None, "best_score": float("-inf")}
    for setting in ParameterSampler(space, n_iter, random_state=seed):
        tree = DecisionTreeClassifier(random_state=seed, **setting)
        score = float(np.mean(cross_val_predict(tree, features, labels, cv=5) == labels))
        if score > best["best_score"]:
            best = {"best_params": setting, "best_score": score}
    return best
