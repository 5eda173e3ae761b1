"""Grades s04_callbacks/history: what each epoch measured, for training and validation rows."""

import re
from typing import Any, NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

KEYS = ["loss", "accuracy", "val_loss", "val_accuracy"]
EPOCHS = 3
OTHER_METRICS = {"Precision", "Recall", "AUC", "MeanSquaredError", "MeanAbsoluteError", "BinaryCrossentropy"}


ANSWER = expect.diagnoses(
    whole=("fit returns a History; its dictionary is history.history", lambda seen: expect.is_history(seen.found)),
    otherwise="the dictionary to return is the attribute history of what fit returns",
)
NAMES = expect.diagnoses(
    settings=(
        "these are the settings of fit: history.params; its figures are in history.history",
        lambda seen: {"epochs", "verbose"} <= set(seen.found),
    ),
    renamed=(
        "fit does not name its figures so: {names}; leave the keys as they are",
        lambda seen: seen.extra and "loss" in seen.extra and {"names": seen.extra},
    ),
    unvalidated=(
        "without validation data there is nothing to validate: give the pair validation as validation_data",
        lambda seen: (
            seen.missing == ["val_loss", "val_accuracy"] and seen.own.fits and "validation_data" not in seen.source
        ),
    ),
    metric=(
        'accuracy has another name here: {names}; the text "accuracy" in compile gives it the expected one',
        lambda seen: "accuracy" in seen.missing and "acc" in seen.extra.lower() and {"names": seen.extra},
    ),
    unmeasured=(
        "accuracy is measured only when it is among the metrics given to compile",
        lambda seen: "accuracy" in seen.missing and seen.own.fits and "acc" not in " ".join(seen.metrics),
    ),
    dropped=(
        "fit measured all four: give back its whole dictionary",
        lambda seen: seen.own.fits and "accuracy" in seen.metrics and seen.own.fits[-1].validation,
    ),
    otherwise="fit gives all four: with accuracy among the metrics of compile, and with the pair validation as "
    "validation_data",
)
LISTS = expect.diagnoses(
    single=("only one number stands there, perhaps the last; keep the whole list", lambda seen: seen.single),
    array=(
        "{kind} stands there; each of the four is to be a list, as fit's History has it",
        lambda seen: {"kind": expect.type_name(seen.values)} if np.ndim(seen.values) == 1 else None,
    ),
    otherwise="return the lists of fit's History as they are",
)
LENGTHS = expect.diagnoses(
    now_and_then=(
        "validation_freq leaves epochs out: validate after each of them",
        lambda seen: seen.key.startswith("val_") and "validation_freq" in seen.source,
    ),
    third=(
        "fit trained a single epoch: its third argument is batch_size; write epochs=epochs",
        lambda seen: (seen.asked, seen.fits[0].batch_size) == (1, EPOCHS),
    ),
    one=("fit was asked for a single epoch: write epochs=epochs", lambda seen: seen.asked == 1),
    skipped=("initial_epoch leaves the first epochs out", lambda seen: seen.fits[0].initial_epoch > 0),
    stopped=(expect.STOPPED_BY, lambda seen: seen.asked == EPOCHS and expect.stopped_by(seen.fits[0])),
    cut=(
        "fit measured {n} epochs: give back all of its values, and no others",
        lambda seen: seen.all_ran and {"n": EPOCHS},
    ),
    fixed=(
        expect.FIXED_EPOCHS,
        lambda seen: seen.asked not in (None, EPOCHS) and re.search(r"epochs\s*=\s*\d", seen.source),
    ),
    asked=(
        "fit was asked for {n} epochs: hand the number on as it is",
        lambda seen: seen.asked not in (None, EPOCHS) and {"n": seen.asked},
    ),
    otherwise="fit writes one value for each of its epochs: see how often it is called, and for how many epochs",
)
# What is known of the training comes first, then what the figures show.
FIGURES = expect.diagnoses(
    categorical=(
        "with one output, categorical cross-entropy gives no gradient to learn from: it was to be binary cross-entropy",
        lambda seen: expect.loss_name(seen.model) == "categorical_crossentropy",
    ),
    loss=(
        "the model was compiled with {name}: it was to be binary cross-entropy",
        lambda seen: _other_loss(expect.loss_name(seen.model)),
    ),
    setting=(
        "the loss was given {name}: a sigmoid and labels of 0 or 1 need no setting",
        lambda seen: _setting(seen.model, "loss", ("from_logits", "label_smoothing")),
    ),
    never=("fit was never called, on any model", lambda seen: seen.evidence.complete and not seen.evidence.trained),
    copy=(
        "fit was never called on this model: another one was trained",
        lambda seen: seen.evidence.complete and seen.evidence.fits and not seen.own.fits,
    ),
    frozen=(
        "a layer with trainable=False learns nothing: leave trainable as it is",
        lambda seen: seen.unmoved and any(not layer.learns for fit in seen.own.fits for layer in fit.layers),
    ),
    unmoved=(
        "fit ran, and yet the weights are the old ones: were they put back, or is the learning rate 0?",
        lambda seen: seen.unmoved and seen.own.fits,
    ),
    swapped=(
        "train and validation are swapped: fit learns from train and is judged on validation",
        lambda seen: _just(seen.own.trained_on(*seen.validation)) and _just(seen.own.validated_on(*seen.train)),
    ),
    split=(
        "validation_split takes rows away from train; give validation_data=validation",
        lambda seen: any(fit.held_back for fit in seen.own.fits),
    ),
    extra=(
        "fit learns from rows that are not in train: {n} of them",
        lambda seen: _count(seen.own.trained_on(*seen.train), "strange"),
    ),
    labels=(
        "fit learns from rows with the label of another row: {n} of them",
        lambda seen: _count(seen.own.trained_on(*seen.train), "other_labels"),
    ),
    part=(
        "{n} rows of train never come into fit",
        lambda seen: _count(seen.own.trained_on(*seen.train), "missing"),
    ),
    on_train=(
        "the training rows are validated, in place of validation",
        lambda seen: _just(seen.own.validated_on(*seen.train)),
    ),
    other_rows=(
        "{n} of the rows that fit validates on are not in validation",
        lambda seen: seen.key.startswith("val_") and _count(seen.own.validated_on(*seen.validation), "strange"),
    ),
    other_labels=(
        "fit validates on rows with the label of another row: {n} of them",
        lambda seen: seen.key.startswith("val_") and _count(seen.own.validated_on(*seen.validation), "other_labels"),
    ),
    few_rows=(
        "{n} rows of validation are not validated on",
        lambda seen: seen.key.startswith("val_") and _count(seen.own.validated_on(*seen.validation), "missing"),
    ),
    weighted=(
        "sample_weight or class_weight makes some rows count more than others",
        lambda seen: any(fit.weighted for fit in seen.own.fits),
    ),
    fixed=(expect.FIXED_EPOCHS, lambda seen: len(seen.found) == EPOCHS > seen.epochs),
    threshold=(
        "the metric under accuracy was given {name}: it is to count an output above 0.5 as a 1",
        lambda seen: "accuracy" in seen.key and _setting(seen.model, "metrics", ("threshold",), 0.5),
    ),
    exact=(
        'the class Accuracy asks whether output and label are equal; the text "accuracy" fits a sigmoid',
        lambda seen: "accuracy" in seen.key and "'class_name': 'Accuracy'" in str(seen.model.get_compile_config()),
    ),
    metric=(
        'what is called accuracy is measured by {name} here, which counts something else; the text "accuracy" fits a '
        "sigmoid",
        lambda seen: "accuracy" in seen.key and _other_metric(seen.model),
    ),
    running=(
        "each val_loss is the mean of the epochs so far: the last epoch measured {right}. Give back what each epoch "
        "measured, as it is",
        lambda seen: (
            {"right": expect.number(seen.right)}
            if seen.key == "val_loss" and _near_exactly(_parts_of_means(seen.values)[-1], seen.right)
            else None
        ),
    ),
    carried=(
        "each {key} is a mean over all epochs so far: set the sums, or the metrics, back to zero when an epoch begins",
        lambda seen: {"key": seen.key} if _inside(_parts_of_means(seen.values), seen.bounds).all() else None,
    ),
    summed=(
        "each val_loss has those of the epochs before added to it: give back what each epoch measured, as it is",
        lambda seen: seen.key == "val_loss" and _near_exactly(np.diff(seen.values)[-1], seen.right),
    ),
    before=(
        "this is the loss of the model before its training",
        lambda seen: seen.key == "val_loss" and _near(seen.found, seen.start["loss"]),
    ),
    early=(
        "the first val_loss is that of the model before its training: measure validation after each epoch, not before",
        lambda seen: seen.key == "val_loss" and expect.same(seen.values[0], seen.start["loss"]),
    ),
    other_figure=(
        "under {key} stands the {name} of these rows: evaluate gives the loss first, then the accuracy",
        lambda seen: _other_figure(seen.key, seen.found, seen.rows),
    ),
    exchanged=(
        "under {key} stands what was measured on the other rows",
        lambda seen: _near(seen.found, seen.other[seen.key.removeprefix("val_")]) and {"key": seen.key},
    ),
    percent=("accuracy is a part of 1: leave it as it is", lambda seen: _near(seen.found, 100 * seen.right)),
    rounded=("the figures are rounded; give them as fit measured them", lambda seen: _rounded(seen.found, seen.right)),
    places=("every loss ends after {n} places: give the figures as fit measured them", lambda seen: seen.places),
    earlier=(
        "{n} figures for a call with {epochs} epochs: those of the call before are still in the list",
        lambda seen: (
            {"n": len(seen.found), "epochs": seen.epochs}
            if np.size(seen.found) > seen.epochs and np.ptp(np.ravel(seen.found)[-seen.epochs :]) < 1e-6
            else None
        ),
    ),
    batches=(
        "train_on_batch gives the {key} of its own batch alone: that of an epoch counts all of its batches, each by "
        "its number of rows",
        lambda seen: (
            {"key": seen.key} if seen.key[:4] != "val_" and any(fit.batches for fit in seen.own.fits) else None
        ),
    ),
    invented=(
        "no weight moved here, and yet the list holds different figures: give those that fit measured in this call",
        lambda seen: seen.epochs < EPOCHS and np.ptp(seen.found) > 1e-3,
    ),
    once=(
        "after one epoch the model scores {right} on validation, and {found} stands there: measure validation after "
        "each epoch, as fit does with validation_data",
        lambda seen: seen.alone and {name: expect.number(seen.alone[name]) for name in ("right", "found")},
    ),
    backwards=("the list begins with the figure of the last epoch", lambda seen: _near(seen.values[0], seen.right)),
    same=(
        "each epoch has the same figure, and the last of them measured another: give the lists as they are",
        lambda seen: seen.key == "val_loss" and np.ptp(seen.values) == 0 and seen.found < seen.right < 1,
    ),
    otherwise="fit this very model on the rows of train, validate on validation, and give back the lists as they are",
)


