"""The clock of a check ends with the check, also where its alarm rings in the very moment in which it is stopped."""

import subprocess
import sys

import pytest

from keraskata.timing import time_limit

RINGS_WHILE_IT_STOPS = """
import signal, time
from keraskata.timing import time_limit

setitimer = signal.setitimer

def rung_before(which, seconds, interval=0.0):
    setitimer(which, seconds, interval)
    if not seconds:
        signal.raise_signal(signal.SIGALRM)

signal.setitimer = rung_before
for limit in (50, 0):
    time_limit.start(limit, "learner.py", TimeoutError(), within=lambda file: False)
    time_limit.stop()
    time.sleep(0.5)
"""


@pytest.mark.skipif(not time_limit.AVAILABLE, reason="this system has no alarms")
def test_an_alarm_that_rings_while_it_is_stopped_ends_nothing() -> None:
    ran = subprocess.run([sys.executable, "-c", RINGS_WHILE_IT_STOPS], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, "")
