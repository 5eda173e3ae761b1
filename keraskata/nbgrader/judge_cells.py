"""For `nbgrader autograde`: grades the learner's cells behind walls, and shows in each check cell its verdict."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, v4
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_locked, is_solution, is_task
from traitlets import Bool, Float, Integer, Unicode

from keraskata.classes.course_file import Course
from keraskata.curriculum import Kit, default_root, load
from keraskata.judges.client import JudgeSettings
from keraskata.judges.hidden_seed import hidden
from keraskata.nbgrader import notebooks as reader
from keraskata.nbgrader.ahead import Ahead
from keraskata.nbgrader.course import PRIVATE_FOLDER
from keraskata.nbgrader.exercises import exercise_of
from keraskata.nbgrader.own_cells import OwnCells
from keraskata.nbgrader.said import LOG
from keraskata.report.counting import part, parts
from keraskata.report.html import check_html
from keraskata.report.markdown import escaped
from keraskata.report.text import check_text, not_yet
from keraskata.results import PRIVATE, CheckResult, Feedback
from keraskata.source.cell_text import as_text
from keraskata.source.notebook import NoNotebook
from keraskata.subject.walls import keep_out
from keraskata.terms import Limits, Terms


class NotInTheCurriculum(Exception):
    """A notebook with checks of the kit that says of no exercise that it is this one."""


class GraderBroken(Exception):
    """A grader of the kit or of the instructor does not work."""


class JudgeCells(NbGraderPreprocessor):
    """Replaces Execute: nothing runs in a kernel, and each check cell shows the judge's verdict.

    The cells of a notebook of the instructor's own run behind walls; they have the outputs that they make there.
    """

    seed = Integer(0, help="seed of the run").tag(config=True)
    walls = Bool(True, help="wall in the learners' code; without walls grade only code that you trust").tag(config=True)
    check_seconds = Float(60.0, help="the most that a check may take").tag(config=True)
    submission_seconds = Float(900.0, help="the most that a notebook may take").tag(config=True)
    workers = Integer(2, help="how many notebooks are graded at a time").tag(config=True)
    course = Unicode("", help="the course.toml whose [variants] say who has which").tag(config=True)
    memory = Integer(2_000, help="MB of memory for a notebook's process").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Grade the notebook; one of the kit's that has no checks, for reading, stays as it is.

        Raises NoJudge or NoWalls if nothing can be graded on this machine, NotInTheCurriculum, GraderBroken, and
        CannotRun: then nbgrader gives no grade, shows the reason only to the instructor, and goes on with the next
        student.
        """
        about, kit = resources["nbgrader"], load(default_root())
        run = self.parent.parent
        name = exercise_of(run.coursedir, about["assignment"], about["notebook"])
        if not name:
            return self._run_own(nb, resources), resources
        checked = [cell for cell in nb.cells if is_grade(cell) and not is_solution(cell)]  # both: graded by hand
        if not checked:
            return nb, resources
        ahead, seed = _ahead(self._settings(kit), self.workers), hidden(kit, self.seed)
        variants = _variants(self.course, {Path(place).parts[-2] for place in run.assignments})
        ahead.expect(run, lambda: ((known, text, seed, variants.get(who, 0)) for who, known, text in _coming(run)))
        cells = [cell.source for cell in nb.cells if cell.cell_type == "code" and not _given(cell)]
        variant = variants.get(about["student"], 0)
        verdict = ahead.verdict((name, _text(cells), seed, variant))
        if verdict.grader_broken:
            raise GraderBroken(f"The grader of {name} is broken, and nothing was graded:\n{verdict.problem}")
        if verdict.problem:
            LOG.warning("%s: %s", about["notebook"], verdict.problem)
        nb.metadata["keraskata"] = {"subject": "walled" if self.walls else "warm", "walls": list(verdict.walls or ())}
        checks = {check.id: check for result in verdict.results for check in result.for_learners}
        fits = bool(verdict.problem) or _fits(checks, checked)
        if not fits:
            LOG.error("Your own checks of %s do not all count. %s", name, _ADD.format(about["assignment"]))
        own = kit.exercises[name].of(variant).settled(_text(cells))
        for cell in nb.cells:
            if cell.cell_type == "markdown" and is_locked(cell):  # from the gradebook, which has the kit's task
                cell.source = own.varied(cell.source, escaped)
        for cell in checked:
            check = checks.get(cell.metadata.nbgrader["grade_id"]) or _refused(cell, verdict.problem)
            cell.outputs = list(_outputs(_worth(check, cell, fits)))
        return nb, resources

    def _run_own(self, nb: NotebookNode, resources: dict[str, Any]) -> NotebookNode:
        """Run the cells of a notebook of the instructor's own."""
        about = resources["nbgrader"]
        if any(_KITS_CHECK in cell.source for cell in nb.cells if is_locked(cell)):
            called = f"{about['assignment']}/{about['notebook']}"
            raise NotInTheCurriculum(f"The checks of {called} are the kit's, and {_NO_EXERCISE}.")
        own = OwnCells(parent=self.parent)
        if self.walls:
            nb, had = own.behind_walls(nb, resources, self.memory, self.submission_seconds)
            nb.metadata["keraskata"] = {"subject": "walled", "walls": had}
        else:
            nb = own.preprocess(nb, resources)[0]
            nb.metadata["keraskata"] = {"subject": "kernel", "walls": []}
        return nb

    def _settings(self, kit: Kit) -> JudgeSettings:
        limits = Limits(memory=self.memory) if self.walls else None
        terms = Terms("walled" if self.walls else "warm", limits, self.check_seconds, refusing=True)
        course = Path.cwd()  # nbgrader works in the course's folder
        if self.walls:
            keep_out({"The course": course})
        private = course / PRIVATE_FOLDER
        return JudgeSettings(str(kit.root), terms, self.submission_seconds, str(private) if private.is_dir() else "")


