"""Keeps work that had all points as done after an update of the engine, as long as its file does not change.

A cached verdict depends on the engine, so an update makes it useless. A record here depends only on the file's
content; grading the file again replaces it.
"""

import contextlib
import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path

from keraskata import __version__
from keraskata.curriculum import Exercise, Kit
from keraskata.results import CheckResult, Finished
from keraskata.source.writing import write_whole
from keraskata.terms import LEARNERS, WATCHED, Terms


def note(kit: Kit, exercise: Exercise, text: bytes | None, checks: list[CheckResult], terms: Terms) -> None:
    """Remember a learner's file that has all points, or forget one that has not, as far as files can be written."""
    if text is None or kit.graders or terms not in (LEARNERS, WATCHED):
        return
    place = _place(kit, exercise, text)
    with contextlib.suppress(OSError):
        if all(check.outcome == "passed" for check in checks):
            kept = {"version": __version__, "checks": [asdict(replace(check, pictures=[])) for check in checks]}
            write_whole(place, json.dumps(kept).encode())
        elif any(check.outcome == "failed" for check in checks):  # running out of time may be no fault of the file
            place.unlink(missing_ok=True)


def load(kit: Kit, exercise: Exercise, text: bytes | None) -> Finished | None:
    """Return the record of a file with this content; None if there is none."""
    if text is None:
        return None
    try:
        kept = json.loads(_place(kit, exercise, text).read_bytes())
        checks = [CheckResult.from_dict(check) for check in kept["checks"]]
        most = sum(check.max_points for check in checks)
        place, variant = str(kit.stub(exercise)), exercise.graded(text)
        return Finished(exercise.id, place, checks, most, variant, str(kept["version"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place(kit: Kit, exercise: Exercise, text: bytes) -> Path:
    return kit.memory / "finished" / f"{hashlib.sha256(exercise.id.encode() + bytes(1) + text).hexdigest()[:40]}.json"
