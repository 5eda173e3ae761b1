"""Grades s01_building_steps/verbosity: what fit shows while it runs."""

import ast
import re
from functools import partial

import keras
import numpy as np
import pytest

from keraskata import expect

SILENT = expect.varied("silent")
EPOCHS = 2

RETURNED = expect.diagnoses(
    empty=(
        "fit puts a loss into its History for each epoch: return the one that fit returned",
        lambda seen: expect.is_history(seen.history),
    ),
    dictionary=(
        "this is the dictionary of a History: return what fit returns, without .history",
        lambda seen: isinstance(seen.history["loss"], list),
    ),
    model=("this is the model; fit has an answer of its own", lambda seen: isinstance(seen.history, keras.Model)),
    otherwise="return what model.fit returns",
)
REFUSED = expect.diagnoses(
    zero=(f'"{SILENT}" is refused: its number is 0, and `not` takes 0 for missing; ask `if display not in ...`',),
)
LENGTH = expect.diagnoses(
    kept=(
        "the losses of the call before are among them: make a History of your own in each call, or return the one "
        "that fit returns",
        lambda seen: list(seen.again["loss"])[:EPOCHS] == list(seen.before["loss"]),
    ),
    loop=(
        "fit was called {times} times, and each call begins a new History: call it once",
        lambda seen: {"times": len(seen.fits)} if len(seen.fits) > 1 else None,
    ),
    third=(
        "fit's third argument is batch_size; without the name, epochs=..., it trains for one epoch",
        lambda seen: (seen.fits[0].batch_size, seen.fits[0].epochs) == (EPOCHS, 1),
    ),
    begins=(
        expect.SKIPS_EPOCHS,
        lambda seen: {"first": seen.fits[0].initial_epoch} if seen.fits[0].initial_epoch else None,
    ),
    told=(
        "fit's epochs is {given} here, and {wanted} came in: take the number from epochs",
        lambda seen: {"given": seen.fits[0].epochs, "wanted": EPOCHS} if seen.fits[0].epochs != EPOCHS else None,
    ),
    otherwise="the History that fit returns has a loss for each epoch",
)
TOLD = expect.diagnoses(
    copy=(
        "another model was trained in its place",
        lambda seen: seen.evidence.trained and not seen.evidence.fits,
    ),
    compiled=(
        "compile was called on the model again: what it arrived with, and compile is not given, is lost",
        lambda seen: any(compiled.again for compiled in seen.evidence.compiles),
    ),
    otherwise="the History of a training tells how far the loss of this model fell",
)
SILENCE = expect.diagnoses(
    text=("verbose is given as a text; it is a number, without quotes", lambda seen: _as_text(seen.evidence)),
    fit=(
        "fit shows its progress unless verbose is 0",
        lambda seen: any(fit.verbose != 0 for fit in seen.evidence.fits),
    ),
    asked=(
        "evaluate and predict show a bar, too, unless verbose is 0",
        lambda seen: seen.evidence.asked and "/step" in seen.printed,
    ),
    print=(
        "there is a print in the function itself",
        lambda seen: re.search(r"\bprint\(", seen.source) and "/step" not in seen.printed,
    ),
)
BAR = expect.diagnoses(
    text=("verbose is given as a text; it is a number, without quotes", lambda seen: _as_text(seen.evidence)),
    line=(
        "verbose=2 prints a finished line per epoch; the bar is verbose=1",
        lambda seen: any(fit.verbose == 2 for fit in seen.evidence.fits),
    ),
    silent=(
        "verbose=0 is silence; the bar is verbose=1",
        lambda seen: any(fit.verbose == 0 for fit in seen.evidence.fits),
    ),
    fixed=(expect.FIXED_EPOCHS, lambda seen: any(fit.epochs == EPOCHS for fit in seen.evidence.fits)),
    asked=(
        "evaluate and predict show a bar, too, unless verbose is 0",
        lambda seen: seen.evidence.asked and len(_finished_lines(seen.printed)) > len(seen.evidence.fits),
    ),
    at_once=(
        "batch_size={size} makes one step of all rows: leave it out, and fit takes 32 rows at a time",
        lambda seen: next(
            ({"size": fit.batch_size} for fit in seen.evidence.fits if (fit.batch_size or 0) >= 160), None
        ),
    ),
    otherwise="the bar of Keras is verbose=1",
)
LINE = expect.diagnoses(
    text=("verbose is given as a text; it is a number, without quotes", lambda seen: _as_text(seen.evidence)),
    bar=(
        "verbose=1 draws a bar (and so does the default); a line per epoch is verbose=2",
        lambda seen: any(fit.verbose in (1, "auto") for fit in seen.evidence.fits),
    ),
    silent=(
        "verbose=0 is silence; a line per epoch is verbose=2",
        lambda seen: not seen.printed.strip() and any(fit.verbose == 0 for fit in seen.evidence.fits),
    ),
    asked=(
        "evaluate and predict show a bar, too, unless verbose is 0",
        lambda seen: seen.evidence.asked and _has_bar(seen.printed),
    ),
    own=(
        "leave the display to Keras: verbose=2 prints these lines, with what was measured",
        lambda seen: any(fit.verbose == 0 for fit in seen.evidence.fits),
    ),
    otherwise="the line per epoch of Keras is verbose=2",
)
OTHER = expect.diagnoses(
    pieces=(
        "`in` finds each piece of a text in it, and the empty text, too: look in a tuple or a dict of the three words",
        lambda seen: seen.display == "" and _asks_a_text(seen.source),
    ),
    late=(
        "ask about display at the top of the function; a training that cannot be shown should not run",
        lambda seen: seen.trained,
    ),
    near=(
        "only the three words count, just as they are written: small letters, no spaces around",
        lambda seen: seen.display.strip().lower() in (SILENT, "bar", "line"),
    ),
    runs=(
        '"{display}" is none of the three, and nothing is raised for it: ask first, and raise ValueError(...)',
        lambda seen: {"display": seen.display} if seen.error() is None else None,
    ),
    braces=(
        "{part} is printed as it is: the f before the text is missing",
        lambda seen: _unfilled(seen.error(), seen.source),
    ),
    message=(
        "the text of the error lacks {lacking}, and has to name all three choices",
        lambda seen: isinstance(seen.error(), ValueError) and _lacking(seen.error()),
    ),
    lookup=(
        "a dict raises KeyError where a key is missing: ask with `in` first, and raise ValueError(...)",
        lambda seen: isinstance(seen.error(), KeyError) and not seen.own_raise(),
    ),
    error=(
        "{kind} is raised here; it has to be ValueError",
        lambda seen: (
            {"kind": type(seen.error()).__name__}
            if not isinstance(seen.error(), ValueError) and seen.own_raise()
            else None
        ),
    ),
    otherwise="any other display: raise ValueError(...), with the three choices in its text",
)


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
    history = _fit_silently(submission, model, data)
    return history, submission.printed, submission.argument(0), submission.evidence.of_argument(0)


