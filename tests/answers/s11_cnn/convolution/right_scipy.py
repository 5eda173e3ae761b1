# different: SciPy's cross-correlation
from scipy.signal import correlate2d


def convolve(image, kernel):
    return correlate2d(image.astype("float64"), kernel, mode="valid")
