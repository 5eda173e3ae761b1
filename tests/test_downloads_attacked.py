"""What an attacker's names did to a neighbour's row, and to honest ones, in downloads."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import RIGHT
from test_downloads import EXCHANGE, packed, put
from test_exports import kata

from keraskata import curriculum
from keraskata.handed_in.downloads import Download, sorted_out
from keraskata.handed_in.folder import read
from keraskata.handed_in.parts import BadInput
from keraskata.handed_in.reading import Reader, download
from keraskata.handed_in.reading import read as read_in

SHOUT, COUNT = RIGHT["shout"], RIGHT["count"]
WHEN = "2026-11-30 09:15:00.000001 UTC"


def whose(found: Download) -> dict[str, list[str]]:
    return {student: [part.called for part in parts] for student, parts in found.students.items()}


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> tuple[str, int, int]:
    """A user name, its number, and another number, that a folder may belong to; this process is of neither."""
    pwd = pytest.importorskip("pwd", reason="Windows has no owners of this kind")
    if os.geteuid() != 0:
        pytest.skip("only root can give folders away")
    first, second = [each for each in pwd.getpwall() if each.pw_uid][:2]
    return first.pw_name, first.pw_uid, second.pw_uid


def test_an_exchanges_folder_is_its_owners(tmp_path: Path, account: tuple[str, int, int]) -> None:
    """An attack: in `inbound` students' own processes make folders, with the neighbour's name and a later time."""
    anna, number, other = account
    own, later, same = f"{anna}+w+{WHEN}+a", f"{anna}+w+2026-11-30 09:16:00 UTC+b", f"{anna}+w+{WHEN}+0"
    place = put(tmp_path / "in", {f"{name}/shout.py": SHOUT for name in (own, later, same, f"x+w+{WHEN}+a")})
    for name, uid in ((own, number), (later, other), (same, 4_000_000)):
        os.chown(place / name, uid, -1)
    found = sorted_out(place)
    assert whose(found) == {anna: [own], "x": [f"x+w+{WHEN}+a"]} and not found.earlier
    assert found.title == "nbgrader's exchange" and found.others == sorted([later, same])
    assert [remark for remark in found.remarks if f"account number 4000000, not {anna}; see who handed it in" in remark]
    assert len(found.remarks) == 2 and all("is nobody's: its owner is the account" in each for each in found.remarks)
    os.chown(place, other, -1)  # whoever owns the folder around can call all in it what they like
    assert f"{anna} ({WHEN})" in sorted_out(place).earlier


@pytest.mark.parametrize("more", [["jane/shout.py", "x/a"], [".a/b", "._b", "c.txt"], ["._x", "y_1_2_shout.py", "z/b"]])
def test_an_exchange_among_other_entries_is_graded_by_nobodys_names(tmp_path: Path, more: list[str]) -> None:
    """An attack: with as many entries as the class has, `inbound` was a folder with a folder for each student."""
    class_ = [f"{name}+w+{WHEN}+a/shout.py" for name in ("jane", "joe")]
    with pytest.raises(BadInput, match=r"2 of its \d entries are folders of nbgrader's exchange. See who"):
        sorted_out(put(tmp_path / "in", dict.fromkeys([*class_, *more], SHOUT)))
    assert sorted_out(put(tmp_path / "b", dict.fromkeys([*class_, "jane/shout.py"], SHOUT))).others == ["jane"]


_PEOPLE = [f"submission_{n}: {{':submitters': [{{':email': {name}}}]}}" for n, name in enumerate(["anna", "joe", "x"])]
_KEYS = [f"? '{name}+w+{WHEN}+a'\n: {{':submitters': [{{':email': mal}}]}}" for name in ("anna", "joe")]


@pytest.mark.parametrize(
    "more",
    [
        {f"w_{name}_attempt_2026-11-30-23-00-00_{n}.py": "" for name in ("anna", "joe") for n in range(3)},
        {f"anna_4711_9{n}_shout.py": "" for n in range(10, 30)},
        {f"w-{n}/.git/HEAD": "?" for n in range(5)},
        {"submission_metadata.yml": "\n".join(_PEOPLE), **{f"submission_{n}/shout.py": "" for n in range(9)}},
        {"submission_metadata.yml": "\n".join(_KEYS)},
        {"submission_metadata.yml": "a: ["},
        {f"x{n}/shout.py": "" for n in range(9)},
    ],
)
def test_no_other_layout_wins_over_folders_of_accounts(
    tmp_path: Path, account: tuple[str, int, int], more: dict[str, str]
) -> None:
    """An attack: with more entries of a platform that knows no owners, neighbours' rows were taken in `inbound`."""
    anna, number, _ = account
    own = [f"{anna}+w+{WHEN}+a", f"joe+w+{WHEN}+a"]
    place = put(tmp_path / "in", {**{f"{name}/shout.py": SHOUT for name in own}, **more})
    os.chown(place / own[0], number, -1)
    found = sorted_out(place)
    assert whose(found) == {anna: [own[0]], "joe": [own[1]]} and found.title == "nbgrader's exchange"
    assert set(found.others) == {name.partition("/")[0] for name in more}


