"""Grades s04_callbacks/early_stopping: the training stops `patience` epochs after the best validation loss.

The training is the one that `neuron` works out by hand.
"""

from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.expect import neuron

MAX_EPOCHS = 30


class Run(NamedTuple):
    """One training: what was said (history), and what was done (the model before and after)."""

    history: object
    before: keras.Model
    after: keras.Model


@pytest.fixture(scope="module")
def by_hand():
    """For each of MAX_EPOCHS epochs: training loss, validation loss and validation accuracy."""
    return neuron.by_hand(MAX_EPOCHS)


@pytest.fixture(scope="module")
def run(submission):
    """A patience of two epochs."""
    model = neuron.model()
    history = submission.train_with_early_stopping(model, neuron.TRAIN, neuron.VALIDATION, 2, MAX_EPOCHS)
    return Run(history, model, submission.argument(0))


@pytest.mark.check(points=1, hint="What does fit return, and where does it keep its lists?")
def test_history(run):
    """The answer is the dictionary of what each epoch measured, on both sets of rows."""
    _expect_history(run.history)


@pytest.mark.check(points=3, needs=["test_history"], hint="Which of the four lists shows that a model overfits?")
def test_stops(run, by_hand):
    """The training stops once two epochs in a row bring no validation loss below the best."""
    values = run.history["val_loss"]
    losses = {"training": run.history["loss"], "validation": values}
    expect.keep_curves("A training that was to stop two epochs after its lowest validation loss", losses)
    found = len(values)
    expect.equal(
        found,
        _length(by_hand["val_loss"], 2),
        what="the number of epochs with patience=2",
        likely=expect.cause(
            (
                expect.same(expect.weights_of(run.before), expect.weights_of(run.after), tol=0),
                "this model was never trained: the history is made up, or belongs to another model",
            ),
            (found == 1, "fit trained a single epoch: without epochs=max_epochs it trains no more"),
            (
                expect.same(values[: MAX_EPOCHS - 1], by_hand["loss"][1 : found + 1], tol=1e-4),
                "the training rows are validated, and their loss falls for ever, so that nothing stopped the training",
            ),
            (
                not expect.same(values, by_hand["val_loss"][:found], tol=1e-4),
                "fit trains or validates on other rows than it should, or the model was compiled again",
            ),
            (
                found == MAX_EPOCHS,
                "nothing stopped the training: the callback is missing in fit, or it watches the training loss, which "
                'falls for ever; watch "val_loss"',
            ),
            (found == _length(-by_hand["val_accuracy"], 2), "the accuracy is watched; watch the validation loss"),
            (
                found == _length(-by_hand["val_loss"], 2),
                'a loss is better when it is lower: mode is "min", or left out',
            ),
            (found == 2, "these are as many epochs as patience says; patience counts the epochs after the best one"),
            *(
                (
                    found == _length(by_hand["val_loss"], other),
                    f"the training waited for {_epochs(other)}: is patience fixed?",
                )
                for other in (1, *range(3, 20))
            ),
            "the validation loss decides, and any fall counts, however small",
        ),
    )


@pytest.mark.check(points=2, needs=["test_history"], hint="Which argument of the function says how long to wait?")
def test_patience(submission, by_hand):
    """With a patience of four epochs it stops two epochs later, and every figure is the one that was measured."""
    history = submission.train_with_early_stopping(neuron.model(), neuron.TRAIN, neuron.VALIDATION, 4, MAX_EPOCHS)
    _expect_history(history)
    length, found = _length(by_hand["val_loss"], 4), len(history["val_loss"])
    expect.equal(
        found,
        length,
        what="the number of epochs with patience=4",
        likely=expect.cause(
            (found == MAX_EPOCHS, "nothing stopped the training"),
            (found == length - 2, "the training stopped where it did with patience=2: is patience fixed?"),
            "patience counts from the epoch with the lowest validation loss",
        ),
    )
    for key in ("loss", "val_loss"):
        expect.close(
            history[key],
            by_hand[key][:length],
            what=f"{key} of the {length} epochs",
            tol=1e-4,
            likely=expect.cause(
                (
                    key == "val_loss" and expect.same(history[key][1:], by_hand["loss"][2 : length + 1], tol=1e-4),
                    "the validation figures come from the training rows",
                ),
                "fit trains on other rows than those of train, the model was compiled again, or the figures "
                "are made up",
            ),
        )


@pytest.mark.check(points=2, needs=["test_history"], hint="Which argument of the function limits the number of epochs?")
def test_max_epochs(submission):
    """With a patience that is never used up, the training ends after max_epochs."""
    history = submission.train_with_early_stopping(neuron.model(), neuron.TRAIN, neuron.VALIDATION, 50, 5)
    _expect_history(history)
    found = len(history["val_loss"])
    expect.equal(
        found,
        5,
        what="the number of epochs with patience=50 and max_epochs=5",
        likely=expect.cause(
            (found > 5, "the number of epochs is fixed, instead of taken from max_epochs"),
            "the training stopped though the validation loss was still falling",
        ),
    )


@pytest.mark.check(
    points=3,
    needs=["test_history"],
    hint="Which weights does the model have in the end, and to which epoch do they belong?",
)
def test_model(run):
    """The model that was passed in is trained: it has the weights of the last epoch, or those of the best."""
    expect.that(
        not expect.same(expect.weights_of(run.before), expect.weights_of(run.after), tol=0),
        expected="other weights after the training than before",
        found="exactly the weights from before",
        likely="fit was never called on this model: a copy was trained, or none at all",
    )
    values = run.history["val_loss"]
    found = neuron.validation_loss(run.after)
    expect.that(
        expect.same(found, values[-1], tol=1e-4) or expect.same(found, min(values), tol=1e-4),
        expected=f"a model whose validation loss is the last of the history, {expect.number(values[-1])}, "
        f"or the best, {expect.number(min(values))}",
        found=expect.number(found),
        likely="the history does not belong to these weights: it was cut afterwards, the model was trained further, "
        "or the figures are made up",
    )


def _length(values, patience):
    """After how many epochs early stopping ends when it watches `values` and waits for `patience` epochs."""
    best, waited = np.inf, 0
    for number, value in enumerate(values, start=1):
        best, waited = (value, 0) if value < best else (best, waited + 1)
        if waited >= max(patience, 1):
            return number
    return len(values)


def _expect_history(history):
    """Loss and validation loss are there, as lists of one length."""
    expect.kind(
        history,
        dict,
        what="the answer of train_with_early_stopping",
        likely="fit returns a History; its dictionary is history.history",
    )
    for key in ("loss", "val_loss"):
        expect.that(
            key in history,
            expected=f"a list under {key}",
            found="the keys " + ", ".join(map(str, history)) if history else "no keys at all",
            likely=expect.cause(
                ("loss" in history, "fit got no validation data, so that there is no validation loss to watch"),
                "return history.history, the dictionary that fit fills",
            ),
        )
        values = history[key]
        expect.that(
            isinstance(values, (list, tuple, np.ndarray)) and len(values) > 0 and all(map(_is_number, values)),
            expected=f"a list of numbers under {key}, one per epoch",
            found=expect.number(values),
            likely="return the lists of fit's History as they are",
        )
    expect.equal(len(history["loss"]), len(history["val_loss"]), what="the number of values under loss")


def _is_number(value):
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)


def _epochs(number):
    return "one epoch" if number <= 1 else f"{number} epochs"
