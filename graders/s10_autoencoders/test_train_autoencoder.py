"""Grades s10_autoencoders/train_autoencoder: the target is the input, for training and validation rows.

With a learning rate of zero each figure can be worked out beforehand, whatever the size of the batches.
"""

import functools

import keras
import numpy as np
import pytest
from sklearn.decomposition import PCA

from keraskata import expect
from keraskata.datasets import load

(DIGITS, _), (UNSEEN, _) = load.digits()
CODE, EPOCHS = 16, 5
KEYS = ["loss", "val_loss"]

ANSWER = expect.diagnoses(
    history=("fit returns a History; its dictionary is history.history", lambda seen: expect.is_history(seen.found)),
    otherwise="return the dictionary with the lists that fit gives",
)
BROKEN = expect.diagnoses(
    compiled=(
        "compile was called on the model again, so that its own loss is lost, and fit fails without it: leave compile "
        "out",
    ),
)
NAMES = expect.diagnoses(
    validation=(
        "fit got no validation data, so that there is no validation loss",
        lambda seen: seen.asked.complete and seen.asked.fits and not any(fit.validation for fit in seen.asked.fits),
    ),
    otherwise="the names are those that fit gives: loss and val_loss",
)
LISTS = expect.diagnoses(
    one=("this is one number; keep that of each epoch, in a list", lambda seen: expect.is_number(seen.values)),
    third=(
        "fit's third argument is batch_size; write epochs=epochs",
        lambda seen: seen.asked.fits[0].epochs == 1 and seen.asked.fits[0].batch_size == seen.epochs > 1,
    ),
    told=(
        "fit was told to run {told}, where epochs={epochs}",
        lambda seen: (
            {"told": expect.epochs(seen.asked.fits[0].epochs), "epochs": seen.epochs}
            if all(len(asked.fits) == 1 for asked in seen.calls) and seen.asked.fits[0].epochs != seen.epochs
            else None
        ),
    ),
    skips=(
        expect.SKIPS_EPOCHS,
        lambda seen: (
            (fit := seen.asked.fits[0]).initial_epoch
            and fit.ran < fit.epochs == seen.epochs
            and {"first": fit.initial_epoch}
        ),
    ),
    rounds=(
        "where epochs={epochs}, fit is called {calls} for one epoch: range(n) has n numbers, range(1, n) one fewer",
        lambda seen: _rounds(seen),
    ),
    otherwise="keep the whole list that the History has under this name: a number for each epoch",
)
ERROR = expect.diagnoses(
    compiled=(
        "compile was called on the model again: what it arrived with, and compile is not given, is lost",
        lambda seen: any(compiled.again for compiled in seen.asked.compiles),
    ),
    split=(
        "validation_split keeps the last part of train from the training",
        lambda seen: any(fit.held_back for fit in seen.asked.fits),
    ),
    own=(
        "the model is told to learn its own answers, so that there is nothing to learn: the target is the row",
        lambda seen: seen.key == "loss" and _nothing(seen.found) and _fits_alone(seen.asked),
    ),
    own_validation=(
        "val_loss is measured against the model's own answers: the target of a validation row is that row",
        lambda seen: seen.key == "val_loss" and _nothing(seen.found) and _fits_alone(seen.asked),
    ),
    made_up=(
        "no weight moves at a learning rate of zero, and the figures differ, while fit was never called on this model: "
        "they are not measured in a training",
        lambda seen: seen.asked.complete and not seen.asked.fits and np.ptp(seen.found) > 1e-3,
    ),
    zeros=("the target is 0 everywhere", lambda seen: _is_error(seen, seen.rows, 0 * seen.rows)),
    cut=(
        "the numbers are cut to 0..1; each row is to come back as it is",
        lambda seen: _is_error(seen, seen.rows, np.clip(seen.rows, 0, 1)),
        lambda seen: _is_error(seen, np.clip(seen.rows, 0, 1), seen.rows),
        lambda seen: _is_error(seen, np.clip(seen.rows, 0, 1), np.clip(seen.rows, 0, 1)),
    ),
    rounded=(
        "the losses are rounded; keep every digit",
        lambda seen: any(
            expect.same(seen.found, np.round([_error(seen.model, seen.rows)] * 2, digits)) for digits in range(1, 4)
        ),
    ),
    set=("this is the error of the rows of {other}", lambda seen: _of_the_other_set(seen)),
    inputs=(
        "fit got rows that train does not have: changed ones, or those of another set",
        lambda seen: seen.match(seen.rows).strange,
    ),
    targets=(
        "the targets hold other numbers than the rows: print both, as fit gets them",
        lambda seen: seen.match(None).strange,
    ),
    order=(
        "{n} rows have another row as their target",
        lambda seen: {"n": seen.match(seen.rows).other_labels} if seen.match(seen.rows).other_labels else None,
    ),
    part=(
        "{n} rows never came in",
        lambda seen: {"n": seen.match(seen.rows).missing} if seen.match(seen.rows).missing else None,
    ),
    batch=(
        "train_on_batch may answer with the loss of its own batch alone: average over all rows of the epoch",
        lambda seen: seen.key == "loss" and seen.asked.fits and all(fit.batches for fit in seen.asked.fits),
    ),
    otherwise="each row goes in as it is, and its target is the same row",
)
FIGURES = expect.diagnoses(
    squared=(
        "{key} is the mean squared error, also where the model was compiled with the mean absolute error: fit and "
        "evaluate measure by the loss that it has",
        lambda seen: (
            any(expect.same(seen.values[-1], one, tol=1e-4) for one in seen.squared()[KEYS.index(seen.key)][-2:])
            and {"key": seen.key}
        ),
    ),
    falling=(
        "the error of the model rises, and val_loss never does: give what was measured after each epoch",
        lambda seen: np.all(np.diff(seen.values) <= 0) and seen.error > seen.values[-1],
    ),
    once=(
        "{key} is {value} in each epoch, and the model changes: measure it once in each of them",
        lambda seen: len(set(seen.values)) == 1 and {"key": seen.key, "value": expect.number(seen.values[0])},
    ),
    weights=(
        "the model has the weights of epoch {epoch} again; those of the last epoch are to stay",
        lambda seen: next(
            {"epoch": place}
            for place, value in enumerate(seen.values[:-1], 1)
            if expect.same(value, seen.error, tol=1e-5)
        ),
    ),
    otherwise="val_loss is the error that the model has on the validation rows after each epoch",
)
LEARNED = expect.diagnoses(
    batch=(
        "batches of {size} rows leave few steps in five epochs; Keras' usual size, 32, is small enough",
        lambda seen: {"size": next(fit.batch_size for fit in seen.asked.fits if fit.batch_size > 64)},
    ),
    otherwise="print the loss of each epoch: does it fall, and does it still fall at the end?",
)


