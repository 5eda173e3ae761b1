"""Grades s04_callbacks/checkpoint: the best model of a training stands in a file.

The training is the one that `neuron` computes by hand.
"""

from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.expect import neuron

EPOCHS, NAME = 12, "chosen by the grader.keras"
FEW = 2  # so few that the last is the best
OTHER = "another place.keras"
# The validation loss of each epoch: the last that is lower than the one before it is not the lowest.
CURVE = [5, 3, 2, 4, 3, 6]


class Run(NamedTuple):
    """One training: its answer (history), and its effect (the files and the model before and after)."""

    history: object
    files: dict[str, bytes]
    before: keras.Model
    after: keras.Model


@pytest.fixture(scope="module")
def by_hand():
    """Return training loss, validation loss and validation accuracy for each epoch."""
    return neuron.by_hand(EPOCHS)


@pytest.fixture(scope="module")
def run(submission):
    path = submission.place(NAME)
    model = neuron.model()
    try:
        history = submission.train_with_checkpoint(model, neuron.TRAIN, neuron.VALIDATION, EPOCHS, path)
    except Exception as fault:
        neuron.no_rows_to_spare(fault)
        raise
    trained = submission.argument(0)
    return Run(history, submission.files(), model, trained)


@pytest.fixture(scope="module")
def kept(submission, run):
    """Return the model in the file, or None if there is none."""
    return submission.saved_model(NAME)


@pytest.fixture(scope="module")
def short(submission):
    """Return the answer of a training that ends with its best epoch, and the model in the file, or None."""
    model, fresh = neuron.model(), submission.reseeded(1)  # without the files of the first training
    model.compile_from_config({**model.get_compile_config(), "run_eagerly": True})  # two epochs need no graph
    history = fresh.train_with_checkpoint(model, neuron.TRAIN, neuron.VALIDATION, FEW, fresh.place(OTHER))
    return history, fresh.saved_model(OTHER)


@pytest.mark.check(points=2, hint="Which ending does Keras 3 want for a whole model, and where was the file to be?")
def test_file(run, kept):
    """A Keras archive stands at `path`, and Keras can load it."""
    shown = ", ".join(run.files)
    expect.that(
        NAME in run.files,
        expected="a file at path",
        found=f"other files: {shown}" if run.files else "no file",
        likely=expect.cause(
            (bool(run.files), "the name of the file is fixed or changed; use path as it is"),
            (
                _unvalidated(run.history),
                "without validation data there is no validation loss, so that no epoch counts as the best",
            ),
            "the callback is missing in fit, or the model was never saved",
        ),
    )
    expect.that(
        isinstance(kept, keras.Model),
        expected="an archive at path from which Keras loads the model",
        found="a file that it cannot load",
        likely=expect.cause(
            (not run.files[NAME].startswith(b"PK"), "this is no Keras archive: it was written in another format"),
            "the archive does not hold a whole model: model.save and ModelCheckpoint write one",
        ),
    )
    expect.equal(
        [tuple(weight.shape) for weight in kept.get_weights()],
        [(1, 1), (1,)],
        what="the shapes of the weights in the file",
        likely="another model was saved",
    )
    expect.that(
        bool(getattr(kept, "compiled", False)) and expect.loss_name(kept) == expect.loss_name(run.before),
        expected="an archive with the whole model, compiled as it came",
        found="a model with another loss" if getattr(kept, "compiled", False) else "a model that was never compiled",
        likely="a copy was saved; save the very model that was trained, which is compiled",
    )


@pytest.mark.check(points=3, needs=["test_file"], hint="What decides whether an epoch is written over the one before?")
def test_best(submission, run, kept, by_hand, short):
    """The model in the file is the one with the lowest validation loss."""
    values, accuracies = by_hand["val_loss"], by_hand["val_accuracy"]
    best, found = int(np.argmin(values)), neuron.validation_loss(kept)
    expect.close(
        found,
        values[best],
        what="the validation loss of the model in the file",
        tol=1e-4,
        likely=expect.cause(
            (
                _unvalidated(run.history),
                "fit got no validation data, so that there is no validation loss, and no epoch counts as the best",
            ),
            (
                _near(found, values[-1]),
                "this is the model of the last epoch: save_best_only is missing, the training loss is watched, or the "
                "model was saved after fit",
            ),
            (
                _near(found, values[0]),
                'this is the model of the first epoch, the worst: a lower loss is better, mode "min"',
            ),
            (
                _near(found, values[int(np.argmax(accuracies))]),
                "this is the first model with the best accuracy; the validation loss decides",
            ),
            (_near(found, neuron.validation_loss_at_start()), "this is the model before its training"),
            "this is not the model after the best epoch",
        ),
    )
    again, validation = _again(submission, run)
    second, listed = again.saved_model(NAME), ", ".join(map(str, CURVE))
    expect.that(
        again.files().get(NAME) != run.files[NAME],
        expected=f"at path a model of another call, whose validation losses are {listed}",
        found="the file of the call before",
        likely="no epoch counted as the best: each was compared with a loss from before this call, or a fixed one. The "
        "first epoch of a call is always its best so far",
    )
    _expect_archive(second, f"after another call, where the validation losses are {listed}")
    found = float(np.mean(np.abs(expect.predict(second, validation[0]))))
    expect.close(
        found,
        float(min(CURVE)),
        what=f"the validation loss of the model in the file, where the losses are {listed},",
        likely=expect.cause(
            (_near(found, 3.0), "this epoch is better than the epoch before it, but not the best of all"),
            (_near(found, 5.0), "this is the model after the first epoch"),
            (_near(found, 6.0), "this is the model after the last epoch"),
            "this is not the model after the best epoch",
        ),
    )
    _expect_last(short[1], values[:FEW])


