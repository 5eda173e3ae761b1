"""Grades s04_callbacks/early_stopping: the training stops `patience` epochs after the best validation loss.

The training is the one that `neuron` computes by hand.
"""

import re
from functools import cache
from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.expect import neuron

MAX_EPOCHS = 30
# A fall of 0.0000025 in each of these epochs: forty times what 32 bits distinguish, and less than any usual min_delta.
SLOW_RATE, SLOW_EPOCHS = 1e-5, 6
TIE, RESET, BOUNCING = "tie", "reset", "bouncing"
# What to look for, the validation loss of each epoch, and the patience.
CURVES = (
    (BOUNCING, [1, 3, 2, 3, 2, 3, 2, 3], 2),  # every other one is below the one before, and none below the first
    (TIE, [3, 3, 3, 3, 3, 3, 3], 2),
    (TIE, [4, 2, 2, 3, 2, 2, 2, 2], 4),
    (RESET, [5, 6, 4, 5, 3, 4, 2, 3, 4, 5, 6], 2),
    ("patient", [300.5, 200, 200.125, 199.875, 400, 400, 400, 100, 100, 100], 4),
    ("impatient", [2, 1, 1.125, 0.5, 0.25], 1),
    ("at once", [1, 2, 3, 4, 5, 6], 2),
)

ANSWER = "the answer of train_with_early_stopping"
SECOND_PLACE = "the second place of EarlyStopping is min_delta, how large a fall has to be: write patience=patience"
SWAPPED_NUMBERS = "patience and max_epochs are swapped: epochs=max_epochs in fit, patience=patience in the callback"
UPSIDE_DOWN = 'a loss is better when it is lower: mode is "min", or left out'
COMPILED_AGAIN = "the model was compiled again: it arrives compiled, and keeps its loss and its optimizer"
MIN_DELTA = "small falls did not count as falls: any fall counts, however small, so leave min_delta out"


class Run(NamedTuple):
    """One training: its answer (history), and its effect (the model before and after, whether anything trained)."""

    history: object
    before: keras.Model
    after: keras.Model
    trained: bool
    evidence: object


@pytest.fixture(scope="module")
def by_hand():
    """Return training loss, validation loss and validation accuracy for each of MAX_EPOCHS epochs."""
    return neuron.by_hand(MAX_EPOCHS)


@pytest.fixture(scope="module")
def train(submission):
    """Return the Run with this patience and max_epochs: each training is run once, when a check first needs it."""

    @cache
    def training(patience, max_epochs, make=neuron.model):
        model = make()
        try:
            history = submission.train_with_early_stopping(model, neuron.TRAIN, neuron.VALIDATION, patience, max_epochs)
            evidence = submission.evidence
        except Exception as fault:
            neuron.no_rows_to_spare(fault)
            raise
        return Run(history, model, submission.argument(0), evidence.trained, evidence)

    return training


@pytest.fixture(scope="module")
def run(train):
    """A patience of two epochs."""
    return train(2, MAX_EPOCHS)


@pytest.mark.check(points=1, hint="What does fit return, and where does it keep its lists?")
def test_history(run):
    """The answer is the dictionary of what each epoch measured, on both sets of rows."""
    expect.history(run.history, what=ANSWER)
    expect.measured(run.trained, what="the history")


@pytest.mark.check(points=3, needs=["test_history"], hint="Which of the four lists shows that a model overfits?")
def test_stops(submission, train, run, by_hand):
    """The training stops once two epochs in a row bring no validation loss below the best."""
    losses = {"training": run.history["loss"], "validation": run.history["val_loss"]}
    expect.keep_curves("A training that was to stop two epochs after its lowest validation loss", losses)
    _expect_stop(2, submission.source, train, by_hand)
    for name, curve, patience in CURVES:
        model, rows, validation = neuron.following(curve)
        history = submission.train_with_early_stopping(model, rows, validation, patience, len(curve))
        expect.history(history, what=ANSWER)
        found, right = len(history["val_loss"]), neuron.last_epoch(np.array(curve), patience)
        listed = ", ".join(f"{value:g}" for value in curve)
        expect.that(
            found == right,
            expected=f"with patience={patience} the training stops after {expect.epochs(right)} where the validation "
            f"losses are {listed}",
            found=f"it stopped after {expect.epochs(found)}",
            likely=_misread(name, found, right, curve),
        )


