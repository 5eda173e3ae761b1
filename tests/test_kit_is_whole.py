"""What `kata check` finds in this kit: every solution, every stub, and every row of the tables of mistakes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_this_kit_is_whole() -> None:
    command = [sys.executable, "-m", "keraskata", "check"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    *counts, last = ran.stdout.splitlines()
    assert last == "The kit is whole." and all("wrong answers named" in line for line in counts)