class Run(NamedTuple):
    """One training: its answer (history), its effect (the model before and after), and what it asked of Keras."""

    history: object
    before: keras.Model
    after: keras.Model
    evidence: Any


@pytest.fixture(scope="module")
def train():
    return _clouds(64, seed=1)


@pytest.fixture(scope="module")
def validation():
    """Return rows of which three in four have the wrong label: what is learned from train makes these figures worse."""
    points, labels = _clouds(40, seed=2)
    return points, np.where(np.arange(40) % 4, 1 - labels, labels)


@pytest.fixture(scope="module")
def run(submission, train, validation):
    """The network begins by answering one half to everything: whatever it learns, the training loss falls."""
    model = _network(kernel=0)
    history = submission.train_with_history(model, train, validation, EPOCHS)
    return Run(history, model, submission.argument(0), submission.evidence)


@pytest.mark.check(points=2, hint="Which argument of compile names what is measured, next to the loss?")
def test_keys(submission, run):
    """The answer is a dictionary with loss and accuracy, and the same for the validation rows."""
    found = run.history
    expect.kind(found, dict, what="the answer of train_with_history", likely=ANSWER.of(found=found))
    missing = [key for key in KEYS if key not in found]
    expect.that(
        not missing,
        expected="the keys " + ", ".join(KEYS),
        found=", ".join(map(str, found)) or "no keys at all",
        likely=NAMES.of(
            found=found,
            missing=missing,
            extra=", ".join(str(key) for key in found if key not in KEYS),
            own=run.evidence.of_argument(0),
            metrics=expect.metric_names(run.after),
            source=submission.source,
        ),
    )
    expect.measured(run.evidence.trained, what="the history")


