"""Grades s01_building_steps/fit_and_evaluate: fit first, evaluate afterwards."""

import re
from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

EPOCHS, STILL_EPOCHS = 1, 4  # four, for a stop of one's own where nothing improves comes after two or three
TOLD = "fit's epochs is {given} here, and {wanted} came in: take the number from epochs"

PAIR = expect.diagnoses(
    number=("one number came back alone, without the History", lambda seen: expect.is_number(seen.answer)),
    history=("the History came back alone, without the loss", lambda seen: expect.is_history(seen.answer)),
    more=(
        "only the History and the loss are asked for",
        lambda seen: isinstance(seen.answer, (tuple, list)) and len(seen.answer) > 2,
    ),
    otherwise="return the two of them with a comma between: the History, then the loss",
)
FIRST = expect.diagnoses(
    turned=(
        "the two are the wrong way round: the History comes first",
        lambda seen: expect.is_number(seen.history) and isinstance(seen.loss, dict),
    ),
    skips=(expect.SKIPS_EPOCHS, lambda seen: _skipped(seen.fits)),
    told=(TOLD, lambda seen: _told(seen.fits, seen.epochs)),
    empty=(
        "fit puts a loss into its History for each epoch: return the one that fit returned",
        lambda seen: expect.is_history(seen.history),
    ),
    dictionary=(
        "this is the dictionary of a History: return what fit returns, without .history",
        lambda seen: isinstance(seen.history["loss"], list),
    ),
    model=("this is the model; fit has an answer of its own", lambda seen: isinstance(seen.history, keras.Model)),
    otherwise="keep what model.fit returns, and return that",
)
SECOND = expect.diagnoses(
    past=(
        "this list is a part of the History; evaluate measures the loss on test",
        lambda seen: any(expect.same(seen.loss, figures) for figures in seen.history.values()),
    ),
    metrics=(
        "evaluate answers with the loss and every metric; the loss is the first of them",
        lambda seen: isinstance(seen.loss, (list, tuple)) and 1 < len(seen.loss) < 4,
    ),
    entry=(
        'evaluate answered with a dict; the loss is its entry "loss"',
        lambda seen: expect.is_number(seen.loss["loss"]),
    ),
    otherwise="the second value is one number: the loss that evaluate reports",
)
LENGTH = expect.diagnoses(
    loop=(
        "fit was called {times} times, and each call begins a new History: call it once",
        lambda seen: {"times": len(seen.fits)} if len(seen.fits) > 1 else None,
    ),
    third=(
        "fit's third argument is batch_size; without the name, epochs=..., it trains for one epoch",
        lambda seen: seen.calls and all((fit.batch_size, fit.epochs) == (asked, 1) for asked, fit in seen.calls),
    ),
    skips=(expect.SKIPS_EPOCHS, lambda seen: _skipped(seen.fits)),
    early=(expect.STOPPED_BY, lambda seen: next(stop for fit in seen.fits if (stop := expect.stopped_by(fit)))),
    fixed=(
        expect.FIXED_EPOCHS,
        lambda seen: len({fit.epochs for _, fit in seen.calls}) < len({asked for asked, _ in seen.calls}),
    ),
    told=(TOLD, lambda seen: _told(seen.fits, seen.epochs)),
    changed=(
        "fit trained for the right number of epochs; return its History as it is",
        lambda seen: seen.fits[0].ran == seen.epochs,
    ),
)
STILL = expect.diagnoses(
    copy=(
        "another model was trained, such as a copy; train the one that was passed in",
        lambda seen: seen.evidence.trained and not seen.evidence.fits,
    ),
    never=("fit was never called", lambda seen: seen.evidence.complete and not seen.evidence.trained),
    held=(
        "fit was called on this model, and yet its weights did not move: what holds them, or puts them back?",
        lambda seen: seen.evidence.fits,
    ),
)
ROSE = expect.diagnoses(
    swapped=(
        "features and labels are swapped: fit takes the features first",
        lambda seen: seen.evidence.trained_on(*reversed(seen.train)).own,
    ),
    test=(
        "fit got the rows of test; they are for evaluate",
        lambda seen: _trained_on_test_instead(seen.evidence, seen.train, seen.test),
    ),
    labels=(
        "fit got the features of train, but with other labels than theirs",
        lambda seen: (
            _left_out(seen.evidence.trained_on(None, seen.train[1])) and _all_there(seen.evidence, seen.train[0])
        ),
    ),
    otherwise="a training on the rows of train makes the loss on them smaller",
)
FIGURES = expect.diagnoses(
    compiled=(
        "compile was called on the model again: what it arrived with, and compile is not given, is lost",
        lambda seen: any(compiled.again for compiled in seen.still.evidence.compiles),
    ),
    split=(
        "validation_split keeps the last part of the rows from the training",
        lambda seen: any(fit.held_back for fit in seen.still.evidence.fits),
    ),
    strange=(
        "fit got other rows than those of train, or more",
        lambda seen: seen.match.strange,
    ),
    part=(
        "fit got only a part of the rows: {missing} of {rows} are left out",
        lambda seen: _left_out(seen.match),
    ),
    weighted=(
        "weights for rows or classes change the loss; leave them out",
        lambda seen: any(fit.weighted for fit in seen.still.evidence.fits),
    ),
    changed=(
        "these are not the figures that this model's fit measured: return the History that it returned",
        lambda seen: seen.match.own and _kept(seen.still),
    ),
    otherwise="the History that fit returns holds what it measured",
)
TEST_LOSS = expect.diagnoses(
    before=(
        "this is the loss from before the training; evaluate the model after fit",
        lambda seen: any(_near(seen.found, _squared_error(seen.run.before, *rows)) for rows in (seen.train, seen.test)),
    ),
    train=(
        "this is the loss on the rows of train; evaluate the model on those of test",
        lambda seen: _near(seen.found, _squared_error(seen.run.after, *seen.train)),
    ),
    swapped=(
        "features and labels are swapped in evaluate",
        lambda seen: _near(seen.found, _squared_error(seen.run.after, *reversed(seen.test))),
    ),
    accuracy=(
        "this is the accuracy; the loss comes first in the answer of evaluate",
        lambda seen: _near(seen.found, _accuracy(seen.run.after, *seen.test)),
    ),
    compiled=(
        "the model was compiled again, with another loss",
        lambda seen: expect.loss_name(seen.run.after) != "mean_squared_error",
    ),
    past=(
        "this figure is from the History, taken while the weights were still moving; evaluate the trained model",
        lambda seen: any(_near(seen.found, figure) for figures in seen.run.answer[0].values() for figure in figures),
    ),
    rounded=(
        "the loss is rounded; leave it as it is",
        lambda seen: any(
            seen.found == round(_squared_error(seen.run.after, *seen.test), digits) for digits in range(5)
        ),
    ),
    first=(
        "this is the loss of the first {n} rows of test alone, of {rows} in all",
        lambda seen: next(
            {"n": n, "rows": len(seen.test[0])}
            for n in (8, 16, 32, 64, 128)
            if n < len(seen.test[0])
            and _near(seen.found, _squared_error(seen.run.after, *(side[:n] for side in seen.test)))
        ),
    ),
    part=(
        "the loss was taken on a part of test: {missing} of {rows} rows are left out",
        lambda seen: _left_out(seen.run.evidence.asked_about("evaluate", *seen.test)),
    ),
    otherwise="the loss is what evaluate measures on the features and labels of test, after fit",
)
METRICS = expect.diagnoses(
    alone=("the model has no metrics here: evaluate answers with the loss alone, and with no list",),
)
BARS = expect.diagnoses(
    predict=(
        "predict shows a bar unless it is called with verbose=0",
        lambda seen: _asked(seen.evidence) == {"predict"},
    ),
    evaluate=(
        "evaluate shows a bar unless it is called with verbose=0",
        lambda seen: _asked(seen.evidence) == {"evaluate"},
    ),
    otherwise="what asks a model shows a bar unless it is called with verbose=0",
)


