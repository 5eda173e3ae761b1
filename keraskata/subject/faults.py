"""What goes wrong in a learner's code, in words: one sentence for each kind, and their own lines only."""

import ast
import contextlib
import difflib
import linecache
import traceback
from pathlib import Path
from types import CodeType

from keraskata.printable import kind_of, printable
from keraskata.results import NO_FILE, Feedback
from keraskata.source.cell_text import is_cells, place
from keraskata.source.notebook import NoNotebook
from keraskata.source.python_text import NoText
from keraskata.subject.causes import cause_of
from keraskata.subject.reason import reason

_SHOWN = 56  # characters of a line of code


class Fault(Exception):
    """The learner's code could not be loaded or called, or broke; carries the feedback.

    `error` is the exception that came out of a call of the learner's own function. It is None where the call was never
    begun, or its answer could not be read: a check that waits for a ValueError waits for the function's own.
    """

    def __init__(self, feedback: Feedback, error: BaseException | None = None) -> None:
        super().__init__(str(feedback))
        self.feedback = feedback
        self.error = error


class InputAsked(Exception):
    """`input()` was called where no user can answer."""


def unreadable(path: Path, error: Exception, exercise: str) -> Fault:
    """Describe a file that exists and cannot be read or parsed."""
    if path.is_dir():
        return Fault(
            Feedback(f"a Python file at {path.name}", "a folder", "move the folder away and put the file in its place")
        )
    if isinstance(error, FileNotFoundError):
        likely = f"it has another name, or is not there; {_bring_back(exercise)}"
        return Fault(Feedback(f"a Python file at {path.name}", NO_FILE, likely))
    if isinstance(error, NoNotebook):
        return Fault(Feedback("a notebook", str(error), "save it in Jupyter, and hand in the .ipynb file as it is"))
    if isinstance(error, SyntaxError):
        return Fault(_syntax(path, error))
    if isinstance(error, NoText):
        return Fault(Feedback("a text file in UTF-8", str(error), error.fix))
    return Fault(Feedback("a Python file", f"{kind_of(error)}: {reason(error)}"))


def _syntax(path: Path, error: SyntaxError) -> Feedback:
    line = (error.text or linecache.getline(str(path), error.lineno or 0)).rstrip("\n")
    stripped = line.lstrip()
    column = max((error.offset or 1) - 1 - (len(line) - len(stripped)), 0)
    where = f"{_place(path, error.lineno or 1)}: {error.msg}"
    notes = [_pointed_at(stripped, column)] if stripped else []
    what = "a cell" if is_cells(linecache.getline(str(path), 1)) else "a file"
    likely = "the place marked, or just before it, has a slip"
    if error.msg == "invalid syntax" and stripped.split("#")[0].rstrip().endswith("="):
        likely = "nothing stands to the right of ="
    return Feedback(f"{what} that Python can read", where, likely, notes)


def _pointed_at(line: str, column: int) -> str:
    """Return the line and a mark below its `column`, cut to the width of a narrow screen."""
    start = max(column - _SHOWN // 2, 0)
    shown = ("…" if start else "") + line[start : start + _SHOWN] + ("…" if len(line) > start + _SHOWN else "")
    return f"{shown}\n{' ' * (column - start + bool(start))}^"


def missing(exercise: str, name: str, signature: str, names: list[str], text: str, unread: list[str]) -> Fault:
    """Describe a missing function of a notebook, or of a file with this text; `unread`: cells that are no Python."""
    near = difflib.get_close_matches(name, names, n=1)
    likely = f"you have a {near[0]}: is it the same under another name?" if near else None
    if not text.strip():
        likely = f"the file is empty: {_bring_back(exercise)}"
    where = "in the cells of this notebook" if is_cells(text) else "in this file"
    return Fault(Feedback(f"a function {signature}", f"no {name} {where}", likely, unread))


def other_parameters(signature: str, function: object) -> list[str]:
    """Return a sentence if the learner's function names its parameters otherwise than the exercise; else nothing."""
    asked = ast.parse(f"def {signature.split(' -> ')[0]}: ...").body[0]
    wanted = [argument.arg for argument in asked.args.args] if isinstance(asked, ast.FunctionDef) else []
    code = getattr(function, "__code__", None)
    found = list(code.co_varnames[: code.co_argcount]) if isinstance(code, CodeType) else wanted
    if found == wanted:
        return []
    return [
        f"the exercise gives ({', '.join(wanted)}), and your function takes ({printable(', '.join(found))[:200]}): has "
        "the exercise changed since you began?"
    ]


def _bring_back(exercise: str) -> str:
    return f"`kata reset {exercise}` brings the stub back"


def raised(error: BaseException, call: str, signature: str, path: Path, in_call: bool) -> Fault:
    """Describe an exception of the learner's code, raised `in_call` of a function of theirs, or elsewhere."""
    own = error if in_call else None
    if isinstance(error, NotImplementedError) and _raised_in(path, error):
        expected, found = f"{call} to work", "it is still to be written"
        return Fault(Feedback(expected, found, "replace `raise NotImplementedError` by your code"), own)
    if isinstance(error, SystemExit):
        return Fault(Feedback(f"{call} to come back", "it called exit()", "use `return` to leave a function"), own)
    if isinstance(error, InputAsked):
        expected, found = f"{call} to work with its arguments", "it asked for keyboard input"
        return Fault(Feedback(expected, found, "take the value from an argument in place of input()"), own)
    lines = own_lines(error, path)
    if isinstance(error, TypeError) and in_call and not lines and _refused(error):
        found = f"it cannot be called so: {reason(error)}"
        return Fault(Feedback(f"a function {signature}", found, "the parameters differ from the ones asked for"))
    found = f"{kind_of(error)}: {reason(error)}"
    likely = None
    with contextlib.suppress(Exception):  # it looks at the learner's own objects, and is only a help
        likely = cause_of(error)
    return Fault(Feedback(f"{call} to run", found, likely, lines), own)


def _refused(error: BaseException) -> bool:
    """Whether the call itself was refused: then nothing ran behind the line of ours that calls."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return bool(frames) and str(frames[-1].f_globals.get("__name__")).startswith("keraskata.")


def _raised_in(path: Path, error: BaseException) -> bool:
    """Whether the learner's own line raised it, and no library that it called, whose frames may be hidden."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return last is not None and last.filename == str(path) and "NotImplemented" in (last.line or "NotImplemented")


def own_lines(error: BaseException, path: Path) -> list[str]:
    """Return the learner's own lines of the traceback, outermost first, at most four."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    shown = frames if len(frames) <= 4 else frames[:2] + frames[-2:]
    return list(dict.fromkeys(f"{_place(path, frame.lineno or 1)}: {frame.line}" for frame in shown))


def _place(path: Path, line: int) -> str:
    return place(linecache.getlines(str(path)), line, path.name)
