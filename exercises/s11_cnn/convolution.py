"""Slide a small kernel over an image, as a convolutional layer does.

`image` and `kernel` are two-dimensional arrays; neither has to be square, and the kernel is nowhere larger than the
image. Lay the kernel on every place of the image where the whole of it fits (so the answer is smaller than the image),
multiply each pixel by the number that lies on it, and sum the products: the notes speak of an average, but a
convolution sums. Like Keras, do not flip the kernel (mathematicians do, and call the form without it
cross-correlation). Return the sums as an array, each at its place, for any numbers: pixels may be whole numbers from 0
to 255 (uint8), a kernel, too, may have a small type of whole numbers, and sums may be larger, negative, or have
decimals.

Read: kata book convolution
"""

import numpy as np


def convolve(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return what a convolutional layer with this one kernel, and no bias, makes of the image."""
    rows, columns = kernel.shape
    answer = np.zeros((image.shape[0] - rows + 1, image.shape[1] - columns + 1))
    for top in range(answer.shape[0]):
        for left in range(answer.shape[1]):
            patch = image[top : top + rows, left : left + columns].astype(float)
            answer[top, left] = np.mean(patch * kernel)
    return answer
