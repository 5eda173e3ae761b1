# different: NumPy's sliding windows and einsum, no loop
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve(image, kernel):
    return np.einsum("abij,ij->ab", sliding_window_view(image, kernel.shape).astype(float), kernel)
