"""Notices saves. The system's file watches say so at once; it looks at the files as well, now and then.

For saves can be silent: in containers, on network drives, and where a system has run out of file watches.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from keraskata.curriculum import Exercise, Kit

_STEP_MS, _DEBOUNCE_MS = 20, 200  # how long a save may take to settle; watchfiles' own are made for builds
_BESIDE_SECONDS, _ALONE_SECONDS = 2.0, 0.5  # between two looks, with file watches and without


class Saves:
    """The exercises whose files change, one after the other.

    `problem` says why there are no file watches, where they should be there; `tell` is called when that is so.
    """

    def __init__(self, kit: Kit, poll: bool, tell: Callable[[], None]) -> None:
        self.problem = ""
        self._kit, self._poll, self._tell = kit, poll, tell
        self._folder = kit.root / "exercises"
        self._known = self._look()

    async def follow(self) -> AsyncIterator[list[Exercise]]:
        """What was saved, again and again; it ends with who asks."""
        while True:
            try:
                if not self._poll and self._folder.is_dir():
                    async for named in self._noticed():
                        if saved := self._saved(named):
                            yield saved
            except Exception as error:  # watchfiles is a binary: it can lack in any way
                self._poll = True
                why = "no file watches left" if "limit" in str(error) else f"no file watches: {error}"[:60]
                self.problem = f"{why}; it looks twice a second"
                self._tell()
            await asyncio.sleep(_ALONE_SECONDS)
            if saved := self._saved(set()):
                yield saved

    async def _noticed(self) -> AsyncIterator[set[str]]:
        """The ids of what the system says was changed, or nothing every while, as long as the folder is the same."""
        from watchfiles import awatch

        folder = self._folder.resolve()  # macOS names files by their real place
        watched = folder.stat().st_ino
        pause = int(_BESIDE_SECONDS * 1000)
        events = awatch(folder, step=_STEP_MS, debounce=_DEBOUNCE_MS, rust_timeout=pause, yield_on_timeout=True)
        async with contextlib.aclosing(events):
            async for changes in events:
                paths = [Path(path) for _, path in changes]
                found = [self._kit.exercise_at(self._folder / path.relative_to(folder)) for path in paths]
                yield {exercise.id for exercise in found if exercise}
                if not folder.is_dir() or folder.stat().st_ino != watched:
                    return

    def _saved(self, named: set[str]) -> list[Exercise]:
        """What was named, and what looks otherwise than the last time."""
        before, self._known = self._known, self._look()
        changed = named | {name for name, state in self._known.items() if state != before[name]}
        return [exercise for name, exercise in self._kit.exercises.items() if name in changed]

    def _look(self) -> dict[str, tuple[int, int, int] | None]:
        return {name: _state(self._kit.stub(exercise)) for name, exercise in self._kit.exercises.items()}


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
