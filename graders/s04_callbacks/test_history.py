"""Grades s04_callbacks/history: what each epoch measured, for training and validation rows."""

from typing import Any, NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

KEYS = ["loss", "accuracy", "val_loss", "val_accuracy"]
EPOCHS = 3


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
def test_keys(run):
    """The answer is a dictionary with loss and accuracy, and the same for the validation rows."""
    found = run.history
    expect.kind(
        found,
        dict,
        what="the answer of train_with_history",
        likely="fit returns a History; its dictionary is history.history",
    )
    missing = [key for key in KEYS if key not in found]
    expect.that(
        not missing,
        expected="the keys " + ", ".join(KEYS),
        found=", ".join(map(str, found)) or "no keys at all",
        likely=expect.cause(
            (
                not any(key in found for key in KEYS) and "epochs" in found,
                "these are the settings of fit: history.params",
            ),
            (
                any("loss" in str(key).lower() and key not in KEYS for key in found),
                f"{', '.join(missing)} stand under other names here: leave the keys as fit names them",
            ),
            (
                missing == ["val_loss", "val_accuracy"],
                "without validation data there is nothing to validate: give the pair validation as validation_data",
            ),
            (
                any("acc" in str(key) for key in found),
                'the metric has another name; the text "accuracy" in compile gives it the expected one',
            ),
            (
                "accuracy" in missing and "val_loss" not in missing,
                "accuracy is measured only when it is among the metrics given to compile",
            ),
            "compile with accuracy among the metrics, give the pair validation as validation_data, and return "
            "history.history",
        ),
    )
    expect.measured(run.evidence.trained, what="the history")


@pytest.mark.check(
    points=2, needs=["test_keys"], hint="How is fit told the number of epochs? Its third argument is not it."
)
def test_one_value_per_epoch(run):
    """Each list holds one number per epoch."""
    for key in KEYS:
        values = run.history[key]
        expect.that(
            isinstance(values, (list, tuple, np.ndarray)) and all(map(expect.is_number, values)),
            expected=f"a list of numbers under {key}",
            found=expect.number(values),
            likely=expect.cause(
                (expect.is_number(values), "only one epoch is there, perhaps the last; keep the whole list"),
                "return the lists of fit's History as they are",
            ),
        )
        expect.equal(
            len(values),
            EPOCHS,
            what=f"with epochs={EPOCHS} the number of values under {key}",
            likely=expect.cause(
                (len(values) == 1, "fit trained a single epoch: its third argument is batch_size; write epochs=epochs"),
                (len(values) > EPOCHS, "the number of epochs is fixed, or the model was trained twice"),
                "the training ended early, or its number of epochs is fixed",
            ),
        )
    expect.trained_for(run.evidence.of_argument(0), EPOCHS)


@pytest.mark.check(points=1, hint="Which model does fit belong to, and which rows does it get?")
def test_trained(run, train):
    """The model that was passed in is trained: its loss on the training rows falls."""
    expect.moved(
        run.before,
        run.after,
        likely=expect.cause(
            *_other_loss(run.after),
            "fit was never called on this model: another one was trained, or none at all",
        ),
    )
    start, end = (_figures(model, *train)["loss"] for model in (run.before, run.after))
    expect.that(
        end < start,
        expected=f"a cross-entropy on the training rows below {expect.number(start)}, where it started",
        found=expect.number(end),
        likely=expect.cause(
            *_other_loss(run.after),
            "fit does not get the training rows, or not with their own labels",
        ),
    )


