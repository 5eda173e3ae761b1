# fails: test_photograph
# diagnosis: SUMS.wrapped
from scipy.ndimage import correlate


def convolve(image, kernel):
    (kh, kw), (h, w) = kernel.shape, image.shape
    whole = correlate(image, kernel, mode="constant")
    return whole[kh // 2 : kh // 2 + h - kh + 1, kw // 2 : kw // 2 + w - kw + 1]
