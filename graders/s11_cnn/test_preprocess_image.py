"""Grades s11_cnn/preprocess_image: a photograph as ResNet50 reads it, whatever the file is like."""

import io
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageOps
from sklearn.datasets import load_sample_image

from keraskata import expect

SHAPE = (1, 224, 224, 3)
MEAN = np.array([103.939, 116.779, 123.68])  # of ImageNet: blue, green, red
ORIENTATION, TURNED = 0x0112, 6  # as EXIF says that the camera was held upright


def _prepared(pixels):
    return pixels[..., ::-1] - MEAN


def _distance(found, picture):
    """The mean distance between the batch and an RGB picture, once prepared."""
    return float(np.mean(np.abs(np.asarray(found, float)[0] - _prepared(np.asarray(picture, float)))))


def _is(seen, values):
    return expect.same(seen.found[0], values, tol=1e-3)


def _sorted(pixels):
    """The values of each channel, wherever they are."""
    return np.sort(pixels.reshape(-1, 3), axis=0)


def _calls_keras(source):
    """Whether the code calls preprocess_input, and it is not one of its own."""
    code = re.sub(r"#.*", "", source)
    return re.search(r"\bpreprocess_input\(", code) and not re.search(r"def preprocess_input\b", code)


def _grey(found):
    return np.ptp(found[0] + MEAN, axis=-1).max() < 1


def _rows_for_channels(pixels):
    """What preprocess_input makes of it where it takes the first axis for the channels."""
    turned = pixels[::-1].copy()
    turned[:3] -= MEAN[:, None, None]
    return turned


def _near(seen, picture):
    """Whether this picture, in RGB and 224 x 224, is what came back."""
    return _distance(seen.found, picture.convert("RGB").resize((224, 224))) < seen.most


def _over(colour, picture):
    """The picture over a background."""
    layer = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, colour), layer)


