"""The texts of the cells in an exercise's notebook, in a course and for self-study."""

import re
import tempfile
from pathlib import Path

from keraskata.book.pages import command
from keraskata.curriculum import Exercise, Kit
from keraskata.grading.run import grade
from keraskata.learner import stubs
from keraskata.report.markdown import escaped
from keraskata.results import CheckResult

HOW = """## How you are doing

Run the cell above, then these. They grade what you have written: change it, run it, and run them again. You may add \
cells of your own, above or below; what you only try out there is not graded."""
_DOCSTRING = re.compile(r'\A""".*?"""\n+', re.DOTALL)


def checks_of(kit: Kit) -> dict[str, list[CheckResult]]:
    """Return the checks of each exercise, from grading without any file. Raises GradingFailed."""
    with tempfile.TemporaryDirectory(prefix="kata-") as folder:
        targets = [(exercise, Path(folder) / f"{exercise.name}.py") for exercise in kit.exercises.values()]
        return {result.exercise: result.checks for result in grade(kit, targets)} if targets else {}


def about(kit: Kit, exercise: Exercise, read: str = "") -> str:
    """Return the title and the lesson of the exercise's section, as Markdown, and where to read more."""
    number = list(kit.sections).index(exercise.section) + 1
    title, lesson = kit.sections[exercise.section], kit.lessons.get(exercise.section, "")
    more = f"\n\nMore in the book: {read}" if read else ""
    return f"# {exercise.title}\n\n*Section {number}: {title}*\n\n{lesson}".rstrip() + more


def task(kit: Kit, exercise: Exercise) -> str:
    """Return the task as Markdown that shows it unchanged: stars, underscores and brackets are escaped."""
    return f"## Your task\n\n{escaped(words(kit, exercise))}"


def words(kit: Kit, exercise: Exercise) -> str:
    """Return the task without its last line, the command that opens the book: a page has a link, or no `kata`."""
    return stubs.task(kit, exercise).removesuffix(f"Read: {command(kit, exercise)}").rstrip()


def code(text: str) -> str:
    """Return a file without its docstring; also if it is not valid Python."""
    return _DOCSTRING.sub("", text).strip()


def check_cell(exercise: Exercise, name: str, sentence: str, points: float) -> str:
    """Return the code of a cell that shows one check."""
    worth = f"({points} point{'s' if points != 1 else ''})"
    return f'# {sentence} {worth}\ncheck("{exercise.id}", "{name}")'
