# fails: test_best
# diagnosis: BEST.worst
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, param_distributions=space, n_iter=n_iter, cv=folds, random_state=seed)
    search.fit(features, labels)
    worst = search.cv_results_["rank_test_score"].argmax()
    params, score = search.cv_results_["params"][worst], search.cv_results_["mean_test_score"][worst]
    return params, f"Best: {score:.3f} using {params}"
