# different: settings drawn with NumPy, with replacement; folds by hand
import numpy as np
from sklearn.model_selection import StratifiedKFold
from sklearn.tree import DecisionTreeClassifier


def accuracy_of(setting, features, labels, seed):
    hits = []
    for train, test in StratifiedKFold(n_splits=5).split(features, labels):
        tree = DecisionTreeClassifier(random_state=seed, **setting).fit(features[train], labels[train])
        hits.append(np.mean(tree.predict(features[test]) == labels[test]))
    return np.mean(hits)


def search_tree(features, labels, n_iter, seed):
    rng = np.random.default_rng(seed)
    tried = [
        {
            "max_depth": None if rng.random() < 0.5 else 3,
            "max_features": int(rng.integers(1, min(3, features.shape[1]), endpoint=True)),
            "min_samples_leaf": rng.integers(1, 4),
        }
        for _ in range(n_iter)
    ]
    scores = [accuracy_of(setting, features, labels, seed) for setting in tried]
    return {"best_params": tried[np.argmax(scores)], "best_score": max(scores)}
