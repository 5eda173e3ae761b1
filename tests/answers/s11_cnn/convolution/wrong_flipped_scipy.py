# fails: test_not_flipped
# diagnosis: SUMS.flipped
from scipy.signal import convolve2d


def convolve(image, kernel):
    return convolve2d(image, kernel, mode="valid")
