"""Results in Gradescope's format for autograders: results.json (gradescope-autograders.readthedocs.io, specs)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from keraskata.report import counting
from keraskata.report.counting import Number
from keraskata.report.html import check_html
from keraskata.results import CheckResult, Result


def results_json(results: Sequence[Result], said: str = "", worth: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Make a test of each check that a student may see; `said` is the message about the whole submission.

    `worth` says what the course gives for an exercise, if not the points of its checks.
    """
    given = {each.exercise: (worth or {}).get(each.exercise, each.max_points) for each in results}
    earned = [counting.part(each.points, each.max_points, given[each.exercise]) for each in results if each.max_points]
    points, most = counting.number(sum(earned)), sum(given.values())
    tests = [
        {
            "name": f"{result.exercise}: {check.docstring}",
            "name_format": "text",
            "score": counting.part(check.points, check.max_points, part) if check.max_points else 0,
            "max_score": part,
            "status": "passed" if check.outcome == "passed" else "failed",
            "output": check_html(check),
            "output_format": "html",
            "visibility": "visible",
        }
        for result in results
        for check, part in _parts(result, given[result.exercise])
    ]
    score = f"{points} of {most} points."
    return _whole(points, "\n".join([score, said] if said else [score])) | {"tests": tests}


def _parts(result: Result, worth: Number) -> Iterator[tuple[CheckResult, Number]]:
    """Yield each check that a student may see, and what it is worth in the course."""
    checks = result.for_learners
    return zip(checks, counting.parts(worth, [check.max_points for check in checks]), strict=True)


def no_grade(why: str) -> dict[str, Any]:
    """Make the results of a submission that was not graded: no points, and the reason."""
    return _whole(0, f"This could not be graded: {why}\nPlease tell your instructor.")


def _whole(score: Number, output: str) -> dict[str, Any]:
    return {
        "score": score,
        "output": output,
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",  # it is for the instructor, and may quote a grader
    }
