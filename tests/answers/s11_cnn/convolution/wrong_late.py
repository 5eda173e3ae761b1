# fails: test_sum
# diagnosis: SUMS.late
# SciPy's convolve has its middle one pixel earlier than correlate where a side is even
import numpy as np
from scipy import ndimage


def convolve(image, kernel):
    rows, columns = kernel.shape
    full = ndimage.convolve(image.astype(float), np.flip(kernel).astype(float), mode="constant")
    top, left = rows // 2, columns // 2
    return full[top : top + image.shape[0] - rows + 1, left : left + image.shape[1] - columns + 1]
