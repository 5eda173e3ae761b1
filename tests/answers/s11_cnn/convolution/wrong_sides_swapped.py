# fails: test_sizes
# diagnosis: SHAPES.square
# the sides of the kernel are swapped where the places are counted
import numpy as np


def convolve(image, kernel):
    kw, kh = kernel.shape
    out = np.zeros((image.shape[0] - kh + 1, image.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[i : i + kh, j : j + kw] * kernel)
    return out
