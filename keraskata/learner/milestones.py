"""Small things that say how far a learner has come: a section, what is new since yesterday, a section that is done.

Nothing here asks for anything, and KATA_PROGRESS=0 takes all of it away.
"""

import os
from collections.abc import Mapping
from datetime import date, timedelta

from keraskata.book.pages import pages
from keraskata.curriculum import CurriculumError, Kit
from keraskata.learner import memory
from keraskata.results import Result

VARIABLE = "KATA_PROGRESS"


def wanted() -> bool:
    """Return whether these things are shown; they are, unless the learner has switched them off."""
    return os.environ.get(VARIABLE) != "0"


def begin(kit: Kit, results: Mapping[str, Result]) -> None:
    """Remember what is done already. Nobody knows since when, so it is never said to be new."""
    if wanted():
        memory.first_done(kit, [name for name, result in results.items() if result.done], "")


def since_yesterday(kit: Kit, results: Mapping[str, Result]) -> int:
    """Return how many of the exercises that are done were first done yesterday or today."""
    if not wanted():
        return 0
    days, yesterday = memory.load(kit).done, (date.today() - timedelta(days=1)).isoformat()
    return sum(result.done and days.get(name, "") >= yesterday for name, result in results.items())


def done_in(kit: Kit, results: Mapping[str, Result], section: str) -> tuple[int, int]:
    """Return how many exercises of a section are done, and of how many."""
    names = [exercise.id for exercise in kit.exercises_of([section])]
    return sum(name in results and results[name].done for name in names), len(names)


def reached(kit: Kit, results: Mapping[str, Result], new: Result) -> list[str]:
    """Remember an exercise that is done now, and return lines on its section if nothing in it is open any more."""
    if not (new.done and wanted()):
        return []
    memory.first_done(kit, [new.exercise], date.today().isoformat())
    section = kit.exercises[new.exercise].section
    done, of = done_in(kit, results, section)
    if done < of:
        return []
    points = sum(results[exercise.id].points for exercise in kit.exercises_of([section]))
    lines = [f"Section {number(section)} is done: {kit.sections[section]}, {of} exercises, {points} points."]
    order = list(kit.sections)
    here = order.index(section)
    following = (name for name in (*order[here + 1 :], *order[:here]) if _is_open(kit, results, name))
    if (name := next(following, "")) == "":
        return [*lines, f"Every exercise is done, all {len(kit.exercises)} of them."]
    chapter = f" Its chapter: {command}" if (command := chapter_of(kit, name)) else ""
    return [*lines, f"Next is {number(name)}, {kit.sections[name]}: n goes there.{chapter}"]


def number(section: str) -> str:
    """Return the short name of a section, such as s03."""
    return section.partition("_")[0]


def chapter_of(kit: Kit, section: str) -> str:
    """Return the command that shows a section's chapter of the book; "" if there is none."""
    try:
        return f"kata book {number(section)}" if section in pages(kit) else ""
    except CurriculumError:  # a kit without a book
        return ""


def _is_open(kit: Kit, results: Mapping[str, Result], section: str) -> bool:
    done, of = done_in(kit, results, section)
    return done < of
