# fails: test_sum
# diagnosis: SUMS.early
# cut out of SciPy's answer of the same size, but as for a kernel of odd sides
from scipy import ndimage


def convolve(image, kernel):
    rows, columns = kernel.shape
    full = ndimage.correlate(image.astype(float), kernel.astype(float), mode="constant")
    top, left = (rows - 1) // 2, (columns - 1) // 2
    return full[top : top + image.shape[0] - rows + 1, left : left + image.shape[1] - columns + 1]
