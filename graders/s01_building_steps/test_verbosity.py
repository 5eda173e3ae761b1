"""Grades s01_building_steps/verbosity: what fit shows while it runs."""

import re

import keras
import numpy as np
import pytest

from keraskata import expect

EPOCHS = 2


@pytest.fixture(scope="module")
def data():
    features = np.linspace(-1, 1, 32, dtype="float32").reshape(-1, 1)
    return features, (features > 0).astype("float32")


@pytest.fixture(scope="module")
def model():
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid")])
    # Eagerly: a few steps take less time than building a graph.
    model.compile(keras.optimizers.SGD(0.1), "binary_crossentropy", metrics=["accuracy"], run_eagerly=True)
    return model


@pytest.fixture(scope="module")
def silent(submission, model, data):
    history = submission.fit_with_display(model, *data, EPOCHS, "silent")
    return history, submission.printed, submission.argument(0), submission.evidence.of_argument(0)


@pytest.mark.check(points=2, hint="model.fit(...) has an answer of its own: pass it on.")
def test_history(silent, model, data):
    """The model is trained for the epochs asked for, and the History of it is returned."""
    history, _, trained, evidence = silent
    expect.that(
        expect.is_history(history) and "loss" in history,
        expected="the History of the training",
        found=expect.type_name(history),
        likely=expect.cause(
            (history is None, "the return in front of model.fit is missing"),
            (
                isinstance(history, dict),
                "this is the dictionary of a History: return what fit returns, without .history",
            ),
            "return what model.fit returns",
        ),
    )
    expect.epoch_count(len(history["loss"]), EPOCHS, what="epochs in the History")
    expect.moved(model, trained)
    expect.trained_on(evidence, *data, what="the features")
    expect.trained_for(evidence, EPOCHS)
    _expect_told(history["loss"], _cross_entropy(model, *data) - _cross_entropy(trained, *data))


@pytest.mark.check(
    points=1,
    needs=["test_history"],  # a function that does nothing prints nothing
    hint="Which value of verbose means nothing at all? Do you print something yourself?",
)
def test_silent(submission, silent):
    """The silent display prints nothing."""
    _, printed, *_ = silent
    expect.equal(
        printed.strip(),
        "",
        what='what was printed for "silent"',
        likely=expect.cause(
            (
                re.search(r"verbose\s*=\s*[\"']", submission.source),
                "verbose is given as a text, and any text counts as yes; it is a number, 0, without quotes",
            ),
            ("/step" in printed, "fit shows its progress unless verbose is 0"),
            "there is a print in the function itself",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_history"], hint="Train twice by hand, with verbose=1 and with verbose=2, and compare."
)
def test_bar(submission, model, data):
    """The bar is a progress bar that moves along within each epoch."""
    submission.fit_with_display(model, *data, 1, "bar")
    printed = submission.printed
    expect.that(
        _has_bar(printed) and len(_finished_lines(printed)) == 1,
        expected="a progress bar for each epoch, one with epochs=1",
        found=_describe(printed),
        likely=expect.cause(
            (
                bool(_finished_lines(printed)) and not _has_bar(printed),
                "verbose=2 prints a finished line per epoch; the bar is verbose=1",
            ),
            (not printed.strip(), "verbose=0 is silence; the bar is verbose=1"),
            (len(_finished_lines(printed)) == EPOCHS, expect.FIXED_EPOCHS),
            "the bar of Keras is verbose=1",
        ),
    )


@pytest.mark.check(
    points=2, needs=["test_history"], hint="Train twice by hand, with verbose=1 and with verbose=2, and compare."
)
def test_line(submission, model, data):
    """The line is one finished line per epoch, without a bar."""
    submission.fit_with_display(model, *data, EPOCHS, "line")
    printed = submission.printed
    expect.that(
        not _has_bar(printed) and len(_finished_lines(printed)) == EPOCHS,
        expected=f"one finished line per epoch, {EPOCHS} with epochs={EPOCHS}, and no bar",
        found=_describe(printed),
        likely=expect.cause(
            (_has_bar(printed), "verbose=1 draws a bar (and so does the default); a line per epoch is verbose=2"),
            (not printed.strip(), "verbose=0 is silence; a line per epoch is verbose=2"),
            "the line per epoch of Keras is verbose=2",
        ),
    )
    expect.that(
        all(fit.verbose != 0 for fit in submission.evidence.fits),
        expected="lines that fit shows",
        found="a silent fit, and lines that the function itself prints",
        likely="leave the display to Keras: verbose=2 prints these lines, with what was measured",
    )


@pytest.mark.check(
    points=2,
    needs=["test_history"],  # a function that refuses everything distinguishes nothing
    hint="Is the word one of the three? If not: raise ValueError(...)",
)
def test_unknown(submission, model, data):
    """Any other display raises a ValueError that names the three choices."""
    for display in ("loud", "2", "", "BAR", " bar "):
        expect.raises(
            ValueError,
            submission.fit_with_display,
            model,
            *data,
            EPOCHS,
            display,
            mentions=["silent", "bar", "line"],
        )
        expect.that(
            expect.same(expect.weights_of(model), expect.weights_of(submission.argument(0))),
            expected=f"the display {display!r} to be refused before anything is trained",
            found="other weights than before: the training came first, and the error after it",
            likely="ask about display at the top of the function; a training that cannot be shown should not run",
        )


def _expect_told(told, fall):
    """Require that the loss of the model that was passed in fell by about as much as the History says, or more.

    The distance between its last two figures and the weights depends on the size of the batches.
    """
    expect.that(
        all(map(expect.is_number, told)) and 0 < told[0] - told[-1] < 2 * fall,
        expected="a model whose loss has fallen as its History tells",
        found=f"the losses {expect.number(list(told))}, and a model whose loss fell by {expect.number(fall)} in all",
        likely="another model was trained in its place, or this History is made up",
    )


def _cross_entropy(model, features, labels):
    p = np.clip(expect.predict(model, features).astype(float), 1e-7, 1 - 1e-7)
    return float(-np.mean(np.where(labels == 1, np.log(p), np.log(1 - p))))


def _has_bar(printed):
    return "━" in printed


def _finished_lines(printed):
    """Return the last state of each line that reports on an epoch."""
    return [line for line in printed.split("\n") if re.search(r"\d+/\d+\b.*/step", line)]


def _describe(printed):
    if not printed.strip():
        return "nothing"
    lines = len(_finished_lines(printed))
    return f"{'a progress bar' if _has_bar(printed) else 'no bar'}, and {lines} report{'s' if lines != 1 else ''}"
