# fails: test_shape, test_whole_numbers
# diagnosis: SHAPE.squeezed
import numpy as np
from scipy.special import expit


def sigmoid(z):
    return np.squeeze(expit(z))
