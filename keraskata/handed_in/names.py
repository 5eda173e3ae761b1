"""Finds the exercise that the name of a submitted file stands for, also if it was copied, numbered or signed."""

import re
import unicodedata
from collections.abc import Container, Iterable

_WORDS = re.compile(r"[^\W\d_]+|\d+")


class Names:
    """The names of `exercises`, all of a curriculum; if two have one name, it stands for the one that is `counted`."""

    def __init__(self, exercises: Iterable[str], counted: Container[str]) -> None:
        self._exact: dict[str, list[str]] = {}
        self._loose: dict[str, list[str]] = {}
        self._counted = counted
        for exercise in exercises:
            name = exercise.partition("/")[2]
            self._exact.setdefault(name, []).append(exercise)
            self._loose.setdefault(_words(name), []).append(exercise)
        longest_first = sorted(self._loose, key=len, reverse=True)
        self._joined = {name.replace(" ", ""): found for name, found in self._loose.items()}
        self._pattern = re.compile(f" ({'|'.join(name.replace(' ', ' ?') for name in longest_first)})(?= )")

    def exact(self, section: str, stem: str) -> str:
        """Return the exercise of exactly this name, in its section's folder or in none; "" if there is none."""
        found = self._exact.get(stem, [])
        return self._one(section, [each for each in found if not section or each.startswith(f"{section}/")])

    def find(self, section: str, stem: str) -> str:
        """Return the exercise whose name is among the words of `stem`, such as "Sigmoid (1)" or "jane_doe-OneHot".

        A name within a longer one is not meant. Return "" if there is none, or more than one.
        """
        return self._one(section, self._found(stem))

    def several(self, stem: str) -> bool:
        """Return whether the words of `stem` have more than one exercise's name."""
        return len(self._found(stem)) > 1

    def _found(self, stem: str) -> list[str]:
        names = {name.replace(" ", "") for name in self._pattern.findall(f" {_words(stem)} ")}
        return [each for name in sorted(names) for each in self._joined[name]]

    def _one(self, section: str, found: list[str]) -> str:
        inside = [each for each in found if each.startswith(f"{section}/")]
        counted = [each for each in found if each in self._counted]
        return next((few[0] for few in (inside, counted, found) if len(few) == 1), "")


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))
