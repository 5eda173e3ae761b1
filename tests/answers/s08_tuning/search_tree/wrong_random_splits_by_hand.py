# fails: test_score
# diagnosis: SCORE.splitter
# no search class, and random splits of all rows in place of folds
from sklearn.model_selection import ParameterSampler, ShuffleSplit, cross_val_score
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    most = min(3, features.shape[1])
    ranges = {"max_depth": [3, None], "max_features": range(1, most + 1), "min_samples_leaf": range(1, 4)}
    scores = []
    tried = list(ParameterSampler(ranges, n_iter, random_state=seed))
    for params in tried:
        tree = DecisionTreeClassifier(random_state=seed, **params)
        scores.append(cross_val_score(tree, features, labels, cv=ShuffleSplit(5, random_state=seed)).mean())
    return {"best_params": tried[scores.index(max(scores))], "best_score": max(scores)}
