"""A run that is killed at random moments loses and doubles nothing: five kills here, fifty in `tox -e kills`."""

from pathlib import Path

import kills
import pytest
from conftest import RIGHT


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to find a run's processes")
def test_five_kills(kit: Path) -> None:
    kills.hand_in(kit, RIGHT)
    found = kills.kill_and_resume(kit, 5)
    assert sum(found.killed.values()) == 5 and found.finished >= 1
    assert not found.faults, found.faults
