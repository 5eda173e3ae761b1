"""Reads a learner's notebook for nbgrader's steps: in another process with limits, and not in nbgrader's."""

import atexit
import os
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from time import monotonic
from typing import Any

from keraskata.curriculum import default_root, load
from keraskata.handed_in.reading import Reader
from keraskata.handed_in.shown import Shown
from keraskata.source.notebook import NoNotebook, Notebook

_SECONDS = 5.0  # of CPU time, for one notebook
_MOST = 20.0  # seconds for a whole submission
_KEPT = 100  # each is asked for several times in a row
_spent: dict[Path, float] = defaultdict(float)


def read(place: Path) -> Notebook:
    """Read the notebook at `place`. Raises NoNotebook, and BadInput if the reading process does not start."""
    try:
        state = place.lstat()
    except (OSError, ValueError):
        raise NoNotebook("it is not there") from None
    found = _read(place.absolute(), (state.st_ino, state.st_size, state.st_mtime_ns))
    if isinstance(found, str):
        raise NoNotebook(found)
    return found


def shown(place: Path) -> list[Shown]:
    """Return what a person may look at of each cell of the notebook at `place`; nothing if it cannot be read."""
    problem, answer = _ask("shown", place.absolute())
    return [(attachments, outputs) for attachments, outputs in answer[0]] if not problem else []


def is_nothing(place: Path, exercise: str) -> bool:
    """Return whether a notebook is no answer to an exercise: it cannot be read, or is empty or the stub.

    One for what is no exercise of the kit's is always an answer.
    """
    if exercise not in load(default_root()).exercises:
        return False
    problem, answer = _ask("nothing", place.absolute(), exercise)
    return bool(problem) or bool(answer[0])


@lru_cache(maxsize=_KEPT)
def _read(place: Path, state: tuple[int, int, int]) -> Notebook | str:
    """Return the notebook, or why there is none; the cache distinguishes files by their `state`."""
    problem, answer = _ask("notebook", place)
    if problem or answer[0]:
        return problem or str(answer[0])
    return Notebook([(kind, source, about) for kind, source, about in answer[1]], answer[2])


def _ask(what: str, place: Path, *more: str) -> tuple[str, list[Any]]:
    """Ask the reading process about a notebook; return why it does not answer, or "", and its answer."""
    if _spent[place.parent] > _MOST:
        return "with those before it, it takes too much time to read", []
    start = monotonic()
    found = _reader().answer([what, os.fsencode(place), *more], _SECONDS)
    _spent[place.parent] += monotonic() - start
    return found


@cache
def _reader() -> Reader:
    reader = Reader(load(default_root()))
    atexit.register(reader.close)
    return reader
