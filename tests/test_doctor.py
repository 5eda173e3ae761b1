"""`kata doctor`: what is missing is named, with what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def doctor(kit: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80", "LINES": "24", **environment}
    command = [sys.executable, "-m", "keraskata", "doctor"]
    return subprocess.run(command, cwd=kit, env=settings, capture_output=True, text=True, timeout=60)


def test_a_machine_that_has_what_it_needs(kit: Path) -> None:
    found = doctor(kit)
    assert found.returncode == 0 and not found.stderr, found
    assert "✓ Python" in found.stdout and "✓ Keras" in found.stdout and "✓ kit" in found.stdout


@pytest.mark.parametrize(
    ("environment", "words", "status"),
    [
        ({"KERAS_BACKEND": "abacus"}, "set it to tensorflow, torch or jax", 1),
        ({"COLUMNS": "40"}, "make it larger", 1),
        ({"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii:backslashreplace"}, "PYTHONUTF8=1", 1),
        ({"PATH": "/nowhere"}, "apt-get install bubblewrap", 0),
    ],
)
def test_what_is_missing_is_named_with_what_to_do(
    kit: Path, environment: dict[str, str], words: str, status: int
) -> None:
    found = doctor(kit, **environment)
    assert (found.returncode, found.stderr) == (status, "") and words in " ".join(found.stdout.split()), found
