"""Reads the sections and exercises of the folder `curriculum/`, and knows where their files lie.

A section is one TOML file, such as `curriculum/s01_words.toml`; sections are in the order of these names. In a clone
everything lies in one folder. A wheel carries the kit's content inside the engine, and `kata init` makes a workplace:
a folder with exercises/ and a marker file.
"""

import tomllib
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from keraskata.exercise import Exercise as Exercise
from keraskata.variants import Varies

CURRICULUM, WORKPLACE = "curriculum", "keraskata.toml"
SECTIONS = f"{CURRICULUM}/s[0-9][0-9]_*.toml"  # a folder with such files is a kit
OLDER = "curriculum.toml"  # the form of a kit until 2026; see `_refuse_an_older_form`
PACKAGED = Path(__file__).parent / "kit"  # in a wheel only
STEPS = ("nudge", "idea", "nearly")  # the hints of an exercise, in order


class CurriculumError(Exception):
    """The kit cannot be found, or a file of its curriculum is wrong; the message says what to do."""


@dataclass(frozen=True)
class Kit:
    """A curriculum with its three trees; `lessons` holds the introduction to each section.

    `root` is the learner's folder, with exercises/ and the learner's records in .kata/. `content` holds the rest; in a
    clone it is the same folder. `hints` has, for each exercise, a text per step; a text that the author has left out is
    empty.
    """

    root: Path
    content: Path
    sections: dict[str, str]
    exercises: dict[str, Exercise]
    lessons: dict[str, str] = field(default_factory=dict)
    hints: dict[str, tuple[str, ...]] = field(default_factory=dict)
    graders: Path | None = None  # a folder to use instead of the kit's own graders/

    def private(self, graders: Path) -> "Kit":
        """Return a kit of the exercises for which an instructor has checks in the folder `graders`, with those checks.

        Raises CurriculumError if a grader there belongs to no exercise.
        """
        own = {name: exercise for name, exercise in self.exercises.items() if _grader(graders, exercise).is_file()}
        stray = set(graders.rglob("test_*.py")) - {_grader(graders, exercise) for exercise in own.values()}
        if stray:
            raise CurriculumError(f"{min(stray)} belongs to no exercise: it should be SECTION/test_EXERCISE.py.")
        return replace(self, graders=graders, exercises=own)

    def stub(self, exercise: Exercise) -> Path:
        return self.root / "exercises" / f"{exercise.id}.py"

    def solution(self, exercise: Exercise) -> Path:
        return self.content / "solutions" / f"{exercise.id}.py"

    def grader(self, exercise: Exercise) -> Path:
        return _grader(self.graders or self.content / "graders", exercise)

    @property
    def has_solutions(self) -> bool:
        """Whether the solutions are here; a graded course may keep them."""
        return self.trees[1].is_dir()

    @property
    def is_workplace(self) -> bool:
        """Whether `kata init` made the folder, and the engine holds the rest."""
        return self.root != self.content

    @property
    def memory(self) -> Path:
        """The folder for the learner's records; without a workplace, an installed kit keeps them in the user's home."""
        return Path.home() / ".cache" / "keraskata" if self.root == PACKAGED else self.root / ".kata"

    @property
    def verdicts(self) -> Path:
        """The folder for verdicts; those of private checks stay beside the checks, which they reveal."""
        return (self.graders / ".kata" if self.graders else self.memory) / "verdicts"

    def answers(self, exercise: Exercise) -> Path:
        return self.content / "tests" / "answers" / exercise.id

    def exercise_at(self, path: Path) -> Exercise | None:
        """Return the exercise whose file `path` is, in `exercises/` or `solutions/`; None for any other file."""
        for tree in self.trees:
            if path.is_relative_to(tree):
                name = path.relative_to(tree).as_posix()
                return self.exercises.get(name.removesuffix(".py")) if name.endswith(".py") else None
        return None

    @property
    def trees(self) -> tuple[Path, Path]:
        """The folders that pytest grades: the learner's exercises, and the solutions."""
        return self.root / "exercises", self.content / "solutions"

    def find(self, name: str) -> Exercise:
        """Return the exercise with this name: SECTION/EXERCISE, its file, or EXERCISE alone if only one has that name.

        SECTION may be a number, as for `section`. Raises CurriculumError with the nearest names, or a section's own.
        """
        path = Path(name.removesuffix(".py"))
        section = "" if path.parent.name == "exercises" else path.parent.name
        inside = [e for e in self.exercises.values() if not section or e.section == self.section(section)]
        if len(found := [exercise for exercise in inside if exercise.name == path.name]) == 1:
            return found[0]
        close = get_close_matches(path.name, [exercise.name for exercise in self.exercises.values()], n=1)
        near = [e.id for e in self.exercises.values() if e.section == self.section(name) or e.name in close]
        near = near or get_close_matches(path.name, self.sections, n=1) or get_close_matches(name, self.exercises, n=3)
        advice = f" Did you mean {' or '.join(near)}?" if near else " `kata list` shows them all."
        raise CurriculumError(f"There is no exercise {f'{section}/{path.name}'.lstrip('/')}.{advice}")

    def section(self, name: str) -> str:
        """Return the section with this name or number, such as s06, or the only one that begins so; else "".

        A path to its folder names it, too.
        """
        name = Path(name).name
        found = [section for section in self.sections if name and section.startswith(name)]
        return name if name in found else found[0] if len(found) == 1 else ""

    def exercises_of(self, sections: list[str]) -> list[Exercise]:
        """Return the exercises of some sections, by name or number. Raises CurriculumError for an unknown section."""
        found = [self.section(name) for name in sections]
        if "" in found:
            unknown = sections[found.index("")]
            near = get_close_matches(unknown, self.sections, n=1)
            advice = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(self.sections)}."
            raise CurriculumError(f"There is no section {unknown}. {advice}")
        return [exercise for exercise in self.exercises.values() if exercise.section in found]


