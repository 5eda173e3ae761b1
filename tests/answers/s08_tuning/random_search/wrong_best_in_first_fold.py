# fails: test_best
# diagnosis: BEST.one_fold
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, space, n_iter=n_iter, cv=folds, random_state=seed).fit(features, labels)
    results = search.cv_results_
    place = results["split0_test_score"].argmax()
    best = results["params"][place]
    return best, f"Best: {results['mean_test_score'][place]:.3f} using {best}"
