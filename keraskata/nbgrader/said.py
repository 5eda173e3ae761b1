"""What `nbgrader autograde` says: one line for each student, with the score and what could not be read."""

import logging
import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde

from keraskata.printable import one_line

LOG = logging.getLogger("keraskata.nbgrader")
"""For what is to be said of the student who is graded now."""
_LATE = re.compile(r"SubmittedAssignment<.*> is (\S+) seconds late")
_SKIPPED = re.compile(r"Skipping existing assignment: (.*)", re.DOTALL)
_UNKNOWN = "Skipping unknown notebook: "
_NOT_SAID = ("Removing existing", "Updating existing", "Removing failed")


class Said(logging.Handler):
    """Collects what the steps of a run say of a student, and says it after the score in one line.

    Errors are said at once, and one that is no student's once in a run. With --debug everything is.
    """

    def __init__(self, run: Autograde) -> None:
        super().__init__()
        self._run, self._log = run, run.log
        self._notes: list[str] = []
        self._bad, self._told = False, set[str]()
        LOG.handlers, LOG.propagate = [self], False
        LOG.setLevel(logging.INFO)
        self._all = getattr(run.parent, "log_level", logging.INFO) <= logging.DEBUG  # the formgrader has no such level
        run.log = _Steps(self, self._log)
        theirs = run.post_convert_hook

        def told(**about: Any) -> None:
            if theirs:
                theirs(**about)
            self._tell(Path(about["notebooks"][0]).parent)

        run.post_convert_hook = told

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record for the student's line, or pass it on."""
        text = record.getMessage()
        if record.levelno > logging.WARNING or record.exc_info:
            self._fail(record)
        elif self._all:
            self._log.handle(record)
        elif skipped := _SKIPPED.fullmatch(text):
            self._log.info("%s  was graded before; --force grades again", _student(Path(skipped[1])))
        elif record.name == LOG.name or record.levelno == logging.WARNING:
            self._note(record, text)

    def _note(self, record: logging.LogRecord, text: str) -> None:
        known = text.startswith(_UNKNOWN) and any(f"{_name(text)} is" in note for note in self._notes)
        if known or text.startswith(_NOT_SAID):
            return
        if late := _LATE.fullmatch(text):
            text = f"handed in {timedelta(seconds=float(late[1]))} late"
        self._notes.append(text)
        self._bad |= record.levelno == logging.WARNING

    def _fail(self, record: logging.LogRecord) -> None:
        """Say an error, and what was noted before it."""
        if record.name == LOG.name:
            self._tell_once(record.getMessage())
            return
        notes, self._notes, self._bad = self._notes, [], False
        for note in notes:
            self._log.warning("%s", note)
        error = sys.exc_info()[1]
        if record.getMessage().startswith("Traceback") and type(error).__module__.startswith("keraskata."):
            self._tell_once(str(error))  # it says what to do; where in the kit it was raised helps nobody
        else:
            self._log.handle(record)

    def _tell_once(self, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            self._log.error("%s", text)

    def _tell(self, folder: Path) -> None:
        notes, bad, self._notes, self._bad = self._notes, self._bad, [], False
        with Gradebook(self._run.coursedir.db_url, self._run.coursedir.course_id) as book:
            found = book.find_submission(folder.name, folder.parent.name)
            said = [f"{found.score:g}/{found.max_score:g}"]
            if found.late_submission_penalty:
                said.append(f"{found.late_submission_penalty:g} off for being late")
            if found.needs_manual_grade:
                said.append("some of it waits for your own grade, in the formgrader")
        said += [note.replace(f"{folder}/", "") for note in notes]
        self._log.log(
            logging.WARNING if bad else logging.INFO, "%s  %s", _student(folder), "; ".join(map(one_line, said))
        )


class _Steps(logging.Logger):
    """The log of nbgrader's own steps in a run."""

    def __init__(self, said: Said, before: logging.Logger) -> None:
        super().__init__(f"{LOG.name}.steps", before.level)
        self.addHandler(said)
        self._before = before

    def removeHandler(self, handler: logging.Handler) -> None:
        """Remove a handler from the log that was there before: the formgrader does so at the end of a run."""
        self._before.removeHandler(handler)


def _student(folder: Path) -> str:
    return one_line(folder.parent.name)


def _name(text: str) -> str:
    return Path(text.removeprefix(_UNKNOWN)).name
