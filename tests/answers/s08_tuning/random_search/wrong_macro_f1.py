# fails: test_score
# diagnosis: SCORE.measure
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(
        estimator, param_distributions=space, n_iter=n_iter, cv=folds, random_state=seed, scoring="f1_macro"
    )
    search.fit(features, labels)
    return search.best_params_, f"Best: {search.best_score_:.3f} using {search.best_params_}"
