"""Variants: numbers and names that differ from student to student, in stubs, verdicts, classes and the check."""

import csv
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT, SECTION
from test_class import hand_in, run
from test_class_by_section import record, rows
from test_exports import kata
from varied_kit import SOLUTION, STUB, of, vary

from keraskata.classes.record_form import wrong
from keraskata.curriculum import Exercise, load
from keraskata.grading.run import grade
from keraskata.learner.stubs import write_list
from keraskata.results import Result
from keraskata.variants import MOST, of_student, said

SHOUT = "s01_words/shout"
COURSE = '[variants]\nsecret = "some words of our own"\nroster = "students.csv"\n'
ACCUSING = re.compile(r"cheat|copi|copy|stole|plagiar|another student|somebody else|neighbour|not yours", re.I)


def graded(kit: Path, exercise: Exercise, text: str) -> Result:
    place = kit / "answer.py"
    place.write_text(text)
    (result,) = grade(load(kit), [(exercise, place)])
    return result


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('"""Do.\n\nVariant: 7\n"""\n', 7),
        ("# Variant: 7\ndef f(): ...\n", 7),
        ("x = 1\r\n# Variant: 9999\r\n", 9999),
        ("Variant: 7\nVariant: 8\n", 7),
        ("", 0),
        ("Variant: 0\n", 0),
        ("Variant: 07\n", 0),
        ("Variant: 10000\n", 0),
        ("Variant: 7.5\n", 0),
        ("Variant: -7\n", 0),
        ("Variant: 7 \n", 0),
        ("Variant: \N{ARABIC-INDIC DIGIT SEVEN}\n", 0),
        ("Variant: 7; import os\n", 0),
        ("  Variant: 7\n", 0),
        ("variant: 7\n", 0),
        ("#Variant: 7\n", 0),
    ],
)
def test_a_line_says_a_variant_or_nothing(text: str, number: int) -> None:
    assert said(text) == said(text.encode()) == number


def test_who_has_which_follows_from_secret_and_name() -> None:
    numbers = [of_student("our secret", f"student {n}") for n in range(300)]
    assert numbers == [of_student("our secret", f"student {n}") for n in range(300)]
    assert all(1 <= number <= MOST for number in numbers) and len(set(numbers)) > 285
    assert numbers != [of_student("your secret", f"student {n}") for n in range(300)]


def test_values_are_spread_evenly_and_stay_when_others_come(kit: Path) -> None:
    few, numbers = vary(kit), range(1, 2_001)
    for each in few.varies:
        counted = Counter(few.of(number).values[each.name] for number in numbers)
        assert counted.keys() == set(each.values) and min(counted.values()) > 400
    (kit / SECTION).write_text((kit / SECTION).read_text().replace("[2, 3, 4, 5]", "[2, 5, 3, 4, 6]"))
    load.cache_clear()
    more = load(kit).exercises[SHOUT]
    same = sum(few.of(number).values["marks"] == more.of(number).values["marks"] for number in numbers)
    assert same > 0.75 * len(numbers)


def test_a_variant_is_graded_by_what_its_file_says(kit: Path) -> None:
    exercise = vary(kit)
    number = of(exercise, marks=4, word="noisy")
    own = exercise.of(number)
    assert own.stub(STUB).splitlines()[:5] == [
        '"""Write a text in capitals.',
        "",
        'It has 4 marks behind it. Say how that is, too: "noisy".',
        f"Variant: {number}",
        '"""',
    ]
    assert own.stub('"""Write."""\nx = 2\n') == f'# Variant: {number}\n"""Write."""\nx = 2\n'
    result = graded(kit, exercise, own.stub(SOLUTION))
    assert result.done and result.variant and result.variant.values == {"marks": 4, "word": "noisy"}
    assert result.checks[0].docstring == "shout(text) is in capitals, with 4 marks."
    assert result.remark == f"variant {number}"
    again = graded(kit, exercise, own.stub(SOLUTION))  # from the verdicts that are kept
    assert again == result
    assert graded(kit, exercise, SOLUTION).done and graded(kit, exercise, SOLUTION).variant is None
    assert graded(kit, exercise, own.stub(STUB)).points == 0
    assert not graded(kit, exercise, own.stub(SOLUTION).replace(f"Variant: {number}", "")).done


def test_a_neighbours_answer_fails_in_words_that_do_not_accuse(kit: Path) -> None:
    exercise = vary(kit)
    mine, other = of(exercise, marks=4, word="noisy"), of(exercise, marks=5, word="big")
    result = graded(kit, exercise.of(mine), exercise.of(other).stub(SOLUTION))
    first, second = (check.feedback for check in result.checks)
    assert result.points == 0 and first and second
    assert (first.expected, first.found) == ("shout('ab')[0] is 'AB!!!!'", "'AB!!!!!'")
    own = f"This is graded with the values of your own stub, variant {mine}: marks is 4, word is 'noisy'."
    assert first.notes == [own] and second.notes == []
    assert not ACCUSING.search(f"{first} {second}")
    kits = graded(kit, exercise.of(mine), SOLUTION).checks[0].feedback  # without a line
    assert kits and kits.notes == [own]
    stub = exercise.of(other).stub(STUB.replace("raise NotImplementedError", 'return "", "big"'))
    (kit / f"exercises/{SHOUT}.py").write_text(STUB.replace("raise NotImplementedError", 'return "", "loud"'))
    write_list(load(kit))
    found = graded(kit, exercise.of(mine), stub)  # still a stub, which has something right by itself
    assert [check.outcome for check in graded(kit, exercise.of(other), stub).checks] == ["failed", "not reached"]
    assert found.points == 0 and [check.outcome for check in found.checks] == ["failed", "failed"]