@pytest.mark.check(
    points=2, needs=["test_keys"], hint="How is fit told the number of epochs? Its third argument is not it."
)
def test_one_value_per_epoch(submission, run):
    """Each list holds one number per epoch."""
    for key in KEYS:
        values = run.history[key]
        expect.that(
            isinstance(values, list) and all(map(expect.is_number, values)),
            expected=f"a list of numbers under {key}",
            found=expect.number(values),
            likely=LISTS.of(single=expect.is_number(values), values=values),
        )
        fits = run.evidence.of_argument(0).fits
        expect.equal(
            len(values),
            EPOCHS,
            what=f"with epochs={EPOCHS} the number of values under {key}",
            likely=LENGTHS.of(
                key=key,
                fits=fits,
                asked=fits[0].epochs if len(fits) == 1 and not fits[0].batches else None,
                all_ran=sum(fit.ran or 0 for fit in fits) == EPOCHS,
                source=submission.source,
            ),
        )
    expect.trained_for(run.evidence.of_argument(0), EPOCHS)


@pytest.mark.check(points=1, hint="Which model does fit belong to, and which rows does it get?")
def test_trained(run, train, validation):
    """The model that was passed in is trained: its loss on the training rows falls."""
    expect.moved(run.before, run.after, likely=FIGURES.of(**_seen(run, train, validation), unmoved=True))
    start, end = (_figures(model, *train)["loss"] for model in (run.before, run.after))
    expect.that(
        end < start,
        expected=f"a cross-entropy on the training rows below {expect.number(start)}, where it started",
        found=expect.number(end),
        likely=FIGURES.of(**_seen(run, train, validation)),
    )