def test_a_file_called_like_gradescopes_list_makes_no_layout(tmp_path: Path) -> None:
    """An attack: it named entries of any form, and counted as one itself."""
    class_ = [f"{name}+w+{WHEN}+a" for name in ("anna", "joe")]
    for said in ("\n".join(_KEYS), "a: ["):  # whoever it is that it names, and where it cannot be read
        files = {**{f"{name}/shout.py": SHOUT for name in class_}, "submission_metadata.yml": said}
        found = sorted_out(put(tmp_path / "in", files))
        assert whose(found) == {"anna": [class_[0]], "joe": [class_[1]]} and found.others == ["submission_metadata.yml"]


def test_nothing_of_an_exchange_without_owners_is_said_with_what_to_do(
    kit: Path, account: tuple[str, int, int]
) -> None:
    name = f"anna+w+{WHEN}+a"
    os.chown(put(kit / "in", {f"{name}/shout.py": SHOUT}) / name, account[1], -1)
    ran = kata(kit, "grade-class", "in", "--out", "out", "--no-walls", "--workers=1")
    assert ran.returncode and f'"{name}" is nobody\'s: its owner is the account' in ran.stdout, ran.stderr
    assert "0 submissions, a download from nbgrader's exchange" in ran.stdout


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2099-01-01 00:00:00 UTC", "its time lies in the future"),
        ("9999-12-31 23:59:59.999999 UTC", "its time lies in the future"),
        ("2026-02-30 00:00:00 UTC", "its time is no date"),
        ("2026-11-30 25:15:00 UTC", "its time is no date"),
    ],
)
def test_an_exchanges_time_is_one_that_was(tmp_path: Path, when: str, why: str) -> None:
    """An attack: a time in the year 2099 is later than any hand-in of the neighbour's."""
    false = f"jane+s01_words+{when}+zz"
    found, honest = sorted_out(put(tmp_path / "a", {**EXCHANGE, f"{false}/shout.py": ""})), tmp_path / "b"
    assert found.students.keys() == sorted_out(put(honest, EXCHANGE)).students.keys() and found.others == [false]
    assert found.remarks == [f'"{false}" is nobody\'s: {why}.'] and len(found.earlier) == 1


def test_a_name_like_a_neighbours_takes_nothing_where_all_write_a_number(tmp_path: Path) -> None:
    """An attack: nobody's name had one reading, and annaberg_20001, user 20099, handed in for user 20001."""
    anna, false = "annaberg_20001_1234567_1239001_sigmoid.py", "annaberg_20001_20099_1234967_sigmoid.py"
    found = sorted_out(put(tmp_path / "a", dict.fromkeys([anna, false, "roebob_20002_1234667_1239002_sigmoid.py"], "")))
    assert whose(found) == {
        "annaberg_20001": ["1239001_sigmoid.py"],
        "annaberg_20001_20099": ["sigmoid.py"],
        "roebob_20002": ["1239002_sigmoid.py"],
    }
    many = [f"annaberg_20001_20099_{1235000 + n}_sigmoid.py" for n in range(40)]  # no majority of students
    assert whose(sorted_out(put(tmp_path / "a", dict.fromkeys(many, ""))))["annaberg_20001"] == ["1239001_sigmoid.py"]
    late = "annaberg_LATE_20001_20099_9234967_sigmoid.py"
    found = sorted_out(put(tmp_path / "b", dict.fromkeys([anna, late], "")))
    assert whose(found) == {"annaberg_20001": ["1239001_sigmoid.py"]} and not found.late and found.others == [late]
    assert len(found.remarks) == 2


