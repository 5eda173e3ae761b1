# fails: test_sum
# diagnosis: SUMS.scaled
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    pixels = image.astype(float) - image.min()
    return np.sum(sliding_window_view(pixels / (pixels.max() or 1), kernel.shape) * kernel, axis=(2, 3))
