"""Grades s11_cnn/preprocess_image: a photograph as ResNet50 reads it, whatever the file is like."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageOps
from sklearn.datasets import load_sample_image

from keraskata import expect

SHAPE = (1, 224, 224, 3)
MEAN = np.array([103.939, 116.779, 123.68])  # of ImageNet: blue, green, red
ORIENTATION, TURNED = 0x0112, 6  # as EXIF says that the camera was held upright


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
        likely="float16 has three digits, too few for the mean"
        if np.dtype(dtype).kind == "f"
        else "less than the mean is negative, and the mean has decimals: floats hold both, uint8 and int do not",
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
            likely=_cause(expect.array(found), pixels.astype(float)),
        )
    for name, pixels in photographs.items():
        found = submission.prepare_image(_place(submission, Image.fromarray(pixels), "same.png"))
        _expect_batch(found, "the answer for same.png")
        expect.close(
            found,
            _prepared(pixels)[None],
            what=f"the pixels of same.png, which holds {name}.png now,",
            tol=1e-3,
            likely="the picture of an earlier call is remembered; read the file each time",
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
            likely=expect.cause(
                (
                    _distance(found, ImageOps.pad(picture, (224, 224))) < 6,
                    "a border was added to keep the picture's proportions; squeeze it without one",
                ),
                (
                    _distance(found, ImageOps.fit(picture, (224, 224))) < 6,
                    "the sides were cut off to keep the picture's proportions; squeeze all of it",
                ),
                "part of the picture was cut off, or it was turned",
            ),
        )


@pytest.mark.check(points=1, needs=["test_values"], hint="What is the shape of the array of a grey picture?")
def test_grey(submission, photographs):
    """A photograph that is saved in shades of grey becomes RGB, with three channels that are alike."""
    grey = Image.fromarray(photographs["flower"]).convert("L")
    _expect_rgb(submission, grey, "grey.png", "in shades of grey")


@pytest.mark.check(points=1, needs=["test_values"], hint="Which modes can Pillow's pictures have, and which is wanted?")
def test_other_files(submission, photographs):
    """Photographs with an alpha channel or in CMYK become RGB, and one of a turned camera does no harm."""
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
            likely="the colours behind alpha are lost: make the picture RGB first, and resize it then",
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
        likely="the photograph was turned in another direction",
    )


@pytest.mark.check(points=1, needs=["test_batch"], hint="What does Python do on its own where a file is missing?")
def test_missing(submission):
    """A file that is not there raises FileNotFoundError."""
    expect.raises(
        FileNotFoundError,
        submission.prepare_image,
        submission.place("none.png"),
        likely="an except catches the error; leave it to the caller, who knows what the file was for",
    )


def _prepared(pixels):
    return pixels[..., ::-1] - MEAN


def _distance(found, picture):
    """The mean distance between the batch and an RGB picture, once prepared."""
    return float(np.mean(np.abs(np.asarray(found, float)[0] - _prepared(np.asarray(picture, float)))))


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
        likely=expect.cause(
            (
                "transparent" in kind,
                "a transparent picture was mixed with a background; leave alpha out, and keep the colours",
            ),
            "the picture becomes RGB in another way than with Pillow's convert, which load_img calls",
        ),
    )


def _expect_batch(found, what):
    shape = expect.array(found).shape
    expect.shape(
        found,
        SHAPE,
        what=what,
        likely=expect.cause(
            (
                shape == SHAPE[1:],
                "the axis for the batch is missing: one picture is a batch of one, pixels[np.newaxis]",
            ),
            (shape == (*SHAPE[1:], 1), "the axis for the batch is the last; it comes first"),
            (
                shape in ((1, 3, 224, 224), (3, 224, 224)),
                "the channels come before rows and columns; here they are last",
            ),
            (shape[-1:] == (4,), "there are four channels (alpha, or CMYK): convert the picture to RGB"),
            (224 in shape and 3 not in shape, "there is one channel: a grey picture has to be converted to RGB"),
            (
                len(shape) == 4 and shape[1:3].count(224) == 1,
                "the picture keeps its proportions, as with thumbnail; both sides have to be 224",
            ),
            "the picture is not resized to 224 x 224: load_img takes target_size=(224, 224)",
        ),
    )


def _cause(found, pixels):
    """The mistake that makes just this of the photograph's pixels."""
    blue_first, mean, torch = pixels[..., ::-1], pixels[..., ::-1] - MEAN, pixels / 255 - [0.485, 0.456, 0.406]

    def same(values):
        return expect.same(found[0], values, tol=1e-2)

    return expect.cause(
        (np.ptp(found) == 0, "every pixel is the same: the photograph was never read"),
        (same(pixels / 255), "the pixels run from 0 to 1; leave them from 0 to 255, for preprocess_input"),
        (
            same(_prepared(pixels / 255)),
            "the pixels were divided by 255 first; the mean is one of pixels from 0 to 255",
        ),
        (same(pixels), "the pixels are as they are in the file; preprocess_input was not called"),
        (same(pixels - MEAN[::-1]), "the channels are still in the order red, green, blue; the first is blue"),
        (same(pixels - MEAN), "the mean is right, but not the order of the channels: blue comes first"),
        (same(blue_first), "the mean is not taken off"),
        (same(blue_first - MEAN[::-1]), "the mean is taken off in another order than that of the channels"),
        (same(_prepared(mean)), "preprocess_input was called twice"),
        (
            same(pixels / 127.5 - 1),
            "the pixels run from -1 to 1: this is the preprocess_input of another network, such as resnet_v2",
        ),
        (same(torch / [0.229, 0.224, 0.225]), "this is the preprocess_input of another network, such as densenet"),
        (
            same(blue_first - blue_first.mean(axis=(0, 1))) or same(pixels - pixels.mean(axis=(0, 1))),
            "the mean of this picture is taken off; it is the mean of all training pictures",
        ),
        (same(mean.transpose(1, 0, 2)), "rows and columns are swapped"),
        (np.ptp(found[0] + MEAN, axis=-1).max() < 1, "the picture became grey: its channels are all the same"),
        "leave the pixels from 0 to 255, and call keras.applications.resnet50.preprocess_input on them",
    )
