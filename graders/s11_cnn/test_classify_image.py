"""Grades s11_cnn/classify_image: the likeliest classes of each photograph, by name and with their probabilities.

Most checks use a small model that distinguishes plain colours, with known probabilities; the last uses ResNet50.
"""

import re

import keras
import numpy as np
import pytest
from PIL import Image
from sklearn.datasets import load_sample_image

from keraskata import datasets, expect

NAMES = datasets.imagenet_names()
RED = {"goldfish": 0.51234, "tabby": 0.25671, "daisy": 0.12345, "Granny_Smith": 0.06172, "strawberry": 0.03141}
RED |= {"ostrich": 5.1357e-3, "lemon": 8.1357e-4, "fig": 2.4681e-4, "banana": 1.23457e-4, "orange": 7.71349e-5}
GREEN = {"tabby": 0.61234, "goldfish": 0.21345}
SOURCE_OF_WEIGHTS = (
    "ImageNet's weights are at hand, so that the names say what is in the photograph"
    if datasets.resnet50_has_imagenet()
    else "ImageNet's weights are not at hand (kata data fetch resnet50 brings them): these are drawn from a seed, so "
    "that the names mean nothing, and only have to be those of the largest probabilities"
)


@pytest.fixture(scope="module", autouse=True)
def class_index(submission):
    """The file with the names, where the learner's code runs: behind walls there is neither a network nor a home."""
    submission.lend("keraskata.datasets.class_index_at_hand")


@pytest.fixture(scope="module")
def model():
    """Reads plain red, green and blue, with 1,000 probabilities for each."""
    crane, other_crane = (place for place, name in enumerate(NAMES) if name == "crane")  # a bird and a machine
    known = [{NAMES.index(name): value for name, value in colour.items()} for colour in (RED, GREEN)]
    rows = np.array([_row(places) for places in (*known, {crane: 0.6, other_crane: 0.3})])
    dense = keras.layers.Dense(1000, activation="softmax", use_bias=False)
    found = keras.Sequential([keras.Input((224, 224, 3)), keras.layers.GlobalAveragePooling2D(), dense])
    dense.set_weights([np.log(rows)])
    found.compile(run_eagerly=True)  # a prediction does not pay for a graph
    return found


@pytest.fixture(scope="module")
def colours():
    """A red, a green and a blue picture, prepared."""
    return np.broadcast_to(np.eye(3, dtype="float32")[:, None, None, :], (3, 224, 224, 3)).copy()


@pytest.fixture(scope="module")
def found(submission, model, colours):
    """The answer for the red picture, as a list of pairs."""
    return _pairs(submission.classify(model, colours[:1]))


@pytest.mark.check(points=3, hint="Print what decode_predictions answers. Which part of it is wanted?")
def test_names(found, model, colours):
    """For one photograph there are the names of its three likeliest classes, the likeliest first, each in a pair."""
    names, values, right = [str(name) for name, _ in found], [value for _, value in found], list(RED)[:3]
    again = expect.predict(model, keras.applications.resnet50.preprocess_input(colours[:1].copy()))[0]
    expect.equal(
        names,
        right,
        what="the names for a picture whose likeliest classes are goldfish, tabby and daisy",
        likely=expect.cause(
            (
                all(re.fullmatch(r"n\d{8}", name) for name in names) and names,
                "n01443537 is the id of the class goldfish; decode_predictions gives the name beside it",
            ),
            (
                all(name.isdigit() for name in names) and names,
                "this is the number of the class: ask decode_predictions",
            ),
            (
                [name.lower() for name in names] == right,
                "the names have other letters; give them as decode_predictions does, small and capital ones",
            ),
            (sorted(names) == sorted(right), "the order is another: the likeliest first"),
            (len(names) == 1, "there is 1 pair, the best guess alone: take `top` of them"),
            (names[:3] == right, f"there are {len(names)}, instead of as many as top says, which is 3 by default"),
            (
                names == [sorted(NAMES)[NAMES.index(name)] for name in right],
                "the list of names is in alphabetical order; the classes of ImageNet have an order of their own",
            ),
            (
                expect.same(values, np.sort(again)[::-1][: len(values)], tol=1e-5),
                "the batch was prepared again; it is prepared already",
            ),
            (
                all(expect.is_number(value) and value < 1e-3 for value in values),
                "these are the least likely classes: argsort begins with the smallest",
            ),
            "let decode_predictions find the names, with top=top",
        ),
    )


