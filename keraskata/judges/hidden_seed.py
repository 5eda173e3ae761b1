"""The seed of grading for others: it cannot be found by trying, from what is drawn under it.

Every call of a submission runs under a number made from the seed, and knows that number. Instructors' seeds are small.
"""

import contextlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

from keraskata.curriculum import Kit

_BYTES = 32


def hidden(kit: Kit, seed: int) -> int:
    """Return a number for `seed`, the same on every run of this kit, made with a secret that no submission can read.

    0, the public seed of learners' own checks, stays 0.
    """
    if seed == 0:
        return 0
    return int.from_bytes(hmac.digest(_secret(kit.memory / "secret"), str(seed).encode(), "sha256")[:8])


@cache
def _secret(place: Path) -> bytes:
    """Return the secret kept there, made on first use; where none can be kept, one for this process."""
    found = _read(place)
    if not found:
        found, draft = secrets.token_bytes(_BYTES), place.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(found)
            try:
                os.link(draft, place)
                draft.unlink()
            except OSError:  # another run was first, and its secret is ours; or there are no links here
                draft.unlink() if _read(place) else draft.replace(place)
        found = _read(place) or found
    return found


def _read(place: Path) -> bytes | None:
    try:
        found = place.read_bytes()
    except OSError:
        return None
    return found if len(found) == _BYTES else None
