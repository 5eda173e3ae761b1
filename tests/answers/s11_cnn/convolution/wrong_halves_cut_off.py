# fails: test_sum, test_sizes
# diagnosis: SHAPES.halved
import numpy as np
from scipy.signal import correlate2d


def convolve(image, kernel):
    sums = correlate2d(image.astype(float), kernel.astype(float), mode="same")
    rows, columns = (side // 2 for side in kernel.shape)
    return np.array(sums[rows:-rows, columns:-columns])