@pytest.mark.check(points=2, needs=["test_names"], hint="What does decode_predictions give beside each name?")
def test_probabilities(submission, found, model, colours):
    """Beside each name stands the probability that the model gave it, a number from 0 to 1."""
    values, right = [value for _, value in found], np.array(list(RED.values())[:3])
    expect.that(
        all(map(expect.is_number, values)),
        expected="a number beside each name",
        found=", ".join(map(expect.number, values)),
        likely="the probability became text; keep it a number",
    )
    numbers = np.array(values, float)
    again = np.exp(expect.predict(model, colours[:1])[0])
    expect.close(
        numbers,
        right,
        what="the probabilities of goldfish, tabby and daisy",
        tol=1e-4,
        likely=expect.cause(
            (expect.same(numbers, 100 * right, tol=1e-2), "these are percent; leave them from 0 to 1"),
            (expect.same(numbers, np.exp(right) / again.sum(), tol=1e-4), "softmax is applied a second time"),
            (expect.same(numbers, right / right.sum(), tol=1e-3), "they were made to sum to 1 over the best guesses"),
            (expect.same(numbers, np.log(right), tol=1e-3), "they are negative: logarithms; leave them from 0 to 1"),
            (
                any(expect.same(numbers, np.round(right, digits), tol=1e-5) for digits in (1, 2, 3)),
                "they are rounded; keep every digit",
            ),
            "give what the model answered for this class, as it is",
        ),
    )
    # A small probability shows each digit that is lost.
    numbers = np.array([float(value) for _, value in _pairs(submission.classify(model, colours[:1], 10))])
    right = np.array(list(RED.values()))[: len(numbers)]
    expect.close(
        numbers / right,
        np.ones(len(right)),
        what="the ten largest probabilities, each divided by what the model says,",
        tol=2e-5,
        likely=expect.cause(
            (
                any(expect.same(numbers, np.round(right, digits), tol=1e-7) for digits in range(4, 8)),
                "they are rounded; keep every digit",
            ),
            (
                expect.same(numbers, right.astype("float16").astype(float), tol=1e-6),
                "float16 has three digits; leave the numbers as the model gives them",
            ),
            "some digits are lost; give what the model answered as it is",
        ),
    )


@pytest.mark.check(points=1, needs=["test_names"], hint="What is the third argument for?")
def test_top(submission, model, colours):
    """There are as many guesses as `top` says."""
    for top in (5, 1, 10):
        names = [str(name) for name, _ in _pairs(submission.classify(model, colours[:1], top))]
        expect.equal(
            names,
            list(RED)[:top],
            what=f"the names with top={top}",
            likely=expect.cause(
                (len(names) == 3, "the number of guesses is fixed at 3, instead of taken from top"),
                (
                    [name.replace(" ", "_") for name in names] == list(RED)[:top],
                    "the names have spaces where decode_predictions gives underscores; leave them as they are",
                ),
                (
                    [name.lower() for name in names] == [name.lower() for name in list(RED)[:top]],
                    "the names have other letters; give them as decode_predictions does, small and capital ones",
                ),
                (len(names) < top, "some guesses are missing: as many as top says, however unlikely they are"),
                "the `top` likeliest classes, the likeliest first",
            ),
        )


@pytest.mark.check(
    points=3, needs=["test_probabilities"], hint="decode_predictions answers with a list for each photograph."
)
def test_several(submission, model, colours):
    """The guesses for several photographs follow one after the other, in the order of the batch."""
    expected = [*list(RED.items())[:2], *GREEN.items(), ("crane", 0.6), ("crane", 0.3)]
    found = _pairs(submission.classify(model, colours.copy(), 2))
    expect.unchanged(submission.argument(1), colours, what="batch")
    mean = np.sort(expect.predict(model, colours).mean(axis=0))[::-1]
    together = sorted(expected, key=lambda pair: -pair[1])
    lost = list(dict(expected).items())
    expect.that(
        _alike(found, expected),
        expected=f"the pairs for a red, a green and a blue picture with top=2: {_shown(expected)}",
        found=_shown(found),
        likely=expect.cause(
            (
                _alike(found, expected[:2]),
                "these are the guesses for the first photograph; is there a [0], or a return in the loop?",
            ),
            (
                _alike(found, expected[-2:]),
                "these are the guesses for the last photograph; is the list made in the loop?",
            ),
            (_alike(found, together), "the pairs are sorted; photograph after photograph, one after the other"),
            (_alike(found, together[:2]), "these are the best of all photographs together; each has its own"),
            (
                _alike(found, expected[::2] + expected[1::2]),
                "first guesses come before second ones; give the photographs one after the other",
            ),
            (_alike(found, expected[4:] + expected[2:4] + expected[:2]), "the order is not the order of the batch"),
            (
                len(found) == 2 and expect.same([value for _, value in found], mean[:2], tol=1e-3),
                "these are the guesses for the mean of the photographs",
            ),
            (
                sorted(name for name, _ in found) == sorted(name for name, _ in lost),
                "where a name comes twice, one got lost, as in a dict; two classes are called crane, bird and machine",
            ),
            (
                [name for name, _ in found].count("crane") == 1,
                "one crane got lost; two classes have this name, the bird and the machine",
            ),
            "for each photograph its `top` guesses, the likeliest first",
        ),
    )
    many = [0, 1, 2, 1, 0, 2, 1, 0, 0]
    names = [str(name) for name, _ in _pairs(submission.classify(model, colours[many], 1))]
    expect.equal(
        names,
        [["goldfish", "tabby", "crane"][colour] for colour in many],
        what="the best guesses for nine pictures",
        likely="every photograph of the batch has its guesses, however many there are",
    )


