# fails: test_sum, test_sizes
# diagnosis: SHAPES.steps
import numpy as np


def convolve(image, kernel):
    kh, kw = kernel.shape
    out = []
    for i in range(0, image.shape[0] - kh + 1, kh):
        out.append([np.sum(image[i : i + kh, j : j + kw] * kernel) for j in range(0, image.shape[1] - kw + 1, kw)])
    return np.array(out)
