"""What a file asked of Keras is known, as evidence against it only: forged or broken evidence earns nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keras
import numpy as np
import pytest

from keraskata.curriculum import Exercise
from keraskata.grading.executing import InProcess
from keraskata.subject.evidence import Evidence
from keraskata.subject.submission import Subjects, Submission

EXERCISE = Exercise("s01_words", "train", "Train", ("train(model, x, y)",), ())
X = np.random.default_rng(0).normal(size=(32, 2)).astype("float32")
Y = (X[:, 0] > 0).astype("int64")
HEAD = """
import random
import keras, numpy as np
from numpy.random import default_rng

"""
Run = Callable[[str], Evidence]


@pytest.fixture(params=["in process"])
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Run]:
    """Runs the body of `train(model, x, y)` on a compiled model, and gives the evidence."""
    yield from _runs(InProcess(), tmp_path)


def _runs(subjects: Subjects, folder: Path) -> Iterator[Run]:
    path, brought_up = folder / "train.py", []

    def run(body: str) -> Evidence:
        lines = "".join(f"    {line}\n" for line in body.splitlines())
        path.write_text(f"{HEAD}def train(model, x, y):\n{lines}")
        brought_up.append(Submission(EXERCISE, path, subjects))
        brought_up[-1].train(model(), X, Y)
        return brought_up[-1].evidence

    yield run
    for submission in brought_up:
        submission._close()


def model() -> keras.Model:
    """A small compiled model of two layers."""
    keras.utils.set_random_seed(0)
    layers = [keras.Input((2,)), keras.layers.Dense(3, "tanh"), keras.layers.Dense(1, "sigmoid")]
    found = keras.Sequential(layers)
    found.compile("sgd", "binary_crossentropy", run_eagerly=True)
    return found


def test_each_step_is_noted_in_its_order(run: Run) -> None:
    evidence = run(
        "model.fit(x, y, epochs=3, batch_size=4, verbose=0, shuffle=False, validation_data=(x[:8], y[:8]),\n"
        "          callbacks=[keras.callbacks.EarlyStopping(patience=7, min_delta=0.5, monitor='loss')])\n"
        "model.evaluate(x, y, verbose=0)\n"
        "other = keras.models.clone_model(model)\n"
        "other.compile(keras.optimizers.Adam(0.25), 'mse')\n"
        "other.layers[0].trainable = False\n"
        "other.fit(x, y, epochs=5, initial_epoch=3, verbose=0)\n"
        "return other.predict(x, verbose=0), other"
    )
    assert [type(step).__name__ for step in evidence.steps] == ["Fit", "Asked", "Compile", "Fit", "Asked"]
    first, second = evidence.fits
    assert (first.epochs, first.ran, first.batch_size, first.shuffle, first.argument) == (3, 3, 4, False, 0)
    assert first.validation and first.validation.count == 8 and first.losses == ("binary_crossentropy",)
    [stopping] = first.callbacks
    assert stopping.kind == "EarlyStopping" and not stopping.own
    assert (stopping.settings["patience"], stopping.settings["monitor"]) == (7, "loss")
    assert (second.epochs, second.initial_epoch, second.ran, second.argument, second.answer) == (5, 3, 2, None, True)
    assert [layer.learns for layer in second.layers] == [False, True]
    assert second.optimizer and second.optimizer.kind == "Adam" and second.optimizer.settings["learning_rate"] == 0.25
    assert second.losses == ("mean_squared_error",) and second.model != first.model
    assert [asked.what for asked in evidence.asked] == ["evaluate", "predict"]
    assert evidence.compiles[0].again  # what Keras clones, it compiles
    assert evidence.complete and evidence.trained and not evidence.by_hand and evidence.seconds > 0


@pytest.mark.parametrize(
    ("body", "own", "other_labels", "missing", "strange"),
    [
        ("model.fit(x, y, verbose=0)", 32, 0, 0, 0),
        ("import pandas as pd; model.fit(pd.DataFrame(x.astype('float64')), pd.Series(y), verbose=0)", 32, 0, 0, 0),
        ("o = np.random.permutation(32); model.fit(x[o], y[o].reshape(-1, 1).astype(bool), verbose=0)", 32, 0, 0, 0),
        ("t = keras.ops.convert_to_tensor; model.fit(t(x), t(y), verbose=0)", 32, 0, 0, 0),
        ("model.fit(((x[i:i+8], y[i:i+8]) for i in range(0, 32, 8)), verbose=0)", 32, 0, 0, 0),
        ("for i in range(0, 32, 8): model.train_on_batch(x[i:i+8], y[i:i+8])", 32, 0, 0, 0),
        ("model.fit(x, 1 - y, verbose=0)", 0, 32, 0, 0),
        ("model.fit(x, y, verbose=0, validation_split=0.25)", 24, 0, 8, 0),
        ("model.fit(x[:20], y[:20], verbose=0)", 20, 0, 12, 0),
        ("model.fit(x + 1, y, verbose=0)", 0, 0, 32, 32),
    ],
)
def test_which_rows_went_in_with_which_labels(
    run: Run, body: str, own: int, other_labels: int, missing: int, strange: int
) -> None:
    found = run(body).trained_on(X, Y)
    numbers = (own, other_labels, missing, strange)
    assert found and (found.own, found.other_labels, found.missing, found.strange) == numbers
