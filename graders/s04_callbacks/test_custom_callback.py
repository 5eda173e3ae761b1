"""Grades s04_callbacks/custom_callback: a record of each epoch, written while the model trains."""

import ast
import re
import time
from typing import Any, NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.expect import neuron

EPOCHS, STILL = 12, 5
TOOK = expect.varied("seconds")
RECORD = ("epoch", "loss", TOOK)
# Whether each clock here ticks a million times a second or more; in Windows, before Python 3.13, some tick 64 times.
FINE = all(time.get_clock_info(clock).resolution < 2e-6 for clock in ("time", "monotonic", "perf_counter"))


ANSWER = expect.diagnoses(
    lists=(
        "this is one dictionary with lists; one dictionary per epoch was asked for",
        lambda seen: isinstance(seen.found, dict) and not expect.is_history(seen.found),
    ),
    callback=(
        "the callback itself came back; return the list that it has filled",
        lambda seen: seen.found.kind in [each.kind for fit in seen.fits for each in fit.callbacks],
    ),
    otherwise="return the list of records",
)
COUNT = expect.diagnoses(
    kept=(
        "the records of the call before are still there: the list belongs to the class or to the module; make it in "
        "__init__",
        lambda seen: seen.records == seen.before + seen.epochs,
    ),
    missing=(
        "no callback was given to fit: callbacks=[...] takes it",
        lambda seen: seen.records == 0 and seen.fits and not seen.callbacks,
    ),
    outside=(
        "on_epoch_end stands outside the class, where it is no method: move it in by four spaces",
        lambda seen: seen.records == 0 and re.search(r"^def on_epoch_end\(self", seen.source, re.MULTILINE),
    ),
    nested=(
        "on_epoch_end stands inside another method, where fit does not find it: it belongs directly into the class",
        lambda seen: seen.records == 0 and _in_a_method(seen.source, "on_epoch_end"),
    ),
    renamed=(
        "no method is called on_epoch_end: fit calls the methods of a callback by their names",
        lambda seen: seen.records == 0 and not re.search("def on_epoch_end|on_epoch_end=", seen.source),
    ),
    third=(
        "fit trained a single epoch: its third argument is batch_size; write epochs=epochs",
        lambda seen: (_asked(seen), seen.fits[0].batch_size) == (1, seen.epochs),
    ),
    one=("fit was asked for a single epoch: write epochs=epochs", lambda seen: _asked(seen) == 1),
    stopped=(expect.STOPPED_BY, lambda seen: _asked(seen) == seen.epochs and expect.stopped_by(seen.fits[0])),
    calls=(
        "fit is called more than once: each call trains the same model further, so that its epochs add up",
        lambda seen: len(seen.fits) > 1 and _ran(seen) > seen.epochs,
    ),
    fixed=(
        expect.FIXED_EPOCHS,
        lambda seen: _asked(seen) not in (None, seen.epochs) and re.search(r"epochs\s*=\s*\d", seen.source),
    ),
    asked=(
        "fit was asked for {n} epochs: hand the number on as it is",
        lambda seen: _asked(seen) not in (None, seen.epochs) and {"n": _asked(seen)},
    ),
    batches=(
        "there is a record per batch: write it in on_epoch_end",
        lambda seen: "batch_end" in seen.source and _ran(seen) == seen.epochs < seen.records,
    ),
    last=(
        "only one record is left: the list is made again in each epoch, or written to only once",
        lambda seen: _ran(seen) == seen.epochs and seen.records == 1,
    ),
    begins_late=(
        "fit was given initial_epoch={first}, and leaves out the epochs before: only {ran} of {epochs} ran",
        lambda seen: (
            (first := seen.fits[0].initial_epoch) > 0
            and _ran(seen) == seen.records < seen.epochs
            and {"first": first, "epochs": seen.epochs, "ran": _ran(seen)}
        ),
    ),
    late=(
        "the record of the last epoch is missing: each is written when the next epoch begins, and after the last one "
        "none does",
        lambda seen: _lacks(seen, -1) and _ran(seen) == seen.epochs and _writes_a_record(seen.source, "on_epoch_begin"),
    ),
    no_last=(
        "the record of the last epoch is missing; all others are there",
        lambda seen: _lacks(seen, -1) and _ran(seen) == seen.epochs,
    ),
    no_first=(
        "the record of the first epoch is missing; all others are there",
        lambda seen: _lacks(seen, 0) and _ran(seen) == seen.epochs,
    ),
    lost=(
        "fit ran {m} epochs, and {n} records are there: when is the first one written, and when the last?",
        lambda seen: _ran(seen) == seen.epochs and seen.records and {"m": seen.epochs, "n": seen.records},
    ),
    otherwise="fit tells a callback of each epoch once, in on_epoch_end",
)
KEYS = expect.diagnoses(
    named=("{key} is missing, or has another name", lambda seen: {"key": seen.missing[0]}),
    more=(
        "{key} is there, too; put only what was asked for into each record. logs has all that Keras measures",
        lambda seen: {"key": seen.more[0]},
    ),
)
NUMBER = expect.diagnoses(
    logs=('logs is a dictionary; its entry "loss" is the number', lambda seen: isinstance(seen.found, dict)),
    nothing=("nothing was put there", lambda seen: seen.found is None),
    otherwise="one number belongs there, neither a list nor a text",
)
ALIKE = expect.diagnoses(
    otherwise="if one and the same dictionary is added each time, all show what the last epoch wrote: make a new one "
    "each time",
)
ORDER = expect.diagnoses(
    zero=("Keras counts epochs from 0: add one", lambda seen: seen.found == list(range(EPOCHS))),
    sorted=(
        "the records are sorted by their loss: leave them in the order of the epochs",
        lambda seen: (seen.found[0] > seen.found[-1]) != (seen.rising[0] > seen.rising[-1]),
    ),
    backwards=("the records are in reverse order", lambda seen: seen.found == list(range(EPOCHS, 0, -1))),
    remade=(
        "fit is called {times} times, and each call counts its epochs from 0 again: call it once, with epochs=epochs",
        lambda seen: {"times": len(seen.fits)} if len(seen.fits) > 1 and len(set(seen.found)) == 1 else None,
    ),
    otherwise="each record carries the number of its own epoch",
)
SECONDS = expect.diagnoses(
    minus=(
        "the times are subtracted in the wrong order: the end minus the beginning",
        lambda seen: np.all(seen.found < 0),
    ),
    nothing=(
        "the seconds are rounded, and nothing is left of them; or the clock is started and read at the same event",
        lambda seen: not seen.found.any(),
    ),
    late=(
        "the record of an epoch holds the seconds of the one before: take the time before the record is written",
        lambda seen: seen.found[0] == 0 < seen.found[1:].min(),
    ),
    readings=(
        "these are times of day, or what a clock shows; subtract the time at which the epoch began",
        lambda seen: np.ptp(seen.found) <= seen.call < seen.found.min() and np.ptp(seen.found) > 0,
    ),
    constant=(
        "the same seconds stand in each record: are they shared out, rounded or made up? Measure each epoch for itself",
        lambda seen: np.ptp(seen.found) == 0,
    ),
    rounded=(
        "the seconds are rounded: give the difference of the two times as it is",
        lambda seen: seen.digits is not None and re.search(r"round|int\(|:\.\d", seen.source),
    ),
    units=(
        "these are no seconds, but perhaps milliseconds, or not measured at all",
        lambda seen: seen.found.max() > seen.call,
    ),
    training=(
        "the clock runs from the beginning of the training; start it again in on_epoch_begin",
        lambda seen: seen.found.sum() > seen.call and np.all(np.diff(seen.found) > 0),
    ),
    event=(
        "the clock is started and read at the same event: start it in on_epoch_begin, read it in on_epoch_end",
        lambda seen: (
            EPOCHS * np.median(seen.found) <= seen.call / 1000 and not re.search("_begin|batch_end", seen.source)
        ),
    ),
    more=(
        "{n} epochs were run in this call, and {m} have a record: the time of the others is in none of them",
        lambda seen: (
            {"n": n, "m": len(seen.found)} if seen.waited and (n := _ran(seen.evidence)) > len(seen.found) else None
        ),
    ),
    processor=(
        "the clock of the processor stands still while the model waits: take one of the wall, such as "
        "time.perf_counter",
        lambda seen: seen.waited and re.search("process_time|thread_time", seen.source),
    ),
    batch=(
        "the clock is started again within the epoch, with each batch: start it in on_epoch_begin",
        lambda seen: seen.waited and re.search("batch_begin", seen.source),
    ),
    otherwise="the seconds of an epoch hold all of it, and each epoch that is run has a record: start a clock of the "
    "wall, such as time.perf_counter, in on_epoch_begin, and read it in on_epoch_end",
)
LOSS = expect.diagnoses(
    again=(
        "the model was compiled again: it arrives compiled, and keeps its loss and its optimizer",
        lambda seen: any(compiled.again for compiled in seen.evidence.compiles),
    ),
    more=(
        "the model was trained for {n} epochs in all: each of them has a record, and no others are run",
        lambda seen: (n := _ran(seen.evidence)) > len(seen.found) and {"n": n},
    ),
    step_before=(
        "train_on_batch trained the model before fit did, so that each loss is that of a step later: leave it out",
        lambda seen: (
            seen.evidence.complete
            and seen.evidence.of_argument(0).fits[0].batches == 1
            and not seen.evidence.of_argument(0).fits[1].batches
            and expect.same(seen.found, seen.losses[1:], tol=1e-4)
        ),
    ),
    after=(
        "this is the loss after the epoch, from evaluate; logs holds the loss that Keras reports for it",
        lambda seen: (
            "evaluate" in [asked.what for asked in seen.evidence.asked]
            and expect.same(seen.found, seen.losses[1:], tol=1e-4)
        ),
    ),
    mean=(
        "this is a mean over all epochs so far",
        lambda seen: expect.same(seen.found, np.cumsum(seen.losses[:-1]) / np.arange(1, len(seen.losses)), tol=1e-4),
    ),
    accuracy=(
        'this is the accuracy; logs["loss"] is the loss',
        lambda seen: all(value in (0, 1) for value in seen.found),
    ),
    backwards=(
        "these are the losses of the epochs in reverse order",
        lambda seen: expect.same(seen.found, seen.losses[-2::-1], tol=1e-4),
    ),
    rounded=("the losses are rounded", lambda seen: _rounded(seen.found, seen.right)),
    running=(
        "this is a mean of what on_train_batch_end finds in logs, and that is each time the mean of the epoch so far: "
        "logs in on_epoch_end has the last of these",
        lambda seen: _are_among(seen.found, _batches(seen).running),
    ),
    plain=(
        "this is a plain mean of the losses of the batches, in which a single row counts as much as a batch of 32; "
        "logs in on_epoch_end has the loss over all rows",
        lambda seen: _are_among(seen.found, _batches(seen).plain),
    ),
    batch=(
        "this is what one batch alone tells; logs in on_epoch_end has the loss over all rows",
        lambda seen: _are_among(seen.found, np.concatenate(_batches(seen).single)),
    ),
    otherwise='the loss of each epoch is logs["loss"] in on_epoch_end',
)
TRAINED = expect.diagnoses(
    never=("fit was never called, on any model", lambda seen: seen.evidence.complete and not seen.evidence.trained),
    copy=(
        "fit was never called on this model: another one was trained",
        lambda seen: seen.evidence.complete and seen.evidence.fits and not seen.evidence.of_argument(0).fits,
    ),
    otherwise="this very model is to be trained by fit for all epochs, as it was compiled",
)


