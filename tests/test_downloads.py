"""A class is graded as platforms hand it out: each layout after its public description, as a folder and an archive."""

import io
import time
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import RIGHT
from test_exports import kata

from keraskata import curriculum
from keraskata.classes import record_names, screen
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
            archive.writestr(name, "" if name.endswith("/") else content)
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
    "Bob Roe_4712_assignsubmission_file_count.py": COUNT,
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
    "Moodle, flat": (MOODLE_FLAT, {"Jane Doe_4711": TWO, "Bob Roe_4712": ONE}),
    "Blackboard": (BLACKBOARD, {"jane_doe": OTHER, "roe": ONE, "may": ()}),
    "Gradescope": (GRADESCOPE, {"Jane Doe_0047": OTHER, "bob@example.edu": ONE, "Zoë May_48": ONE}),
    "GitHub Classroom": (CLASSROOM, {"jane-doe": TWO, "bobroe": ONE}),
    "nbgrader's exchange": (EXCHANGE, {"jane": TWO, "b+ob": ONE}),
}
PACKED = {title for title in DOWNLOADS if title != "GitHub Classroom"}  # of clones nobody makes an archive


def put(place: Path, files: Files) -> Path:
    for name, content in files.items():
        if name.endswith("/"):
            (place / name).mkdir(parents=True, exist_ok=True)
            continue
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


LITTER = [
    "Thumbs.db",
    "Desktop.ini",
    "ehthumbs.db",
    ".DS_Store",
    "__MACOSX/x",
    "~$grades.docx",
    "$RECYCLE.BIN/x",
    "._ann",
]
BESIDE = ["README", "grades.csv", "readme.txt", "task.pdf"]


@pytest.mark.parametrize("form", ["folder", "archive"])
def test_what_lies_beside_the_students_of_a_class_is_no_student(kit: Path, form: str) -> None:
    students = {"ann/shout.py": SHOUT, "Thumbs.db2/shout.py": SHOUT, "readme.md/shout.py": SHOUT, "bob.py": SHOUT}
    files = {**students, "cleo.rar": "?", "dora.zip": zipped({"shout.py": SHOUT}), "eve.ipynb": "{}"}
    files |= dict.fromkeys([*LITTER, *BESIDE], "?")
    found = sorted_out(put(kit / "class", files) if form == "folder" else packed(kit / "class.zip", files))
    assert {*found.students} == {"ann", "Thumbs.db2", "readme.md", "bob.py", "cleo.rar", "dora", "eve.ipynb"}
    assert found.others == BESIDE


@pytest.mark.parametrize("form", ["folder", "archive"])
def test_a_class_without_a_submission_is_refused(kit: Path, form: str) -> None:
    files: Files = {"Thumbs.db": "?", "grades.csv": "?"}
    place = put(kit / "class", files) if form == "folder" else packed(kit / "class.zip", files)
    with pytest.raises(BadInput, match='holds no folder and no ZIP archive of a student, only "grades'):
        sorted_out(place)


@pytest.mark.parametrize("form", ["folder", "archive"])
@pytest.mark.parametrize("flat", [True, False])
def test_a_student_of_moodle_may_be_called_by_a_dot(kit: Path, form: str, flat: bool) -> None:
    mark = "_assignsubmission_file_" + ("" if flat else "/")
    files = {f"{name}{mark}shout.py": SHOUT for name in ("._4711", ".._4712", "Jane Doe_4713")}
    place = put(kit / "a", files) if form == "folder" else packed(kit / "a.zip", files)
    read_in = works(kit, place)
    assert {student: set(found) for student, found in read_in.items()} == dict.fromkeys(
        ("._4711", ".._4712", "Jane Doe_4713"), OTHER
    )
    for student in read_in:
        assert not {"/", "\\"} & set(record_names.of(student)) and not record_names.of(student).startswith(".")


