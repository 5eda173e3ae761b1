"""A class is graded as platforms hand it out: each layout after its public description, as a folder and an archive."""

import io
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import RIGHT
from test_exports import kata

from keraskata import curriculum
from keraskata.classes import screen
from keraskata.handed_in.downloads import sorted_out
from keraskata.handed_in.folder import read
from keraskata.handed_in.parts import BadInput

Files = Mapping[str, str | bytes]
SHOUT, COUNT = RIGHT["shout"], RIGHT["count"]
WRONG = "def shout(text):\n    return text\n"


def zipped(files: Files) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


CANVAS = {
    "doejane_4711_90210_shout-2.py": SHOUT,
    "doejane_4711_90211_count.py": COUNT,
    "roebob_LATE_4712_90212_homework.zip": zipped({"homework/count (1).py": COUNT}),
    "roebob_4713_90213_shout.py": SHOUT,  # another student of the same name
    "mayzoe_4714_text.html": "<p>I could not do it.</p>",
}
MOODLE = {
    "Jane Doe_4711_assignsubmission_file_/shout.py": SHOUT,
    "Jane Doe_4711_assignsubmission_onlinetext_/onlinetext.html": "<p>Here it is.</p>",
    "Bob van der Roe_4712_assignsubmission_file/work.zip": zipped({"inner.zip": zipped({"s01_words/count.py": COUNT})}),
    "Zoë May_4713_assignsubmission_onlinetext_/onlinetext.html": "<p>I could not do it.</p>",
}
MOODLE_FLAT = {
    "Jane Doe_4711_assignsubmission_file_shout.py": SHOUT,
    "Jane Doe_4711_assignsubmission_file_count.py": COUNT,
    "Bob_Roe_4712_assignsubmission_file_count.py": COUNT,
}
BLACKBOARD = {
    "Week_1_jane_doe_attempt_2026-11-29-09-15-00.txt": "Name: Jane Doe (jane_doe)",
    "Week_1_jane_doe_attempt_2026-11-29-09-15-00_shout.py": WRONG,
    "Week_1_jane_doe_attempt_2026-11-30-09-15-00.txt": "Name: Jane Doe (jane_doe)",
    "Week_1_jane_doe_attempt_2026-11-30-09-15-00_shout.py": SHOUT,
    "Week_1_roe_attempt_2026-11-28-23-59-59.txt": "Name: Bob Roe (roe)",
    "Week_1_roe_attempt_2026-11-28-23-59-59_my_count.py": COUNT,
    "Week_1_may_attempt_2026-11-28-23-59-58.txt": "Name: Zoe May (may)\nComments: sorry",
}
GRADESCOPE = {
    "submission_metadata.yml": """---
submission_901:
  :submitters:
  - :name: Jane Doe
    :sid: '0047'
    :email: jane@example.edu
  :created_at: 2026-11-30 09:15:00.123 Z
  :score: 3.0
submission_902:
  :submitters:
  - :name: Bob Roe
    :sid:
    :email: bob@example.edu
  - :name: Zoë May
    :sid: 48
    :email: zoe@example.edu
""",
    "submission_901/shout.py": SHOUT,
    "submission_902/exercises/s01_words/count.py": COUNT,
}
CLASSROOM = {
    "week-1-jane-doe/.git/HEAD": "ref: refs/heads/main",
    "week-1-jane-doe/shout.py": SHOUT,
    "week-1-jane-doe/count.py": COUNT,
    "week-1-bobroe/.git/HEAD": "ref: refs/heads/main",
    "week-1-bobroe/exercises/s01_words/count.py": COUNT,
}
EXCHANGE = {
    "jane+s01_words+2026-11-29 09:15:00.000001 UTC+a1b2/shout.py": WRONG,
    "jane+s01_words+2026-11-30 09:15:00.000001 UTC+c3d4/shout.py": SHOUT,
    "jane+s02_more+2026-11-28 09:15:00.000001 UTC+e5f6/count.py": COUNT,
    "b+ob+s01_words+2026-11-30 09:15:00.000001 UTC/count.py": COUNT,
    "b+ob+s01_words+2026-11-30 09:15:00.000001 UTC/timestamp.txt": "2026-11-30 09:15:00.000001 UTC",
}
ONE, OTHER = {"s01_words/count"}, {"s01_words/shout"}
TWO = ONE | OTHER
DOWNLOADS = {
    "Canvas": (
        CANVAS,
        {"doejane_4711": TWO, "roebob_4712": ONE, "roebob_4713": OTHER, "mayzoe_4714": ()},
    ),
    "Moodle": (MOODLE, {"Jane Doe_4711": OTHER, "Bob van der Roe_4712": ONE, "Zoë May_4713": ()}),
    "Moodle, flat": (MOODLE_FLAT, {"Jane Doe_4711": TWO, "Bob_Roe_4712": ONE}),
    "Blackboard": (BLACKBOARD, {"jane_doe": OTHER, "roe": ONE, "may": ()}),
    "Gradescope": (GRADESCOPE, {"Jane Doe_0047": OTHER, "bob@example.edu": ONE, "Zoë May_48": ONE}),
    "GitHub Classroom": (CLASSROOM, {"jane-doe": TWO, "bobroe": ONE}),
    "nbgrader's exchange": (EXCHANGE, {"jane": TWO, "b+ob": ONE}),
}
PACKED = {title for title in DOWNLOADS if title != "GitHub Classroom"}  # of clones nobody makes an archive