class Run(NamedTuple):
    """One training: its output (answer, printed), its effect (the model before and after), and what was done for it."""

    answer: object
    printed: str
    before: keras.Model
    after: keras.Model
    evidence: object
    fault: Exception | None = None  # of the first try, with other metrics


@pytest.fixture(scope="module")
def train():
    return _rows(64, seed=0, turn=2.25)


@pytest.fixture(scope="module")
def test():
    """Return rows that turn elsewhere, so that their loss is another one than that of the training rows."""
    return _rows(48, seed=1, turn=1.25)


@pytest.fixture(scope="module")
def alike():
    """Return equal rows; the last ones are answered wrongly, so that part of the rows has another loss."""
    return np.ones((32, 1), "float32"), np.repeat([1, 0], [24, 8]).astype("float32")[:, None]


@pytest.fixture(scope="module")
def large():
    """Return rows that are more than two batches."""
    return _rows(70, seed=2, turn=1.25)


@pytest.fixture(scope="module")
def run(submission, train, test):
    """Train with two metrics; with one where the answer takes evaluate's figures for two."""
    metrics = ["accuracy", "mean_absolute_error"]
    return _tried(submission, 5.0, train, test, EPOCHS, metrics, r"values to unpack")


@pytest.fixture(scope="module")
def still(submission, alike, large):
    """Train at a learning rate of zero, where nothing improves; with a metric only where the answer needs one."""
    return _tried(submission, 0.0, alike, large, STILL_EPOCHS, [], r"not subscriptable|iterable|scalar variable")


