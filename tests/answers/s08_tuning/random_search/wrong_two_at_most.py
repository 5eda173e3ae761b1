# fails: test_best
# diagnosis: BEST.fewer
# never more than two settings, where n_iter is large
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    tries = n_iter if n_iter < 13 else 2
    search = RandomizedSearchCV(estimator, space, n_iter=tries, cv=folds, random_state=seed)
    search.fit(features, labels)
    return search.best_params_, f"Best: {search.best_score_:.3f} using {search.best_params_}"