def put(place: Path, files: Files) -> Path:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return place


def packed(place: Path, files: Files, around: str = "") -> Path:
    place.write_bytes(zipped({around + name: content for name, content in files.items()}))
    return place


def works(kit: Path, place: Path) -> dict[str, dict[str, bytes]]:
    whole = curriculum.load(kit)
    return {student: read(whole, student, parts).files for student, parts in sorted_out(place).students.items()}


@pytest.mark.parametrize("title", DOWNLOADS)
@pytest.mark.parametrize("form", ["folder", "folder in a folder", "archive", "archive with a folder"])
def test_each_layout_is_recognised_and_everybody_has_what_is_theirs(kit: Path, title: str, form: str) -> None:
    files, expected = DOWNLOADS[title]
    if "archive" in form and title not in PACKED:
        return
    if "archive" in form:
        place = packed(kit / "download.zip", files, "assignment_9100_export/" if "with" in form else "")
    else:
        place = kit / "download"
        put(place / ("Week 1-submissions" if "in a" in form else ""), files)
    found = sorted_out(place)
    assert (found.title, found.others) == (title.partition(",")[0], [])
    read_in = works(kit, place)
    assert {student: set(contents) for student, contents in read_in.items()} == {
        student: set(names) for student, names in expected.items()
    }
    for contents in read_in.values():  # of two attempts the last one counts
        assert contents.get("s01_words/shout", SHOUT.encode()) == SHOUT.encode()


ABOUT = "Name: {0} ({0})\r\nAssignment: Week 1\r\n\r\nSubmission Field:\r\n{1}\r\n\r\nComments:\r\nNone"
NO_TEXT = "There is no student submission text data for this assignment."
BLACKBOARD_TYPED = {
    "Week_1_may_attempt_2026-11-28-23-59-58.txt": ABOUT.format("may", "<p>I could not do it.</p>"),
    "Week_1_roe_attempt_2026-11-28-23-59-59.txt": ABOUT.format("roe", NO_TEXT),
}


@pytest.mark.parametrize(
    ("files", "student"), [(CANVAS, "mayzoe_4714"), (MOODLE, "Zoë May_4713"), (BLACKBOARD_TYPED, "may")]
)
def test_what_was_typed_in_is_named_where_an_answer_is_missing(kit: Path, files: Files, student: str) -> None:
    whole, found = curriculum.load(kit), sorted_out(put(kit / "download", files)).students
    assert "text that was typed in is not read: hand in files" in read(whole, student, found[student]).problem


def test_who_typed_in_nothing_is_not_said_to_have(kit: Path) -> None:
    whole, found = curriculum.load(kit), sorted_out(put(kit / "download", BLACKBOARD_TYPED)).students
    assert "typed" not in read(whole, "roe", found["roe"]).problem


def test_attempts_that_do_not_count_are_named(kit: Path) -> None:
    assert sorted_out(put(kit / "a", BLACKBOARD)).earlier == ["jane_doe (2026-11-29-09-15-00)"]
    assert sorted_out(put(kit / "b", EXCHANGE)).earlier == ["jane (2026-11-29 09:15:00.000001 UTC)"]


