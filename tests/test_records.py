"""The records of a class: none is mistaken for another's, and what cannot be read is graded again and said."""

import copy
import csv
import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from conftest import RIGHT
from pages import CLASS, class_results
from test_class import hand_in, run
from test_class_by_section import graded, sections
from test_exports import graded as results
from test_exports import kata, keep

from keraskata.classes import record_names
from keraskata.classes.record_files import NoRecords, every, everyone
from keraskata.classes.record_form import wrong
from keraskata.classes.regraded import changes
from keraskata.classes.results_folder import Records
from keraskata.handed_in.downloads import sorted_out
from keraskata.printable import printable
from keraskata.results import report

__all__ = ["sections"]  # a fixture
LONG = "ä" * 100
STRANGE = [
    *(
        "alice",
        "Alice",
        "ALICE",
        "con",
        "CON",
        "con.txt",
        "lpt1",
        "nul .x",
        ".hidden",
        " space",
        "dot.",
        "space ",
        "a/b",
    ),
    *(LONG, "Ä" * 100, hashlib.sha256(LONG.encode()).hexdigest(), record_names.of(LONG), record_names.of("Alice")),
    *(unicodedata.normalize(form, "Müller") for form in ("NFC", "NFD")),
    *("%41lice", "alice.json", "=1+1", "a#b", "..", "a\ud800", "x" * 100, "X" * 100, "日本語", "🙂"),
    *(record_names.of(name).removesuffix(".json") for name in ("Alice", LONG, "CON")),
]


def said(record: dict[str, Any], student: str) -> dict[str, Any]:
    return {**record, "submission": {"student": student, "digest": "", "problem": ""}}


def test_names_cannot_meet_on_any_file_system() -> None:
    names = {student: record_names.of(student) for student in STRANGE}
    for form in (str.casefold, lambda name: unicodedata.normalize("NFD", name), lambda name: name.rstrip(". ").upper()):
        assert len({form(name) for name in names.values()}) == len(names) == len(set(STRANGE))
    for name in names.values():
        assert name.isascii() and len(name) < 140 and "/" not in name and not name.startswith((".", " "))
        assert name.split(".")[0].rstrip().lower() not in {"con", "nul", "lpt1"}
    assert (names["alice"], names["=1+1"]) == ("alice.json", "%3D1+1.json") and names["Alice"].startswith("Alice#")


def test_a_browser_opens_the_page_of_any_student() -> None:
    """An address ends at `#`, and has codes of letters behind `%`: a page of such a name is not found."""
    names = [record_names.of_page(student) for student in (*STRANGE, "100% #1", "a%23b", "a=23b", "Jane Doe?")]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert urlsplit(f"https://example.org/{name}").path == f"/{name}" == unquote(f"/{name}")


def test_a_name_like_the_hash_of_a_neighbours_takes_no_record(kit: Path) -> None:
    """The attack of the review: 31 results of 32 students."""
    hand_in(kit, LONG[:60], **RIGHT)
    for name in (record_names.of_old(LONG[:60]), record_names.of(LONG[:60])):
        hand_in(kit, name.removesuffix(".json"), count=RIGHT["count"])
    ran = run(kit, "--no-walls")
    assert ran.returncode == 0, ran.stderr
    rows = list(csv.reader((kit / "out/grades.csv").read_text().splitlines()))[1:]
    assert sorted(row[1] for row in rows) == ["3", "3", "6"] and len(list((kit / "out/results").iterdir())) == 3


@pytest.mark.parametrize("name", ["علی\u200cرضا", "m\xad", "a\tb", "z ", "m\udcfc", "x" * 120, "é" + "\u0301" * 9])
def test_who_is_called_like_the_escapes_of_a_neighbour_takes_no_name(name: str, tmp_path: Path) -> None:
    """An attack: the plain name was kept by whoever had it, and its owner became another student in the next run."""
    (tmp_path / name).mkdir()
    (shown,) = sorted_out(tmp_path).students
    assert printable(shown) == shown
    for other in {shown, shown[:90], f"{shown[:83]}…{'0' * 16}", shown.replace("\\", "\\\\")} - {name}:
        (tmp_path / other).mkdir()
    found = sorted_out(tmp_path).students
    assert len(found) == len(list(tmp_path.iterdir())) and [part.place for part in found[shown]] == [tmp_path / name]


