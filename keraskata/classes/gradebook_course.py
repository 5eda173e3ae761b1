"""The course in nbgrader's gradebook: its assignments (sections), notebooks (exercises) and cells (checks)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nbgrader.api import new_uuid
from sqlalchemy import Connection, select

from keraskata.classes.gradebook_tables import ASSIGNMENT, CELL, DEFAULT_COURSE, GRADE_CELL, NOTEBOOK, add, change
from keraskata.results import Result


@dataclass
class Notebook:
    """An exercise's notebook: its id, its assignment's, and those of its cells by nbgrader's type and name."""

    id: str
    assignment: str
    cells: dict[tuple[str, str], str] = field(default_factory=dict)

    def cells_of(self, *types: str) -> list[str]:
        """Return the ids of the cells of these types."""
        return [cell for (kind, _), cell in self.cells.items() if kind in types]


def notebooks_of(connection: Connection, results: Sequence[Result]) -> dict[str, Notebook]:
    """Return all notebooks of the sections of these results, by exercise; what is new in them is added."""
    sections = dict.fromkeys(_parts(result)[0] for result in results)
    assignments = _assignments(connection, sections)
    columns = ASSIGNMENT.c.name, NOTEBOOK.c.name, NOTEBOOK.c.id, NOTEBOOK.c.assignment_id
    found = select(*columns).join(ASSIGNMENT).where(ASSIGNMENT.c.name.in_(sections))
    notebooks = {f"{section}/{name}": Notebook(*ids) for section, name, *ids in connection.execute(found)}
    new = []
    for result in results:
        if result.exercise not in notebooks:
            section, name = _parts(result)
            notebook = notebooks[result.exercise] = Notebook(new_uuid(), assignments[section])
            new.append({"id": notebook.id, "name": name, "assignment_id": notebook.assignment})
    add(connection, NOTEBOOK, new)
    _fill(connection, notebooks, results)
    return notebooks


def _assignments(connection: Connection, sections: Iterable[str]) -> dict[str, str]:
    found = select(ASSIGNMENT.c.name, ASSIGNMENT.c.id).where(ASSIGNMENT.c.name.in_(sections))
    known = {row.name: row.id for row in connection.execute(found)}
    new = {name: new_uuid() for name in sections if name not in known}
    add(connection, ASSIGNMENT, [{"id": new[name], "name": name, "course_id": DEFAULT_COURSE} for name in new])
    return known | new


def _fill(connection: Connection, notebooks: dict[str, Notebook], results: Sequence[Result]) -> None:
    """Give the notebooks their cells. A check without a cell gets one, and a cell is worth what its check is."""
    by_id = {notebook.id: notebook for notebook in notebooks.values()}
    columns = CELL.c.notebook_id, CELL.c.type, CELL.c.name, CELL.c.id, GRADE_CELL.c.max_score, GRADE_CELL.c.cell_type
    found = select(*columns).outerjoin(GRADE_CELL, GRADE_CELL.c.id == CELL.c.id).where(CELL.c.notebook_id.in_(by_id))
    worth = {}
    for notebook_id, kind, name, cell, *now in connection.execute(found):
        by_id[notebook_id].cells[kind, name] = cell
        worth[cell] = now
    new, new_worth, changed = [], [], []
    checks = {(result.exercise, check.id): check.max_points for result in results for check in result.for_learners}
    for (exercise, check), points in checks.items():
        notebook, key = notebooks[exercise], ("GradeCell", check)
        values = {"max_score": points, "cell_type": "code"}
        if key not in notebook.cells:
            cell = notebook.cells[key] = new_uuid()
            new.append({"id": cell, "notebook_id": notebook.id, "type": "GradeCell", "name": check})
            new_worth.append({"id": cell, **values})
        elif worth[notebook.cells[key]] != [points, "code"]:
            changed.append({"which": notebook.cells[key], **values})
    add(connection, CELL, new)
    add(connection, GRADE_CELL, new_worth)
    change(connection, GRADE_CELL, changed)


def _parts(result: Result) -> tuple[str, str]:
    section, _, name = result.exercise.partition("/")
    return section, name
