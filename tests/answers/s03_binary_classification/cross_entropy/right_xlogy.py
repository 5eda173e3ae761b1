# different: SciPy's xlogy and xlog1py, on values kept off 0 and 1; a list of rows in between
import numpy as np
from scipy.special import xlog1py, xlogy


def categorical_crossentropy(y_true, y_pred):
    kept = np.where(y_pred < 1e-15, 1e-15, y_pred)
    return np.array([-xlogy(t, p).sum() for t, p in zip(y_true, kept, strict=True)])


def binary_crossentropy(y_true, y_pred):
    kept = np.minimum(np.maximum(y_pred, 1e-7), 1 - 1e-7)
    return -(xlogy(y_true, kept) + xlog1py(1 - y_true, -kept)).sum(axis=1) / y_true.shape[1]
