# fails: test_sum, test_sizes
# diagnosis: SHAPES.flat
import numpy as np


def convolve(image, kernel):
    kh, kw = kernel.shape
    out = []
    for i in range(image.shape[0] - kh + 1):
        for j in range(image.shape[1] - kw + 1):
            out.append(np.sum(image[i : i + kh, j : j + kw] * kernel))
    return np.array(out)
