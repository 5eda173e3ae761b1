"""Tables of mistakes: what a wrong answer most likely comes from, in rows with names, looked up only on failure.

Words and conditions stand apart, and each row has a name: answers of the bank name it, authors count on it, and a
translation finds its words by it.
"""

import contextlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import FunctionType, SimpleNamespace
from typing import Any

from keraskata.expect.comparing import same
from keraskata.expect.wording import Diagnosis, Lookup
from keraskata.language import translated
from keraskata.results import OTHERWISE

Row = tuple[Any, ...]  # its words, and what tells that it is this one


@dataclass(frozen=True)
class Near:
    """The right function, and how far from it an answer may be that is "near, but not exact"."""

    reference: Callable[..., Any]
    tol: float


class Table:
    """Named rows of words, each with what tells that it is this one. `name` is the grader's own name for the table."""

    def __init__(self, rows: dict[str, Row], otherwise: str | None) -> None:
        self.rows, self.otherwise, self.name = rows, otherwise, ""

    def speaks(self, row: str, facts: tuple[Any, ...]) -> str | None:
        """Return the words of a row if it fits these facts. What raises on them does not: they may be anything."""
        words, *tests = self.rows[row]
        for test in tests:
            with contextlib.suppress(Exception):
                if told := self.tells(test, facts):
                    words = self.translated(row, words)
                    return words.format(**told) if isinstance(told, Mapping) else words
        return None

    def translated(self, row: str, words: str) -> str:
        """Return the words of a row in the language of feedback."""
        return translated(words, f"{self.name}.{row}")

    def tells(self, test: Any, facts: tuple[Any, ...]) -> Any:
        """Return whether one condition of a row holds: a mapping if it gives values to the words, too."""
        raise NotImplementedError


class Mistakes(Table):
    """Wrong functions of the same arguments: the first one that gives just this answer is the mistake."""

    def of(self, found: Any, *inputs: Any) -> "_Lookup":
        """Return the cause of an answer to these inputs, to be looked up if the check fails."""
        facts = (found, *inputs)
        for trial in _watching:
            trial.take(self, facts)
        return _Lookup(self, facts)

    def tells(self, test: Any, facts: tuple[Any, ...]) -> bool:
        found, *inputs = facts
        if isinstance(test, Near):
            return same(found, test.reference(*inputs), test.tol)
        return same(found, test(*inputs))


class Diagnoses(Table):
    """Conditions on what is known of a call: the first one that holds is the cause."""

    def of(self, **facts: Any) -> "_Lookup":
        """Return the cause where this is known, to be looked up if the check fails; rows read facts by these names.

        A fact that takes time is a function without arguments, which the first row that needs it calls, and no other.
        """
        once = {name: cache(fact) if _takes_nothing(fact) else fact for name, fact in facts.items()}
        return _Lookup(self, (SimpleNamespace(**once),))

    def says(self, row: str, **values: Any) -> "_Named":
        """Return a row of which the caller knows that it is this one; the values fill its words."""
        return _Named(self, row, values)

    def tells(self, test: Any, facts: tuple[Any, ...]) -> Any:
        return test(*facts)


def _takes_nothing(fact: Any) -> bool:
    return isinstance(fact, (FunctionType, partial)) and not inspect.signature(fact).parameters


@dataclass(frozen=True)
class _Lookup(Lookup):
    table: Table
    facts: tuple[Any, ...]

    def diagnosis(self) -> Diagnosis:
        for row in self.table.rows:
            if words := self.table.speaks(row, self.facts):
                return Diagnosis(f"{self.table.name}.{row}", words)
        if not self.table.otherwise:
            return Diagnosis("", None)
        return Diagnosis(f"{self.table.name}.{OTHERWISE}", self.table.translated(OTHERWISE, self.table.otherwise))


@dataclass(frozen=True)
class _Named(Lookup):
    table: Table
    row: str
    values: dict[str, Any]

    def diagnosis(self) -> Diagnosis:
        words = self.table.translated(self.row, self.table.rows[self.row][0])
        return Diagnosis(f"{self.table.name}.{self.row}", words.format(**self.values) if self.values else words)


def take_names(namespace: Mapping[str, Any], prefix: str = "") -> None:
    """Let each table of a module know the name of its variable, behind a prefix."""
    for name, value in namespace.items():
        if isinstance(value, Table):
            value.name = f"{prefix}{name}"


def mistakes(otherwise: str | None = None, **rows: tuple[Any, ...]) -> Mistakes:
    """Make a table of wrong functions: `sign=("the sign is the wrong way round", lambda z: expit(-z))`.

    A row has its words, and one or more functions of the arguments that the right one takes, or `near`. `otherwise` are
    the words where none of them gives the answer; None says nothing.
    """
    return Mistakes(rows, otherwise)


def diagnoses(otherwise: str | None = None, **rows: tuple[Any, ...]) -> Diagnoses:
    """Make a table of conditions: `third=("fit's third argument is batch_size", lambda seen: seen.epochs == 1)`.

    A row has its words, and one or more conditions on the facts that `of` is given, as attributes. A condition that
    returns a dict of values holds, and fills the words with them: `lost=("{n} rows are lost", lambda seen: {"n": 5})`.
    A row may speak only where its condition is sufficient: better `otherwise`, the words where none holds, than a cause
    that is not there.
    """
    return Diagnoses(rows, otherwise)


def near(reference: Callable[..., Any], tol: float) -> Near:
    """Return what tells, in a row of `mistakes`, an answer that is within `tol` of the right one, but not exact."""
    return Near(reference, tol)


_watching: list["Trial"] = []


class Trial:
    """What tables were asked while right answers were graded: which rows could be told apart, and which never were."""

    def __init__(self) -> None:
        self._twins: dict[tuple[Table, str], str] = {}  # what each row was first alike with; "" for nothing
        self._apart: set[tuple[Table, str]] = set()

    def take(self, table: Mistakes, facts: tuple[Any, ...]) -> None:
        """Compare the rows of a table with the right answer, which `facts` begin with, and with the rows before."""
        right, *inputs = facts
        before: dict[str, list[Any]] = {"the right answer": [right]}
        for row, (_, *tests) in table.rows.items():
            answers = [test(*inputs) for test in tests if not isinstance(test, Near)]
            twin = next((known for known, others in before.items() if _all_among(answers, others)), "")
            if not twin:
                self._apart.add((table, row))
            self._twins.setdefault((table, row), twin)
            before[f"{table.name}.{row}"] = answers

    def problems(self) -> Iterator[str]:
        """Give the rows that can never speak."""
        for (table, row), twin in self._twins.items():
            if (table, row) not in self._apart:
                yield f"{table.name}.{row} can never speak: on the inputs of its check it gives what {twin} gives"


def _all_among(answers: list[Any], others: list[Any]) -> bool:
    return bool(answers) and all(any(same(answer, other) for other in others) for answer in answers)


@contextlib.contextmanager
def watched() -> Iterator[Trial]:
    """Watch the tables of mistakes while right answers are graded in here."""
    trial = Trial()
    _watching.append(trial)
    try:
        yield trial
    finally:
        _watching.remove(trial)
