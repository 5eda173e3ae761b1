"""Run by a workflow of GitHub Actions, in a student's repository: grades exercises/ there, and says the points.

The summary of the job has the feedback. GitHub Classroom takes the points from two notices, as those that its own
reporter writes (classroom-resources/autograding-grading-reporter, notify-classroom.js).
"""

import json
import os
import sys
from pathlib import Path

from keraskata.hosts.actions import CHOICES
from keraskata.hosts.choices import Choices
from keraskata.hosts.grading import graded
from keraskata.judges.client import NoJudge
from keraskata.printable import one_line
from keraskata.report.hosted import UNGRADED
from keraskata.report.markdown import escaped, summary
from keraskata.report.view import View


def main() -> int:
    """Grade, and return the status: 0 all points, 1 not all, 2 it could not be done."""
    try:
        choices = Choices.of(os.environ[CHOICES])
        found = graded(Path.cwd(), choices, Path("exercises"))
    except (NoJudge, OSError) as error:
        print(f"::error title=Not graded::{_escaped(str(error))}")
        _write(escaped(UNGRADED.format(why=error)))
        return 2
    _write(summary(found))
    for test in found.tests():
        print(f"{View.of(test.check).mark} {one_line(f'{test.exercise}: {test.check.docstring}')}")
    report = {"totalPoints": found.points, "maxPoints": found.most}
    print(f"::notice title=Autograding complete::Points {found.points}/{found.most}")
    print(f"::notice title=Autograding report::{json.dumps(report)}")
    done = [result for result in found.results if result.done]
    return 0 if len(done) == len(choices.exercises) else 1


def _escaped(text: str) -> str:
    """Return a text as a command of a workflow has it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _write(text: str) -> None:
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text)


if __name__ == "__main__":
    sys.exit(main())
