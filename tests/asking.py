"""Runs pytest as a learner would, in a process of its own, and reads its screen."""

import os
import re
import subprocess
import sys
from pathlib import Path


def pytest_in(
    folder: Path, *arguments: str, plugin: str = "", limit: float = 120, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run pytest in `folder`, with the source `plugin` as one more plugin that is installed there."""
    command, settings = [sys.executable, "-m", "pytest"], {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    if plugin:
        place = folder / ".plugins"
        place.mkdir(exist_ok=True)
        (place / "another_plugin.py").write_text(plugin)
        settings["PYTHONPATH"] = str(place)
        command += ["-p", "another_plugin"]
    return subprocess.run(
        [*command, *arguments], cwd=folder, capture_output=True, text=True, env=settings | environment, timeout=limit
    )


def score(screen: str) -> str:
    """The line of a screen that has the score."""
    found = re.search(r"\d+ of \d+ points, \d+ of \d+ exercises done", screen)
    return found[0] if found else screen
