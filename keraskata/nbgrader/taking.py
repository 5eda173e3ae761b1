"""Takes from a submission only its notebooks, its time and its secret, each a plain file.

For an assignment of the instructor's own it takes other plain files, too: see `beside`. nbgrader itself copies
everything in a submission from step to step, and follows links: so a link to a file that only the instructor may read
could end up on the pages that learners see.
"""

import json
import os
import secrets
import stat
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from nbformat import v4
from nbgrader.exchange.default.collect import ExchangeCollect
from nbgrader.utils import parse_utc
from traitlets.log import get_logger

from keraskata.handed_in.plain_files import plain_file
from keraskata.nbgrader.beside import SECRET, TIME, UNFIT, handed_in_beside, inside
from keraskata.nbgrader.exercises import has_own
from keraskata.printable import one_line
from keraskata.source.notebook import MAX_NOTEBOOK

LEFT_OUT = "left_out"
_MAX_TEXT, _MAX_NOTEBOOKS, _MAX_LISTED = 1_000, 300, 100_000
_MAX_STEM = 60  # characters of a notebook's name that is written with escapes


class Collect(ExchangeCollect):
    """Collects submissions from the exchange as nbgrader does, but only the files that are needed."""

    def do_copy(self, src: str, dest: str, log: object = None) -> None:
        """Copy a submission; one that cannot be read is reported, and not collected.

        Time and secret are there afterwards, for without them nbgrader releases no student's feedback.
        """
        with tempfile.TemporaryDirectory() as folder:
            try:
                taken = Path(folder) / "taken"
                own = has_own(self.coursedir, self.coursedir.assignment_id)
                _take(Path(src), taken, _text(self._path_to_record(src)["timestamp"]), own)
            except OSError as error:
                self.log.error("%s is not collected: %s", src, error)
                return
            if not (taken / SECRET).exists():
                (taken / SECRET).write_text(secrets.token_urlsafe(32))
            super().do_copy(str(taken), dest)


def tidy(folder: Path, aside: Path, own: bool) -> None:
    """Leave in a submission's folder only what is needed; if there is more, a full copy is kept in `aside` first.

    `own` says whether a notebook of the assignment is the instructor's own: it may need files beside it. Raises OSError
    if that fails, if a student's folder is a link, or if nbgrader cannot keep its name.
    """
    if UNFIT.search(folder.parent.name):
        raise OSError(f"rename {one_line(str(folder.parent))}; the gradebook cannot keep that name")
    if folder.parent.is_symlink():
        raise OSError("the student's folder is a link; put the folder itself there")
    if _is_tidy(folder, own):
        return
    place, number = aside, 1
    while os.path.lexists(place):
        place, number = aside.with_name(f"{aside.name}-{number}"), number + 1
    with tempfile.TemporaryDirectory(prefix=".taking-", dir=folder.parent) as draft:
        _take(folder, Path(draft) / "taken", None, own)
        place.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(place)
        (Path(draft) / "taken").rename(folder)
    taken = "plain files" if own else "notebooks, time and secret"
    get_logger().warning("Of %s only %s are taken; all of it is in %s", folder, taken, place)


def _is_tidy(folder: Path, own: bool) -> bool:
    names = _names(folder)
    if own:
        beside = handed_in_beside(folder)
        if any(path not in beside for path in inside(folder) if path[1:]):
            return False
        names = [name for name in names if (name,) not in beside and not _is_folder(folder / name)]
    kept = [name for name in names if (_is_notebook(name) and _fit(name) == name) or name in (TIME, SECRET)]
    if len(kept) < len(names) or sum(map(_is_notebook, kept)) > _MAX_NOTEBOOKS:
        return False
    states = [(folder / name).lstat() for name in names]
    plain = all(stat.S_ISREG(state.st_mode) and state.st_nlink == 1 for state in states)
    return plain and all(_good(folder, name) for name in names if not _is_notebook(name))


def _take(folder: Path, to: Path, when: str | None, own: bool) -> None:
    """Copy what is needed from `folder` to a new folder; a notebook that is not a plain file is replaced by a note.

    An invalid time is replaced by `when` or, if this is None, by the file's own time. Raises OSError.
    """
    names = _names(folder)
    to.mkdir()
    for name in sorted(filter(_is_notebook, names), key=lambda name: (_fit(name) != name, name))[:_MAX_NOTEBOOKS]:
        try:
            content = plain_file(folder, (name,), MAX_NOTEBOOK)
        except OSError as error:
            said = v4.new_markdown_cell(f"**This notebook cannot be read**: {error}.")
            content = json.dumps(v4.new_notebook(cells=[said])).encode()
        if content is not None and not (to / _fit(name)).exists():
            (to / _fit(name)).write_bytes(content)
    for path, content in handed_in_beside(folder).items() if own else ():
        to.joinpath(*path).parent.mkdir(parents=True, exist_ok=True)
        to.joinpath(*path).write_bytes(content)
    for name in (TIME, SECRET):
        if _good(folder, name):
            (to / name).write_bytes(plain_file(folder, (name,), _MAX_TEXT) or b"")
        elif name == TIME and when:
            (to / TIME).write_text(when)
        elif name in names:
            changed = datetime.fromtimestamp((folder / name).lstat().st_mtime, UTC)
            (to / name).write_text(_text(changed) if name == TIME else secrets.token_urlsafe(32))


def _good(folder: Path, name: str) -> bool:
    """Return whether the file has a text that nbgrader can use as a time or as a secret."""
    try:
        text = (plain_file(folder, (name,), _MAX_TEXT) or b"").decode()
        return bool(parse_utc(text.strip()) if name == TIME else text)
    except Exception:  # a date can be wrong in any way
        return False


def _names(folder: Path) -> list[str]:
    """List the names in a folder. Raises OSError if it is a link, or not a folder."""
    if not _is_folder(folder):
        raise OSError("no folder, or a link")
    names = []
    with os.scandir(folder) as entries:
        for entry in entries:
            names.append(entry.name)
            if len(names) > _MAX_LISTED:
                raise OSError(f"more than {_MAX_LISTED} files are in it")
    return names


def _is_folder(place: Path) -> bool:
    return stat.S_ISDIR(place.lstat().st_mode)


def _is_notebook(name: str) -> bool:
    return name.endswith(".ipynb") and not name.startswith(".")  # as in nbgrader


def _fit(name: str) -> str:
    """Return the name of a notebook in a form that nbgrader can keep; unchanged if possible."""
    return f"{one_line(name.removesuffix('.ipynb'))[:_MAX_STEM]}.ipynb" if UNFIT.search(name) else name


def _text(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S.%f} UTC"
