"""The results of a run on disk: a JSON file for each student, written completely or not at all, and one CSV."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from keraskata.classes import record_files, record_names
from keraskata.classes.record_files import written
from keraskata.curriculum import Kit
from keraskata.report import counting, spreadsheet


class Unwritable(Exception):
    """The results cannot be written; the message says where and why. Earlier files are complete."""


class Records:
    """The folder for the results of a class. Raises Unwritable.

    `unread` says for each invalid file why; the old file is kept beside the new one when its student is graded.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._results = folder, folder / "results"
        self._known: dict[str, dict[str, Any]] = {}
        self.unread: dict[Path, str] = {}
        self._left: dict[Path, str] = {}

    def count(self) -> int:
        """Return how many of this run's students have a record on disk: this is true whenever the run is stopped."""
        return sum((self._results / record_names.of(student)).exists() for student in self._known)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder, keep other runs out (if the system has locks), and remove what a killed run left."""
        with self._writing(self._results):
            self._results.mkdir(parents=True, exist_ok=True)
        try:
            import fcntl
        except ImportError:  # Windows
            yield
            return
        with self._writing(self._results):
            number = os.open(self._results, os.O_RDONLY)
        try:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Unwritable(f"Another run is grading into {self._folder}; wait until it has ended.") from None
            except OSError:  # a file system without locks
                pass
            with self._writing(self._folder):
                for draft in (*self._results.glob("*.draft"), *self._folder.glob("*.draft")):
                    draft.unlink(missing_ok=True)
            yield
        finally:
            os.close(number)

    def load(self, student: str) -> dict[str, Any] | None:
        """Read a student's record; None if there is none, or if it cannot be read: see `unread`."""
        for name in (record_names.of(student), record_names.of_old(student)):
            place = self._results / name
            record, why = record_files.read(place)
            if record and record["submission"]["student"] == student:
                return record
            if record and name == record_names.of(student):
                why = "it is the record of another student"
            if why:
                self.unread[place] = why
        return None

    def keep(self, student: str, record: dict[str, Any]) -> None:
        """Remember a record that stays on disk as it is."""
        self._known[student] = record

    def save(self, student: str, record: dict[str, Any]) -> None:
        """Save a student's record safely, even if the power fails.

        If the folder has vanished, it is made again with all records of this run before Unwritable is raised.
        """
        self.keep(student, record)
        with self._writing(self._results):
            self._write(student)

    def remarks(self) -> list[str]:
        """Return a sentence for each file that could not be read, also by `write_table`."""
        left, done = "it was not graded again, and grades.csv is without it", "its student was graded again"
        unread = self.unread.items()
        return [f"{place} could not be read ({why}): {left if place in self._left else done}." for place, why in unread]

    def write_table(self, kit: Kit) -> Path:
        """Write `grades.csv`: a row for each student that any run graded, with the points of each exercise.

        If something was due, the last columns say how each score came about.
        """
        records, self._left = record_files.every(self._folder)
        self.unread |= self._left
        graded = {exercise["id"] for record in records for exercise in record["exercises"]}
        exercises = [name for name in kit.exercises if name in graded]
        due = ["earned", "hours_late", "taken_off"] if any(map(any, map(counting.runs, records))) else []
        rows: list[list[str | int | float]] = [["student", "score", "max_score", "problem", *exercises, *due]]
        for record in records:
            points = counting.earned(record)
            said = record["submission"]
            row = [said["student"], counting.final(record), counting.max_final(record), said["problem"]]
            row += [points.get(name, "") for name in exercises]
            rows.append(
                row
                + ([counting.number(sum(points.values())), counting.hours(record), counting.off(record)] if due else [])
            )
        place = self._folder / "grades.csv"
        with self._writing(self._folder), written(place) as file:
            spreadsheet.write(file, rows)
        return place

    def _write(self, student: str) -> None:
        place, old = (self._results / name(student) for name in (record_names.of, record_names.of_old))
        if place in self.unread and os.path.lexists(place):
            place.replace(place.with_suffix(".unread"))
        with written(place) as file:
            json.dump(self._known[student], file, indent=1)
        if old != place and (record := record_files.read(old)[0]) and record["submission"]["student"] == student:
            old.unlink()

    @contextlib.contextmanager
    def _writing(self, place: Path) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            with self._writing_anew(place):
                self._results.mkdir(parents=True, exist_ok=True)
                for student in self._known:
                    self._write(student)
            again = "it was made again, with all results that this run had"
            raise Unwritable(f"{place} has vanished; {again}.") from None
        except OSError as error:
            raise Unwritable(f"{place} cannot be written: {error.strerror}.") from None

    @contextlib.contextmanager
    def _writing_anew(self, place: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise Unwritable(f"{place} has vanished, and cannot be made again: {error.strerror}.") from None
