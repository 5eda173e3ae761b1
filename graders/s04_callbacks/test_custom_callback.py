"""Grades s04_callbacks/custom_callback: a record of each epoch, written while the model trains."""

import re
import time
from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.expect import neuron

EPOCHS, STILL = 12, 5
# Whether each clock here ticks a million times a second or more; in Windows, before Python 3.13, some tick 64 times.
FINE = all(time.get_clock_info(clock).resolution < 2e-6 for clock in ("time", "monotonic", "perf_counter"))


class Run(NamedTuple):
    """One training: its answer (records), and its effect (whether anything trained, how long, the model)."""

    records: object
    trained: bool
    seconds: float
    evidence: object
    before: keras.Model
    after: keras.Model


@pytest.fixture(scope="module")
def run(submission):
    """Return three batches per epoch, with the usual batch size."""
    model = neuron.model()
    records = submission.train_and_log(model, (np.ones((96, 1), "float32"), np.ones(96)), EPOCHS)
    evidence = submission.evidence
    return Run(records, evidence.trained, evidence.seconds, evidence, model, submission.argument(0))


@pytest.fixture(scope="module")
def rising(submission, run):
    """Return the records of a second training, in which each epoch raises the loss: the learning rate is negative."""
    return submission.train_and_log(neuron.model(-neuron.RATE), neuron.TRAIN, 4)


@pytest.mark.check(points=2, hint="Which event comes once per epoch, and when is its number known?")
def test_records(submission, run):
    """There is one record per epoch, with the keys epoch, loss and seconds."""
    records = run.records
    expect.kind(
        records,
        list,
        what="the answer of train_and_log",
        likely=expect.cause(
            (isinstance(records, dict), "this is one dictionary with lists; one dictionary per epoch was asked for"),
            (
                getattr(records, "kind", "") != "",
                "the callback itself came back; return the list that it has filled",
            ),
            "return the list of records",
        ),
    )
    expect.epoch_count(
        len(records),
        EPOCHS,
        what="records",
        likely=expect.cause(
            (
                len(records) == 0 and _outside_its_class(submission.source),
                "on_epoch_end stands outside the class, where it is no method: move it in by four spaces",
            ),
            (
                len(records) == 0,
                "the callback was not given to fit as callbacks=[...], or its method is not called on_epoch_end, or "
                "does not stand directly inside the class",
            ),
            (len(records) % EPOCHS == 0, "there is a record per batch: write it in on_epoch_end"),
            (len(records) == 3, "there is a record per batch, of a single epoch"),
            (
                len(records) == 1,
                "only one record is left: the list is made again in each epoch, or fit trained a single epoch",
            ),
        ),
    )
    for record in records:
        expect.kind(record, dict, what="each record")
        missing = [key for key in ("epoch", "loss", "seconds") if key not in record]
        expect.that(
            not missing,
            expected="the keys epoch, loss and seconds in each record",
            found=", ".join(map(str, record)) or "no keys",
            likely=f"{missing[0] if missing else ''} is missing, or has another name",
        )
        for key in ("epoch", "loss", "seconds"):
            expect.that(
                expect.is_number(record[key]),
                expected=f"a number under {key}",
                found=expect.number(record[key]),
                likely=expect.cause(
                    (isinstance(record[key], dict), 'logs is a dictionary; its entry "loss" is the number'),
                    (record[key] is None, "nothing was put there"),
                    "one number belongs there, neither a list nor a text",
                ),
            )
    expect.measured(run.trained, what="the records")


@pytest.mark.check(points=1, needs=["test_records"], hint="With which number does Keras begin to count epochs?")
def test_order(run, rising):
    """The epochs are numbered from 1, in order."""
    found = [record["epoch"] for record in run.records]
    expect.equal(
        found,
        list(range(1, EPOCHS + 1)),
        what="the epochs of the records",
        likely=expect.cause(
            (found == list(range(EPOCHS)), "Keras counts epochs from 0: add one"),
            (found == list(range(EPOCHS, 0, -1)), "the records are in reverse order"),
            "each record carries the number of its own epoch",
        ),
    )
    again = _column(rising, "epoch") if isinstance(rising, list) else []
    expect.that(
        again[::-1] != [1, 2, 3, 4],
        expected="the epochs in order, also where the loss rises from epoch to epoch",
        found="records in reverse order",
        likely="the records are sorted by their loss: leave them in the order of the epochs",
    )