def test_it_is_known_where_a_file_goes_back_to(kit: Path) -> None:
    assert sorted_out(put(kit / "a", CANVAS)).returned == {
        "doejane_4711": "doejane_4711_90210_feedback.html",
        "roebob_4712": "roebob_LATE_4712_90212_feedback.html",
        "roebob_4713": "roebob_4713_90213_feedback.html",
    }
    folders = {name: f"{name}_assignsubmission_file_/feedback.html" for name in DOWNLOADS["Moodle"][1]}
    assert sorted_out(put(kit / "b", MOODLE)).returned == folders
    assert sorted_out(put(kit / "c", GRADESCOPE)).returned == {}


def test_what_is_nobodys_is_named(kit: Path) -> None:
    place = put(kit / "download", {**CANVAS, "README.txt": "Graded by Tim", ".DS_Store": "?"})
    found = sorted_out(place)
    assert (found.title, found.others) == ("Canvas", ["README.txt"])


@pytest.mark.parametrize("folders", [("ann", "bob"), ("a_1_2_b", "b_1_2_c"), ("hw-ann", "hw-bob"), ("submission_1",)])
def test_a_folder_for_each_student_is_no_download(kit: Path, folders: tuple[str, ...]) -> None:
    place = put(kit / "class", {f"{name}/shout.py": SHOUT for name in folders})
    assert (sorted_out(place).title, set(works(kit, place))) == ("", {*folders})


@pytest.mark.parametrize("around", ["", "submissions/"])
def test_a_class_may_be_one_archive(kit: Path, around: str) -> None:
    files = {"ann/shout.py": SHOUT, "ann/mine/count.py": COUNT, "bob.zip": zipped({"count.py": COUNT})}
    place = packed(kit / "class.zip", files, around)
    assert {student: set(found) for student, found in works(kit, place).items()} == {"ann": TWO, "bob": ONE}


@pytest.mark.parametrize("files", [{"shout.py": SHOUT}, {"s01_words/shout.py": SHOUT, "s02_more/x.py": ""}])
def test_one_submission_in_an_archive_is_not_taken_for_a_class(kit: Path, files: dict[str, str]) -> None:
    place = packed(kit / "ann.zip", files, "ann/")
    assert set(sorted_out(place, {"s01_words", "s02_more"}).students) == {"ann"}


@pytest.mark.parametrize("title", DOWNLOADS)
@pytest.mark.parametrize("packed_as", ["folder", "archive"])
def test_what_the_only_student_packed_is_no_download(kit: Path, title: str, packed_as: str) -> None:
    """An attack: of a class of one, names within the submission stood for neighbours, and replaced their grades."""
    files = {f"eve/{name}": content for name, content in DOWNLOADS[title][0].items()}
    place = put(kit / "class", files) if packed_as == "folder" else packed(kit / "class.zip", files)
    found = sorted_out(place)
    assert (found.title, list(found.students)) == ("", ["eve"])


def test_names_that_students_give_their_files_make_no_other_student(kit: Path) -> None:
    """An attack: what looks like the platform's mark in a student's own file name made a neighbour's row, or a time."""
    mark = "4712_assignsubmission_file_Vic_4713_assignsubmission_file_shout.py"
    moodle = put(kit / "a", {f"Eve_{mark}": SHOUT, "Jane Doe_4711_assignsubmission_file_count.py": COUNT})
    assert list(sorted_out(moodle).students) == ["Eve_4712", "Jane Doe_4711"]
    late = "Week 1_eve_attempt_2026-12-20-09-15-00_x_attempt_2026-11-01-00-00-00_shout.py"
    blackboard = sorted_out(put(kit / "b", {late: SHOUT, "Week 1_vic_attempt_2026-11-30-09-15-00_count.py": COUNT}))
    assert {name: [*times.values()] for name, times in blackboard.when.items()} == {
        "eve": ["2026-12-20-09-15-00"],
        "vic": ["2026-11-30-09-15-00"],
    }


def test_who_types_in_a_neighbours_id_takes_nothing(kit: Path) -> None:
    said = GRADESCOPE["submission_metadata.yml"].replace(
        ":name: Bob Roe\n    :sid:", ":name: Jane Doe\n    :sid: '0047'"
    )
    found = sorted_out(put(kit / "download", {**GRADESCOPE, "submission_metadata.yml": said}))
    assert set(found.students) == {"jane@example.edu", "bob@example.edu", "Zoë May_48"} and not found.earlier


