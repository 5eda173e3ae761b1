# fails: test_answer
# diagnosis: expect.CALL.no_return
from sklearn.model_selection import RandomizedSearchCV


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, param_distributions=space, n_iter=n_iter, cv=folds, random_state=seed)
    search.fit(features, labels)
