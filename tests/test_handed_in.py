"""What a learner handed in is found however it was packed, and what is lost is named."""

import os
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import RIGHT
from test_notebooks import notebook

from keraskata import curriculum
from keraskata.handed_in.folder import Work, students
from keraskata.handed_in.folder import read as read_work

SHOUT, COUNT = (notebook(RIGHT[name], kata={"exercise": f"s01_words/{name}"}) for name in ("shout", "count"))
NOTES = notebook("1 + 1")
BOTH = {"s01_words/shout", "s01_words/count"}
FORKED = {"__MACOSX/s01_words/._shout.ipynb": "\0\5", "__MACOSX/._count.ipynb": "\0\5", "._count.ipynb": "\0\5"}
CHECKPOINTS = {".ipynb_checkpoints/shout-checkpoint.ipynb": NOTES, "s01_words/.ipynb_checkpoints/shout.ipynb": NOTES}


def read(kit: Path, packing: str, files: dict[str, str]) -> Work:
    """Those files as ann hands them in: in a folder where `packing` is empty, or else in an archive that ends so."""
    place = kit / "class" / f"ann{packing}"
    place.parent.mkdir()
    if packing:
        with zipfile.ZipFile(place, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
    for name, text in files.items() if not packing else ():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text)
    ((student, places),) = students(kit / "class").items()
    return read_work(curriculum.load(kit), student, places)


@pytest.mark.parametrize("packing", ["", ".zip", ".ZIP"])
@pytest.mark.parametrize(
    "files",
    [
        {"shout.ipynb": SHOUT, "count.py": RIGHT["count"]},
        {"mine/shout.ipynb": SHOUT, "mine/count.ipynb": COUNT},
        {"mine/exercises/shout.py": RIGHT["shout"], "mine/s01_words/count.py": RIGHT["count"]},
        {"shout.ipynb": NOTES, "s01_words/count.IPYNB": COUNT},
        {
            "count.ipynb": COUNT,
            "shout.ipynb": SHOUT,
            "notes.ipynb": NOTES,
            "old.ipynb": notebook(kata={"exercise": "x/y"}),
        },
        {"mine/s01_words/shout.ipynb": SHOUT, "mine/s01_words/count.ipynb": COUNT, **CHECKPOINTS, **FORKED},
        {"monday/shout.ipynb": SHOUT, "tuesday/count.ipynb": COUNT},
    ],
)
def test_both_are_found(kit: Path, packing: str, files: dict[str, str]) -> None:
    work = read(kit, packing, files)
    assert (work.student, work.files.keys(), work.problem) == ("ann", BOTH, "")


@pytest.mark.parametrize("packing", ["", ".zip"])
@pytest.mark.parametrize("outer", ["", "exercises/", "mine/"])
@pytest.mark.parametrize("other", ["", "a/", "datasets/"])
def test_what_lies_in_its_sections_folder_comes_first(kit: Path, packing: str, outer: str, other: str) -> None:
    work = read(kit, packing, {f"{outer}s01_words/shout.py": RIGHT["shout"], f"{other}shout.py": "draft = 1"})
    assert b"def shout" in work.files["s01_words/shout"]


def test_an_only_folder_is_looked_into_whatever_it_is_called(kit: Path) -> None:
    assert read(kit, "", {"solutions/s01_words/shout.py": RIGHT["shout"]}).files


@pytest.mark.parametrize("packing", ["", ".zip"])
@pytest.mark.parametrize("folder", ["", "mine/"])
def test_a_flat_notebook_of_another_name_is_told_by_what_it_says(kit: Path, packing: str, folder: str) -> None:
    work = read(kit, packing, {f"{folder}shout (1).ipynb": SHOUT, f"{folder}count.ipynb": COUNT})
    assert work.files.keys() == BOTH and work.problem == "shout (1).ipynb is taken for s01_words/shout"


@pytest.mark.parametrize("packing", ["", ".zip"])
@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("shout (1).ipynb", NOTES, "shout (1).ipynb: the curriculum has no exercise of this name"),
        ("final.ipynb", "{ half of", "final.ipynb: no notebook"),
        ("count (1).ipynb", COUNT.replace("split", "strip"), "handed in twice"),
    ],
)
def test_a_flat_notebook_that_may_be_lost_work_is_named(
    kit: Path, packing: str, name: str, text: str, words: str
) -> None:
    work = read(kit, packing, {"count.ipynb": COUNT, name: text})
    assert words in work.problem and work.files.keys() == {"s01_words/count"}
    assert b"split" in work.files["s01_words/count"]


