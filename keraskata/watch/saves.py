"""Notices saves. The system's file watches report them at once; the files are checked regularly as well.

Some saves are not reported: in containers, on network drives, and if a system has run out of file watches.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterable
from pathlib import Path

from keraskata.curriculum import Exercise, Kit
from keraskata.verdicts import cache

_STEP_MS, _DEBOUNCE_MS = 20, 200  # how long a save may take; watchfiles' defaults are made for builds
_BESIDE_SECONDS, _ALONE_SECONDS = 2.0, 0.5  # between two checks of the files, with file watches and without


def taken(kit: Kit, changed: Iterable[Exercise], current: Exercise) -> Exercise | None:
    """Return the exercise that a save brings: the current one, or the only other one that is there.

    Several others at a time are no save: git brings them, or an update.
    """
    if current in (changed := list(changed)):
        return current
    there = [exercise for exercise in changed if kit.stub(exercise).exists()]
    return there[0] if len(there) == 1 else None


class Saves:
    """The exercises whose files change, one after the other.

    `problem` says why there are no file watches although they were wanted; `tell` is called when it is set. `outdated`
    says that the kit was updated: then an empty list comes, once.
    """

    def __init__(self, kit: Kit, poll: bool, tell: Callable[[], None]) -> None:
        self.problem, self.outdated = "", False
        self._kit, self._poll, self._tell = kit, poll, tell
        self._folder = kit.root / "exercises"
        self._known, self._kit_was = self._look(), cache.state(kit)

    async def follow(self) -> AsyncIterator[list[Exercise]]:
        """Yield what was saved, until the caller stops."""
        while True:
            try:
                if not self._poll and self._folder.is_dir():
                    async for named in self._noticed():
                        if (saved := self._saved(named)) or (not named and self._updated()):
                            yield saved
            except Exception as error:  # watchfiles is a binary: it can fail in any way
                self._poll = True
                why = "no file watches left" if "limit" in str(error) else f"no file watches: {error}"[:60]
                self.problem = f"{why}; it looks twice a second"
                self._tell()
            await asyncio.sleep(_ALONE_SECONDS)
            if (saved := self._saved(set())) or self._updated():
                yield saved

    async def _noticed(self) -> AsyncIterator[set[str]]:
        """Yield ids of what the system reports as changed, regularly an empty set, while the folder is the same."""
        from watchfiles import awatch

        folder = self._folder.resolve()  # macOS reports files by their real path
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
        """Return the exercises that were named or look different from the last time."""
        before, self._known = self._known, self._look()
        changed = named | {name for name, state in self._known.items() if state != before[name]}
        return [exercise for name, exercise in self._kit.exercises.items() if name in changed]

    def _updated(self) -> bool:
        """Return whether the kit has been updated since the last time that it was asked."""
        before, self.outdated = self.outdated, self.outdated or cache.state(self._kit) != self._kit_was
        return self.outdated and not before

    def _look(self) -> dict[str, tuple[int, int, int] | None]:
        return {name: _state(self._kit.stub(exercise)) for name, exercise in self._kit.exercises.items()}


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