@pytest.mark.parametrize("folders", [("ann", "bob"), ("a_1_2_b", "b_1_2_c"), ("hw-ann", "hw-bob"), ("submission_1",)])
def test_a_folder_for_each_student_is_no_download(kit: Path, folders: tuple[str, ...]) -> None:
    place = put(kit / "class", {f"{name}/shout.py": SHOUT for name in folders})
    assert (sorted_out(place).title, set(works(kit, place))) == ("", {*folders})


@pytest.mark.parametrize("around", ["", "submissions/"])
def test_a_class_may_be_one_archive(kit: Path, around: str) -> None:
    files = {"ann/shout.py": SHOUT, "ann/mine/count.py": COUNT, "bob.zip": zipped({"count.py": COUNT})}
    place = packed(kit / "class.zip", files, around)
    assert {student: set(found) for student, found in works(kit, place).items()} == {"ann": TWO, "bob": ONE}


@pytest.mark.parametrize(
    "more", ["bob.py", "cy.tar.gz", "s01_words/shout.py", "grades.csv", "dora.zip", "eve/count.py"]
)
@pytest.mark.parametrize("around", ["submissions", "week-1-submissions"])
def test_a_folder_around_an_archived_class_changes_nothing(kit: Path, more: str, around: str) -> None:
    """An accident: with one single file among the folders all of them were one student's, called "submissions"."""
    files = {"ann/shout.py": SHOUT, "bo/shout.py": SHOUT, more: COUNT}
    plain = sorted_out(packed(kit / "a.zip", files), {"s01_words"})
    found = sorted_out(packed(kit / "b.zip", files, f"{around}/"), {"s01_words"})
    assert [*found.students] == [*plain.students] and {"ann", "bo"} <= {*found.students}
    assert found.others == plain.others


@pytest.mark.parametrize("title", ["", *DOWNLOADS])
@pytest.mark.parametrize("form", ["folder", "archive"])
def test_a_text_beside_the_folder_around_a_class_changes_nothing(kit: Path, title: str, form: str) -> None:
    files = DOWNLOADS[title][0] if title else {"ann/shout.py": SHOUT, "bo/shout.py": SHOUT}
    if form == ("folder" if not title else "archive" if title not in PACKED else ""):
        return
    beside = {**{f"submissions/{name}": content for name, content in files.items()}, "README.txt": "Monday's"}
    place = packed(kit / "class.zip", beside) if form == "archive" else put(kit / "class", beside)
    plain = sorted_out(put(kit / "plain", files))
    found = sorted_out(place)
    assert (found.title, {*found.students}, found.others) == (plain.title, {*plain.students}, ["README.txt"])


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


# Files that the platforms make of what a student called like the files of another platform.
FOREIGN = {
    "Canvas": "mallory_4790_9{}_{}",
    "Moodle, flat": "Mal Ory_4790_assignsubmission_file_{}{}",
    "Blackboard": "Week_1_mal_attempt_2026-11-30-09-15-00_{}{}",
}
ENDS = {
    "Canvas": "doejane_4711_90210_shout.py",
    "Moodle, flat": "Jane Doe_4711_assignsubmission_file_shout.py",
    "Blackboard": "Week_1_jane_doe_attempt_2026-12-30-09-15-00_shout.py",
}


@pytest.mark.parametrize("theirs", FOREIGN)
@pytest.mark.parametrize("like", ENDS)
@pytest.mark.parametrize("honest", ["all", "one"])
@pytest.mark.parametrize("count", [1, 40])
def test_what_students_call_their_files_makes_no_other_layout(
    tmp_path: Path, theirs: str, like: str, honest: str, count: int
) -> None:
    """An attack: whoever handed in most of the files chose the platform, and with it whose these files are."""
    files, expected = DOWNLOADS[theirs]
    if honest == "one":
        files = dict([next(iter(files.items()))])
    named = (FOREIGN[theirs].format(1000 + n, f"{n} {ENDS[like]}" if n % 2 else ENDS[like]) for n in range(count))
    found = sorted_out(put(tmp_path / "class", {**files, **dict.fromkeys(named, WRONG)}))
    assert found.title == theirs.partition(",")[0]
    own = {student: [part.place.name for part in parts] for student, parts in found.students.items()}
    for student in {*own} & {*expected}:
        assert set(own[student]) <= {*files}, "a file of another"
    assert {*own} <= {*expected, "mallory_4790", "Mal Ory_4790", "mal"}


