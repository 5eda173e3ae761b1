# fails: test_score
# diagnosis: SCORE.splitter
# five random splits that overlap, and no folds
from sklearn.model_selection import RandomizedSearchCV, StratifiedShuffleSplit
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    most = min(3, features.shape[1])
    ranges = {"max_depth": [3, None], "max_features": range(1, most + 1), "min_samples_leaf": range(1, 4)}
    tree = DecisionTreeClassifier(random_state=seed)
    splits = StratifiedShuffleSplit(n_splits=5, test_size=0.2, random_state=seed)
    search = RandomizedSearchCV(tree, ranges, n_iter=n_iter, cv=splits, random_state=seed)
    search.fit(features, labels)
    return {"best_params": search.best_params_, "best_score": search.best_score_}