@pytest.mark.check(points=2, hint="model.fit(...) has an answer of its own: pass it on.")
def test_history(submission, silent, model, data):
    """The model is trained for the epochs asked for, and the History of it is returned."""
    history, _, trained, evidence = silent
    expect.that(
        expect.is_history(history) and "loss" in history,
        expected="the History of the training",
        found=f"{expect.type_name(history)}{' without a loss' if expect.is_history(history) else ''}",
        likely=expect.cause(expect.no_return(history), RETURNED.of(history=history)),
    )
    expect.epoch_count(len(history["loss"]), EPOCHS, what="epochs in the History", likely=LENGTH.of(fits=evidence.fits))
    expect.moved(model, trained)
    expect.trained_on(evidence, *data, what="the features")
    expect.trained_for(evidence, EPOCHS)
    _expect_told(history["loss"], _cross_entropy(model, *data) - _cross_entropy(trained, *data), evidence)
    again = submission.fit_with_display(model, *data, EPOCHS, SILENT)
    expect.that(
        expect.is_history(again) and len(again.get("loss", [])) == EPOCHS,
        expected=f"{EPOCHS} losses in the History of a second call, with epochs={EPOCHS}",
        found=f"{len(again.get('loss', []))} losses" if expect.is_history(again) else expect.type_name(again),
        likely=LENGTH.of(again=again, before=history, fits=submission.evidence.fits),
    )


@pytest.mark.check(
    points=1,
    needs=["test_history"],  # a function that does nothing prints nothing
    hint="Which value of verbose means nothing at all? Do you print something yourself?",
)
def test_silent(submission, silent):
    """The silent display prints nothing."""
    _, printed, _, evidence = silent
    expect.that(
        not printed.strip(),
        expected=f'nothing printed for "{SILENT}"',
        found=expect.number(re.sub(r"\x1b\[[\d;]*m|[\b\r]", "", printed)[:80]),
        likely=SILENCE.of(evidence=evidence, printed=printed, source=submission.source),
    )


