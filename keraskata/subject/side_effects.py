"""What a call does beside its answer: what it prints, shows and draws by chance."""

import contextlib
import io
import random
import sys
from collections.abc import Iterator
from typing import Any

MAX_PRINTED = 100_000


class Printed(io.TextIOBase):
    """Standard output that remembers the first MAX_PRINTED characters.

    `shown` counts the pictures put on screen; `overflows` are NumPy's words for what overflowed or was no number.
    """

    def __init__(self) -> None:
        self.shown = 0
        self.overflows: list[str] = []
        self._parts: list[str] = []
        self._left = MAX_PRINTED

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self._left > 0:
            self._parts.append(text[: self._left])
            self._left -= len(text)
        return len(text)

    @property
    def text(self) -> str:
        return "".join(self._parts)


@contextlib.contextmanager
def pictures_counted(printed: Printed) -> Iterator[None]:
    """Count calls of plt.show() and figure.show(), which open no window in here."""
    backend: Any = sys.modules.get("matplotlib.backend_bases")
    if backend is None:
        yield
        return

    def show(manager: Any) -> None:
        printed.shown += 1

    before, backend.FigureManagerBase.show = backend.FigureManagerBase.show, show
    try:
        yield
    finally:
        backend.FigureManagerBase.show = before


@contextlib.contextmanager
def overflows_noticed(printed: Printed) -> Iterator[None]:
    """Note what NumPy would warn of."""
    import numpy as np

    def call(kind: str, flag: int) -> None:
        if kind not in printed.overflows:
            printed.overflows.append(kind)

    with np.errstate(over="call", invalid="call", call=call):
        yield


def random_state() -> tuple[Any, ...]:
    """Return the states of the global generators of Python and NumPy, to be compared."""
    import numpy as np

    numpy: dict[str, Any] = np.random.get_state(legacy=False)
    state = numpy["state"]
    return random.getstate(), state["key"].tobytes(), state["pos"], numpy["has_gauss"], numpy["gauss"]
