# fails: test_sum
# diagnosis: SUMS.rank_one
# The first singular vectors stand for the kernel.
import numpy as np


def convolve(image, kernel):
    columns, sizes, rows = np.linalg.svd(kernel.astype(float))
    down, across = columns[:, 0] * sizes[0], rows[0]
    places = np.lib.stride_tricks.sliding_window_view(image.astype(float), kernel.shape)
    return np.einsum("abij,i,j->ab", places, down, across)
