"""`kata grade-class`: the command, and its output for the instructor."""

import signal
from collections.abc import Callable, Iterator, Sized
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import CurriculumError, default_root, load
from keraskata.printable import printable

if TYPE_CHECKING:
    from keraskata.classes.keeping import Grade

CourseFile = Annotated[
    Path | None, typer.Option("--course", metavar="FILE", help="what your course decides, a course.toml: see the guide")
]


def grade_class(
    submissions: Annotated[
        Path, typer.Argument(metavar="SUBMISSIONS", help="a folder or a ZIP for each student, or a download")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="where results and grades.csv go")],
    section: Annotated[
        list[str],
        typer.Option(
            "--section",
            metavar="NAME",
            help="count only this section; may be repeated",
            autocompletion=completion.sections,
        ),
    ] = [],  # noqa: B006
    exercise: Annotated[
        list[str],
        typer.Option(
            "--exercise",
            metavar="NAME",
            help="count only this one; may be repeated",
            autocompletion=completion.exercises,
        ),
    ] = [],  # noqa: B006
    course: CourseFile = None,
    due: Annotated[
        str, typer.Option(metavar="TIME", help="when it is due, with the zone: 2026-12-05T23:59+01:00")
    ] = "",
    late: Annotated[str, typer.Option(metavar="POLICY", help='what being late costs: "10% a day, at most 50%"')] = "",
    workers: Annotated[
        int, typer.Option(metavar="NUMBER", min=1, help="how many submissions are graded at a time")
    ] = 2,
    cluster: Annotated[str, typer.Option(metavar="ADDRESS", help="grade on this Dask scheduler's workers")] = "",
    db: Annotated[
        str, typer.Option(metavar="ADDRESS", help="nbgrader's gradebook  [default: sqlite:///DIR/gradebook.db]")
    ] = "",
    resume: Annotated[bool, typer.Option("--resume", help="grade only what has no result yet")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="grade again what did not change")] = False,
    seed: Annotated[int, typer.Option(metavar="NUMBER", min=0, max=2**53, help="seed of the run")] = 0,
    private: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="your own SECTION/test_EXERCISE.py, kept from learners"),
    ] = None,
    walls: Annotated[bool, typer.Option("--walls/--no-walls", help="confine the untrusted code")] = True,
    check_seconds: Annotated[float, typer.Option(metavar="SECONDS", help="the most that a check may take")] = 60.0,
    submission_seconds: Annotated[
        float, typer.Option(metavar="SECONDS", help="the most that a submission may take")
    ] = 900.0,
    memory: Annotated[int, typer.Option(metavar="MB", help="memory for a file, or all of a submission")] = 2_000,
    scratch: Annotated[int, typer.Option(metavar="MB", help="what a file may write")] = 64,
    threads: Annotated[int, typer.Option(metavar="NUMBER", help="threads and processes of a file")] = 64,
    lines: Annotated[int, typer.Option(metavar="NUMBER", help="lines kept of what a check's code prints")] = 50,
) -> None:
    """Grade a class. Exit status: 0 every submission graded, 1 some with problems, 2 it cannot be done."""
    from keraskata.classes import bookkeeping, gradebook, screen
    from keraskata.classes.course_file import BadCourse, Course
    from keraskata.classes.grade import ClassRun
    from keraskata.classes.grade import grade_class as graded
    from keraskata.classes.results_folder import Records, Unwritable
    from keraskata.classes.temporary import temporary_files
    from keraskata.handed_in.parts import BadInput
    from keraskata.handed_in.reading import Reading
    from keraskata.judges import pool
    from keraskata.judges.client import JudgeSettings, NoJudge
    from keraskata.report.lms.grades import ExportFailed
    from keraskata.subject.walls import NoWalls, check, keep_out
    from keraskata.terms import Limits, Terms

    everyone: list[str] = []
    grades: list[Grade] = []
    reasons = (Unwritable, gradebook.GradebookFailed, BadCourse, BadInput, ExportFailed, NoJudge, NoWalls)
    kept = Records(out)
    with _stoppable(kept.count, everyone, reasons), exit_on(), ExitStack() as ends:
        kit = load(default_root())
        decided = (Course.read(course) if course else Course()).chosen(due, late).of(kit)
        exercises = decided.exercises(kit, section, exercise)
        limits = Limits(memory=memory, scratch=scratch, threads=threads) if walls else None
        terms = Terms("walled" if walls else "warm", limits, check_seconds, lines, refusing=True)
        if private and not kit.private(private).exercises:
            raise CurriculumError(f"There is no SECTION/test_EXERCISE.py in {private}.")
        settings = JudgeSettings(str(kit.root), terms, submission_seconds, str(private.absolute()) if private else "")
        if walls:
            keep_out({"What was handed in": submissions, "The folder of the results": out})
            if not cluster:
                check()  # before anything is promised
        run = ClassRun(kit, settings, exercises, seed, fresh, resume, decided)
        ends.enter_context(temporary_files())  # before the processes that read, whose folders are in it
        reading = ends.enter_context(closing(Reading(kit, submissions)))
        everyone += reading.everyone
        if db and not gradebook.AVAILABLE:
            raise gradebook.GradebookFailed("A gradebook needs nbgrader: pip install -e '.[nbgrader]'.")
        address = db or gradebook.beside(out)
        book = bookkeeping.Bookkeeping(address) if gradebook.AVAILABLE else None
        for row in screen.about(reading.download, len(exercises)):
            typer.echo(row)

        def have(settings: JudgeSettings, tell: pool.Tell) -> pool.Pool:
            # The judges first: they take longest to start.
            judges = pool.Cluster(settings, tell, cluster) if cluster else pool.Local(settings, tell, workers)
            if book:
                book.open()
            return judges

        with kept.held(), _ended(partial(kept.write_table, kit), *([partial(screen.close, book)] if book else [])):
            for grade in screen.followed(graded(run, reading, kept, have), reading):
                grades.append(grade)
                if book:
                    book.put(grade.student, grade.exercises, grade.late["percent"] if grade.late else None)
    for row in screen.summary(grades):
        typer.echo(row)
    none = "No gradebook: it needs nbgrader, pip install -e '.[nbgrader]'."
    typer.echo(f"Gradebook: {gradebook.shown(address)}" if book else none)
    typer.echo(f"Grades: {out / 'grades.csv'}. A JSON for each student: {out / 'results'}.")
    typer.echo(f"A page for each student: kata feedback {out}")
    if strangers := decided.strangers(everyone):
        typer.echo(f"kata: Nobody of this name handed in: {', '.join(strangers)}, who has an extension.", err=True)
    known = decided.variants.find(everyone) if decided.variants else everyone
    if strangers := [name for name in everyone if name not in known]:
        named = f"{', '.join(strangers)}: graded as the variant that each file says"
        typer.echo(f"kata: Not in the roster of [variants], or not clearly: {named}.", err=True)
    for said in kept.remarks():
        typer.echo(f"kata: {said}", err=True)
    odd = reading.download.others or reading.download.remarks
    raise typer.Exit(1 if odd or any(grade.problem for grade in grades) else 0)