@pytest.mark.check(points=2, needs=["test_records"], hint="When does an epoch begin, and which event tells you?")
def test_seconds(submission, run):
    """The seconds are those of each epoch alone, not rounded, and together no more than the call took."""
    found = np.array([record["seconds"] for record in run.records], dtype=float)
    expect.that(
        bool(np.all(np.isfinite(found)) and np.all(found >= 0)),
        expected="seconds that are zero or more",
        found=f"{expect.number(float(found.min()))} among them",
        likely="the times are subtracted in the wrong order: the end minus the beginning",
    )
    # At most one epoch in a hundred ends, by chance, on a full ten-thousandth of a second: never all twelve of them.
    digits = next((digits for digits in range(5) if np.array_equal(found, found.round(digits))), None)
    expect.that(
        digits is None or not FINE,
        expected="seconds as the clock gives them, with many decimals",
        found="seconds with " + (f"at most {digits} decimals" if digits else "no decimals") + " in every record",
        likely=expect.cause(
            (
                not found.any(),
                "the seconds are rounded, and nothing is left of them; or the clock is started and read at the same "
                "event",
            ),
            "the seconds are rounded, or made up: give the difference of the two times as it is",
        ),
    )
    expect.that(
        bool(np.all(found > 0)) or not FINE,
        expected="more than 0 seconds for each epoch",
        found=f"0 seconds for epoch {int(np.argmin(found)) + 1}",
        likely="the record of an epoch holds the seconds of another one: take the time before the record is written",
    )
    total = float(found.sum())
    expect.that(
        total <= run.seconds,
        expected=f"at most {expect.number(run.seconds)} seconds in all: so long the whole call took",
        found=f"{expect.number(total)} seconds",
        likely=expect.cause(
            (found.min() > 1e8, "these are times of day; subtract the time at which the epoch began"),
            (found.max() > run.seconds, "these are no seconds, but perhaps milliseconds, or not measured at all"),
            (
                bool(np.all(np.diff(found) > 0)),
                "the clock runs from the beginning of the training; start it again in on_epoch_begin",
            ),
            "an epoch is counted more than once, or the times are made up",
        ),
    )
    # Even after a slow start twelve epochs take far more than a thousandth of the call. The median, not the sum: a busy
    # machine may pause between two readings of the clock that follow each other, but not in most of the epochs.
    typical = float(np.median(found) if FINE else found.mean())
    expect.that(
        EPOCHS * typical > run.seconds / 1000,
        expected=f"{EPOCHS} epochs that fill a part of the call that one can see",
        found=f"about {expect.number(typical)} seconds each, of {expect.number(run.seconds)} seconds",
        likely="the clock is started and read at the same event: start it in on_epoch_begin, read it in on_epoch_end",
    )
    expect.that(
        bool(np.ptp(found) > 0),
        expected="times that differ from epoch to epoch",
        found=f"{expect.number(float(found[0]))} seconds each time",
        likely="the seconds are not measured for each epoch, but shared out or made up",
    )
    _expect_time_that_passes(submission)


@pytest.mark.check(
    points=3, needs=["test_records"], hint="Where does a callback's method find what the epoch measured?"
)
def test_loss(submission, run, rising):
    """The loss is the one that Keras reports for the epoch: on a single row it can be worked out by hand."""
    records, losses = rising, neuron.by_hand(5, -neuron.RATE)["loss"].tolist()
    expect.kind(records, list, what="the answer of train_and_log")
    expect.epoch_count(
        len(records),
        4,
        what="records in another call",
        likely=expect.cause(
            (
                len(records) == EPOCHS + 4,
                "the records of the call before are still there: the list belongs to the class or to the module; "
                "make it in __init__",
            ),
            (len(records) < 4, expect.ENDED_EARLY),
        ),
    )
    found = _column(records, "loss")
    expect.that(
        expect.same(found, losses[:4], tol=1e-4),
        expected=f"in four epochs on a single row the losses {_listed(losses[:4])}",
        found=_listed(found),
        likely=expect.cause(
            (
                expect.same(found, losses[1:], tol=1e-4),
                "this is the loss after the epoch, from evaluate; logs holds the loss that Keras reports for it",
            ),
            (
                expect.same(found, np.cumsum(losses[:4]) / np.arange(1, 5), tol=1e-4),
                "this is a mean over all epochs so far",
            ),
            (
                all(value in (0, 1) for value in found),
                'this is the accuracy; logs["loss"] is the loss',
            ),
            (
                expect.same(found, losses[3::-1], tol=1e-4),
                "these are the losses of the epochs in reverse order",
            ),
            (
                any(expect.same(np.round(losses[:4], digits), found) for digits in range(4)),
                "the losses are rounded",
            ),
            'the loss of each epoch is logs["loss"] in on_epoch_end; these figures are made up, or the model was '
            "compiled again",
        ),
    )
    reported = [record["loss"] for record in run.records]
    expect.that(
        not any(np.array_equal(reported, np.round(reported, digits)) for digits in range(8)),
        expected="losses as Keras reports them, with all their decimals",
        found=f"{expect.number(reported[0])} and others with few decimals",
        likely="the losses are rounded",
    )
    _expect_loss_of_all_rows(submission)


