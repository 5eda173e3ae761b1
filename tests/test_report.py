"""`kata report` and `kata class-report`: what the pages say, and what they never say."""

import json
import time
import webbrowser
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import RIGHT
from pages import CLASS, HOSTILE, Parsed, check, class_results, kata, keep_one_of_each, result, sound

from keraskata import curriculum
from keraskata.cli.class_report import class_report
from keraskata.cli.report import learner_report
from keraskata.expect.basics import Measuring
from keraskata.learner import memory
from keraskata.report.class_facts import Student
from keraskata.report.html import CELL, check_html
from keraskata.report.page import page, student_page
from keraskata.results import Feedback

ROOT = Path(__file__).parent.parent


def test_the_learners_page(kit: Path, keeping: Measuring) -> None:
    keep_one_of_each(keeping)
    hostile = Feedback(HOSTILE, HOSTILE, HOSTILE, [HOSTILE])
    broken = replace(check("break", "failed", 3, hostile), hint=HOSTILE, printed=[HOSTILE], pictures=keeping.pictures)
    waiting = check("wait", "not reached", 1, Feedback("", "waits for: It breaks."))
    secret = replace(check("hide", "failed", feedback=Feedback("SECRET", "SECRET")), hidden=True)
    secret = replace(secret, docstring="SECRET", pictures=[{"title": "SECRET", "svg": "<svg/>"}], printed=["SECRET"])
    text = page(
        curriculum.load(kit), {"s01_words/shout": result("s01_words/shout", check("work"), broken, waiting, secret)}
    )
    found = sound(text)
    assert "SECRET" not in text and "The instructor's own checks." in found.texts("span")
    said = " ".join(found.texts("body"))
    assert "2 of 8 points, 0 of 2 exercises done" in said and "1 exercise was not graded yet" in said
    assert "waits for: It breaks." in said and "Count" in said
    assert list(found.texts("dd")) == [" ".join(HOSTILE.split())] * 5
    assert found.texts("figcaption")[1:] == ["Digits", "Confused", "Words", "Own"]
    assert ["open" in attributes for attributes, _ in found.all("details")] == [True, False]  # the next one
    assert found.texts("summary")[0] == "1 of 4 checks hold in Shout"
    assert "0 of 2" in found.texts("td") and "2 of 8" in found.texts("td")


def test_report_shows_what_is_known(kit: Path) -> None:
    assert "run `pytest exercises/` first" in kata(kit, "report", "--no-open", status=2).stderr
    (kit / "exercises/s01_words/count.py").write_text(RIGHT["count"])
    kata(kit, "grade", "exercises", status=1)
    assert str(Path(".kata") / "report.html") in kata(kit, "report", "--no-open").stdout
    found = sound((kit / ".kata/report.html").read_text(encoding="utf-8"))
    assert "3 of 6 points, 1 of 2 exercises done." in found.texts("p")
    (kit / "exercises/s01_words/shout.py").write_text("def shout(text):\n    return text\n")
    kata(kit, "report", "--no-open", "--out", "own/page.html")  # a changed file is not judged by what it was
    said = " ".join(sound((kit / "own/page.html").read_text(encoding="utf-8")).texts("body"))
    assert "3 of 3 points" in said and "not graded yet" in said


def test_a_section_has_the_same_view_alone(kit: Path) -> None:
    more = '[[exercise]]\nname = "copy"\ntitle = "Copy a line"\nsignatures = ["copy(text: str) -> str"]\n'
    (kit / "curriculum/s02_lines.toml").write_text(f'title = "Lines"\n\n{more}')
    (kit / "exercises/s01_words/count.py").write_text(RIGHT["count"])
    kata(kit, "grade", "s01", status=1)
    kata(kit, "report", "s01", "--no-open")
    found = sound((kit / ".kata/report.html").read_text(encoding="utf-8"))
    assert found.texts("h1") == ["Words"] and "3 of 6 points, 1 of 2 exercises done." in found.texts("p")
    said = " ".join(found.texts("body"))
    assert "Shout" in said and "Count" in said and "Lines" not in said and "not graded yet" not in said
    assert "run `pytest exercises/s02_lines` first" in kata(kit, "report", "s02", "--no-open", status=2).stderr
    assert "Did you mean s01_words?" in kata(kit, "report", "s01_wrods", "--no-open", status=2).stderr
    kata(kit, "report", "--no-open")
    found = sound((kit / ".kata/report.html").read_text(encoding="utf-8"))
    rows = [row for row in found.texts("tr") if "Lines" in row]
    assert rows == ["Lines 0 of 1 not graded yet"]  # and its bar, which is empty
    assert len([span for span, _ in found.all("span") if span.get("class") == "bar"]) == 2