def test_what_may_be_two_platforms_is_refused(kit: Path) -> None:
    place = put(
        kit / "class", {f"mallory_4790_9100{n}_Week_jdoe_attempt_2026-12-01-09-15-00_shout.py": "" for n in "12"}
    )
    with pytest.raises(
        BadInput, match=r"may be a download from Blackboard or Canvas: all names .* Put the files of each"
    ):
        sorted_out(place)
    ran = kata(kit, "grade-class", "class", "--out", "out", "--no-walls", "--workers=1")
    assert ran.returncode == 2 and "may be a download from" in ran.stderr and not (kit / "out" / "results").exists()


@pytest.mark.parametrize(
    ("entry", "student"),
    [
        ("under_score_4723_91000_shout.py", "under_score_4723"),
        ("under_score_LATE_4723_91000_shout.py", "under_score_4723"),
        ("doejane_late_4723_91000_shout.py", "doejane_late_4723"),
        ("élodiedupré_4723_91000_shout.py", "élodiedupré_4723"),
        (unicodedata.normalize("NFD", "élodiedupré_4723_91000_shout.py"), "élodiedupré_4723"),
        ("रीता_4723_91000_shout.py", "रीता_4723"),  # with marks, which are no letters
        ("r2d2_x9_4723_91000_shout.py", "r2d2_x9_4723"),
        ("_4723_91000_shout.py", "_4723"),  # whose name is "-"
        ("4711_4723_91000_shout.py", "4711_4723"),
        ("smith-jones_4723_91000_shout.py", "smith-jones_4723"),
        ("roe_4723_91000_2_shout.py", "roe_4723"),
        ("roe_4723_91000_2026_11_shout.py", "roe_4723"),
        ("roe_4723_91000_hw_1_2_shout.py", "roe_4723"),  # no user has a number after all files'
        ("mallory_4790_91001_doejane_4711_1_shout.py", "mallory_4790"),
        ("mallory_4790_91001_roebob_4713_99999_shout.py", "mallory_4790"),  # a user has one name: 4713 is roebob
        ("mallory_4711_4790_91000_shout.py", "mallory_4711_4790"),  # and 4711 is doejane
        ("roe_4723_91000_text.html", "roe_4723"),
        ("amy_4723_link.html", "amy_4723"),
        ("anon_4723_91000_shout.py", "anon_4723"),
        ("anon_x7Fq2_91500_shout.py", "anon_x7Fq2"),
        ("LATE_anon_x7Fq2_91500_shout.py", "anon_x7Fq2"),
        ("anon_12345_91500_shout.py", "anon_12345"),
        ("anon_x7Fq2_text.html", "anon_x7Fq2"),
    ],
)
def test_a_student_of_canvas_is_known_by_any_name(tmp_path: Path, entry: str, student: str) -> None:
    found = sorted_out(put(tmp_path / "class", {**CANVAS, entry: SHOUT}))
    (part,) = found.students[student]
    assert found.title == "Canvas" and len(found.students) == 5 and not found.others and not found.remarks
    assert part.name == entry[entry.rfind("_", 0, entry.rindex(".")) + 1 :] or part.name.endswith("_shout.py")
    late = ["roebob_4712", student] if "LATE" in entry else ["roebob_4712"]
    assert found.late == sorted(late)


