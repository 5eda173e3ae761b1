"""Grades s01_building_steps/fit_and_evaluate: fit first, evaluate afterwards."""

from typing import NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

EPOCHS = 2


class Run(NamedTuple):
    """One training: its output (answer, printed), its effect (the model before and after), and what was done for it."""

    answer: object
    printed: str
    before: keras.Model
    after: keras.Model
    evidence: object


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
def run(submission, train, test):
    return _run(submission, keras.optimizers.SGD(5.0), train, test, EPOCHS)


@pytest.fixture(scope="module")
def still(submission, alike, test):
    """One epoch at a learning rate of zero."""
    return _run(submission, keras.optimizers.SGD(0.0), alike, test, 1)


@pytest.mark.check(points=1, hint="A function can return two things at once: return first, second")
def test_pair(run, still):
    """The answer is a pair: the History, and the loss as one number."""
    for answer in (run.answer, still.answer):
        _expect_pair(answer)


@pytest.mark.check(
    points=2, needs=["test_pair"], hint="How is fit told the number of epochs? Its third argument is not it."
)
def test_epochs(submission, run, still, alike, test):
    """The model is trained for exactly the number of epochs asked for."""
    for (history, _), epochs in ((run.answer, EPOCHS), (still.answer, 1)):
        found = len(history["loss"])
        expect.equal(
            found,
            epochs,
            what=f"the number of epochs in the History, with epochs={epochs}",
            likely=expect.cause(
                (
                    found == 1,
                    "fit's third argument is batch_size; without the name, epochs=..., it trains for one epoch",
                ),
                "the number of epochs is fixed, instead of taken from epochs",
            ),
        )
    for done, epochs in ((run, EPOCHS), (still, 1)):
        expect.trained_for(done.evidence, epochs)
    longer = _run(submission, keras.optimizers.SGD(0.0), alike, test, 4)
    expect.epoch_count(
        len(longer.answer[0]["loss"]),
        4,
        what="epochs of a model that learns nothing",
        likely=expect.ENDED_EARLY,
    )


@pytest.mark.check(points=2, needs=["test_pair"], hint="What goes into the network, and what should come out of it?")
def test_trained(run, train):
    """The model that was passed in is trained: its weights move and its loss falls."""
    copied = "fit was never called on this model: a copy was trained, or none at all"
    expect.moved(run.before, run.after, likely=copied)
    start, end = _squared_error(run.before, *train), _squared_error(run.after, *train)
    expect.that(
        end < start,
        expected=f"a loss on train below {expect.number(start)}, where the training started",
        found=f"a loss of {expect.number(end)}",
        likely="features and labels are swapped, for fit takes the features first; or fit got other rows than those "
        "of train",
    )


@pytest.mark.check(
    points=2,
    needs=["test_epochs", "test_trained"],
    hint="Look at where the History comes from, and at what happens to the model before fit.",
)
def test_history(submission, run, train, still, alike):
    """The History holds what happened: with a learning rate of zero the loss stays where it is."""
    expect.close(
        still.answer[0]["loss"],
        [_squared_error(still.before, *alike)],
        what="the loss of an epoch at a learning rate of zero",
        tol=1e-4,
        likely=expect.cause(
            (
                not expect.same(expect.weights_of(still.before), expect.weights_of(still.after)),
                "the model was compiled again, and so lost the optimizer that it came with",
            ),
            ("validation_split" in submission.source, "validation_split keeps rows back; train on all of them"),
            "these figures were not measured, or on part of the rows, or on other rows than those of train; return the "
            "History that fit returns",
        ),
    )
    expect.not_compiled_again(still.evidence)
    expect.trained_on(run.evidence, *train, what="the rows of train")


