"""The kit as a guest: where no kit is graded, nothing of it acts; where one is, no other plugin changes a verdict."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from asking import pytest_in, score
from conftest import RIGHT, SECTION

FOREIGN = """
import gc, sys

def pytest_addoption(parser):
    parser.addoption("--seed", type=int, default=7)
    parser.addoption("--fresh", action="store_true")
"""
ALONE = """
import gc, sys, time
import pytest

def test_seed(request):
    assert request.config.getoption("seed") == 3 and request.config.getoption("fresh")

def test_garbage():
    assert gc.isenabled() and gc.get_freeze_count() == 0

def test_nothing_of_the_kit_is_there(request):
    assert sorted(name for name in sys.modules if name.startswith("keraskata")) == KNOWN
    assert not [line for line in request.config.getini("markers") if "of an exercise" in line]
    with pytest.raises(pytest.FixtureLookupError):
        request.getfixturevalue("submission")

@pytest.mark.check(points=1, needs=["test_last"])
def test_first():
    ORDER.append(1)

def test_last():
    ORDER.append(2)
    assert ORDER == [1, 2]

ORDER = []
KNOWN = ["keraskata", "keraskata.curriculum", "keraskata.exercise"]
KNOWN += ["keraskata.grading", "keraskata.grading.scope", "keraskata.plugin", "keraskata.variants"]
"""


def test_another_project_is_left_alone(tmp_path: Path) -> None:
    for folder in ("exercises", "tests"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"test_in_{folder}.py").write_text(ALONE)
    (tmp_path / "conftest.py").write_text(FOREIGN)
    ran = pytest_in(tmp_path, "--seed=3", "--fresh", "-W", "ignore::pytest.PytestUnknownMarkWarning")
    assert ran.returncode == 0 and "10 passed" in ran.stdout, ran.stdout
    assert "test session starts" in ran.stdout


def test_a_project_inside_a_kit_is_left_alone(kit: Path) -> None:
    (kit / "mine").mkdir()
    (kit / "mine" / "test_alone.py").write_text(ALONE)
    (kit / "conftest.py").write_text(FOREIGN)
    ran = pytest_in(kit, "mine", "--seed=3", "--fresh", "-W", "ignore::pytest.PytestUnknownMarkWarning")
    assert ran.returncode == 0 and "5 passed" in ran.stdout, ran.stdout


def test_the_options_of_a_kit_clash_with_none(kit: Path) -> None:
    (kit / "conftest.py").write_text(FOREIGN)
    assert score(pytest_in(kit, "solutions/", "--kata-seed=5", "--kata-fresh", "--seed=3").stdout).startswith("6 of 6")


def test_a_manifest_that_is_no_kits_is_named(kit: Path) -> None:
    (kit / SECTION).write_text("[course]\n")
    ran = pytest_in(kit, "exercises/")
    assert ran.returncode == 4 and "a block lacks 'title'" in ran.stderr and "Traceback" not in ran.stderr


SCREENS = {
    "another screen": """
import pytest
from _pytest.terminal import TerminalReporter

class Loud(TerminalReporter):
    def pytest_runtest_logreport(self, report):
        self.write_line("LOUD")

@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    standard = config.pluginmanager.get_plugin("terminalreporter")
    config.pluginmanager.unregister(standard)
    config.pluginmanager.register(Loud(config), "terminalreporter")
""",
    "a warning": """
import pytest, warnings

def pytest_configure(config):
    warnings.warn(pytest.PytestDeprecationWarning("an option is unset"))
""",
    "seeds": """
import random, numpy

def pytest_runtest_setup(item):
    random.seed(item.nodeid)
    numpy.random.seed(3)

pytest_runtest_call = pytest_runtest_teardown = pytest_runtest_setup
""",
    "a profile": """
import sys

def pytest_runtest_setup(item):
    sys.setprofile(lambda *_: None)
""",
}


@pytest.mark.parametrize("plugin", SCREENS.values(), ids=SCREENS)
def test_another_plugin_changes_nothing_on_the_screen(kit: Path, plugin: str) -> None:
    (kit / "exercises/s01_words/shout.py").write_text(RIGHT["count"])
    alone = pytest_in(kit, "exercises/", "--kata-fresh")
    ran = pytest_in(kit, "exercises/", "--kata-fresh", plugin=plugin)
    assert (ran.stdout, ran.stderr, ran.returncode) == (alone.stdout, alone.stderr, alone.returncode)
    assert score(ran.stdout) == "0 of 6 points, 0 of 2 exercises done"


WARNS = "import warnings\n\ndef shout(text):\n    warnings.warn('old')\n    return text.upper()\n"


@pytest.mark.parametrize(("options", "environment"), [(["-W", "error"], {}), ([], {"PYTHONWARNINGS": "error"})])
def test_a_warning_takes_no_points(kit: Path, options: list[str], environment: dict[str, str]) -> None:
    (kit / "exercises/s01_words/shout.py").write_text(WARNS)
    grader = kit / "graders/s01_words/test_shout.py"
    grader.write_text(f"import warnings\nwarnings.warn('a library of the grader is old')\n{grader.read_text()}")
    ran = pytest_in(kit, "exercises/s01_words/shout.py", *options, **environment)
    assert score(ran.stdout) == "3 of 3 points, 1 of 1 exercises done", ran.stdout + ran.stderr


def test_options_for_pytest_in_the_environment_are_not_for_kata(kit: Path) -> None:
    command = [sys.executable, "-m", "keraskata", "grade", "solutions", "--json", "-"]
    settings = {"PYTEST_ADDOPTS": "-n 2 --cov", "PYTEST_PLUGINS": "not_there"}
    ran = subprocess.run(command, cwd=kit, capture_output=True, text=True, env=os.environ | settings, timeout=120)
    assert json.loads(ran.stdout)["score"] == 6, ran.stderr


def test_the_installed_kit_brings_one_name_and_no_warning(tmp_path: Path) -> None:
    (tmp_path / "test_theirs.py").write_text(
        "from importlib.util import find_spec\n"
        "import keraskata.datasets\n"
        "def test_names():\n"
        "    names = ['answers', 'docs', 'exercises', 'graders', 'hatch_build', 'solutions', 'untried']\n"
        "    assert not [name for name in names if find_spec(name)]\n"
    )
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-W", "error"], cwd=tmp_path, capture_output=True, text=True
    )
    assert ran.returncode == 0 and "warning" not in ran.stdout + ran.stderr, ran
