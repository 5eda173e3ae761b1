"""The messages that learners ask about most, in a beginner's words: each derived from what was passed."""

import contextlib
from collections.abc import Callable
from types import FrameType

from keraskata.subject.keras_causes import is_learners
from keraskata.subject.messages import arrays, data, labels, layers, networks, records, scikit, shapes, tensors
from keraskata.subject.messages.seen import Seen

_ALL: tuple[Callable[[Seen], str | None], ...] = (
    data.cause_of,
    labels.cause_of,
    layers.cause_of,
    networks.cause_of,
    shapes.cause_of,
    tensors.cause_of,
    scikit.cause_of,
    records.cause_of,
    arrays.cause_of,
)


def cause_of(error: BaseException, text: str, frames: list[FrameType], within: list[FrameType]) -> str | None:
    """Return the likely cause in words, or None where what was passed does not show it.

    `frames` are those of the traceback, `within` the ones below the learner's last line.
    """
    own = [frame for frame in frames if is_learners(str(frame.f_globals.get("__name__")))]
    seen = Seen(error, text, own[-1] if own else None, within)
    for find in _ALL:
        with contextlib.suppress(Exception):  # it looks at the learner's own objects, which may answer anything
            if words := find(seen):
                return words
    return None