class Run(NamedTuple):
    """One training: its answer (records), and its effect (what was asked of Keras, the model before and after)."""

    records: object
    evidence: Any
    before: keras.Model
    after: keras.Model


@pytest.fixture(scope="module")
def run(submission):
    """Return three batches per epoch, with the usual batch size."""
    model = neuron.model()
    records = submission.train_and_log(model, (np.ones((96, 1), "float32"), np.ones(96)), EPOCHS)
    return Run(records, submission.evidence, model, submission.argument(0))


@pytest.fixture(scope="module")
def rising(submission, run):
    """Train a second time. Each epoch raises the loss: the learning rate is negative.

    Who holds rows back cannot train on a single one: ten that are all alike have the same losses, in one batch.
    """
    model = neuron.model(-neuron.RATE)
    try:
        records = submission.train_and_log(model, neuron.TRAIN, 4)
    except Exception:
        records = submission.train_and_log(model, (np.ones((10, 1), "float32"), np.ones(10)), 4)
    return Run(records, submission.evidence, model, submission.argument(0))


@pytest.mark.check(points=2, hint="Which event comes once per epoch, and when is its number known?")
def test_records(submission, run):
    """There is one record per epoch, with the keys epoch, loss and {seconds}."""
    records = run.records
    expect.kind(
        records,
        list,
        what="the answer of train_and_log",
        likely=ANSWER.of(found=records, fits=run.evidence.fits),
    )
    expect.epoch_count(
        len(records),
        EPOCHS,
        what="records",
        likely=COUNT.of(
            **_asked_for(run, EPOCHS),
            source=submission.source,
            found=_column(records, "loss"),
            losses=neuron.by_hand(3 * EPOCHS)["loss"].reshape(EPOCHS, 3).mean(axis=1),
        ),
    )
    for record in records:
        expect.kind(record, dict, what="each record")
        missing = [key for key in RECORD if key not in record]
        more = [key for key in record if key not in RECORD]
        expect.that(
            not (missing or more),
            expected=f"the keys epoch, loss and {TOOK} in each record, and no others",
            found=", ".join(map(str, record)) or "no keys",
            likely=KEYS.of(missing=missing, more=more),
        )
        for key in RECORD:
            expect.that(
                expect.is_number(record[key]),
                expected=f"a number under {key}",
                found=expect.number(record[key]),
                likely=NUMBER.of(found=record[key]),
            )
    expect.that(
        any(record != records[0] for record in records),
        expected="records that differ from epoch to epoch",
        found=f"{EPOCHS} times the same",
        likely=ALIKE.of(),
    )
    expect.measured(run.evidence.trained, what="the records")


