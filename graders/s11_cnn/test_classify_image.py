"""Grades s11_cnn/classify_image: the likeliest classes of each photograph, by name and with their probabilities.

Most checks use a small model that distinguishes plain colours, with known probabilities; the last uses ResNet50.
"""

import re
from functools import partial

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


def _alike(found, expected):
    """Whether these are the same names with the same probabilities, in the same order."""
    return [str(name) for name, _ in found] == [name for name, _ in expected] and expect.same(
        [value for _, value in found], [value for _, value in expected], tol=1e-3
    )


def _written_alike(name):
    return name.lower().replace(" ", "_")


def _is_text(value):
    return isinstance(value, str)


def _rounded(digits, right, row):
    return np.round(right, digits)


PAIRS = expect.diagnoses(
    dict=(
        "a dict came back, which has room for each name once; return a list of pairs",
        lambda seen: isinstance(seen.found, dict),
    ),
    probabilities=(
        "these are the 1,000 probabilities: decode_predictions picks the best",
        lambda seen: seen.found.shape[-1] == 1000,
    ),
    array=(
        "an array has values of one kind, and makes text of numbers; return a list of pairs",
        lambda seen: isinstance(seen.found, np.ndarray),
    ),
    empty=("the list is empty; each photograph has its guesses", lambda seen: len(seen.found) == 0),
    names=("these are the names alone; each goes into a pair with its probability", lambda seen: _is_text(seen.first)),
    nested=(
        "there is a list for each photograph; put all pairs into one list",
        lambda seen: isinstance(seen.first[0], (list, tuple)),
    ),
    triples=(
        "these are three values, as decode_predictions gives them; a pair leaves the id out",
        lambda seen: len(seen.first) == 3,
    ),
    swapped=(
        "name and probability are swapped: the name first",
        lambda seen: len(seen.first) == 2 and _is_text(seen.first[1]) and not _is_text(seen.first[0]),
    ),
    otherwise="each guess is a tuple (name, probability), and the list holds nothing else",
)
GUESSES = expect.diagnoses(
    id=(
        "n01443537 is the id of the class goldfish; decode_predictions gives the name beside it",
        lambda seen: seen.names and all(re.fullmatch(r"n\d{8}", name) for name in seen.names),
    ),
    number=(
        "this is the number of the class: ask decode_predictions",
        lambda seen: seen.names and all(name.isdigit() for name in seen.names),
    ),
    spaces=(
        "the names have spaces where decode_predictions gives underscores; leave them as they are",
        lambda seen: [name.replace(" ", "_") for name in seen.names] == seen.right,
    ),
    letters=(
        "the names are written in another way; give them as decode_predictions does, small and capital letters",
        lambda seen: list(map(_written_alike, seen.names)) == list(map(_written_alike, seen.right)),
    ),
    order=(
        "the order is another: the likeliest first",
        lambda seen: sorted(seen.names) == sorted(seen.right),
    ),
    one=(
        "there is 1 pair, the best guess alone: take `top` of them",
        lambda seen: seen.names == seen.right[:1] and len(seen.right) > 1,
    ),
    fixed=(
        "there are always {n} guesses, whatever top says",
        lambda seen: {"n": len(seen.names)} if {len(seen.ask(top)) for top in (2, 4)} == {len(seen.names)} else None,
    ),
    off=(
        "there is one guess more or less than top says, which decode_predictions takes as it is",
        lambda seen: len(seen.names) - len(seen.right) == len(seen.ask(7)) - 7 in (-1, 1),
    ),
    default=(
        "top says how many there are; but look at what it is by default",
        lambda seen: seen.names[:3] == seen.right == [name for name, _ in seen.ask(3)],
    ),
    few=(
        "some guesses are missing: as many as top says, however unlikely they are",
        lambda seen: seen.names == seen.right[: len(seen.names)] and len(seen.names) < len(seen.right),
    ),
    alphabet=(
        "the list of names is in alphabetical order; the classes of ImageNet have an order of their own",
        lambda seen: seen.names == [sorted(NAMES)[NAMES.index(name)] for name in seen.right],
    ),
    prepared=(
        "the batch was prepared again; it is prepared already",
        lambda seen: expect.same(seen.values, np.sort(seen.again())[::-1][: len(seen.values)], tol=1e-5),
    ),
    least=(
        "these are the least likely classes: argsort begins with the smallest",
        lambda seen: expect.same(seen.values, np.full(len(seen.values), seen.row().min()), tol=1e-5),
    ),
    otherwise="decode_predictions knows the names, and which are the `top` likeliest",
)
NUMBER = expect.diagnoses(
    text=("the probability became text; keep it a number", lambda seen: any(map(_is_text, seen.values))),
    otherwise="the probability is a number, as float makes it",
)
VALUES = expect.mistakes(
    percent=("these are percent; leave them from 0 to 1", expect.near(lambda right, row: 100 * right, 1e-2)),
    softmax=(
        "softmax is applied a second time",
        expect.near(lambda right, row: np.exp(right) / np.exp(row).sum(), 1e-4),
    ),
    share=(
        "they were made to sum to 1 over the best guesses",
        expect.near(lambda right, row: right / right.sum(), 1e-3),
    ),
    logarithms=(
        "they are negative: logarithms; leave them from 0 to 1",
        expect.near(lambda right, row: np.log(right), 1e-3),
    ),
    rounded=(
        "they are rounded; keep every digit",
        *(expect.near(partial(_rounded, digits), 1e-5) for digits in (1, 2, 3)),
    ),
    otherwise="give what the model answered for this class, as it is",
)
DIGITS = expect.mistakes(
    rounded=(
        "they are rounded; keep every digit",
        *(expect.near(partial(_rounded, digits), 1e-7) for digits in range(4, 8)),
    ),
    float16=(
        "float16 has three digits; leave the numbers as the model gives them",
        expect.near(lambda right, row: right.astype("float16").astype(float), 1e-6),
    ),
    otherwise="some digits are lost; give what the model answered as it is",
)
SEVERAL = expect.diagnoses(
    first=(
        "these are the guesses for the first photograph; is there a [0], or a return in the loop?",
        lambda seen: _alike(seen.found, seen.expected[:2]),
    ),
    last=(
        "these are the guesses for the last photograph; is the list made in the loop?",
        lambda seen: _alike(seen.found, seen.expected[-2:]),
    ),
    together=(
        "the pairs are sorted; photograph after photograph, one after the other",
        lambda seen: _alike(seen.found, sorted(seen.expected, key=lambda pair: -pair[1])),
    ),
    best=(
        "these are the best of all photographs together; each has its own",
        lambda seen: _alike(seen.found, sorted(seen.expected, key=lambda pair: -pair[1])[:2]),
    ),
    ranks=(
        "first guesses come before second ones; give the photographs one after the other",
        lambda seen: _alike(seen.found, seen.expected[::2] + seen.expected[1::2]),
    ),
    backwards=(
        "the order is not the order of the batch",
        lambda seen: _alike(seen.found, seen.expected[4:] + seen.expected[2:4] + seen.expected[:2]),
    ),
    mean=(
        "these are the guesses for the mean of the photographs",
        lambda seen: expect.same([value for _, value in seen.found], np.sort(seen.mean())[::-1][:2], tol=1e-3),
    ),
    names=(
        "where a name comes twice, one got lost, as in a dict; two classes are called crane, bird and machine",
        lambda seen: sorted(name for name, _ in seen.found) == sorted({name for name, _ in seen.expected}),
    ),
    shared=(
        "the probabilities were shared out over all photographs; each photograph has its own",
        lambda seen: _alike([(name, 3 * value) for name, value in seen.found], seen.expected),
    ),
    count=(
        "there are {n} pairs for three photographs and top=2; each photograph has two of its own",
        lambda seen: {"n": len(seen.found)} if len(seen.found) != len(seen.expected) else None,
    ),
    otherwise="for each photograph its `top` guesses, the likeliest first",
)
MANY = expect.diagnoses(
    some=(
        "only {n} of nine photographs have guesses; each one has, however many there are",
        lambda seen: {"n": len(seen.names)} if seen.names == seen.right[: len(seen.names)] else None,
    ),
    otherwise="every photograph of the batch has its guesses, however many there are",
)
RESNET = expect.diagnoses(
    training=(
        "with training=True batch normalization takes the mean of this batch; leave it out",
        lambda seen: re.search(r"training\s*=\s*True", seen.source),
    ),
    otherwise="the batch goes into the model as it is, and what the model answers comes back as it is",
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
def test_names(submission, found, model, colours):
    """For one photograph there are the names of its three likeliest classes, the likeliest first, each in a pair."""
    names, values, right = [str(name) for name, _ in found], [value for _, value in found], list(RED)[:3]
    prepare = keras.applications.resnet50.preprocess_input
    expect.equal(
        names,
        right,
        what="the names for a picture whose likeliest classes are goldfish, tabby and daisy",
        likely=GUESSES.of(
            names=names,
            values=values,
            right=right,
            ask=lambda top: _pairs(submission.classify(model, colours[:1], top)),
            row=lambda: expect.predict(model, colours[:1])[0],
            again=lambda: expect.predict(model, prepare(colours[:1].copy()))[0],
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
        likely=NUMBER.of(values=values),
    )
    numbers = np.array(values, float)
    row = expect.predict(model, colours[:1])[0]
    expect.close(
        numbers,
        right,
        what="the probabilities of goldfish, tabby and daisy",
        tol=1e-4,
        likely=VALUES.of(numbers, right, row),
    )
    # A small probability shows each digit that is lost.
    numbers = np.array([float(value) for _, value in _pairs(submission.classify(model, colours[:1], 10))])
    right = np.array(list(RED.values()))[: len(numbers)]
    expect.close(
        numbers / right,
        np.ones(len(right)),
        what="the ten largest probabilities, each divided by what the model says,",
        tol=2e-5,
        likely=DIGITS.of(numbers, right, row),
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
            likely=GUESSES.of(
                names=names,
                right=list(RED)[:top],
                ask=lambda top: _pairs(submission.classify(model, colours[:1], top)),
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
    expect.that(
        _alike(found, expected),
        expected=f"the pairs for a red, a green and a blue picture with top=2: {_shown(expected)}",
        found=_shown(found),
        likely=SEVERAL.of(found=found, expected=expected, mean=lambda: expect.predict(model, colours).mean(axis=0)),
    )
    many = [0, 1, 2, 1, 0, 2, 1, 0, 0]
    names = [str(name) for name, _ in _pairs(submission.classify(model, colours[many], 1))]
    right = [["goldfish", "tabby", "crane"][colour] for colour in many]
    expect.equal(names, right, what="the best guesses for nine pictures", likely=MANY.of(names=names, right=right))


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
    expect.keep_images(
        f"ResNet50 says {_shown(found)}. {SOURCE_OF_WEIGHTS}.",
        [seen[None]],
        look="Look at the numbers: they are probabilities, and say how sure the network is of each name.",
    )
    expect.that(
        _alike(found, expected),
        expected=f"what ResNet50 says of a photograph of a flower: {_shown(expected)}",
        found=_shown(found),
        likely=RESNET.of(source=submission.source),
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
    expect.that(
        items
        and all(
            isinstance(item, (list, tuple)) and len(item) == 2 and isinstance(item[0], (str, int)) for item in items
        ),
        expected="a list of pairs (name, probability)",
        found="nothing (None)" if found is None else expect.number(found),
        likely=expect.cause(expect.no_return(found), PAIRS.of(found=found, first=first)),
    )
    return [tuple(item) for item in items]


def _shown(pairs):
    return ", ".join(f"{name} {expect.number(value)}" for name, value in pairs[:6])
