# fails: test_sizes
# diagnosis: SHAPES.square
import numpy as np


def convolve(image, kernel):
    kh, kw = kernel.shape
    n = image.shape[0]
    return np.array(
        [[np.sum(image[i : i + kh, j : j + kw] * kernel) for j in range(n - kw + 1)] for i in range(n - kh + 1)]
    )
