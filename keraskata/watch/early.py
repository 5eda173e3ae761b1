"""What is wrong with a file before it can be graded: Python cannot read it. Nothing of it runs here."""

import linecache
import warnings

from keraskata.curriculum import Exercise, Kit
from keraskata.results import Feedback
from keraskata.source.cell_text import has_cells
from keraskata.source.notebook import read
from keraskata.subject.faults import unreadable


def fault(kit: Kit, exercise: Exercise) -> Feedback | None:
    """Return what the verdict will say of the learner's file where it is missing or has a slip; None where neither.

    A file with cells is left to the judge, for each of them counts alone.
    """
    path = kit.stub(exercise)
    linecache.checkcache(str(path))  # the feedback quotes the file as it is now
    try:
        text = read(path)
        with warnings.catch_warnings(action="ignore"):  # Python would write over the screen
            if not has_cells(text):
                compile(text, str(path), "exec", dont_inherit=True)
    except Exception as error:
        return unreadable(path, error, exercise.name).feedback
    return None
