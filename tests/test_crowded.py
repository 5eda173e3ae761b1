"""The kit in an environment with many plugins (`tox -e crowded`): the screen and every verdict are as without them."""

import json
from pathlib import Path

import pytest
from asking import pytest_in

from keraskata.curriculum import load

CROWD = ("xdist", "pytest_cov", "pytest_randomly", "pytest_sugar", "pytest_rerunfailures", "pytest_asyncio", "datasets")
for _name in CROWD:
    pytest.importorskip(_name, reason="tox -e crowded has it")

ROOT = Path(__file__).parent.parent
ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "COLUMNS": "80"}
PLAIN = ("-p", "keraskata.plugin", "-p", "pytest_timeout")
SOME = ("exercises/s03_binary_classification", "exercises/s01_building_steps/build_and_compile.py")
SIGMOID = "exercises/s03_binary_classification/sigmoid.py"


@pytest.fixture(autouse=True)
def coverage_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What pytest-cov counts is not left in the kit."""
    monkeypatch.setenv("COVERAGE_FILE", str(tmp_path / "coverage"))


@pytest.fixture(scope="module")
def alone() -> str:
    """The screen of some untouched exercises where nothing else is installed."""
    return pytest_in(ROOT, *PLAIN, *SOME, "--kata-fresh", **ALONE).stdout


@pytest.mark.parametrize(
    "more",
    [
        [],
        *([f"--randomly-seed={seed}"] for seed in (1, 2, 3)),
        ["--reruns", "2"],
        ["--cov", "--cov-report="],
        ["--force-sugar"],
        ["--asyncio-mode=auto"],
        ["-W", "error"],
        ["-n", "2"],
        ["-n", "2", "--reruns", "2", "--cov", "--cov-report=", "--force-sugar", "--randomly-seed=4"],
    ],
    ids=" ".join,
)
def test_the_screen_is_the_same(alone: str, more: list[str]) -> None:
    ran = pytest_in(ROOT, *SOME, "--kata-fresh", *more, COLUMNS="80")
    assert sorted(ran.stdout.splitlines()) == sorted(alone.splitlines())
    assert ran.stdout.partition("──")[2] == alone.partition("──")[2] and "exercises done" in alone
    assert ran.returncode == 1 and ran.stderr == ""


@pytest.mark.parametrize("more", [[f"{SIGMOID}::test_large"], [SIGMOID, "-k", "large"], ["exercises", "-k", "sigmoid"]])
def test_part_of_the_checks_is_the_same(more: list[str]) -> None:
    plain = pytest_in(ROOT, *PLAIN, *more, "--kata-fresh", **ALONE)
    crowded = pytest_in(ROOT, *more, "--kata-fresh", COLUMNS="80")
    assert crowded.stdout == plain.stdout and "points" in plain.stdout


def test_every_solution_has_full_marks() -> None:
    ran = pytest_in(ROOT, "solutions/", "--kata-fresh", "-q", limit=900)
    every = len(load(ROOT).exercises)
    assert f" points, {every} of {every} exercises done." in ran.stdout and ran.returncode == 0


@pytest.mark.parametrize("more", [[], ["-n", "2"], ["--reruns=1", "--cov", "--cov-report="]], ids=" ".join)
def test_verdicts_are_the_same_by_the_letter(kit: Path, more: list[str]) -> None:
    def verdicts() -> dict[str, list[dict]]:
        found = {place.name: json.loads(place.read_text()) for place in (kit / ".kata/verdicts").iterdir()}
        return {name: [check | {"seconds": 0} for check in checks] for name, checks in found.items()}

    pytest_in(kit, *PLAIN, "exercises/", "--kata-fresh", **ALONE)
    plain = verdicts()
    pytest_in(kit, "exercises/", "--kata-fresh", *more)
    assert verdicts() == plain and len(plain) == 2
