"""Results in Gradescope's format for autograders: results.json (gradescope-autograders.readthedocs.io, specs)."""

from typing import Any

from keraskata.report.counting import Number
from keraskata.report.hosted import UNGRADED, Hosted
from keraskata.report.html import check_html


def results_json(found: Hosted) -> dict[str, Any]:
    """Make a test of each check that a student may see."""
    tests = [
        {
            "name": f"{test.exercise}: {test.check.docstring}",
            "name_format": "text",
            "score": test.points,
            "max_score": test.most,
            "status": "passed" if test.passed else "failed",
            "output": check_html(test.check),
            "output_format": "html",
            "visibility": "visible",
        }
        for test in found.tests()
    ]
    return _whole(found.points, found.message) | {"tests": tests}


def no_grade(why: str) -> dict[str, Any]:
    """Make the results of a submission that was not graded: no points, and the reason."""
    return _whole(0, UNGRADED.format(why=why))


def _whole(score: Number, output: str) -> dict[str, Any]:
    return {
        "score": score,
        "output": output,
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",  # it is for the instructor, and may quote a grader
    }