BATCH = expect.diagnoses(
    no_axis=(
        "the axis for the batch is missing: one picture is a batch of one, pixels[np.newaxis]",
        lambda seen: seen.shape == SHAPE[1:],
    ),
    last=("the axis for the batch is the last; it comes first", lambda seen: seen.shape == (*SHAPE[1:], 1)),
    channels_first=(
        "the channels come before rows and columns; here they are last",
        lambda seen: seen.shape in ((1, 3, 224, 224), (3, 224, 224)),
    ),
    four=(
        "there are four channels (alpha, or CMYK): convert the picture to RGB",
        lambda seen: seen.shape[-1:] == (4,),
    ),
    one_channel=(
        "there is one channel: a grey picture has to be converted to RGB",
        lambda seen: seen.shape in ((1, 224, 224, 1), (1, 224, 224), (224, 224)),
    ),
    one_side=(
        "one side is 224, but not the other, as when a picture keeps its proportions: both have to be 224",
        lambda seen: len(seen.shape) == 4 and seen.shape[1:3].count(224) == 1,
    ),
    size=(
        "the picture is not resized to 224 x 224: load_img takes target_size=(224, 224)",
        lambda seen: len(seen.shape) == 4 and seen.shape[1:3].count(224) == 0,
    ),
    otherwise="a batch of one picture has the axes batch, rows, columns, channels",
)
DTYPE = expect.diagnoses(
    half=("float16 has three digits, too few for the mean", lambda seen: seen.dtype == "float16"),
    whole=(
        "less than the mean is negative, and the mean has decimals: floats hold both, uint8 and int do not",
        lambda seen: np.dtype(seen.dtype).kind in "iu",
    ),
    otherwise="the pixels are numbers with decimals",
)
PIXELS = expect.diagnoses(
    same=("every pixel is the same: is the photograph read?", lambda seen: np.ptp(seen.found) == 0),
    scaled=(
        "the pixels run from 0 to 1; leave them from 0 to 255, for preprocess_input",
        lambda seen: _is(seen, seen.pixels / 255),
    ),
    scaled_first=(
        "the pixels were divided by 255 first; the mean is one of pixels from 0 to 255",
        lambda seen: _is(seen, _prepared(seen.pixels / 255)),
    ),
    raw=(
        "the pixels are as they are in the file; preprocess_input was not called",
        lambda seen: _is(seen, seen.pixels),
    ),
    turned_back=(
        "preprocess_input turns the channels round, and here they were turned back: its answer is right as it is",
        lambda seen: _is(seen, seen.pixels - MEAN[::-1]) and _calls_keras(seen.source),
    ),
    turned_before=(
        "preprocess_input turns the channels round itself, and they were turned before it: give it red, green, blue",
        lambda seen: _is(seen, seen.pixels - MEAN) and _calls_keras(seen.source),
    ),
    rgb=(
        "the channels are still in the order red, green, blue; the first is blue",
        lambda seen: _is(seen, seen.pixels - MEAN[::-1]),
    ),
    mean_right=(
        "the means are taken off in the order blue, green, red, but the channels stand in the order red, green, blue",
        lambda seen: _is(seen, seen.pixels - MEAN),
    ),
    no_mean=("the mean is not taken off", lambda seen: _is(seen, seen.pixels[..., ::-1])),
    mean_order=(
        "the mean is taken off in another order than that of the channels",
        lambda seen: _is(seen, seen.pixels[..., ::-1] - MEAN[::-1]),
    ),
    channels_first=(
        'preprocess_input took the rows for channels, as data_format="channels_first" says; here the channels are last',
        lambda seen: _is(seen, _rows_for_channels(seen.pixels)),
    ),
    twice=("preprocess_input was called twice", lambda seen: _is(seen, _prepared(_prepared(seen.pixels)))),
    other_network=(
        "the pixels run from -1 to 1: this is the preprocess_input of another network, such as resnet_v2",
        lambda seen: _is(seen, seen.pixels / 127.5 - 1),
    ),
    densenet=(
        "this is the preprocess_input of another network, such as densenet",
        lambda seen: _is(seen, (seen.pixels / 255 - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]),
    ),
    own_mean=(
        "the mean of this picture is taken off; it is the mean of all training pictures",
        lambda seen: _is(seen, seen.pixels[..., ::-1] - seen.pixels[..., ::-1].mean(axis=(0, 1))),
        lambda seen: _is(seen, seen.pixels - seen.pixels.mean(axis=(0, 1))),
    ),
    transposed=("rows and columns are swapped", lambda seen: _is(seen, _prepared(seen.pixels).transpose(1, 0, 2))),
    grey=(
        "the picture became grey: its channels are all the same",
        lambda seen: _grey(seen.found),
    ),
    places=(
        "the colours are right, but not where they are: the picture was turned or mirrored",
        lambda seen: expect.same(_sorted(seen.found), _sorted(_prepared(seen.pixels)), tol=1e-3),
    ),
    otherwise="each pixel keeps its place and its value, from 0 to 255, until preprocess_input of resnet50 changes it, "
    "which needs no other argument",
)
AGAIN = expect.diagnoses(
    remembered=(
        "the picture of an earlier call is remembered; read the file each time",
        lambda seen: expect.same(seen.found, seen.before),
    ),
    otherwise="the file is read in each call, whatever its name was before",
)
EARLIER = expect.diagnoses(
    written=(
        "the array of an earlier call is written into again, so that its answer changes; make a new one in each call",
        lambda seen: expect.same(seen.found, seen.last),
    ),
    otherwise="each call makes an array of its own",
)
SIZE = expect.diagnoses(
    padded=(
        "a border was added to keep the picture's proportions; squeeze it without one",
        lambda seen: _near(seen, ImageOps.pad(seen.picture, (224, 224))),
    ),
    middle=(
        "the sides were cut off to keep the picture's proportions; squeeze all of it",
        lambda seen: _near(seen, ImageOps.fit(seen.picture, (224, 224))),
    ),
    corner=(
        "only the top left corner of the picture is there; squeeze all of it",
        lambda seen: _near(seen, seen.picture.crop((0, 0, 224, 224))),
    ),
    turned=(
        "the picture was turned or mirrored",
        lambda seen: any(_near(seen, seen.picture.transpose(way)) for way in Image.Transpose),
    ),
    otherwise="all of the picture is to be seen, squeezed or stretched, and nothing else",
)
RGB = expect.diagnoses(
    background=(
        "a transparent picture was mixed with a background; leave alpha out, and keep the colours",
        lambda seen: any(_near(seen, _over(colour, seen.picture)) for colour in ("black", "white")),
    ),
    palette=(
        "these are the numbers of colours in the palette, and not the colours",
        lambda seen: seen.picture.mode == "P" and _near(seen, Image.fromarray(np.array(seen.picture))),
    ),
    cmyk=(
        "these are cyan, magenta and yellow, taken for red, green and blue: convert CMYK to RGB, too",
        lambda seen: (
            seen.picture.mode == "CMYK" and _near(seen, Image.fromarray(np.array(seen.picture)[..., :3].copy()))
        ),
    ),
    grey=(
        'the picture became grey, as convert("L") makes it: its colours are lost',
        lambda seen: np.ptp(np.array(seen.picture.convert("RGB")), axis=-1).max() > 100 and _grey(seen.found),
    ),
    otherwise="the picture becomes RGB as Pillow's convert makes it, which load_img calls",
)
LARGE = expect.diagnoses(
    resized_first=(
        "the colours behind alpha are lost: make the picture RGB first, and resize it then",
        lambda seen: _distance(seen.found, seen.picture.resize((224, 224)).convert("RGB")) < seen.most,
    ),
    otherwise="each pixel keeps its colour, however transparent it is",
)
DARK = expect.diagnoses(
    bright=(
        "no pixel of this dark picture is above 1, and all were multiplied by 255: leave them as they are",
        lambda seen: _is(seen, _prepared(255 * seen.pixels)),
    ),
    otherwise="a dark picture stays as dark as it is",
)
MISSING = expect.diagnoses(
    caught=(
        "an except catches the error; leave it to the caller, who knows what the file was for",
        lambda seen: re.search(r"^\s*except\b", seen.source, re.MULTILINE),
    ),
    asked=(
        "the code asks whether the file is there, and answers by itself; Python's own error says more",
        lambda seen: re.search(r"\b(exists|isfile|is_file)\(", seen.source),
    ),
    otherwise="Python raises FileNotFoundError on its own where a file is missing",
)


