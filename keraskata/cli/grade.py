"""`kata grade`: grades files, wherever they are."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli import completion, named
from keraskata.cli.errors import exit_on
from keraskata.curriculum import CurriculumError, Exercise, Kit, default_root, load


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
    seed: Annotated[int, typer.Option(metavar="NUMBER", help="seed of the run")] = 0,
    junit: Annotated[Path | None, typer.Option(metavar="FILE", help="write a JUnit file")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="grade again what did not change")] = False,
) -> None:
    """Grade files and print the score. Exit status: 0 all points, 1 not all, 2 it cannot be done.

    The files run with all of your own rights, also those of a classmate: `kata grade-class` confines untrusted code.
    """
    from keraskata.backend.choice import backend
    from keraskata.grading import run
    from keraskata.report.text import feedback_lines, line, near, score_line
    from keraskata.results import Result, report

    with exit_on():
        kit = load(default_root())
    out = sys.stdout  # grading captures it
    screen = os.fdopen(os.dup(out.fileno()), "w", buffering=1, encoding=out.encoding, errors=out.errors)

    def say(text: str, color: str = "") -> None:
        if json_ != "-":
            typer.secho(text, file=screen, fg=color if color not in ("", "bold") else None, bold=color == "bold")

    def show(result: Result) -> None:
        if len({exercise.id for exercise, _ in targets}) < len(targets):  # several answers to one exercise
            say(near(result.path))
        for row, color in feedback_lines(result) if not result.done else [line(result)]:
            say(row, color)

    with exit_on(run.GradingFailed):
        targets = [target for path in paths for target in _targets(kit, path, as_)]
        results = run.grade(kit, targets, seed=seed, fresh=fresh, junit=junit, seen=show)
    if json_:
        text = json.dumps(report(results, seed, backend()), indent=2)
        if json_ == "-":
            sys.stdout.write(text + "\n")
        else:
            Path(json_).write_text(text + "\n", encoding="utf-8")
    say(score_line(results), "bold")
    raise typer.Exit(0 if all(result.done for result in results) else 1)


def _targets(kit: Kit, given: Path, as_: str) -> list[tuple[Exercise, Path]]:
    """Return each exercise that a path, or the name of an exercise or a section, means, with its file.

    Raises CurriculumError if there is none.
    """
    path = given.absolute()
    its_file = given.suffix and not as_ and f"{path.parent.name}/{path.stem}" in kit.exercises
    if not path.exists() and not its_file:  # the verdict says how to bring that back
        if as_ or given.suffix:
            raise named.nothing_at(kit, path)
        section = kit.section(given.name)
        if not section:
            exercise = kit.find(str(given))
            return [(exercise, kit.stub(exercise))]
        beside = path.parent / section
        path = beside if beside.is_dir() else kit.root / "exercises" / section
    if as_:
        return [(kit.find(as_), path)]
    if path.suffix in (".py", ".ipynb"):
        return [(kit.find(f"{path.parent.name}/{path.stem}"), path)]
    if path.is_dir():
        if path.name in kit.sections:
            return [(e, path / f"{e.name}.py") for e in kit.exercises_of([path.name])]
        if any((path / section).is_dir() for section in kit.sections):
            return [(e, path / f"{e.id}.py") for e in kit.exercises.values()]
    raise CurriculumError(
        f"{path} is no exercise, section or tree of the curriculum; name the exercise with --as SECTION/EXERCISE."
    )
