# fails: test_sum, test_sizes
# diagnosis: SHAPES.border
import numpy as np


def convolve(image, kernel):
    kh, kw = kernel.shape
    out = np.zeros(image.shape)
    for i in range(image.shape[0] - kh + 1):
        for j in range(image.shape[1] - kw + 1):
            out[i + kh // 2, j + kw // 2] = np.sum(image[i : i + kh, j : j + kw] * kernel)
    return out
