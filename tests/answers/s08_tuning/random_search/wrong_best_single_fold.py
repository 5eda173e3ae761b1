# fails: test_best
# diagnosis: BEST.one_fold
# the setting whose best fold is the best of all
from sklearn.model_selection import ParameterSampler, cross_val_score


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    tried = []
    for setting in ParameterSampler(space, n_iter, random_state=seed):
        scores = cross_val_score(type(estimator)(**setting), features, labels, cv=folds)
        tried.append((max(scores), scores.mean(), setting))
    _, score, setting = max(tried, key=lambda one: one[0])
    return setting, f"Best: {score:.3f} using {setting}"
