# fails: test_not_flipped
# diagnosis: SUMS.turned
import numpy as np


def convolve(image, kernel):
    kernel = kernel[::-1]
    kh, kw = kernel.shape
    return np.array(
        [
            [np.sum(image[i : i + kh, j : j + kw] * kernel) for j in range(image.shape[1] - kw + 1)]
            for i in range(image.shape[0] - kh + 1)
        ]
    )
