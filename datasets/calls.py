"""For graders, to be used in the subject: calls a function twice, and says what is not new in its answers."""

from collections.abc import Callable
from typing import Any

import numpy as np


class TwoCalls:
    """Calls a function twice with the same arguments."""

    def shared(self, function: Callable[..., Any], *arguments: Any) -> str:
        """Return "argument" if the answer is an argument or part of one, "answer" if both answers are one, else ""."""
        first, second = function(*arguments), function(*arguments)
        if any(_shared(answer, argument) for answer in (first, second) for argument in arguments):
            return "argument"
        return "answer" if _shared(first, second) else ""


def _shared(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return bool(np.shares_memory(one, other))
    return one is other and hasattr(one, "__dict__")  # text, numbers and None are no copies, and need be none