def test_one_student_cannot_make_an_own_files_number_a_date_of_the_class(tmp_path: Path) -> None:
    """An attack: a number in the names of three files is no file's; it was that of the attacker's own first file."""
    names = ["annaberg_20001_1234567_sigmoid.py", "annaberg_20001_1234600_20099_1234967_sigmoid.py"]
    names += [f"annaberg_20001_1234600_20099_{1234968 + n}_1234967_{n}.txt" for n in range(3)]
    found = sorted_out(put(tmp_path / "a", dict.fromkeys(names, "")))
    assert whose(found)["annaberg_20001"] == ["sigmoid.py"] and names[1] in found.others


@pytest.mark.parametrize("beside", [["annaberg_20001_1234568_notes.md"], []])
def test_who_writes_a_number_into_a_files_name_loses_nothing(tmp_path: Path, beside: list[str]) -> None:
    """Users' numbers are near each other, too: 1234567 is none's here, so that this is no file 1239001."""
    names = [*beside, "annaberg_20001_1234567_1239001_sigmoid.py", "roebob_20002_1234667_sigmoid.py"]
    found = sorted_out(put(tmp_path / "a", dict.fromkeys(names, "")))
    own = ["1239001_sigmoid.py", *(["notes.md"] if beside else [])]
    assert whose(found) == {"annaberg_20001": own, "roebob_20002": ["sigmoid.py"]} and not found.others
    assert "and is taken for that of annaberg_20001: see in Canvas" in found.remarks[0]


def test_a_neighbours_number_in_several_names_is_not_dropped_silently(tmp_path: Path) -> None:
    """An attack: a number in the names of three students' files is no file's; it was that of the neighbour's file."""
    kim = "kimlea_1_4730_98044_sigmoid.py"
    attack = ["mal_4790_98050_98044_x.py", "eve_4791_98051_98044_x.py"]
    names = [kim, *attack, "roebob_4712_98010_sigmoid.py", "mayzoe_4713_98020_sigmoid.py"]
    found = sorted_out(put(tmp_path / "a", dict.fromkeys(names, "")))
    assert whose(found)["kimlea_1_4730"] == ["sigmoid.py"] and "kimlea_1" not in found.students
    assert [any(name in remark for remark in found.remarks) for name in attack] == [True, True]
    dated = [f"{name.removesuffix('sigmoid.py')}20261128_x.py" for name in names]  # no number is certain
    found = sorted_out(put(tmp_path / "b", dict.fromkeys(dated, "")))
    assert "kimlea_1_4730" in found.students or any(dated[0] in remark for remark in found.remarks)


def test_text_typed_in_by_who_has_a_number_in_the_name_makes_no_row_silently(tmp_path: Path) -> None:
    """An attack: user 5099 is called bob_7, and 7 is bob, who handed in nothing: he had a row."""
    names = [f"{name}_{5001 + n}_{3300 + n}_shout.py" for n, name in enumerate(("annaberg", "roebob", "limax"))]
    found = sorted_out(put(tmp_path / "a", dict.fromkeys([*names, "bob_7_5099_text.html"], "")))
    assert any(remark.startswith('"bob_7_5099_text.html" may be of bob_7 or bob_7_5099') for remark in found.remarks)


def test_who_is_anonymous_and_late_may_have_digits_only(tmp_path: Path) -> None:
    """Canvas writes names in lower case: no user is called LATE_anon."""
    names = ["LATE_anon_12345_90230_sigmoid.py", "anon_x7Fq2_90210_sigmoid.py", "LATE_anon_54321_90231_90232_x.py"]
    found = sorted_out(put(tmp_path / "a", dict.fromkeys(names, "")))
    assert {*found.students} == {"anon_12345", "anon_x7Fq2", "anon_54321"} and not found.remarks
    assert found.late == ["anon_12345", "anon_54321"]


def test_a_name_of_many_numbers_takes_no_time(tmp_path: Path) -> None:
    """An attack: each of 30,000 numbers in a name was read as a user's."""
    names = [f"roe_5000_{91000 + n}_{'9_' * (30_000 if n < 4 else 100)}sigmoid.py" for n in range(2000)]
    honest = [f"roe_{4000 + n}_{90000 + n}_shout.py" for n in range(20)]
    start = time.process_time()
    place = packed(tmp_path / "class.zip", dict.fromkeys([*names, *honest], ""))
    found = sorted_out(place)
    assert time.process_time() - start < 2 and found.title == "Canvas" and len(found.others) == 2000
    assert len(found.students) == 20 and found.remarks[0].endswith("is nobody's: it has too many numbers.")


