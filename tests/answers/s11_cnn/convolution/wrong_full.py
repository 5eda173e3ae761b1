# fails: test_sum, test_sizes
# says: larger than the image, whole of it
from scipy.signal import correlate2d


def convolve(image, kernel):
    return correlate2d(image, kernel)
