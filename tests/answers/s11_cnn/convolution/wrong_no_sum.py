# fails: test_sum
# says: products are not summed
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    return sliding_window_view(image, kernel.shape) * kernel