@pytest.mark.parametrize(
    ("git", "others", "students"),
    [
        (["ann", "ann-marie"], ["bob"], {"ann", "ann-marie", "bob"}),
        (["week-1", "week-1-ann", "week-1-bob"], ["week-1-cy"], {"ann", "bob"}),
        (["week-1", "week-1-ann"], [], {"ann"}),
    ],
)
def test_a_student_is_no_template(tmp_path: Path, git: list[str], others: list[str], students: set[str]) -> None:
    """An attack: ann-marie, with a .git, made ann, who uses git, a template, and bob nobody."""
    files = dict.fromkeys([*(f"{name}/.git/HEAD" for name in git), *(f"{name}/x.py" for name in [*git, *others])], "")
    found = sorted_out(put(tmp_path / "class", files))
    assert {*found.students} == students and set(found.others) == {*git, *others} - {*whose(found)} - {
        part.called for parts in found.students.values() for part in parts
    }


def about(user: str) -> str:
    return f"Name: Jane (J.) Doe ({user})\r\nAssignment: Week 1"


@pytest.mark.parametrize("users", [["u_123", "u_124"], ["jane_doe"], ["u_123", "u_124", "roe"]])
@pytest.mark.parametrize("form", [about, lambda user: "Name: ?"])
def test_an_assignment_of_blackboard_takes_no_part_of_a_name_silently(
    tmp_path: Path, users: list[str], form: Callable[[str], str]
) -> None:
    """Of names that all begin alike the assignment's took a part: u_123 was 123."""
    files = {
        f"Week_1_{user}_attempt_2026-11-30-09-15-00{end}": form(user) for user in users for end in (".txt", "_x.py")
    }
    found = sorted_out(put(tmp_path / "class", files))
    if form is about or "roe" in users:
        assert [*found.students] == sorted(users) and found.task == "Week_1"
    if form is about:
        assert not found.remarks
    else:
        (remark,) = found.remarks
        assert remark.endswith("see that it holds no part of the students' names.")


def test_common_letters_of_clones_are_said(tmp_path: Path) -> None:
    place = put(tmp_path / "class", {f"hw-uni-{name}/.git/HEAD": "" for name in ("ann", "bob")})
    (remark,) = sorted_out(place).remarks
    assert remark.startswith('"hw-uni" is what all names begin with, and taken for the assignment')


@pytest.mark.parametrize("names", [["stud-001", "stud-002", "stud-003"], ["hw-ann", "hw-bob", "hw-cy"]])
@pytest.mark.parametrize("without", [0, 1])
def test_who_hands_in_git_does_not_make_a_class_one_of_clones(tmp_path: Path, names: list[str], without: int) -> None:
    """An attack, or an accident: with a .git in most folders of a class the others were nobody's."""
    given = {f"{name}/.git/HEAD": "?" for name in names[without:]} | {f"{name}/shout.py": SHOUT for name in names}
    found = sorted_out(put(tmp_path / "class", given))
    are_clones = not without and names[0] != "stud-001"  # mere numbers are the system's own names
    assert (found.title, found.others) == ("GitHub Classroom" if are_clones else "", [])
    assert [*found.students] == ([name[3:] for name in names] if are_clones else names)


def test_an_id_of_several_accounts_is_said(kit: Path) -> None:
    """An attack: who types in a neighbour's ID has the neighbour's row go by an e-mail address, and not by the ID."""
    person = "{{':name': {}, ':sid': {}, ':email': {}}}"
    people = [("A", "'0047'", "a@x.edu"), ("B", "", "b@x.edu"), ("A", "'0047'", "m@x.edu"), ("C", "", "c@x.edu")]
    said = "".join(f"submission_{n}:\n  :submitters: [{person.format(*who)}]\n" for n, who in enumerate(people))
    files = {"submission_metadata.yml": said, **{f"submission_{n}/shout.py": SHOUT for n in range(4)}}
    found = sorted_out(put(kit / "in", files))
    assert [*found.students] == ["a@x.edu", "b@x.edu", "m@x.edu", "c@x.edu"] and not found.others
    about = 'The student ID 0047 is that of several accounts, which go by other names here: "a@x.edu", "m@x.edu".'
    assert found.remarks == [f"{about} See whose it is."]
    ran = kata(kit, "grade-class", "in", "--out", "out", "--no-walls", "--workers=1", "--section=s01_words")
    assert about in ran.stdout and ran.returncode == 1, ran.stderr


