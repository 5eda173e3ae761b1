"""For graders, to be used in the subject: calls a function in a way that shows more than its answer does."""

import time
from collections.abc import Callable
from typing import Any

import numpy as np


class TwoCalls:
    """Calls a function twice with the same arguments."""

    def shared(self, function: Callable[..., Any], *arguments: Any) -> str:
        """Return "argument" if the answer is an argument or part of one, "answer" if both answers are one.

        Two pictures are one if they are in the same figure, and two models if they share a weight. It is "optimizer" if
        two models share nothing else, and "" if the answers share nothing.
        """
        first, second = function(*arguments), function(*arguments)
        if any(_shared(answer, argument) for answer in (first, second) for argument in arguments):
            return "argument"
        if _shared(first, second):
            return "answer"
        return "optimizer" if _shared(*(getattr(answer, "optimizer", None) for answer in (first, second))) else ""


class SlowTraining:
    """Calls a function with a model that waits in its batches: a clock that stands still meanwhile is told by it."""

    def of(self, function: Callable[..., Any], epochs: int, seconds: float) -> tuple[float, Any]:
        """Call `function(model, train, epochs)`; return the least that its epochs took together, and the answer.

        `train` has 96 rows, three batches of the usual size; the model waits `seconds` in the first two of an epoch, so
        that a clock that is started with the last one misses them. An epoch takes at least from the model's first call
        in it to the end of the last one.
        """
        import keras

        calls: list[tuple[float, float]] = []

        class Wait(keras.layers.Layer):  # type: ignore[misc]
            def call(self, rows: Any, training: bool = False) -> Any:
                if training:
                    begun = time.perf_counter()
                    time.sleep(0 if len(calls) % 3 == 2 else seconds)
                    calls.append((begun, time.perf_counter()))
                return rows

        model = keras.Sequential([keras.Input((1,)), Wait(), keras.layers.Dense(1, activation="sigmoid")])
        model.compile("sgd", "binary_crossentropy", run_eagerly=True)
        answer = function(model, (np.ones((96, 1), "float32"), np.ones(96)), epochs)
        each = len(calls) // epochs or 1  # calls of an epoch, however its batches are cut
        firsts, lasts = calls[::each], calls[each - 1 :: each]
        return sum(last[1] - first[0] for first, last in zip(firsts, lasts, strict=False)), answer


def _shared(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return bool(np.shares_memory(one, other))
    if isinstance(weights := getattr(one, "weights", None), list) and weights:  # models with a layer in common
        others = {id(weight) for weight in getattr(other, "weights", ())}
        return any(id(weight) in others for weight in weights)
    if (figure := getattr(one, "figure", None)) is not None:
        return figure is getattr(other, "figure", None)
    # Text, numbers and None are no copies, and need be none.
    return one is other and (isinstance(one, dict) or hasattr(one, "__dict__"))