def test_a_class_of_names_with_marks_is_a_download(tmp_path: Path) -> None:
    names = ["under_score_4711_90001", "garcía_lópez_4712_90002", "a_b_c_4713_90003", "roe_4714_90004"]
    assert sorted_out(put(tmp_path / "a", {f"{name}_shout.py": SHOUT for name in names})).title == "Canvas"
    anonymous = ["anon_x7Fq2_90001", "LATE_anon_bT9zz_90002", "anon_12345_90003"]
    found = sorted_out(put(tmp_path / "b", {f"{name}_shout.py": SHOUT for name in anonymous}))
    assert {*found.students} == {"anon_x7Fq2", "anon_bT9zz", "anon_12345"} and found.late == ["anon_bT9zz"]
    assert found.returned["anon_bT9zz"] == "LATE_anon_bT9zz_90002_feedback.html"


@pytest.mark.parametrize(
    ("entry", "students"),
    [
        ("mallory_4710_4790_91000_shout.py", ["mallory_4710_4790"]),  # 4790 is no number of a file here
        ("doejane_4711_4790_91000_shout.py", ["doejane_4711_4790"]),
        ("doejane_4711_90213_my_4790_91000_shout.py", ["doejane_4711", "doejane_4711_90213_my_4790"]),
        ("doejane_LATE_4711_90213_my_4790_91000_shout.py", ["doejane_4711", "doejane_LATE_4711_90213_my_4790"]),
        ("doejane_4711_90213_my_LATE_4790_91000_shout.py", ["doejane_4711", "doejane_4711_90213_my_4790"]),
        ("doejane_4711_90290_91000_shout.py", ["doejane_4711", "doejane_4711_90290"]),  # a user with such a number
        ("doejane_4711__4790_91000_shout.py", ["doejane_4711__4790"]),
    ],
)
def test_a_name_that_ends_like_a_neighbours_number_takes_nothing(
    tmp_path: Path, entry: str, students: list[str]
) -> None:
    """An attack: mallory_4711, user 4790, handed in for user 4711, for whom Canvas' numbers leave two readings."""
    found = sorted_out(put(tmp_path / "class", {**CANVAS, entry: WRONG}))
    own = students if len(students) == 1 else []
    assert set(found.students) == {*DOWNLOADS["Canvas"][1], *own}
    assert all(part.place.name != entry for student in DOWNLOADS["Canvas"][1] for part in found.students[student])
    assert found.others == ([] if own else [entry])
    said = f""""{entry}" may be of {" or ".join(students)}, and is nobody's: see in Canvas whose it is."""
    assert found.remarks == ([] if own else [said])


def test_a_name_with_two_readings_counts_where_it_can_harm_nobody_and_is_said(tmp_path: Path) -> None:
    alone = sorted_out(put(tmp_path / "a", {**CANVAS, "amy_4720_90400_90500_shout.py": SHOUT}))
    assert alone.students["amy_4720"][0].name == "90500_shout.py" and "taken for that of amy_4720" in alone.remarks[0]
    far = sorted_out(put(tmp_path / "b", {**CANVAS, "amy_4720_10430000000004790_91000_shout.py": SHOUT}))
    assert "amy_4720_10430000000004790" in far.students and not far.remarks  # no file has such a number here


def test_a_date_that_a_whole_class_writes_is_no_number_of_a_file(tmp_path: Path) -> None:
    names = ["doejane_4711_90210", "roebob_4712_90212", "mayzoe_4713_90213"]
    found = sorted_out(put(tmp_path / "class", {f"{name}_20261128_shout.py": SHOUT for name in names}))
    assert {*found.students} == {"doejane_4711", "roebob_4712", "mayzoe_4713"} and not found.remarks
    names = ["anon_x7Fq2_90001", "LATE_anon_bT9zz_90002", "anon_12345_90003"]
    found = sorted_out(put(tmp_path / "anonymous", {f"{name}_20261128_shout.py": SHOUT for name in names}))
    assert {*found.students} == {"anon_x7Fq2", "anon_bT9zz", "anon_12345"} and not found.remarks


def test_names_are_shown_one_by_one(tmp_path: Path) -> None:
    odd = ["a, b.txt", 'c", "d.txt', "README.txt"]
    found = sorted_out(put(tmp_path / "download", {**CANVAS, **dict.fromkeys(odd, "?")}))
    assert r"""Nobody's, and not looked at: "README.txt", "a, b.txt", "c\", \"d.txt".""" in list(screen.about(found, 2))


