# fails: test_answer
# diagnosis: SETTING.more
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, space, n_iter=n_iter, cv=folds, random_state=seed).fit(features, labels)
    best = search.best_estimator_.get_params()
    return best, f"Best: {search.best_score_:.3f} using {best}"
