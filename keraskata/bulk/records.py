"""What a run leaves on disk: a JSON file for each student, written whole or not at all, and one CSV of all."""

import csv
import hashlib
import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from keraskata.bulk.handed_in import HandedIn
from keraskata.curriculum import Kit
from keraskata.report.spreadsheet import cell


class NoRecords(Exception):
    """There are no grades to go on with; the message says why, and what to do."""


class Records:
    """The folder that a class is graded into."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "results").mkdir(parents=True, exist_ok=True)

    def load(self, student: str) -> dict[str, Any] | None:
        """What is known of a student; None where nothing is, or what is there cannot be read."""
        return _read(self._place(student))

    def save(self, student: str, record: dict[str, Any]) -> None:
        """Keep what is known of a student, also if the power fails in the middle."""
        place = self._place(student)
        draft = place.with_suffix(".draft")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(record, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)

    def write_table(self, kit: Kit) -> Path:
        """`grades.csv`: a row for each student that any run has graded, with the points of each exercise."""
        place = self._folder / "grades.csv"
        records = [record for record in map(_read, (self._folder / "results").glob("*.json")) if record]
        records.sort(key=lambda record: str(record["submission"]["student"]))
        graded = {exercise["id"] for record in records for exercise in record["exercises"]}
        exercises = [name for name in kit.exercises if name in graded]
        with place.with_suffix(".draft").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["student", "score", "max_score", "problem", *exercises])
            for record in records:
                points = {exercise["id"]: exercise["points"] for exercise in record["exercises"]}
                said = record["submission"]
                row = [cell(said["student"]), record["score"], record["max_score"], cell(said["problem"])]
                rows.writerow(row + [points.get(name, "") for name in exercises])
        return place.with_suffix(".draft").replace(place)

    def _place(self, student: str) -> Path:
        name = quote(student, safe=" @+,")
        if len(name) > 150 or name.startswith("."):  # many signs that take several bytes each
            name = hashlib.sha256(student.encode()).hexdigest()
        return self._folder / "results" / f"{name}.json"


def digest(work: HandedIn, stamp: str, seed: int, exercises: list[str]) -> str:
    """What the verdict on a submission hangs on, in one word: two with the same one get the same grades."""
    found = hashlib.sha256(f"{stamp} {seed} {exercises} {work.problem!r}".encode())
    for name in sorted(work.files):
        found.update(f"{name} {len(work.files[name])} ".encode() + work.files[name])
    return found.hexdigest()[:40]


def _read(place: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and {"submission", "exercises", "subject"} <= found.keys() else None


def everyone(folder: Path) -> list[dict[str, Any]]:
    """What is known of each student in a folder that a class was graded into, by name. Raises NoRecords."""
    found = []
    for place in sorted((folder / "results").glob("*.json")):
        try:
            record = json.loads(place.read_text(encoding="utf-8"))
            found.append((record["submission"]["student"], record))
        except (OSError, ValueError, KeyError, TypeError):
            raise NoRecords(f"{place} cannot be read; `kata grade-class` with --resume writes it anew.") from None
    if not found:
        raise NoRecords(f"There are no results in {folder}; it should be what `kata grade-class` had as --out.")
    return [record for _, record in sorted(found, key=lambda pair: pair[0])]