@pytest.mark.check(
    points=3,
    needs=["test_one_value_per_epoch"],
    hint="After the last epoch the weights stay. What would evaluating the model on the validation rows give then?",
)
def test_last_epoch(run, train, validation):
    """The validation figures of the last epoch are those of the trained model on `validation`."""
    losses = {"training": run.history["loss"], "validation": run.history["val_loss"]}
    expect.keep_curves(
        "The losses that were written down",
        losses,
        look="Look at the gap between the two lines: where it grows, the network overfits.",
    )
    right, on_train = _figures(run.after, *validation), _figures(run.after, *train)
    start = _figures(run.before, *validation)
    for name in ("loss", "accuracy"):
        key = f"val_{name}"
        values = run.history[key]
        seen = {"key": key, "found": values[-1], "right": right[name], "rows": right, "other": on_train, "start": start}
        expect.close(
            values[-1],
            right[name],
            what=f"the last {key}",
            tol=1e-4,
            likely=FIGURES.of(**_seen(run, train, validation), **seen, values=values, epochs=EPOCHS),
        )


@pytest.mark.check(
    points=3,
    needs=["test_one_value_per_epoch"],
    hint="Follow each list back: which rows and which labels was it measured on?",
)
def test_measured(submission, run, train, validation):
    """Every figure is measured: with weights that cannot change, each epoch repeats what the model scores."""
    model = _network(kernel=0.7)
    model.trainable = False
    history = submission.train_with_history(model, train, validation, 2)
    now = Run(history, model, submission.argument(0), submission.evidence)
    on_train, on_test = _figures(now.after, *train), _figures(now.after, *validation)
    right = {**on_train, **{f"val_{name}": value for name, value in on_test.items()}}
    expect.that(
        isinstance(history, dict) and all(key in history for key in KEYS),
        expected="the same four keys as before",
        found=expect.number(history),
    )
    for key in KEYS:
        found = history[key]
        own, other = (on_test, on_train) if key.startswith("val_") else (on_train, on_test)
        expect.that(
            expect.same(found, [right[key]] * 2, tol=1e-4),
            expected=f"{key} the same in both of two epochs, as no weight can change: {expect.number(right[key])}",
            found=expect.number(found),
            likely=FIGURES.of(
                **_seen(now, train, validation),
                key=key,
                found=found,
                right=right[key],
                rows=own,
                other=other,
                epochs=2,
            ),
        )
    losses = [value for made in (run.history, history) for key in ("loss", "val_loss") for value in made[key]]
    places = _places(losses)
    expect.that(
        places is None,
        expected="the losses with all of the places that they were measured with",
        found=expect.number(history["loss"]),
        likely=FIGURES.of(places={"n": places}),
    )
    expect.trained_on(now.evidence.of_argument(0), *train, what="the rows of train")
    _expect_first_epoch(submission, run, train, validation)
    _expect_each_epoch(submission)