def test_a_picture_says_what_to_look_for(kit: Path) -> None:
    small = {"title": "Digits", "svg": "<svg/>", "alt": "words", "look": f"Look for the 3. {HOSTILE}"}
    seen = result("s01_words/shout", replace(check("draw"), pictures=[small]))
    for text in (page(curriculum.load(kit), {seen.exercise: seen}), check_html(seen.checks[0])):
        assert Parsed(text).texts("figcaption") == [f"Digits Look for the 3. {' '.join(HOSTILE.split())}"]


def test_it_says_what_was_given_up(kit: Path) -> None:
    whole = curriculum.load(kit)
    memory.give_up(whole, whole.exercises["s01_words/count"])
    said = page(whole, {}, memory.load(whole).given_up)
    assert "exercises/s01_words/shout.py<" in said and "exercises/s01_words/count.py, given up" in said


def test_it_is_opened_unless_that_is_not_wanted(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kata(kit, "grade", "exercises", status=1)
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.chdir(kit)
    learner_report(no_open=True)
    learner_report()
    class_results(kit / "graded")
    class_report(kit / "graded")
    assert opened == [(kit / place).as_uri() for place in (".kata/report.html", "graded/report.html")]


def test_a_notebooks_cell_has_the_pictures_but_not_too_many() -> None:
    small = {"title": "<b>Small</b>", "svg": "<svg/>", "alt": "words"}
    large = {"title": "Large", "svg": " " * CELL}
    found = Parsed(check_html(replace(check("draw"), pictures=[small, large])))
    assert [attributes["alt"] for attributes, _ in found.all("img")] == ["words"]
    assert found.texts("figcaption") == ["<b>Small</b>"]


def test_the_class_page(kit: Path) -> None:
    class_results(kit / "graded")
    assert "graded/report.html" in kata(kit, "class-report", "graded", "--no-open").stdout
    found = sound((kit / "graded/report.html").read_text(encoding="utf-8"))
    said = " ".join(found.texts("body"))
    assert "4 students, 4 of 6 points on average." in said
    assert "Lowest 2, median 3, mean 3.5, highest 6; standard deviation 1.7." in said
    assert "corrected item-total correlation" in said and "point-biserial" in said and "mean points / most" in said
    for shown in ("Clara <Ohm>", "dora", "timed out", "refused", "count counts one too many"):
        assert shown in said
    rows = set(found.texts("tr"))
    assert any(row.startswith("It counts. 2 of 4 0.50") for row in rows), rows


def test_each_student_gets_a_page_without_the_others_and_without_private_checks(kit: Path) -> None:
    secret = replace(check("hide", "failed", feedback=Feedback("SECRET", "SECRET")), hidden=True, docstring="SECRET")
    jane = Student(f"Jane {HOSTILE}", [result("s01_words/shout", check("work"), check("break", "failed"), secret)], "")
    class_results(kit / "graded", [*CLASS, jane])
    ran = kata(kit, "feedback", "graded")
    assert ran.stdout.splitlines() == [f"5 pages for students: {Path('graded') / 'feedback'}"]
    pages = {place.name: place.read_text(encoding="utf-8") for place in (kit / "graded/feedback").iterdir()}
    for name, text in pages.items():
        found = sound(text)
        others = [each.name for each in CLASS if each.name not in found.texts("h1")[0]]
        assert len(others) >= 3 and not [other for other in others if other in " ".join(found.texts("body"))], name
        assert "SECRET" not in text and "pytest" not in text and "kata report" not in text
    (own,) = (sound(text) for text in pages.values() if "Jane" in text)
    assert own.texts("h1") == [f"Your grade, {jane.name}"]
    said = " ".join(own.texts("body"))
    assert "2 of 6 points, 0 of 1 exercises done" in said and "break counts one too many" in said
    assert "The instructor's own checks." in own.texts("span") and "Count" not in said
    assert all("open" in attributes for attributes, _ in own.all("details"))


def test_what_could_not_be_read_is_on_the_page_and_what_a_private_grader_said_is_not(kit: Path) -> None:
    class_results(kit / "graded", CLASS[:1])
    (place,) = (kit / "graded/results").iterdir()
    record = json.loads(place.read_text())
    record["submission"] |= {"problem": "notes.txt: no text; SECRET", "unread": "notes.txt: no text"}
    place.write_text(json.dumps(record))
    kata(kit, "feedback", "graded")
    text = (kit / "graded/feedback/anna.html").read_text(encoding="utf-8")
    assert "Of what you handed in: notes.txt: no text." in text and "SECRET" not in text


def test_the_page_of_a_student_has_a_name_that_a_browser_opens(kit: Path) -> None:
    class_results(kit / "graded", [replace(CLASS[0], name=name) for name in ("100% #1", "100%25 #1", "jörg")])
    kata(kit, "feedback", "graded")
    pages = {place.name: sound(place.read_text(encoding="utf-8")) for place in (kit / "graded/feedback").iterdir()}
    assert {page.texts("h1")[0] for page in pages.values()} == {
        f"Your grade, {name}" for name in ("100% #1", "100%25 #1", "jörg")
    }
    assert not {"#", "%", "?"} & {*"".join(pages)}


def test_pages_go_back_in_the_layout_of_the_download(kit: Path) -> None:
    class_results(kit / "graded", CLASS[:2])
    for name, where in (("anna", "doejane_1_2_feedback.html"), ("bernd", "A B_1_assignsubmission_file_/feedback.html")):
        place = kit / "graded/results" / f"{name}.json"
        record = json.loads(place.read_text())
        record["submission"]["returned"] = where
        place.write_text(json.dumps(record))
    assert "where the download came from" in kata(kit, "feedback", "graded").stdout
    with zipfile.ZipFile(kit / "graded/feedback.zip") as archive:
        assert archive.namelist() == ["doejane_1_2_feedback.html", "A B_1_assignsubmission_file_/feedback.html"]
        assert archive.read("doejane_1_2_feedback.html") == (kit / "graded/feedback/anna.html").read_bytes()


def test_a_page_takes_a_twentieth_of_a_second() -> None:
    whole = curriculum.load(ROOT)
    results = {name: result(name, *[check("work"), check("break", "failed")] * 6) for name in whole.exercises}
    student_page(whole, "ann", results, "torch")
    start = time.process_time()
    for _ in range(5):
        student_page(whole, "ann", results, "torch")
    assert (time.process_time() - start) / 5 < 0.05


def test_anonymous_has_no_name_in_it(kit: Path) -> None:
    said_name = Feedback("seven", "Bernd's 8", "`bernd` is not defined here")
    quoting = Student(
        "bernd", [result("s01_words/shout", check("begin", "failed", 4, said_name)), CLASS[0].results[1]], ""
    )
    class_results(kit / "graded", [CLASS[0], quoting, *CLASS[2:]])
    kata(kit, "class-report", "graded", "--no-open", "--anonymous", "--out", "anonymous.html")
    text = (kit / "anonymous.html").read_text(encoding="utf-8")
    found = sound(text)
    assert not [name for name in ("anna", "bernd", "clara", "dora", "ohm") if name in text.lower()]
    said = " ".join(found.texts("body"))
    assert "student 3" in said and "`" not in said and "/notes.txt is no exercise" in said


def test_what_cannot_be_reported_is_said(kit: Path) -> None:
    assert "no results in" in kata(kit, "class-report", "nowhere", "--no-open", status=2).stderr
    other = Student("zoe", [result("s01_words/shout", check("begin", most=9))], "")
    class_results(kit / "graded", [CLASS[0], other])
    said = kata(kit, "class-report", "graded", "--no-open", status=2).stderr
    assert "grade the whole class again" in said and "Traceback" not in said


def test_text_from_a_class_is_never_markup(kit: Path) -> None:
    hostile = Feedback(HOSTILE, HOSTILE, HOSTILE)
    results = [
        result("s01_words/shout", replace(check("fail", "failed", feedback=hostile), docstring=HOSTILE, hidden=True)),
        result("s01_words/count", check("stop", "timed out", feedback=hostile)),
    ]
    class_results(kit / "graded", [CLASS[0], Student(HOSTILE, results, HOSTILE)][1:])
    kata(kit, "class-report", "graded", "--no-open")
    found = sound((kit / "graded/report.html").read_text(encoding="utf-8"))
    assert HOSTILE in found.texts("th") and "(private)" in " ".join(found.texts("th"))
