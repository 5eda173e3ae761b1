"""Grades s11_cnn/convolution: a kernel slides over an image, and each place gets the sum of the products."""

from functools import partial

import keras
import numpy as np
import pytest
from hypothesis import strategies as st
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.datasets import load_sample_image

from keraskata import expect
from keraskata.expect import inputs

SIZES = [((6, 9), (3, 3)), ((4, 4), (1, 1)), ((9, 5), (2, 4)), ((5, 8), (4, 1)), ((3, 5), (3, 5))]
# Whole pixels and decimals in the kernel; two of the same size; a kernel as large as the image; even ones; small types,
# in which products go beyond 255, sums of uint8 and int8, which make int16, beyond 32767, and a product of two uint8.
SMALL = [
    (np.array([[1, 2, 3], [4, 5, 6]], "uint8"), np.array([[2.5, -1.25]])),
    (np.array([[7, 2, 9], [4, 255, 6]], "uint8"), np.array([[2.5, -1.25]])),
    (np.array([[2, 3], [4, 5]]), np.array([[0.25, 1.0], [0.0, -2.0]])),
    (np.eye(4), np.ones((2, 4), int)),
    (np.array([[1, 2, 30], [4, 255, 6]], "uint8"), np.array([[20, 3]], "uint8")),
    (np.array([[255, 200, 250], [240, 255, 6]], "uint8"), np.array([[100, 120], [-1, 90]], "int8")),
    (np.array([[255, 200, 250], [240, 255, 6]], "uint8"), np.array([[200, 30], [1, 250]], "uint8")),
]
EDGES = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def _correlate(image, kernel):
    return np.einsum("abij,ij->ab", sliding_window_view(image, kernel.shape).astype(float), kernel.astype(float))


def _only(image, kernel, part):
    """The sums in a part of the places, and 0 elsewhere."""
    right = _correlate(image, kernel)
    kept = np.zeros_like(right)
    kept[part] = right[part]
    return kept if kept.any() else np.nan  # where all is 0, this part shows nothing


def _laid_out(sums, collected, laid):
    return sums.ravel(collected).reshape(sums.shape, order=laid)


def _matrix_products(image, kernel):
    return np.sum(sliding_window_view(image, kernel.shape) @ kernel, axis=(2, 3))


def _multiplied_in_place(image, kernel):
    """The sums where each patch is a view of the image, which the products are written into, row by row."""
    pixels, sums = np.array(image, dtype=float), np.zeros(np.subtract(image.shape, kernel.shape) + 1)
    for top, left in np.ndindex(sums.shape):
        patch = pixels[top : top + kernel.shape[0], left : left + kernel.shape[1]]
        patch *= kernel
        sums[top, left] = patch.sum()
    return sums


def _beside(by, mode, image, kernel):
    """The sums of places that lie `by` rows and columns further, for sides that are even; some are beyond the edge."""
    moved = [steps * (side % 2 == 0) for steps, side in zip(by, kernel.shape, strict=True)]
    (top, left), (rows, columns) = moved, np.subtract(image.shape, kernel.shape) + 1
    return _correlate(np.pad(image, 1, mode), kernel)[1 + top : 1 + top + rows, 1 + left : 1 + left + columns]


def _all_beside(step):
    """Functions for a kernel that lies a step too far along both axes or one, whatever is beyond the edge."""
    modes = ("constant", "edge", "symmetric", "reflect", "wrap")
    return [partial(_beside, by, mode) for by in ((step, step), (step, 0), (0, step)) for mode in modes]


def _column_times_row(kernel):
    """The product of a column and a row that is nearest to the kernel."""
    columns, sizes, rows = np.linalg.svd(kernel.astype(float))
    return sizes[0] * np.outer(columns[:, 0], rows[0])


