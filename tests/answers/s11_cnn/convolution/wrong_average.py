# fails: test_sum
# diagnosis: SUMS.averaged
import numpy as np


def convolve(image, kernel):
    kh, kw = kernel.shape
    h, w = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = (image[i : i + kh, j : j + kw] * kernel).sum() / kernel.size
    return out
