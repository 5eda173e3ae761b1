"""Reads students' records from a folder of results. Files that are not records are reported."""

import contextlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from keraskata.classes import record_form, record_names

Record = dict[str, Any]
_MOST = 200_000_000  # bytes of a record


class NoRecords(Exception):
    """There are no grades to work with; the message says why, and what to do."""


def everyone(folder: Path) -> list[Record]:
    """Read the records of all students in a folder of results, by name. Raises NoRecords."""
    found, unread = every(folder)
    for place, why in unread.items():
        advice = "`kata grade-class` with --resume writes it again, or remove it"
        raise NoRecords(f"{place} cannot be read ({why}); {advice}.")
    if not found:
        raise NoRecords(f"There are no results in {folder}; it should be what `kata grade-class` had as --out.")
    return found


def every(folder: Path) -> tuple[list[Record], dict[Path, str]]:
    """Read the records in a folder of results, by student; also return why other files are not records."""
    found: dict[str, Record] = {}
    unread: dict[Path, str] = {}
    for place in sorted((folder / "results").glob("*.json")):
        record, why = read(place)
        if record is None:
            unread[place] = why
            continue
        student = record["submission"]["student"]
        if place.name == record_names.of(student):
            found[student] = record
        elif place.name == record_names.of_old(student):
            found.setdefault(student, record)  # a name of an earlier version: the current name wins
        else:
            unread[place] = f"it has the name of another student's record, but is the record of {student}"
    return [found[student] for student in sorted(found)], unread


def read(place: Path) -> tuple[Record | None, str]:
    """Read the record in a file; otherwise return None and why, or "" if there is no file."""
    try:
        record = json.loads(_content(place))
    except FileNotFoundError:
        return None, "a link to nowhere" if os.path.lexists(place) else ""
    except OSError as error:
        return None, str(error.strerror or error)
    except (ValueError, RecursionError):
        return None, "it is no JSON"
    why = record_form.wrong(record)
    return (None, why) if why else (record, "")


def _content(place: Path) -> bytes:
    number = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))  # a pipe waits
    with os.fdopen(number, "rb") as file:
        state = os.fstat(number)
        if not stat.S_ISREG(state.st_mode):
            raise OSError("it is no ordinary file")
        if state.st_size > _MOST:
            raise OSError(f"it is larger than {_MOST // 10**6} MB")
        return file.read(_MOST)


@contextlib.contextmanager
def draft_of(place: Path) -> Iterator[Path]:
    """Yield the place of a draft, which becomes the file at `place` if nothing fails. Raises OSError."""
    draft = place.with_suffix(".draft")
    try:
        yield draft
        draft.replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def written(place: Path) -> Iterator[TextIO]:
    """Open a file to write that appears at `place` once it is complete, also if the power fails. Raises OSError."""
    with draft_of(place) as draft, draft.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
