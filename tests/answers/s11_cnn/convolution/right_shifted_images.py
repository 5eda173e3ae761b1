# different: one shifted image per number of the kernel, added up
import numpy as np


def convolve(image, kernel):
    h, w = (i - k + 1 for i, k in zip(image.shape, kernel.shape))
    return sum(value * image[i : i + h, j : j + w].astype(float) for (i, j), value in np.ndenumerate(kernel))
