"""The folder for temporary files of a run and its judges, removed with the run or, after a kill, by a later run.

The folder is locked while it is in use, so that a run distinguishes old folders from those of other runs.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    LOCKS = False
else:
    LOCKS = True

_PREFIX = "kata-run-"


@contextlib.contextmanager
def temporary_files() -> Iterator[None]:
    """Let this process and those that it starts keep their temporary files in one folder. Raises OSError."""
    _sweep()
    before, variable = tempfile.tempdir, os.environ.get("TMPDIR")
    while True:
        with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder, _locked(folder) as ours:
            if not ours:
                continue
            tempfile.tempdir = os.environ["TMPDIR"] = folder
            try:
                yield
            finally:
                tempfile.tempdir = before
                os.environ.pop("TMPDIR")
                os.environ |= {"TMPDIR": variable} if variable is not None else {}
            return


def _sweep() -> None:
    """Remove the folders of runs that were killed."""
    if not LOCKS:
        return
    for place in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError), _opened(place) as number:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(number).st_uid == os.getuid():
                shutil.rmtree(place, ignore_errors=True)


@contextlib.contextmanager
def _locked(folder: str) -> Iterator[bool]:
    """Yield whether this process has the folder alone; False if another run's `_sweep` locked it just before."""
    if not LOCKS:
        yield True
        return
    with _opened(Path(folder)) as number:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(number, fcntl.LOCK_EX)
        yield Path(folder).is_dir()


@contextlib.contextmanager
def _opened(place: Path) -> Iterator[int]:
    number = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        yield number
    finally:
        os.close(number)