@pytest.fixture(scope="module")
def rows():
    """Training and validation rows that are unlike each other, so that their errors differ a lot.

    Some numbers of both are below 0, and some are above 1. Whoever learns the ones forgets the others.
    """
    rng = np.random.default_rng(3)
    low, high = rng.uniform(-0.3, 0.4, (40, 6)), rng.uniform(0.5, 1.3, (24, 6))
    low[1::8, 2], high[1::8, 3] = 1.6, -0.6
    return low.astype("float32"), high.astype("float32")


@pytest.fixture(scope="module")
def still(submission, rows):
    """Two epochs in which nothing can change: the answer, and the model as it began.

    Its weights are large, so that what comes back depends on the rows, and the same on each backend.
    """
    model = _autoencoder(6, 2, keras.optimizers.SGD(0.0))
    rng = np.random.default_rng(6)
    model.set_weights([rng.normal(0, 1.5, weight.shape) for weight in model.get_weights()])
    with expect.explained(lambda _: _other_loss(submission.evidence.of_argument(0))):
        answer = submission.train_autoencoder(model, *rows, 2)
    return answer, model, submission.evidence.of_argument(0)


@pytest.fixture(scope="module")
def trained(submission):
    """Training on digits: the answer, the model before and after, and what was asked of Keras."""
    model = _autoencoder(DIGITS.shape[1], CODE, keras.optimizers.Adam(0.01))
    answer = submission.train_autoencoder(model, DIGITS, UNSEEN, EPOCHS)
    return answer, model, submission.argument(0), submission.evidence.of_argument(0)


