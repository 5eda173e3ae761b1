"""A page for each student of a class, to be handed back, and an archive of them that the platform takes back."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from keraskata.classes import record_names
from keraskata.classes.record_files import Record, everyone, written
from keraskata.curriculum import Kit
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
        place = folder / FOLDER / record_names.of(about["student"], ".html")
        with written(place) as file:
            file.write(_page(kit, record))
        if where := about.get("returned"):
            to_return[where] = place
        yield place
    if to_return:
        yield _packed(folder / ARCHIVE, to_return)


def _page(kit: Kit, record: Record) -> str:
    about = record["submission"]
    results = {each["id"]: Result.from_dict(each) for each in record["exercises"]}
    return student_page(kit, about["student"], results, record["backend"], about.get("unread", ""))


def _packed(place: Path, files: dict[str, Path]) -> Path:
    draft = place.with_suffix(".draft")
    with ZipFile(draft, "w", ZIP_DEFLATED) as archive:
        for name, file in files.items():
            archive.write(file, name)
    draft.replace(place)
    return place
