"""Who is in a class: those who were graded, those who left, and those who are only in the roster."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from keraskata.classes import merging
from keraskata.classes.record_files import NoRecords, Record, everyone
from keraskata.report.lms.roster import Roster

_Row = dict[str, str]  # of a roster


@dataclass(frozen=True)
class ClassList:
    """The records of a class; `people` are their students' rows in the roster, `nothing` those of all others there.

    `joined` are other names of a student, whose records are one here.
    """

    records: list[Record]
    people: dict[str, _Row]
    nothing: dict[str, _Row]
    joined: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, without: Sequence[str], roster: Roster | None) -> "ClassList":
        """Read the records in a folder of results, `without` those who left. Without a roster nobody has a row.

        Raises NoRecords, also if one of those who left is unknown, or if nobody is left.
        """
        records = {record["submission"]["student"]: record for record in everyone(folder)}
        left = [name for name in records if name not in without]
        people, nothing, joined = dict[str, _Row](), dict[str, _Row](), dict[str, list[str]]()
        if roster:
            gone = roster.find(name for name in records if name in without)  # first: no row is theirs that only may be
            people = roster.find(left)
            for (first, *others), row in roster.perhaps_one:
                if record := merging.one(records[name] for name in (first, *others)):
                    records[first], people[first], joined[first] = record, row, others
                    left = [name for name in left if name not in others]
                    roster.unclear = {name: why for name, why in roster.unclear.items() if name not in (first, *others)}
            nothing = roster.others({**gone, **people})
        for name in without:
            if name not in {*records, *nothing}:
                raise NoRecords(f"There is no student {name}. There are: {', '.join([*records, *nothing])}.")
        if not left:
            raise NoRecords("Nobody is left: fewer students have to be left out.")
        nothing = {name: row for name, row in nothing.items() if name not in without}
        return cls([records[name] for name in left], people, nothing, joined)
