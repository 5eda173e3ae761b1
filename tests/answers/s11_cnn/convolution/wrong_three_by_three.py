# fails: test_sum, test_sizes
# diagnosis: SHAPES.one_less, SHAPES.three
import numpy as np


def convolve(image, kernel):
    out = np.zeros((image.shape[0] - 2, image.shape[1] - 2))
    for i in range(image.shape[0] - 2):
        for j in range(image.shape[1] - 2):
            patch = image[i : i + kernel.shape[0], j : j + kernel.shape[1]]
            out[i, j] = np.sum(patch * kernel)
    return out