def test_records_of_an_earlier_version_are_found(sections: Path) -> None:
    student = "Ann Ä" * 19
    (sections / "class" / "ann").rename(sections / "class" / student)
    graded(sections, "s01_words")
    place = sections / "out" / "results"
    (place / record_names.of(student)).rename(place / record_names.of_old(student))
    assert graded(sections, "s01_words", resume=True)[student].kept
    assert graded(sections, "s02_more")[student].score == 3
    assert [file.name for file in place.iterdir()] == [record_names.of(student)]
    assert everyone(sections / "out")[0]["score"] == 9


def test_of_an_old_record_and_a_new_one_the_new_one_counts(tmp_path: Path) -> None:
    keep(tmp_path, "Bob", results(3, 3, 4))
    place = tmp_path / "results"
    (place / "Bob.json").write_text((place / record_names.of("Bob")).read_text())  # a run was killed between the two
    keep(tmp_path, "Bob", results(0, 0, 0))
    (place / "Bob.json").write_text(json.dumps(said(report(results(3, 3, 4), 0, "torch"), "Bob")))
    assert [record["score"] for record in everyone(tmp_path)] == [0]


def test_a_record_is_not_taken_for_anothers(tmp_path: Path) -> None:
    keep(tmp_path, "alice", results(3, 3, 4))
    place = tmp_path / "results"
    (place / "bob.json").write_text((place / "alice.json").read_text())
    kept = Records(tmp_path)
    assert kept.load("bob") is None and "another student" in kept.unread[place / "bob.json"]
    with pytest.raises(NoRecords, match="the record of alice"):
        everyone(tmp_path)


OTHERS: list[Any] = [None, True, -1.5, 7, "x", [], [1], {}, {"x": 1}, [None], [[]], 10**400]


def variations(value: Any) -> Iterator[Any]:
    """`value` with each key dropped, and each part replaced by something of each other type."""
    yield from OTHERS
    if isinstance(value, dict):
        for key in value:
            yield {name: each for name, each in value.items() if name != key}
            for inner in variations(value[key]):
                yield {**value, key: inner}
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield value[:place] + value[place + 1 :]
            for inner in variations(each):
                yield [*value[:place], inner, *value[place + 1 :]]