@pytest.mark.check(points=1, hint="A function can return two things at once: return first, second")
def test_pair(run, still):
    """The answer is a pair: the History, and the loss as one number."""
    for done, epochs in ((run, EPOCHS), (still, STILL_EPOCHS)):
        _expect_pair(done, epochs)


@pytest.mark.check(
    points=2, needs=["test_pair"], hint="How is fit told the number of epochs? Its third argument is not it."
)
def test_epochs(run, still):
    """The model is trained for exactly the number of epochs asked for."""
    calls = [(epochs, fit) for done, epochs in ((run, EPOCHS), (still, STILL_EPOCHS)) for fit in done.evidence.fits]
    for done, epochs in ((run, EPOCHS), (still, STILL_EPOCHS)):
        expect.equal(
            len(done.answer[0]["loss"]),
            epochs,
            what=f"the number of epochs in the History, with epochs={epochs}",
            likely=LENGTH.of(fits=done.evidence.fits, epochs=epochs, calls=calls),
        )
    for done, epochs in ((run, EPOCHS), (still, STILL_EPOCHS)):
        expect.trained_for(done.evidence, epochs)


@pytest.mark.check(points=2, needs=["test_pair"], hint="What goes into the network, and what should come out of it?")
def test_trained(run, train, test):
    """The model that was passed in is trained: its weights move and its loss falls."""
    expect.moved(run.before, run.after, likely=STILL.of(evidence=run.evidence))
    likely = ROSE.of(evidence=run.evidence, train=train, test=test)
    expect.that(
        not _trained_on_test_instead(run.evidence, train, test),
        expected="a training on the rows of train",
        found="one on other rows",
        likely=likely,
    )
    start, end = _squared_error(run.before, *train), _squared_error(run.after, *train)
    expect.that(
        end < start,
        expected=f"a loss on train below {expect.number(start)}, where the training started",
        found=f"a loss of {expect.number(end)}",
        likely=likely,
    )


@pytest.mark.check(
    points=2,
    needs=["test_epochs", "test_trained"],
    hint="Look at where the History comes from, and at what happens to the model before fit.",
)
def test_history(run, train, still, alike):
    """The History holds what happened: with a learning rate of zero the loss stays where it is."""
    expect.close(
        still.answer[0]["loss"],
        [_squared_error(still.before, *alike)] * STILL_EPOCHS,
        what="the losses of the epochs at a learning rate of zero",
        tol=1e-4,
        likely=FIGURES.of(still=still, match=still.evidence.trained_on(*alike)),
    )
    expect.not_compiled_again(still.evidence)
    expect.trained_on(run.evidence, *train, what="the rows of train")


@pytest.mark.check(
    points=2, needs=["test_trained"], hint="In which order do the steps come, and on which rows is the loss taken?"
)
def test_loss(run, train, test):
    """The returned loss is that of the trained model, on the rows of `test`."""
    _expect_loss(run, train, test)


@pytest.mark.check(
    points=1, needs=["test_loss"], hint="Print what evaluate answers. Can it say by name which of its figures is which?"
)
def test_metrics(run, still, alike, large):
    """The model may have no metrics, or several."""
    expect.that(
        not still.fault,
        expected="the loss of a model without metrics",
        found="an error, where a single number is taken for a list",
        likely=METRICS.says("alone"),
    )
    _expect_loss(still, alike, large)
    if run.fault:
        raise run.fault


@pytest.mark.check(points=1, needs=["test_epochs"], hint="evaluate has an argument that decides how much it says.")
def test_quiet_evaluation(still):
    """The evaluation prints nothing."""
    lines = sum("/step" in line for line in still.printed.split("\n"))
    epochs = len(still.answer[0]["loss"])
    expect.that(
        lines in (0, epochs),
        expected=f"no line of progress but those of the {epochs} epochs",
        found=f"{lines} in all",
        likely=BARS.of(evidence=still.evidence),
    )


