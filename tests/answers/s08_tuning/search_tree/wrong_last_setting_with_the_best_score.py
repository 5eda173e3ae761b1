# fails: test_score
# diagnosis: SCORE.other
# the best score is kept, and the setting that was tried last
from sklearn.model_selection import ParameterSampler, cross_val_score
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    widest = min(3, features.shape[1])
    ranges = {"max_depth": [3, None], "max_features": range(1, widest + 1), "min_samples_leaf": [1, 2, 3]}
    best_score, best_params = 0, None
    for params in ParameterSampler(ranges, n_iter, random_state=seed):
        score = cross_val_score(DecisionTreeClassifier(random_state=seed, **params), features, labels, cv=5).mean()
        if score > best_score:
            best_score = score
        best_params = params
    return {"best_params": best_params, "best_score": best_score}
