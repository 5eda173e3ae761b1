# fails: test_sizes
# diagnosis: SHAPES.squeezed
# a table of one row or one column is none any more
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    windows = sliding_window_view(image.astype(float), kernel.shape)
    return (windows * kernel).sum(axis=(2, 3)).squeeze()