DOTS = [".Bob_5", ".git_6", ".._7", ".DS Store_8", ".nfs x_9", ".github_11", ".venv_12", "node modules_13"]


@pytest.mark.parametrize("form", ["folder", "archive", "archive with a folder"])
@pytest.mark.parametrize("flat", [True, False])
def test_who_is_called_like_a_systems_file_is_graded(kit: Path, form: str, flat: bool) -> None:
    mark = "_assignsubmission_file_" + ("" if flat else "/")
    files = {f"{name}{mark}shout.py": SHOUT for name in DOTS}
    litter = dict.fromkeys(["__MACOSX/._x", ".DS_Store", ".git/HEAD", f"._Jane Doe_4{mark}shout.py", ".gitignore"], "?")
    around = "submissions/" if "with" in form else ""
    place = put(kit / "a", {**files, **litter}) if form == "folder" else packed(kit / "a.zip", files | litter, around)
    read_in = works(kit, place)
    assert {student: set(found) for student, found in read_in.items()} == dict.fromkeys(DOTS, OTHER)
    assert not sorted_out(place).others


def test_what_programs_keep_in_an_archive_of_a_class_is_passed_over(kit: Path) -> None:
    files = {"ann/shout.py": SHOUT, "ann/.venv/count.py": COUNT, ".bob/count.py": COUNT, "__MACOSX/ann/._shout.py": "?"}
    found = works(kit, packed(kit / "class.zip", files))
    assert {student: set(read_in) for student, read_in in found.items()} == {"ann": OTHER, ".bob": ONE}


# What a student has whose work does not count: files that programs keep, or nothing at all.
NOTHING = {
    "checkpoints": ".ipynb_checkpoints/shout-checkpoint.py",
    "a hidden file": ".shout.py",
    "an environment": ".venv/lib/shout.py",
    "bytecode": "__pycache__/shout.cpython-312.pyc",
    "a Mac's": "__MACOSX/._shout.py",
    "an empty folder": "",
    "an empty folder in a folder": "work/",
}
WITHOUT = {
    "": ({"ann/shout.py": SHOUT, "may/{}": "?"}, "may"),
    "Moodle": (
        {**MOODLE, "Bob van der Roe_4712_assignsubmission_file/{}": "?", "No Body_4719_assignsubmission_file_/{}": "?"},
        "No Body_4719",
    ),
    "Gradescope": ({**GRADESCOPE, "submission_902/{}": "?"}, "Zoë May_48"),
    "nbgrader's exchange": ({**EXCHANGE, "jane+s01_words+2026-11-30 10:00:00.000001 UTC+zz/{}": "?"}, "jane"),
}


@pytest.mark.parametrize("title", WITHOUT)
@pytest.mark.parametrize("what", NOTHING)
@pytest.mark.parametrize("around", ["", "submissions/"])
def test_who_has_nothing_that_counts_is_in_an_archive_as_in_a_folder(
    kit: Path, title: str, what: str, around: str
) -> None:
    """Students vanished, and of two attempts the earlier one counted, where all files were of programs."""
    files, student = WITHOUT[title]
    if title == "Gradescope":
        files = {name: content for name, content in files.items() if not name.startswith("submission_902/e")}
    files = {name.format(NOTHING[what]): content for name, content in files.items()}
    folder, archive = put(kit / "class", files), packed(kit / "class.zip", files, around)
    unpacked, found = sorted_out(folder), sorted_out(archive)
    assert student in found.students and found.title == title
    assert [*found.students] == [*unpacked.students] and found.earlier == unpacked.earlier
    assert (found.remarks, found.others, found.when) == (unpacked.remarks, unpacked.others, unpacked.when)
    whole = curriculum.load(kit)
    for name in found.students:
        works = [read(whole, name, each.students[name]) for each in (unpacked, found)]
        assert works[0].files == works[1].files and works[0].problem == works[1].problem


