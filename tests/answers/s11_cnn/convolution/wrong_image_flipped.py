# fails: test_sum
# diagnosis: SUMS.mirrored
# the image is flipped, to undo that SciPy flips the kernel
import numpy as np
from scipy.signal import convolve2d


def convolve(image, kernel):
    return convolve2d(np.flip(image).astype(float), kernel, mode="valid")