@pytest.mark.check(points=1, needs=["test_records"], hint="With which number does Keras begin to count epochs?")
def test_order(run, rising):
    """The epochs are numbered from 1, in order."""
    found = [record["epoch"] for record in run.records]
    again = _column(rising.records, "epoch") if isinstance(rising.records, list) else []
    expect.equal(
        found,
        list(range(1, EPOCHS + 1)),
        what="the epochs of the records",
        likely=ORDER.of(found=found, rising=again, fits=run.evidence.fits),
    )
    expect.that(
        again[::-1] != [1, 2, 3, 4],
        expected="the epochs in order, also where the loss rises from epoch to epoch",
        found="records in reverse order",
        likely=ORDER.of(found=found, rising=again),
    )


@pytest.mark.check(points=2, needs=["test_records"], hint="When does an epoch begin, and which event tells you?")
def test_seconds(submission, run):
    """The seconds are those of each epoch alone, not rounded, and together no more than the call took."""
    found = np.array([record[TOOK] for record in run.records], dtype=float)
    seen = {"found": found, "call": run.evidence.seconds, "source": submission.source}
    expect.that(
        bool(np.all(np.isfinite(found)) and np.all(found >= 0)),
        expected="seconds that are zero or more",
        found=f"{expect.number(float(found.min()))} among them",
        likely=SECONDS.of(**seen),
    )
    # At most one epoch in a hundred ends, by chance, on a full ten-thousandth of a second: never all twelve of them.
    digits = next((digits for digits in range(5) if np.array_equal(found, found.round(digits))), None)
    expect.that(
        digits is None or not FINE,
        expected="seconds as the clock gives them, with many decimals",
        found="seconds with " + (f"at most {digits} decimals" if digits else "no decimals") + " in every record",
        likely=SECONDS.of(**seen, digits=digits),
    )
    expect.that(
        bool(np.all(found > 0)) or not FINE,
        expected="more than 0 seconds for each epoch",
        found=f"0 seconds for epoch {int(np.argmin(found)) + 1}",
        likely=SECONDS.of(**seen),
    )
    total = float(found.sum())
    expect.that(
        total <= run.evidence.seconds,
        expected=f"at most {expect.number(run.evidence.seconds)} seconds in all: so long the whole call took",
        found=f"{expect.number(total)} seconds",
        likely=SECONDS.of(**seen),
    )
    # Even after a slow start twelve epochs take far more than a thousandth of the call. The median, not the sum: a busy
    # machine may pause between two readings of the clock that follow each other, but not in most of the epochs.
    typical = float(np.median(found) if FINE else found.mean())
    expect.that(
        EPOCHS * typical > run.evidence.seconds / 1000,
        expected=f"{EPOCHS} epochs that fill a part of the call that one can see",
        found=f"about {expect.number(typical)} seconds each, of {expect.number(run.evidence.seconds)} seconds",
        likely=SECONDS.of(**seen),
    )
    expect.that(
        bool(np.ptp(found) > 0),
        expected="times that differ from epoch to epoch",
        found=f"{expect.number(float(found[0]))} seconds each time",
        likely=SECONDS.of(**seen),
    )
    _expect_time_that_passes(submission)


