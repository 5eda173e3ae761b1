"""Reads untrusted files: only ordinary ones, no links, none that blocks, none too long."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def plain_file(place: Path, path: tuple[str, ...], most: int) -> bytes | None:
    """Read the ordinary file at `path` in the folder `place`; None if there is none.

    Raises OSError if it has more than `most` bytes, and if the file or a folder of `path` is a link.
    """
    if not hasattr(os, "O_NOFOLLOW"):
        return _by_names(place, path, most)
    *folders, name = path
    with _opened(place, os.O_DIRECTORY, None) as start:
        at = os.dup(start)
        try:
            for folder in folders:
                with _opened(folder, os.O_DIRECTORY, at) as inner:
                    os.dup2(inner, at)
            with _opened(name, os.O_NONBLOCK, at) as number:
                return _content(number, most)
        except FileNotFoundError:
            return None
        finally:
            os.close(at)


def _by_names(place: Path, path: tuple[str, ...], most: int) -> bytes | None:
    """Do the same on Windows. There a folder cannot be kept open, but no untrusted code runs at the same time."""
    try:
        for step in range(len(path) + 1):
            state = place.joinpath(*path[:step]).lstat()
            junction = getattr(state, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
            if stat.S_ISLNK(state.st_mode) or junction:
                raise OSError("a link, or not to be read")
        number = os.open(place.joinpath(*path), os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return None
    try:
        return _content(number, most)
    finally:
        os.close(number)


def _content(number: int, most: int) -> bytes:
    state = os.fstat(number)
    if not stat.S_ISREG(state.st_mode):
        raise OSError("not an ordinary file")
    if state.st_nlink > 1:
        raise OSError("a hard link")
    if state.st_size > most:
        raise OSError(f"larger than {most // 1_000_000} MB")
    with os.fdopen(os.dup(number), "rb") as file:
        return file.read(most)


@contextmanager
def _opened(name: str | Path, flags: int, at: int | None) -> Iterator[int]:
    try:
        number = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | flags, dir_fd=at)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise OSError("a link, or not to be read") from error
    try:
        yield number
    finally:
        os.close(number)