def _coming(run: Any) -> Iterator[tuple[str, str, bytes]]:
    """Yield the exercises that nbgrader will grade, each after its student, without what it graded earlier."""
    for folder, notebooks in sorted(run.assignments.items()):
        *_, student, assignment = Path(folder).parts
        if Path(run._format_dest(assignment, student)).exists() and not run.force:
            continue
        for place in map(Path, sorted(notebooks)):
            with suppress(NoNotebook):
                if name := exercise_of(run.coursedir, assignment, place.stem):
                    yield student, name, _text(reader.read(place).code)


def _text(sources: Iterable[str]) -> bytes:
    return as_text(source.encode("utf-8", "replace").decode() for source in sources).encode()


_KITS_CHECK = "from keraskata.notebook import check"
_NO_EXERCISE = "neither its name nor its metadata says which exercise it is: build this notebook again"
_AS_IT_STANDS = '<div class="tex2jax_ignore mathjax_ignore">{}</div>'  # the output of a learner's code is not TeX
_OTHER_KIT = "this notebook was released by another version of the kit; release it again"


_ADD = (
    "To add them, run `kata notebooks build` for this course again, then `nbgrader generate_assignment {0} --force`"
    " and `nbgrader autograde {0} --force`."
)


@cache
def _ahead(settings: JudgeSettings, workers: int) -> Ahead:
    """Return the judges of a run: they start once."""
    return Ahead(settings, workers)


def _variants(course: str, students: set[str]) -> dict[str, int]:
    """Return the variants of those who are in the roster of a course. Raises BadCourse, ExportFailed, OSError."""
    decided = Course.read(Path(course)) if course else Course()
    return decided.variants.find(students) if decided.variants else {}


def _given(cell: NotebookNode) -> bool:
    return bool(is_locked(cell) or is_task(cell))


def _worth(check: CheckResult, cell: NotebookNode, fits: bool) -> CheckResult:
    """Return the check with its points in this course: instructors may give a cell other points than the kit."""
    most = _points(cell)
    if check.id == PRIVATE:
        points: Any = part(check.points, check.max_points, most) if check.max_points else 0  # here it may be 2.5
        return replace(check, points=points, max_points=most) if fits else _refused(cell, "")
    return replace(check, points=most if check.outcome == "passed" else 0, max_points=most)


def _fits(checks: dict[str, CheckResult], checked: list[NotebookNode]) -> bool:
    """Return whether the instructor's own checks are still those that the gradebook has the points of.

    It has their sum, or its part of the points that the course gives for the exercise.
    """
    if not (PRIVATE in checks and checks[PRIVATE].max_points):
        return True
    cells = {cell.metadata.nbgrader["grade_id"]: _points(cell) for cell in checked}
    scaled = dict(zip(checks, parts(sum(cells.values()), [each.max_points for each in checks.values()]), strict=True))
    return cells.get(PRIVATE, 0) in (checks[PRIVATE].max_points, scaled[PRIVATE])


def _refused(cell: NotebookNode, problem: str) -> CheckResult:
    about = cell.metadata.nbgrader
    sentence = cell.source.split("\n")[0].lstrip("# ")
    feedback = Feedback("a submission that can be graded", problem or _OTHER_KIT)
    return CheckResult(about["grade_id"], sentence, 0, _points(cell), "refused", feedback)


def _points(cell: NotebookNode) -> Any:
    """Return the points of a cell; nbgrader's 2.0 becomes 2."""
    points = cell.metadata.nbgrader["points"]
    return int(points) if points == int(points) else points


def _outputs(check: CheckResult) -> list[NotebookNode]:
    """Make the outputs from which nbgrader scores: an error scores 0, a number that many points, others all."""
    data = {"text/html": _AS_IT_STANDS.format(check_html(check)), "text/plain": check_text(check)}
    if check.id == PRIVATE:
        return [v4.new_output("execute_result", {**data, "text/plain": str(check.points)})]
    shown = [v4.new_output("display_data", data)]
    if check.outcome != "passed" or check.points != check.max_points:
        worth = not_yet(check)
        shown.append(v4.new_output("error", ename="NotYet", evalue=worth, traceback=[worth]))
    return shown
