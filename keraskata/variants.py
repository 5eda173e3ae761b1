"""Variants of an exercise: which of its numbers and names differ from student to student, and how a text has them.

A variant is a small number. What it stands for follows from that number and the exercise alone, so that a file that
says its variant is graded the same in years to come.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Value = int | float | str
MOST = 9_999  # variants; 0 is the exercise as it stands in the kit
_LINE = "Variant: {}"
_SAID = re.compile(r"^(?:# )?Variant: ([1-9][0-9]{0,3})\r?$", re.MULTILINE)


@dataclass(frozen=True)
class Varies:
    """A number or a name that varies: its values, the first of which the kit has, and the phrases in which it stands.

    A phrase has "{}" in the place of the value.
    """

    name: str
    values: tuple[Value, ...]
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, name: str, block: Mapping[str, Any]) -> "Varies":
        """Read a block of the curriculum. Raises KeyError, TypeError, ValueError."""
        values, phrases = block["values"], block["in"]
        if not isinstance(values, list) or {type(value) for value in values} not in ({int}, {float}, {str}):
            raise ValueError(f"varies.{name}: its values are to be a list of numbers, or of texts")
        if not (isinstance(phrases, list) and all(isinstance(each, str) and "{}" in each for each in phrases)):
            raise ValueError(f"varies.{name}: its `in` is to be a list of phrases, with {{}} for the value")
        if len(values) < 2 or len(set(values)) < len(values) or not name.isidentifier():
            raise ValueError(f"varies.{name}: give it a name as Python has them, and at least two different values")
        return cls(name, tuple(values), tuple(phrases))

    def value(self, exercise: str, variant: int) -> Value:
        """Return the value in a variant. To add a value or to sort them changes as few variants as can be."""
        if variant == 0:
            return self.values[0]
        return max(
            self.values, key=lambda value: hashlib.sha256(f"{exercise} {self.name} {variant} {value}".encode()).digest()
        )


@dataclass(frozen=True)
class Graded:
    """The variant that was graded, its values, and the variant that the file itself says."""

    number: int
    values: dict[str, Value]
    said: int

    @property
    def unlike_said(self) -> bool:
        """Whether the file says another variant than the one that was graded, or none."""
        return self.said != self.number

    @property
    def listed(self) -> str:
        """The values in words."""
        return ", ".join(f"{name} is {value!r}" for name, value in self.values.items())


def of_student(secret: str, student: str) -> int:
    """Return the variant of a student, from 1 to 9999, which nobody can predict without the course's secret."""
    digest = hmac.digest(secret.encode(), student.encode(), "sha256")
    return 1 + int.from_bytes(digest[:8]) % MOST


def said(text: str | bytes) -> int:
    """Return the variant that a text says it is; 0 if it says none. The first line that says one counts."""
    found = _SAID.search(text.decode("utf-8", "replace") if isinstance(text, bytes) else text)
    return int(found[1]) if found else 0


def unmarked(text: str) -> str:
    """Return a text without the lines that say its variant."""
    return _SAID.sub("", text)


def replaced(
    text: str, varies: Iterable[Varies], values: Mapping[str, Value], written: Callable[[str], str] = str
) -> str:
    """Return a text of the kit with these values, where it has the first ones: in their phrases, and nowhere else.

    `written` says how the text writes a phrase, such as Markdown with its escapes.
    """
    given = {
        written(phrase.replace("{}", str(each.values[0]))): written(phrase.replace("{}", str(values[each.name])))
        for each in varies
        for phrase in each.phrases
    }
    whole = "|".join(_whole(phrase) for phrase in sorted(given, key=len, reverse=True))
    return re.sub(whole, lambda found: given[found[0]], text) if given else text


def _whole(phrase: str) -> str:
    """Return a pattern for a phrase that is not a part of longer words or numbers."""
    before, after = (r"(?<!\w)" if phrase[0].isalnum() else ""), (r"(?!\w)" if phrase[-1].isalnum() else "")
    return before + re.escape(phrase) + after


def marked(text: str, variant: int) -> str:
    """Return the text of a stub with the line that says its variant: the last of its task, or a comment on top."""
    line = _LINE.format(variant)
    task, end, code = text.partition('\n"""\n')
    return f"{task}\n{line}{end}{code}" if end and text.startswith('"""') else f"# {line}\n{text}"
