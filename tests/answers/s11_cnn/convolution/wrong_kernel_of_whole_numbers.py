# fails: test_keras
# diagnosis: SUMS.whole
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    return np.sum(sliding_window_view(image, kernel.shape) * kernel.astype(int), axis=(2, 3))
