# fails: test_keras, test_photograph
# diagnosis: SUMS.unsigned
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    weights = kernel.astype(image.dtype).astype(float)
    return np.sum(sliding_window_view(image, kernel.shape) * weights, axis=(2, 3))