@pytest.mark.parametrize(
    ("victim", "attacker"),
    [
        (("Bob Roe", "", "bob_roe@x.edu"), ("bob", "roe@x.edu", "m@x.edu")),
        (("J_Doe", "1", "j@x.edu"), ("J", "Doe_1", "m@x.edu")),
        (("Jane Doe", "a_1", "j@x.edu"), ("Jane Doe_a", "1", "m@x.edu")),
        (("J", "", ""), ("J_submission", "0", "m@x.edu")),
        (("J\u00e9", "1_1", "j@x.edu"), ("Je\u0301_1", "1", "m@x.edu")),
    ],
)
def test_two_accounts_of_gradescope_are_never_one(
    tmp_path: Path, victim: tuple[str, ...], attacker: tuple[str, ...]
) -> None:
    """An attack: students type in names and IDs, and two of them together were a neighbour's name."""
    people = [victim, attacker, ("C", "", "c@x.edu")]
    said = {
        f"submission_{n}": {
            ":submitters": [{":name": name, ":sid": number, ":email": email}],
            ":created_at": f"2026-11-2{n} 09:15:00",
        }
        for n, (name, number, email) in enumerate(people)
    }
    files = {"submission_metadata.yml": json.dumps(said), **{f"{entry}/shout.py": SHOUT for entry in said}}
    found = sorted_out(put(tmp_path / "in", files))
    assert sorted(whose(found).values()) == [["submission_0"], ["submission_1"], ["submission_2"]]
    assert "c@x.edu" in found.students and not found.earlier and not found.others
    (remark,) = found.remarks
    assert remark.startswith("Several accounts have the name ") and remark.endswith(" See whose each is.")
    assert all(f'"{student}"' in remark for student in found.students if student != "c@x.edu")


@pytest.mark.parametrize("names", [["ann", "bob", "cy"], ["hw-ann", "hw-bob", "hw-cy"]])
def test_a_folder_that_nobody_may_read_costs_only_itself(kit: Path, names: list[str]) -> None:
    """An attack, or an accident: one folder with mode 000 refused the class."""
    place = put(kit / "class", {f"{name}/shout.py": SHOUT for name in names})
    (place / names[0]).chmod(0)
    try:
        if os.access(place / names[0], os.R_OK):
            pytest.skip("root reads everything")
        found = sorted_out(place)
        assert [*found.students] == names
        assert "Permission denied" in read(curriculum.load(kit), names[0], found.students[names[0]]).problem
    finally:
        (place / names[0]).chmod(0o755)


