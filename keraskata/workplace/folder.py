"""Makes a folder for a learner to work in, and renews its stubs; graders and solutions stay inside the engine."""

import contextlib
import os
from pathlib import Path

from keraskata import __version__
from keraskata.curriculum import WORKPLACE, CurriculumError, Kit, kit_root, load, shipped
from keraskata.learner import stubs
from keraskata.source.writing import write_whole
from keraskata.workplace.outcome import Outcome, to_write

NEWEST = "pipx upgrade keraskata (or: uv tool upgrade keraskata, or: pip install -U keraskata)"
_BESIDE = {  # settings for pytest, editors and git; a file that is there already stays
    "pytest.ini": "[pytest]\ntestpaths = exercises\n",
    ".gitignore": ".kata/\n.pytest_cache/\n__pycache__/\n",
    ".vscode/settings.json": '{\n  "python.testing.pytestEnabled": true,\n'
    '  "python.testing.pytestArgs": ["exercises"]\n}\n',
}


def make(folder: Path) -> list[Path]:
    """Write a workplace; return the files that were there and stay. Raises CurriculumError before it writes."""
    folder = folder.absolute()
    if around := kit_root(folder):
        what = "has its exercises already: `kata` begins" if around == folder else "is around it: choose another place"
        raise CurriculumError(f"No second kit here: {around} {what}.")
    kit = load(shipped())
    files = {f"exercises/{exercise.id}.py": stubs.text(kit, exercise) for exercise in kit.exercises.values()}
    for name, content in files.items():
        if os.path.lexists(folder / name) and not _holds(folder / name, content):
            raise CurriculumError(f"{folder / name} is there already and is not overwritten: choose another folder.")
    beside = {name: text.encode() for name, text in _BESIDE.items()}
    for name, content in (files | beside).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError), (folder / name).open("xb") as file:
            file.write(content)
    write_marker(folder, {name: stubs.digest(stubs.text(kit, exercise)) for name, exercise in kit.exercises.items()})
    return [folder / name for name, content in beside.items() if not _holds(folder / name, content)]


def write_marker(folder: Path, digests: dict[str, str]) -> None:
    """Write, as the last file, the marker of a workplace: the kit's version, and the stubs that it was given."""
    head = f'# Made by `kata init`: it tells `kata` that you work here. Do not edit it.\nversion = "{__version__}"\n'
    write_whole(folder / WORKPLACE, (head + stubs.as_toml(digests)).encode())


def version_of(kit: Kit) -> str:
    """Return the version that a workplace was made or last updated with; "" if it is not known."""
    import tomllib

    try:
        return str(tomllib.loads((kit.root / WORKPLACE).read_text(encoding="utf-8")).get("version", ""))
    except (OSError, ValueError):
        return ""


def renew(kit: Kit) -> Outcome:
    """Replace the untouched stubs of a workplace by those that the package has now. Raises OSError."""
    outcome, given = Outcome(), stubs.listed(kit)
    new = {name: stubs.text(kit, exercise) for name, exercise in kit.exercises.items()}
    for place, content in to_write(kit.root, new, given, outcome).items():
        write_whole(kit.root / place, content)  # each whole or not at all, so that a stopped update can be repeated
    digests = {name: stubs.digest(content) for name, content in new.items()}
    if digests != given or version_of(kit) != __version__:
        write_marker(kit.root, digests)
    outcome.notes.append(f"The exercises are those of keraskata {__version__}. The newest package: {NEWEST}.")
    return outcome


def _holds(place: Path, content: bytes) -> bool:
    try:
        return place.read_bytes() == content
    except OSError:
        return False
