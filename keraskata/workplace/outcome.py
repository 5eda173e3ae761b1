"""Decides which stubs an update writes, and records what it did."""

from dataclasses import dataclass, field
from pathlib import Path

from keraskata.learner import stubs


@dataclass
class Outcome:
    """The result of an update, by paths of exercises/: stubs that are new or were missing, and work that was kept."""

    renewed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def to_write(root: Path, new: dict[str, bytes], given: dict[str, str], outcome: Outcome) -> dict[Path, bytes]:
    """Return the new stubs to write: those whose file is missing, or is still the stub that was `given`.

    Raises CurriculumError if something other than a file is in the place of one.
    """
    texts = {}
    paths = {name: Path(f"exercises/{name}.py") for name in [*new, *given]}
    stubs.refuse_in_the_way(root, [stubs.in_the_way(root / paths[name]) for name in new])
    for name, content in new.items():
        place, wanted = root / paths[name], stubs.digest(content)
        found = stubs.digest(place.read_bytes()) if place.exists() else None
        if found == wanted:
            continue
        if found is not None and found != given.get(name):
            if wanted != given.get(name):
                outcome.kept.append(paths[name].as_posix())
            continue
        texts[paths[name]] = content
        how = outcome.renewed if found else outcome.missing if name in given else outcome.added
        how.append(paths[name].as_posix())
    outcome.gone += [paths[name].as_posix() for name in given if name not in new and (root / paths[name]).exists()]
    return texts