@pytest.mark.check(points=2, hint="What does fit return, and where does that keep its figures?")
def test_history(still, trained):
    """The answer is a dictionary with loss and val_loss: one number for each epoch."""
    calls = still[-1], trained[-1]
    for (found, *_, asked), epochs in ((still, 2), (trained, EPOCHS)):
        expect.kind(
            found,
            dict,
            what="the answer of train_autoencoder",
            likely=ANSWER.of(found=found),
        )
        missing = [key for key in KEYS if key not in found]
        expect.that(
            not missing,
            expected="the keys loss and val_loss",
            found=", ".join(map(str, found)) or "no keys at all",
            likely=NAMES.of(asked=asked),
        )
        for key in KEYS:
            values = found[key]
            likely = LISTS.of(values=values, asked=asked, epochs=epochs, calls=calls)
            expect.that(
                isinstance(values, (list, tuple, np.ndarray)) and all(map(expect.is_number, values)),
                expected=f"a list of numbers under {key}",
                found=expect.number(values),
                likely=likely,
            )
            expect.equal(
                len(values),
                epochs,
                what=f"with epochs={epochs} the number of values under {key}",
                likely=likely,
            )


@pytest.mark.check(
    points=3, needs=["test_history"], hint="fit takes what goes in, then what should come out. What should come out?"
)
def test_target(still, rows):
    """The target of each training row is that row: the loss is the error between the row and what comes back."""
    _expect_error(still, *rows, "loss", "the rows of train")


@pytest.mark.check(
    points=2, needs=["test_history"], hint="validation_data is a pair as well: what goes in, and what should come out."
)
def test_validation(still, rows):
    """The target of each validation row is that row."""
    _expect_error(still, *reversed(rows), "val_loss", "the rows of validation")


@pytest.fixture(scope="module")
def worse(submission, rows):
    """Training on a single row, so that each epoch is one step whatever the batches; the validation rows get worse.

    Return the answer, the model afterwards, the rows, and what was asked.
    """
    train, validation = rows[0][:1], rows[1]
    answer = submission.train_autoencoder(_for_single_row(), train, validation, EPOCHS)
    return answer, submission.argument(0), (train, validation), submission.evidence.of_argument(0)


@pytest.mark.check(
    points=2,
    needs=["test_target", "test_validation"],
    hint="Which model does fit belong to? After the last epoch its weights stay.",
)
def test_trained(trained, worse):
    """The model that was passed in is trained, and val_loss is the error that it had after each epoch."""
    answer, before, after, evidence = trained
    expect.moved(before, after)
    error = _error(after, UNSEEN)
    expect.close(
        answer["val_loss"][-1],
        error,
        what="the last val_loss",
        tol=1e-4,
        likely=FIGURES.of(values=answer["val_loss"], error=error),
    )
    expect.trained_for(evidence, EPOCHS)
    answer, after, given, evidence = worse
    expect.trained_for(evidence, EPOCHS)
    expect.not_compiled_again(evidence)
    values, error = answer["val_loss"], _absolute_error(after, given[1])
    squared = functools.partial(_errors_by_hand, *given, error=_error)
    expect.close(
        values[-1],
        error,
        what="the last val_loss, the mean absolute error in a training in which it rises,",
        tol=1e-4,
        likely=FIGURES.of(key="val_loss", values=values, error=error, squared=squared),
    )
    on_train, on_validation = _errors_by_hand(*given, error=_absolute_error)
    _expect_figures(answer, "val_loss", squared, on_validation[1:])
    # What fit gives was measured before the only step of an epoch; evaluate may have measured after it.
    _expect_figures(answer, "loss", squared, on_train[:-1], on_train[1:])


@pytest.mark.check(
    points=2, needs=["test_trained"], hint="What would the error be if the answer were the same for each row?"
)
def test_unseen_digits(trained):
    """Trained on digits, the model gives unseen digits back better than the average digit does."""
    answer, _, after, evidence = trained
    expect.keep_curves(
        "The losses while the autoencoder learns digits",
        {"training": answer["loss"]},
        look="Look whether the line still falls at its end: then more epochs would help.",
    )
    restored = expect.predict(after, UNSEEN)
    shown = [UNSEEN[:12].reshape(-1, 8, 8), restored[:12].reshape(-1, 8, 8)]
    expect.keep_images(
        "Unseen digits, and what comes back",
        shown,
        look="Look down each column for what gets lost on the way through the code.",
    )
    components = PCA(CODE).fit(DIGITS)
    pca = np.mean((components.inverse_transform(components.transform(UNSEEN)) - UNSEEN) ** 2)
    expect.at_most(
        _error(after, UNSEEN),
        float(np.mean((DIGITS.mean(axis=0) - UNSEEN) ** 2)),
        what="the mean squared error on unseen digits",
        likely=LEARNED.of(asked=evidence),
        notes=[f"with the average digit it is the bound above; with PCA it is {expect.number(float(pca))}"],
    )


