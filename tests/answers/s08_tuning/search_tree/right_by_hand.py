# different: no search class: ParameterSampler and cross_val_score in a loop
import numpy as np
from sklearn.model_selection import ParameterSampler, cross_val_score
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    widths = [width for width in (1, 2, 3) if width <= np.shape(features)[1]]
    sampler = ParameterSampler(
        {"max_depth": [3, None], "max_features": widths, "min_samples_leaf": [1, 2, 3]},
        n_iter,
        random_state=np.random.RandomState(seed),
    )
    best_score, best_params = -1, None
    for params in sampler:
        score = cross_val_score(DecisionTreeClassifier(random_state=seed, **params), features, labels, cv=5).mean()
        if score > best_score:
            best_score, best_params = score, params
    return {"best_score": best_score, "best_params": best_params}
