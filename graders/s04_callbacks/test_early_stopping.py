"""Grades s04_callbacks/early_stopping: the training stops `patience` epochs after the best validation loss.

The training is the one that `neuron` computes by hand.
"""

from functools import cache, partial
from typing import Any, NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect
from keraskata.expect import neuron

MAX_EPOCHS = 30
# A fall of 0.0000025 in each of these epochs: forty times what 32 bits distinguish, and less than any usual min_delta.
SLOW_RATE, SLOW_EPOCHS = 1e-5, 6
# The validation loss of each epoch, and the patience.
CURVES = (
    ([1, 3, 2, 3, 2, 3, 2, 3], 2),  # every other one is below the one before, and none below the first
    ([3, 3, 3, 3, 3, 3, 3], 2),
    ([4, 2, 2, 3, 2, 2, 2, 2], 4),
    ([5, 6, 4, 5, 3, 4, 2, 3, 4, 5, 6], 2),
    ([300.5, 200, 200.125, 199.875, 400, 400, 400, 100, 100, 100], 4),
    ([2, 1, 1.125, 0.5, 0.25], 1),
    ([1, 2, 3, 4, 5, 6], 2),
)
ANSWER = "the answer of train_with_early_stopping"
NEVER_STOP = ("CSVLogger", "History", "LearningRateScheduler", "ModelCheckpoint", "ProgbarLogger", "ReduceLROnPlateau")

# What fit was asked comes first. How a training of one's own counts is told by the lengths of all trainings together.
CAUSES = expect.diagnoses(
    frozen=(
        "all layers are frozen: trainable=False keeps their weights as they are",
        lambda seen: not seen.after.trainable_weights,
    ),
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
    uncounted=(
        "the model was trained for {n} epochs, and the history has {m} of them",
        lambda seen: (n := sum(fit.ran for fit in seen.fits)) > seen.listed and {"n": n, "m": seen.listed},
    ),
    alone=(
        "nothing stops this training: the callback is missing in fit",
        lambda seen: (
            _asked(seen) == seen.max_epochs
            and all(each.kind in NEVER_STOP and not each.own for each in seen.fits[0].callbacks)
        ),
    ),
    numbers=(
        "patience and max_epochs are swapped: epochs=max_epochs in fit, patience=patience in the callback",
        lambda seen: (_asked(seen), _stopper(seen)["patience"]) == (seen.patience, seen.max_epochs),
    ),
    second=(
        "the second place of EarlyStopping is min_delta, how large a fall has to be: write patience=patience",
        lambda seen: (_stopper(seen)["min_delta"], _stopper(seen)["patience"]) == (seen.patience, 0),
    ),
    one=("fit was asked for a single epoch: write epochs=max_epochs", lambda seen: _asked(seen) == 1),
    as_patience=(
        "fit was asked for as many epochs as patience says; patience counts the epochs after the best one",
        lambda seen: _asked(seen) == seen.patience,
    ),
    epochs=(
        "fit was asked for {n} epochs, where max_epochs is {m}: hand it on as it is",
        lambda seen: _asked(seen) not in (None, seen.max_epochs) and {"n": _asked(seen), "m": seen.max_epochs},
    ),
    watched=(
        "the callback watches {name}: watch the validation loss",
        lambda seen: (name := _stopper(seen)["monitor"]) != "val_loss" and {"name": name},
    ),
    upside_down=(
        'a loss is better when it is lower: mode is "min", or left out',
        lambda seen: _stopper(seen)["mode"] == "max",
    ),
    min_delta=(
        "small falls do not count with this min_delta: any fall counts, so leave min_delta out",
        lambda seen: _stopper(seen)["min_delta"] > 0,
    ),
    late=(
        "with start_from_epoch the first epochs are not watched",
        lambda seen: _stopper(seen)["start_from_epoch"] > 0,
    ),
    baseline=(
        "with a baseline only a loss below it counts; here any loss below the best so far does",
        lambda seen: _stopper(seen)["baseline"] is not None,
    ),
    patience=(
        "the callback has patience={n}, where the function was given patience={m}",
        lambda seen: (n := _stopper(seen)["patience"]) != seen.patience and {"n": n, "m": seen.patience},
    ),
    kept=(
        "this call alone ends rightly: something is kept from the call before",
        lambda seen: seen.alone() == seen.right != seen.listed,
    ),
    beyond=(
        "max_epochs is {m}, and the lists have {n} epochs: no more than max_epochs may be trained",
        lambda seen: seen.listed > seen.max_epochs and {"n": seen.listed, "m": seen.max_epochs},
    ),
    ties=(
        "an epoch that is only as good as the best counts as one without a fall: compare with <",
        lambda seen: seen.lengths() == _ruled(lambda value, before: value <= min(before)),
    ),
    previous=(
        "each loss is compared with that of the epoch before; compare it with the lowest so far",
        lambda seen: seen.lengths() == _ruled(lambda value, before: value < before[-1]),
    ),
    total=(
        "only epochs in a row count: begin to count again after each new best",
        lambda seen: seen.lengths() == _ruled(lambda value, before: value < min(before), begins_again=False),
    ),
    less=(
        "the training waits one epoch less than patience says",
        lambda seen: seen.lengths() == _ruled(lambda value, before: value < min(before), more=-1),
    ),
    more=(
        "the training waits one epoch more than patience says",
        lambda seen: seen.lengths() == _ruled(lambda value, before: value < min(before), more=1),
    ),
    begins=(
        "the first epoch is always the best so far, and its loss of {loss} did not count here: begin with infinity",
        lambda seen: (
            {"loss": f"{seen.curve[0]:g}"}
            if any(
                seen.lengths() == _ruled(lambda value, before: value < min(before), begin=begin)
                for begin in {value for curve, _ in CURVES for value in curve}
            )
            else None
        ),
    ),
    never=(
        "it ends after as many epochs as patience says, as if no loss were a new best",
        lambda seen: seen.listed == seen.patience and seen.lengths() == [patience for _, patience in CURVES],
    ),
    small=(
        "small falls did not count as falls: any fall counts, however small",
        lambda seen: seen.small and seen.lengths() == _ruled(lambda value, before: value < min(before)),
    ),
    rounded=(
        "the figures are rounded; give them as fit measured them",
        lambda seen: any(seen.value == round(seen.exact, digits) for digits in range(1, 4)),
    ),
    otherwise="train this very model on train, validate on validation after each epoch, and count from the epoch with "
    "the lowest validation loss",
)


