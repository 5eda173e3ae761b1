# fails: test_best
# diagnosis: BEST.last
from sklearn.base import clone
from sklearn.model_selection import ParameterSampler, cross_val_score


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    best, line = {}, ""
    for setting in ParameterSampler(space, n_iter, random_state=seed):
        score = cross_val_score(clone(estimator).set_params(**setting), features, labels, cv=folds).mean()
        if score > 0:
            best, line = setting, f"Best: {score:.3f} using {setting}"
    return best, line
