"""Grades s04_callbacks/save_and_load: a model in a file, what belongs beside it, and one row that another program asks.

Nothing is trained: the weights are set, so that each answer is known exactly.
"""

import re
from typing import Any, NamedTuple

import keras
import numpy as np
import pytest

from keraskata import expect

FOLDER = "models/"  # the code runs beside it, and not in it
MOVED = "moved to/"  # behind walls the folders of two programs have one name
NAME, SECOND, THIRD = (f"{FOLDER}{name}.keras" for name in ("chosen by the grader", "another one", "of one number"))
RNG = np.random.default_rng(11)
FEATURES = RNG.normal([50, -3, 1000], [10, 0.5, 200], (6, 3))
OTHER = RNG.normal([20, 0.3, 700], [5, 0.05, 300], (5, 3))  # a small deviation counts, too
DOTTED = [f"{FOLDER}numbers.{name}.keras" for name in ("old", "new")]  # the first dot of a path is not its last
DOTTED += [f"models.of.june/{name}.keras" for name in ("this one", "that one")]
NARROW = RNG.normal(8, 3, (7, 1))
ROWS = np.array([[64.3, -2.4, 840.0], [41.8, -3.3, 1130.0]])
TOL = 1e-4  # single precision is right, too

ARCHIVE = expect.diagnoses(
    nothing=("nothing is in the folder: the model's save writes it to a path", lambda seen: not seen.files),
    weights=(
        "these are weights alone, without the layers that they belong to; save the whole model",
        lambda seen: any(name.endswith(".weights.h5") for name in seen.files) or b"\x89HDF" in seen.files[NAME][:8],
    ),
    ending=(
        "the ending was changed; take path as it is: .keras is the one that Keras saves whole models under",
        lambda seen: NAME not in seen.files and any(name.startswith(NAME[:-6]) for name in seen.models),
    ),
    elsewhere=(
        "the name of the file is fixed or changed; take path as it is",
        lambda seen: NAME not in seen.files and seen.models,
    ),
    text=(
        "this is text: the layers alone, without their weights; save the whole model",
        lambda seen: seen.files[NAME].startswith(b"{"),
    ),
    format=(
        "this is no Keras archive: it was written in another format; the model's own save makes one",
        lambda seen: not seen.files[NAME].startswith(b"PK"),
    ),
    otherwise="model.save(path) makes an archive with the layers and their weights",
)
WEIGHTS = expect.diagnoses(
    changed=(
        "save_model changes the weights of the model itself before it saves them: leave them as they are, and keep "
        "mean and deviation in a file or in a layer of their own",
        lambda seen: not expect.same(*map(expect.weights_of, (seen.left, seen.model)), tol=0),
    ),
    other=(
        "the shapes are right, and the numbers are others: save the very model that came in, with its weights as they "
        "are",
        lambda seen: [each.shape for each in seen.found] == [each.shape for each in seen.given],
    ),
    layers=("a layer is missing: save the whole model", lambda seen: len(seen.found) < len(seen.given)),
    otherwise="the archive holds the model that came in, with all of its weights",
)
FLOAT = expect.diagnoses(
    array=(
        "an array came back: predict has an answer for each row, and in it a number for each output; take out the one "
        "number",
        lambda seen: isinstance(seen.found, np.ndarray),
    ),
    numpy=("this is a number of NumPy's; float(...) makes a plain one", lambda seen: isinstance(seen.found, np.number)),
    list=("a list came back; take the number out of it", lambda seen: isinstance(seen.found, (list, tuple))),
    whole=(
        "a whole number came back: the answer has decimals, and keeps them",
        lambda seen: isinstance(seen.found, int),
    ),
    text=("text came back; how a number is shown is up to those who show it", lambda seen: isinstance(seen.found, str)),
    otherwise="the answer to one row is one number, a float",
)
ANSWER = expect.diagnoses(
    raw=("the row was not standardized: the model never saw such numbers", lambda seen: _is(seen, 0, 1)),
    own=(
        "the row was standardized by its own mean and deviation; take those of the features, column by column",
        lambda seen: _is(seen, seen.row.mean(), seen.row.std()),
    ),
    all=(
        "mean and deviation are those of all numbers together; each column has its own, axis=0",
        lambda seen: _is(seen, FEATURES.mean(), FEATURES.std()),
    ),
    order=(
        "divide after the mean was subtracted: row / deviation - mean is not (row - mean) / deviation",
        lambda seen: _is(seen, FEATURES.mean(axis=0) * FEATURES.std(axis=0), FEATURES.std(axis=0)),
    ),
    mean=(
        "the mean is subtracted, but it is not divided by the deviation",
        lambda seen: _is(seen, FEATURES.mean(axis=0), 1),
    ),
    deviation=(
        "it is divided by the deviation, but the mean is not subtracted",
        lambda seen: _is(seen, 0, FEATURES.std(axis=0)),
    ),
    variance=(
        "it is divided by the variance; the deviation is its square root",
        lambda seen: _is(seen, FEATURES.mean(axis=0), FEATURES.var(axis=0)),
    ),
    root=(
        "it is divided by the root of the deviation: where a variance is asked for, as by Normalization, give the "
        "square of the deviation",
        lambda seen: _is(seen, FEATURES.mean(axis=0), FEATURES.std(axis=0) ** 0.5),
    ),
    range=(
        "the row was scaled by the smallest and the largest number of each column, and not by mean and deviation",
        lambda seen: _is(seen, FEATURES.min(axis=0), np.ptp(FEATURES, axis=0)),
    ),
    n_minus_one=(
        "this deviation divides by n - 1, as that of pandas does; NumPy's std divides by n",
        lambda seen: _is(seen, FEATURES.mean(axis=0), FEATURES.std(axis=0, ddof=1)),
    ),
    rounded=(
        "mean and deviation were rounded; keep every digit",
        lambda seen: any(
            _is(seen, FEATURES.mean(axis=0).round(digits), FEATURES.std(axis=0).round(digits)) for digits in range(4)
        ),
    ),
    twice=(
        "the row is standardized twice, in the archive and before it; once is right",
        lambda seen: expect.same(seen.found, _answer(seen.model, _scaled(_scaled(seen.row))), TOL),
    ),
    decimals=(
        "the answer is rounded; give it with every digit",
        lambda seen: any(seen.found == round(seen.right, digits) for digits in range(1, 4)),
    ),
    classed=(
        "0.0 or 1.0 came back for each row: is a class made of the answer? Give the number itself, as the model "
        "answers it",
        lambda seen: all(found in (0, 1) for found in seen.answers),
    ),
    training=(
        "with training=True the model answers as in training, where Dropout is at work; leave it out",
        lambda seen: re.search(r"training\s*=\s*True", seen.source),
    ),
    otherwise="the answer is that of the model to (row - mean) / deviation, with the figures of the features",
)
LOST = expect.diagnoses(
    place=(
        "the figures are looked up by the whole path, which is another one where the folder was moved: look them up by "
        "the name of the archive alone",
        lambda seen: isinstance(seen.error, KeyError) and _holds_the_path(seen.files),
    ),
    variable=(
        "what save_model put into a variable is gone when the program ends: keep it in a file beside the archive",
        lambda seen: isinstance(seen.error, (LookupError, NameError, AttributeError, TypeError)),
    ),
    raw=(
        "the row was not standardized here: mean and deviation did not reach this program; read them from a file",
        lambda seen: seen.error is None and _is(seen, 0, 1),
    ),
    current=(
        "{name} was written into the folder where the program ran; keep it beside the archive, in the folder of path",
        lambda seen: next({"name": name} for name in seen.files if not name.startswith(FOLDER)),
    ),
    named=(
        "save_model wrote {name} beside the archive, and in another folder {other}: make this name from the file name "
        "of the archive alone",
        lambda seen: isinstance(seen.error, OSError) and _other_name(seen.files, seen.again()),
    ),
    old_path=(
        "an earlier path was kept, and the folder was moved since: make every path from the one that comes in now",
        lambda seen: re.search(r"\[['\"](path|model|file|folder|place)['\"]\]", seen.source),
    ),
    otherwise="nothing is left but the folder with its files, and path says where the archive is now",
)
SEVERAL = expect.diagnoses(
    kept=(
        "this is what the model that was there before answers: load what is in the archive in each call",
        lambda seen: seen.earlier and _answers_as_another(seen, seen.earlier),
    ),
    dots=(
        "the names of {paths} begin alike, up to their first dot, and this is an answer with mean and deviation of the "
        "other's features: is a name cut there? Only .keras is its ending",
        lambda seen: seen.paths and _answers_as_another(seen, seen.model) and {"paths": seen.paths},
    ),
    figures=(
        "this is its answer with mean and deviation of another model's features: one file wrote over the other, or "
        "was not written; let each model have a file with a name of its own",
        lambda seen: _answers_as_another(seen, seen.model),
    ),
    guarded=(
        "a column with the deviation {least} was not divided by it; no column is constant, so divide each by its own",
        lambda seen: (
            _is(seen, OTHER.mean(axis=0), np.where(OTHER.std(axis=0) < 1, 1, OTHER.std(axis=0)))
            and {"least": expect.number(OTHER.std(axis=0).min())}
        ),
    ),
    otherwise="the answer is that of this model to (row - mean) / deviation, with the figures of its own features",
)
TOUCHED = expect.diagnoses(
    trained=("nothing is to be trained: the model came trained, so leave out fit", lambda seen: seen.evidence.trained),
    files=("asking changes no file: load, ask, and write nothing", lambda seen: seen.of == "files"),
    otherwise="-=, /= and row[i] = ... change the very array that came in; make a new one",
)


