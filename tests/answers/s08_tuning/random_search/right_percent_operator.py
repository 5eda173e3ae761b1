# different: the % operator, refit left out, a splitter of its own
from sklearn.model_selection import RandomizedSearchCV, StratifiedKFold

SPACE = dict(batch_size=(5, 10, 20), epochs=(3,), activation=("tanh", "relu"), optimizer=("adam", "sgd"))


def random_search(estimator, features, labels, n_iter, folds, seed):
    search = RandomizedSearchCV(
        estimator, SPACE, n_iter=n_iter, cv=StratifiedKFold(folds), random_state=seed, scoring="accuracy", refit=False
    )
    found = search.fit(features, labels)
    return found.best_params_, "Best: %.3f using %s" % (found.best_score_, found.best_params_)
