# fails: test_keras
# diagnosis: SUMS.small
import numpy as np


def convolve(image, kernel):
    return np.einsum("ijkl,kl->ij", np.lib.stride_tricks.sliding_window_view(image, kernel.shape), kernel)