def test_whatever_a_record_holds_nothing_that_reads_it_breaks(sections: Path) -> None:
    """Each that is let through is graded on by a run, by its resumption, by the exports and by the page."""
    from keraskata.curriculum import load
    from keraskata.report.class_page import class_page
    from keraskata.report.lms.grades import ExportFailed, Grades

    graded(sections, "s01_words")
    graded(sections, "s02_more")
    place = sections / "out" / "results" / "ann.json"
    whole = json.loads(place.read_text())
    whole["exercises"] = whole["exercises"][::2]  # fewer to vary
    whole["submission"]["runs"][1]["exercises"] = ["s01_words/shout"]
    whole["score"] = whole["max_score"] = 6
    check = whole["exercises"][0]["checks"][0]
    check |= {"feedback": {"expected": "a", "found": "b", "likely": None, "notes": ["c"]}, "curves": {"a": [1.0]}}
    check |= {"measured": {"a": 1}, "pictures": [{"title": "a", "svg": "b"}], "printed": ["a"]}
    whole["submission"]["runs"][0]["late"] = {
        **{"due": "2026-11-30T00:00:00+00:00", "extension": False, "handed_in": "2026-12-01T00:00:00+00:00"},
        **{"hours": 24.0, "percent": 0, "marked": "", "taken_off": 0},
    }
    facts = {"points": 0, "max_points": 3, "worth": 5, "graded": {"seed": 0, "answer": "x"}}
    whole["exercises"][0]["earlier"] = [{"until": "x", "checks": [], **facts}]
    assert wrong(whole) == ""
    tried = passed = 0
    for record in variations(whole):
        tried += 1
        if wrong(copy.deepcopy(record)):
            continue
        passed += 1
        place.write_text(json.dumps(record))
        if passed % 20 == 0:
            graded(sections, "s01_words", resume=passed % 40 == 0)
            place.write_text(json.dumps(record))
        try:
            found = everyone(sections / "out")
            Grades.of(found)
            list(changes(found[0]))
            if passed % 20 == 0:
                class_page(load(sections), found, anonymous=True)
        except (ExportFailed, NoRecords):
            continue
    assert tried > 1_000 and 30 < passed < tried / 5, (tried, passed)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda place: place.write_text(json.dumps({**json.loads(place.read_text()), "score": None})),
        lambda place: place.write_text(json.dumps({"submission": {}, "exercises": [], "subject": "warm"})),
        lambda place: place.write_text("[" * 100_000),
        lambda place: place.write_bytes(b"\xff\xfe\x00"),
        lambda place: place.write_text(json.dumps({**json.loads(place.read_text()), "version": 2})),
        lambda place: (place.unlink(), os.mkfifo(place)),
        lambda place: (place.unlink(), place.mkdir(), (place / "x").write_text("")),
        lambda place: (place.unlink(), place.symlink_to("/nowhere")),
        lambda place: (place.unlink(), place.symlink_to("/dev/zero")),
        lambda place: os.truncate(place, 10**9),
    ],
    ids=["no score", "half", "deep", "bytes", "later", "pipe", "folder", "dangling", "device", "huge"],
)
def test_what_cannot_be_read_is_graded_anew_and_said(sections: Path, spoil: Any) -> None:
    for student in ("bob", "eve"):
        hand_in(sections, student, **RIGHT)
    graded(sections, "s01_words", "s02_more")
    whole = (sections / "out/results/ann.json").read_text()
    for student in ("ann", "gone"):
        place = sections / "out/results" / f"{student}.json"
        place.write_text(whole.replace('"ann"', f'"{student}"'))
        spoil(place)
    with pytest.raises(NoRecords, match=r"cannot be read \("):
        everyone(sections / "out")
    kept = Records(sections / "out")
    again = graded(sections, "s01_words", "s02_more", resume=True, kept=kept)
    assert {name: grade.kept for name, grade in again.items()} == {"ann": False, "bob": True, "eve": True}
    for student, then in (("ann", "its student was graded again"), ("gone", "grades.csv is without it")):
        (line,) = [line for line in kept.remarks() if f"{student}.json" in line]
        assert "could not be read (" in line and then in line and "\n" not in line
    found, unread = every(sections / "out")
    assert {r["submission"]["student"]: r["score"] for r in found} == {"ann": 9, "bob": 6, "eve": 6}
    assert [place.name for place in unread] == ["gone.json"]
    assert os.path.lexists(sections / "out/results/ann.unread")  # of a later version it may be worth something


def test_unknown_fields_of_the_same_version_are_no_fault(tmp_path: Path) -> None:
    class_results(tmp_path, CLASS[:1])
    place = tmp_path / "results" / "anna.json"
    record = json.loads(place.read_text())
    record["walls"] = record["submission"]["added"] = record["exercises"][0]["checks"][0]["added"] = {"any": ["thing"]}
    place.write_text(json.dumps(record))
    assert everyone(tmp_path) and kata(tmp_path, "class-report", ".", "--no-open").returncode == 0


def test_two_runs_do_not_write_into_one_folder(kit: Path) -> None:
    hand_in(kit, "alice", **RIGHT)
    with Records(kit / "out").held():
        second = run(kit, "--no-walls")
    assert second.returncode == 2
    assert second.stderr == "kata: Another run is grading into out; wait until it has ended.\n"
    with Records(kit / "out").held():  # the lock went with its run
        pass


def test_what_a_killed_run_left_is_cleared_away(kit: Path) -> None:
    hand_in(kit, "alice", **RIGHT)
    (kit / "out/results").mkdir(parents=True)
    for name in ("results/alice.draft", "grades.draft"):
        (kit / "out" / name).write_text("{ half of")
    assert run(kit, "--no-walls").returncode == 0
    assert not list((kit / "out").rglob("*.draft"))
