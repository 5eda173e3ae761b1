# fails: test_keras, test_photograph
# diagnosis: SUMS.unsigned
# the products have this dtype, too, and begin again at 0 behind 255
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    return np.sum(sliding_window_view(image, kernel.shape) * kernel.astype(image.dtype), axis=(2, 3)).astype(float)
