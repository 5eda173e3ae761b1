# fails: test_keras, test_photograph
# diagnosis: SUMS.transposed
import numpy as np


def convolve(image, kernel):
    rows, columns = kernel.shape
    numbers = kernel.astype(float).flatten(order="F")  # column by column
    answer = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for top in range(answer.shape[0]):
        for left in range(answer.shape[1]):
            answer[top, left] = image[top : top + rows, left : left + columns].flatten() @ numbers
    return answer