@pytest.mark.check(
    points=3,
    needs=["test_one_value_per_epoch"],
    hint="After the last epoch the weights stay. What would evaluating the model on the validation rows give then?",
)
def test_last_epoch(run, train, validation):
    """The validation figures of the last epoch are those of the trained model on `validation`."""
    losses = {"training": run.history["loss"], "validation": run.history["val_loss"]}
    expect.keep_curves("The losses that were written down", losses)
    right, on_train = _figures(run.after, *validation), _figures(run.after, *train)
    start, answers = _figures(run.before, *validation), expect.predict(run.after, validation[0]).ravel()
    for name in ("loss", "accuracy"):
        found = run.history[f"val_{name}"][-1]
        expect.close(
            found,
            right[name],
            what=f"the last val_{name}",
            tol=1e-4,
            likely=expect.cause(
                (
                    _near(found, on_train[name]),
                    "these are the figures of the training rows; validate on the other pair",
                ),
                (_near(found, start[name]), "the model was evaluated before it was trained"),
                (
                    name == "loss" and _near(found, np.mean((answers - validation[1]) ** 2)),
                    "this is the squared error: the loss was to be binary cross-entropy",
                ),
                *_other_loss(run.after),
                (
                    expect.same(expect.weights_of(run.before), expect.weights_of(run.after), tol=0),
                    "these figures are made up, or belong to another model: this one was never trained",
                ),
                (_rounded(found, right[name]), "the figures are rounded"),
                (
                    np.ptp(run.history[f"val_{name}"]) == 0,
                    "the same figure stands there for each epoch: give what each epoch measured, not the best so far",
                ),
                "the validation rows are not exactly those that were given, the loss is another one, or the figures "
                "are made up",
            ),
        )


@pytest.mark.check(
    points=3,
    needs=["test_one_value_per_epoch"],
    hint="Follow each list back: which rows and which labels was it measured on?",
)
def test_measured(submission, train, validation):
    """Every figure is measured: with weights that cannot change, each epoch repeats what the model scores."""
    model = _network(kernel=0.7)
    model.trainable = False
    history = submission.train_with_history(model, train, validation, 2)
    trained, evidence = submission.argument(0), submission.evidence.of_argument(0)
    on_train, on_test = _figures(model, *train), _figures(model, *validation)
    right = {**on_train, **{f"val_{name}": value for name, value in on_test.items()}}
    expect.that(
        isinstance(history, dict) and all(key in history for key in KEYS),
        expected="the same four keys as before",
        found=expect.number(history),
    )
    swapped = _near(history["loss"], on_test["loss"]) and _near(history["val_loss"], on_train["loss"])
    for key in KEYS:
        found, name = history[key], key.removeprefix("val_")
        expect.that(
            expect.same(found, [right[key]] * 2, tol=1e-4),
            expected=f"{key} the same in both of two epochs, as no weight can change: {expect.number(right[key])}",
            found=expect.number(found),
            likely=expect.cause(
                *_other_loss(trained),
                (swapped, "train and validation are swapped: fit learns from train and is judged on validation"),
                (
                    key.startswith("val_") and _near(found, on_train[name]),
                    "the training rows are validated, in place of validation",
                ),
                (key == name and _near(found, on_test[name]), "the training figures come from the validation rows"),
                (_rounded(found, right[key]), "the figures are rounded; give them as fit measured them"),
                (
                    not key.startswith("val_"),
                    "fit trains on other rows than those of train, part of them perhaps; the loss is not binary "
                    "cross-entropy; or the figures are made up",
                ),
                "the validation rows are not exactly those that were given, or the figures are made up",
            ),
        )
    expect.trained_on(evidence, *train, what="the rows of train")


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


def _other_loss(model):
    """Return conditions and words for a loss that differs from the task."""
    name = expect.loss_name(model)
    return (
        (
            name == "categorical_crossentropy",
            "with one output, categorical cross-entropy gives no gradient to learn from: it was to be binary "
            "cross-entropy",
        ),
        (
            name not in ("none", "binary_crossentropy"),
            f"the model was compiled with {name}: it was to be binary cross-entropy",
        ),
    )


def _near(found, value):
    return expect.same(found, np.full(expect.array(found).shape, value), tol=1e-4)


def _rounded(found, value):
    return any(_near(found, round(value, digits)) for digits in (1, 2, 3))
