"""Work that had all points stays done when the engine is updated, for as long as its file stays as it is.

A verdict depends on the engine, so none is found any more after an update. What is kept here depends on the file's
content only; grading the file again decides anew.
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
    """Remember a learner's file that has all points, or forget one that has not; where nothing can be written, not."""
    if text is None or kit.graders or terms not in (LEARNERS, WATCHED):
        return
    place = _place(kit, exercise, text)
    with contextlib.suppress(OSError):
        if all(check.outcome == "passed" for check in checks):
            kept = {"version": __version__, "checks": [asdict(replace(check, pictures=[])) for check in checks]}
            write_whole(place, json.dumps(kept).encode())
        elif any(check.outcome == "failed" for check in checks):  # running out of time is no fault of the file's
            place.unlink(missing_ok=True)


def load(kit: Kit, exercise: Exercise, text: bytes | None) -> Finished | None:
    """Return what is remembered of a file with this content; None where that is nothing."""
    if text is None:
        return None
    try:
        kept = json.loads(_place(kit, exercise, text).read_bytes())
        checks = [CheckResult.from_dict(check) for check in kept["checks"]]
        most = sum(check.max_points for check in checks)
        return Finished(exercise.id, str(kit.stub(exercise)), checks, most, str(kept["version"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _place(kit: Kit, exercise: Exercise, text: bytes) -> Path:
    return kit.memory / "finished" / f"{hashlib.sha256(exercise.id.encode() + bytes(1) + text).hexdigest()[:40]}.json"
