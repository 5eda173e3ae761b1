# fails: test_sum
# diagnosis: SHAPES.one
import numpy as np


def convolve(image, kernel):
    kh, kw = kernel.shape
    total = 0
    for i in range(image.shape[0] - kh + 1):
        for j in range(image.shape[1] - kw + 1):
            total += np.sum(image[i : i + kh, j : j + kw] * kernel)
    return total
