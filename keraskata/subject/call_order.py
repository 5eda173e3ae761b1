"""The order in which a training calls the layers of a model.

A class of one's own may call them in another order than that of its attributes, which is that of `model.layers`.
"""

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

from keraskata.subject import plain_notes
from keraskata.timing import time_limit


@contextlib.contextmanager
@time_limit.whole
def noted(model: Any) -> Iterator[dict[int, int]]:
    """Train a model in here; yield the places of its layers, by their ids, in the order of their first calls.

    Where no class of one's own says what is called, `model.layers` tells it, and nothing is noted.
    """
    called: dict[int, int] = {}
    layer: Any = sys.modules["keras"].Layer
    method = layer.__call__

    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        called.setdefault(id(self), len(called))
        return method(self, *args, **kwargs)

    layer.__call__ = call if _has_own_order(model) else method
    try:
        yield called
    finally:
        layer.__call__ = method


def _has_own_order(model: Any) -> bool:
    """Return whether a model, or one in it, is of a class of one's own."""
    with contextlib.suppress(Exception):  # it may have anything in the place of its layers
        inner = [layer for layer in model.layers if getattr(layer, "layers", None)]
        return plain_notes.is_own(type(model), "keras") or any(map(_has_own_order, inner))
    return True
