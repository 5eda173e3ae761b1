# fails: test_sum
# diagnosis: SUMS.in_place
import numpy as np


def convolve(image, kernel):
    image = image.astype(float)
    rows, columns = kernel.shape
    answer = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for top in range(answer.shape[0]):
        for left in range(answer.shape[1]):
            patch = image[top : top + rows, left : left + columns]
            patch *= kernel
            answer[top, left] = patch.sum()
    return answer
