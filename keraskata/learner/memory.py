"""Remembers of a learner the hints that they saw, the exercises that they gave up or did, and the one at hand."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from keraskata.curriculum import STEPS, Exercise, Kit

PLACE = "learner.json"
_unwritten: dict[Path, tuple["Learner", str]] = {}  # what this process could not write, and why


@dataclass
class Learner:
    """What was shown, by exercise id: `hints` counts the hints. `at` is the exercise at hand, "" for none.

    `done` has the day, as 2026-12-05, on which an exercise was first seen to be done; "" where it was done before.
    """

    hints: dict[str, int] = field(default_factory=dict)
    given_up: list[str] = field(default_factory=list)
    at: str = ""
    done: dict[str, str] = field(default_factory=dict)


def load(kit: Kit) -> Learner:
    """Return what is remembered in this kit: nothing if the file is missing or damaged."""
    if kit.root in _unwritten:
        return _unwritten[kit.root][0]
    try:
        found = json.loads((kit.memory / PLACE).read_text(encoding="utf-8"))
        hints = {name: count for name, count in found["hints"].items() if isinstance(count, int) and count > 0}
        given_up = [name for name in found["given_up"] if isinstance(name, str)]
        done = {name: day for name, day in found.get("done", {}).items() if isinstance(day, str)}
        return Learner(hints, given_up, str(found.get("at", "")), done)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Learner()


def save(kit: Kit, learner: Learner) -> None:
    """Write what is remembered, whole or not at all; if it cannot be written, this process alone remembers it."""
    place = kit.memory / PLACE
    draft = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(learner), indent=1), encoding="utf-8")
        draft.replace(place)
    except OSError as error:
        _unwritten[kit.root] = learner, error.strerror or str(error)
    else:
        _unwritten.pop(kit.root, None)


def unwritten(kit: Kit) -> str:
    """Return why the memory could not be written; "" if it was."""
    return _unwritten[kit.root][1] if kit.root in _unwritten else ""


def next_hints(kit: Kit, exercise: Exercise) -> range:
    """Return and remember which hints come next, counted from 0: one more each time, and all if all were seen."""
    learner = load(kit)
    before = learner.hints.get(exercise.id, 0)
    steps = range(len(STEPS)) if before >= len(STEPS) else range(before, before + 1)
    learner.hints[exercise.id] = steps.stop
    save(kit, learner)
    return steps


def give_up(kit: Kit, exercise: Exercise) -> None:
    """Remember that the solution was shown before the exercise passed."""
    learner = load(kit)
    if exercise.id not in learner.given_up:
        learner.given_up.append(exercise.id)
        save(kit, learner)


def first_done(kit: Kit, exercises: Iterable[str], day: str) -> None:
    """Remember the day of exercises that are done for the first time."""
    learner = load(kit)
    if new := {name: day for name in exercises if name not in learner.done}:
        learner.done |= new
        save(kit, learner)


def stands_at(kit: Kit, exercise: Exercise) -> None:
    """Remember which exercise is at hand."""
    learner = load(kit)
    if learner.at != exercise.id:
        learner.at = exercise.id
        save(kit, learner)
