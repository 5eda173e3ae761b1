"""Results in PrairieLearn's format for external graders: results.json (docs.prairielearn.com/externalGrading)."""

import json
from typing import Any

from keraskata.report.hosted import UNGRADED, Hosted, Test
from keraskata.report.html import data_uri
from keraskata.report.text import details

_MOST = 1_000_000  # bytes; PrairieLearn takes no more than 1 MB
_ROOM = ((400_000, 20_000), (0, 4_000), (0, 400))  # characters: of all pictures, and of the text of one test


def results_json(found: Hosted) -> dict[str, Any]:
    """Make a test of each check that a student may see; long texts and pictures are left out, should there be too many.

    The score is the part of the points, from 0 to 1: what a question gives is set in PrairieLearn.
    """
    for pictures, text in _ROOM:
        made = _made(found, pictures, text)
        if len(json.dumps(made)) <= _MOST:
            return made
    return made | {"tests": []}


def no_grade(why: str) -> dict[str, Any]:
    """Make the results of a submission that was not graded: no points, and no attempt used up."""
    return {"gradable": False, "format_errors": UNGRADED.format(why=why)}


def _made(found: Hosted, room: int, text: int) -> dict[str, Any]:
    tests = []
    for test in found.tests():
        svgs = [(picture["title"], picture["svg"]) for picture in test.check.pictures]
        room -= sum(len(svg) for _, svg in svgs)
        images = [{"label": title, "url": data_uri(svg)} for title, svg in svgs] if room >= 0 else []
        tests.append(_test(test, text) | ({"images": images} if images else {}))
    score = found.points / found.most if found.most else 0.0
    return {"gradable": True, "score": min(score, 1.0), "message": found.message[:text], "tests": tests}


def _test(test: Test, most: int) -> dict[str, Any]:
    output = details(test.check)
    return {
        "name": f"{test.exercise}: {test.check.docstring}",
        "points": test.points,
        "max_points": test.most,
        "output": output if len(output) <= most else f"{output[:most]}…",
    }