@pytest.mark.check(
    points=3, needs=["test_probabilities"], hint="Is the model asked as at inference, once and with the batch?"
)
def test_resnet(submission):
    """It works with Keras' own ResNet50, and a real photograph of a flower."""
    resnet = datasets.resnet50()
    photograph = Image.fromarray(load_sample_image("flower.jpg")).resize((224, 224))
    batch = keras.applications.resnet50.preprocess_input(np.array(photograph, "float32")[None])
    row = expect.predict(resnet, batch)[0]
    expected = [(NAMES[place], float(row[place])) for place in np.argsort(-row)[:3]]
    found = _pairs(submission.classify(submission.lend("keraskata.datasets.resnet50"), batch))
    seen = np.array(photograph.convert("L").resize((56, 56))) / 255
    expect.keep_images(f"ResNet50 says {_shown(found)}. {SOURCE_OF_WEIGHTS}.", [seen[None]])
    expect.that(
        _alike(found, expected),
        expected=f"what ResNet50 says of a photograph of a flower: {_shown(expected)}",
        found=_shown(found),
        likely=expect.cause(
            (
                re.search(r"training\s*=\s*True", submission.source),
                "with training=True batch normalization takes the mean of this batch; leave it out",
            ),
            "the model was given something else than the batch",
        ),
        notes=[SOURCE_OF_WEIGHTS],
    )


def _row(known):
    """1,000 probabilities: those of the classes that are given by number, and hardly any for the others."""
    row = np.full(1000, (1 - sum(known.values())) / (1000 - len(known)))
    row[list(known)] = list(known.values())
    return row


def _pairs(found):
    """What came back as a list of pairs (name, probability)."""
    items = list(found) if isinstance(found, (list, tuple)) else []
    first = items[0] if items else None
    length = len(first) if isinstance(first, (list, tuple)) else 0
    expect.that(
        items
        and all(
            isinstance(item, (list, tuple)) and len(item) == 2 and isinstance(item[0], (str, int)) for item in items
        ),
        expected="a list of pairs (name, probability)",
        found="nothing (None)" if found is None else expect.number(found),
        likely=expect.cause(
            expect.no_return(found),
            (isinstance(found, dict), "a dict came back, which has room for each name once; return a list of pairs"),
            (isinstance(found, np.ndarray), "these are the 1,000 probabilities: decode_predictions picks the best"),
            (isinstance(first, str), "these are the names alone; each goes into a pair with its probability"),
            (
                length and isinstance(first[0], (list, tuple)),
                "there is a list for each photograph; put all pairs into one list",
            ),
            (length == 3, "these are three values, as decode_predictions gives them; a pair leaves the id out"),
            (length == 2 and isinstance(first[1], str), "name and probability are swapped: the name first"),
            "each guess is a tuple (name, probability), and the list holds nothing else",
        ),
    )
    return [tuple(item) for item in items]


def _alike(found, expected):
    """Whether these are the same names with the same probabilities, in the same order."""
    return [str(name) for name, _ in found] == [name for name, _ in expected] and expect.same(
        [value for _, value in found], [value for _, value in expected], tol=1e-3
    )


def _shown(pairs):
    return ", ".join(f"{name} {expect.number(value)}" for name, value in pairs[:6])
