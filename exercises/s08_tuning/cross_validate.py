"""Measure a classifier on several folds, and say how much the scores vary.

`estimator` is a scikit-learn classifier that is not trained yet. Cross-validate it in `folds` folds, as scikit-learn
does when it is told cv=folds: stratified, without shuffling. A fold's score is the accuracy on the rows left out, which
is what a classifier's own `score` gives, too. Return three things: the mean of the scores, their standard deviation (as
NumPy's std counts it), and the scores in the order of the folds, as a list or an array. Train clones only: afterwards
the estimator itself has to be as untrained as before. The stub has the scores, under a strange name, and then looks at
something else.

Read: kata book cross_validate
"""

import numpy as np
from sklearn.base import clone
from sklearn.model_selection import cross_val_score


def cross_validate(estimator, features: np.ndarray, labels: np.ndarray, folds: int) -> tuple[float, float, list[float]]:
    """Return the mean score of the folds, the standard deviation, and the scores themselves."""
    kfold = cross_val_score(estimator, features, labels, cv=folds)
    scores = clone(estimator).fit(features, labels).predict(features) == labels
    return scores.mean(), scores.std(), kfold.tolist()