@pytest.mark.check(
    points=2, needs=["test_history"], hint="Train twice by hand, with verbose=1 and with verbose=2, and compare."
)
def test_bar(submission, model, data):
    """The bar is a progress bar that moves along within each epoch."""
    features, labels = (np.tile(part, (5, 1)) for part in data)
    submission.fit_with_display(model, features, labels, 1, "bar")
    printed = submission.printed
    likely = BAR.of(evidence=submission.evidence, printed=printed)
    expect.that(
        _has_bar(printed) and len(_finished_lines(printed)) == 1,
        expected="a progress bar for each epoch, one with epochs=1",
        found=_describe(printed),
        likely=likely,
    )
    expect.that(
        not re.search(r"(?<!\d)1/1(?!\d)", printed),
        expected=f"a bar that moves along within an epoch of {len(features)} rows",
        found="one that jumps from nothing to its end",
        likely=likely,
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
        likely=LINE.of(evidence=submission.evidence, printed=printed),
    )
    expect.that(
        all(fit.verbose != 0 for fit in submission.evidence.fits),
        expected="lines that fit shows",
        found="a silent fit, and lines that the function itself prints",
        likely=LINE.of(evidence=submission.evidence, printed=printed),
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
            mentions=[SILENT, "bar", "line"],
            likely=OTHER.of(
                display=display,
                source=submission.source,
                trained=False,
                error=partial(expect.raised, submission.fit_with_display, model, *data, EPOCHS, display),
                own_raise=partial(expect.own_raise, submission.fit_with_display, model, *data, EPOCHS, display),
            ),
        )
        expect.that(
            expect.same(expect.weights_of(model), expect.weights_of(submission.argument(0))),
            expected=f"the display {display!r} to be refused before anything is trained",
            found="other weights than before: the training came first, and the error after it",
            likely=OTHER.of(trained=True),
        )


def _fit_silently(submission, model, data):
    try:
        return submission.fit_with_display(model, *data, EPOCHS, SILENT)
    except Exception as fault:
        error = getattr(fault, "error", None)  # it carries what was raised
        zero = isinstance(error, ValueError) and _takes_zero_for_missing(submission.source)
        expect.that(
            not zero or expect.raised(submission.fit_with_display, model, *data, EPOCHS, "bar"),
            expected=f'a training with the display "{SILENT}"',
            found=f"ValueError: {error}",
            likely=REFUSED.says("zero"),
        )
        raise


def _takes_zero_for_missing(source):
    """Return whether an `if` asks `not` of a value that may be 0, and raises an error."""
    asked = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.If) and _raises(node.body))
    tests = (part for node in asked for part in ast.walk(node.test) if isinstance(part, ast.UnaryOp))
    return any(isinstance(part.op, ast.Not) and _may_be_zero(part.operand) for part in tests)


def _may_be_zero(asked):
    """Return whether this is what a name, a place or .get() holds."""
    looked_up = isinstance(asked, ast.Call) and isinstance(asked.func, ast.Attribute) and asked.func.attr == "get"
    return looked_up or isinstance(asked, (ast.Name, ast.Subscript))


def _raises(body):
    return any(isinstance(node, ast.Raise) for node in body)


def _lacking(error):
    """Return which of the three choices the text of an error lacks."""
    names = [repr(name) for name in (SILENT, "bar", "line") if name not in str(error).lower()]
    return {"lacking": " and ".join(names)} if names else None


def _unfilled(error, source):
    """Return what stands in braces in the text of an error just as it does in the code."""
    found = re.search(r"\{\w[^{}]*\}", str(error)) if isinstance(error, ValueError) and _lacking(error) else None
    return {"part": found.group()} if found and found.group() in source else None


def _expect_told(told, fall, evidence):
    """Require that the loss of the model that was passed in fell by about as much as the History says, or more.

    The distance between its last two figures and the weights depends on the size of the batches.
    """
    expect.that(
        all(map(expect.is_number, told)) and 0 < told[0] - told[-1] < 2 * fall,
        expected="a model whose loss has fallen as its History tells",
        found=f"the losses {expect.number(list(told))}, and a model whose loss fell by {expect.number(fall)} in all",
        likely=TOLD.of(evidence=evidence),
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
    return (
        f"{'a progress bar' if _has_bar(printed) else 'no bar'}, and {lines} line{'s' if lines != 1 else ''} of Keras"
    )


def _asks_a_text(source):
    """Return whether `in` looks into a text, or into what a line sets to one."""
    asked = re.findall(r"\bin\s+([\"']|\w+)", source)
    return any(what in "\"'" or re.search(rf"^\s*{what}\s*=\s*[\"']", source, re.M) for what in asked)


def _as_text(evidence):
    return any(isinstance(fit.verbose, str) and fit.verbose != "auto" for fit in evidence.fits)
