# fails: test_keras
# diagnosis: SUMS.pixels
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    return np.sum(sliding_window_view(image.astype(int), kernel.shape) * kernel, axis=(2, 3))
