"""Grades s11_cnn/convolution: a kernel slides over an image, and each place gets the sum of the products."""

import keras
import numpy as np
import pytest
from hypothesis import strategies as st
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.datasets import load_sample_image

from keraskata import expect
from keraskata.expect import inputs

SIZES = [((6, 9), (3, 3)), ((9, 5), (2, 3)), ((5, 8), (4, 1)), ((4, 4), (1, 1)), ((3, 5), (3, 5))]
# Whole pixels and decimals in the kernel; two of the same size; a kernel as large as the image; even ones.
SMALL = [
    (np.array([[1, 2, 3], [4, 5, 6]], "uint8"), np.array([[0.5, -0.25]])),
    (np.array([[7, 2, 9], [4, 255, 6]], "uint8"), np.array([[0.5, -0.25]])),
    (np.array([[2, 3], [4, 5]]), np.array([[0.25, 1.0], [0.0, -2.0]])),
    (np.eye(4), np.ones((2, 4), int)),
]
EDGES = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


@pytest.fixture(scope="module")
def photograph():
    """A palace in China, in shades of grey, (53, 80) uint8."""
    grey = load_sample_image("china.jpg")[:424].mean(axis=2)
    return grey.reshape(53, 8, 80, 8).mean(axis=(1, 3)).astype("uint8")


@pytest.mark.check(points=2, hint="Lay the kernel on the top left corner and work the first number out on paper.")
def test_sum(submission):
    """Each place gets the sum of the products of the pixels and the kernel."""
    image, kernel = np.arange(1.0, 16).reshape(3, 5), np.array([[1.0, 0], [0, 1]])
    _expect_sums(submission.convolve(image, kernel), image, kernel, "the numbers from 1 to 15, in 3 rows,")


@pytest.mark.check(points=2, hint="In how many places does the kernel fit, from top to bottom and from left to right?")
def test_sizes(submission):
    """The answer has one number for each place where the whole kernel fits, also where nothing is square."""
    for image_shape, kernel_shape in SIZES:
        image, kernel = np.ones(image_shape), np.ones(kernel_shape)
        found = submission.convolve(image, kernel)
        expect.shape(
            found,
            _correlate(image, kernel).shape,
            what=f"the answer for {_named(image)} and a kernel of {_size(kernel)}",
            likely=_cause(found, image, kernel),
        )


@pytest.mark.check(points=2, needs=["test_sum"], hint="Which pixel of a patch meets kernel[0, 0]?")
def test_not_flipped(submission):
    """The kernel is not flipped: a kernel with a 1 at its top left answers with the top left pixel of each patch."""
    image, kernel = np.arange(1.0, 16).reshape(3, 5), np.array([[1.0, 0], [0, 0]])
    _expect_sums(submission.convolve(image, kernel), image, kernel, "the numbers from 1 to 15, in 3 rows,")


@pytest.mark.check(
    points=2,
    needs=["test_sum", "test_sizes", "test_not_flipped"],
    hint="Which numbers can a sum be, where the kernel has negative ones?",
)
def test_keras(submission):
    """The answer is an array of what keras.layers.Conv2D answers with that kernel, on images of any size."""
    rng = np.random.default_rng(0)
    for image_shape, kernel_shape in SIZES:
        image, kernel = 300 * rng.normal(size=image_shape), rng.normal(size=kernel_shape)
        layer = keras.ops.conv(
            image[None, :, :, None].astype("float32"), kernel[:, :, None, None].astype("float32"), padding="valid"
        )
        found = submission.convolve(image, kernel)
        expect.close(
            found,
            keras.ops.convert_to_numpy(layer)[0, :, :, 0],
            what=f"the answer for {_named(image)} and a kernel of {_size(kernel)}",
            tol=1e-3,
            likely=_cause(found, image, kernel),
        )
    expect.agrees(
        submission.convolve,
        _correlate,
        _spaces(),
        examples=SMALL,
        likely=lambda found, right, image, kernel: _cause(found, image, kernel),
        tol=1e-4,
    )


@pytest.mark.check(
    points=2,
    needs=["test_sum", "test_sizes", "test_not_flipped"],
    hint="Which numbers can an array of dtype uint8 hold, and which can be sums?",
)
def test_photograph(submission, photograph):
    """It finds the upright edges in a photograph, whose pixels are whole numbers from 0 to 255."""
    found = submission.convolve(photograph, EDGES)
    _expect_sums(found, photograph, EDGES, "the photograph (uint8)")
    edges = np.abs(expect.array(found)) / np.abs(found).max()
    expect.keep_images("A photograph, and its upright edges", [np.stack([photograph[1:-1, 1:-1] / 255, edges])])


def _expect_sums(found, image, kernel, name):
    """`found` is the cross-correlation of the two."""
    expect.close(
        found,
        _correlate(image, kernel),
        what=f"the answer for {name} and the kernel {kernel.astype(int).tolist()}",
        tol=1e-4,
        likely=_cause(found, image, kernel),
    )


