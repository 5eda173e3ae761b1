"""Let a random search choose the settings of a decision tree.

Try `n_iter` random settings of scikit-learn's decision tree: `max_depth` is 3 or None, `max_features` goes from 1 to 3
but never beyond the number of columns, and `min_samples_leaf` goes from 1 to 3. The score of a setting is its mean
accuracy in five-fold cross-validation (cv=5). The search and the tree both get `seed` as their random_state. Return a
dict: under "best_params" the best setting that was tried, under "best_score" its score. The names below were typed in
a hurry, something is not imported, and one range does not look at the data.

Read: kata book search_tree
"""

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
    tree = DecisionTreeClassifier(random_state=seed)
    search = RandomizedSearchCV(tree, ranges, n_iter=n_iter, cv=5, random_state=seed)
    search.fit(features, labels)
    return {"best_params": search.best_params_, "best_score": search.best_score_}
