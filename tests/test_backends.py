"""Which backend Keras runs on, and the words where it cannot start."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from keraskata.backend.backends import BACKENDS

NEEDS_KERAS = "import keras\n\ndef shout(text):\n    print(keras.config.backend())\n    return text.upper()\n"


def run(kit: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    (kit / "exercises/s01_words/shout.py").write_text(NEEDS_KERAS)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("KERAS_", "KATA_"))}
    home = {"KERAS_HOME": str(kit / "keras"), "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=kit,
        capture_output=True,
        text=True,
        env={**clean, **home, **environment},
        timeout=100,
    )


def without(kit: Path, *missing: str) -> dict[str, str]:
    """The environment in which these packages are not installed."""
    hides = f"""
from importlib.machinery import PathFinder

find_spec = PathFinder.find_spec

def without(cls, name, *rest):
    return None if name.split(".")[0] in {missing!r} else find_spec(name, *rest)

PathFinder.find_spec = classmethod(without)
"""
    place = kit / "act"
    place.mkdir(exist_ok=True)
    (place / "sitecustomize.py").write_text(hides)
    return {"PYTHONPATH": str(place)}


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"KERAS_BACKEND": "abacus"}, "knows no such backend: set it to tensorflow, torch or jax"),
        ({"KERAS_BACKEND": "pytorch"}, "knows no such backend: set it to torch."),
        ({"KERAS_BACKEND": "tensorlow"}, "knows no such backend: set it to tensorflow."),
        ({"KERAS_BACKEND": "numpy"}, "Keras cannot train: set it to tensorflow, torch or jax"),
        ({"KERAS_BACKEND": "openvino"}, "Keras cannot train: set it to tensorflow, torch or jax"),
    ],
)
@pytest.mark.parametrize("door", [("pytest",), ("keraskata", "grade")])
def test_a_backend_that_cannot_be_is_named(
    kit: Path, environment: dict[str, str], words: str, door: tuple[str, ...]
) -> None:
    ran = run(kit, *door, "exercises/s01_words/shout.py", **environment)
    said = " ".join((ran.stdout + ran.stderr).split())
    assert ran.returncode == 2 and words in said and "KERAS_BACKEND is" in said
    assert "Traceback" not in said and "keras/src" not in said and len(said) < 700


def test_without_a_backend_one_sentence_says_what_to_install(kit: Path) -> None:
    missing = without(kit, "tensorflow", "torch", "jax")
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/shout.py", **missing)
    assert ran.returncode == 2 and "pip install -e '.[tensorflow]'" in ran.stderr and "torch and jax" in ran.stderr
    assert len(ran.stderr.splitlines()) < 4


def test_a_backend_that_is_not_installed_says_how_to_get_it(kit: Path) -> None:
    missing = without(kit, "jax", "torch")
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/shout.py", KERAS_BACKEND="jax", **missing)
    assert "JAX is not installed: pip install -e '.[jax]', or set KERAS_BACKEND to tensorflow" in ran.stderr


def test_the_one_that_is_installed_is_taken(kit: Path) -> None:
    pytest.importorskip("torch")
    ran = run(kit, "keraskata", "grade", "exercises/s01_words", "--json", "-", **without(kit, "tensorflow", "jax"))
    assert '"backend": "torch"' in ran.stdout and '"torch"' in ran.stdout.split('"printed"')[1]


def test_the_one_that_keras_json_names_is_taken(kit: Path) -> None:
    pytest.importorskip("torch")
    (kit / "keras").mkdir()
    (kit / "keras/keras.json").write_text('{"backend": "torch"}')
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/shout.py", "--json", "-")
    assert '"backend": "torch"' in ran.stdout


def test_a_backend_of_keras_json_that_breaks_is_called_so(kit: Path) -> None:
    installed = kit / "act/site-packages"  # elsewhere it would hide a JAX that is really installed
    (installed / "jax").mkdir(parents=True)
    (installed / "jax/__init__.py").write_text("raise ImportError('no such processor')\n")
    (kit / "keras").mkdir()
    (kit / "keras/keras.json").write_text('{"backend": "jax"}')
    ran = run(kit, "keraskata", "grade", "exercises/s01_words/shout.py", PYTHONPATH=str(installed))
    said = " ".join(ran.stderr.split())
    assert "cannot start on jax" in said and "keras.json names" in said and "no such processor" in said


@pytest.mark.parametrize("name", ["keras.py", "scipy/__init__.py", "pandas.py", "statistics.py"])
def test_a_file_that_hides_a_package_is_named(kit: Path, name: str) -> None:
    place = kit / name
    place.parent.mkdir(exist_ok=True)
    place.write_text("x = 1\n")
    hidden = place.parent if place.name == "__init__.py" else place
    for door, status in ((("pytest",), 4), (("keraskata", "grade"), 2)):
        ran = run(kit, *door, "exercises/s01_words/shout.py")
        said = (ran.stdout + ran.stderr).replace("\n", "")
        assert ran.returncode == status and f"{hidden} hides the package {hidden.stem}" in said and "Rename it" in said


def test_each_backend_of_the_table_has_an_extra_that_brings_it() -> None:
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    for name, backend in BACKENDS.items():
        brings = {re.split(r"[^\w-]", requirement)[0] for requirement in extras[name]}
        assert brings == set(backend.distributions), name
