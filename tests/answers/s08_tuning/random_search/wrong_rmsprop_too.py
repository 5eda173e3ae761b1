# fails: test_space, test_seed, test_score
# diagnosis: VALUE.outside
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {
        "optimizer": ["sgd", "adam", "rmsprop"],
        "activation": ["relu", "tanh"],
        "epochs": [3],
        "batch_size": [5, 10, 20],
    }
    search = RandomizedSearchCV(estimator, param_distributions=space, n_iter=n_iter, cv=folds, random_state=seed)
    search.fit(features, labels)
    return search.best_params_, f"Best: {search.best_score_:.3f} using {search.best_params_}"
