# fails: test_ranges, test_best
# diagnosis: DRAWN.stops, TRIES.few
from sklearn.model_selection import RandomizedSearchCV
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    ranges = {
        "max_depth": [3, None],
        "max_features": range(1, min(3, features.shape[1])),
        "min_samples_leaf": range(1, 4),
    }
    tree = DecisionTreeClassifier(random_state=seed)
    search = RandomizedSearchCV(tree, ranges, n_iter=n_iter, cv=5, random_state=seed)
    search.fit(features, labels)
    return {"best_params": search.best_params_, "best_score": search.best_score_}
