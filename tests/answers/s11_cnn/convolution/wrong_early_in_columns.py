# fails: test_sum
# diagnosis: SUMS.early
# as wrong_early, but columns only, and SciPy's own mode goes on beyond the edge
from scipy import ndimage


def convolve(image, kernel):
    rows, columns = kernel.shape
    full = ndimage.correlate(image.astype(float), kernel.astype(float))
    top, left = rows // 2, (columns - 1) // 2
    return full[top : top + image.shape[0] - rows + 1, left : left + image.shape[1] - columns + 1]