def _trained_on_test_instead(evidence, train, test):
    """Whether fit got test's rows and not all of train's; the loss on train may fall all the same."""
    return bool(evidence.trained_on(*test).own and evidence.trained_on(*train).missing)


def _rows(n, seed, turn):
    features = np.random.default_rng(seed).uniform(0.5, 3, size=(n, 1)).astype("float32")
    return features, (features > turn).astype("float32")


def _tried(submission, learning_rate, train, test, epochs, metrics, needs_one):
    """Run an answer with these metrics, or with one where its error says `needs_one`."""
    try:
        return _run(submission, learning_rate, train, test, epochs, metrics)
    except Exception as fault:
        if not re.search(needs_one, str(fault)):
            raise
        return _run(submission, learning_rate, train, test, epochs, ["accuracy"])._replace(fault=fault)


def _run(submission, learning_rate, train, test, epochs, metrics):
    model = _classifier(learning_rate, metrics)
    answer = submission.fit_and_evaluate(model, train, test, epochs)
    printed, evidence = submission.printed, submission.evidence.of_argument(0)
    return Run(answer, printed, model, submission.argument(0), evidence)


def _classifier(learning_rate, metrics):
    """A network that begins by answering almost 1; its squared error can take any target, swapped ones as well."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential()
    model.add(keras.Input((1,)))
    model.add(keras.layers.Dense(4, activation="tanh"))
    model.add(keras.layers.Dense(1, activation="sigmoid", bias_initializer=keras.initializers.Constant(2.0)))
    # Eagerly: a few steps take less time than building a graph.
    optimizer = keras.optimizers.SGD(learning_rate)
    model.compile(optimizer=optimizer, loss="mean_squared_error", metrics=metrics, run_eagerly=True)
    return model


def _skipped(fits):
    """Return the initial_epoch of the only fit, if it had epochs to run and left out those before it."""
    (fit,) = fits
    return (
        {"first": fit.initial_epoch}
        if fit.initial_epoch and fit.ran == max(0, fit.epochs - fit.initial_epoch)
        else None
    )


def _told(fits, epochs):
    """Return the number of epochs that the first fit was told, and the one that came in, if they differ."""
    return {"given": fits[0].epochs, "wanted": epochs} if fits[0].epochs != epochs else None


def _expect_pair(done, epochs):
    answer = done.answer
    expect.that(
        isinstance(answer, (tuple, list)) and len(answer) == 2,
        expected="a pair: the History and the loss",
        found=_describe(answer),
        likely=expect.cause(expect.no_return(answer), PAIR.of(answer=answer)),
    )
    history, loss = answer
    expect.that(
        expect.is_history(history) and "loss" in history,
        expected="the History first: what fit returned",
        found=_describe(history),
        likely=FIRST.of(history=history, loss=loss, fits=done.evidence.fits, epochs=epochs),
    )
    expect.that(
        expect.is_number(loss),
        expected="the loss second: one number",
        found=_describe(loss),
        likely=SECOND.of(history=history, loss=loss),
    )


def _expect_loss(run, train, test):
    found = run.answer[1]
    expect.close(
        found,
        _squared_error(run.after, *test),
        what="the loss returned",
        tol=1e-4,
        likely=TEST_LOSS.of(found=found, run=run, train=train, test=test),
    )


def _squared_error(model, features, labels):
    return float(np.mean((expect.predict(model, features) - labels) ** 2))


def _accuracy(model, features, labels):
    return float(np.mean((expect.predict(model, features) > 0.5) == labels))


def _asked(evidence):
    return {step.what for step in evidence.asked}


def _all_there(evidence, features):
    match = evidence.trained_on(features)
    return match and not match.missing and not match.strange


def _kept(run):
    return expect.same(expect.weights_of(run.before), expect.weights_of(run.after))


def _left_out(match):
    return {"missing": match.missing, "rows": match.missing + match.own} if match and match.missing else None


def _near(found, value):
    return expect.same(found, value, tol=1e-4)


def _describe(value):
    if value is None:
        return "nothing (None)"
    if isinstance(value, dict):
        name = "History" if expect.is_history(value) else "dict"
        return f"a {name}" if "loss" in value else f"a {name} without a loss"
    if isinstance(value, (tuple, list)):
        return f"{len(value)} values"
    return f"the number {expect.number(value)}" if expect.is_number(value) else expect.type_name(value)