@st.composite
def _spaces(draw):
    """An image, of whole numbers or decimals, and a kernel that is not larger."""
    kernel = draw(inputs.tables(rows=(1, 4), columns=(1, 4), dtypes=("float64", "int64")))
    (rows, columns), more = kernel.shape, draw(st.tuples(st.integers(0, 3), st.integers(0, 3)))
    shape = (rows + more[0], columns + more[1])
    pixels = inputs.arrays(shape, inputs.PIXELS, dtypes=("uint8", "int64"))
    return draw(pixels | inputs.arrays(shape, dtypes=("float64",))), kernel


def _correlate(image, kernel):
    return np.einsum("abij,ij->ab", sliding_window_view(image, kernel.shape).astype(float), kernel.astype(float))


def _cause(found, image, kernel):
    """The mistake that gives just this answer."""
    try:
        answer = expect.array(found)
    except ValueError:
        return "the rows of the answer differ in length"
    right = _correlate(image, kernel)
    if answer.shape != right.shape:
        return _cause_of_shape(answer.shape, image, kernel)
    return _cause_of_values(answer, right, image, kernel)


def _cause_of_shape(shape, image, kernel):
    (height, width), (rows, columns) = image.shape, kernel.shape
    top, left = height - rows + 1, width - columns + 1
    return expect.cause(
        (len(shape) == 0, "one number came back; every place of the kernel has a sum of its own"),
        (len(shape) == 1, "the sums came back in one long row; give each its place in a table"),
        (shape[:1] == (1,) and len(shape) == 4, "the axes for batch and channel are still there; take them off again"),
        (shape == (top, left, rows, columns), "the products are not summed: each place of the kernel gets one number"),
        (shape == (left, top), "rows and columns are swapped: image[row, column], and shape is (rows, columns)"),
        (
            shape == image.shape,
            "the answer is as large as the image: the kernel was also laid beyond the edge, or a border was left",
        ),
        (
            shape == (height + rows - 1, width + columns - 1),
            "the answer is larger than the image: lay the kernel only where the whole of it fits",
        ),
        (
            shape == (top - 1, left - 1),
            "the last row and the last column are missing: there is room for height - rows + 1 places",
        ),
        (shape == (height - 2, width - 2), "this is the size for a kernel of 3 x 3; take the size from kernel.shape"),
        (
            shape in ((-(-height // rows), -(-width // columns)), (height // rows, width // columns)),
            "the kernel jumps by its own width; it moves on by one pixel at a time",
        ),
        (
            shape in ((top, width - rows + 1), (top, height - columns + 1)),
            "image and kernel need not be square: rows come from shape[0], columns from shape[1]",
        ),
        "the answer has height - rows + 1 rows and width - columns + 1 columns",
    )


def _cause_of_values(answer, right, image, kernel):
    first, last = np.zeros_like(right), np.zeros_like(right)
    first[:1], last[:-1, :-1] = right[:1], right[:-1, :-1]
    rows, columns = kernel.shape
    products = np.sum(sliding_window_view(image, kernel.shape) @ kernel, axis=(2, 3)) if rows == columns else None
    return expect.cause(
        (_same(answer, right / kernel.size), "the products are averaged (mean, or / size); a convolution sums"),
        (_same(answer, right.T), "rows and columns are swapped: image[row, column], and shape is (rows, columns)"),
        (
            _same(answer, _correlate(image, np.flip(kernel))),
            "the kernel is flipped, as mathematicians (np.flip, convolve2d) do; Keras leaves it as it is",
        ),
        (
            any(_same(answer, _correlate(image, turned)) for turned in (kernel[::-1], kernel[:, ::-1])),
            "the kernel is turned round in one direction; leave it as it is",
        ),
        (_same(answer, first), "only the first row is filled: is `return` inside the loop?"),
        (_same(answer, last), "the last row and column stay 0: the loops end one step too early"),
        (_same(answer, products), "this is the matrix product (@); multiply number by number: patch * kernel"),
        (
            _same(answer, right / (kernel.sum() or 1)),
            "the products are divided by the sum of the kernel; nothing is divided",
        ),
        (
            answer.dtype == "uint8",
            "the answer has the dtype of the image, uint8, which holds no negative sums; make it of floats",
        ),
        (
            answer.dtype.kind in "iu" and _same(answer, np.trunc(right)),
            "the answer is an array of whole numbers, so the decimals of the sums are cut off; make it of floats",
        ),
        (
            any(_same(answer, np.round(right, digits)) for digits in range(3)),
            "the sums are rounded; leave them as they are",
        ),
        (_same(answer, np.maximum(right, 0)), "negative sums became 0: that is an activation, not the convolution"),
        (_same(answer, np.clip(right, 0, 255)), "the sums were cut to 0 to 255; leave them as they are"),
        (_same(answer, np.abs(right)), "the minus sign is lost: negative sums stay negative"),
        "multiply each pixel of the patch by the number of the kernel that lies on it, and sum",
    )


def _same(found, right):
    return expect.same(found, right, tol=1e-3)


def _named(image):
    return f"an image of {_size(image)}"


def _size(array):
    return " x ".join(map(str, array.shape))
