# fails: test_best
# diagnosis: BEST.last
import numpy as np
from sklearn.model_selection import ParameterSampler, cross_val_score
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    widest = min(3, features.shape[1])
    ranges = {"max_depth": [3, None], "max_features": range(1, widest + 1), "min_samples_leaf": [1, 2, 3]}
    for params in ParameterSampler(ranges, n_iter, random_state=seed):
        tree = DecisionTreeClassifier(random_state=seed, **params)
        score = np.mean(cross_val_score(tree, features, labels, cv=5))
    return {"best_params": params, "best_score": score}