class Saved(NamedTuple):
    """A call of save_model: the path, the model as it was and as it was left, features as left, what it did, files."""

    path: str
    model: keras.Model
    left: Any
    features: Any
    evidence: Any
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def saved(submission):
    return _saved(submission, NAME, _model(3), FEATURES)


@pytest.fixture(scope="module")
def answers(submission, saved):
    """What is answered to each row where the model was saved."""
    return [submission.predict_one(saved.path, row.copy()) for row in ROWS]


@pytest.mark.check(points=2, hint="Which method of a model writes it into a file, and what is the file's name?")
def test_archive(submission, saved):
    """An archive stands at `path`, which Keras loads as a model with these weights."""
    names = ", ".join(saved.files)
    models = [name for name in saved.files if name.endswith((".keras", ".h5", ".hdf5"))]
    likely = ARCHIVE.of(files=saved.files, models=models)
    found = f"other files: {names}" if names else "no file"
    expect.that(NAME in saved.files, expected="a file at path", found=found, likely=likely)
    kept = submission.saved_model(NAME)
    expect.that(
        isinstance(kept, keras.Model),
        expected="an archive at path from which Keras loads the model",
        found="a file that it cannot load",
        likely=likely,
    )
    given, found = saved.model.get_weights(), kept.get_weights()
    missing = [each.shape for each in given if not any(expect.same(each, other) for other in found)]
    expect.that(
        not missing,
        expected="all weights of the model in the archive",
        found=f"no such numbers for the weights of shape {', '.join(map(str, missing))}",
        likely=WEIGHTS.of(found=found, given=given, left=saved.left, model=saved.model),
    )