@pytest.mark.check(points=1, hint="Which model does fit belong to?")
def test_trained(run):
    """The model that was passed in is trained."""
    expect.moved(run.before, run.after)
    expect.trained_for(run.evidence.of_argument(0), EPOCHS, what="the model")
    expect.not_compiled_again(run.evidence.of_argument(0))
    likely = "fit was never called: the weights were set by hand"
    expect.that(run.trained, expected="a training", found="none", likely=likely)
    # On rows that are all alike each step lowers the loss, and an epoch is a step or more.
    most = float(neuron.by_hand(EPOCHS + 1)["loss"][-1])
    expect.at_most(
        float(-np.log(expect.predict(run.after, neuron.TRAIN[0])[0, 0])),
        1.001 * most,
        what=f"the loss of the model that was passed in, after {EPOCHS} epochs of a step or more,",
        likely="another model was trained in its place, it was compiled again, or fit did not train for all epochs",
    )


def _expect_time_that_passes(submission):
    """Require that the seconds hold the time that a model waits in its batches."""
    slow = submission.lend("keraskata.datasets.calls.SlowTraining")
    waited, records = slow.of(submission.function("train_and_log"), 2, 0.03)
    expect.kind(records, list, what="the answer of train_and_log")
    seconds = _column(records, "seconds")
    total = sum(second for second in seconds if expect.is_number(second))
    expect.that(
        total > 0.8 * waited,
        expected=f"at least {expect.number(waited)} seconds in all, of a model that waits so long",
        found=f"{expect.number(total)} seconds",
        likely="the clock stands still while the model waits, as that of the processor does, or it is started again "
        "within the epoch: take one of the wall, such as time.perf_counter, and start it in on_epoch_begin",
    )


def _expect_loss_of_all_rows(submission):
    """Require the loss over all rows. The model stands still, so that it is the same in each epoch, in any order."""
    model = neuron.model()
    model.set_weights([np.ones((1, 1)), np.zeros(1)])
    model.compile(keras.optimizers.SGD(0.0), "binary_crossentropy", run_eagerly=True)
    # One batch of 32 rows, and one of a single row. No two rows have the same loss.
    rows = np.linspace(-3, 2, 33, dtype="float32")[:, None], np.arange(33) % 3 // 2
    right = expect.evaluate(model, *rows)["loss"]
    records = submission.train_and_log(model, rows, STILL)
    expect.trained_on(submission.evidence.of_argument(0), *rows)
    expect.epoch_count(
        len(records),
        STILL,
        what="records of a model that learns nothing",
        likely=expect.ENDED_EARLY,
    )
    found = _column(records, "loss")
    expect.close(
        found,
        [right] * STILL,
        what=f"the losses of {STILL} epochs of a model with a learning rate of 0",
        tol=3e-6,
        likely=expect.cause(
            (any(expect.same(np.round(right, digits), found[0], 1e-9) for digits in range(7)), "they are rounded"),
            "this is the loss of one batch, or a mean of batches of different sizes; logs in on_epoch_end has the "
            "loss of the epoch",
        ),
    )


def _outside_its_class(source):
    """Return whether on_epoch_end is outside of the class. It only chooses the words for what the records showed."""
    return bool(re.search(r"^class ", source, re.MULTILINE) and re.search(r"^def on_epoch_end", source, re.MULTILINE))


def _column(records, key):
    """Return what each record holds under `key`; what is no record stands for itself."""
    return [record.get(key) if isinstance(record, dict) else record for record in records]


def _listed(losses):
    return ", ".join(map(expect.number, losses))
