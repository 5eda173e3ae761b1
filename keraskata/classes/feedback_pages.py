"""A page for each student of a class, to be handed back, and an archive of them that the platform takes back."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from keraskata.classes import record_names
from keraskata.classes.record_files import Record, draft_of, everyone, written
from keraskata.curriculum import Kit
from keraskata.report import counting
from keraskata.report.page import student_page
from keraskata.results import Result

FOLDER, ARCHIVE = "feedback", "feedback.zip"


def write(kit: Kit, folder: Path) -> Iterator[Path]:
    """Write the page of each student in a folder of results, and yield its place once it is there.

    The archive comes last, where a download said where its files belong. Raises NoRecords and OSError.
    """
    records = everyone(folder)
    (folder / FOLDER).mkdir(exist_ok=True)
    to_return: dict[str, Path] = {}
    for record in records:
        about = record["submission"]
        place = folder / FOLDER / record_names.of_page(about["student"])
        with written(place) as page:
            page.write(_page(kit, record))
        if where := about.get("returned"):
            to_return[where] = place
        yield place
    if to_return:
        with draft_of(folder / ARCHIVE) as draft, ZipFile(draft, "w", ZIP_DEFLATED) as archive:
            for name, file in to_return.items():
                archive.write(file, name)
        yield folder / ARCHIVE


def _page(kit: Kit, record: Record) -> str:
    about = record["submission"]
    results = {each["id"]: Result.from_dict(each) for each in record["exercises"]}
    counts = list(_what_counts(record)) if counting.decided(record) else []
    return student_page(kit, about["student"], results, record["backend"], about.get("unread", ""), counts)


def _what_counts(record: Record) -> Iterator[str]:
    """Yield how the grade came about, where it is another than the points of the checks."""
    yield f"What counts: {counting.final(record)} of {counting.max_final(record)} points."
    earned = counting.earned(record)
    for run in counting.runs(record):
        if said := counting.words(run["late"], counting.number(sum(earned[name] for name in run["exercises"]))):
            yield f"{', '.join(run['exercises'])}: {said}."