@pytest.mark.check(
    points=4, hint="On which numbers was the model trained? And which shape has a batch that holds one row?"
)
def test_answer(submission, saved, answers):
    """The model is asked about one row, by mean and deviation of its features; the answer is a plain float."""
    for row, found in zip(ROWS, answers, strict=True):
        what = f"predict_one for the row {expect.number(row)}"
        expect.kind(found, float, what=what, likely=FLOAT.of(found=found))
        right = _answer(saved.model, _scaled(row))
        facts = {"found": found, "right": right, "row": row, "model": saved.model, "source": submission.source}
        facts["answers"] = answers
        expect.close(found, right, what=what, tol=TOL, likely=ANSWER.of(**facts))


@pytest.mark.check(
    points=3, needs=["test_archive", "test_answer"], hint="What of your program is left when it has ended?"
)
def test_another_program(submission, saved, answers):
    """Another program gives the same answers, where the folder with the files was moved, and nothing else is left."""
    other = submission.reseeded(1)
    for name, content in saved.files.items():
        if name.startswith(FOLDER):
            other.place(MOVED + name, content)
        submission.place(name, b"moved")  # an old path finds nothing of use
    path = other.place(MOVED + NAME)
    for row, before in zip(ROWS, answers, strict=True):
        fault = None
        try:
            found = other.predict_one(path, row.copy())
        except Exception as raised:
            fault, found = raised, None
        error = getattr(fault, "error", None)
        likely = LOST.of(
            error=error,
            source=submission.source,
            found=found,
            model=saved.model,
            row=row,
            files=saved.files,
            again=lambda: _saved(submission.reseeded(4), MOVED + NAME, _model(3), FEATURES).files,
        )
        expect.that(
            fault is None,
            expected="an answer in another program, as it came where the model was saved",
            found=f"{type(error).__name__}: {error}"[:200] if error else "none",
            likely=likely,
            notes=getattr(getattr(fault, "feedback", None), "notes", ()),
        )
        expect.kind(found, float, what="the answer in another program", likely=likely)
        expect.close(found, before, what="the answer in another program", tol=TOL, likely=likely)


@pytest.mark.check(
    points=2, needs=["test_answer"], hint="How would you find what belongs to the first of two models in one folder?"
)
def test_several_models(submission):
    """Several models in one folder, under any names, do not get in each other's way; the last one at a path counts."""
    other = submission.reseeded(2)
    first = _saved(other, NAME, _model(3), FEATURES)
    second = _saved(other, SECOND, _model(3, seed=1), OTHER)
    third = _saved(other, THIRD, _model(1, seed=2), NARROW)
    trials = [(first, FEATURES, "the first model"), (second, OTHER, "the second model")]
    trials.append((third, NARROW, "the third model"))
    for model, features, which in trials:
        _answered(other, model, features, f"the answer of {which} in the folder")
    for pair in (DOTTED[:2], DOTTED[2:]):
        features = FEATURES, OTHER
        kept = [_saved(other, name, _model(3), of) for name, of in zip(pair, features, strict=True)]
        for model, of, name in zip(kept, features, pair, strict=True):
            _answered(other, model, of, f"the answer of the model in {name}", paths=" and ".join(pair))
    again = _saved(other, NAME, _model(3, seed=3), OTHER)
    what = "the answer of the model that was saved last, at the path of the first model"
    _answered(other, again, OTHER, what, earlier=first.model)


