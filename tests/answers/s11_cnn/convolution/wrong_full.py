# fails: test_sum, test_sizes
# diagnosis: SHAPES.full
from scipy.signal import correlate2d


def convolve(image, kernel):
    return correlate2d(image, kernel)
