# fails: test_best
# diagnosis: SEED.zero
import numpy as np
from sklearn.model_selection import RandomizedSearchCV
from sklearn.tree import DecisionTreeClassifier


def search_tree(features: np.ndarray, labels: np.ndarray, n_iter: int, seed: int) -> dict:
    """Return the best of `n_iter` random settings of a decision tree, and its mean accuracy over five folds."""
    most_features = min(3, features.shape[1])
    ranges = {
        "max_depth": [3, None],
        "max_features": range(1, most_features + 1),
        "min_samples_leaf": range(1, 4),
    }
    tree = DecisionTreeClassifier(random_state=seed or 1)
    search = RandomizedSearchCV(tree, ranges, n_iter=n_iter, cv=5, random_state=seed)
    search.fit(features, labels)
    return {"best_params": search.best_params_, "best_score": search.best_score_}
