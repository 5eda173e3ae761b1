"""For `nbgrader generate_assignment`: learners get the stub, with its planted defects, in the solution's place."""

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from keraskata.nbgrader.lesson import STUB


class PlantStub(ClearSolutions):  # type: ignore[misc]
    """Clears a cell that has no stub as nbgrader does."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        stub = cell.metadata.pop(STUB, None)
        if stub is None:
            return super().preprocess_cell(cell, resources, index)  # type: ignore[no-any-return]
        cell.source = stub
        return cell, resources