@pytest.mark.parametrize("packing", ["", ".zip"])
def test_of_very_many_notebooks_not_all_are_opened(kit: Path, packing: str) -> None:
    many = {f"{number}.ipynb": NOTES for number in range(400)}
    work = read(kit, packing, {**many, "shout.ipynb": SHOUT, "count.ipynb": COUNT})
    assert work.files.keys() == BOTH and "the others are not looked at" in work.problem


def test_two_archives_of_one_student_are_named(kit: Path) -> None:
    read(kit, ".zip", {"shout.ipynb": SHOUT})
    (kit / "class" / "ann.ZIP").write_bytes((kit / "class" / "ann.zip").read_bytes())
    ((student, places),) = students(kit / "class").items()
    assert "handed in 2 times" in read_work(curriculum.load(kit), student, places).problem


def test_who_begins_with_a_dot_is_a_student_and_litter_is_not(kit: Path) -> None:
    folder = kit / "class"
    for name in (".ann", "bob", ".git", ".ipynb_checkpoints", ".Trash-1000", "__MACOSX", ".Spotlight-V100"):
        (folder / name).mkdir(parents=True)
        (folder / name / "shout.py").write_text(RIGHT["shout"])
    with zipfile.ZipFile(folder / ".cleo.zip", "w") as archive:
        archive.writestr("shout.py", RIGHT["shout"])
    for name in (".DS_Store", "._bob", "._.cleo.zip", ".gitignore", "dora.rar", ".eve.ipynb"):
        (folder / name).write_text("?")
    found = students(folder)
    works = {student: read_work(curriculum.load(kit), student, places) for student, places in found.items()}
    assert list(works) == [".ann", ".cleo", ".eve.ipynb", "bob", "dora.rar"]
    assert [student for student, work in works.items() if work.files] == [".ann", ".cleo", "bob"]
    assert {works[student].problem for student in ("dora.rar", ".eve.ipynb")} == {"neither a folder nor a ZIP archive"}


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows cannot have")
@pytest.mark.parametrize(
    "alike", [(b"M\xfcller", b"M\\udcfcller"), (b"x\ny", b"x\\ny"), (b"x" * 120 + b"\xfc", b"x" * 120 + b"\\udcfc")]
)
def test_names_that_look_alike_are_two_students(kit: Path, alike: tuple[bytes, bytes]) -> None:
    for name in alike:
        place = kit / "class" / os.fsdecode(name)
        place.mkdir(parents=True)
        (place / "shout.py").write_text(RIGHT["shout"] + f"# {name!r}")
    found = students(kit / "class")
    works = [read_work(curriculum.load(kit), student, places) for student, places in found.items()]
    assert len({work.student for work in works}) == 2 and not any(work.problem for work in works)
    assert all(student.isprintable() and len(student) <= 100 for student in found)
    for third in found:  # a third student with such a name takes it from no other
        (kit / "class" / third).mkdir(exist_ok=True)
    assert len(students(kit / "class")) >= 3
    assert all(len(places) == 1 for places in students(kit / "class").values())


@pytest.mark.parametrize("name", ["s01_words\\shout.py", "mine\\s01_words\\shout.py", "exercises\\s01_words\\shout.py"])
def test_an_archive_whose_folders_end_with_backslashes_is_read(kit: Path, name: str) -> None:
    work = read(kit, ".zip", {name: RIGHT["shout"], "notes\\shout.txt": "mine"})
    assert (work.files.keys(), work.problem) == ({"s01_words/shout"}, "")


@pytest.mark.parametrize(
    ("entry", "words"), [(b"PK\5\6", "damaged; zip it again"), (b"PK\1\2", "Truncated file header")]
)
def test_a_damaged_archive_is_said_in_words(kit: Path, entry: bytes, words: str) -> None:
    read(kit, ".zip", {"shout.py": RIGHT["shout"]})
    archive = kit / "class" / "ann.zip"
    content = archive.read_bytes()
    offset = content.index(entry) + (16 if entry == b"PK\5\6" else 42)  # where the list begins, and where the file
    archive.write_bytes(content[:offset] + b"\xf0\xff\xff\xff" + content[offset + 4 :])
    work = read_work(curriculum.load(kit), "ann", [archive])
    assert words in work.problem and "Errno" not in work.problem