@pytest.mark.check(points=2, needs=["test_history"], hint="Which argument of the function says how long to wait?")
def test_patience(submission, train, by_hand):
    """With a patience of four epochs it stops two epochs later, and every figure is the one that was measured."""
    _expect_all_rows(submission)
    patient = train(4, MAX_EPOCHS)
    expect.history(patient.history, what=ANSWER)
    _expect_stop(4, submission.source, train, by_hand)
    likely = expect.cause(
        *_other_training(patient, by_hand),
        "fit trains on other rows than those of train, the model was compiled again, or the figures are made up",
    )
    for key in ("loss", "val_loss"):
        for epoch, value in enumerate(patient.history[key]):
            expect.close(value, by_hand[key][epoch], what=f"{key} of epoch {epoch + 1}", tol=1e-4, likely=likely)


@pytest.mark.check(points=2, needs=["test_history"], hint="Which argument of the function limits the number of epochs?")
def test_max_epochs(train, run, by_hand):
    """While the validation loss falls, however little, no patience is used up: the training ends after max_epochs."""
    history = train(50, 5).history
    expect.history(history, what=ANSWER)
    found = len(history["val_loss"])
    expect.that(
        found == 5,
        expected="with patience=50 and max_epochs=5 the training ends after 5 epochs",
        found=f"it ended after {expect.epochs(found)}",
        likely=expect.cause(
            (found == neuron.last_epoch(by_hand["val_loss"], 5), SWAPPED_NUMBERS),
            (found > 5, "the number of epochs is fixed, instead of taken from max_epochs"),
            "the training stopped though the validation loss was still falling",
        ),
    )
    slow = train(2, SLOW_EPOCHS, _slow_neuron)
    expect.history(slow.history, what=ANSWER)
    found, first = len(slow.history["val_loss"]), len(run.history["val_loss"])
    expect.that(
        found == SLOW_EPOCHS,
        expected=f"{SLOW_EPOCHS} epochs, as max_epochs says, where the validation loss falls a little in each of them",
        found=f"the training ended after {expect.epochs(found)}",
        likely=expect.cause(
            (found > SLOW_EPOCHS, "the number of epochs is fixed, instead of taken from max_epochs"),
            (_compiled_again(slow), COMPILED_AGAIN),
            (first == found == 5, "the accuracy is watched, or the number of epochs is fixed"),
            (first == neuron.last_epoch(-by_hand["val_loss"], 2), UPSIDE_DOWN),
            MIN_DELTA,
        ),
    )


@pytest.mark.check(
    points=3,
    needs=["test_history"],
    hint="Which weights does the model have in the end, and to which epoch do they belong?",
)
def test_model(run, by_hand):
    """The model that was passed in is trained: it has the weights of the last epoch, or those of the best."""
    expect.moved(run.before, run.after)
    values = run.history["val_loss"]
    found = neuron.validation_loss(run.after)
    expect.that(
        expect.same(found, values[-1], tol=1e-4) or expect.same(found, min(values), tol=1e-4),
        expected=f"a model whose validation loss is the last of the history, {expect.number(values[-1])}, "
        f"or the best, {expect.number(min(values))}",
        found=expect.number(found),
        likely=expect.cause(
            *_other_training(run, by_hand),
            "the history does not belong to these weights: it was cut afterwards, the model was trained further, "
            "or the figures are made up",
        ),
    )