@contextmanager
def _stoppable(kept: Callable[[], int], everyone: Sized, reasons: tuple[type[Exception], ...]) -> Iterator[None]:
    """Turn an interrupt, or one of these `reasons` to stop, into a message: how far it came, and how to go on."""
    try:
        with _interrupted_by("SIGTERM", "SIGHUP"):
            yield
    except KeyboardInterrupt as error:
        typer.echo(f"Stopped: {_how_far(kept, everyone)}", err=True)
        raise typer.Exit(128 + (error.args[0] if error.args else signal.SIGINT)) from None
    except reasons as error:
        far = _how_far(kept, everyone) if kept() else ""
        typer.echo(f"kata: {printable(str(error))} {far}".rstrip(), err=True)
        raise typer.Exit(2) from None


@contextmanager
def _interrupted_by(*names: str) -> Iterator[None]:
    """Let these signals interrupt as Ctrl-C does, if the system has them and they are not ignored."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt(number)

    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    ours = [number for number, handler in before.items() if handler is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, interrupt)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, before[number])


def _how_far(kept: Callable[[], int], everyone: Sized) -> str:
    return f"{kept()} of {len(everyone)} are graded and kept; go on with --resume."


@contextmanager
def _ended(*ends: Callable[[], object]) -> Iterator[None]:
    """Call each of `ends` at the end, even if an earlier one fails; raise the first error."""
    errors: list[BaseException] = []
    try:
        yield
    except BaseException as error:
        errors.append(error)
    for end in ends:
        try:
            end()
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
