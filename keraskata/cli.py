"""`kata`: the kit's command line. Nothing here imports Keras before it is needed."""

import json
import os
import sys
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from keraskata import completion, startup
from keraskata.bulk.command import grade_class
from keraskata.bulk.exporting import export
from keraskata.curriculum import CurriculumError, Exercise, Kit, default_root, load
from keraskata.doctor import doctor
from keraskata.gradescope.command import gradescope
from keraskata.helping import hint, pack_stubs, reset, solution
from keraskata.report.command import class_report, learner_report
from keraskata.watch.command import watch

app = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,  # its yellow and dim cannot be read on a light screen
    pretty_exceptions_enable=False,
    help="Exercises for Keras that grade themselves.",
)


@app.callback()
def main(context: typer.Context) -> None:
    """Exercises for Keras that grade themselves. Without a command, in a terminal, `kata watch` begins."""
    if context.invoked_subcommand is None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            watch()
        else:
            typer.echo(context.get_help())


app.command("watch")(watch)
app.command("doctor")(doctor)
app.command("hint")(hint)
app.command("reset")(reset)
app.command("solution")(solution)
app.command("pack-stubs")(pack_stubs)
app.command("report")(learner_report)
app.command("grade-class")(grade_class)
app.command("class-report")(class_report)
app.command("export")(export)
app.command("gradescope")(gradescope)


def _kit() -> Kit:
    try:
        return load(default_root())
    except CurriculumError as error:
        raise typer.BadParameter(str(error)) from error


@app.command("list")
def list_exercises() -> None:
    """Show the curriculum and, from the verdicts that are known, the progress."""
    from keraskata import learner, progress

    kit, section = _kit(), ""
    given_up = learner.load(kit).given_up
    for exercise in kit.exercises.values():
        if exercise.section != section:
            section = exercise.section
            typer.echo(f"\n{section}: {kit.sections[section]}")
        result = progress.known(kit, exercise)
        points = f"{result.points}/{result.max_points}" if result else "-"
        mark, note = "✓" if result and result.done else "○", " (given up)" if exercise.id in given_up else ""
        typer.echo(f"  {mark} {exercise.name:<20} {points:>6}  {exercise.title}{note}")


@app.command()
def grade(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="exercise files or notebooks, sections, or trees that mirror exercises/"),
    ],
    as_: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="SECTION/EXERCISE",
            help="the exercise that a file answers",
            autocompletion=completion.exercises,
        ),
    ] = "",
    json_: Annotated[str, typer.Option("--json", metavar="FILE|-", help="write the results as JSON")] = "",
    seed: Annotated[int, typer.Option(help="seed of the run")] = 0,
    junit: Annotated[Path | None, typer.Option(help="write a JUnit file")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="grade again what did not change")] = False,
) -> None:
    """Grade files and print the score. Exit status: 0 all points, 1 not all, 2 it cannot be done."""
    from keraskata import cache, grading
    from keraskata.report.words import feedback_lines, line, near, score_line
    from keraskata.results import Result, report

    kit = _kit()
    screen = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1, encoding="utf-8")  # grading takes the other one

    def say(text: str, color: str = "") -> None:
        if json_ != "-":
            typer.secho(text, file=screen, fg=color if color not in ("", "bold") else None, bold=color == "bold")

    def show(result: Result) -> None:
        if len({exercise.id for exercise, _ in targets}) < len(targets):  # several answers to one exercise
            say(near(result.path))
        for row, color in feedback_lines(result) if not result.done else [line(result)]:
            say(row, color)

    try:
        targets = [target for path in paths for target in _targets(kit, path, as_)]
        results = grading.grade(kit, targets, seed=seed, fresh=fresh, junit=junit, seen=show)
    except (CurriculumError, grading.GradingFailed) as error:
        typer.echo(f"kata: {error}", err=True)
        raise typer.Exit(2) from None
    if json_:
        text = json.dumps(report(results, seed, cache.backend()), indent=2)
        if json_ == "-":
            sys.stdout.write(text + "\n")
        else:
            Path(json_).write_text(text + "\n", encoding="utf-8")
    say(score_line(results), "bold")
    raise typer.Exit(0 if all(result.done for result in results) else 1)


def _targets(kit: Kit, path: Path, as_: str) -> list[tuple[Exercise, Path]]:
    """The exercises that `path` answers. Raises CurriculumError where none can be told."""
    path = path.absolute()
    if as_:
        return [(kit.find(as_), path)]
    if path.suffix in (".py", ".ipynb"):
        return [(kit.find(f"{path.parent.name}/{path.stem}"), path)]
    if not path.exists():
        raise CurriculumError(f"There is nothing at {path}.")
    if path.is_dir():
        if path.name in kit.sections:
            return [(e, path / f"{e.name}.py") for e in kit.exercises.values() if e.section == path.name]
        if any((path / section).is_dir() for section in kit.sections):
            return [(e, path / f"{e.id}.py") for e in kit.exercises.values()]
    raise CurriculumError(
        f"{path} is no exercise, section or tree of the curriculum; say which with --as SECTION/EXERCISE."
    )


