"""Makes the table of exercises and the defects of the notes that they correct, from curriculum and defects."""

import tomllib
from typing import Any

from keraskata.curriculum import CURRICULUM, Exercise, Kit

PLACE, DEFECTS = "docs/coverage.md", f"{CURRICULUM}/defects.toml"
_HEAD = """# What each exercise puts right

For authors: it gives away what each exercise is about. Made by `kata coverage` from the files of `curriculum/`; do not
edit it by hand.
"""


def defects(kit: Kit) -> dict[str, dict[str, Any]]:
    """Return the defects of the notes by id; none if the kit has no list."""
    place = kit.content / DEFECTS
    return tomllib.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}


def uncovered(kit: Kit) -> list[str]:
    """Return the defects of the kit's sections that no exercise names."""
    named = {defect for exercise in kit.exercises.values() for defect in exercise.defects}
    built = {section.split("_")[0] for section in kit.sections}
    return [name for name, defect in defects(kit).items() if defect["section"] in built and name not in named]


def table(kit: Kit) -> str:
    """Return the table in Markdown: for each section its exercises, each with the defects that it corrects."""
    known, lines = defects(kit), [_HEAD]
    for section, title in kit.sections.items():
        lines += [f"## {section}: {title}\n", "| exercise | defect of the notes | right |", "|---|---|---|"]
        for exercise in kit.exercises.values():
            if exercise.section == section:
                lines += _rows(exercise, known)
        lines.append("")
    return "\n".join(lines)


def _rows(exercise: Exercise, known: dict[str, dict[str, Any]]) -> list[str]:
    """Return a row per defect; one row for an exercise that names none."""
    link = f"[{exercise.title}](../exercises/{exercise.id}.py)"
    found = [(name, known[name]) for name in exercise.defects if name in known]
    if not found:
        return [f"| {link} | none: the notes say it rightly | |"]
    return [
        f"| {link} | {_cell(defect['defect'])} ({_about(name, defect)}) | {_cell(defect['right'])} |"
        for name, defect in found
    ]


def _about(name: str, defect: dict[str, Any]) -> str:
    """Return what a row says of a defect: its id and kinds, and why it costs no point, if it costs none."""
    why = f"; not graded: {_cell(defect['ungraded'])}" if "ungraded" in defect else ""
    return f"{name}, {', '.join(defect['kind'])}{why}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
