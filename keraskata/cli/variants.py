"""`kata variants`: a folder for each student, with stubs whose numbers and names are the student's own."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.backend import installing
from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import CurriculumError, default_root, load

_TABLE = "variants.csv"


def variants(
    course: Annotated[
        Path, typer.Option("--course", metavar="FILE", help="a course.toml with [variants]: see the guide")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="where the students' folders go")],
    section: Annotated[
        list[str],
        typer.Option(
            "--section", metavar="NAME", help="only this section; may be repeated", autocompletion=completion.sections
        ),
    ] = [],  # noqa: B006
    notebooks: Annotated[
        Path | None, typer.Option("--notebooks", metavar="DIR", help="nbgrader's release/: notebooks in place of files")
    ] = None,
) -> None:
    """Make each student's own variant of the exercises. Exit status: 0 made, 1 some files stay, 2 it cannot be done."""
    from keraskata.classes.course_file import BadCourse, Course
    from keraskata.lessons import variants as making
    from keraskata.report import spreadsheet
    from keraskata.report.lms.grades import ExportFailed

    left: list[Path] = []
    with exit_on(BadCourse, ExportFailed):
        kit, decided = load(default_root()), Course.read(course)
        if decided.variants is None:
            raise CurriculumError(f"{course} has no [variants]: the guide says what to write there.")
        everyone = decided.variants.everyone()
        exercises = decided.exercises(kit, section, [])
        if notebooks:
            try:
                from keraskata.nbgrader import varied
            except ImportError:
                raise CurriculumError(f"Notebooks need nbgrader: {installing.command('nbgrader')}.") from None
            given = varied.released(notebooks)
        else:
            stubs = making.texts(kit, exercises)
        for name, folder in making.folders(out, everyone).items():
            number = everyone[name]
            made = varied.files(kit, given, number) if notebooks else making.files(stubs, number)
            left += making.write(folder, made)
        with (out / _TABLE).open("w", encoding="utf-8", newline="") as file:
            spreadsheet.write(file, [("student", "variant"), *everyone.items()])
    varying = sum(bool(exercise.varies) for exercise in exercises)
    typer.echo(
        f"{len(everyone)} students in {out}; {varying} of {len(exercises)} exercises vary. Who has which: {_TABLE}."
    )
    for place in left:
        typer.echo(f"{place}: is there with something else, and stays as it is.")
    raise typer.Exit(1 if left else 0)
