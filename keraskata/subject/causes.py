"""What most likely stands behind an exception in a learner's code, where the message alone would not help them."""

import dis
import os
import re
import sys
import traceback
from types import FrameType

from keraskata.subject import keras_causes, missing_names, moved, refused
from keraskata.subject.keras_causes import hides_frames, is_learners, nearest
from keraskata.subject.reason import both_ends

NO_SUCH_NAME = "Keras knows no such name: check its spelling, in small letters"
_MAX_TEXT = 5_000  # patterns take their time over longer ones
_NONE = "something is None here: a function without `return`?"
_CALLS = ("CALL", "PRECALL")  # how Python's instructions that call something begin
_OWN_LINE = (  # what these say is true of the learner's own line, and may be false of a library's
    (ValueError, "truth value of an array", "`if` decides once, for a whole array: np.where decides for each number"),
    (
        TypeError,
        "only 0-dimensional arrays can be converted",
        "float(), int() and functions in `math` take a single number, and here an array came in: take its number out, "
        "as in found[0, 0]; NumPy's functions, such as np.exp, take arrays of any shape",
    ),
    (
        TypeError,
        "'(Sequential|Functional)' object is not subscriptable",
        "a model has no places: its layers are in a list, as in model.layers[0]",
    ),
    (
        TypeError,
        r"unsupported operand type\(s\) for .*('numpy\.ndarray' and '\w*Tensor'|'\w*Tensor' and 'numpy\.ndarray')",
        "an array and a tensor do not go together here: a model that is called like a function gives a tensor, and its "
        "predict an array",
    ),
    (ValueError, "too many values to unpack", "more comes back here than there are names to the left of the ="),
    (ValueError, "not enough values to unpack", "less comes back here than there are names to the left of the ="),
    (TypeError, "'NoneType' object is not subscriptable|non-iterable NoneType", _NONE),
    (
        TypeError,
        "Cannot cast ufunc .* output from .*float.* to .*int",
        "an array of whole numbers cannot take what follows the point: make an array of floats first",
    ),
)
_ANY_LINE = (
    (
        ValueError,
        "learning_rate` should be float",
        "a learning rate is a decimal number: write 1.0 in place of 1, or rather a far smaller one",
    ),
    (
        ValueError,
        "Cannot convert .* to a shape",
        "a shape is a tuple, also with a single number in it: (3,), with the comma",
    ),
    (
        TypeError,
        "symbolic KerasTensor cannot be used as a boolean",
        "a symbolic tensor is neither true nor false, and cannot stand alone behind `if`: ask for its type, as in "
        "isinstance(..., list)",
    ),
    (
        ValueError,
        "interpret activation function identifier: None",
        'no activation is None without quotes, or the text "linear"',
    ),
    (
        ValueError,
        r"interpret (activation function|loss|optimizer|metric) identifier: [A-Za-z_]\w*$",
        NO_SUCH_NAME,
    ),
)


def cause_of(error: BaseException) -> str | None:
    """Return the likely cause in a sentence for a beginner; None where the message says enough."""
    if isinstance(error, RecursionError):
        return "a function calls itself without end"
    if isinstance(error, MemoryError):
        return "far more memory was asked for than there is"
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, NameError) and error.name:
        if row := moved.by_path(error.name):
            return moved.sentence({error.name: row})
        near = nearest(error.name, [*frames[-1].f_locals, *frames[-1].f_globals]) if frames else None
        slip = f"a slip in the name (there is a `{near}`)" if near else "a slip in the name"
        return f"`{error.name}` is not defined here: {slip}, or an import or assignment that is missing"
    text = _text(error)
    within = _below_own(frames)
    if found := missing_names.cause_of(error, text, frames, within) or refused.cause_of(error, text, within):
        return found
    if by_keras := keras_causes.cause_of(error, text, within):
        return by_keras
    from keraskata.subject import messages as known  # needed where something failed, and not at each start

    if by_message := known.cause_of(error, text, frames, within):
        return by_message
    own_line = not within and not _called(error, frames)
    if isinstance(error, AttributeError):
        return _attribute(error, own_line)
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], int) and _through(error, "pandas"):
        return "brackets look for a row or column of that name; table.iloc[...] counts the places, whatever their names"
    if "'Text' object is not callable" in text and not within and ".title(" in _last_line(error):
        return "ax.title is the title itself, which cannot be called; ax.set_title(...) writes one"
    messages = _OWN_LINE + _ANY_LINE if own_line else _ANY_LINE
    return next((words for kind, part, words in messages if isinstance(error, kind) and re.search(part, text)), None)


def _attribute(error: AttributeError, own_line: bool) -> str | None:
    owner, name = getattr(error, "obj", 0), error.name or ""
    if owner is None:
        return _NONE if own_line and name else None
    axes = sys.modules.get("matplotlib.axes")
    if axes and isinstance(owner, axes.Axes) and hasattr(owner, f"set_{name}"):
        as_well = hasattr(sys.modules.get("matplotlib.pyplot"), name)
        return f"an Axes has set_{name}(...)" + (f"; plt.{name}(...) is its other spelling" if as_well else "")
    return None


def _below_own(frames: list[FrameType]) -> list[FrameType]:
    """Return the library frames below the learner's last line; none where that line itself raised the error."""
    modules = [str(frame.f_globals.get("__name__")) for frame in frames]
    own = [place for place, module in enumerate(modules) if is_learners(module)]
    first = own[-1] + 1 if own else 0
    within = zip(frames[first:], modules[first:], strict=True)
    return [frame for frame, module in within if not module.startswith("keraskata.")]  # which watches what is trained


def _called(error: BaseException, frames: list[FrameType]) -> bool:
    """Return whether the last line only called what broke: this may be a hidden frame of Keras."""
    if not any(hides_frames(frame) for frame in frames):
        return False
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    steps = dis.get_instructions(last.tb_frame.f_code) if last else ()
    return next((step.opname for step in steps if last and step.offset == last.tb_lasti), "CALL").startswith(_CALLS)


def _last_line(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return (frames[-1].line or "") if frames else ""


def _through(error: BaseException, package: str) -> bool:
    """Return whether the error was raised inside a package."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and f"{os.sep}{package}{os.sep}" in frames[-1].filename


def _text(error: BaseException) -> str:
    try:
        return both_ends(str(error), _MAX_TEXT)
    except Exception:  # a learner's own exception may not even be printable
        return ""
