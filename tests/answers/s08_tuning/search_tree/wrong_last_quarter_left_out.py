# fails: test_score
# diagnosis: SCORE.part
from sklearn.model_selection import ParameterSampler, cross_val_score
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    ranges = {
        "max_depth": [3, None],
        "max_features": list(range(1, 1 + min(3, features.shape[1]))),
        "min_samples_leaf": [1, 2, 3],
    }
    part = len(labels) * 3 // 4
    scores = []
    for setting in ParameterSampler(ranges, min(n_iter, 18), random_state=seed):
        tree = DecisionTreeClassifier(**setting, random_state=seed)
        score = cross_val_score(tree, features[:part], labels[:part], cv=5).mean()
        scores.append((score, len(scores), setting))
    best = max(scores)
    return {"best_params": best[2], "best_score": best[0]}
