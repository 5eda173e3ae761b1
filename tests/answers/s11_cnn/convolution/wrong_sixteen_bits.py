# fails: test_keras
# diagnosis: SUMS.small
import numpy as np


def convolve(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return what a convolutional layer with this one kernel, and no bias, makes of the image."""
    if np.issubdtype(image.dtype, np.integer) and np.issubdtype(kernel.dtype, np.integer):
        image = image.astype(np.int16)
        kernel = kernel.astype(np.int16)
    rows, columns = kernel.shape
    answer = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for top in range(answer.shape[0]):
        for left in range(answer.shape[1]):
            answer[top, left] = np.sum(image[top : top + rows, left : left + columns] * kernel)
    return answer
