"""Every right answer earns full marks; every wrong one fails the check that it names, in the words that it names."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from keraskata.course.answers import Answer, answers, differences
from keraskata.curriculum import Exercise, load
from keraskata.grading.run import GradingFailed, grade
from keraskata.results import Result
from keraskata.subject.warm import Warm
from keraskata.terms import Limits, Terms

KIT = load(Path(__file__).parent.parent)
BUILT = [exercise for exercise in KIT.exercises.values() if KIT.grader(exercise).exists()]
BANK = [answer for exercise in BUILT for answer in answers(KIT, exercise)]


@pytest.fixture(scope="session")
def warm(request: pytest.FixtureRequest) -> Iterator[Warm | None]:
    """The warm parent where the bank's files are to run in processes of their own."""
    subject = request.config.getoption("subject")
    parent = None if subject == "in-process" else Warm(Terms(subject, Limits() if subject == "walled" else None))
    yield parent
    if parent:
        parent.close()


@pytest.fixture(scope="session")
def notebooks(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """A folder for the bank as notebooks, where it is to be graded as such."""
    return tmp_path_factory.mktemp("notebooks") if request.config.getoption("as_notebooks") else None


@dataclass(frozen=True)
class How:
    """How the bank is graded."""

    warm: Warm | None
    notebooks: Path | None
    all_checks: bool


@pytest.fixture(scope="session")
def how(warm: Warm | None, notebooks: Path | None, request: pytest.FixtureRequest) -> How:
    return How(warm, notebooks, request.config.getoption("all_checks"))


def verdicts(exercise: Exercise, seed: int, how: How) -> dict[str, Result]:
    """What `_graded` found; a grader that broke is told by every test, and is run once."""
    found = _graded(exercise, seed, how)
    if isinstance(found, GradingFailed):
        raise found
    return found


@cache
def _graded(exercise: Exercise, seed: int, how: How) -> dict[str, Result] | GradingFailed:
    """One run grades an exercise's whole bank, and its solution and stub."""
    bank = answers(KIT, exercise)
    files = [*(answer.path for answer in bank), KIT.solution(exercise), KIT.stub(exercise)]
    measured = KIT.root / "graders" / "calibration.toml"
    trained = "expect.calibrated(" in KIT.grader(exercise).read_text(encoding="utf-8")
    if trained and not (measured.exists() and exercise.id in measured.read_text(encoding="utf-8")):
        pytest.skip(f"{exercise.id} has no calibration: kata calibrate {exercise.id}")
    try:
        handed_in = [_as_notebook(file, how.notebooks / exercise.id) if how.notebooks else file for file in files]
        targets = [(exercise, file) for file in handed_in]
        wrong = zip(bank, handed_in, strict=False)
        only = {} if how.all_checks else {file: answer.fails for answer, file in wrong if answer.fails}
        results = grade(KIT, targets, seed=seed, fresh=True, subjects=how.warm, only=only)
    except GradingFailed as error:
        return error
    if len(results) < len(files):
        return GradingFailed(f"an answer of {exercise.id} names checks that the grader has not")
    return {str(file): result for file, result in zip(files, results, strict=True)}


def _as_notebook(file: Path, folder: Path) -> Path:
    """The file as a notebook with one code cell."""
    source = file.read_bytes().decode("utf-8", "replace")
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
    place = folder / file.parent.parent.name / f"{file.stem}.ipynb"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]}))
    return place


@pytest.mark.parametrize("exercise", BUILT, ids=lambda exercise: exercise.id)
def test_the_solution_passes_and_the_stub_does_not(exercise: Exercise, bank_seed: int, how: How) -> None:
    solution = verdicts(exercise, bank_seed, how)[str(KIT.solution(exercise))]
    assert solution.done, [check for check in solution.checks if check.outcome != "passed"]
    assert verdicts(exercise, bank_seed, how)[str(KIT.stub(exercise))].points == 0  # what it does by itself


def test_fetched_weights_are_there_behind_walls(walled: None, tmp_path: Path) -> None:
    """Else the judge's ResNet50 is another one than that of the learner's code."""
    import h5py
    import keras
    from keras.src.legacy.saving import legacy_h5_format

    keras.utils.set_random_seed(7)
    weights = tmp_path / "keras" / "models" / "resnet50_weights_tf_dim_ordering_tf_kernels.h5"
    weights.parent.mkdir(parents=True)
    with h5py.File(weights, "w") as file:
        legacy_h5_format.save_weights_to_hdf5_group(file, keras.applications.ResNet50(weights=None))
    exercise = KIT.find("s11_cnn/classify_image")
    place = tmp_path / "class" / "ann" / "s11_cnn"
    place.mkdir(parents=True)
    shutil.copy(KIT.solution(exercise), place)
    command = [
        sys.executable,
        "-m",
        "keraskata",
        "grade-class",
        str(tmp_path / "class"),
        "--out",
        str(tmp_path / "out"),
    ]
    environment = {**os.environ, "KERAS_HOME": str(tmp_path / "keras")}
    subprocess.run([*command, "--section", "s11_cnn"], env=environment, check=True, timeout=200)
    assert json.loads((tmp_path / "out" / "results" / "ann.json").read_text())["score"] == 12


@pytest.mark.parametrize("exercise", BUILT, ids=lambda exercise: exercise.id)
def test_the_bank_is_large_enough(exercise: Exercise) -> None:
    bank = answers(KIT, exercise)
    assert sum(answer.right for answer in bank) >= 3
    assert sum(not answer.right for answer in bank) >= 6
    assert all(answer.fails and (answer.diagnosis or answer.says) for answer in bank if not answer.right)


@pytest.mark.parametrize("answer", BANK, ids=lambda answer: f"{answer.exercise.id}/{answer.path.stem}")
def test_answer(answer: Answer, bank_seed: int, how: How) -> None:
    result = verdicts(answer.exercise, bank_seed, how)[str(answer.path)]
    assert not list(differences(answer, result)), result
