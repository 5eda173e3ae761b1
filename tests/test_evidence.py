"""What a file asked of Keras is known, as evidence against it only: forged or broken evidence earns nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keras
import numpy as np
import pytest
import sklearn.model_selection  # what a call imports itself is not watched

from keraskata import expect
from keraskata.curriculum import Exercise
from keraskata.grading.executing import InProcess
from keraskata.subject.evidence import Evidence
from keraskata.subject.fresh import Fresh
from keraskata.subject.notes import Notes
from keraskata.subject.rows import Match
from keraskata.subject.submission import Subjects, Submission
from keraskata.subject.walls import NoWalls
from keraskata.subject.warm import Warm
from keraskata.terms import Limits, Terms

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


def test_models_of_which_one_takes_the_place_of_another_in_memory_are_two() -> None:
    class Model:
        pass

    notes, others = Notes([]), [first := Model()]
    place = id(first)
    notes.asked("evaluate", first, {})
    others.clear()
    del first
    while not others or (id(others[-1]) != place and len(others) < 1_000):
        others.append(Model())
    for model in (others[-1], Model()):
        notes.asked("evaluate", model, {})
    assert [step.model for step in notes.evidence(None, drew=False).steps] == [0, 1, 2]


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
    assert [layer.settings["units"] for layer in first.layers] == [3, 1]
    assert str(first.layers[0].settings["dtype"]).startswith("DTypePolicy(name=")
    assert second.optimizer and second.optimizer.kind == "Adam" and second.optimizer.settings["learning_rate"] == 0.25
    assert second.losses == ("mean_squared_error",) and second.model != first.model
    assert [asked.what for asked in evidence.asked] == ["evaluate", "predict"]
    assert evidence.compiles[0].again  # what Keras clones, it compiles
    assert evidence.complete and evidence.trained and not evidence.by_hand and evidence.seconds > 0


@pytest.mark.parametrize("eager", [True, False])
@pytest.mark.parametrize("train", ["fit(x, y, verbose=0)", "train_on_batch(x, y)"])
def test_layers_are_noted_in_the_order_of_their_calls(run: Run, train: str, eager: bool) -> None:
    evidence = run(
        "class Inner(keras.Model):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.second, self.first = keras.layers.Dense(2, name='second'), keras.layers.Dense(3, name='first')\n"
        "    def call(self, rows):\n"
        "        return self.second(self.first(rows))\n"
        "class Own(keras.Model):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.out, self.inner = keras.layers.Dense(1, name='out'), Inner()\n"
        "    def build(self, shape):\n"
        "        self.norm = keras.layers.BatchNormalization(name='norm')\n"
        "    def call(self, rows):\n"
        "        return self.out(self.norm(self.inner(rows)))\n"
        "keras_call = keras.Layer.__call__\n"
        "for own in (Own(), keras.Sequential([Own(), keras.layers.ReLU(name='relu')])):\n"
        f"    own.compile('sgd', 'mse', run_eagerly={eager})\n"
        f"    own.{train}\n"
        "    model.evaluate(x, y, verbose=0)\n"
        f"    own.{train}\n"
        "assert keras.Layer.__call__ is keras_call"
    )
    called = ["first", "second", "norm", "out"]
    names = [[layer.name for layer in fit.layers] for fit in evidence.fits]
    assert names == [called, called, [*called, "relu"], [*called, "relu"]]
    assert all(layer.settings for fit in evidence.fits for layer in fit.layers)


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


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("model.fit(x, y, epochs=2, verbose=0)", ""),
        ("for _ in range(2): model.fit(x, y, verbose=0)", ""),
        ("for i in (0, 16): model.fit(x[i:i+16], y[i:i+16], epochs=2, verbose=0)", ""),
        ("keras.models.clone_model(model).fit(x, y, verbose=0)", ""),
        ("model.fit(x, y, verbose=0); model.fit(x, y, epochs=2, verbose=0)", "more than once"),
        ("model.fit(x, y, epochs=3, verbose=0)", "epochs is 3 here, and 2 came in"),
        ("model.fit(x, y, epochs=2, verbose=0, steps_per_epoch=1, batch_size=8)", "ends each epoch after 8 of 32 rows"),
        ("model.fit(x, y, epochs=2, verbose=0, steps_per_epoch=4, batch_size=8); model.evaluate(x, y, verbose=0)", ""),
        ("model.fit(x, y[::-1], epochs=2, verbose=0)", "apart from each other"),
        ("model.fit(x, y, epochs=2, verbose=0, validation_split=0.5)", "validation_split"),
        ("model.fit(x[:30], y[:30], epochs=2, verbose=0)", "left out"),
        ("y2 = np.stack([y, y], 1).astype('float32'); model.fit(y2, y, epochs=2, verbose=0)", "changed"),
        ("model.compile('adam', 'mse'); model.fit(x, y, epochs=2, verbose=0)", "compile was called"),
        ("model.fit(x, y, epochs=2, verbose=0); model.evaluate(x[:4], y[:4], verbose=0)", "left out"),
    ],
)
def test_expectations_name_the_fault_and_hold_where_nothing_is_known(run: Run, body: str, words: str) -> None:
    evidence = run(body).of_argument(0)

    def expected() -> None:
        expect.not_compiled_again(evidence)
        expect.trained_on(evidence, X, Y)
        expect.trained_for(evidence, 2)
        expect.evaluated_on(evidence, X, Y)
        expect.validated_on(Evidence(), X, Y)

    if not words:
        expected()
        return
    with pytest.raises(expect.Unmet) as error:
        expected()
    assert words in str(error.value.feedback.likely)


def test_validation_rows_are_compared_too(run: Run) -> None:
    evidence = run("model.fit(x, y, verbose=0, validation_data=(x[:8], y[:8]))")
    expect.validated_on(evidence, X[:8], Y[:8])
    with pytest.raises(expect.Unmet, match="other numbers"):
        expect.validated_on(evidence, X[8:], Y[8:])


def test_a_loop_of_ones_own_leaves_the_numbers_unknown(run: Run) -> None:
    evidence = run(
        "model.fit(x[:4], y[:4], verbose=0)\n"
        "weights = model.trainable_variables\n"
        "model.optimizer.apply([weight * 0 for weight in weights], weights)"
    )
    assert evidence.by_hand and evidence.trained
    expect.trained_for(evidence, 7)
    expect.trained_on(evidence, X, Y)


def test_seeds_are_noted_with_the_generator_that_they_reach(run: Run) -> None:
    seeds = run(
        "keras.utils.set_random_seed(3); random.seed('a'); np.random.seed(4); default_rng(5); default_rng()"
    ).seeds
    assert [(seed.by, seed.value) for seed in seeds if seed.by != "keras.utils.set_random_seed"] == [
        ("random.seed", None),
        ("numpy.random.seed", 4),
        ("numpy.random.default_rng", 5),
        ("numpy.random.default_rng", None),
    ]
    assert {seed.value for seed in seeds if seed.by == "keras.utils.set_random_seed"} == {3}


def test_cross_validation_is_noted_with_the_rows_of_each_fold(run: Run) -> None:
    evidence = run(
        "from sklearn.model_selection import KFold, cross_val_score, train_test_split\n"
        "from sklearn.tree import DecisionTreeClassifier\n"
        "train_test_split(x, y, test_size=0.25, random_state=7)\n"
        "cross_val_score(DecisionTreeClassifier(max_depth=2), x, y, cv=KFold(4))"
    )
    split, *others = [found for found in evidence.estimates if found.what == "split"]
    assert split.by.settings["random_state"] == 7 and others[0].by.settings["n_splits"] == 4
    folds = [found for found in evidence.estimates if found.what == "fold"]
    assert [fold.rows.count for fold in folds if fold.rows] == [24] * 4
    for fold, (_, held) in zip(folds, sklearn.model_selection.KFold(4).split(X), strict=True):
        assert fold.tested and fold.tested.against(X[held], Y[held]) == Match(own=8)
    fits = [found for found in evidence.estimates if found.what == "fit"]
    assert {fit.by.kind for fit in fits} == {"DecisionTreeClassifier"} and fits[0].by.settings["max_depth"] == 2


def test_a_search_is_noted_with_the_folds_of_all_its_settings(run: Run) -> None:
    evidence = run(
        "from sklearn.model_selection import GridSearchCV\n"
        "from sklearn.tree import DecisionTreeClassifier\n"
        "GridSearchCV(DecisionTreeClassifier(), {'max_depth': [1, 2, 3]}, cv=4).fit(x, y)"
    )
    folds = [found for found in evidence.estimates if found.what == "fold"]
    assert [fold.tested.count for fold in folds if fold.tested] == [8] * 12


def test_noting_changes_nothing_that_the_code_sees(run: Run, tmp_path: Path) -> None:
    evidence = run(
        "import inspect\n"
        "assert list(inspect.signature(model.fit).parameters)[:2] == ['x', 'y'] and model.fit.__name__ == 'fit'\n"
        "class Own(keras.Sequential):\n"
        "    def fit(self, *args, **kwargs):\n"
        "        return super().fit(*args, **kwargs)\n"
        "own = Own([keras.Input((2,)), keras.layers.Dense(1)])\n"
        "own.compile('sgd', 'mse')\n"
        "state = np.random.get_state()[1].tolist(), random.getstate()\n"
        "own.fit(x, y, verbose=0, shuffle=False)\n"
        "assert isinstance(np.random.default_rng(1), np.random.Generator)\n"
        "assert state == (np.random.get_state()[1].tolist(), random.getstate())"
    )
    assert len(evidence.fits) == 1 and evidence.trained_on(X, Y) == Match(own=32)
    assert keras.Model.fit.__module__.startswith("keras")


def test_many_steps_and_large_arrays_stay_small(run: Run) -> None:
    evidence = run("for i in range(2000): np.random.default_rng(i)\nmodel.predict(x, verbose=0)")
    assert len(evidence.steps) <= 400 and not evidence.complete
    evidence = run("model.predict(np.arange(100_000.0).reshape(50_000, 2), batch_size=50_000, verbose=0)")
    [asked] = evidence.asked
    assert asked.rows and asked.rows.count == 50_000 and not asked.rows.whole and len(asked.rows.features) < 40_000
    table = np.arange(100_000.0).reshape(50_000, 2)
    match = asked.rows.against(table)
    assert match and match.own == 4096 and match.strange == match.missing == 0


FORGED = [
    "b''",
    "b'\\xc1' * 100",
    "bytes(3_000_000)",
    "None",
    "msgpack.packb([[True, True, False, False], [], [['Fit', []]]])",
    "msgpack.packb([[True, True, False, False], [], [['Fit', [0, 0, 5] + [None] * 16]]])",
    "msgpack.packb([[True, True, False, False], [[3, True, b'12345678', b'1234', None, None, None]], []])",
    "msgpack.packb([[True, True, False, False], [], [['Seed', ['x', 1]]] * 100_000])",
    "msgpack.packb([1, 2, 3])",
    "b'\\xdd\\xff\\xff\\xff\\xff'",
]


@pytest.fixture(params=["in process", "fresh", "warm", "walled"], scope="module")
def subjects(request: pytest.FixtureRequest) -> Iterator[Subjects]:
    """Each way to run files."""
    if request.param == "in process":
        yield InProcess()
        return
    try:
        limits = Limits() if request.param == "walled" else None
        found = Fresh() if request.param == "fresh" else Warm(Terms(request.param, limits))
        found.wait()
    except NoWalls as error:
        pytest.skip(str(error))
    yield found
    found.close()


def test_it_is_the_same_wherever_the_file_runs(subjects: Subjects, tmp_path: Path) -> None:
    for run in _runs(subjects, tmp_path):
        evidence = run("default_rng(5)\nmodel.fit(x, y, epochs=2, verbose=0, validation_split=0.25)\nreturn model")
        [fit], [seed] = evidence.fits, evidence.seeds
        assert (fit.ran, fit.held_back, fit.argument, fit.answer, seed.value) == (2, 8, 0, True, 5)
        match = evidence.trained_on(X, Y)
        assert match and (match.own, match.missing) == (24, 8) and evidence.complete and evidence.seconds > 0


@pytest.mark.parametrize("forged", FORGED)
def test_what_has_another_form_is_no_evidence(subjects: Subjects, tmp_path: Path, forged: str) -> None:
    for run in _runs(subjects, tmp_path):
        evidence = run(
            "from keraskata.subject import evidence_form\n"
            f"import msgpack\nfound, kept = {forged}, evidence_form.packed\n"
            "def packed(evidence):\n"
            "    evidence_form.packed = kept\n"
            "    return found\n"
            "evidence_form.packed = packed"
        )
        assert evidence.steps == () and not evidence.complete and not evidence.trained
        expect.trained_for(evidence, 3)
        expect.trained_on(evidence, X, Y)
