"""Results in Gradescope's format for autograders: results.json (gradescope-autograders.readthedocs.io, specs)."""

from collections.abc import Sequence
from typing import Any

from keraskata.report.html import check_html
from keraskata.results import Result


def results_json(results: Sequence[Result], said: str = "") -> dict[str, Any]:
    """Make a test of each check that a student may see; `said` is the message about the whole submission."""
    points, most = sum(result.points for result in results), sum(result.max_points for result in results)
    tests = [
        {
            "name": f"{result.exercise}: {check.docstring}",
            "name_format": "text",
            "score": check.points,
            "max_score": check.max_points,
            "status": "passed" if check.outcome == "passed" else "failed",
            "output": check_html(check),
            "output_format": "html",
            "visibility": "visible",
        }
        for result in results
        for check in result.for_learners
    ]
    score = f"{points} of {most} points."
    return _whole(points, "\n".join([score, said] if said else [score])) | {"tests": tests}


def no_grade(why: str) -> dict[str, Any]:
    """Make the results of a submission that was not graded: no points, and the reason."""
    return _whole(0, f"This could not be graded: {why}\nPlease tell your instructor.")


def _whole(score: int, output: str) -> dict[str, Any]:
    return {
        "score": score,
        "output": output,
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",  # it is for the instructor, and may quote a grader
    }