@app.command()
def check(
    bank: Annotated[bool, typer.Option("--answers", help="grade the right and the wrong answers, too")] = False,
) -> None:
    """Tell authors what is missing or wrong in the kit. Exit status: 0 nothing, 1 something, 2 a grader breaks."""
    from keraskata import authoring, grading

    found, kit = 0, _kit()
    try:
        for problem in chain(authoring.problems(kit), authoring.wrong_verdicts(kit) if bank else ()):
            typer.echo(problem)
            found += 1
    except grading.GradingFailed as error:
        typer.echo(f"kata: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo("The kit is whole." if not found else f"{found} problem{'s' if found > 1 else ''}.")
    raise typer.Exit(1 if found else 0)


@app.command("coverage")
def write_coverage() -> None:
    """Write docs/coverage.md: which exercise puts which defect of the notes right (for authors)."""
    from keraskata import coverage

    kit = _kit()
    (kit.root / coverage.PLACE).write_text(coverage.table(kit), encoding="utf-8")


@app.command()
def calibrate(
    exercises: Annotated[
        list[str],
        typer.Argument(metavar="SECTION/EXERCISE...", help="which to measure", autocompletion=completion.exercises),
    ],
    seeds: Annotated[int, typer.Option(help="how many seeds", min=3)] = 20,
) -> None:
    """Measure trained checks over many seeds and write graders/calibration.toml (for authors)."""
    import tomllib

    from keraskata import calibration
    from keraskata.answers import answers

    kit = _kit()
    place = kit.root / "graders" / "calibration.toml"
    for exercise in [kit.find(name) for name in exercises]:
        wrong = [(answer.path, answer.fails) for answer in answers(kit, exercise) if not answer.right]
        rows: dict[str, calibration.Row] = {}
        for quantity in calibration.measure(kit, exercise, seeds, wrong):
            try:
                rows[quantity.name] = quantity.row()
            except ValueError as error:
                typer.echo(f"kata: {error}", err=True)
                raise typer.Exit(1) from None
            typer.echo(f"{exercise.id}: {quantity.name}: {rows[quantity.name]}")
        if rows:  # read only now: another run may have measured another exercise in the meantime
            table = tomllib.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
            calibration.write(place, table | {exercise.id: rows})


notebooks = typer.Typer(no_args_is_help=True, help="The exercises as notebooks, for instructors who use nbgrader.")
app.add_typer(notebooks, name="notebooks")


@notebooks.callback()
def _notebooks() -> None:
    """With a callback, `build` stays a command of its own even while it is the only one."""


@notebooks.command()
def build(
    course: Annotated[Path, typer.Argument(metavar="COURSE", help="the course's folder; made, or updated")],
) -> None:
    """Make an nbgrader course of the curriculum, or update the notebooks of one."""
    try:
        from keraskata.nbgrader import course as building
    except ImportError:
        typer.echo("kata: notebooks need nbgrader: pip install -e '.[nbgrader]'.", err=True)
        raise typer.Exit(2) from None
    from keraskata.grading import GradingFailed

    typer.echo("Reading the graders; the first time this takes a minute.")
    try:
        for line in building.build(_kit(), course):
            typer.echo(line)
    except (GradingFailed, OSError) as error:
        typer.echo(f"kata: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"Next: cd {course} && nbgrader generate_assignment s01_building_steps")


data = typer.Typer(no_args_is_help=True, help="Bring data that is too large to be shipped.")
app.add_typer(data, name="data")


@data.callback()
def _data() -> None:
    """With a callback, `fetch` stays a command of its own even while it is the only one."""


@data.command()
def fetch(name: Annotated[str, typer.Argument(help="what to fetch: resnet50")]) -> None:
    """Fetch resnet50, ImageNet's weights, into Keras' cache (100 MB, needs the internet)."""
    if name != "resnet50":
        raise typer.BadParameter(f"there is no {name}; what can be fetched is resnet50")
    startup.prepare()
    sys.path.insert(0, str(_kit().root))
    import datasets

    typer.echo("Fetching the weights of ResNet50, about 100 MB; this can take some minutes.")
    try:
        datasets.fetch_resnet50()
    except OSError as error:
        typer.echo(f"kata: they cannot be fetched: {error}. Try again where the internet can be reached.", err=True)
        raise typer.Exit(1) from None
    typer.echo("They are there: the check of s11_cnn/classify_image now names what is in the photographs.")
