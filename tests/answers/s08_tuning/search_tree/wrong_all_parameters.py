# fails: test_answer
# diagnosis: SETTING.all
# says: ccp_alpha among them, ...}
# every parameter of the tree, and not the setting alone
from sklearn.model_selection import RandomizedSearchCV
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    most = min(3, features.shape[1])
    ranges = {"max_depth": [3, None], "max_features": range(1, most + 1), "min_samples_leaf": range(1, 4)}
    tree = DecisionTreeClassifier(random_state=seed)
    search = RandomizedSearchCV(tree, ranges, n_iter=n_iter, cv=5, random_state=seed)
    search.fit(features, labels)
    return {"best_params": search.best_estimator_.get_params(), "best_score": search.best_score_}