@pytest.fixture(scope="module")
def photographs():
    """Two squares of real photographs, (224, 224, 3) uint8, by name: they need no resizing."""
    return {name: load_sample_image(f"{name}.jpg")[150:374, 200:424] for name in ("flower", "china")}


@pytest.fixture(scope="module")
def saved(photographs, submission):
    """The path of a photograph as a file that loses nothing."""
    return lambda name: _place(submission, Image.fromarray(photographs[name]), f"{name}.png")


@pytest.mark.check(points=2, hint="A network reads batches, even a batch of one. Which axis counts the pictures?")
def test_batch(submission, saved):
    """The answer is a batch of one picture: floats of shape (1, 224, 224, 3)."""
    found = submission.prepare_image(saved("flower"))
    _expect_batch(found, "the answer for a photograph of a flower")
    dtype = getattr(found, "dtype", expect.array(found).dtype)
    expect.that(
        np.dtype(dtype).kind == "f" and np.dtype(dtype).itemsize >= 4,
        expected="an array of floats, of 32 bits or more",
        found=f"dtype {dtype}",
        likely=DTYPE.of(dtype=dtype),
    )


@pytest.mark.check(
    points=3, needs=["test_batch"], hint="Print one pixel before and after preprocess_input. What happens to it?"
)
def test_values(submission, saved, photographs):
    """Each pixel is blue, green, red, from 0 to 255, with the mean of ResNet50's training pictures taken off."""
    for name, pixels in photographs.items():
        found = submission.prepare_image(saved(name))
        _expect_batch(found, f"the answer for {name}.png")
        expect.close(
            found,
            _prepared(pixels)[None],
            what=f"the pixels of {name}.png",
            tol=1e-3,
            likely=PIXELS.of(found=expect.array(found), pixels=pixels.astype(float), source=submission.source),
        )
    before = None
    for name, pixels in photographs.items():
        found = submission.prepare_image(_place(submission, Image.fromarray(pixels), "same.png"))
        _expect_batch(found, "the answer for same.png")
        expect.close(
            found,
            _prepared(pixels)[None],
            what=f"the pixels of same.png, which holds {name}.png now,",
            tol=1e-3,
            likely=AGAIN.of(found=found, before=before),
        )
        before = found
    answers = submission.prepare_image.together([(saved(name),) for name in photographs])
    for (name, pixels), found in zip(photographs.items(), answers, strict=True):
        expect.close(
            found,
            _prepared(pixels)[None],
            what=f"the pixels of {name}.png, once another picture is prepared, too,",
            tol=1e-3,
            likely=EARLIER.of(found=found, last=answers[-1]),
        )


@pytest.mark.check(
    points=2, needs=["test_values"], hint="What does target_size=(224, 224) do to a picture that is wide?"
)
def test_size(submission, photographs):
    """A photograph of any size is squeezed whole into 224 x 224 pixels."""
    whole = Image.fromarray(load_sample_image("china.jpg")).filter(ImageFilter.GaussianBlur(4))
    tiny = Image.new("RGB", (3, 2), (200, 120, 40))
    small = whole.filter(ImageFilter.GaussianBlur(16)).resize((60, 40))
    tall = whole.transpose(Image.Transpose.ROTATE_90)
    for name, picture in {"wide": whole, "tall": tall, "tiny": tiny, "small": small}.items():
        found = submission.prepare_image(_place(submission, picture, f"{name}.png"))
        size = f"{picture.width} x {picture.height} pixels"
        _expect_batch(found, f"the answer for a {name} photograph of {size}")
        # The picture is blurred, so that every way to resize it gives nearly the same.
        expect.at_most(
            _distance(found, picture.resize((224, 224))),
            6,
            what=f"the mean distance from the {name} photograph squeezed to 224 x 224, in shades of 0 to 255,",
            likely=SIZE.of(found=found, picture=picture, most=6),
        )