def _grader(folder: Path, exercise: Exercise) -> Path:
    return folder / exercise.section / f"test_{exercise.name}.py"


def kit_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that holds a curriculum, or is a workplace."""
    start = start.absolute()
    return next((folder for folder in (start, *start.parents) if marker(folder)), None)


def marker(folder: Path) -> Path | None:
    """Return the file that makes `folder` a kit or a workplace; None if it is neither."""
    workplace = folder / WORKPLACE
    return next(iter(section_files(folder)), workplace if workplace.is_file() else None)


def section_files(folder: Path) -> list[Path]:
    """Return the files of a kit's sections, in their order; none if `folder` holds no curriculum."""
    return sorted(folder.glob(SECTIONS))


def default_root() -> Path:
    """Return the kit around the working folder, or else the one that this engine was cloned or installed with."""
    root = kit_root(Path.cwd())
    if root is None:
        _refuse_an_older_form(Path.cwd())
        root = kit_root(PACKAGED)
    if root is None:
        raise CurriculumError("No curriculum/ with sections is here or above: run this in the kit that you cloned.")
    return root


def _refuse_an_older_form(start: Path) -> None:
    """Raise CurriculumError for a course that still has all of its sections in one file: none would be found."""
    if found := next((place for folder in (start, *start.parents) if (place := folder / OLDER).is_file()), None):
        raise CurriculumError(
            f"{found} has an older form. Give each of its sections its own file, such as "
            f"{CURRICULUM}/s01_words.toml, and its exercises their hints: docs/own-exercise.md shows one."
        )


def learners_root() -> Path:
    """Return the kit with the learner's own files. Raises CurriculumError if only an installed engine has one."""
    root = default_root()
    if root == PACKAGED:
        raise CurriculumError("There are no exercises here: `kata init my-keras` makes a folder with them; work there.")
    return root


def authors_root() -> Path:
    """Return the kit for authors to change. Raises CurriculumError if graders and solutions belong to the engine."""
    root = default_root()
    if root == PACKAGED or not section_files(root):
        raise CurriculumError(
            "This is for authors: no curriculum/ with sections is here or above. Run it in your own kit, "
            "or begin one in an empty folder: kata new s01_words/count_vowels"
        )
    return root


@cache
def load(root: Path) -> Kit:
    """Read the curriculum of the kit at `root`. Raises CurriculumError if a file cannot be read or lacks something."""
    content = root if section_files(root) else shipped()
    kit = Kit(root, content, {}, {})
    for place in section_files(content):
        try:
            _add(kit, place.stem, tomllib.loads(place.read_text(encoding="utf-8")))
        except (ValueError, OSError) as error:
            raise CurriculumError(f"{place} cannot be read: {error}") from error
        except KeyError as error:
            raise CurriculumError(f"{place}: a block lacks {error}") from error
        except (AttributeError, TypeError) as error:  # a text or a number in place of a table, or the other way round
            raise CurriculumError(
                f"{place}: an [[exercise]] is a table, and its [exercise.hints] are the texts {', '.join(STEPS)}"
            ) from error
    return kit


def _add(kit: Kit, section: str, table: dict[str, Any]) -> None:
    """Add the content of a section's file to a kit."""
    kit.sections[section] = table["title"]
    kit.lessons[section] = table.get("lesson", "").strip()
    for block in table.get("exercise", []):
        signatures, defects = tuple(block["signatures"]), tuple(block.get("defects", ()))
        varies = tuple(Varies.of(name, what) for name, what in block.get("varies", {}).items())
        exercise = Exercise(section, block["name"], block["title"], signatures, defects, block.get("book", ""), varies)
        kit.exercises[exercise.id] = exercise
        if "hints" in block:
            kit.hints[exercise.id] = tuple(block["hints"].get(step, "").strip("\n") for step in STEPS)


def shipped() -> Path:
    """Return the folder with the content that came with this engine: inside a wheel, or the clone around it."""
    return PACKAGED if PACKAGED.is_dir() else PACKAGED.parent.parent
