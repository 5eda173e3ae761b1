# fails: test_sum, test_sizes
# says: as large as the image, beyond the edge
from scipy.signal import correlate2d


def convolve(image, kernel):
    return correlate2d(image, kernel, mode="same")
