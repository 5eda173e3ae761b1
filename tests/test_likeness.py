"""`kata likeness`: pairs that are nearer than is usual, by structure; never a verdict, and nothing is run."""

import json
import random
from pathlib import Path

import likeness_class
import pytest
from conftest import RIGHT, STUB
from pages import HOSTILE, Parsed, kata, sound

from keraskata.curriculum import Kit, load
from keraskata.likeness.findings import Finding, finding
from keraskata.likeness.lines import NEARER, lines
from keraskata.likeness.page import likeness_page
from keraskata.source.structure import MAX_TEXT, NoStructure, structure

SHOUT = "s01_words/shout"


def program(seed: int, *names: str) -> str:
    """A program that nobody else writes."""
    chance = random.Random(seed)
    text, left, right = names or ("text", "left", "right")
    steps = [
        "{0} = {1}.upper()",
        "{1} = {0} + {2}",
        "{0} = [len(x) for x in {1}]",
        "print({0}, {1})",
        "{2} = {0} or {1}",
    ]
    steps += ["if {0} < {1}: {2} = max({0})", "{0} = {1}[{2}:]", "while {0}: {0} -= {1} * {2}", "{2} = not {0} in {1}"]
    places = [text, left, right]
    lines = [chance.choice(steps).format(*chance.sample(places, 3)) for _ in range(12)]
    return "\n    ".join([f"def shout({text}):", *lines, f"return {right}"]) + "\n"


def hand_in(folder: Path, student: str, text: str) -> None:
    place = folder / student / f"{SHOUT}.py"
    place.parent.mkdir(parents=True)
    place.write_text(text)


@pytest.fixture
def handed_in(kit: Path) -> Path:
    """A class of twelve who worked alone."""
    for number in range(12):
        hand_in(kit / "class", f"alone{number:02}", program(number))
    return kit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("def f(a, b=1):\n    total = a + b\n    return total", "def f(x, y=2):\n    z = x + y\n    return z"),
        ("def f(a):\n    return a * 2", '# mine\ndef f(a: int) -> "int":\n    """Doubles."""\n    return a * 3'),
        (
            "def f(a):\n    b: int = len(a)\n    return b",
            "def f(a):\n    b = len(a)\n    return b",
        ),
        ("xs = []\nfor a in b:\n    xs.append(a + 1)", "xs = [a + 1 for a in b]"),
        ("xs = [a for a in b if a]", "xs = list()\nfor a in b:\n    if a:\n        xs.append(a)"),
        (
            "import keras\nkeras.layers.Dense(3, name='a', activation='b')",
            "from keras.layers import Dense as D\nD(3, activation='', name='')",
        ),
        ("a = 1 if b else 2", "if b:\n    a = 1\nelse:\n    a = 2"),
        ("print(1 < a)", "print(a > 1)"),
        ("class A:\n    def f(self):\n        self.x = 1", "class B:\n    def g(this):\n        this.y = 2"),
        ("# The code cells of a notebook.\n# %% cell 1\n%pip install x\n# %% cell 2\na = len(b)", "c = len(d)"),
    ],
)
def test_what_has_no_say(one: str, other: str) -> None:
    assert [token for token, _ in structure(one)] == [token for token, _ in structure(other)] != []


@pytest.mark.parametrize(("one", "other"), [("a.fit(b)", "a.evaluate(b)"), ("len(a)", "max(a)"), ("f(a=1)", "f(b=1)")])
def test_what_has_a_say(one: str, other: str) -> None:
    assert [token for token, _ in structure(one)] != [token for token, _ in structure(other)]


@pytest.mark.parametrize(
    "text",
    [
        "def f(:",
        "x = " + "-" * 5_000 + "1",
        "x = " + "[" * 160 + "]" * 160,
        "a" + ".b" * 20_000,
        "a\0b",
        "x\n" * MAX_TEXT,
        "a," * 20_000,
    ],
)
def test_what_has_no_structure_is_said(text: str) -> None:
    with pytest.raises(NoStructure, match=r"not Python|too deeply nested|longer than"):
        structure(text)


@pytest.mark.parametrize("exercise", ["s08_tuning/search_tree", "s09_tensors/tensor_facts", "s11_cnn/build_cnn"])
def test_planted_copies_come_first_and_no_independent_work_is_marked(exercise: str) -> None:
    kit: Kit = load(likeness_class.ROOT)
    made = likeness_class.made_up(kit, kit.find(exercise))
    found = finding(kit, kit.find(exercise), likeness_class.handed(made))
    score = likeness_class.score(kit, made, found)
    assert set(made.kinds.values()) >= {"renamed", "reordered", "retyped", "merged"}
    assert score.first >= likeness_class.GOAL and score.marked >= 5 and score.independent == 0
    assert not found.nothing and found.noticed > 0.1


