"""The settings for a course's nbgrader_config.py: nbgrader's own lists, with the kit's steps in their places."""

import warnings
from typing import Any

from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearSolutions,
    IgnorePattern,
    LimitOutput,
    SaveAutoGrades,
    SaveCells,
)
from sqlalchemy.exc import SAWarning

from keraskata.nbgrader.adding import AddCells
from keraskata.nbgrader.feedback import configure_feedback
from keraskata.nbgrader.judge_cells import JudgeCells
from keraskata.nbgrader.markup import NoMarkup
from keraskata.nbgrader.planting import PlantStub
from keraskata.nbgrader.releasing import ReleaseFeedback
from keraskata.nbgrader.sanitize import Rebuild, SubmittedNotebook
from keraskata.nbgrader.taking import Collect


def configure(c: Any) -> None:
    """Set up a traitlets configuration for a course that `kata notebooks build` made."""
    ours = {ClearSolutions: PlantStub, SaveCells: AddCells}
    c.GenerateAssignment.preprocessors = [ours.get(step, step) for step in GenerateAssignment.preprocessors.default()]
    c.ExchangeFactory.collect = Collect
    c.ExchangeFactory.release_feedback = ReleaseFeedback
    c.Autograde.exporter_class = SubmittedNotebook
    c.Autograde.sanitize_preprocessors = [Rebuild, NoMarkup]
    c.Autograde.autograde_preprocessors = [
        Rebuild,
        JudgeCells,
        IgnorePattern,
        LimitOutput,
        SaveAutoGrades,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    configure_feedback(c)
    warnings.filterwarnings("ignore", "Object of type <Submitted", SAWarning)  # of nbgrader's own, at each new student
