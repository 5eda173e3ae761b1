"""Golden folders: a small tree of exercises, with the JSON and the screens that it must give, letter by letter.

After a change that is meant, `pytest tests/test_golden.py --update-golden` writes them again: read the difference.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GOLDEN = Path(__file__).parent / "golden"
RUNS = {
    "screen.txt": ["pytest", "exercises/"],
    "screen-verbose.txt": ["pytest", "exercises/", "-v"],
    "screen-solutions.txt": ["pytest", "solutions/"],
    "result.json": ["keraskata", "grade", "exercises", "--json", "-"],
}


@pytest.mark.parametrize("output", RUNS)
@pytest.mark.parametrize("folder", sorted(GOLDEN.iterdir()), ids=lambda folder: folder.name)
def test_golden(folder: Path, output: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    kit = tmp_path / "kit"
    shutil.copytree(folder, kit)
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "80"}
    command = [sys.executable, "-m", *RUNS[output]]
    ran = subprocess.run(command, cwd=kit, capture_output=True, text=True, env=environment, timeout=120)
    assert not ran.stderr, ran.stderr
    found = _without_times(ran.stdout) if output.endswith(".json") else ran.stdout
    found = found.replace(f"{kit}{os.sep}", "")
    if pytestconfig.getoption("update_golden"):
        (folder / output).write_text(found, encoding="utf-8")
    assert found == (folder / output).read_text(encoding="utf-8")


def _without_times(text: str) -> str:
    """The JSON with every time 0: no two runs take as long."""

    def still(plain: dict[str, Any]) -> dict[str, Any]:
        still_life = {"seconds": 0, "backend": "tensorflow"}
        return {name: still_life.get(name, value) for name, value in plain.items()}

    return json.dumps(json.loads(text, object_hook=still), indent=1, ensure_ascii=False) + "\n"
