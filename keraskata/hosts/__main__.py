"""Started by a host's script, with the host's name and folder: grades the submission there, and writes results.json.

`python -m keraskata.hosts gradescope /autograder`, or `prairielearn /grade`; the kit is in the working folder.
"""

import json
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from keraskata.hosts.choices import Choices
from keraskata.hosts.grading import graded
from keraskata.judges.client import NoJudge
from keraskata.report import gradescope, prairielearn
from keraskata.report.hosted import Hosted


class _Host(NamedTuple):
    """Where a host has the choices and the submission, and the form of its results."""

    choices: str
    submission: str
    results: Callable[[Hosted], dict[str, Any]]
    no_grade: Callable[[str], dict[str, Any]]


_HOSTS = {
    "gradescope": _Host("source", "submission", gradescope.results_json, gradescope.no_grade),
    "prairielearn": _Host("tests", "student", prairielearn.results_json, prairielearn.no_grade),
}


def main(name: str, folder: Path) -> None:
    """Grade the submission in a host's folder."""
    host = _HOSTS[name]
    try:
        found = graded(Path.cwd(), Choices.read(folder / host.choices), folder / host.submission)
        results = host.results(found)
    except NoJudge as error:
        print(error)
        results = host.no_grade(str(error))
    except Exception as error:
        traceback.print_exc(file=sys.stdout)
        results = host.no_grade(f"the autograder broke ({type(error).__name__}).")
    place = folder / "results" / "results.json"
    place.with_suffix(".draft").write_text(json.dumps(results), encoding="utf-8")
    place.with_suffix(".draft").replace(place)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