def course(kit: Path, *students: str) -> None:
    (kit / "course.toml").write_text(COURSE)
    (kit / "students.csv").write_text("id\n" + "".join(f"{name}\n" for name in students))


def made(kit: Path, *options: str, status: int = 0) -> str:
    ran = kata(kit, "variants", "--course", "course.toml", "--out", "given", *options)
    assert ran.returncode == status, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


def test_each_student_of_a_roster_gets_a_folder(kit: Path) -> None:
    exercise = vary(kit)
    course(kit, "ann", "ben")
    assert made(kit) == "2 students in given; 1 of 2 exercises vary. Who has which: variants.csv.\n"
    table = {name: int(number) for name, number in rows(kit / "given/variants.csv")[1:]}
    assert table == {name: of_student("some words of our own", name) for name in ("ann", "ben")}
    for name, number in table.items():
        assert (kit / f"given/{name}/{SHOUT}.py").read_text() == exercise.of(number).stub(STUB)
        assert "Variant" not in (kit / f"given/{name}/s01_words/count.py").read_text()
    (kit / f"given/ann/{SHOUT}.py").write_text("work")
    course(kit, "ann", "ben", "cyd")
    assert f"given/ann/{SHOUT}.py: is there with something else, and stays as it is." in made(kit, status=1)
    assert (kit / f"given/ann/{SHOUT}.py").read_text() == "work" and (kit / f"given/cyd/{SHOUT}.py").is_file()


