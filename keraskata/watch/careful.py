"""Keeps the watch screen open when an action fails, for example because the disk is full, and lets it close calmly."""

import functools
from collections.abc import Callable
from typing import Any, Protocol

from textual.css.query import NoMatches

from keraskata.curriculum import CurriculumError


class Saying(Protocol):
    """A screen that can show a message."""

    def say(self, text: str) -> None:
        """Show a message in the state line."""


def careful(action: Callable[..., None]) -> Callable[..., None]:
    """Let the screen, the first argument, show what did not work, and stay open."""

    @functools.wraps(action)
    def tried(screen: Saying, *args: Any, **options: Any) -> None:
        try:
            action(screen, *args, **options)
        except (CurriculumError, OSError) as error:
            screen.say(f"That did not work: {error}")
        except NoMatches:  # the program is being closed, and parts of its screen are gone
            return

    return tried