@pytest.mark.check(
    points=3, needs=["test_records"], hint="Where does a callback's method find what the epoch measured?"
)
def test_loss(submission, run, rising):
    """The loss is the one that Keras reports for the epoch: on a single row it can be worked out by hand."""
    records, losses = rising.records, neuron.by_hand(5, -neuron.RATE)["loss"].tolist()
    expect.kind(records, list, what="the answer of train_and_log")
    expect.epoch_count(
        len(records),
        4,
        what="records in another call",
        likely=COUNT.of(**_asked_for(rising, 4), source=submission.source, before=EPOCHS),
    )
    found = _column(records, "loss")
    expect.that(
        expect.same(found, losses[:4], tol=1e-4),
        expected=f"in four epochs on a single row the losses {_listed(losses[:4])}",
        found=_listed(found),
        likely=LOSS.of(evidence=rising.evidence, found=found, losses=losses, right=losses[:4]),
    )
    reported = [record["loss"] for record in run.records]
    expect.that(
        not any(np.array_equal(reported, np.round(reported, digits)) for digits in range(8)),
        expected="losses as Keras reports them, with all their decimals",
        found=f"{expect.number(reported[0])} and others with few decimals",
        likely=LOSS.of(evidence=rising.evidence, found=np.round(reported, 7), right=np.array(reported)),
    )
    _expect_loss_of_all_rows(submission)


