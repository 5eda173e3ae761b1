# fails: test_space
# diagnosis: DRAWN.grid
from sklearn.model_selection import GridSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = GridSearchCV(estimator, param_grid=space, cv=folds)
    search.fit(features, labels)
    return search.best_params_, f"Best: {search.best_score_:.3f} using {search.best_params_}"
