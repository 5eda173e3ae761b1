"""What is remembered of a learner: the hints that they were shown, where they gave up, and where they are."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from keraskata.curriculum import STEPS, Exercise, Kit

PLACE = "learner.json"
_unwritten: dict[Path, tuple["Learner", str]] = {}  # what this process could not write, and why


@dataclass
class Learner:
    """What was shown, by the id of the exercise: `hints` counts them. `at` is the exercise at hand, "" for none."""

    hints: dict[str, int] = field(default_factory=dict)
    given_up: list[str] = field(default_factory=list)
    at: str = ""


def load(kit: Kit) -> Learner:
    """What is remembered in this kit; a file that is missing or damaged remembers nothing."""
    if kit.root in _unwritten:
        return _unwritten[kit.root][0]
    try:
        found = json.loads((kit.memory / PLACE).read_text(encoding="utf-8"))
        hints = {name: count for name, count in found["hints"].items() if isinstance(count, int) and count > 0}
        return Learner(hints, [name for name in found["given_up"] if isinstance(name, str)], str(found.get("at", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Learner()


def save(kit: Kit, learner: Learner) -> None:
    """Remember it, whole or not at all; where it cannot be written, as long as this process lives."""
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
    """Why what is remembered could not be written; "" where it could."""
    return _unwritten[kit.root][1] if kit.root in _unwritten else ""


def next_hints(kit: Kit, exercise: Exercise) -> range:
    """Which of an exercise's hints come next, counted from 0: one further each time, and all where all were seen.

    It is remembered.
    """
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


def stands_at(kit: Kit, exercise: Exercise) -> None:
    """Remember which exercise is at hand."""
    learner = load(kit)
    if learner.at != exercise.id:
        learner.at = exercise.id
        save(kit, learner)