@pytest.mark.check(points=2, hint="What does fit return, and which rows does it get as validation_data?")
def test_history(submission, run, by_hand, short):
    """The answer holds loss and validation loss of every epoch, as they were measured."""
    history = run.history
    expect.history(history, what="the answer of train_with_checkpoint")
    for key in ("loss", "val_loss"):
        found = history[key]
        likely = None if len(found) == 1 else "the training ended early, or its number of epochs is fixed"
        expect.epoch_count(len(found), EPOCHS, what=f"values under {key}", likely=likely)
        likely = expect.cause(
            (
                key == "loss" and _near(found[0], neuron.validation_loss_at_start()),
                "train and validation are swapped: fit learns from train, and validates on validation",
            ),
            (
                key == "val_loss" and expect.same(found[:-1], by_hand["loss"][1:], tol=1e-4),
                "the validation figures come from the training rows",
            ),
            "fit trains on other rows than those of train, the model was compiled again, or the figures are made up",
        )
        for epoch, value in enumerate(found):
            expect.close(value, by_hand[key][epoch], what=f"{key} of epoch {epoch + 1}", tol=1e-4, likely=likely)
    _expect_all_rows(submission.reseeded(3))
    expect.history(short[0], what="the answer of train_with_checkpoint for a second model")
    expect.epoch_count(len(short[0]["loss"]), FEW, what="values under loss")


@pytest.mark.check(points=1, hint="Which model does fit belong to?")
def test_model(run, by_hand):
    """The model that was passed in is trained: it has the weights of the last epoch, or those of the best."""
    expect.moved(run.before, run.after)
    found, values = neuron.validation_loss(run.after), by_hand["val_loss"]
    expect.that(
        _near(found, values[-1]) or _near(found, values.min()),
        expected=f"a model with the validation loss of the last epoch, {expect.number(values[-1])}, "
        f"or of the best, {expect.number(values.min())}",
        found=expect.number(found),
        likely="the model was trained for another number of epochs, on other rows, or with another optimizer",
    )


def _again(submission, run):
    """Train a model whose validation losses are CURVE, all higher than before; return where it ran, and its rows.

    It runs in the same process, where what is kept between calls shows; elsewhere if other files of the first training
    are in its way. At path stands the file of the first training.
    """
    model, rows, validation = neuron.following(CURVE)
    try:
        submission.train_with_checkpoint(model, rows, validation, len(CURVE), submission.place(NAME))
        return submission, validation
    except Exception:
        fresh = submission.reseeded(2)
        fresh.train_with_checkpoint(model, rows, validation, len(CURVE), fresh.place(NAME, run.files[NAME]))
        return fresh, validation


def _expect_archive(model, when):
    expect.that(
        isinstance(model, keras.Model),
        expected=f"a Keras archive at path {when}",
        found="no archive there",
        likely="the first epoch is always the best so far, whatever its loss",
    )


def _expect_last(model, values):
    """Require the model after the last epoch, the best one."""
    _expect_archive(model, f"after {expect.epochs(FEW)}, each better than the one before")
    found = neuron.validation_loss(model)
    expect.close(
        found,
        values[-1],
        what=f"the validation loss of the model in the file after {expect.epochs(FEW)}, the last of which is the best,",
        tol=1e-4,
        likely=expect.cause(
            (_near(found, values[0]), "the model of the last epoch is never saved, though it may be the best one"),
            "this is not the model after the best epoch",
        ),
    )


def _expect_all_rows(submission):
    """Require that fit learns from all rows of train, with their labels, and validates on all those of validation."""
    rng = np.random.default_rng(0)
    rows, checks = ((rng.uniform(size=(n, 1)).astype("float32"), np.arange(n) % 3 // 2) for n in (33, 21))
    submission.train_with_checkpoint(neuron.model(), rows, checks, 1, submission.place("rows.keras"))
    evidence = submission.evidence.of_argument(0)
    expect.trained_on(evidence, *rows)
    expect.not_compiled_again(evidence)
    expect.validated_on(evidence, *checks)


def _unvalidated(history):
    return isinstance(history, dict) and "val_loss" not in history


def _near(found, value):
    return expect.same(found, value, tol=1e-4)
