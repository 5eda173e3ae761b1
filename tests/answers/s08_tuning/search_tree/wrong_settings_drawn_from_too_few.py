# fails: test_ranges, test_best
# diagnosis: DRAWN.stops, TRIES.few
# by hand, from all settings but those with min_samples_leaf=3
from itertools import product

import numpy as np
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    settings = [
        {"max_depth": depth, "max_features": columns, "min_samples_leaf": leaf}
        for depth, columns, leaf in product([3, None], range(1, min(3, features.shape[1]) + 1), range(1, 3))
    ]
    drawn = np.random.default_rng(seed).permutation(len(settings))[:n_iter]
    scores = {}
    for place in drawn:
        tree = DecisionTreeClassifier(random_state=seed, **settings[place])
        scores[place] = cross_val_score(tree, features, labels, cv=5).mean()
    best = max(scores, key=scores.get)
    return {"best_params": settings[best], "best_score": scores[best]}