@pytest.mark.check(points=1, hint="Which model does fit belong to?")
def test_trained(run):
    """The model that was passed in is trained."""
    expect.moved(run.before, run.after, likely=TRAINED.of(evidence=run.evidence))
    expect.trained_for(run.evidence.of_argument(0), EPOCHS, what="the model")
    expect.not_compiled_again(run.evidence.of_argument(0))
    likely = TRAINED.of(evidence=run.evidence)
    expect.that(run.evidence.trained, expected="a training", found="none", likely=likely)
    # On rows that are all alike each step lowers the loss, and an epoch is a step or more.
    most = float(neuron.by_hand(EPOCHS + 1)["loss"][-1])
    expect.at_most(
        float(-np.log(expect.predict(run.after, neuron.TRAIN[0])[0, 0])),
        1.001 * most,
        what=f"the loss of the model that was passed in, after {EPOCHS} epochs of a step or more,",
        likely=likely,
    )


def _expect_time_that_passes(submission):
    """Require that the seconds hold the time that a model waits in its batches."""
    slow = submission.lend("keraskata.datasets.calls.SlowTraining")
    least, records = slow.of(submission.function("train_and_log"), 2, 0.06)
    evidence = submission.evidence
    expect.kind(records, list, what="the answer of train_and_log")
    seconds = _column(records, TOOK)
    total = sum(second for second in seconds if expect.is_number(second))
    expect.that(
        total > 0.95 * least,  # a clock of the day may be put right meanwhile
        expected=f"at least {expect.number(least)} seconds in all: so long the model's batches took, in which it waits",
        found=f"{expect.number(total)} seconds",
        likely=SECONDS.of(
            found=np.array(seconds), call=np.inf, source=submission.source, waited=True, evidence=evidence
        ),
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
    still = Run(records, submission.evidence, model, model)
    expect.trained_on(still.evidence.of_argument(0), *rows)
    expect.epoch_count(
        len(records),
        STILL,
        what="records of a model that learns nothing",
        likely=COUNT.of(**_asked_for(still, STILL), source=submission.source, before=EPOCHS + 4),
    )
    found = _column(records, "loss")
    expect.close(
        found,
        [right] * STILL,
        what=f"the losses of {STILL} epochs of a model with a learning rate of 0",
        tol=3e-6,
        likely=LOSS.of(
            evidence=still.evidence,
            found=found,
            right=[right] * STILL,
            alone=np.log1p(np.exp(np.where(rows[1], -rows[0][:, 0], rows[0][:, 0]))),
        ),
    )


def _asked_for(run, epochs):
    """Return the facts of a call with so many epochs."""
    fits = run.evidence.fits
    callbacks = [each for fit in fits for each in fit.callbacks]
    return {"records": len(run.records), "epochs": epochs, "fits": fits, "callbacks": callbacks}


def _asked(seen):
    """Return how many epochs the only fit was asked for; None where there are several."""
    return seen.fits[0].epochs if len(seen.fits) == 1 and not seen.fits[0].batches else None


def _ran(seen):
    return sum(fit.ran for fit in seen.fits)


def _in_a_method(source, name):
    """Return whether a function of this name stands inside another function."""
    outer = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return any(getattr(inner, "name", "") == name for node in outer for part in node.body for inner in ast.walk(part))


def _writes_a_record(source, name):
    """Return whether a function of this name appends, and names a record's keys."""
    texts = [ast.unparse(node) for node in ast.walk(ast.parse(source)) if getattr(node, "name", "") == name]
    return any(all(part in text for part in (".append(", "'loss'", repr(TOOK))) for text in texts)


def _lacks(seen, place):
    """Return whether the losses are those of all epochs but the one in this place."""
    return expect.same(seen.found, np.delete(seen.losses, place), tol=1e-4)


def _rounded(found, right):
    return any(expect.same(np.round(right, digits), found, 1e-9) for digits in range(8))


class Batches(NamedTuple):
    """What a batch of 32 rows and one of a single row tell, for each row that may be the single one."""

    running: np.ndarray
    plain: np.ndarray
    single: list


def _batches(seen):
    """Return what losses of batches may be taken for; the last of `single` takes both for equally large."""
    right, alone = seen.right[0], seen.alone
    others = (33 * right - alone) / 32
    return Batches((others + right) / 2, (alone + others) / 2, [alone, others, 2 * right - others])


def _are_among(found, made):
    return all(np.abs(made - value).min() < 1e-5 for value in found)


def _column(records, key):
    """Return what each record holds under `key`; what is no record stands for itself."""
    return [record.get(key) if isinstance(record, dict) else record for record in records]


def _listed(losses):
    return ", ".join(map(expect.number, losses))
