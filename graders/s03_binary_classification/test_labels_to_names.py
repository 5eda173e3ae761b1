"""Grades s03_binary_classification/labels_to_names: a network of several classes, from labels to names."""

import ast
import contextlib
import re
from typing import Any, NamedTuple

import keras
import numpy as np
import pandas as pd
import pytest

from keraskata import expect

CATEGORICAL = ("sparse_categorical_crossentropy", "categorical_crossentropy")
ASKING = ("predict", "predict_on_batch")
FOR_NUMBERS = ("squared", "absolute", "huber", "log_cosh")


class Clouds(NamedTuple):
    """Rows in clouds that lie far apart, their labels, and the middle of each label's cloud."""

    features: np.ndarray
    labels: pd.Series
    middles: dict[str, np.ndarray]
    epochs: int


def _clouds(counts, middles, epochs):
    """Clouds with so many rows for each label; the labels appear in the order of `counts`."""
    rng, names = np.random.default_rng(5), list(counts)
    rest = [name for name, count in counts.items() for _ in range(count - 1)]
    labels = names + rng.permutation(rest).tolist()
    by_name = dict(zip(names, np.asarray(middles, "float32"), strict=True))
    rows = np.array([by_name[label] for label in labels]) + rng.normal(0, 0.25, (len(labels), len(middles[0])))
    # Row names have nothing to do with the positions, and some come twice.
    return Clouds(
        rows.astype("float32"), pd.Series(labels, index=rng.permutation(len(labels)) // 2, name="kind"), by_name, epochs
    )


class Training(NamedTuple):
    """A call of train_classifier: what came back, what it did, and its arguments as it left them."""

    answer: Any
    evidence: Any
    features: Any
    labels: Any


ANGLES = 2 * np.pi * np.arange(5) / 5
# The orders of the alphabet, of appearance and of frequency differ, also backwards.
COLOURS = _clouds(
    {"green": 8, "white": 12, "amber": 14, "red": 16, "blue": 10},
    3 * np.column_stack([np.cos(ANGLES), np.sin(ANGLES)]),
    epochs=20,
)
# Both clouds lie on one side of zero: who learned from scaled rows takes rows as they are for "yes".
TWO = _clouds({"yes": 14, "Yes": 25}, [[4, 2, 3], [0.5, 1.5, 1]], epochs=16)

THREE = ["dog", "ant", "cat"]
FEW = [[0.2, 0.35, 0.45], [0.7, 0.2, 0.1], [0.15, 0.05, 0.8], [0.3, 0.6, 0.1]]

LABELS = {*COLOURS.middles, *TWO.middles}

_ELSEWHERE = "{name} is no label here: it is kept from an earlier call, or written into the function"

PAIR = expect.diagnoses(
    model_only=(
        "only the model is returned; the names of its outputs are missing",
        lambda seen: isinstance(seen.found, keras.Model),
    ),
    otherwise="return the model and the names, with a comma between",
)
FIRST = expect.diagnoses(
    swapped=("the two are the wrong way round: the model first", lambda seen: isinstance(seen.second, keras.Model)),
    history=("this is what fit returns; return the model that it trained", lambda seen: expect.is_history(seen.first)),
    otherwise="return the model first, then the names",
)
LISTED = expect.diagnoses(
    array=("an array came back; its tolist() gives the list", lambda seen: isinstance(seen.names, np.ndarray)),
    dict=(
        "a dict came back; the list of its names is enough, in the order of the outputs",
        lambda seen: isinstance(seen.names, dict),
    ),
    otherwise="return the names as a list",
)
NAMES = expect.diagnoses(
    all_labels=(
        "these are the labels of all rows; each name only once",
        lambda seen: len(seen.names) == len(seen.labels) and set(seen.names) == set(seen.wanted),
    ),
    codes=(
        "these are the codes, and the names that belong to them are lost. What still knew them?",
        lambda seen: sorted(map(str, seen.names)) == [str(code) for code in range(len(seen.wanted))],
    ),
    spelling=(
        "labels that differ in capitals are different labels; leave them as they are",
        lambda seen: (
            len(seen.names) < len(seen.wanted)
            and {name.lower() for name in seen.names} == {name.lower() for name in seen.wanted}
        ),
    ),
    elsewhere=(_ELSEWHERE, lambda seen: _strange(seen.names, seen.wanted)),
    missing=(
        "{name} is missing",
        lambda seen: (
            {"name": repr(min(set(seen.wanted) - set(seen.names)))} if set(seen.names) < set(seen.wanted) else None
        ),
    ),
    otherwise="the names are the different labels themselves, each once",
)
ALIGNED = expect.diagnoses(
    index=(
        "pandas puts each label where its row name (index) is, and labels has some of them twice: take the labels in "
        "their order, labels.to_numpy()",
        lambda seen: "reindex" in seen.found.lower(),
    ),
    row_names=(
        "with the row names 0, 1, 2, ... it runs: labels[i] looks for the row name i, and here labels has others, some "
        "of them twice. Take the labels in their order, labels.to_numpy()",
        lambda seen: seen.runs,
    ),
)
INPUTS = expect.diagnoses(
    fixed=("the width is fixed at 2; take it from features.shape", lambda seen: seen.model.input_shape == (None, 2)),
    otherwise="a row has as many numbers as features has columns",
)
OUTPUTS = expect.diagnoses(
    two=(
        "one sigmoid can answer for two classes, but here each class has an output of its own, also where there are "
        "two",
        lambda seen: seen.units == 1 and seen.k == 2,
    ),
    one=("one output answers yes or no; each class needs an output of its own", lambda seen: seen.units == 1),
    more=(
        "there is one output more than there are classes, and no name belongs to it: codes begin at 0",
        lambda seen: seen.units == seen.k + 1,
    ),
    fixed=(
        "there are five outputs, as there are for five colours; let the labels say how many",
        lambda seen: seen.units == 5,
    ),
    otherwise="each class has an output of its own: the last layer needs as many units as there are names",
)
SOFTMAX = expect.diagnoses(
    sigmoid=(
        "sigmoid makes a probability of each output alone; a row has just one class, so let the outputs share a total "
        "of 1 by softmax",
        lambda seen: seen.name == "sigmoid",
    ),
    linear=(
        "without an activation any number comes out; softmax makes probabilities of them",
        lambda seen: seen.name == "linear",
    ),
    otherwise="softmax goes over the outputs of each row, as the activation of the last layer",
)
LOSS = expect.diagnoses(
    binary=(
        "binary cross-entropy is for yes/no questions; of several classes just one is right, which takes a "
        "categorical one",
        lambda seen: seen.name == "binary_crossentropy",
    ),
    numbers=(
        "this loss is for predicting numbers, not for classes",
        lambda seen: any(part in seen.name for part in FOR_NUMBERS),
    ),
    otherwise="the loss is sparse_categorical_crossentropy for codes, categorical_crossentropy for one-hot rows",
)
ORDER = expect.diagnoses(
    never=(
        "fit was never called, on any model",
        lambda seen: seen.evidence.complete and not seen.evidence.trained,
    ),
    another=(
        "the model that came back is not the one that was trained",
        lambda seen: seen.evidence.complete and not any(fit.answer for fit in seen.evidence.fits),
    ),
    frozen=("no layer may learn: trainable=False keeps the weights as they are", lambda seen: not seen.weights),
    order=(
        "the outputs are in the order of {outputs}, the names in the order of {names}; both need the same one",
        lambda seen: _orders(seen.places, seen.names, seen.labels),
    ),
    permuted=(
        "the names are all there, but not in the order of the outputs: take names and codes from one place",
        lambda seen: len(set(seen.places)) == len(seen.names),
    ),
    alike=(
        "all rows went in with the same code; each row needs the code of its own label",
        lambda seen: any(fit.rows.targets.deviation == 0 for fit in seen.evidence.fits),
    ),
    row_names=(
        "the labels went in in the order of their row names; leave them in the order of the rows",
        lambda seen: _went_in(seen, seen.labels.sort_index()),
    ),
    other_rows=(
        "the codes that went in are those of other rows: code number i belongs to row number i",
        lambda seen: _of_other_rows(seen),
    ),
    scaled=(
        "fit got other numbers than those of features, and the model takes rows as they are: what scales them belongs "
        "into the model, such as a Normalization layer",
        lambda seen: _of_other_numbers(seen),
    ),
    otherwise="it has not learned these rows; does each row go in as it is, with the code of its own label?",
)
EPOCHS = expect.diagnoses(
    none=(
        "no network is trained here: Keras trained none, and the weights are the same for one epoch and for {n}, so "
        "they are calculated in one go. Weights are to be learned from the rows, epoch by epoch, as fit does",
        lambda seen: {"n": seen.wanted} if not seen.fits else None,
    ),
    twice=(
        "fit is called more than once: each call trains the same model further, so that its epochs add up",
        lambda seen: len(seen.fits) > 1 and seen.found > seen.wanted,
    ),
    held_back=(
        "validation_split keeps {n} rows back; the network is trained on all rows",
        lambda seen: {"n": seen.fits[0].held_back} if seen.fits[0].held_back else None,
    ),
    stopped=(expect.STOPPED_BY, lambda seen: expect.stopped_by(seen.fits[0])),
    rows=(
        "fit learns from {n} rows of {m}",
        lambda seen: (
            {"n": n, "m": seen.n} if not seen.fits[0].batches and (n := seen.fits[0].rows.count) < seen.n else None
        ),
    ),
    batches=(
        "{n} rows of {m} come into no batch: the last one may be smaller than the others, and counts, too",
        lambda seen: (
            {"n": n, "m": seen.n}
            if all(fit.batches and fit.rows.whole for fit in seen.fits)
            and (n := seen.n - len({mark for fit in seen.fits for mark in fit.rows.marks})) > 0
            else None
        ),
    ),
    rest=(
        "the batches of an epoch hold {k} of the {m} rows, other ones each time: the last batch may be smaller than "
        "the others, and counts, too",
        lambda seen: {"k": k, "m": seen.n} if (k := _rows_of_an_epoch(seen)) else None,
    ),
    skipped=(
        expect.SKIPS_EPOCHS,
        lambda seen: {"first": seen.fits[0].initial_epoch} if seen.fits[0].initial_epoch else None,
    ),
    fixed=(expect.FIXED_EPOCHS, lambda seen: re.search(r"epochs\s*=\s*\d", seen.source)),
    otherwise="take the number of epochs from epochs, as it is; each of them goes over all rows once",
)
TEXTS = expect.diagnoses(
    text=("a single text came back; one row, too, gets a list, of one name", lambda seen: isinstance(seen.found, str)),
    array=("an array came back; its tolist() gives the list", lambda seen: isinstance(seen.found, np.ndarray)),
    codes=(
        "these are the places of the likeliest classes; names knows the name at each place",
        lambda seen: isinstance(seen.other, (int, np.integer)),
    ),
    pairs=(
        "each name comes with something else; the name alone is asked for",
        lambda seen: isinstance(seen.other, (tuple, list)),
    ),
    otherwise="the answer is a list of texts, one name for each row",
)
NAMED = expect.diagnoses(
    cut=(
        "{whole} has become {found}: an array of texts has room for as many letters as it was made for, and cuts off "
        "the rest of a longer name. Put the names into a list",
        lambda seen: _cut(seen.found, seen.right),
    ),
    unused=(
        "name_rows does not read its argument {names}, and that list says what the outputs of this model are called",
        lambda seen: {"names": name} if (name := _unread_names(seen.source)) else None,
    ),
    changed=(
        "the model was asked about other rows than those that came in; it takes them as they are",
        lambda seen: any((match := seen.evidence.asked_about(what, seen.given)) and match.strange for what in ASKING),
    ),
    one=(
        "one name came back for {n} rows: argmax over all numbers, or of the first row alone? Each row has its own, "
        "axis 1",
        lambda seen: {"n": len(seen.right)} if len(seen.found) == 1 < len(seen.right) else None,
    ),
    unlikely=(
        "{name} stands where the largest probability is only {most}; the likeliest class counts, however unlikely",
        lambda seen: _refused(seen),
    ),
    own=(
        "{name} is a label that train_classifier met, and not among the names that came in; take these",
        lambda seen: (name := _strange(seen.found, seen.names)) and name if set(seen.found) <= LABELS else None,
    ),
    strange=(
        "{name} is not among the names that came in; each answer is one of these",
        lambda seen: _strange(seen.found, seen.names),
    ),
    half=(
        "a class counts only from 0.5 on here; the likeliest one may be below: take argmax of the probabilities "
        "themselves",
        lambda seen: _is(seen, (seen.rows > 0.5).argmax(axis=1)),
    ),
    single=(
        "several rows get their names, and a single one gets a name for each of its {n} probabilities: its axis was "
        "taken away, as squeeze does. Leave predict's answer in its shape, (m, k)",
        lambda seen: (
            {"n": len(seen.found)}
            if len(seen.right) == 1 and len(seen.found) == len(seen.names) and seen.several() == seen.several_right
            else None
        ),
    ),
    down=(
        "argmax went down the rows, axis 0; it is to go over the classes of each row, axis 1",
        lambda seen: _is(seen, seen.rows.argmax(axis=0) % len(seen.names)) and _down_the_rows(seen),
    ),
    many=(
        "{n} names came back, where {m} is the number of rows: each row gets one",
        lambda seen: {"n": len(seen.found), "m": len(seen.right)} if len(seen.found) > len(seen.right) else None,
    ),
    sorted=(
        "the names were sorted; name number i belongs to output number i, whatever the alphabet says",
        lambda seen: seen.found == _at(seen.best, sorted(seen.names)),
    ),
    least=("this is the least likely class of each row", lambda seen: _is(seen, seen.rows.argmin(axis=1))),
    second=("this is the second likeliest class", lambda seen: _is(seen, seen.rows.argsort(axis=1)[:, -2])),
    off=(
        "each name is one place beside that of its output; outputs and names are both counted from 0",
        lambda seen: any(_is(seen, (seen.best + by) % len(seen.names)) for by in (-1, 1)),
    ),
    again=(
        "the places that were found got new codes, in which a class that no row has is left out: take the places as "
        "they are",
        lambda seen: _is(seen, np.searchsorted(np.unique(seen.best), seen.best)),
    ),
    once=(
        "each name comes once only; each row gets its name, also where another row has the same",
        lambda seen: sorted(seen.found) == sorted(set(seen.right)),
    ),
    rows_sorted=(
        "the answers are sorted; leave them in the order of the rows",
        lambda seen: seen.found == sorted(seen.right),
    ),
    reshaped=(
        "reshape does not turn a table round: it puts numbers of other rows together. Take argmax along axis 1",
        lambda seen: "reshape" in seen.source and _is(seen, seen.rows.reshape(len(seen.names), -1).argmax(axis=0)),
    ),
    rest=(
        "only the first {n} of {m} rows have a name: do all of them come into a batch, also into a short last one?",
        lambda seen: (
            {"n": len(seen.found), "m": len(seen.right)} if seen.found == seen.right[: len(seen.found)] else None
        ),
    ),
    training=(
        "with training=True the model answers as in training, where Dropout is at work; leave it out",
        lambda seen: re.search(r"training\s*=\s*True", seen.source),
    ),
    otherwise="for each row look up in names the place of its largest probability",
)
BROKEN = expect.diagnoses(
    earlier=(
        "this call alone runs: name_rows goes by something that an earlier call left behind, outside of the functions. "
        "Go by the arguments alone",
    ),
    alone=(
        "with two rows it runs, and with a single one it does not. Has its axis been taken away, as squeeze does? "
        "predict answers in the shape (m, k), also where m is 1",
    ),
)
TOUCHED = expect.diagnoses(
    model=(
        "naming trains nothing: the classes of new rows are not known, so leave out fit",
        lambda seen: seen.evidence.trained,
    ),
    otherwise="work on a copy, and leave what came in as it is",
)


@pytest.fixture(scope="module")
def colours(submission):
    return _trained(submission, COLOURS)


@pytest.fixture(scope="module")
def two(submission):
    return _trained(submission, TWO)


@pytest.mark.check(points=2, hint="Two things come back: the model, and the list of names. What knows the names?")
def test_names(colours):
    """Two things come back: the model, and the list of the names, each once."""
    _names(colours.answer, COLOURS, "train_classifier for five colours")


@pytest.mark.check(points=1, needs=["test_names"], hint="How many numbers has a row, and how many classes are there?")
def test_outputs(colours):
    """The model reads rows as wide as these, and has an output for each name."""
    _outputs(colours.answer[0], COLOURS, "the model for five colours")


@pytest.mark.check(points=2, needs=["test_outputs"], hint="Just one class is right. What makes the outputs sum to 1?")
def test_softmax(colours):
    """The outputs are probabilities that sum to 1, made by softmax."""
    _softmax(colours.answer[0], "the model for five colours")


@pytest.mark.check(
    points=1,
    needs=["test_outputs"],
    hint="Which cross-entropy is for one class among several, with labels as fit gets them?",
)
def test_loss(colours):
    """The model is compiled with categorical cross-entropy, sparse or not."""
    _loss(colours, COLOURS, "train_classifier for five colours")


@pytest.mark.check(
    points=3,
    needs=["test_outputs"],
    hint="Which label has code 0 in your code, and which name stands first in your list?",
)
def test_order(colours):
    """Trained, the model gives the middle of each cloud its own name: names and outputs are in the same order."""
    _order(colours, COLOURS, "five colours")


@pytest.mark.check(points=1, needs=["test_order"], hint="Which rows does fit get, and how often?")
def test_epochs(submission, colours):
    """The network is trained on all rows, for as many epochs as asked."""
    _expect_training(submission, colours, COLOURS)
    _epochs(colours.evidence, COLOURS, submission.source)


@pytest.mark.check(
    points=2,
    needs=["test_order"],
    hint="Which names, and which numbers, are written into your code?",
)
def test_other_labels(submission, two):
    """Two classes, with names that differ by a capital, in rows of three numbers: it is all the same."""
    answer = two.answer
    _names(answer, TWO, "train_classifier for two classes")
    _outputs(answer[0], TWO, "the model for two classes")
    _softmax(answer[0], "the model for two classes")
    _loss(two, TWO, "train_classifier for two classes")
    _order(two, TWO, "two classes")
    _epochs(two.evidence, TWO, submission.source)


@pytest.mark.check(
    points=4, hint="Print the shape of what predict answers. Along which axis does each row have its classes?"
)
def test_name_rows(submission, request):
    """name_rows gives each row the name of its likeliest class, for any model, any names, and any number of rows."""
    three, many = THREE, ["one", "seven", "two", "nine", "eight"]
    words = ["up", "in", "on", "by", "at", "to", "of", "or"]
    alone, plain, noisy = _answers_with(8), _answers_with(3), _answers_with(5, dropout=0.5)
    without = [[0.1, 0.6, 0.3], [0.1, 0.2, 0.7], [0.05, 0.9, 0.05], [0.3, 0.2, 0.5], [0.0, 0.8, 0.2]]
    rng = np.random.default_rng(2)
    with contextlib.suppress(Exception):  # what a training, also one with as many names, leaves behind is not to count
        request.getfixturevalue("two")
    _named(submission, alone, words, [[0.05, 0.2, 0.03, 0.6, 0.02, 0.01, 0.04, 0.05]], "one row")
    _named(submission, plain, three, FEW, "four rows")
    _named(submission, plain, three, without, "five rows, none of them a dog")
    _named(submission, noisy, many, rng.dirichlet(np.full(5, 0.4), size=70), "70 rows")
    _named(submission, _answers_with(2), ["no", "a little"], [[0.2, 0.8], [0.9, 0.1]], "two names")


@pytest.mark.check(
    points=1,
    needs=["test_names", "test_name_rows"],
    hint="What do your functions do with the very array, Series, list or model that came in?",
)
def test_untouched(submission, colours):
    """The arguments stay as they are: rows, labels, names, and the model that names them."""
    expect.unchanged(colours.features, COLOURS.features, what="features", likely=TOUCHED.of(evidence=None))
    expect.unchanged(colours.labels, COLOURS.labels, what="labels", likely=TOUCHED.of(evidence=None))
    model, names, rows = _answers_with(3), ["dog", "ant", "cat"], _logarithms([[0.2, 0.35, 0.45], [0.7, 0.2, 0.1]])
    submission.name_rows(model, names, rows)
    evidence = submission.evidence
    likely = TOUCHED.of(evidence=evidence)
    left = submission.argument(0)
    expect.that(
        isinstance(left, keras.Model) and expect.same(expect.weights_of(left), expect.weights_of(model), tol=0),
        expected="the model with the weights that it had before name_rows",
        found="other weights",
        likely=likely,
    )
    expect.not_compiled_again(evidence.of_argument(0), what="the model that names the rows")
    expect.equal(submission.argument(1), names, what="the list of names after name_rows", likely=likely)
    expect.unchanged(submission.argument(2), rows, what="features", likely=likely)


def _trained(submission, data):
    """The answer of train_classifier, the evidence of what it did, and features and labels as it left them."""
    with expect.explained(lambda fault: _aligned(fault, submission, data)):
        found = submission.train_classifier(data.features, data.labels, data.epochs)
    return Training(found, submission.evidence, submission.argument(0), submission.argument(1))


def _aligned(fault, submission, data):
    """The cause of an error that comes from the row names alone."""
    aligned = "reindex" in str(fault.error).lower()
    may_run = not aligned and isinstance(fault.error, (LookupError, TypeError, ValueError))
    runs = may_run and _runs_by_position(submission, data)
    return ALIGNED.of(found=fault.feedback.found, runs=runs) if aligned or runs else None


def _runs_by_position(submission, data):
    """Return whether train_classifier runs where the row names are the positions."""
    with contextlib.suppress(Exception):
        submission.train_classifier(data.features, data.labels.reset_index(drop=True), data.epochs)
        return True
    return False


def _names(answer, data, what):
    expect.several(answer, ["the model", "the list of names"], what=what, likely=PAIR.of(found=answer))
    model, names = answer
    likely = FIRST.of(first=model, second=names)
    expect.that(isinstance(model, keras.Model), expected=f"{what}: first the model", found=_kind(model), likely=likely)
    expect.model(model, what=f"the first thing from {what}")
    expect.that(
        isinstance(names, list),
        expected=f"{what}: a list of text",
        found=_kind(names),
        likely=LISTED.of(names=names),
    )
    wanted = sorted(data.middles)
    expect.that(
        all(isinstance(name, str) for name in names) and sorted(names) == wanted,
        expected=f"{what}: {', '.join(wanted)}, in the order of the outputs",
        found=", ".join(map(str, names[:12])) or "an empty list",
        likely=NAMES.of(names=names, wanted=wanted, labels=data.labels),
    )


def _outputs(model, data, what):
    width, k = data.features.shape[1], len(data.middles)
    units = [wide for wide in (1, k + 1, 5) if wide != k]
    expect.widths(
        model,
        width,
        k,
        what=what,
        inputs=[(2, INPUTS.of(model=model))],
        outputs=[(wide, OUTPUTS.of(units=wide, k=k)) for wide in units],
    )
    expect.row_by_row(model, what=what)


def _softmax(model, what):
    name = expect.output_activation(model)
    shown = "another way to make them" if name == "unknown" else name
    expect.that(
        name == "softmax",
        expected=f"{what} ends in softmax",
        found=shown,
        likely=SOFTMAX.of(name=name) if name != "unknown" else expect.CHANGED,
    )


def _loss(training, data, what):
    """Ask for one of the two losses: of any other one, for that which the labels in fit are for."""
    model = training.answer[0]
    expect.compiled(model, what=what)
    name, sparse = expect.loss_name(model), _went_in_as_codes(training, data)
    likely = LOSS.of(name=name)
    expect.that(
        name in CATEGORICAL or sparse is not None,
        expected=f"the loss is {CATEGORICAL[0]!r} for codes, {CATEGORICAL[1]!r} for one-hot rows",
        found="a loss of your own" if name == "own_loss" else repr(name),
        likely=likely,
    )
    asked = name if name in CATEGORICAL else CATEGORICAL[0 if sparse else 1]
    expect.keras_loss(model, asked, what=what, likely=likely)


def _order(training, data, what):
    model, names = training.answer
    expect.finite(model, what=f"the model for {what}")
    truth = list(data.middles)
    places = expect.predict(model, np.array([data.middles[name] for name in truth])).argmax(axis=1).tolist()
    found = [names[place] for place in places]
    wrong = [at for at, name in enumerate(truth) if found[at] != name]
    likely = ORDER.of(
        evidence=training.evidence,
        weights=model.trainable_weights,
        places=places,
        names=names,
        labels=data.labels,
        data=data,
    )
    expect.that(
        not wrong,
        expected=f"{what}: the middle of each cloud with its own name",
        found=", ".join(f"{truth[at]!r} is named {found[at]!r}" for at in wrong[:3]),
        likely=likely,
    )


def _expect_training(submission, training, data):
    """Who trains without Keras does so by hand: then one epoch gives other weights than many do.

    A training may be at its end after one epoch where the clouds lie apart, so mixed labels are asked for, too.
    """
    if training.evidence.trained or not training.evidence.complete:
        return
    mixed = pd.Series(np.random.default_rng(3).permutation(data.labels))
    expect.that(
        any(_learns_by_epochs(submission, data.features, labels, data.epochs) for labels in (data.labels, mixed)),
        expected=f"other weights after {expect.epochs(data.epochs)} than after one",
        found="the same weights",
        likely=EPOCHS.of(fits=[], wanted=data.epochs),
    )


def _learns_by_epochs(submission, features, labels, epochs):
    weights = []
    for number in (1, epochs):
        found, what = submission.train_classifier(features, labels, number), f"train_classifier with epochs={number}"
        expect.several(found, ["the model", "the list of names"], what=what)
        expect.model(found[0], what=f"the first thing from {what}")
        weights.append(expect.weights_of(found[0]))
    return not expect.same(*weights, tol=0)


def _epochs(evidence, data, source):
    """Ask how often the rows went in, where that is known."""
    fits, n = evidence.fits, len(data.features)
    known = evidence.complete and not evidence.by_hand and all(fit.rows and (fit.ran or fit.batches) for fit in fits)
    if not known or not fits:
        return
    seen = sum(fit.rows.count * (1 if fit.batches else fit.ran) for fit in fits) / n
    expect.that(
        seen == data.epochs,
        expected=f"each of {n} rows {data.epochs} times in the training",
        found=f"{seen:g} times" if all(fit.rows.count == n for fit in fits) else f"{seen:.3g} times on average",
        likely=EPOCHS.of(fits=fits, found=seen, wanted=data.epochs, n=n, source=source),
    )


def _named(submission, model, names, probabilities, what):
    rows = _logarithms(probabilities)[:, _swapped(len(names))]
    with expect.explained(lambda _: _broken(submission, model, names, rows)):
        found = submission.name_rows(model, names, rows)
    evidence, best = submission.evidence, np.argmax(probabilities, axis=1)
    right = _at(best, names)
    what = f"the answer of name_rows for {what}"
    expect.kind(found, list, what=what, likely=TEXTS.of(found=found))
    other = next((name for name in found if not isinstance(name, str)), None)
    expect.that(
        other is None,
        expected=f"{what} is a list of texts",
        found=f"a list with {expect.number(other)}",
        likely=TEXTS.of(found=found, other=other),
    )
    likely = NAMED.of(
        several=lambda: submission.name_rows(_answers_with(3), THREE, _logarithms(FEW[:2])[:, _swapped(3)]),
        several_right=_at(np.argmax(FEW[:2], axis=1), THREE),
        found=found,
        right=right,
        best=best,
        rows=np.array(probabilities),
        names=names,
        given=rows,
        evidence=evidence,
        source=submission.source,
    )
    expect.equal(len(found), len(right), what=f"the number of names in {what}", likely=likely)
    expect.equal(found, right, what=what, likely=likely)


def _answers_with(k, dropout=0.0):
    """A model that swaps the first two of k logarithms, and answers with the probabilities that they are of."""
    model = keras.Sequential([keras.Input((k,))])
    if dropout:
        model.add(keras.layers.Dropout(dropout))
    model.add(keras.layers.Dense(k, activation="softmax"))
    model.set_weights([np.eye(k, dtype="float32")[_swapped(k)], np.zeros(k, "float32")])
    model.compile(loss="sparse_categorical_crossentropy", run_eagerly=True)  # a prediction does not pay for a graph
    return model


def _cut(found, right):
    """The first name that ends early, and what it should be, where all names are the right ones up to one width."""
    width = max(map(len, found))
    if len(found) != len(right) or found != [name[:width] for name in right]:
        return None
    whole, short = next((pair for pair in zip(right, found, strict=True) if pair[0] != pair[1]), (None, None))
    return {"whole": repr(whole), "found": repr(short)} if whole else None


def _swapped(k):
    return [1, 0, *range(2, k)]


def _logarithms(probabilities):
    return np.log(np.clip(probabilities, 1e-6, 1)).astype("float32")


def _at(places, names):
    return [names[place] for place in places]


def _is(seen, places):
    """Whether the answer has the names at these places."""
    return seen.found == _at(places, seen.names)


def _broken(submission, model, names, rows):
    """The cause of an error in name_rows: names that it never reads, an earlier call, or a row that is alone."""
    if name := _unread_names(submission.source):
        return NAMED.says("unused", names=name)
    if _runs(submission.reseeded(1), model, names, rows):
        return BROKEN.says("earlier")
    return BROKEN.says("alone") if len(rows) == 1 and _runs(submission, model, names, np.repeat(rows, 2, 0)) else None


def _runs(submission, model, names, rows):
    with contextlib.suppress(Exception):
        submission.name_rows(model, names, rows)
        return True
    return False


def _unread_names(source):
    """What name_rows calls its second argument, where nothing in it reads this."""
    functions = [step for step in ast.walk(ast.parse(source)) if isinstance(step, ast.FunctionDef)]
    function = next((each for each in reversed(functions) if each.name == "name_rows"), None)
    if function is None or isinstance(function.body[-1], ast.Raise):
        return None  # it is made otherwise, as by lambda, or still to be written
    given = function.args.posonlyargs + function.args.args
    if len(given) != 3 or re.search(r"\b(locals|vars|eval|exec)\(", source):
        return None
    read = {step.id for step in ast.walk(function) if isinstance(step, ast.Name)}
    return None if given[1].arg in read else given[1].arg


def _down_the_rows(seen):
    """Whether argmax went down the rows: of a single row, where each place is 0, the answer to several rows tells."""
    return len(seen.right) > 1 or seen.several() == _at(np.argmax(FEW[:2], axis=0), THREE)


def _strange(names, wanted):
    """The first name that is none of those wanted, to be named in a row."""
    strange = sorted(set(names) - set(wanted))
    return {"name": repr(strange[0])} if strange else None


def _orders(places, names, labels):
    """Which orders outputs and names have, if each of them has a single known one, and they differ."""
    appearance, alphabet = labels.unique().tolist(), sorted(names)
    orders = {
        "appearance": appearance,
        "the alphabet": alphabet,
        "the alphabet, backwards": alphabet[::-1],
        "frequency": labels.value_counts().index.tolist(),
    }
    outputs = [words for words, order in orders.items() if [order.index(name) for name in appearance] == places]
    listed = [words for words, order in orders.items() if order == names]
    return {"outputs": outputs[0], "names": listed[0]} if outputs and listed and outputs[0] != listed[0] else None


def _targets(labels):
    """The targets that labels may become: codes by the alphabet or by appearance, and their one-hot rows."""
    for order in (sorted(set(labels)), list(labels.unique())):
        codes = np.array([order.index(label) for label in labels])
        yield codes
        yield np.eye(len(order))[codes]


def _went_in(seen, labels):
    """Whether some fit got the rows with the codes of `labels`, one for each row in this order."""
    found = (fit.trained_on(seen.data.features, codes) for fit in seen.evidence.fits for codes in _targets(labels))
    return any(match and match.own == len(labels) for match in found)


def _went_in_as_codes(training, data):
    """Whether fit got each row with the code of its label (True) or with a one-hot row (False); None if not known."""
    for targets in _targets(data.labels):
        match = training.evidence.trained_on(data.features, targets)
        if match and match.own and not match.other_labels:
            return targets.ndim == 1
    return None


def _rows_of_an_epoch(seen):
    """How many rows the batches of each epoch hold, where these are fewer than all, no row twice, and not known else.

    They are known to be so where the batches can be cut into `wanted` equal parts in which no row comes twice.
    """
    if not all(fit.batches and fit.rows.whole for fit in seen.fits):
        return None
    marks = np.concatenate([np.frombuffer(fit.rows.features, "uint64") for fit in seen.fits])
    size, rest = divmod(len(marks), seen.wanted)
    epochs = marks.reshape(seen.wanted, -1) if size and not rest and size < seen.n else []
    apart = len(epochs) and all(len(set(epoch)) == size for epoch in epochs.tolist())
    return size if apart and len({frozenset(epoch) for epoch in epochs.tolist()}) > 1 else None


def _of_other_rows(seen):
    """Whether the codes that went in belong to the labels, but most of them to other rows."""
    fits, features = seen.evidence.fits, seen.data.features
    matches = [fit.trained_on(features, codes) for fit in fits for codes in _targets(seen.labels)]
    return any(match and match.other_labels > len(features) / 3 for match in matches)


def _of_other_numbers(seen):
    """Whether the model that came back was trained, and none of the rows that it learned from is one of these."""
    fits = [fit for fit in seen.evidence.fits if fit.answer]
    matches = [fit.trained_on(seen.data.features, None) for fit in fits]
    return bool(fits) and all(match and match.strange and not match.own for match in matches)


def _refused(seen):
    """The word that stands for the names where the largest probability is small, and nowhere else."""
    most = seen.rows.max(axis=1)
    refused = np.array([found not in seen.names for found in seen.found])
    others = [found for found, name in zip(seen.found, seen.right, strict=True) if found != name]
    if not (0 < sum(refused) == len(others) < len(refused) and len(set(others)) == 1):
        return None
    below = most[refused].max() < most[~refused].min()
    return {"name": repr(others[0]), "most": expect.number(most[refused].max())} if below else None


def _kind(value):
    return f"a {value.kind}" if hasattr(value, "kind") else expect.type_name(value)
