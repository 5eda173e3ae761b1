"""What is remembered of a learner: the hints that they were shown, where they gave up, and where they are."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field

from keraskata.curriculum import STEPS, Exercise, Kit

PLACE = "learner.json"


@dataclass
class Learner:
    """What was shown, by the id of the exercise: `hints` counts them. `at` is the exercise at hand, "" for none."""

    hints: dict[str, int] = field(default_factory=dict)
    given_up: list[str] = field(default_factory=list)
    at: str = ""


def load(kit: Kit) -> Learner:
    """What is remembered in this kit; a file that is missing or damaged remembers nothing."""
    try:
        found = json.loads((kit.memory / PLACE).read_text(encoding="utf-8"))
        hints = {name: count for name, count in found["hints"].items() if isinstance(count, int) and count > 0}
        return Learner(hints, [name for name in found["given_up"] if isinstance(name, str)], str(found.get("at", "")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Learner()


def save(kit: Kit, learner: Learner) -> None:
    """Remember it, whole or not at all. Raises OSError."""
    place = kit.memory / PLACE
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(asdict(learner), indent=1), encoding="utf-8")
    draft.replace(place)


def next_hints(kit: Kit, exercise: Exercise) -> range:
    """Which of an exercise's hints come next, counted from 0: one further each time, and all where all were seen.

    It is remembered. Raises OSError.
    """
    learner = load(kit)
    before = learner.hints.get(exercise.id, 0)
    steps = range(len(STEPS)) if before >= len(STEPS) else range(before, before + 1)
    learner.hints[exercise.id] = steps.stop
    save(kit, learner)
    return steps


def give_up(kit: Kit, exercise: Exercise) -> None:
    """Remember that the solution was shown before the exercise passed. Raises OSError."""
    learner = load(kit)
    if exercise.id not in learner.given_up:
        learner.given_up.append(exercise.id)
        save(kit, learner)


def stands_at(kit: Kit, exercise: Exercise) -> None:
    """Remember which exercise is at hand; a folder that cannot be written to remembers nothing."""
    learner = load(kit)
    if learner.at != exercise.id:
        learner.at = exercise.id
        with contextlib.suppress(OSError):
            save(kit, learner)