def _expect_first_epoch(submission, run, train, validation):
    """Require, of who validated less often than once an epoch, that the first figure is that of a single epoch.

    Both trainings begin from the same seed. Where the model was asked in a way that is not noted, a right figure may
    depend on the number of epochs (as by its learning rates): there only a list of one and the same number counts.
    """
    often = _times_validated(run.evidence, validation)
    if often is None or often >= EPOCHS or not (often or np.ptp(run.history["val_loss"]) == 0):
        return
    submission.train_with_history(_network(kernel=0), train, validation, 1)
    right, found = _figures(submission.argument(0), *validation)["loss"], run.history["val_loss"][0]
    expect.that(
        expect.same(found, right, tol=1e-4),
        expected=f"the first val_loss is that after one epoch: {expect.number(right)}",
        found=expect.number(found),
        likely=FIGURES.of(alone={"right": right, "found": found}),
    )


def _expect_each_epoch(submission):
    """Require that the figures of train lie between those of the model before and after each epoch.

    All rows are one and the same, so that each step lowers the loss, and validation measures what train does.
    """
    rows = np.ones((64, 2), "float32"), np.ones(64, dtype=int)
    model = keras.Sequential([keras.Input((2,)), _barely_wrong()])
    start = _figures(model, *rows)
    history = submission.train_with_history(model, rows, rows, 5)
    end = _figures(submission.argument(0), *rows)
    expect.that(
        isinstance(history, dict) and all(np.shape(history.get(key)) == (5,) for key in KEYS),
        expected="four lists of five numbers, with epochs=5",
        found=expect.number(history),
    )
    for name in ("loss", "accuracy"):
        found, after = np.array(history[name]), history[f"val_{name}"]
        if not expect.same(after[-1], end[name], tol=1e-4):
            return  # what was validated is looked at elsewhere
        bounds = np.sort([[start[name], *after[:-1]], after], axis=0) + np.array([[-2e-6], [2e-6]])
        wrong = np.flatnonzero(~_inside(found, bounds))
        if len(wrong):
            low, high = map(expect.number, bounds[:, wrong[0]])
            expect.that(
                False,
                expected=f"{name} of epoch {wrong[0] + 1} between what the model scores on these rows before and after "
                f"it: {low} and {high}",
                found=expect.number(found),
                likely=FIGURES.of(key=name, values=found, bounds=bounds),
            )


def _inside(values, bounds):
    return (bounds[0] <= values) & (values <= bounds[1])


def _barely_wrong():
    """A neuron that answers a 1 with a little less than 0.5: a single step puts it right."""
    return keras.layers.Dense(
        1, activation="sigmoid", kernel_initializer="zeros", bias_initializer=keras.initializers.Constant(-1e-5)
    )


