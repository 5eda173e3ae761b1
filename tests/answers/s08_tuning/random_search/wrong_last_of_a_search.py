# fails: test_best
# diagnosis: BEST.last
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, space, n_iter=n_iter, cv=folds, random_state=seed).fit(features, labels)
    params, score = search.cv_results_["params"][-1], search.cv_results_["mean_test_score"][-1]
    return params, f"Best: {score:.3f} using {params}"
