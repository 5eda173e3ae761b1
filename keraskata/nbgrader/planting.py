"""For `nbgrader generate_assignment`: learners get the stub, with its planted defects, instead of the solution."""

import re
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from keraskata.nbgrader.source_notebook import STUB

_ONLY_A_SOLUTION = re.compile(r"### BEGIN SOLUTION\n((?!### END SOLUTION).)*### END SOLUTION", re.DOTALL)


class PlantStub(ClearSolutions):
    """Replaces solutions by stubs; clears, as nbgrader does, cells without a stub or changed by an instructor."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        stub = cell.metadata.pop(STUB, None)
        if stub is None or not _ONLY_A_SOLUTION.fullmatch(cell.source.strip()):
            cleared: tuple[NotebookNode, dict[str, Any]] = super().preprocess_cell(cell, resources, index)
            return cleared
        cell.source = stub
        return cell, resources
