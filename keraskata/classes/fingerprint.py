"""The fingerprint by which two submissions are the same for grading."""

import hashlib

from keraskata.handed_in.folder import Work


def fingerprint(work: Work, stamp: str, seed: int, exercises: list[str]) -> str:
    """Return the fingerprint of everything that the grades of a submission depend on."""
    found = hashlib.sha256(f"{stamp} {seed} {exercises} {work.problem!r}".encode())
    for name in sorted(work.files):
        found.update(f"{name} {len(work.files[name])} ".encode() + work.files[name])
    return found.hexdigest()[:40]
