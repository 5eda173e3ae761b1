"""Texts from outside as they are shown: nothing in them tricks a terminal or a reader."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

MAX_PROBLEM = 300  # characters
# Invisible letters: what Unicode has as Default_Ignorable_Code_Point and Python as printable, and Braille's blank
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\U00016fe4\U0001d159\U000e0100-\U000e01ef]"
)
_VARIANTS = "\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f"
_UNSEEN_SPACE = re.compile(r"^\s+|\s+$|(?<=\s)\s+|[^\S \u3000\n\t]")  # but one between words, as names have it
_MAX_NAME, _DIGITS = 100, 16
_NUMBER = re.compile(r"_[0-9]{1,20}\Z")  # which a platform gave: exports find the student by it
_SHORTENED = re.compile(f"…[0-9a-f]{{{_DIGITS}}}(?:{_NUMBER.pattern})?\\Z")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_MARKS = 8  # accents on one letter; a hundred of them cover the lines above it


def printable(text: str) -> str:
    """Return `text` without what could trick a terminal or a reader.

    Control characters, broken encodings, marks that reverse text and invisible signs are written as escapes.
    """
    if text.isascii() and text.isprintable():
        return text
    shown, marks, before = [], 0, ""
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else 0
        blank = _BLANK.match(char) or (char in _VARIANTS and before not in ("So", "Sm"))  # ❤️ and ↔️ have one
        before = category
        if blank or not (char.isprintable() or category == "Zs" or char in "\n\t"):
            shown.append(char.encode("unicode_escape").decode())
        elif marks <= _MARKS:
            shown.append(char)
    return "".join(shown)


def one_line(text: str) -> str:
    """Return `text` as `printable` does, in one line."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def shown_name(name: str) -> str:
    """Return how a student's name is shown, in at most 100 letters: no two names are shown alike.

    Unicode has two forms of letters such as "é", and they are the same name. Backslashes are doubled beside the escapes
    of `one_line`, and spaces that nobody sees are escapes, too. What is shortened, or could be taken for it, ends with
    a digest of the whole name, and with the number, such as _4711, that the name ends with.
    """
    name = unicodedata.normalize("NFC", name)
    shown = one_line(_UNSEEN_SPACE.sub(_code, name.replace("\\", "\\\\")))
    marks = (unicodedata.category(char)[0] == "M" for char in name)
    most_marks = max((len(list(run)) for is_mark, run in groupby(marks) if is_mark), default=0)
    if len(shown) <= _MAX_NAME and most_marks <= _MARKS and not _SHORTENED.search(name):
        return shown
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    number = found.group() if (found := _NUMBER.search(name)) else ""
    return f"{shown.removesuffix(number)[: _MAX_NAME - 1 - _DIGITS - len(number)]}…{digest}{number}"


def _code(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(char):04x}" for char in found.group())


def uncoloured(text: str) -> str:
    """Return `text` without the codes that colour parts of it on a terminal, as Keras' messages have them."""
    return _COLOUR.sub("", text)


def kind_of(error: BaseException) -> str:
    """Return the name of an error's class, which may hold anything, in one line of at most 100 letters."""
    return one_line(type(error).__name__)[:100]


def said(error: BaseException, most: int) -> str:
    """Return the name of an error and the first `most` letters of what it says, in one line without colours."""
    return f"{kind_of(error)}: {' '.join(uncoloured(str(error)).split())[:most]}"


def listed(names: list[str], word: str = "or") -> str:
    """Return names as a sentence has them: "tensorflow, torch or jax"."""
    return f" {word} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def quoted(names: Iterable[str]) -> str:
    """Return shown names one after the other, each in quotation marks: a name may hold commas and spaces."""
    return ", ".join('"' + name.replace('"', '\\"') + '"' for name in names)


def brief(problem: str) -> str:
    """Return one printable line of `problem`: of a trace the last, which names the error, or else the first."""
    lines = [printable(line).strip() for line in problem.splitlines() if line.strip()]
    trace = any(line.endswith("Traceback (most recent call last):") for line in lines)
    line = next(iter(reversed(lines) if trace else lines), "")
    return line if len(line) <= MAX_PROBLEM else f"{line[: MAX_PROBLEM - 1]}…"
