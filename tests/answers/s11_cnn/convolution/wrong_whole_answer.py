# fails: test_keras
# diagnosis: SUMS.truncated
import numpy as np


def convolve(image, kernel):
    rows, columns = kernel.shape
    shape = (image.shape[0] - rows + 1, image.shape[1] - columns + 1)
    answer = np.zeros(shape, dtype=np.int64 if np.issubdtype(image.dtype, np.integer) else float)
    for top in range(answer.shape[0]):
        for left in range(answer.shape[1]):
            patch = image[top : top + rows, left : left + columns].astype(float)
            answer[top, left] = np.sum(patch * kernel)
    return answer