@pytest.mark.check(
    points=3, needs=["test_trained"], hint="In which order do the steps come, and on which rows is the loss taken?"
)
def test_loss(run, train, test):
    """The returned loss is that of the trained model, on the rows of `test`."""
    features, labels = test
    history, found = run.answer
    accuracy = float(np.mean((expect.predict(run.after, features) > 0.5) == labels))
    expect.close(
        found,
        _squared_error(run.after, features, labels),
        what="the loss returned",
        tol=1e-4,
        likely=expect.cause(
            (
                any(_near(found, _squared_error(run.before, *rows)) for rows in (train, test)),
                "the model was evaluated before it was trained",
            ),
            (
                _near(found, _squared_error(run.after, *train)),
                "the model was evaluated on the rows that it was trained on: evaluate it on those of test",
            ),
            (_near(found, _squared_error(run.after, labels, features)), "features and labels are swapped in evaluate"),
            (_near(found, accuracy), "this is the accuracy; the loss comes first in the answer of evaluate"),
            (expect.loss_name(run.after) != "mean_squared_error", "the model was compiled again, with another loss"),
            (
                _near(found, history["loss"][-1]),
                "this is the last loss of the History, an average taken while the weights were still moving; "
                "evaluate the trained model",
            ),
            "evaluate the trained model on the features and labels of test, after fit",
        ),
    )


@pytest.mark.check(points=1, needs=["test_pair"], hint="evaluate has an argument that decides how much it says.")
def test_quiet_evaluation(run):
    """The evaluation prints nothing."""
    lines = sum("/step" in line for line in run.printed.split("\n"))
    epochs = len(run.answer[0]["loss"])
    expect.that(
        lines in (0, epochs),
        expected=f"no line of progress but those of the {epochs} epochs",
        found=f"{lines} in all",
        likely="evaluate shows a bar unless it is called with verbose=0",
    )


def _rows(n, seed, turn):
    features = np.random.default_rng(seed).uniform(0.5, 3, size=(n, 1)).astype("float32")
    return features, (features > turn).astype("float32")


def _run(submission, optimizer, train, test, epochs):
    model = _classifier(optimizer)
    answer = submission.fit_and_evaluate(model, train, test, epochs)
    printed, evidence = submission.printed, submission.evidence.of_argument(0)
    return Run(answer, printed, model, submission.argument(0), evidence)


def _classifier(optimizer):
    """A network that begins by answering almost 1; its squared error can take any target, swapped ones as well."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential()
    model.add(keras.Input((1,)))
    model.add(keras.layers.Dense(4, activation="tanh"))
    model.add(keras.layers.Dense(1, activation="sigmoid", bias_initializer=keras.initializers.Constant(2.0)))
    # Eagerly: a few steps take less time than building a graph.
    model.compile(optimizer=optimizer, loss="mean_squared_error", metrics=["accuracy"], run_eagerly=True)
    return model


def _expect_pair(answer):
    expect.that(
        isinstance(answer, (tuple, list)) and len(answer) == 2,
        expected="a pair: the History and the loss",
        found=_describe(answer),
        likely=expect.cause(
            (answer is None, "the return is missing"),
            (expect.is_number(answer), "the loss came back alone, without the History"),
            (isinstance(answer, dict), "the History came back alone, without the loss"),
            "return history, loss",
        ),
    )
    history, loss = answer
    expect.that(
        expect.is_history(history) and "loss" in history,
        expected="the History first: what fit returned",
        found=_describe(history),
        likely=expect.cause(
            (isinstance(loss, dict), "the two are the wrong way round: the History comes first"),
            (
                isinstance(history, dict),
                "this is the dictionary of a History: return what fit returns, without .history",
            ),
            "keep what model.fit returns, and return that",
        ),
    )
    expect.that(
        expect.is_number(loss),
        expected="the loss second: one number",
        found=_describe(loss),
        likely=expect.cause(
            (
                isinstance(loss, (list, tuple, np.ndarray)),
                "evaluate answers with the loss and every metric; the loss is the first of them",
            ),
            (isinstance(loss, dict), 'evaluate answered with a dict; the loss is its entry "loss"'),
            "the second value is the loss that evaluate reports",
        ),
    )


def _squared_error(model, features, labels):
    return float(np.mean((expect.predict(model, features) - labels) ** 2))


def _near(found, value):
    return expect.same(found, value, tol=1e-4)


def _describe(value):
    if value is None:
        return "nothing (None)"
    if isinstance(value, dict):
        return "a History" if expect.is_history(value) else "a dict"
    if isinstance(value, (tuple, list)):
        return f"{len(value)} values"
    return f"the number {expect.number(value)}" if expect.is_number(value) else expect.type_name(value)