def test_a_folder_that_cannot_be_listed_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = put(tmp_path / "class", {f"{name}/shout.py": SHOUT for name in ("ann", "bob")})

    def iterdir(folder: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert [*sorted_out(place).students] == ["ann", "bob"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are Unicode")
@pytest.mark.parametrize(
    "names",
    [
        [b"Zo\xeb May_4711_assignsubmission_file_", b"Jane_4712_assignsubmission_file_"],
        [b"zo\xebmay_4711_90001_shout.py", b"jane_4712_90002_\xeb.py"],
        [b"zo\xeb+w+2026-11-28 09:15:00 \xeb+a", b"jane+\xeb+2026-11-28 09:15:00 UTC+b"],
        [b"zo\xeb", b"zo\xec", b"\xeb.txt"],
    ],
)
def test_a_name_that_is_not_utf_8_costs_nothing(kit: Path, names: list[bytes]) -> None:
    """An accident: a download that another system unpacked was refused, as if it took too much time or memory."""
    for name in names:
        place = kit / "in" / os.fsdecode(name)
        put(place.parent, {place.name: SHOUT}) if place.suffix else put(place, {"shout.py": SHOUT})
    reader = Reader(curriculum.load(kit))
    try:
        found = download(reader, kit / "in")
        assert len(found.students) == 2 and any("\\udceb" in name for name in found.students)
        assert all(
            read_in(reader, student, parts)[0].files for student, parts in found.students.items() if "zo" in student
        )
    finally:
        reader.close()


@pytest.mark.parametrize("mark", ["_assignsubmission_file_", "_assignsubmission_file_/"])
def test_a_student_of_moodle_may_have_no_name(tmp_path: Path, mark: str) -> None:
    """An attack: most names were of no form, and the whole class was graded by the names of its files."""
    files = {f"Jane Doe_4711{mark}shout.py": SHOUT, **{f"_{5000 + n}{mark}x{n}.py": "" for n in range(3)}}
    found = sorted_out(put(tmp_path / "class", files))
    assert [*found.students] == ["Jane Doe_4711", "_5000", "_5001", "_5002"] and found.title == "Moodle"


def test_too_large_an_archive_of_a_class_says_what_to_do(tmp_path: Path) -> None:
    """A list of more than 65,535 files is in the form that is not read; one student can hand in so many."""
    files = {
        **dict.fromkeys((f"mallory_5000_91000_{n}" for n in range(65_600)), ""),
        "doejane_4711_90210_shout.py": SHOUT,
    }
    with pytest.raises(BadInput, match=r"class\.zip cannot be read: .*; unpack it, and name the folder\.$"):
        sorted_out(packed(tmp_path / "class.zip", files))


@pytest.mark.parametrize(
    ("entry", "others"),
    [
        ("annaberg_20_35_129_sigmoid.py", ["annaberg_20_30_notes.txt", "roebob_21_32_sigmoid.py"]),
        (
            "berganna_20001_80000_230001_a.py",
            ["lowdi_20004_230003_a.py", "roe_20002_200000_a.py", "zed_20003_200001_a.py"],
        ),
        ("annaberg_4711_4730_9900_a.py", ["annaberg_4711_4800_b.py", "roe_4712_4801_a.py"]),
    ],
)
def test_whose_only_the_size_of_numbers_says_is_never_silent(tmp_path: Path, entry: str, others: list[str]) -> None:
    """A file's number of more than twice all others' was none, without a word: honest early work, and an attack."""
    found = sorted_out(put(tmp_path / "a", dict.fromkeys([entry, *others], SHOUT)))
    assert len(found.remarks) == 1 and found.remarks[0].startswith(f'"{entry}" may be of ')


def broken(place: Path, files: dict[str, str]) -> Path:
    """An archive in which each "ß" of a name is two bytes that are not UTF-8, although the archive says they are."""
    place.write_bytes(packed(place, files).read_bytes().replace("ß".encode(), b"\xff\xfe"))
    return place


@pytest.mark.parametrize(
    "names",
    [
        ["ann/shout.py", "bob/shout.py", "bob/ß.txt", "cy/shout.py"],
        ["ann/shout.py", "bß/shout.py", "cy/ß/shout.py"],
        ["A_4711_assignsubmission_file_/shout.py", "Bß_4712_assignsubmission_file_/shout.py", "ß.txt"],
        ["a_4711_90001_shout.py", "b_4712_90002_ß shout.py"],
        [f"ann+ß+{WHEN}/shout.py", f"ßo+w+{WHEN}/shout.py"],
    ],
)
def test_a_broken_name_in_an_archive_costs_nothing(kit: Path, names: list[str]) -> None:
    """An attack, or an accident: one such name in the archive of a class refused it, as if it were damaged."""
    found = sorted_out(broken(kit / "class.zip", dict.fromkeys(names, SHOUT)))
    works = [read(curriculum.load(kit), name, parts) for name, parts in found.students.items()]
    assert len(works) == len({name.partition("/")[0] for name in names} - {"ß.txt"})
    assert all("s01_words/shout" in work.files for work in works)


def test_a_broken_name_in_a_students_archive_costs_nothing(kit: Path) -> None:
    (kit / "class").mkdir()
    broken(kit / "class" / "ann.zip", {"ß/shout.py": SHOUT, "ß.txt": "?"})
    ((student, parts),) = sorted_out(kit / "class").students.items()
    assert read(curriculum.load(kit), student, parts).files == {"s01_words/shout": SHOUT.encode()}


@pytest.mark.parametrize("form", ["folder", "archive"])
def test_names_are_read_also_where_the_system_has_no_unicode(
    kit: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An accident: with a C locale one such name in the archive of a class "takes too much time or memory"."""
    files = {"ann/shout.py": SHOUT, "毛/shout.py": SHOUT, "Zoë/毛/shout.py": SHOUT}
    put(kit / "class", files) if form == "folder" else packed(kit / "class", files).rename(kit / "class.zip")
    for name, value in (("PYTHONUTF8", "0"), ("PYTHONCOERCECLOCALE", "0"), ("LC_ALL", "C")):
        monkeypatch.setenv(name, value)
    place = "class" if form == "folder" else "class.zip"
    ran = kata(kit, "grade-class", place, "--out", "out", "--no-walls", "--workers=1")
    assert ran.returncode == 0 and ran.stdout.count("3/6") == 3, ran.stdout + ran.stderr
    assert len(list((kit / "out" / "results").iterdir())) == 3


def metadata(count: int, tests: int, more: str = "") -> str:
    """Gradescope's list of so many submissions, with what so many tests said of each; a name is in two lines."""
    said = "".join(
        f"    - score: 1.0\n      name: test {n}\n      output: |\n        :submitters:\n        submission_1:\n"
        "\n        - :name: Eve\n"
        for n in range(tests)
    )
    return "---\n" + "".join(
        f"submission_{n}:\n  :submitters:\n  - :name: 'N{n}\n      Roe'\n    :sid: '{n}'\n    :email: n{n}@x\n"
        f"  :created_at: 2026-11-28 10:00:0{n % 10} Z\n{more.replace('&', f'&{n}')}  :score: 1.0\n"
        f"  :results:\n    tests:\n{said}"
        f"  :history:\n  - :id: 1\n    :created_at: 2026-11-27 10:00:00 Z\n    :submitters:\n    - :name: Mal\n"
        for n in range(count)
    )


@pytest.mark.parametrize("more", ["", "  :x: &a 1\n", '  "y z": |\n    - :name: a\n\n    b\n', "  ? z\n  : 1\n"])
def test_what_tests_said_is_no_part_of_gradescopes_list(tmp_path: Path, more: str) -> None:
    """An accident, or an attack: with what tests had said of a large class, or of who tried often, none was graded."""
    small, large = (
        sorted_out(
            put(
                tmp_path / str(tests),
                {
                    "submission_metadata.yml": metadata(60, tests, more),
                    **{f"submission_{n}/shout.py": SHOUT for n in range(60)},
                },
            )
        )
        for tests in (2, 150)
    )
    assert small.when == large.when and whose(small) == whose(large) and small.title == large.title == "Gradescope"
    assert [*large.students][:2] == ["N0 Roe_0", "N1 Roe_1"] and small.remarks == large.remarks == []


def test_a_list_of_gradescope_with_40_mb_of_tests_is_read_in_time(kit: Path) -> None:
    files = {f"submission_{n}/shout.py": SHOUT for n in range(300)}
    place = put(kit / "in", {**files, "submission_metadata.yml": metadata(300, 1200)})
    assert (place / "submission_metadata.yml").stat().st_size > 36_000_000
    reader, start = Reader(curriculum.load(kit)), time.monotonic()
    try:
        found = download(reader, place)
        assert time.monotonic() - start < 15 and len(found.students) == 300 and not found.remarks
    finally:
        reader.close()


@pytest.mark.parametrize("odd", ["odd: 1\n", ""])
def test_too_long_a_list_of_gradescope_is_named(tmp_path: Path, odd: str) -> None:
    said = odd + (metadata(60, 2000) if odd else metadata(80_000, 0))
    files = {"submission_metadata.yml": said, "submission_1/shout.py": SHOUT, "submission_2/shout.py": SHOUT}
    with pytest.raises(BadInput, match=r"^submission_metadata.yml has \d+ MB, .*: keep only `:submitters:` and"):
        sorted_out(put(tmp_path / "in", files))


def test_a_list_that_refers_to_what_is_left_out_is_read_as_a_whole(tmp_path: Path) -> None:
    said = metadata(20, 300, "  :course: &c 777\n") + "submission_20:\n  :submitters:\n  - :name: Zed\n    :sid: *9c\n"
    files = {f"submission_{n}/shout.py": SHOUT for n in range(21)}
    assert "Zed_777" in sorted_out(put(tmp_path / "in", {"submission_metadata.yml": said, **files})).students
