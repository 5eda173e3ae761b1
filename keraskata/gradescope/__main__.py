"""Started by `run_autograder`: grades the submission in Gradescope's folder, and writes results.json there."""

import json
import os
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from keraskata.curriculum import Kit, load
from keraskata.gradescope.archive import CHOICES, Choices
from keraskata.handed_in import reading
from keraskata.handed_in.parts import Part
from keraskata.judges.client import Judge, Judges, JudgeSettings, NoJudge, Task, Verdict
from keraskata.report.gradescope import no_grade, results_json
from keraskata.terms import Limits, Terms

_CHECK_SECONDS, _SUBMISSION_SECONDS = 60.0, 500.0  # Gradescope ends a run after ten minutes, and then keeps no result


def main(autograder: Path) -> None:
    """Grade the files in `autograder`/submission. Printed text is for the instructor, not for the student."""
    try:
        results = _graded(autograder)
    except NoJudge as error:
        print(error)
        results = no_grade(str(error))
    except Exception as error:
        traceback.print_exc(file=sys.stdout)
        results = no_grade(f"the autograder broke ({type(error).__name__}).")
    place = autograder / "results" / "results.json"
    place.with_suffix(".draft").write_text(json.dumps(results), encoding="utf-8")
    place.with_suffix(".draft").replace(place)


def _graded(autograder: Path) -> dict[str, Any]:
    source = autograder / "source"
    choices = Choices(**json.loads((source / CHOICES).read_text(encoding="utf-8")))
    os.environ["KERAS_BACKEND"] = choices.backend
    kit = _counted(load(source / "kit"), choices.exercises)
    reader = reading.Reader(kit)
    work, _ = reading.read(reader, "submission", [Part(autograder / "submission")])
    reader.close()
    verdict = _verdict(kit, choices, {name: work.files.get(name) for name in kit.exercises})
    print(verdict.problem)  # the whole message if a grader is broken; students see its first line
    left = kit.exercises.keys() - {result.exercise for result in verdict.results}
    if left and not verdict.results:
        raise NoJudge(f"{_line(verdict.problem)}.")
    ungraded = f"Not graded: {', '.join(sorted(left))} ({_line(verdict.problem)})." if left else ""
    said = [work.note, work.problem, ungraded]
    return results_json(verdict.results, "\n".join(filter(None, said)), choices.points)


def _counted(kit: Kit, names: list[str]) -> Kit:
    """Return the kit with only these exercises, and their sections."""
    exercises = {name: exercise for name, exercise in kit.exercises.items() if name in names}
    own = {exercise.section for exercise in exercises.values()}
    sections = {name: title for name, title in kit.sections.items() if name in own}
    return replace(kit, sections=sections, exercises=exercises)


def _verdict(kit: Kit, choices: Choices, files: dict[str, bytes | None]) -> Verdict:
    limits = Limits() if choices.walls else None
    terms = Terms("walled" if choices.walls else "warm", limits, _CHECK_SECONDS, refusing=True)
    judges = Judges(JudgeSettings(str(kit.root), terms, _SUBMISSION_SECONDS))
    judge = Judge(judges)
    try:
        return judge.grade(Task(files, choices.seed, fresh=True))
    finally:
        judge.close()
        judges.close()


def _line(problem: str) -> str:
    return (problem.splitlines() or ["the reason is unknown"])[0][:200]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
