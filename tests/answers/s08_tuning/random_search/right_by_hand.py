# different: ParameterSampler and cross_val_score in a loop, str.format
from sklearn.base import clone
from sklearn.model_selection import ParameterSampler, cross_val_score


def random_search(estimator, features, labels, n_iter, folds, seed):
    space = {"optimizer": ["adam", "sgd"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [20, 10, 5]}
    scored = []
    for setting in ParameterSampler(space, n_iter, random_state=seed):
        candidate = clone(estimator).set_params(**setting)
        scored.append((cross_val_score(candidate, features, labels, cv=folds).mean(), setting))
    score, setting = max(scored, key=lambda pair: pair[0])
    return setting, "Best: {:.3f} using {}".format(score, setting)
