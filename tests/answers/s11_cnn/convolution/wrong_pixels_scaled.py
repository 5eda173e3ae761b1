# fails: test_sum
# diagnosis: SUMS.scaled
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    pixels = image.astype(float)
    if pixels.max() > 1:
        pixels = pixels / 255
    return np.sum(sliding_window_view(pixels, kernel.shape) * kernel, axis=(2, 3))
