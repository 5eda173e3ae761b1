# fails: test_sum, test_sizes
# diagnosis: SHAPES.swapped
import numpy as np


def convolve(image, kernel):
    kh, kw = kernel.shape
    out = np.zeros((image.shape[1] - kw + 1, image.shape[0] - kh + 1))
    for x in range(out.shape[0]):
        for y in range(out.shape[1]):
            out[x, y] = np.sum(image[y : y + kh, x : x + kw] * kernel)
    return out