@pytest.mark.check(points=1, needs=["test_values"], hint="What is the shape of the array of a grey picture?")
def test_grey(submission, photographs):
    """A photograph that is saved in shades of grey becomes RGB, with three channels that are alike."""
    grey = Image.fromarray(photographs["flower"]).convert("L")
    _expect_rgb(submission, grey, "grey.png", "in shades of grey")


@pytest.mark.check(points=1, needs=["test_size"], hint="Which modes can Pillow's pictures have, and which is wanted?")
def test_other_files(submission, photographs):
    """Photographs with an alpha channel or in CMYK become RGB; a dark one, or a turned camera, does no harm."""
    flower = Image.fromarray(photographs["flower"])
    _expect_rgb(submission, flower.convert("RGBA"), "alpha.png", "with an alpha channel")
    _expect_rgb(submission, flower.convert("CMYK"), "cmyk.tif", "in CMYK")
    _expect_rgb(submission, flower.quantize(64), "palette.png", "with a palette")
    transparency = Image.linear_gradient("L").resize(flower.size)
    for picture, name, kind in (
        (flower.copy(), "half.png", "that is transparent in part"),
        (flower.convert("L"), "half_grey.png", "in shades of grey that is transparent in part"),
    ):
        picture.putalpha(transparency)
        _expect_rgb(submission, picture, name, kind)
    # Where alpha is 0, an average that weighs with alpha has no colour left: first RGB, then the size.
    large = Image.fromarray(load_sample_image("china.jpg")).filter(ImageFilter.GaussianBlur(4))
    half = Image.new("L", large.size, 255)
    half.paste(0, (0, 0, large.width // 2, large.height))
    for picture, name in (large.copy(), "large.png"), (large.convert("L"), "large_grey.png"):
        right = picture.convert("RGB").resize((224, 224))
        picture.putalpha(half)
        found = submission.prepare_image(_place(submission, picture, name))
        _expect_batch(found, "the answer for a large photograph that is transparent in part")
        expect.at_most(
            _distance(found, right),
            6,
            what="the mean distance from a large photograph, half of it transparent, squeezed to 224 x 224,",
            likely=LARGE.of(found=found, picture=picture, most=6),
        )
    night = np.uint8(photographs["china"] > 128)
    found = submission.prepare_image(_place(submission, Image.fromarray(night), "night.png"))
    _expect_batch(found, "the answer for a photograph without a pixel above 1")
    expect.close(
        found,
        _prepared(night)[None],
        what="the pixels of night.png, of which none is above 1,",
        tol=1e-3,
        likely=DARK.of(found=expect.array(found), pixels=night.astype(float)),
    )
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    found = submission.prepare_image(_place(submission, flower, "turned.jpg", quality=95, exif=exif))
    _expect_batch(found, "the answer for a photograph of a turned camera")
    turned_back = flower.transpose(Image.Transpose.ROTATE_270)
    expect.at_most(
        min(_distance(found, flower), _distance(found, turned_back)),
        6,
        what="the mean distance from the photograph of a turned camera, as it was saved or turned back,",
        likely="the photograph comes as it was saved, or turned upright",
    )


@pytest.mark.check(points=1, needs=["test_batch"], hint="What does Python do on its own where a file is missing?")
def test_missing(submission):
    """A file that is not there raises FileNotFoundError."""
    expect.raises(
        FileNotFoundError,
        submission.prepare_image,
        submission.place("none.png"),
        likely=MISSING.of(source=submission.source),
    )


def _place(submission, picture, name, **options):
    """The path of `picture` as a file where the code runs; the ending of `name` says which format."""
    out = io.BytesIO()
    picture.save(out, format=Image.registered_extensions()[Path(name).suffix], **options)
    return submission.place(name, out.getvalue())


def _expect_rgb(submission, picture, name, kind):
    """A file that loses nothing gives what Pillow makes of its picture."""
    found = submission.prepare_image(_place(submission, picture, name))
    _expect_batch(found, f"the answer for a photograph {kind}")
    expect.at_most(
        _distance(found, picture.convert("RGB")),
        2,
        what=f"the mean distance from the photograph {kind} once it is RGB, in shades of 0 to 255,",
        likely=RGB.of(found=found, picture=picture, most=2),
    )


def _expect_batch(found, what):
    expect.shape(found, SHAPE, what=what, likely=BATCH.of(shape=expect.array(found).shape))
