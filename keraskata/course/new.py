"""Begins an exercise: writes files for an author to fill in, and overwrites none.

The templates are a small exercise that works. Marks show what an author replaces; `kata check` names each mark.
"""

import keyword
import os
import re
from pathlib import Path
from string import Template

from keraskata.curriculum import CURRICULUM, PACKAGED, CurriculumError, Exercise, Kit, kit_root, load, section_files
from keraskata.source.writing import write_whole

MARK = "FILL IN: "
_TEMPLATES = Path(__file__).parent / "templates"
_SECTION, _EXERCISE = re.compile(r"s[0-9]{2}_[a-z0-9_]+"), re.compile(r"[a-z][a-z0-9_]*")
_NAMES = (
    "An exercise is named SECTION/EXERCISE, such as s01_words/count_vowels: a section begins with s, two digits and _; "
    "all else is small letters, digits and _; and the exercise is no keyword of Python, for a function has its name."
)


def begin(kit: Kit, name: str) -> dict[Path, str]:
    """Write the files of a new exercise, and of its section if that is new; return each file with a description.

    Raises CurriculumError before anything is written, and OSError.
    """
    exercise = _named(kit, name)
    words = {"section": exercise.section, "name": exercise.name}
    files = {place: _template(template, words) for place, template in _places(kit, exercise).items()}
    if there := [place for place, text in files.items() if os.path.lexists(place) and not _holds(place, text)]:
        raise CurriculumError(
            f"{there[0]} is there already, and nothing is overwritten: choose another name, or move that file away."
        )
    for place, text in files.items():
        write_whole(place, text.encode())
    listed = kit.content / CURRICULUM / f"{exercise.section}.toml"
    head = listed.read_bytes() if listed.exists() else _template("section.toml", words).encode()
    block = _template("exercise.toml", words).encode()
    write_whole(listed, head + (b"" if head.endswith(b"\n") else b"\n") + block)  # last: this makes it an exercise
    return {
        listed: "the exercise in the curriculum: its title, what learners write, hints",
        kit.stub(exercise): "the stub, which learners open",
        kit.solution(exercise): "the solution",
        kit.grader(exercise): "the grader",
        kit.answers(exercise): "right and wrong answers that test the grader",
    }


def authors_kit() -> Kit:
    """Return the kit around the working folder, or a new one in an empty folder. Raises CurriculumError elsewhere."""
    here = Path.cwd()
    root = kit_root(here)
    if root and root != PACKAGED and section_files(root):
        return load(root)
    if root or any(not place.name.startswith(".") for place in here.iterdir()):
        raise CurriculumError("This is for authors: run it in your own kit, or in an empty folder, which becomes one.")
    return Kit(here, here, {}, {})


def _named(kit: Kit, name: str) -> Exercise:
    """Return the exercise to begin. Raises CurriculumError if the name is not valid, or belongs to another."""
    section, _, short = name.partition("/")
    if not (_SECTION.fullmatch(section) and _EXERCISE.fullmatch(short)) or keyword.iskeyword(short):
        raise CurriculumError(f"{name} is no name for an exercise. {_NAMES}")
    if name in kit.exercises:
        raise CurriculumError(f"{name} is there already, and nothing is overwritten: `kata check` says what it lacks.")
    if (same := kit.section(section.split("_")[0])) not in ("", section):
        raise CurriculumError(f"The section {same} has that number already: choose another, or write {same}/{short}.")
    return Exercise(section, short, "", (), ())


def _places(kit: Kit, exercise: Exercise) -> dict[Path, str]:
    """Return each file of an exercise, with its template."""
    return {
        kit.stub(exercise): "stub.txt",
        kit.solution(exercise): "solution.txt",
        kit.grader(exercise): "grader.txt",
        kit.answers(exercise) / "right_first.py": "right_answer.txt",
        kit.answers(exercise) / "wrong_first.py": "wrong_answer.txt",
    }


def _template(name: str, words: dict[str, str]) -> str:
    return Template((_TEMPLATES / name).read_text(encoding="utf-8")).substitute(words)


def _holds(place: Path, text: str) -> bool:
    """Return whether a file has that text already, from a run that was stopped."""
    return place.is_file() and place.read_bytes() == text.encode()
