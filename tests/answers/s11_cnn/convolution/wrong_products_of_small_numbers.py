# fails: test_keras
# diagnosis: SUMS.small
import numpy as np


def convolve(image, kernel):
    rows, columns = kernel.shape
    answer = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for top, left in np.ndindex(answer.shape):
        answer[top, left] = np.sum(image[top : top + rows, left : left + columns] * kernel)
    return answer