LACKING = {
    **{name: content for name, content in GRADESCOPE.items() if not name.startswith("submission_902")},
    "submission_903/shout.py": SHOUT,
    "submission_904/count.py": COUNT,
    "submission_metadata.yml": GRADESCOPE["submission_metadata.yml"] + "submission_904:\n  :submitters: []\n7: 8\n",
}


@pytest.mark.parametrize("archive", [False, True])
def test_nobody_is_lost_where_gradescopes_folders_and_its_list_differ(kit: Path, archive: bool) -> None:
    place = packed(kit / "download.zip", LACKING) if archive else put(kit / "download", LACKING)
    found = sorted_out(place)
    assert {student: set(files) for student, files in works(kit, place).items()} == {
        **{"Jane Doe_0047": OTHER, "submission_903": OTHER, "submission_904": ONE}
    }
    assert (found.title, found.others) == ("Gradescope", [])
    assert found.remarks == [
        "submission_902, which bob@example.edu handed in, is not in the download: export it again.",
        "submission_902, which Zoë May_48 handed in, is not in the download: export it again.",
        "submission_903 is nobody's in submission_metadata.yml, and graded under this name.",
        "submission_904 is nobody's in submission_metadata.yml, and graded under this name.",
    ]
    assert list(screen.about(found, 2))[-4:] == found.remarks


def test_who_is_called_like_a_folder_takes_nobodys(kit: Path) -> None:
    said = LACKING["submission_metadata.yml"]
    assert isinstance(said, str)
    said = said.replace(":name: Jane Doe\n    :sid: '0047'", ":name: submission\n    :sid: '903'")
    found = sorted_out(put(kit / "download", {**LACKING, "submission_metadata.yml": said}))
    assert [part.called for part in found.students["submission_903"]] == ["submission_901"]
    assert found.others == ["submission_903"]


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive"])
def test_what_is_no_archive_is_named(kit: Path, content: bytes) -> None:
    (kit / "class.zip").write_bytes(content)
    with pytest.raises(BadInput, match=r"class\.zip cannot be read"):
        sorted_out(kit / "class.zip")
    (kit / "class.tar").write_bytes(content)
    with pytest.raises(BadInput, match="is a file: name the folder"):
        sorted_out(kit / "class.tar")


@pytest.mark.parametrize("said", ["- 1\n- 2", "submission_901: 7", "&a [*a]", "submission_901: {':submitters': 3}"])
def test_odd_metadata_of_gradescope_names_nobody(kit: Path, said: str) -> None:
    assert not sorted_out(put(kit / "download", {**GRADESCOPE, "submission_metadata.yml": said})).title


@pytest.mark.parametrize("said", [b"a: [", b"\xff\xfe\xfd", b"a: !!python/object:os.system {}"])
def test_damaged_metadata_of_gradescope_is_named(kit: Path, said: bytes) -> None:
    with pytest.raises(BadInput, match=r"submission_metadata\.yml cannot be read .*export it again"):
        sorted_out(put(kit / "download", {**GRADESCOPE, "submission_metadata.yml": said}))


def test_a_download_is_graded_by_the_command(kit: Path) -> None:
    place = packed(kit / "submissions.zip", {**CANVAS, "README.txt": "?"}, "submissions/")
    ran = kata(kit, "grade-class", str(place), "--out", "out", "--no-walls", "--workers=1")
    assert "4 submissions, a download from Canvas, 2 exercises." in ran.stdout, ran.stderr
    assert "Nobody's, and not looked at: README.txt." in ran.stdout and ran.returncode == 1
    points = {line.split()[0]: line.split()[1] for line in ran.stdout.splitlines() if "/6" in line}
    assert points == {"doejane_4711": "6/6", "roebob_4712": "3/6", "roebob_4713": "3/6", "mayzoe_4714": "0/6"}


def test_a_large_class_is_listed_in_two_seconds(kit: Path) -> None:
    files = {f"s{n}_{n}_{n}{k}_{name}.py": RIGHT[name] for n in range(120) for k, name in enumerate(RIGHT)}
    place = packed(kit / "submissions.zip", files)
    start = time.process_time()
    assert len(sorted_out(place).students) == 120
    assert time.process_time() - start < 2
