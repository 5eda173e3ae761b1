"""Writes a file whole or not at all."""

import os
from pathlib import Path


def write_whole(place: Path, content: bytes) -> None:
    """Write a file, whole or not at all. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)