def test_a_copy_with_other_names_is_shown_and_those_who_worked_alone_are_not(handed_in: Path) -> None:
    hand_in(
        handed_in / "class", "copies", "# all my own\n" + program(3, "words", "anfang", "ende").replace("  x", " x")
    )
    (handed_in / "class/copies/s01_words/count.py").write_text(
        "def count(text):\n    return max(map(len, [text])) or 0"
    )
    said = kata(handed_in, "likeness", "class", "--no-open").stdout
    assert f"  alone03 | copies: {NEARER}" in said and said.count(NEARER) == 1
    assert "  s01_words/count: 1 to compare, and it takes 10 to say what is usual." in said
    assert "1 pair is nearer than is usual in this class. That proves nothing by itself." in said
    page = sound((handed_in / "likeness.html").read_text(encoding="utf-8"))
    assert page.texts("summary") == ["alone03 and copies: 12 of 14 lines alike"]
    assert {"alone03 and copies"} == {text for link, text in page.all("a") if (link["href"] or "").startswith("#pair")}
    assert page.texts("h3")[:2] == ["The same two in several exercises", "Students in several pairs"]
    assert page.texts("p").count("None.") == 4
    assert "12 of 14" in page.texts("td") and "nothing on it says who was first" in " ".join(page.texts("p"))
    one, other = page.texts("pre")
    assert "def shout(text):" in one and "def shout(words):" in other
    assert "left[text:]" in page.texts("mark")[0] and "accuses nobody" in " ".join(page.texts("p"))


def page_of(kit: Path, *classes: dict[str, str]) -> Parsed:
    """The page of those who worked alone, and some more: first for `shout`, then for `count`."""
    found = []
    for exercise, texts in zip((SHOUT, "s01_words/count"), classes, strict=False):
        alone = {f"alone{number:02}": program(number) for number in range(12)}
        handed = likeness_class.handed(likeness_class.MadeUp({**alone, **texts}))
        found.append(finding(load(kit), load(kit).exercises[exercise], handed))
    return sound(likeness_page(found, 14, 0))


def test_a_student_in_several_pairs_has_links_to_all_of_them(kit: Path) -> None:
    copy, other = program(3, "a", "b", "c"), program(8, "a", "b", "c")
    lists = page_of(kit, {"bea": copy, "carl": other}, {"bea": copy, "dora": other}).texts("li")
    assert lists == [
        "alone03 and bea: 2 exercises",
        "alone03: with bea in s01_words/shout, with bea in s01_words/count",
        "alone08: with carl in s01_words/shout, with dora in s01_words/count",
        "bea: with alone03 in s01_words/shout, with alone03 in s01_words/count",
    ]


def test_bars_go_on_over_empty_lines_and_not_over_what_is_not_compared(kit: Path) -> None:
    lines = program(3, "words", "anfang", "ende").splitlines()
    text = "\n".join([lines[0], '    """My own text."""', *lines[1:7], "", "", *lines[7:]])
    page = page_of(kit, {"bea": text})
    marks = ["".join(text) for tag, _, text in page.elements if tag == "mark"]
    assert "My own text" in page.texts("pre")[1] and not any("own text" in mark for mark in marks)
    assert any("\n\n\n" in mark for mark in marks) and page.texts("summary") == [
        "alone03 and bea: 12 of 14 lines alike"
    ]


def test_a_third_program_is_named_where_it_has_what_the_other_of_a_pair_has_not(kit: Path) -> None:
    begin, end = program(3, "words", "anfang", "ende"), program(5).splitlines()
    page = page_of(kit, {"bea": "\n".join([begin, "def more(a):", *end[4:]])})
    assert page.texts("summary")[0].startswith("alone03 and bea: ")
    assert [each for each in page.texts("p") if "dotted bar are" in each] == [
        "7 lines with a dotted bar are like lines of alone05, whose program is not shown here."
    ]
    assert not [
        each
        for each in page_of(kit, {"bea": "\n".join([begin, "def more(a):", *end[10:]])}).texts("p")
        if "dotted bar are" in each
    ]


@pytest.mark.parametrize(
    ("programs", "noticed", "says"),
    [
        (9, 0.9, "Says nothing: 9 to compare, and it takes 10 to say what is usual."),
        (20, 0.05, "Says nothing: the answers are too short, or too much alike, for a copy to stand out."),
        (20, 0.25, "That no pair is shown says little: most copies would not be seen here."),
        (20, 0.75, ""),
    ],
)
def test_no_pairs_are_no_clean_bill(kit: Path, programs: int, noticed: float, says: str) -> None:
    found = Finding(load(kit).exercises[SHOUT], programs, programs, noticed, [], [])
    page = sound(likeness_page([found], programs, 0))
    assert page.texts("th")[-1] == SHOUT + says  # in two lines
    assert f"{round(programs * noticed)} of {programs}" in page.texts("td")
    said = "\n".join(lines([found]))
    assert ("says nothing" in said) == ("nothing" in says) and ("says little" in said) == ("little" in says)