@pytest.mark.check(
    points=1,
    needs=["test_archive"],
    hint="What do your functions do with the very array, model or file that they got?",
)
def test_untouched(submission):
    """The model, its features, the row and the files stay as they are."""
    other = submission.reseeded(3)
    saved = _saved(other, NAME, _model(3), FEATURES)
    likely = TOUCHED.of(evidence=saved.evidence, of="arguments")
    expect.that(
        isinstance(saved.left, keras.Model) and expect.same(*map(expect.weights_of, (saved.left, saved.model)), tol=0),
        expected="the model with the weights that it had before save_model",
        found="other weights",
        likely=likely,
    )
    expect.unchanged(saved.features, FEATURES, what="features", likely=likely)
    row = ROWS[0].copy()
    other.predict_one(saved.path, row)
    evidence = other.evidence
    likely = TOUCHED.of(evidence=evidence, of="arguments")
    expect.unchanged(other.argument(1), ROWS[0], what="row", likely=likely)
    left = other.files()
    expect.that(
        left == saved.files,
        expected="the files of the folder as they were before predict_one",
        found=_change(left, saved.files),
        likely=TOUCHED.of(evidence=evidence, of="files"),
    )


def _model(width, seed=0):
    """A model as from a training: Dropout in it shows what is asked as in training."""
    layers = keras.layers
    hidden, out = layers.Dense(4, activation="leaky_relu"), layers.Dense(1)  # never flat: other rows, other answers
    model = keras.Sequential([keras.Input((width,)), hidden, layers.Dropout(0.5), out])
    rng = np.random.default_rng(seed)
    model.set_weights([rng.normal(0, 0.7, weight.shape).astype("float32") for weight in model.get_weights()])
    model.compile(optimizer="sgd", loss="mse", run_eagerly=True)  # a prediction does not pay for a graph
    return model


def _saved(submission, name, model, features):
    path = submission.place(name)
    submission.save_model(model, features, path)
    left = submission.argument(0), submission.argument(1)
    return Saved(path, model, *left, submission.evidence, submission.files())


def _answered(submission, model, features, what, paths=None, earlier=None):
    row = features[:2].mean(axis=0)
    found = submission.predict_one(model.path, row.copy())
    facts = {"found": found, "model": model.model, "row": row, "paths": paths, "earlier": earlier}
    likely = SEVERAL.of(**facts, others=(FEATURES, OTHER, NARROW))
    expect.kind(found, float, what=what, likely=FLOAT.of(found=found))
    expect.close(found, _answer(model.model, _scaled(row, features)), what=what, tol=TOL, likely=likely)


def _scaled(row, features=FEATURES):
    return (row - features.mean(axis=0)) / features.std(axis=0)


def _answer(model, row):
    return float(expect.predict(model, np.asarray(row, "float32")[np.newaxis])[0, 0])


def _is(seen, mean, deviation):
    """Whether the answer is that of the model to the row, standardized by these."""
    known = expect.is_number(seen.found) and np.all(deviation)
    return bool(known) and expect.same(seen.found, _answer(seen.model, (seen.row - mean) / deviation), TOL)


def _holds_the_path(files):
    """Whether a file beside the archive has the whole path of the archive in it."""
    return any(re.search(rb"[/\\]" + NAME.encode(), data) for name, data in files.items() if name != NAME)


def _answers_as_another(seen, model):
    """Whether the answer is that of this model to the row, standardized by the features of one of the models."""
    answers = (_answer(model, _scaled(seen.row, of)) for of in seen.others)
    return any(expect.same(seen.found, answer, TOL) for answer in answers)


def _other_name(files, again):
    """Return a name that only the first of two folders has, and one that only the second has."""
    moved = {name.removeprefix(MOVED) for name in again}
    names = sorted(files.keys() - moved), sorted(moved - files.keys())
    return {"name": names[0][0].removeprefix(FOLDER), "other": names[1][0].removeprefix(FOLDER)} if all(names) else None


def _change(left, before):
    names = {
        "gone": before.keys() - left.keys(),
        "new": left.keys() - before.keys(),
        "changed": {name for name in before.keys() & left.keys() if before[name] != left[name]},
    }
    return ", ".join(f"{name} is {what}" for what, found in names.items() for name in sorted(found))
