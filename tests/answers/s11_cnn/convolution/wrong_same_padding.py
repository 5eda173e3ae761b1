# fails: test_sum, test_sizes
# diagnosis: SHAPES.beyond
from scipy.signal import correlate2d


def convolve(image, kernel):
    return correlate2d(image, kernel, mode="same")
