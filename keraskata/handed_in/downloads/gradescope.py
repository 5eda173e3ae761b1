"""Gradescope, "Export Submissions": folders such as submission_4711, and a file submission_metadata.yml.

In the file a submission has `:submitters:`, each with `:name:`, `:sid:` and `:email:`; a group has several.
`:created_at:` is when it was handed in.
Source: help.gradescope.com, "Exporting Submissions", and the files of public tools that read these exports.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.handed_in.parts import BadInput
from keraskata.printable import one_line

_ABOUT = "submission_metadata.yml"
_MAX_ABOUT = 50_000_000  # bytes; it holds all results of all tests
_MAX_SAID = 200  # characters of what is wrong with it


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    about = entries.get(_ABOUT)
    if about is None or about.is_folder:
        return
    said = _said(about)
    emails = _emails(said)
    for entry, what in said.items():
        if entry in entries and isinstance(what, dict):
            people = what.get(":submitters")
            for person in people if isinstance(people, list) else ():
                yield Handed(_name(person, entry, emails), entry, when=str(what.get(":created_at") or ""))


def _said(about: Entry) -> dict[Any, Any]:
    import yaml

    try:
        said = yaml.load(about.read(_MAX_ABOUT) or b"", yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadInput(f"{_ABOUT} cannot be read ({one_line(str(error)[:_MAX_SAID])}); export it again.") from error
    return said if isinstance(said, dict) else {}


def _emails(said: dict[Any, Any]) -> dict[str, set[str]]:
    """Return the addresses of all who have a student ID, by it: students may type it in themselves."""
    found: dict[str, set[str]] = {}
    for what in said.values():
        people = what.get(":submitters") if isinstance(what, dict) else None
        for person in people if isinstance(people, list) else ():
            if isinstance(person, dict) and person.get(":sid"):
                found.setdefault(str(person[":sid"]), set()).add(str(person.get(":email")))
    return found


def _name(person: Any, entry: str, emails: dict[str, set[str]]) -> str:
    """Return a name with what identifies the student, if Gradescope knows it: the ID, if it is one student's only."""
    said = person if isinstance(person, dict) else {}
    known = [str(said[key]) for key in (":name", ":sid") if said.get(key)]
    own = len(emails.get(str(said.get(":sid")), ())) == 1
    return "_".join(known) if own else str(said.get(":email") or "_".join([*known, entry]))


LAYOUT = Layout("Gradescope", _handed, (_ABOUT,))