class Run(NamedTuple):
    """One training: its answer (history), its effect (the model before and after), and how it was asked for."""

    history: object
    before: keras.Model
    after: keras.Model
    evidence: Any
    patience: int
    max_epochs: int


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
        with expect.explained(neuron.no_rows_to_spare):
            history = submission.train_with_early_stopping(model, neuron.TRAIN, neuron.VALIDATION, patience, max_epochs)
        return Run(history, model, submission.argument(0), submission.evidence, patience, max_epochs)

    return training


@pytest.fixture(scope="module")
def run(train):
    """A patience of two epochs."""
    return train(2, MAX_EPOCHS)


@pytest.mark.check(points=1, hint="What does fit return, and where does it keep its lists?")
def test_history(run):
    """The answer is the dictionary of what each epoch measured, on both sets of rows."""
    expect.history(run.history, what=ANSWER)
    expect.measured(run.evidence.trained, what="the history")


@pytest.mark.check(points=3, needs=["test_history"], hint="Which list rises while a model learns rows by heart?")
def test_stops(submission, train, run, by_hand):
    """The training stops once two epochs in a row bring no validation loss below the best."""
    losses = {"training": run.history["loss"], "validation": run.history["val_loss"]}
    expect.keep_curves(
        "A training that was to stop two epochs after its lowest validation loss",
        losses,
        look="Look for the lowest point of the validation loss: how many epochs come after it?",
    )
    _expect_stop(submission, run, by_hand)
    for curve, patience in CURVES:
        found, facts = _follow(submission, curve, patience)
        right = neuron.last_epoch(np.array(curve), patience)
        listed = ", ".join(f"{value:g}" for value in curve)
        expect.that(
            found == right,
            expected=f"with patience={patience} and max_epochs={len(curve)} the training stops after "
            f"{expect.epochs(right)} where the validation losses are {listed}",
            found=f"lists of {expect.epochs(found)}",
            likely=CAUSES.of(
                **facts,
                curve=curve,
                right=right,
                lengths=partial(_lengths, submission),
                alone=partial(_follow_alone, submission, curve, patience),
            ),
        )


@pytest.mark.check(points=2, needs=["test_history"], hint="Which argument of the function says how long to wait?")
def test_patience(submission, train, by_hand):
    """With a patience of four epochs it stops two epochs later, and every figure is the one that was measured."""
    _expect_all_rows(submission)
    patient = train(4, MAX_EPOCHS)
    expect.history(patient.history, what=ANSWER)
    _expect_stop(submission, patient, by_hand)
    for key in ("loss", "val_loss"):
        for epoch, value in enumerate(patient.history[key]):
            exact = by_hand[key][epoch]
            likely = CAUSES.of(**_seen(patient), value=value, exact=exact)
            expect.close(value, exact, what=f"{key} of epoch {epoch + 1}", tol=1e-4, likely=likely)


