# fails: test_keras
# diagnosis: expect.CALL.no_array
import numpy as np
from scipy.signal import correlate2d


def convolve(image, kernel):
    return correlate2d(image.astype(float), kernel.astype(float), mode="valid").tolist()
