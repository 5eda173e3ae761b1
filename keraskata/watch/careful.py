"""For what a learner asks of the watch screen: a disk that refuses it is no reason to leave."""

import functools
from collections.abc import Callable
from typing import Any, Protocol

from keraskata.curriculum import CurriculumError


class Saying(Protocol):
    """A screen that can say something."""

    def say(self, text: str) -> None:
        """Say it in the line of the state."""


def careful(action: Callable[..., None]) -> Callable[..., None]:
    """Let the screen, which is the first argument, say what did not work, and stay."""

    @functools.wraps(action)
    def tried(screen: Saying, *args: Any, **options: Any) -> None:
        try:
            action(screen, *args, **options)
        except (CurriculumError, OSError) as error:
            screen.say(f"That did not work: {error}")

    return tried
