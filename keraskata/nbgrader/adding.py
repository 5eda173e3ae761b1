"""For `nbgrader generate_assignment`: adds cells to an assignment that students have handed in already."""

from contextlib import suppress

from nbformat import NotebookNode
from nbgrader.api import Comment, Grade, MissingEntry, Notebook
from nbgrader.preprocessors import SaveCells


class AddCells(SaveCells):
    """Saves cells as nbgrader does, which refuses new ones once there are submissions.

    Submissions get a grade for each new cell, so that the next `nbgrader autograde` fills it. Cells that were removed
    are still refused: grades would be lost with them.
    """

    def _create_notebook(self, nb: NotebookNode) -> None:
        with suppress(MissingEntry):
            self._add_to(self.gradebook.find_notebook(self.notebook_id, self.assignment_id))
        super()._create_notebook(nb)

    def _add_to(self, notebook: Notebook) -> None:
        known = {cell.name for cell in notebook.source_cells}
        if not notebook.submissions or known - self.new_source_cells.keys():
            return
        book, where, submissions = self.gradebook, (self.notebook_id, self.assignment_id), list(notebook.submissions)
        graded, commented = [], []
        for name in self.new_source_cells.keys() - known:
            book.add_source_cell(name, *where, **self.new_source_cells[name])
            if name in self.new_grade_cells:
                graded.append(book.add_grade_cell(name, *where, **self.new_grade_cells[name]))
            if name in self.new_task_cells:
                graded.append(book.add_task_cell(name, *where, **self.new_task_cells[name]))
                commented.append(graded[-1])
            if name in self.new_solution_cells:
                commented.append(book.add_solution_cell(name, *where, **self.new_solution_cells[name]))
        for submission in submissions:
            for cell in graded:
                by_hand = cell.name in self.new_task_cells or cell.name in self.new_solution_cells
                book.db.add(Grade(cell_id=cell.id, notebook_id=submission.id, needs_manual_grade=by_hand))
            for cell in commented:
                book.db.add(Comment(cell_id=cell.id, notebook_id=submission.id))
        book.db.commit()
