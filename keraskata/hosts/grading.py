"""Grades the one submission that a host has in a folder, by the instructor's choices."""

import os
from dataclasses import replace
from pathlib import Path

from keraskata.curriculum import Kit, load
from keraskata.handed_in import reading
from keraskata.handed_in.parts import Part
from keraskata.hosts.choices import Choices
from keraskata.judges.client import Judge, Judges, JudgeSettings, NoJudge, Task, Verdict
from keraskata.report.hosted import Hosted
from keraskata.terms import Limits, Terms

_CHECK_SECONDS, _SUBMISSION_SECONDS = 60.0, 500.0  # hosts end a run after ten minutes, and then keep no result


def graded(root: Path, choices: Choices, submission: Path) -> Hosted:
    """Grade the files in a folder with the kit at `root`. Printed text is for the instructor, not for the student.

    Raises NoJudge if nothing was graded, and whatever a broken kit raises.
    """
    os.environ["KERAS_BACKEND"] = choices.backend
    kit = _counted(load(root), choices.exercises)
    reader = reading.Reader(kit)
    work, _ = reading.read(reader, "submission", [Part(submission)])
    reader.close()
    verdict = _verdict(kit, choices, {name: work.files.get(name) for name in kit.exercises})
    print(verdict.problem)  # the whole message if a grader is broken; students see its first line
    left = kit.exercises.keys() - {result.exercise for result in verdict.results}
    if left and not verdict.results:
        raise NoJudge(f"{_line(verdict.problem)}.")
    ungraded = f"Not graded: {', '.join(sorted(left))} ({_line(verdict.problem)})." if left else ""
    said = "\n".join(filter(None, [work.note, work.problem, ungraded]))
    return Hosted(verdict.results, said, choices.points)


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