def _times_validated(evidence, validation):
    """Return how often all rows of validation were looked at, by fit or where Keras was asked; None if not known."""
    fits, asked = [fit for fit in evidence.fits if fit.validation], evidence.asked
    matches = [(fit.validation.against(*validation), fit.ran) for fit in fits]
    matches += [(step.rows and step.rows.against(validation[0]), 1) for step in asked]
    if not evidence.complete or any(match is None or times is None for match, times in matches):
        return None
    return sum(match.own * times for match, times in matches) / len(validation[0])


def _clouds(n, seed):
    """Return two clouds of points, one per label."""
    labels = np.arange(n) % 2
    points = np.random.default_rng(seed).normal(0, 0.4, size=(n, 2)) + (2 * labels[:, None] - 1)
    return points.astype("float32"), labels


def _network(kernel):
    keras.utils.set_random_seed(0)
    model = keras.Sequential()
    model.add(keras.Input((2,)))
    model.add(keras.layers.Dense(4, activation="tanh"))
    model.add(keras.layers.Dense(1, activation="sigmoid", kernel_initializer=keras.initializers.Constant(kernel)))
    return model


def _figures(model, features, labels):
    """Compute binary cross-entropy and accuracy: the judge's own count."""
    p = np.clip(expect.predict(model, features).ravel().astype(float), 1e-7, 1 - 1e-7)
    loss = -np.mean(np.where(labels == 1, np.log(p), np.log(1 - p)))
    return {"loss": float(loss), "accuracy": float(np.mean((p > 0.5) == labels))}


def _seen(run, train, validation):
    """Return what is known of a training."""
    own = run.evidence.of_argument(0)
    return {"evidence": run.evidence, "own": own, "model": run.after, "train": train, "validation": validation}


def _other_loss(name):
    """Return the name of a loss of Keras' that is not the one of the task."""
    other = name not in ("none", "binary_crossentropy") and hasattr(keras.losses, name)
    return {"name": name} if other else None


def _setting(model, part, names, usual=None):
    """Return the first setting of these names that a loss or a metric was given, where it is not the usual one."""
    given = model.get_compile_config()[part]
    for item in given if isinstance(given, list) else [given]:
        settings = item["config"] if isinstance(item, dict) else {}
        for name in names:
            if settings.get(name) and settings[name] != usual:
                return {"name": f"{name}={settings[name]}"}
    return None


def _other_metric(model):
    """Return the name of a class of Keras' that is no accuracy of a single output, but bears the name accuracy."""
    given = model.get_compile_config()["metrics"]
    kinds = [item["class_name"] for item in given if isinstance(item, dict) and item["config"]["name"] == "accuracy"]
    other = any(kind.endswith("CategoricalAccuracy") or kind in OTHER_METRICS for kind in kinds)
    return {"name": kinds[0]} if other and len(kinds) == 1 else None


def _parts_of_means(values):
    """Return the numbers of which these are the running means."""
    return np.diff(np.arange(1, len(values) + 1) * values, prepend=0)


def _near_exactly(found, value):
    return expect.same(found, value, tol=2e-6)


def _just(rows):
    """Return whether rows are those that they were compared with, each with its own label, and no others."""
    return rows.own and not (rows.strange or rows.missing or rows.other_labels)


def _count(rows, kind):
    """Return how many rows are of this kind, for the words, or None."""
    return {"n": getattr(rows, kind)} if getattr(rows, kind) else None


def _near(found, value):
    return expect.same(found, np.full(expect.array(found).shape, value), tol=1e-4)


def _other_figure(key, found, figures):
    """Return what stands under a key, for the words, where loss and accuracy of the same rows are swapped."""
    wanted = key.removeprefix("val_")
    [name] = set(figures) - {wanted}
    return {"key": key, "name": name} if _near(found, figures[name]) else None


def _places(losses):
    """Return after how many places all of the losses end, where they are so few that they were rounded to them."""
    return next((n for n in range(1, 6) if all(np.round(loss, n) == loss for loss in losses)), None)


def _rounded(found, value):
    return any(_near(found, rounded) for digits in (1, 2, 3) if (rounded := round(value, digits)))
