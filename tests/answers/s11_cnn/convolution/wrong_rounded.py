# fails: test_keras
# diagnosis: SUMS.rounded
import numpy as np
from scipy.signal import correlate2d


def convolve(image, kernel):
    return np.round(correlate2d(image.astype(float), kernel.astype(float), mode="valid"), 1)
