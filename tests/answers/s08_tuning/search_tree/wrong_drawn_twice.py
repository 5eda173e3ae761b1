# fails: test_best
# diagnosis: BEST.fewer
# never more than 18 draws by hand, some of them twice
import numpy as np
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    rng = np.random.default_rng(seed)
    tried = []
    for _ in range(min(n_iter, 18)):
        setting = {
            "max_depth": (3, None)[rng.integers(2)],
            "max_features": int(rng.integers(1, min(3, features.shape[1]) + 1)),
            "min_samples_leaf": int(rng.integers(1, 4)),
        }
        tree = DecisionTreeClassifier(random_state=seed, **setting)
        tried.append((cross_val_score(tree, features, labels, cv=5).mean(), setting))
    score, setting = max(tried, key=lambda pair: pair[0])
    return {"best_params": setting, "best_score": score}
