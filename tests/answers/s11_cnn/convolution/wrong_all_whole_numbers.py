# fails: test_keras
# diagnosis: SUMS.both
import numpy as np


def convolve(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return what a convolutional layer with this one kernel, and no bias, makes of the image."""
    rows, columns = kernel.shape
    answer = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for top in range(answer.shape[0]):
        for left in range(answer.shape[1]):
            patch = image[top : top + rows, left : left + columns].astype(int)
            answer[top, left] = np.sum(patch * kernel.astype(int))
    return answer
