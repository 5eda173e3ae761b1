# fails: test_sum, test_sizes
# diagnosis: SHAPES.ragged
# each row of the answer is shorter than the one before
import numpy as np


def convolve(image, kernel):
    rows, columns = kernel.shape
    answer = []
    for top in range(image.shape[0] - rows + 1):
        lefts = range(top, image.shape[1] - columns + 1)
        answer.append([np.sum(image[top : top + rows, left : left + columns] * kernel) for left in lefts])
    return answer
