"""The files beside the notebooks of an assignment of the instructor's own, such as data and modules; no links."""

import mimetypes
import os
import re
from collections.abc import Iterator
from pathlib import Path

from keraskata.handed_in.litter import of_programs
from keraskata.handed_in.plain_files import plain_file

TIME, SECRET = "timestamp.txt", "submission_secret.txt"
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control characters, and code points that are not text
_MAX_BYTES, _MAX_FILES, _MAX_LISTED, _MAX_DEPTH = 20_000_000, 300, 100_000, 20


def files_beside(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files in a folder of nbgrader's own with their paths in it, without notebooks, time and secret."""
    for path in inside(folder):
        if not path[-1].endswith(".ipynb") and path not in ((TIME,), (SECRET,)):
            yield "/".join(path), folder.joinpath(*path).read_bytes()


def handed_in_beside(folder: Path) -> dict[tuple[str, ...], bytes]:
    """Return the content of each file that a student may hand in beside notebooks, by its path in the folder.

    Nothing that a browser would run: the formgrader shows these files in the instructor's browser. What is beyond 20 MB
    or 300 files is left out. Raises OSError if the folder cannot be listed.
    """
    found: dict[tuple[str, ...], bytes] = {}
    left = _MAX_BYTES
    for path in inside(folder):
        if path[-1].endswith(".ipynb") or path in ((TIME,), (SECRET,)) or not _is_fit(path):
            continue
        try:
            content = plain_file(folder, path, left)
        except OSError:  # a link, a pipe, or too large
            continue
        if content is not None and len(found) < _MAX_FILES:
            found[path] = content
            left -= len(content)
    return found


def inside(folder: Path) -> list[tuple[str, ...]]:
    """List what is in a folder and in those within it, but for folders themselves; no link is followed.

    Raises OSError if there is too much, or a folder cannot be listed.
    """
    found: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        outer = waiting.pop()
        with os.scandir(folder.joinpath(*outer)) as entries:
            for entry in entries:
                path = (*outer, entry.name)
                is_folder = entry.is_dir(follow_symlinks=False)
                (waiting if is_folder and len(path) < _MAX_DEPTH else found).append(path)
                if len(found) + len(waiting) > _MAX_LISTED:
                    raise OSError(f"more than {_MAX_LISTED} files are in it")
    return sorted(found)


def _is_fit(path: tuple[str, ...]) -> bool:
    kind = mimetypes.guess_type(path[-1])[0] or ""  # as the formgrader's server guesses it
    run = "html" in kind or "xml" in kind
    return not run and not any(of_programs(name) or UNFIT.search(name) for name in path)
