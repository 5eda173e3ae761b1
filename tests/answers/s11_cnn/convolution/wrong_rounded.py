# fails: test_keras
# says: the sums are rounded, 292.552
import numpy as np
from scipy.signal import correlate2d


def convolve(image, kernel):
    return np.round(correlate2d(image.astype(float), kernel.astype(float), mode="valid"), 1)
