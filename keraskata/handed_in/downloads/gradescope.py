"""Gradescope, "Export Submissions": folders such as submission_4711, and a file submission_metadata.yml.

In the file a submission has `:submitters:`, each with `:name:`, `:sid:` and `:email:`; a group has several.
`:created_at:` is when it was handed in. A folder of which the file says nothing is graded under its own name.
Source: help.gradescope.com, "Exporting Submissions", and the files of public tools that read these exports.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.handed_in.parts import BadInput
from keraskata.printable import one_line, quoted, shown_name

_ABOUT = "submission_metadata.yml"
_MAX_ABOUT = 50_000_000  # bytes; it holds all results of all tests
_FOLDER = re.compile(r"submission_[0-9]+")
# A longer file is read without what each test said, of which there may be 50 MB: YAML of a megabyte takes two seconds.
_LONG, _MAX_PARSED = 500_000, 8_000_000
_OF_A_SUBMISSION = (b"  :submitters:", b"  :created_at:")
_TOP = re.compile(rb"(?:---|submission_[0-9]+:)?\s*")
_KEY, _INNER = re.compile(rb"  :?\w+:\s"), re.compile(rb"  (?: |- )")
_MAX_SAID = 200  # characters of what is wrong with it


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    about = entries.get(_ABOUT)
    folders = [entry for entry, each in entries.items() if each.is_folder and _FOLDER.fullmatch(entry)]
    if about is None or about.is_folder or 2 * len(folders) < len(entries):  # a file of this name alone says nothing
        return
    known = ((entry, what) for entry, what in _said(about).items() if _FOLDER.fullmatch(str(entry)))
    submitted = [(entry, what, person) for entry, what in known for person in _people(what)]
    emails: dict[str, set[str]] = {}  # of all who have a student ID, by it: students may type it in themselves
    for _, _, person in submitted:
        emails.setdefault(_number(person), set()).add(str(person.get(":email")))
    students: dict[str, str] = {}  # and their IDs
    names = [_name(person, entry, emails[_number(person)]) for entry, _, person in submitted]
    accounts = [_account(person, entry) for entry, _, person in submitted]
    alike = _alike(names, accounts)
    apart = [f"{name}_{entry}" if name in alike else name for name, (entry, _, _) in zip(names, submitted, strict=True)]
    for shared in sorted({shown_name(name) for name in alike}):
        its = {shown_name(new) for name, new in zip(names, apart, strict=True) if shown_name(name) == shared}
        yield Handed(
            "", "", remark=f"Several accounts have the name {shared}: {quoted(sorted(its))}. See whose each is."
        )
    still = _alike(apart, accounts)
    for name, (entry, what, person) in zip(apart, submitted, strict=True):
        if name in still:
            yield Handed("", entry, remark=f"{entry} is nobody's: several accounts have the name {shown_name(name)}.")
            continue
        when = str(what.get(":created_at") or "")
        students[name] = _number(person)
        lacks = f"{entry}, which {shown_name(name)} handed in, is not in the download: export it again."
        yield Handed(name, entry, when=when, remark="" if entry in entries else lacks)
    for number in [number for number, accounts in emails.items() if number and len(accounts) > 1]:
        called = quoted(shown_name(name) for name, its in students.items() if its == number)
        said = f"The student ID {shown_name(number)} is that of several accounts, which go by other names here"
        yield Handed("", "", remark=f"{said}: {called}. See whose it is.")
    taken = {entry for entry, _, _ in submitted} | students.keys()  # whose names students choose
    for entry in folders if students else ():
        if entry not in taken:
            yield Handed(entry, entry, remark=f"{entry} is nobody's in {_ABOUT}, and graded under this name.")


def _said(about: Entry) -> dict[Any, Any]:
    import yaml

    try:
        content = about.read(_MAX_ABOUT) or b""
        try:
            said = yaml.load(_short(content), yaml.CSafeLoader)
        except yaml.YAMLError:  # as where something refers to what was left out
            said = yaml.load(_checked(content), yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadInput(f"{_ABOUT} cannot be read ({one_line(str(error)[:_MAX_SAID])}); export it again.") from error
    return said if isinstance(said, dict) else {}


def _short(content: bytes) -> bytes:
    """Return what is needed of a long file that is laid out as Gradescope does; else the whole.

    What students wrote stands deeper in it than these keys. Raises BadInput where it is too much to read.
    """
    if len(content) <= _LONG:
        return content
    found, needed = [], True
    for line in BytesIO(content):
        if line.startswith(b"    "):
            pass
        elif _TOP.fullmatch(line):
            needed = needed or not line.isspace()
        elif _KEY.match(line):
            needed = line.startswith(_OF_A_SUBMISSION)
        elif not _INNER.match(line):
            return _checked(content)
        if needed:
            found.append(line)
    return _checked(b"".join(found))


def _checked(content: bytes) -> bytes:
    if len(content) > _MAX_PARSED:
        what = "keep only `:submitters:` and `:created_at:` of each submission in it, and grade again"
        raise BadInput(f"{_ABOUT} has {len(content) / 10**6:.0f} MB, which is too much to read: {what}.")
    return content


def _people(what: Any) -> list[dict[Any, Any]]:
    people = what.get(":submitters") if isinstance(what, dict) else None
    return [person if isinstance(person, dict) else {} for person in people] if isinstance(people, list) else []


def _number(person: dict[Any, Any]) -> str:
    return str(person.get(":sid") or "")


def _account(person: dict[Any, Any], entry: str) -> tuple[str, ...]:
    """Return what only one account has: its e-mail address, and without one at least the submission."""
    email = str(person.get(":email") or "")
    return (email,) if email else (str(person.get(":name")), _number(person), entry)


def _alike(names: list[str], accounts: list[tuple[str, ...]]) -> set[str]:
    """Return the names that are shown alike and are those of several accounts: students type in two parts of them."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for name, account in zip(names, accounts, strict=True):
        known.setdefault(shown_name(name), set()).add(account)
    return {name for name in names if len(known[shown_name(name)]) > 1}


def _name(person: dict[Any, Any], entry: str, emails: set[str]) -> str:
    """Return a name with what identifies the student, if Gradescope knows it: the ID, if it is one student's only."""
    known = [str(person[key]) for key in (":name", ":sid") if person.get(key)]
    own = _number(person) and len(emails) == 1
    return "_".join(known) if own else str(person.get(":email") or "_".join([*known, entry]))


LAYOUT = Layout("Gradescope", _handed, (_ABOUT,))
