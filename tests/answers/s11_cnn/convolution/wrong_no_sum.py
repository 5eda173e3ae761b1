# fails: test_sum
# diagnosis: SHAPES.products
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    return sliding_window_view(image, kernel.shape) * kernel