def _expect_error(still, rows, others, key, whose):
    answer, model, asked = still
    right, found = _error(model, rows), answer[key]
    matched = asked.trained_on if key == "loss" else asked.validated_on
    expect.that(
        expect.same(found, [right] * 2, tol=1e-4),
        expected=f"{key} the same in two epochs at a learning rate of zero: {expect.number(right)}, the mean squared "
        f"difference between {whose} and what the model makes of them",
        found=expect.number(found),
        likely=ERROR.of(
            found=found,
            model=model,
            asked=asked,
            rows=rows,
            others=others,
            key=key,
            match=lambda features: matched(features, rows),
        ),
    )


def _expect_figures(answer, key, squared, *rights):
    found = answer[key]
    expect.that(
        any(expect.same(found, right, tol=1e-4) for right in rights),
        expected=f"{key} of {EPOCHS} epochs of training on a single row: {expect.number(rights[0])}",
        found=expect.number(found),
        likely=FIGURES.of(key=key, values=found, squared=squared),
    )


def _errors_by_hand(*sets, error):
    """Train on the first set, a single row; return the errors on each set, before the training and after each epoch."""
    model, (row, _) = _for_single_row(), sets
    errors = [[error(model, rows) for rows in sets]]
    for _ in range(EPOCHS):
        model.train_on_batch(row, row)
        errors.append([error(model, rows) for rows in sets])
    return np.transpose(errors).tolist()


def _for_single_row():
    """Another loss than elsewhere: the figures are to be measured by that of the model."""
    model = _autoencoder(6, 2, keras.optimizers.SGD(3.0))
    changes = {"loss": "mean_absolute_error", "run_eagerly": True}  # a few steps need no graph
    model.compile_from_config({**model.get_compile_config(), **changes})
    return model


def _other_loss(asked):
    """The cause, if the model was compiled again, with another loss, and the last fit did not come to its end."""
    again = any(compiled.again and compiled.losses != ("mean_squared_error",) for compiled in asked.compiles)
    broke = again and asked.fits and asked.fits[-1].ran is None and not asked.fits[-1].batches
    return BROKEN.says("compiled") if broke else None


def _is_error(seen, inputs, targets):
    """Whether both epochs gave the error that the model has where these go in and should come out."""
    error = float(np.mean((expect.predict(seen.model, inputs) - targets) ** 2))
    return expect.same(seen.found, [error] * 2, tol=1e-5)


def _of_the_other_set(seen):
    other = "validation" if seen.key == "loss" else "train"
    return {"other": other} if _is_error(seen, seen.others, seen.others) else None


def _rounds(seen):
    """Return how often fit trained one epoch, where that goes with epochs and is another number."""
    numbers = [len(asked.fits) for asked in seen.calls]
    single = all(fit.epochs == 1 and not fit.batches for asked in seen.calls for fit in asked.fits)
    if not single or numbers[0] == numbers[1] or len(seen.asked.fits) in (0, seen.epochs):
        return None
    times = len(seen.asked.fits)
    return {"epochs": seen.epochs, "calls": "once" if times == 1 else f"{times} times"}


def _nothing(figures):
    return np.max(np.abs(figures)) < 1e-6


def _fits_alone(asked):
    return asked.complete and asked.fits and not any(fit.weighted for fit in asked.fits)


def _error(model, rows):
    return float(np.mean((expect.predict(model, rows) - rows) ** 2))


def _absolute_error(model, rows):
    return float(np.mean(np.abs(expect.predict(model, rows) - rows)))


def _autoencoder(width, code, optimizer):
    """An autoencoder; a small one runs eagerly, for its few steps do not pay for a graph."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential()
    model.add(keras.Input((width,)))
    model.add(keras.layers.Dense(code, activation="tanh"))
    model.add(keras.layers.Dense(width, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="mean_squared_error", run_eagerly=width < DIGITS.shape[1])
    return model
