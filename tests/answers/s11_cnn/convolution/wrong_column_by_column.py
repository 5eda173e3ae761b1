# fails: test_sum
# diagnosis: SUMS.order
import numpy as np


def convolve(image, kernel):
    rows, columns = kernel.shape
    height, width = image.shape[0] - rows + 1, image.shape[1] - columns + 1
    sums = [
        np.sum(image[top : top + rows, left : left + columns].astype(float) * kernel)
        for left in range(width)
        for top in range(height)
    ]
    return np.array(sums).reshape(height, width)
