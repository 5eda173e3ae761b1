"""Collects all texts of a kit that feedback can hold into one catalogue of gettext, from which translators work.

A text that values fill, such as "{n} rows are lost", is collected where it stands in a row; a sentence that is put
together in code is not, and stays English.
"""

import ast
import inspect
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, NamedTuple

import keraskata
from keraskata.curriculum import STEPS, Exercise, Kit, shipped
from keraskata.expect import causes
from keraskata.expect.mistakes import Table
from keraskata.grading import grader_files
from keraskata.language import CATALOGUE, FOLDER
from keraskata.learner.help import TITLES
from keraskata.results import OTHERWISE

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

_ENGINE = Path(keraskata.__file__).parent
_LABELS = ("expected", "found", "likely", "note", "hint")
_SAID = ("expected", "found", "likely", "inputs", "outputs", "softmax", "categorical")  # what expectations show
_WORDED = ("subject/messages", "subject/causes.py", "subject/keras_causes.py")  # their sentences are plain texts
_PATTERN = set("\\|*^$?")  # a text with these is a regular expression, or says nothing fixed
_WIDTH = 100  # letters of a line
_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # git knows when; with a date of its own, a catalogue would always change


class Text(NamedTuple):
    """A text that feedback can hold; `context` is the name of its row, check or hint, or "", and `place` its file."""

    words: str
    context: str
    place: str


def texts(kit: Kit) -> Iterator[Text]:
    """Give the texts of a kit, and for the kit of this engine those of the engine, too. Imports the graders."""
    if kit.content == shipped():
        yield from _of_engine()
    for exercise in kit.exercises.values():
        yield from of_exercise(kit, exercise)


def of_exercise(kit: Kit, exercise: Exercise) -> Iterator[Text]:
    """Give the texts of one exercise: titles and hints of its checks, its tables, its fixed sentences, its hints."""
    grader = kit.grader(exercise)
    place = grader.relative_to(kit.root).as_posix()
    found = vars(grader_files.module(grader, exercise))
    for name in grader_files.names(grader):
        context, check = f"{exercise.id} {name}", found[name]
        yield Text(" ".join((inspect.getdoc(check) or name).split()), context, place)
        yield Text(_hint(check), context, place)
    yield from of_tables(place, (value for value in found.values() if isinstance(value, Table)))
    for words in _said(ast.parse(grader.read_bytes())):
        yield Text(words, "", place)
    for step, hint in zip(STEPS, kit.hints.get(exercise.id, ()), strict=False):
        yield Text(hint, f"{exercise.id} {step}", f"curriculum/{exercise.section}.toml")


def of_tables(place: str, tables: Iterable[Table]) -> Iterator[Text]:
    """Give the words of each row."""
    for table in tables:
        for row, (words, *_) in table.rows.items():
            yield Text(words, f"{table.name}.{row}", place)
        if table.otherwise:
            yield Text(table.otherwise, f"{table.name}.{OTHERWISE}", place)


def write(kit: Kit) -> list[Path]:
    """Write the template, and bring each translation up to date with it; return the files. Raises ImportError."""
    from babel.messages import mofile, pofile

    template, folder = _template(kit), kit.content / FOLDER
    folder.mkdir(exist_ok=True)
    place = folder / f"{CATALOGUE}.pot"
    with place.open("wb") as file:
        pofile.write_po(file, template, width=_WIDTH, include_lineno=False)
    written = [place]
    for place in sorted(folder.glob(f"*/LC_MESSAGES/{CATALOGUE}.po")):
        with place.open("rb") as file:
            catalogue = pofile.read_po(file, locale=place.parent.parent.name)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.revision_date = _DATE
        compiled = place.with_suffix(".mo")
        with place.open("wb") as file, compiled.open("wb") as binary:
            pofile.write_po(file, catalogue, width=_WIDTH, include_lineno=False, ignore_obsolete=True)
            mofile.write_mo(binary, catalogue)
        written += [place, compiled]
    return written


def _template(kit: Kit) -> "Catalog":
    from babel.messages.catalog import Catalog

    head = "# All texts that the feedback of this kit can hold, made by `kata messages`."
    found = Catalog(project="keraskata", header_comment=head, creation_date=_DATE, revision_date=_DATE, fuzzy=False)
    for words, context, place in texts(kit):
        if words.strip():
            found.add(words, context=context or None, locations=[(place, 0)])
    return found


def _of_engine() -> Iterator[Text]:
    for label in (*_LABELS, *TITLES):
        yield Text(label, "", "keraskata/report/view.py")
    yield from of_tables("keraskata/expect/causes.py", causes.tables())
    for path in sorted(_ENGINE.rglob("*.py")):
        name = path.relative_to(_ENGINE).as_posix()
        if not name.startswith(("kit/", "datasets/")):
            tree = ast.parse(path.read_bytes())
            found = [*_said(tree), *(_sentences(tree) if name.startswith(_WORDED) else ())]
            yield from (Text(words, "", f"keraskata/{name}") for words in found)


def _hint(check: FunctionType) -> str:
    marks = [mark for mark in getattr(check, "pytestmark", ()) if mark.name == "check"]
    return str(marks[0].kwargs.get("hint", "")) if marks else ""


def _said(tree: ast.AST) -> Iterator[str]:
    """Give the fixed texts that a call shows: of an expectation, of a Feedback, and of what is translated by itself."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            shown = call.args if name in ("Feedback", "translated") else []
            for part in [*shown, *(given.value for given in call.keywords if given.arg in _SAID)]:
                yield from _texts_of(part)


def _texts_of(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if " " in node.value and node.value == node.value.strip():  # else it is a key, or a part of a sentence
            yield node.value
    elif not isinstance(node, (ast.JoinedStr, ast.Compare, ast.Lambda)):
        for part in ast.iter_child_nodes(node):
            yield from _texts_of(part)


def _sentences(tree: ast.AST) -> Iterator[str]:
    """Give the texts of a module that are sentences: four words or more, no docstring and no pattern."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    for words in _texts_of(tree):
        if words not in docstrings and len(words.split()) >= 4 and words[0] not in ":;," and not _PATTERN & set(words):
            yield words
