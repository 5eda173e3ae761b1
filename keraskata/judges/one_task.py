"""What a judge's process does with one submission, whatever started the process."""

import contextlib
import importlib
import socket
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import msgpack

from keraskata.backend import startup
from keraskata.backend.needed import imports_large
from keraskata.curriculum import Kit, load
from keraskata.grading.run import GradingFailed, grade
from keraskata.printable import brief
from keraskata.results import Result
from keraskata.subject import channel
from keraskata.subject.submission import Subjects
from keraskata.verdicts import cache

MAX_TASK = 100_000_000
_Graded = Callable[[], list[Result]]
_IMPORTED = (
    "keraskata.expect",
    "keraskata.boundary.keras_models",
    "matplotlib.pyplot",
    "hypothesis.strategies",
    "pandas",
    "scipy.special",
    "sklearn.metrics",
)


def kits_of(root: str, private: str) -> list[Kit]:
    """Return the kit in a folder, and after it that of the private graders in another ("" for none)."""
    kit = load(Path(root))
    return [kit, *([kit.private(Path(private))] if private else [])]


def needs_large(kits: list[Kit]) -> bool:
    """Return whether a grader or a solution of these kits imports Keras or another large package."""
    places = (
        place
        for kit in kits
        for exercise in kit.exercises.values()
        for place in (kit.grader(exercise), kit.solution(exercise))
    )
    return any(imports_large(place.read_bytes()) for place in places if place.is_file())


def import_what_judges_need(kit: Kit, large: bool) -> None:
    """Import what pytest needs, and with `large` Keras and other slow packages.

    Raises ImportError or ValueError where Keras' backend is missing.
    """
    startup.prepare()
    cache.surroundings(kit)  # of the engine that is imported here, and not of one that replaces it later
    with startup.imports():
        if large:
            startup.start_keras()
            for name in _IMPORTED:
                importlib.import_module(name)
        with contextlib.suppress(GradingFailed):
            grade(kit, [])  # nothing: but what it needs is imported


def grade_task(
    sock: socket.socket,
    kits: list[Kit],
    subjects: Subjects,
    number: int,
    files: dict[str, bytes | None],
    seed: int,
    fresh: bool,
    variant: int,
) -> None:
    """Grade a task, [number, {exercise: content}, seed, fresh, variant], and send each result, then the end.

    The messages are ["exercise", number, result], and last ["done", number, ""], ["broken", number, why], or
    ["grader broken", number, why].
    """

    def seen(result: Result) -> None:
        if result.whole:  # pytest may have broken before its last check
            tell(sock, "exercise", number, result.to_dict())

    kit, *private = kits
    broken = list[str]()
    with tempfile.TemporaryDirectory(prefix="kata-") as folder:
        targets = []
        for name, content in files.items():
            path = Path(folder) / f"{name}.py"
            targets.append((kit.exercises[name].of(variant), path))
            if content is not None:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
        try:
            if not private:
                grade(kit, targets, seed=seed, fresh=fresh, seen=seen, subjects=subjects)
            for target in targets if private else ():
                public, *hidden = (
                    partial(grade, each, [target], seed=seed, fresh=fresh, subjects=subjects)
                    for each in kits
                    if target[0].id in each.exercises
                )
                broken += _of_both(public, hidden, seen, files[target[0].id] is None)
        except GradingFailed as error:
            tell(sock, "grader broken" if error.in_grader else "broken", number, str(error))
        else:
            tell(sock, "grader broken" if broken else "done", number, "; ".join(broken))


def _of_both(public: _Graded, hidden: Sequence[_Graded], seen: Callable[[Result], None], is_open: bool) -> list[str]:
    """Let an exercise be `seen` with its private checks; return why these cannot be read, if so.

    Then it has no result, unless it is open: what its other checks are worth has to be known.
    """
    (result,) = public()
    try:
        seen(_joined(result, *(own for grade_hidden in hidden for own in grade_hidden())))
    except GradingFailed as error:
        if not error.in_grader:
            raise
        if is_open:
            seen(result)
        return [f"your own checks of {result.exercise} cannot be read: {brief(str(error))}"]
    return []


def _joined(public: Result, *private: Result) -> Result:
    """Join to one result: private checks come last, in a process of their own, so that no other check reveals them."""
    hidden = [replace(check, hidden=True) for result in private for check in result.checks]
    most = public.max_points + sum(result.max_points for result in private)
    return replace(public, checks=[*public.checks, *hidden], max_points=most)


def tell(sock: socket.socket, what: str, number: int, content: Any) -> None:
    """Send one of those answers. Raises Broken where the client is gone."""
    channel.send(sock, msgpack.packb([what, number, content]))
