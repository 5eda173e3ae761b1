# fails: test_answer
# says: random_seach_results, not defined
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, param_distributions=space, n_iter=n_iter, cv=folds, random_state=seed)
    random_search_results = search.fit(features, labels)
    line = f"Best: {random_seach_results.best_score_:.3f} using {random_search_results.best_params_}"
    return random_search_results.best_params_, line
