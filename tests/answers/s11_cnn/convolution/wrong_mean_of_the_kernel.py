# fails: test_not_flipped
# diagnosis: SUMS.one_number
import numpy as np


def convolve(image, kernel):
    patches = np.lib.stride_tricks.sliding_window_view(image.astype(float), kernel.shape)
    return patches.sum(axis=(2, 3)) * kernel.mean()