def test_who_has_nothing_that_counts_has_a_row_and_the_exit_status_says_it(kit: Path) -> None:
    packed(kit / "class.zip", {"ann/shout.py": SHOUT, "bob/.shout.py": SHOUT})
    ran = kata(kit, "grade-class", "class.zip", "--out", "out", "--no-walls", "--workers=1")
    assert ran.returncode == 1 and "no file of the curriculum" in ran.stdout, ran.stderr
    assert {line.split()[0] for line in ran.stdout.splitlines() if "/6" in line} == {"ann", "bob"}


@pytest.mark.parametrize("length", [80, 85, 100, 200])
def test_the_number_of_a_long_name_stays(tmp_path: Path, length: int) -> None:
    students = [f"{'L' * length}_{number}" for number in (47110, 47111)]
    found = sorted_out(put(tmp_path / "a", {f"{name}_assignsubmission_file_x.py": "" for name in students}))
    assert [name.rpartition("_")[2] for name in found.students] == ["47110", "47111"]
    assert all(len(name) <= 100 for name in found.students)


def clones(*names: str) -> Files:
    return {path: text for name in names for path, text in ((f"{name}/.git/HEAD", "?"), (f"{name}/shout.py", SHOUT))}


@pytest.mark.parametrize(
    ("around", "names", "students", "others"),
    [
        ("week-1-submissions", ["week-1-jane-doe", "week-1-jane-roe"], ["jane-doe", "jane-roe"], []),
        ("week-1-submissions", ["week-1-jane-doe"], ["jane-doe"], []),
        ("week-1-submissions", ["week-1", "week-1-jane-doe", "week-1-jane-roe"], ["jane-doe", "jane-roe"], ["week-1"]),
        ("week-1-submissions", ["week-1-ann", "week-1-week-1", "week-2-bob"], ["ann", "week-1"], ["week-2-bob"]),
        ("week-1-submissions", ["week-1-submissions-ann", "week-1-bob"], ["bob", "submissions-ann"], []),
        ("clones", ["week-1", "week-1-jane-doe", "week-1-jane-roe"], ["jane-doe", "jane-roe"], ["week-1"]),
        ("clones", ["week-1", "week-1-ann"], ["ann"], ["week-1"]),
        ("clones", ["week-1-jane", "week-1-jane-doe", "week-1-roe"], ["jane", "jane-doe", "roe"], []),
        ("monday-submissions", ["week-1-ann", "week-1-bob"], ["ann", "bob"], []),
    ],
)
@pytest.mark.parametrize("inside", [False, True])
def test_the_folder_around_clones_says_what_the_assignment_is_called(
    tmp_path: Path, around: str, names: list[str], students: list[str], others: list[str], inside: bool
) -> None:
    place = put(tmp_path / "download" / around, clones(*names))
    found = sorted_out(place.parent if inside and around != "clones" else place)
    assert (found.title, sorted(found.students), found.others) == ("GitHub Classroom", students, others)
    assert found.task == "week-1"
    assert f'{len(students)} submissions, a download of "week-1" from GitHub Classroom, 2 exercises.' in screen.about(
        found, 2
    )


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
    assert 'Nobody\'s, and not looked at: "README.txt".' in ran.stdout and ran.returncode == 1
    points = {line.split()[0]: line.split()[1] for line in ran.stdout.splitlines() if "/6" in line}
    assert points == {"doejane_4711": "6/6", "roebob_4712": "3/6", "roebob_4713": "3/6", "mayzoe_4714": "0/6"}


def test_a_large_class_is_listed_in_two_seconds(kit: Path) -> None:
    files = {f"s{n}_{n}_{n}{k}_{name}.py": RIGHT[name] for n in range(120) for k, name in enumerate(RIGHT)}
    place = packed(kit / "submissions.zip", files)
    start = time.process_time()
    assert len(sorted_out(place).students) == 120
    assert time.process_time() - start < 2
