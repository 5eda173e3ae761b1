# fails: test_sum
# diagnosis: SUMS.in_place
# as wrong_multiplied_in_place, from the left to the right
import numpy as np


def convolve(image, kernel):
    pixels = np.array(image, dtype=float)
    rows, columns = kernel.shape
    answer = np.zeros((len(pixels) - rows + 1, len(pixels[0]) - columns + 1))
    for left in range(answer.shape[1]):
        for top in range(answer.shape[0]):
            patch = pixels[top : top + rows, left : left + columns]
            patch *= kernel
            answer[top, left] = patch.sum()
    return answer