def _expect_all_rows(submission):
    """Require that fit learns from all rows of train, with their labels, and validates on all those of validation."""
    rng = np.random.default_rng(0)
    rows, checks = ((rng.uniform(size=(n, 1)).astype("float32"), np.arange(n) % 3 // 2) for n in (33, 21))
    submission.train_with_early_stopping(neuron.model(), rows, checks, 3, 2)
    evidence = submission.evidence.of_argument(0)
    expect.trained_on(evidence, *rows)
    expect.validated_on(evidence, *checks)
    expect.not_compiled_again(evidence)


def _expect_stop(patience, source, train, by_hand):
    """Require that with this patience the training takes as many epochs as it does by hand."""
    right = neuron.last_epoch(by_hand["val_loss"], patience)
    found = len(train(patience, MAX_EPOCHS).history["val_loss"])
    expect.that(
        found == right,
        expected=f"with patience={patience} the training stops after {right} epochs, {patience} after the best one",
        found=f"it stopped after {expect.epochs(found)}",
        likely=None if found == right else _why(source, train, by_hand),
    )


def _why(source, train, by_hand):
    """Return why the training does not stop where it should; its behaviour with other numbers shows the reason."""
    values, accuracies = by_hand["val_loss"], by_hand["val_accuracy"]
    run = train(2, MAX_EPOCHS)
    others = train(4, MAX_EPOCHS), train(50, 5), train(2, SLOW_EPOCHS, _slow_neuron)
    first, (patient, short, slow) = len(run.history["val_loss"]), (_length_of(other.history) for other in others)
    waited = tuple(length - 1 - int(np.argmin(values)) for length in (first, patient))
    return expect.cause(
        *_other_training(run, by_hand),
        (first == 1, "fit trained a single epoch: without epochs=max_epochs it trains no more"),
        (
            not expect.same(run.history["val_loss"], values[:first], tol=1e-4),
            "fit trains or validates on other rows than it should, or the model was compiled again",
        ),
        (
            MAX_EPOCHS in (first, patient),
            "nothing stopped the training: the callback is missing in fit, or it watches the training loss, which "
            'falls for ever; watch "val_loss"',
        ),
        (first == patient == 2 and _second_place(source), SECOND_PLACE),
        (first == patient == short == slow, "the number of epochs is fixed: neither patience nor max_epochs counts"),
        ((first, patient, short) == (2, 4, neuron.last_epoch(values, 5)), SWAPPED_NUMBERS),
        (
            (first, patient) == (2, 4),
            "these are as many epochs as patience says; patience counts the epochs after the best one",
        ),
        (first == neuron.last_epoch(-values, 2), UPSIDE_DOWN),
        (
            first == neuron.last_epoch(-accuracies, 2) and patient == neuron.last_epoch(-accuracies, 4) and slow == 5,
            "the accuracy is watched; watch the validation loss",
        ),
        (slow < SLOW_EPOCHS, MIN_DELTA),
        (waited == (1, 3), "the training waited one epoch less than patience says"),
        (waited == (3, 5), "the training waited one epoch more than patience says"),
        (
            waited[0] == waited[1] > 0,
            f"the training waited for {expect.epochs(waited[0])}, whether patience was 2 or 4: is patience fixed?",
        ),
        (
            min(waited) > 0,
            f"the training waited for {expect.epochs(waited[0])} with patience=2, for {expect.epochs(waited[1])} "
            "with patience=4",
        ),
        "patience counts from the epoch with the lowest validation loss",
    )


def _other_training(run, by_hand):
    """Return conditions and words for a training that differs from the task."""
    losses, values = run.history["loss"], run.history["val_loss"]
    # fit measures its first loss before its first step.
    learns_from_validation = expect.same(losses[0], neuron.validation_loss_at_start(), tol=1e-4)
    return (
        (_untrained(run), "this model was never trained: the history is made up, or belongs to another model"),
        (_compiled_again(run), COMPILED_AGAIN),
        (
            learns_from_validation and expect.same(values[:-1], losses[1:], tol=1e-4),
            "fit learns from the validation rows: give it those of train",
        ),
        (
            learns_from_validation,
            "train and validation are swapped: fit learns from train, and validates on validation",
        ),
        (
            expect.same(values[: MAX_EPOCHS - 1], by_hand["loss"][1 : len(values) + 1], tol=1e-4),
            "the training rows are validated, and their loss falls for ever, so that nothing stopped the training",
        ),
    )


def _untrained(run):
    return expect.same(expect.weights_of(run.before), expect.weights_of(run.after), tol=0)


def _compiled_again(run):
    before, after = run.before.optimizer, getattr(run.after, "optimizer", None)
    return (
        type(after) is not type(before)
        or expect.loss_name(run.after) != expect.loss_name(run.before)
        or not expect.same(float(after.learning_rate), float(before.learning_rate))
    )


def _second_place(source):
    """Return whether patience is the second argument of EarlyStopping. It only words what the lengths showed."""
    return re.search(r"EarlyStopping\([^=,()]+,\s*patience\s*[,)]", source) is not None


def _slow_neuron():
    """Return the neuron shortly before it says yes: its validation loss falls very little, its accuracy once."""
    model = neuron.model()
    model.compile(keras.optimizers.SGD(SLOW_RATE), "binary_crossentropy", metrics=["accuracy"])
    # Each epoch moves the sum by SLOW_RATE, so that it is above zero from the third on.
    model.set_weights([np.zeros((1, 1)), np.array([-2.5 * SLOW_RATE])])
    return model


def _misread(name, found, right, curve):
    """Return why the training did not end after `right` epochs of this curve."""
    return expect.cause(
        (name == TIE, "an epoch that is only as good as the best counts as one without a fall: compare with <"),
        (name == RESET and found < right, "only epochs in a row count: begin to count again after each new best"),
        (
            name == BOUNCING and found == len(curve),
            "each loss is compared with that of the epoch before; compare it with the lowest so far",
        ),
        (found < right, "the training stopped though not so many epochs in a row were without a new best"),
        "patience counts from the epoch with the lowest validation loss, and the first epoch can be that one, too",
    )


def _length_of(history):
    """Count the epochs of a history; it may be any value."""
    values = history.get("val_loss") if isinstance(history, dict) else None
    return len(values) if isinstance(values, (list, tuple, np.ndarray)) else 0
