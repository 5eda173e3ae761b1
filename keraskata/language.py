"""The language of feedback: English, or the one that KATA_LANGUAGE names, where a catalogue has a text in it.

A catalogue of gettext lies in `locale/LANGUAGE/LC_MESSAGES/` of a kit; `kata messages` makes it. Only words change: no
verdict, no name of a row, and no key of the JSON depends on the language.
"""

import os
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from keraskata.curriculum import CurriculumError, kit_root, section_files, shipped

if TYPE_CHECKING:
    from gettext import GNUTranslations

VARIABLE, ENGLISH = "KATA_LANGUAGE", "en"
FOLDER, CATALOGUE = "locale", "keraskata"
_CODE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


class UnknownLanguage(CurriculumError):
    """KATA_LANGUAGE names a language that has no catalogue; the message says which ones there are."""


_kits: list[Path] = []  # the contents of kits whose texts are translated, besides the one that came with this engine


def include(content: Path) -> None:
    """Look for translations in this kit's content, too. Raises UnknownLanguage if no kit at hand has the language."""
    code = _code()
    if not code:
        return
    if content not in _kits and content != shipped():
        _kits.append(content)
        _catalogues.cache_clear()
    if _CODE.fullmatch(code) and _files(code):
        return
    known = {file.parent.parent.name for folder in _folders() for file in folder.glob(f"*/LC_MESSAGES/{CATALOGUE}.mo")}
    raise UnknownLanguage(
        f"{VARIABLE} is {code!r}, and there is no such translation; there are: {', '.join(sorted({ENGLISH, *known}))}."
    )


def include_kit_here() -> None:
    """Include the kit around the working folder, if there is one. Raises UnknownLanguage."""
    if _code():  # else there is nothing to look for, in each command
        root = kit_root(Path.cwd())
        include(root if root and section_files(root) else shipped())


def translated(words: str, context: str = "") -> str:
    """Return words of the kit in the language of KATA_LANGUAGE; as they are, where there is none, or no translation.

    `context` is what the catalogue has as msgctxt: the name of a row, of a check, or of a hint.
    """
    code = _code()
    if not code:
        return words
    for catalogue in _catalogues(code):
        found = catalogue.pgettext(context, words) if context else catalogue.gettext(words)
        if found != words:
            return found
    return words


def stamp() -> str:
    """Return a fingerprint of the language and its catalogues; "" for English."""
    code = _code()
    files = _files(code) if _CODE.fullmatch(code) else []
    return " ".join([code, *(sha256(file.read_bytes()).hexdigest() for file in files)]) if files else ""


def _code() -> str:
    """Return what KATA_LANGUAGE says; "" for English."""
    code = os.environ.get(VARIABLE, "")
    return "" if code == ENGLISH else code


@cache
def _catalogues(code: str) -> "list[GNUTranslations]":
    import gettext  # not for those who read English

    found = []
    for file in _files(code) if _CODE.fullmatch(code) else []:
        with file.open("rb") as opened:
            found.append(gettext.GNUTranslations(opened))
    return found


def _files(code: str) -> list[Path]:
    places = [folder / code / "LC_MESSAGES" / f"{CATALOGUE}.mo" for folder in _folders()]
    return [place for place in places if place.is_file()]


def _folders() -> list[Path]:
    return [content / FOLDER for content in (*_kits, shipped())]