def _without_halves(length, side):
    return len(range(length)[side // 2 : -(side // 2)])


def _of_its_type(image, kernel):
    """The kernel in the image's type, which has whole numbers from 0 up."""
    return kernel.astype("int64").astype(image.dtype) if image.dtype.kind == "u" else np.full(kernel.shape, np.nan)


def _small(function):
    """A function of image and kernel where both have small types of whole numbers, and together make another such."""

    def counted(image, kernel):
        kind = np.result_type(image, kernel)
        return function(image, kernel) if kind.kind in "iu" and kind.itemsize < 4 else np.full(kernel.shape, np.nan)

    return counted


def _as_int16(function):
    """A function of image and kernel where both hold whole numbers, and are made int16 first."""

    def counted(image, kernel):
        if not (image.dtype.kind in "iu" and kernel.dtype.kind in "iu"):
            return np.full(kernel.shape, np.nan)
        return function(image.astype("int16"), kernel.astype("int16"))

    return counted


def _row(words, *functions):
    """A row of `mistakes`; answers in float32 differ a little."""
    return words, *(expect.near(function, 1e-4) for function in functions)


SHAPES = expect.diagnoses(
    ragged=("the rows of the answer differ in length", lambda seen: seen.answer.dtype == object),
    squeezed=(
        "an axis of length 1 is lost: the answer is a table of rows and columns, also where it has only one of them",
        lambda seen: 1 in seen.places and seen.answer.ndim < 2 and seen.answer.size == np.prod(seen.places),
    ),
    one=("one number came back; every place of the kernel has a sum of its own", lambda seen: seen.answer.ndim == 0),
    flat=(
        "the sums came back in one long row; give each its place in a table",
        lambda seen: seen.answer.ndim == 1 and seen.answer.size == np.prod(seen.places),
    ),
    axes=(
        "there is an axis of length 1 in front: an answer is a table of rows and columns",
        lambda seen: seen.answer.ndim > 2 and seen.answer.shape[0] == 1,
    ),
    products=(
        "the products are not summed: each place of the kernel gets one number",
        lambda seen: seen.answer.shape == (*seen.places, *seen.kernel.shape),
    ),
    swapped=(
        "rows and columns are swapped: image[row, column], and shape is (rows, columns)",
        lambda seen: seen.answer.shape == seen.places[::-1],
    ),
    border=(
        "a border of zeros was left around the sums; the answer has only the places of the kernel",
        lambda seen: seen.answer.shape == seen.image.shape and _empty_edges(seen.answer, seen.places),
    ),
    beyond=(
        "the answer is as large as the image: the kernel was also laid where a part of it is beyond the edge",
        lambda seen: seen.answer.shape == seen.image.shape,
    ),
    full=(
        "the answer is larger than the image: lay the kernel only where the whole of it fits",
        lambda seen: seen.answer.size > seen.image.size,
    ),
    halved=(
        "half of the kernel's side, side // 2, is cut off at both ends: that is right for odd sides from 3 on, takes a "
        "place too many for an even side, and leaves nothing for a side of 1",
        lambda seen: (
            seen.answer.shape == tuple(map(_without_halves, seen.image.shape, seen.kernel.shape))
            and [expect.array(seen.make(np.ones((5, 5)), np.ones((side, side)))).shape for side in (1, 2, 3)]
            == [(0, 0), (3, 3), (3, 3)]
        ),
    ),
    one_less=(
        "one row and one column are missing: count the places of a kernel of 1 x 1",
        lambda seen: seen.answer.shape == (seen.places[0] - 1, seen.places[1] - 1),
    ),
    three=(
        "this is the size for a kernel of 3 x 3; take the size from kernel.shape",
        lambda seen: seen.answer.shape == (seen.image.shape[0] - 2, seen.image.shape[1] - 2),
    ),
    steps=(
        "the kernel jumps by its own width; it moves on by one pixel at a time",
        lambda seen: seen.answer.shape in _steps_of_the_kernel(*seen.image.shape, *seen.kernel.shape),
    ),
    square=(
        "image and kernel need not be square: rows come from shape[0], columns from shape[1]",
        lambda seen: seen.answer.shape == (seen.places[0], seen.image.shape[1] - seen.kernel.shape[0] + 1),
        lambda seen: seen.answer.shape == (seen.places[0], seen.image.shape[0] - seen.kernel.shape[1] + 1),
        lambda seen: seen.answer.shape == (seen.image.shape[0] - seen.kernel.shape[1] + 1, seen.places[1]),
    ),
    otherwise="the answer has a number for each place where the whole kernel fits",
)
KEPT = expect.diagnoses(
    random=(
        "the same call gives another answer in another run: does a layer keep the weights that it was made with? Give "
        "it the kernel",
    ),
    kept=(
        "this call alone is right: something is kept from an earlier one, such as a layer in a global. Make it of this "
        "kernel, in each call",
    ),
)
SUMS = expect.mistakes(
    averaged=_row(
        "the products are averaged (mean, or / size); a convolution sums",
        lambda image, kernel: _correlate(image, kernel) / kernel.size,
    ),
    square=_row(
        "an average was multiplied by the number of rows or of columns twice: a kernel that is not square has rows x "
        "columns numbers",
        lambda image, kernel: _correlate(image, kernel) * kernel.shape[0] / kernel.shape[1],
        lambda image, kernel: _correlate(image, kernel) * kernel.shape[1] / kernel.shape[0],
    ),
    flipped=_row(
        "the kernel is flipped, as mathematicians (np.flip, convolve2d) do; Keras leaves it as it is",
        lambda image, kernel: _correlate(image, np.flip(kernel)),
    ),
    turned=_row(
        "the kernel is turned round in one direction; leave it as it is",
        lambda image, kernel: _correlate(image, kernel[::-1]),
        lambda image, kernel: _correlate(image, kernel[:, ::-1]),
    ),
    transposed=_row(
        "rows and columns of the kernel are swapped against those of the patch: kernel[i, j] lies on patch[i, j]",
        lambda image, kernel: _correlate(image, _laid_out(kernel, "F", "C")),
    ),
    in_place=_row(
        "the products are written into the image: a patch is a view of it, and *= changes the pixels of the places "
        "that follow. Write patch * kernel",
        _multiplied_in_place,
        lambda image, kernel: _multiplied_in_place(image.T, kernel.T).T,
    ),
    first=_row(
        "only the first row is filled: how often does the loop over the rows run?",
        lambda image, kernel: _only(image, kernel, np.s_[:1]),
    ),
    last=_row(
        "the last row and column stay 0: the loops end one step too early",
        lambda image, kernel: _only(image, kernel, np.s_[:-1, :-1]),
    ),
    matrix=_row("this is the matrix product (@); multiply number by number: patch * kernel", _matrix_products),
    divided=_row(
        "the products are divided by the sum of the kernel; nothing is divided",
        lambda image, kernel: _correlate(image, kernel) / (kernel.sum() or 1),
    ),
    one_number=_row(
        "the pixels of each place are summed, and then multiplied by one number, made of the whole kernel: multiply "
        "each pixel by the number that lies on it first",
        lambda image, kernel: _correlate(image, np.ones_like(kernel)) * (kernel.mean() or np.nan),
        lambda image, kernel: (
            _correlate(image, np.ones_like(kernel)) * (kernel.sum() or np.nan)
        ),  # all sums 0 tell nothing
    ),
    rank_one=_row(
        "a column times a row stands in the place of the kernel: only few kernels are such a product. Take the kernel "
        "as it is",
        lambda image, kernel: _correlate(image, _column_times_row(kernel)),
        lambda image, kernel: _correlate(
            image, np.outer(kernel.sum(axis=1), kernel.sum(axis=0)) / (kernel.sum() or np.nan)
        ),
    ),
    small=(
        "products or sums are counted in a small type of whole numbers, which begins again behind its end, such as "
        "uint8 behind 255: make floats of the pixels first, with astype(float)",
        *(
            counted(function)
            for counted in (_small, _as_int16)
            for function in (
                lambda image, kernel: (sliding_window_view(image, kernel.shape) * kernel).sum(axis=(2, 3)),
                lambda image, kernel: np.einsum("abij,ij->ab", sliding_window_view(image, kernel.shape), kernel),
            )
        ),
    ),
    truncated=(
        "the decimals of the sums are cut off: which dtype has the array that they are written into?",
        lambda image, kernel: np.trunc(_correlate(image, kernel)),
    ),
    wrapped=(
        "the sums were written into an array of uint8, which holds only whole numbers from 0 to 255",
        lambda image, kernel: np.trunc(_correlate(image, kernel)).astype("int64").astype("uint8"),
    ),
    rounded=(
        "the sums are rounded; leave them as they are",
        *(
            partial(lambda digits, image, kernel: np.round(_correlate(image, kernel), digits), digits)
            for digits in range(3)
        ),
    ),
    relu=_row(
        "negative sums became 0: that is an activation, not the convolution",
        lambda image, kernel: np.maximum(_correlate(image, kernel), 0),
    ),
    clipped=_row(
        "the sums were cut to 0 to 255; leave them as they are",
        lambda image, kernel: np.clip(_correlate(image, kernel), 0, 255),
    ),
    absolute=_row(
        "the minus sign is lost: negative sums stay negative",
        lambda image, kernel: np.abs(_correlate(image, kernel)),
    ),
    early=_row(
        "the kernel, which has an even side here, was laid one pixel too early, so that it hangs over the edge",
        *_all_beside(-1),
    ),
    late=_row(
        "the kernel, which has an even side here, was laid one pixel too late, so that it hangs over the edge",
        *_all_beside(1),
    ),
    order=_row(
        "these are the right sums at other places: collected column by column, but laid out row by row, "
        "or the other way round",
        lambda image, kernel: _laid_out(_correlate(image, kernel), "F", "C"),
        lambda image, kernel: _laid_out(_correlate(image, kernel), "C", "F"),
    ),
    mirrored=_row(
        "these are the right sums, but turned round, from right to left or upside down; the first one belongs to the "
        "top left",
        lambda image, kernel: np.flip(_correlate(image, kernel)),
        lambda image, kernel: _correlate(image, kernel)[::-1],
        lambda image, kernel: _correlate(image, kernel)[:, ::-1],
    ),
    scaled=_row(
        "these are the sums of pixels that were scaled to 0 to 1; take the pixels as they are",
        lambda image, kernel: _correlate(image, kernel) / 255,
        lambda image, kernel: _correlate(image, kernel) / image.max(),
        lambda image, kernel: _correlate((image - image.min()) / np.ptp(image), kernel),
    ),
    whole=_row(
        "the decimals of the kernel were cut off: which dtype was it given?",
        lambda image, kernel: _correlate(image, np.trunc(kernel)),
    ),
    unsigned=_row(
        "the kernel was turned into the dtype of the image, which here has neither decimals nor negative numbers",
        lambda image, kernel: _correlate(image, _of_its_type(image, kernel)),
        lambda image, kernel: (sliding_window_view(image, kernel.shape) * _of_its_type(image, kernel)).sum(axis=(2, 3)),
        lambda image, kernel: _correlate(image, np.maximum(np.trunc(kernel), 0)),  # so on some processors
    ),
    both=_row(
        "the decimals of the pixels and of the kernel were cut off: whole numbers are no way out, floats are",
        lambda image, kernel: _correlate(np.trunc(image), np.trunc(kernel)),
    ),
    pixels=_row(
        "the decimals of the pixels were cut off: which dtype was the image given?",
        lambda image, kernel: _correlate(np.trunc(image), kernel),
    ),
    otherwise="multiply each pixel of the patch by the number of the kernel that lies on it, and sum",
)


@pytest.fixture(scope="module")
def photograph():
    """A palace in China, in shades of grey, (53, 80) uint8."""
    grey = load_sample_image("china.jpg")[:424].mean(axis=2)
    return grey.reshape(53, 8, 80, 8).mean(axis=(1, 3)).astype("uint8")


@pytest.mark.check(points=2, hint="Lay the kernel on the top left corner and work the first number out on paper.")
def test_sum(submission):
    """Each place gets the sum of the products of the pixels and the kernel."""
    image, kernel = np.arange(1.0, 16).reshape(3, 5), np.array([[1.0, 0], [0, 1]])
    _expect_sums(submission, image, kernel, "the numbers from 1 to 15, in 3 rows,")


@pytest.mark.check(points=2, hint="In how many places does the kernel fit, from top to bottom and from left to right?")
def test_sizes(submission):
    """The answer has one number for each place where the whole kernel fits, also where nothing is square."""
    for image_shape, kernel_shape in SIZES:
        image, kernel = np.ones(image_shape), np.ones(kernel_shape)
        found = _answer(submission, image, kernel)
        expect.shape(
            found,
            _correlate(image, kernel).shape,
            what=f"the answer for {_named(image)} and a kernel of {_size(kernel)}",
            likely=_likely(submission, found, image, kernel),
        )


@pytest.mark.check(points=2, needs=["test_sum"], hint="Which pixel of a patch meets kernel[0, 0]?")
def test_not_flipped(submission):
    """The kernel is not flipped: a kernel with a 1 at its top left answers with the top left pixel of each patch."""
    image, kernel = np.arange(1.0, 16).reshape(3, 5), np.array([[1.0, 0], [0, 0]])
    _expect_sums(submission, image, kernel, "the numbers from 1 to 15, in 3 rows,")


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
            likely=_likely(submission, found, image, kernel),
        )
    expect.agrees(
        submission.convolve,
        _correlate,
        _spaces(),
        examples=SMALL,
        likely=lambda found, right, image, kernel: _likely(submission, found, image, kernel),
        tol=1e-4,
    )


@pytest.mark.check(
    points=2,
    needs=["test_sum", "test_sizes", "test_not_flipped"],
    hint="Which numbers can an array of dtype uint8 hold, and which can be sums?",
)
def test_photograph(submission, photograph):
    """It finds the upright edges in a photograph, whose pixels are whole numbers from 0 to 255."""
    found = _expect_sums(submission, photograph, EDGES, "the photograph (uint8)")
    edges = np.abs(expect.array(found))
    edges = edges / edges.max()
    expect.keep_images(
        "A photograph, and its upright edges",
        [np.stack([photograph[1:-1, 1:-1] / 255, edges])],
        look="Look where the second picture is bright: there the photograph changes from left to right.",
    )


def _answer(submission, image, kernel):
    """The answer. Where only a kernel that is not square ends in an error, the feedback says so."""
    with expect.explained(lambda _: _squares_alone(submission, image, kernel)):
        return submission.convolve(image, kernel)


def _squares_alone(submission, image, kernel):
    """The cause, if each square kernel of a side of this one is answered, where it is not larger than the image."""
    if len(set(kernel.shape)) == 1:
        return None
    for square in (np.ones((side, side)) for side in kernel.shape if side <= min(image.shape)):
        submission.convolve(image, square)
    return SHAPES.says("square")


def _expect_sums(submission, image, kernel, name):
    """The answer is the cross-correlation of the two; it is given back."""
    found = submission.convolve(image, kernel)
    expect.close(
        found,
        _correlate(image, kernel),
        what=f"the answer for {name} and the kernel {kernel.astype(int).tolist()}",
        tol=1e-4,
        likely=_likely(submission, found, image, kernel),
    )
    return found


@st.composite
def _spaces(draw):
    """An image, of whole numbers or decimals, and a kernel that is not larger."""
    kernel = draw(inputs.tables(rows=(1, 4), columns=(1, 4), dtypes=("float64", "int64")))
    (rows, columns), more = kernel.shape, draw(st.tuples(st.integers(0, 3), st.integers(0, 3)))
    shape = (rows + more[0], columns + more[1])
    pixels = inputs.arrays(shape, inputs.PIXELS, dtypes=("uint8", "int64"))
    return draw(pixels | inputs.arrays(shape, dtypes=("float64",))), kernel


def _empty_edges(answer, places):
    """Whether all but as many rows and columns as the answer should have are zero."""
    return all(np.count_nonzero(answer.any(axis=1 - axis)) <= places[axis] for axis in (0, 1))


def _steps_of_the_kernel(height, width, rows, columns):
    return (-(-height // rows), -(-width // columns)), (height // rows, width // columns)


def _likely(submission, found, image, kernel):
    """What makes just this answer: of another shape, or of other numbers."""
    answer = expect.array(found)
    right = _correlate(image, kernel)
    if answer.dtype == object or answer.shape != right.shape:
        return SHAPES.of(answer=answer, image=image, kernel=kernel, places=right.shape, make=submission.convolve)
    if not expect.same(answer, right, tol=1e-3) and expect.same(_alone(submission, image, kernel), right, tol=1e-3):
        return KEPT.says("kept")
    if not expect.same(_alone(submission, image, kernel), answer, tol=1e-3):
        return KEPT.says("random")
    return SUMS.of(answer, image, kernel)


def _alone(submission, image, kernel):
    """The answer where no other call came before; None where it is an error."""
    try:
        return submission.reseeded(1).convolve(image, kernel)
    except Exception:
        return None


def _named(image):
    return f"an image of {_size(image)}"


def _size(array):
    return " x ".join(map(str, array.shape))
