"""Grades s04_callbacks/checkpoint: the best model of a training stands in a file.

The training is the one that `neuron` computes by hand.
"""

import re
from functools import partial
from typing import Any, NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.expect import neuron

EPOCHS, NAME = 12, "chosen by the grader.keras"
FEW = 2  # so few that the last is the best
SLOW_RATE = 1e-5  # the loss falls by 0.000009: many times what 32 bits distinguish, and less than any usual min_delta
OTHER = "another place.keras"
# The validation loss of each epoch: the last that is lower than the one before it is not the lowest.
CURVE = [5, 3, 2, 4, 3, 6]
UNLIKE = [7, 4, 2, 6, 3, 5]  # no two are the same
SHAPES = [(1, 1), (1,)]  # of the weights


# What fit and its callback were asked comes first, then which epoch the model in the file is of.
CAUSES = expect.diagnoses(
    never=("fit was never called, on any model", lambda seen: seen.evidence.complete and not seen.evidence.trained),
    copy=(
        "fit was never called on this model: another one was trained",
        lambda seen: seen.evidence.complete and seen.evidence.fits and not seen.fits,
    ),
    again=(
        "the model was compiled again: it arrives compiled, and keeps its loss and its optimizer",
        lambda seen: any(compiled.again for compiled in seen.own.compiles),
    ),
    swapped=(
        "train and validation are swapped: fit learns from train, and validates on validation",
        lambda seen: _are(_learned(seen), seen.validation) and _are(_validated(seen), seen.train),
    ),
    learns=(
        "fit learns from the validation rows: give it those of train",
        lambda seen: _are(_learned(seen), seen.validation),
    ),
    on_train=(
        "the training rows are validated: give validation_data=validation",
        lambda seen: _are(_validated(seen), seen.train),
    ),
    rows=("fit learns from {n} rows, where train has {m}", lambda seen: _other_count(_learned(seen), seen.train)),
    validated=(
        "fit validates on {n} rows, where validation has {m}",
        lambda seen: _other_count(_validated(seen), seen.validation),
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
    cut=(
        "fit measured {n} epochs: give back all of its values, and no others",
        lambda seen: _ran(seen) == seen.epochs != seen.listed and {"n": seen.epochs},
    ),
    metrics=(
        "the answer has nothing under {names}: fit measures the metrics that the model is compiled with, too, on train "
        "and on validation",
        lambda seen: seen.lost and {"names": " and ".join(seen.lost)},
    ),
    unvalidated=(
        "without validation data there is no validation loss, so that no epoch counts as the best",
        lambda seen: _unvalidated(seen.history) and _saver(seen)["save_best_only"],
    ),
    skipped=(
        "the answer has {n} validation losses for {m} epochs: does fit validate after each, as it does without "
        "validation_freq?",
        lambda seen: (n := len(seen.history["val_loss"])) < (m := len(seen.history["loss"])) and {"n": n, "m": m},
    ),
    another_format=(
        "this is no Keras archive: it was written in another format",
        lambda seen: not seen.files[NAME].startswith(b"PK"),
    ),
    elsewhere=(
        "the callback writes to another place than path: use path as it is",
        lambda seen: NAME not in seen.files and not _at_path(seen),
    ),
    each=(
        "save_best_only is missing: each epoch is written over the one before",
        lambda seen: not _saver(seen)["save_best_only"] and _at_path(seen),
    ),
    watched=(
        "the callback watches {name}: watch the validation loss",
        lambda seen: (name := _best_only(seen)["monitor"]) != "val_loss" and {"name": name},
    ),
    upside_down=(
        'a loss is better when it is lower: mode is "min", or left out',
        lambda seen: _best_only(seen)["mode"] == "max",
    ),
    threshold=(
        "with an initial_value_threshold only a loss below it counts; the first epoch is always the best so far",
        lambda seen: _best_only(seen)["best"] is not None,
    ),
    often=(
        "a save_freq counts batches, not epochs: leave it out",
        lambda seen: _saver(seen)["save_freq"] != "epoch",
    ),
    alone=(
        "nothing saves the model: the callback is missing in fit",
        lambda seen: seen.fits and not any(fit.callbacks for fit in seen.fits) and ".save" not in seen.source,
    ),
    name=(
        "the name of the file is fixed or changed; use path as it is",
        lambda seen: any(content[:2] == b"PK" for name, content in seen.files.items() if name != NAME),
    ),
    other_model=("another model was saved", lambda seen: seen.shapes != SHAPES),
    other_loss=(
        "the model in the file was compiled in another way: save the very model that was trained",
        lambda seen: seen.shapes == SHAPES and seen.kept.compiled,
    ),
    uncompiled=(
        "the model in the file was never compiled: save the very model that was trained",
        lambda seen: seen.shapes == SHAPES and not seen.kept.compiled,
    ),
    kept=(
        "alone, this call leaves its file: something from the call before decides, a loss or the old file",
        lambda seen: seen.alone() is not None,
    ),
    no_first=(
        "no epoch counted as the best so far, and the first one of a call always does",
        lambda seen: seen.alone() is None,
    ),
    small=(
        "a fall of {fall:.6f} is passed over here: any fall counts, however small",
        lambda seen: seen.one_before and seen.last_where_it_falls_more() and {"fall": seen.fall},
    ),
    not_the_last=(
        "the last epoch is the best here, and the file has the model of the one before",
        lambda seen: seen.one_before,
    ),
    untrained=(
        "this is the model before its training",
        lambda seen: _near(seen.found, neuron.validation_loss_at_start()) and not seen.followed,
    ),
    previous=(
        "this epoch is better than the epoch before it, but not the best of all",
        lambda seen: seen.followed and _near(seen.found, 3.0),
    ),
    after_fit=(
        "this is the model of the last epoch: without a callback it is saved only after fit",
        lambda seen: _near(seen.found, seen.values[-1]) and not seen.fits[0].callbacks,
    ),
    written_over=(
        "the callback keeps the best model, and the file has the last one: what else writes to path?",
        lambda seen: (
            _near(seen.found, seen.values[-1]) and any(each.settings["save_best_only"] for each in _savers(seen))
        ),
    ),
    variables=(
        "this is the model of the last epoch: the variables of the model were kept, and these are trained on. Keep "
        "their numbers, as model.get_weights() gives them",
        lambda seen: (
            _near(seen.found, seen.values[-1])
            and re.search(r"= (list\()?[\w.]+\.(trainable_)?(weights|variables)\b", seen.code)
            and not re.search(r"get_weights|(numpy|copy|array)\(", seen.code)
        ),
    ),
    by_name=(
        "this is the model after epoch {n}, and the best one is epoch {m}: sorted by name, 10 comes before 2",
        lambda seen: seen.lists_files and not seen.followed and _nth_by_name(seen),
    ),
    begins=(
        "this is the model as it was when epoch {m}, the best one, began: on_epoch_begin comes before the epoch "
        "trains, on_epoch_end after it",
        lambda seen: seen.on_epoch_begin and seen.before_the_best() and {"m": _best(seen)},
    ),
    before=(
        "this is the model after epoch {n}, the one before the best, and so it is in another training: it is saved, or "
        "counted, one epoch too early",
        lambda seen: seen.before_the_best() and {"n": _epoch_of(seen)},
    ),
    epoch=(
        "this is the model after epoch {n}, and the best one is epoch {m}",
        lambda seen: (n := _epoch_of(seen)) and {"n": n, "m": _best(seen)},
    ),
    rounded=(
        "the figures are rounded; give them as fit measured them",
        lambda seen: any(seen.value == round(seen.exact, digits) for digits in range(1, 4)),
    ),
    otherwise="train this very model for `epochs` epochs, and leave it at path as it was after the epoch with the "
    "lowest validation loss",
)


class Run(NamedTuple):
    """One training: its answer (history), its effect (the files, the model before and after), and how it was done."""

    history: object
    files: dict[str, bytes]
    before: keras.Model
    after: keras.Model
    evidence: Any
    path: str


@pytest.fixture(scope="module")
def by_hand():
    """Return loss and accuracy of each epoch, of the training row and of the validation rows."""
    return neuron.by_hand(EPOCHS)


@pytest.fixture(scope="module")
def run(submission):
    path = submission.place(NAME)
    model = neuron.model()
    with expect.explained(neuron.no_rows_to_spare):
        history = submission.train_with_checkpoint(model, neuron.TRAIN, neuron.VALIDATION, EPOCHS, path)
    evidence, trained, files = submission.evidence, submission.argument(0), submission.files()
    return Run(history, files, model, trained, evidence, path)


@pytest.fixture(scope="module")
def kept(submission, run):
    """Return the model in the file, or None if there is none."""
    return submission.saved_model(NAME)


@pytest.fixture(scope="module")
def short(submission):
    """Train so shortly that the last epoch is the best, by very little; return the Run, and the model in the file."""
    return _short(submission.reseeded(1), SLOW_RATE)  # without the files of the first training


@pytest.mark.check(points=2, hint="Which ending does Keras 3 want for a whole model, and where was the file to be?")
def test_file(submission, run, kept):
    """A Keras archive stands at `path`, and Keras can load it."""
    shown, seen = ", ".join(run.files), {**_seen(run, EPOCHS), "source": submission.source, "files": run.files}
    expect.that(
        NAME in run.files,
        expected="a file at path",
        found=f"other files: {shown}" if run.files else "no file",
        likely=CAUSES.of(**seen),
    )
    expect.that(
        isinstance(kept, keras.Model),
        expected="an archive at path from which Keras loads the model",
        found="a file that it cannot load",
        likely=CAUSES.of(**seen),
    )
    shapes = [tuple(weight.shape) for weight in kept.get_weights()]
    expect.equal(shapes, SHAPES, what="the shapes of the weights in the file", likely=CAUSES.of(shapes=shapes))
    other = _compiled_otherwise(kept, run.before)
    expect.that(
        other is None,
        expected="an archive with the whole model, compiled as it came",
        found=f"a model {other}",
        likely=CAUSES.of(**seen, shapes=shapes, kept=kept),
    )


@pytest.mark.check(points=3, needs=["test_file"], hint="What decides whether an epoch is written over the one before?")
def test_best(submission, run, kept, by_hand, short):
    """The model in the file is the one with the lowest validation loss."""
    values = by_hand["val_loss"]
    best, found = int(np.argmin(values)), neuron.validation_loss(kept)
    expect.close(
        found,
        values[best],
        what="the validation loss of the model in the file",
        tol=1e-4,
        likely=CAUSES.of(
            **_seen(run, EPOCHS),
            values=values,
            found=found,
            followed=False,
            lists_files=re.search(r"listdir|glob|iterdir|scandir|walk", submission.source),
            on_epoch_begin="on_epoch_begin" in submission.source,
            code=submission.source,
            before_the_best=partial(_before_the_best, submission, found, values),
        ),
    )
    again, rows, validation = _again(submission, run)
    second, listed = again.saved_model(NAME), ", ".join(map(str, CURVE))
    seen = _asked_for(again.evidence, len(CURVE), (rows, validation))
    expect.that(
        again.files().get(NAME) != run.files[NAME],
        expected=f"at path the model of a second call, whose validation losses are {listed}",
        found="the file of the first call",
        likely=CAUSES.of(**seen, alone=partial(_alone, submission)),
    )
    _expect_archive(second, f"after another call, where the validation losses are {listed}", seen)
    found = float(np.mean(np.abs(expect.predict(second, validation[0]))))
    expect.close(
        found,
        float(min(CURVE)),
        what=f"the validation loss of the model in the file, where the losses are {listed},",
        likely=CAUSES.of(**seen, values=CURVE, found=found, followed=True),
    )
    _expect_last(submission, *short)


@pytest.mark.check(points=2, hint="What does fit return, and which rows does it get as validation_data?")
def test_history(submission, run, by_hand, short):
    """The answer holds the losses and the metrics of every epoch, as they were measured."""
    expect.history(run.history, what="the answer of train_with_checkpoint")
    seen = {**_seen(run, EPOCHS), "source": submission.source}
    for key in ("loss", "val_loss"):
        found = run.history[key]
        expect.epoch_count(len(found), EPOCHS, what=f"values under {key}", likely=CAUSES.of(**seen, listed=len(found)))
        for epoch, value in enumerate(found):
            exact = by_hand[key][epoch]
            likely = CAUSES.of(**seen, value=value, exact=exact)
            expect.close(value, exact, what=f"{key} of epoch {epoch + 1}", tol=1e-4, likely=likely)
    expect.trained_for(run.evidence.of_argument(0), EPOCHS)
    lost = [key for key in by_hand if key not in run.history]
    expect.that(
        not lost,
        expected=f"lists under {', '.join(by_hand)}, since the model has a metric, accuracy",
        found=f"the keys {', '.join(map(str, run.history))}",
        likely=CAUSES.of(**seen, lost=lost),
    )
    for key in ("accuracy", "val_accuracy"):
        expect.close(run.history[key], by_hand[key], what=f"the values under {key}", tol=1e-4)
    _expect_all_rows(submission.reseeded(3))
    few = short[0]
    expect.history(few.history, what="the answer of train_with_checkpoint for a second model")
    likely = CAUSES.of(**_seen(few, FEW), source=submission.source)
    expect.epoch_count(len(few.history["loss"]), FEW, what="values under loss", likely=likely)


@pytest.mark.check(points=1, hint="Which model does fit belong to?")
def test_model(run, by_hand):
    """The model that was passed in is trained: it has the weights of the last epoch, or those of the best."""
    expect.moved(run.before, run.after, likely=CAUSES.of(**_seen(run, EPOCHS)))
    found, values = neuron.validation_loss(run.after), by_hand["val_loss"]
    expect.that(
        _near(found, values[-1]) or _near(found, values.min()),
        expected=f"a model with the validation loss of the last epoch, {expect.number(values[-1])}, "
        f"or of the best, {expect.number(values.min())}",
        found=expect.number(found),
        likely=CAUSES.of(**_seen(run, EPOCHS)),
    )


def _again(submission, run):
    """Train a model whose validation losses are CURVE, all higher than before; return where it ran, and its rows.

    It runs in the same process, where what is kept between calls shows; elsewhere if other files of the first training
    are in its way. At path stands the file of the first training.
    """
    model, rows, validation = neuron.following(CURVE)
    try:
        submission.train_with_checkpoint(model, rows, validation, len(CURVE), submission.place(NAME))
        return submission, rows, validation
    except Exception:
        fresh = submission.reseeded(2)
        fresh.train_with_checkpoint(model, rows, validation, len(CURVE), fresh.place(NAME, run.files[NAME]))
        return fresh, rows, validation


def _alone(submission, curve=CURVE):
    """Return the model that the second call leaves where no other came before, and no file is at path."""
    model, *rows = neuron.following(curve)
    fresh = submission.reseeded(4)
    fresh.train_with_checkpoint(model, *rows, len(curve), fresh.place(NAME))
    return fresh.saved_model(NAME)


def _before_the_best(submission, found, values):
    """Return whether the model of the epoch before the best one is kept, here and where all losses are different."""
    if not _near(found, values[int(np.argmin(values)) - 1]):
        return False
    other = expect.predict(_alone(submission, UNLIKE), np.ones((1, 1)))
    return _near(abs(float(other[0, 0])), UNLIKE[int(np.argmin(UNLIKE)) - 1])


def _compiled_otherwise(kept, before):
    """Return how a model is compiled, in words, where it is not as the one before; None where it is."""
    if not kept.compiled:
        return "that was never compiled"
    if expect.loss_name(kept) != expect.loss_name(before):
        return "with another loss"
    if _optimizer(kept) != _optimizer(before):
        return "with another optimizer, or other settings of it"
    return "with other metrics" if expect.metric_names(kept) != expect.metric_names(before) else None


def _optimizer(model):
    """Return the kind of a model's optimizer, and its settings, whatever its name."""
    return {**model.optimizer.get_config(), "name": type(model.optimizer).__name__}


def _expect_archive(model, when, seen):
    expect.that(
        isinstance(model, keras.Model),
        expected=f"a Keras archive at path {when}",
        found="no archive there",
        likely=CAUSES.of(**seen),
    )


def _short(submission, rate):
    """Train for a few epochs that are each better than the one before; return the Run, and the model in the file."""
    model = neuron.model(rate)
    path = submission.place(OTHER)
    history = submission.train_with_checkpoint(model, neuron.TRAIN, neuron.VALIDATION, FEW, path)
    evidence, files = submission.evidence, submission.files()
    return Run(history, files, model, model, evidence, path), submission.saved_model(OTHER)


def _expect_last(submission, run, model):
    """Require the model after the last epoch, the best one."""
    _expect_archive(model, f"after {expect.epochs(FEW)}, each better than the one before", _seen(run, FEW))
    *_, before, last = neuron.by_hand(FEW, SLOW_RATE)["val_loss"]
    found = neuron.validation_loss(model)
    expect.close(
        found,
        last,
        what=f"the validation loss of the model in the file after {expect.epochs(FEW)}, the last of which is the best,",
        likely=CAUSES.of(
            **_seen(run, FEW),
            fall=before - last,
            one_before=expect.same(found, before),
            last_where_it_falls_more=partial(_keeps_the_last, submission),
        ),
    )


def _keeps_the_last(submission):
    """Return whether the last epoch is kept where each is much better than the one before."""
    _, model = _short(submission.reseeded(5), neuron.RATE)
    return _near(neuron.validation_loss(model), neuron.by_hand(FEW)["val_loss"][-1])


def _expect_all_rows(submission):
    """Require that fit learns from all rows of train, with their labels, and validates on all those of validation."""
    rng = np.random.default_rng(0)
    rows, checks = ((rng.uniform(size=(n, 1)).astype("float32"), np.arange(n) % 3 // 2) for n in (33, 21))
    submission.train_with_checkpoint(neuron.model(), rows, checks, 1, submission.place("rows.keras"))
    evidence = submission.evidence.of_argument(0)
    expect.trained_on(evidence, *rows)
    expect.not_compiled_again(evidence)
    expect.validated_on(evidence, *checks)


def _seen(run, epochs):
    """Return what is known of a training of the neuron."""
    rows = neuron.TRAIN, neuron.VALIDATION
    return {**_asked_for(run.evidence, epochs, rows), "history": run.history, "path": run.path}


def _asked_for(evidence, epochs, rows):
    """Return the facts of a call with so many epochs, and these rows of train and of validation."""
    own = evidence.of_argument(0)
    return {
        "evidence": evidence,
        "own": own,
        "fits": own.fits,
        "epochs": epochs,
        "train": rows[0],
        "validation": rows[1],
    }


def _asked(seen):
    """Return how many epochs the only fit was asked for; None where there are several."""
    return seen.fits[0].epochs if len(seen.fits) == 1 and not seen.fits[0].batches else None


def _ran(seen):
    return sum(fit.ran for fit in seen.fits)


def _savers(seen):
    """Return the ModelCheckpoints of Keras' own in the first fit."""
    return [each for each in seen.fits[0].callbacks if each.kind == "ModelCheckpoint" and not each.own]


def _saver(seen):
    """Return the settings of the only ModelCheckpoint."""
    (saver,) = _savers(seen)
    return saver.settings


def _best_only(seen):
    """Return the settings of the only ModelCheckpoint where it chooses among the epochs; None where it keeps each."""
    saver = _saver(seen)
    return saver if saver["save_best_only"] else None


def _at_path(seen):
    return _saver(seen)["filepath"] == seen.path[:100]


def _best(seen):
    return int(np.argmin(seen.values)) + 1


def _epoch_of(seen):
    """Return the number of the epoch that the model in the file is of; None if it is of none."""
    near = min(seen.values, key=lambda value: abs(value - seen.found))
    return list(seen.values).index(near) + 1 if _near(seen.found, near) else None


def _nth_by_name(seen):
    """Return which epoch stands, among names that end in its bare number, where the best would stand by number."""
    best, found = _best(seen), _epoch_of(seen)
    by_name = sorted(range(1, len(seen.values) + 1), key=str)[best - 1]
    bare = re.search(r"\{epoch(:d)?\}", _saver(seen)["filepath"])
    return {"n": found, "m": best} if bare and found == by_name != best else None


def _learned(seen):
    return [fit.rows for fit in seen.fits]


def _validated(seen):
    return [fit.validation for fit in seen.fits]


def _are(used, given):
    """Return whether the rows of each fit are exactly the given ones, with their labels."""
    matches = [rows.against(*given) for rows in used]
    others = [match.other_labels + match.missing + match.strange + match.more for match in matches]
    return matches and not any(others)


def _other_count(used, given):
    """Return how many rows a fit got, if there are more than were given, or fewer in the only fit."""
    counts, right = [rows.count for rows in used], len(given[0])
    other = max(counts) if max(counts) > right or len(counts) == 1 else right
    return {"n": other, "m": right} if other != right else None


def _unvalidated(history):
    return isinstance(history, dict) and "val_loss" not in history


def _near(found, value):
    return expect.same(found, value, tol=1e-4)