@pytest.mark.check(points=2, needs=["test_history"], hint="Which argument of the function limits the number of epochs?")
def test_max_epochs(submission, train):
    """While the validation loss falls, however little, no patience is used up: the training ends after max_epochs."""
    short = train(50, 5)
    expect.history(short.history, what=ANSWER)
    found = len(short.history["val_loss"])
    expect.that(
        found == 5,
        expected="with patience=50 and max_epochs=5 the training ends after 5 epochs",
        found=f"lists of {expect.epochs(found)}",
        likely=CAUSES.of(**_seen(short)),
    )
    slow = train(2, SLOW_EPOCHS, _slow_neuron)
    expect.history(slow.history, what=ANSWER)
    found = len(slow.history["val_loss"])
    expect.that(
        found == SLOW_EPOCHS,
        expected=f"{SLOW_EPOCHS} epochs, as max_epochs says, where the validation loss falls a little in each of them",
        found=f"lists of {expect.epochs(found)}",
        likely=CAUSES.of(
            **_seen(slow),
            small=found < SLOW_EPOCHS,
            right=SLOW_EPOCHS,
            lengths=partial(_lengths, submission),
            alone=partial(_alone, submission, slow),
        ),
    )


@pytest.mark.check(
    points=3,
    needs=["test_history"],
    hint="Which weights does the model have in the end, and to which epoch do they belong?",
)
def test_model(run, by_hand):
    """The model that was passed in is trained: it has the weights of the last epoch, or those of the best."""
    expect.moved(run.before, run.after, likely=CAUSES.of(**_seen(run), after=run.after))
    values = run.history["val_loss"]
    found = neuron.validation_loss(run.after)
    expect.that(
        expect.same(found, values[-1], tol=1e-4) or expect.same(found, min(values), tol=1e-4),
        expected=f"a model whose validation loss is the last of the history, {expect.number(values[-1])}, "
        f"or the best, {expect.number(min(values))}",
        found=expect.number(found),
        likely=CAUSES.of(**_seen(run), value=values[-1], exact=found),
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


def _expect_stop(submission, run, by_hand):
    """Require that the training takes as many epochs as it does by hand."""
    right = neuron.last_epoch(by_hand["val_loss"], run.patience)
    found = len(run.history["val_loss"])
    expect.that(
        found == right,
        expected=f"with patience={run.patience} the training stops after {right} epochs, {run.patience} after the best "
        "one",
        found=f"lists of {expect.epochs(found)}",
        likely=CAUSES.of(
            **_seen(run), right=right, lengths=partial(_lengths, submission), alone=partial(_alone, submission, run)
        ),
    )


def _seen(run):
    """Return what is known of a training of the neuron."""
    rows = neuron.TRAIN, neuron.VALIDATION
    return _asked_for(run.evidence, run.patience, run.max_epochs, len(run.history["val_loss"]), rows)


def _asked_for(evidence, patience, max_epochs, listed, rows):
    """Return the facts of a call with these arguments, whose history lists so many epochs."""
    own = evidence.of_argument(0)
    return {
        "evidence": evidence,
        "own": own,
        "fits": own.fits,
        "patience": patience,
        "max_epochs": max_epochs,
        "listed": listed,
        "train": rows[0],
        "validation": rows[1],
    }


def _asked(seen):
    """Return how many epochs the only fit was asked for; None where there are several."""
    return seen.fits[0].epochs if len(seen.fits) == 1 and not seen.fits[0].batches else None


def _stopper(seen):
    """Return the settings of Keras' EarlyStopping in the only fit."""
    (settings,) = [each.settings for each in seen.fits[0].callbacks if each.kind == "EarlyStopping" and not each.own]
    return settings


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


def _ruled(better, begins_again=True, more=0, begin=np.inf):
    """Return the lengths of the trainings on CURVES if a loss counts as a fall by this rule; `begin` comes first."""
    lengths = []
    for curve, patience in CURVES:
        waited = 0
        for place, value in enumerate(curve):
            fell = better(value, [begin, *curve[:place]])
            waited = (0 if begins_again else waited) if fell else waited + 1
            if waited >= max(patience + more, 1):
                break
        lengths.append(place + 1)
    return lengths


def _follow(submission, curve, patience):
    """Train a model whose validation losses are `curve`; return for how many epochs, and the facts of the call."""
    model, rows, validation = neuron.following(curve)
    history = submission.train_with_early_stopping(model, rows, validation, patience, len(curve))
    expect.history(history, what=ANSWER)
    length = len(history["val_loss"])
    return length, _asked_for(submission.evidence, patience, len(curve), length, (rows, validation))


def _lengths(submission):
    return [_follow(submission, curve, patience)[0] for curve, patience in CURVES]


def _follow_alone(submission, curve, patience):
    return _follow(submission.reseeded(1), curve, patience)[0]


def _alone(submission, run):
    """Return how many epochs the same call takes where no other came before."""
    fresh = submission.reseeded(1)
    rows = neuron.TRAIN, neuron.VALIDATION
    return len(fresh.train_with_early_stopping(run.before, *rows, run.patience, run.max_epochs)["val_loss"])


def _slow_neuron():
    """Return the neuron shortly before it says yes: its validation loss falls very little, its accuracy once."""
    model = neuron.model(SLOW_RATE)
    # Each epoch moves the sum by SLOW_RATE, so that it is above zero from the third on.
    model.set_weights([np.zeros((1, 1)), np.array([-2.5 * SLOW_RATE])])
    return model
