# fails: test_best
# diagnosis: BEST.worst
from sklearn.model_selection import RandomizedSearchCV
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    widest = min(3, features.shape[1])
    ranges = {"max_depth": [3, None], "max_features": range(1, widest + 1), "min_samples_leaf": [1, 2, 3]}
    tree = DecisionTreeClassifier(random_state=seed)
    search = RandomizedSearchCV(tree, ranges, n_iter=n_iter, cv=5, random_state=seed, refit=False)
    results = search.fit(features, labels).cv_results_
    worst = results["rank_test_score"].argmax()
    return {"best_params": results["params"][worst], "best_score": results["mean_test_score"][worst]}