def test_stub_solution_and_common_answers_are_taken_out(handed_in: Path) -> None:
    for number in range(3):
        hand_in(handed_in / "class", f"stub{number}", STUB.format(name="shout") + "# later\n")
        hand_in(handed_in / "class", f"told{number}", RIGHT["shout"].replace("text", f"text{number}"))
        hand_in(handed_in / "class", f"same{number}", program(99, f"text{number}", "left", "right"))
        hand_in(handed_in / "class", f"more{number}", program(99, "text", f"left{number}", "right"))
    said = kata(handed_in, "likeness", "class", "--exercise", "shout", "--no-open").stdout
    assert NEARER not in said and "the same text" not in said
    assert "0 pairs are nearer" in said
    page = sound((handed_in / "likeness.html").read_text(encoding="utf-8"))
    assert page.texts("li") == ["s01_words/shout, nothing beyond the stub, or too short: stub0, stub1, stub2"]
    assert "21 of 24" in page.texts("td")


def test_the_same_text_is_said_also_of_an_earlier_class(handed_in: Path) -> None:
    hand_in(handed_in / "class", "twin", program(5))
    hand_in(handed_in / "last year", "old", program(7))
    hand_in(handed_in / "last year", "older", program(1_000))
    hand_in(handed_in / "last year", "oldest", program(1_000))  # what was among themselves is nobody's business now
    hand_in(handed_in / "last year", "renamed", program(8, "a", "b", "c"))
    said = kata(handed_in, "likeness", "class", "--earlier", "last year", "--no-open").stdout
    assert "  alone05 = twin: the same text\n" in said
    assert "  alone07 = old (earlier): the same text\n" in said and "older" not in said
    assert f"  alone08 | renamed (earlier): {NEARER}" in said and said.count(NEARER) == 1
    page = sound((handed_in / "likeness.html").read_text(encoding="utf-8"))
    assert "alone07 = old (earlier)" in page.texts("td")
    assert "s01_words/shout, the same text counts once: alone05 = twin" in page.texts("li")
    assert "12 of 13" in page.texts("td")


def test_a_notebook_is_compared_with_files(handed_in: Path) -> None:
    cells = [("markdown", "My answer"), ("code", "%matplotlib inline"), ("code", program(3, "a", "b", "c"))]
    made = [{"cell_type": kind, "source": source, "metadata": {}, "outputs": []} for kind, source in cells]
    place = handed_in / "class/notes/shout.ipynb"
    place.parent.mkdir()
    place.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made}))
    said = kata(handed_in, "likeness", "class", "--no-open").stdout
    assert f"  alone03 | notes: {NEARER}" in said and said.count(NEARER) == 1
    page = sound((handed_in / "likeness.html").read_text(encoding="utf-8"))
    marks = page.texts("mark")
    assert "def shout(a)" in page.texts("pre")[1] and marks and not any("matplotlib" in mark for mark in marks)


def test_hostile_files_are_named_and_never_run(handed_in: Path) -> None:
    ran = handed_in / "ran"
    hand_in(handed_in / "class", "runs", f"open({str(ran)!r}, 'w')\nimport os\nos._exit(1)\n" + program(50))
    hand_in(handed_in / "class", "deep", "x = " + "-" * 30_000 + "1\n")
    hand_in(handed_in / "class", "broken", "def shout(:\n")
    hand_in(handed_in / "class", "long", "x = 1\n" * 20_000)
    hand_in(handed_in / "class", "script", program(61) + f"# {HOSTILE}\n")
    hand_in(handed_in / "class", HOSTILE.replace("/", "")[:40], program(61, "a", "b", "c"))
    said = kata(handed_in, "likeness", "class", "--no-open").stdout
    assert not ran.exists()
    assert "  deep: not compared, too deeply nested" in said
    assert "  broken: not compared, not Python (invalid syntax)" in said
    assert "  long: not compared, longer than 60 KB" in said
    assert said.count(NEARER) == 1
    page = sound((handed_in / "likeness.html").read_text(encoding="utf-8"))
    assert any(HOSTILE in text for text in page.texts("pre"))


def test_what_cannot_be_done_is_one_sentence(kit: Path) -> None:
    assert "There is no exercise jump" in kata(kit, "likeness", "class", "--exercise", "jump", status=2).stderr
    assert kata(kit, "likeness", "nowhere", status=2).stderr.count("\n") == 1