@pytest.mark.parametrize(
    ("course_toml", "students", "words"),
    [
        ("", "id\nann\n", "course.toml has no [variants]"),
        ("[variants]\nsecret = 5\n", "id\nann\n", "[variants] should have two lines: secret = "),
        ('[variants]\nsecret = "short"\nroster = "students.csv"\n', "id\nann\n", "8 characters or more"),
        (COURSE, "surname\nann\n", "has none of the columns"),
        (COURSE.replace("students", "nobodies"), "id\nann\n", "nobodies.csv"),
        (COURSE, "id\n../ann\n", "cannot be the name of a folder"),
        (COURSE, "id\n.ann\n", "cannot be the name of a folder"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(kit: Path, course_toml: str, students: str, words: str) -> None:
    vary(kit)
    (kit / "course.toml").write_text(course_toml)
    (kit / "students.csv").write_text(students)
    assert words in made(kit, status=2)
    assert not (kit / "given").exists()


@pytest.mark.parametrize(("students", "words"), [("surname\nann\n", "has none of the columns"), ("", "students.csv")])
def test_a_class_is_not_graded_without_its_roster(kit: Path, students: str, words: str) -> None:
    exercise = vary(kit)
    course(kit)
    (kit / "students.csv").write_text(students) if students else (kit / "students.csv").unlink()
    hand_in(kit, "ann", shout=exercise.of(7).stub(SOLUTION))
    ran = run(kit, "--no-walls", "--course", "course.toml")
    assert ran.returncode == 2 and words in ran.stderr


def test_a_class_is_graded_by_each_students_own_numbers(kit: Path) -> None:
    exercise = vary(kit)
    course(kit, "ann", "ben", "cyd", "dan")
    table = {name: of_student("some words of our own", name) for name in ("ann", "ben", "cyd", "dan")}
    anns = exercise.of(table["ann"]).stub(SOLUTION)
    hand_in(kit, "ann", shout=anns)
    hand_in(kit, "ben", shout=anns)  # a neighbour's
    hand_in(
        kit, "cyd", shout=exercise.of(table["cyd"]).varied(SOLUTION), **{"count": RIGHT["count"]}
    )  # without the line
    hand_in(kit, "dan", shout=exercise.of(table["dan"]).stub(STUB))
    hand_in(kit, "eve", shout=anns)  # in no roster
    ran = run(kit, "--no-walls", "--course", "course.toml")
    assert ran.returncode == 0, ran.stderr
    assert (
        "Not in the roster of [variants], or not clearly: eve: graded as the variant that each file says." in ran.stderr
    )
    points = {name: _shout(kit, name)["points"] for name in ("ann", "ben", "cyd", "dan", "eve")}
    assert points["ann"] == points["cyd"] == points["eve"] == 3 and points["ben"] < 3 and points["dan"] == 0
    for name in ("ben", "cyd"):
        wanted = {"number": table[name], "values": exercise.of(table[name]).values}
        assert _shout(kit, name)["variant"] == {**wanted, "said": table["ann"] if name == "ben" else 0}
        assert _shout(kit, name)["graded"]["variant"] == table[name]
        assert not wrong(record(kit, name))
    assert "variant" not in record(kit, "cyd")["exercises"][1]
    again = run(kit, "--no-walls", "--course", "course.toml", "--resume")
    assert again.stdout.count("kept") == 5
    (kit / "course.toml").write_text(COURSE.replace("some words", "other words"))
    run(kit, "--no-walls", "--course", "course.toml")
    said_why = kata(kit, "regrade-diff", "out", "--student", "ann").stdout
    assert f"variant {table['ann']}, now {of_student('other words of our own', 'ann')}" in said_why


def _shout(kit: Path, student: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in record(kit, student)["exercises"] if each["id"] == SHOUT)
    return found


def pytest_of(kit: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "pytest", "exercises"], cwd=kit, capture_output=True, text=True)


def test_a_learners_own_kit_has_their_variant_everywhere(kit: Path) -> None:
    exercise = vary(kit)
    (kit / SECTION).write_text(
        (kit / SECTION)
        .read_text()
        .replace("[exercise.varies.marks]", '[exercise.hints]\nnudge = "Think of 2 marks."\n\n[exercise.varies.marks]')
    )
    own = exercise.of(of(exercise, marks=4, word="noisy"))
    place = kit / f"exercises/{SHOUT}.py"
    place.write_text(own.stub(STUB))
    assert "Think of 4 marks." in kata(kit, "hint", "shout").stdout
    assert "is the stub already" in kata(kit, "reset", "shout").stdout
    place.write_text(own.stub(SOLUTION))
    for ran in (kata(kit, "grade", "exercises/s01_words"), pytest_of(kit)):
        assert f"3/3  variant {own.variant}" in ran.stdout
    shown = kata(kit, "solution", "shout").stdout
    assert '* 4, "noisy"' in shown and '* 2, "loud"' not in shown
    kata(kit, "reset", "shout")
    assert place.read_text() == own.stub(STUB)
    assert "○" in kata(kit, "list").stdout


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ('"* {}"', '"* {}", "{} signs"', 'varies.marks has "{} signs", and "2 signs" stands in no file'),
        ('"* {}"', '"+ {}"', 'varies.marks has "+ {}", and "+ 2" stands in no file'),
        (', "* {}"', "", "solutions/s01_words/shout.py: has 2 outside of the phrases of varies.marks"),
        ("in = ['\"{}\"']", 'in = ["word {}"]', 'has "loud" outside of the phrases of varies.word'),
        ('["loud"', '["2 marks"', "stands in no file"),
        ("[2, 3, 4, 5]", "[2, 3, 2]", "at least two different values"),
        ("[2, 3, 4, 5]", '[2, "3"]', "a list of numbers, or of texts"),
        ('"{} marks"', '"marks"', "a list of phrases, with {} for the value"),
        ("varies.word", "varies.other", 'the grader does not ask for expect.varied("other")'),
        ("in = ['\"{}\"']", "", "lacks 'in'"),
        ("[exercise.varies.marks]", "[exercise.hints]\nnudge = '2 and 2'\n\n[exercise.varies.marks]", "a hint: has 2"),
    ],
)
def test_the_authors_check_names_what_is_wrong(kit: Path, was: str, now: str, words: str) -> None:
    vary(kit)
    place = kit / SECTION
    assert was in place.read_text()
    place.write_text(place.read_text().replace(was, now))
    ran = kata(kit, "check")
    assert words in ran.stdout + ran.stderr


def test_the_authors_check_finds_nothing_else(kit: Path) -> None:
    vary(kit)
    assert "varies" not in (ran := kata(kit, "check")).stdout and "varied" not in ran.stdout


def test_a_grader_that_asks_for_an_unknown_value_is_told_so(kit: Path) -> None:
    exercise = vary(kit)
    place = kit / "graders/s01_words/test_shout.py"
    place.write_text(place.read_text().replace('varied("word")', 'varied("wort")'))
    (kit / "answer.py").write_text(SOLUTION)
    ran = kata(kit, "grade", "answer.py", "--as", exercise.id)
    assert ran.returncode == 2 and "nothing called 'wort' varies here" in ran.stderr


def test_a_section_for_a_hundred_and_twenty_is_made_quickly(tmp_path: Path) -> None:
    (tmp_path / "course.toml").write_text(COURSE)
    with (tmp_path / "students.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["id"], *([f"student{n}"] for n in range(120))])
    kit = Path(__file__).parent.parent
    paths = [str(tmp_path / name) for name in ("course.toml", "given")]
    ran = kata(kit, "variants", "--course", paths[0], "--out", paths[1], "--section", "s11")
    assert ran.returncode == 0, ran.stderr
    assert len(list(tmp_path.glob("given/*/s11_cnn/*.py"))) == 120 * 4
