# fails: test_not_flipped
# says: kernel is flipped, convolve2d
from scipy.signal import convolve2d


def convolve(image, kernel):
    return convolve2d(image, kernel, mode="valid")
