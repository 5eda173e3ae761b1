"""Bring the columns of two tables to one scale: the mean becomes 0 and the standard deviation 1.

`train` and `test` have a row per sample and the same columns, whole numbers too. Take the mean and the standard
deviation of each column of `train`, the deviation as NumPy's std gives it: it divides by n, not n - 1. Subtract that
mean and divide by that deviation, in `train` and in `test` alike: nothing about the test rows may be known beforehand.
A column whose deviation in `train` comes out as 0 has no spread to divide by: only subtract its mean, in both tables.
(One that runs only from 0 to a millionth is scaled like any other; the precision of float32 is enough.) Return two new
arrays, and leave those that come in as they are. `train` may be a single row. The steps below run, but let the test
rows set their own scale.

Read: kata book standardize
"""

import numpy as np


def standardize(train: np.ndarray, test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return `train` and `test`, each column shifted and scaled by the figures of `train`."""
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (train - mean) / deviation, (test - mean) / deviation
