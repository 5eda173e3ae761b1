# fails: test_score
# diagnosis: SCORE.part
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.tree import DecisionTreeClassifier


def search_tree(features, labels, n_iter, seed):
    most = min(3, features.shape[1])
    ranges = {"max_depth": [3, None], "max_features": range(1, most + 1), "min_samples_leaf": range(1, 4)}
    tree = DecisionTreeClassifier(random_state=seed)
    search = RandomizedSearchCV(tree, ranges, n_iter=n_iter, cv=5, random_state=seed)
    train, _, train_labels, _ = train_test_split(features, labels, test_size=0.2, random_state=seed)
    search.fit(train, train_labels)
    return {"best_params": search.best_params_, "best_score": search.best_score_}
