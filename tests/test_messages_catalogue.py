"""The texts of feedback as a catalogue, and feedback in another language: words change, and nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages import pofile
from conftest import give_hints, write_kit
from test_engine import run

TABLES = '''
import pytest
from keraskata import expect

LENGTH = expect.diagnoses(
    short=("{lost} letters are missing", lambda seen: {"lost": seen.lost} if seen.lost > 0 else None),
    otherwise="count the letters",
)

@pytest.mark.check(points=3, hint="Look at what comes out.")
def test_upper(submission):
    """shout(text) is in capitals."""
    found = submission.shout("abc")
    expect.that(found == "ABC", expected="all in capitals", found=repr(found), likely=LENGTH.of(lost=3 - len(found)))
'''
WRONG = "def shout(text):\n    return 'A'\n"
WORDS = {  # in reversed words, so that nobody takes them for English
    ("LENGTH.short", "{lost} letters are missing"): "gnissim era srettel {lost}",
    ("s01_words/shout test_upper", "shout(text) is in capitals."): "slatipac ni si shout(text).",
    ("s01_words/shout test_upper", "Look at what comes out."): "Tuo semoc tahw ta kool.",
    ("s01_words/shout nudge", "Which letters?"): "Srettel hcihw?",
    (None, "all in capitals"): "slatipac ni lla",
}


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny kit with a table, a hint, and a translation of them into a language `xx`."""
    kit = write_kit(tmp_path_factory.mktemp("kit"))
    (kit / "graders/s01_words/test_shout.py").write_text(TABLES)
    give_hints(kit, "shout", 'nudge = "Which letters?"\nidea = "b"\nnearly = "c"\n')
    assert run(kit, "keraskata", "messages").stdout == "locale/keraskata.pot\n"
    with (kit / "locale/keraskata.pot").open("rb") as file:
        catalogue = pofile.read_po(file, locale="de")
    for (context, words), said in WORDS.items():
        catalogue.get(words, context).string = said
    place = kit / "locale/xx/LC_MESSAGES/keraskata.po"
    place.parent.mkdir(parents=True)
    with place.open("wb") as file:
        pofile.write_po(file, catalogue)
    names = [
        f"locale/{name}" for name in ("keraskata.pot", *(f"xx/LC_MESSAGES/keraskata.{end}" for end in ("po", "mo")))
    ]
    assert run(kit, "keraskata", "messages").stdout.split() == names
    return kit


@pytest.fixture
def kit(translated: Path, tmp_path: Path) -> Path:
    return shutil.copytree(translated, tmp_path / "kit")


def verdict(kit: Path, source: str = WRONG) -> dict[str, Any]:
    (kit / "exercises/s01_words/shout.py").write_text(source)
    found: dict[str, Any] = json.loads(
        run(kit, "keraskata", "grade", "exercises/s01_words/shout.py", "--json", "-").stdout
    )
    return found


def check(found: dict[str, Any]) -> dict[str, Any]:
    checks: list[dict[str, Any]] = found["exercises"][0]["checks"]
    return {**checks[0], "seconds": 0}


def test_only_words_change_with_the_language(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = check(verdict(kit))
    monkeypatch.setenv("KATA_LANGUAGE", "xx")
    found = check(verdict(kit))
    assert found["docstring"] == "slatipac ni si shout(text)." and found["hint"] == "Tuo semoc tahw ta kool."
    feedback = found["feedback"]
    assert feedback["likely"] == "gnissim era srettel 2" and feedback["expected"] == "slatipac ni lla"
    assert feedback["diagnosis"] == "LENGTH.short" and feedback["found"] == "'A'"
    assert {k: v for k, v in found.items() if k not in ("docstring", "hint", "feedback")} == {
        k: v for k, v in english.items() if k not in ("docstring", "hint", "feedback")
    }
    assert feedback.keys() == english["feedback"].keys()


def test_a_verdict_that_is_known_comes_in_the_language_that_is_asked_for(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, words in (("xx", "gnissim era srettel 2"), ("", "2 letters are missing"), ("xx", "gnissim")):
        monkeypatch.setenv("KATA_LANGUAGE", language)
        assert words in check(verdict(kit))["feedback"]["likely"]


def test_a_text_without_a_translation_stays_english(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KATA_LANGUAGE", "xx")
    found = check(verdict(kit, "def shout(text):\n    return 'abc'\n"))
    assert found["feedback"]["likely"] == "count the letters"


def test_a_hint_is_translated(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KATA_LANGUAGE", "xx")
    assert "Srettel hcihw?" in run(kit, "keraskata", "hint", "shout").stdout


def test_behind_walls_it_is_the_same(walled: None, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KATA_LANGUAGE", "xx")
    work = kit / "class/ann/s01_words/shout.py"
    work.parent.mkdir(parents=True)
    work.write_text(WRONG)
    command = [sys.executable, "-m", "keraskata", "grade-class", "class", "--out", "out", "--workers=1"]
    subprocess.run(command, cwd=kit, check=True, capture_output=True, timeout=120)
    found = json.loads((kit / "out/results/ann.json").read_text())
    assert check(found)["feedback"] == check(verdict(kit))["feedback"]


@pytest.mark.parametrize("code", ["yy", "../xx", "XX", "de_DE.UTF-8", "x" * 3000])
def test_a_language_that_is_none_ends_with_one_sentence(kit: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setenv("KATA_LANGUAGE", code)
    (kit / "exercises/s01_words/shout.py").write_text(WRONG)
    for command in (
        ("keraskata", "grade", "exercises"),
        ("pytest", "exercises/s01_words/shout.py"),
        ("keraskata", "list"),
    ):
        ran = run(kit, *command)
        said = [line for line in (ran.stdout + ran.stderr).splitlines() if line.strip()]
        assert ran.returncode in (2, 4) and len(said) == 1, (command, said)
        there = said[0].partition("no such translation; there are: ")[2]
        assert {"de", "en", "xx"} <= set(there.rstrip(".").split(", "))


@pytest.mark.parametrize("code", ["", "en"])
def test_english_is_always_there(kit: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setenv("KATA_LANGUAGE", code)
    assert check(verdict(kit))["feedback"]["likely"] == "2 letters are missing"


def test_nothing_of_gettext_is_imported_for_english(kit: Path) -> None:
    code = (
        "import sys; from keraskata import expect, language; language.translated('a'); "
        "print([name for name in sys.modules if name in ('babel', 'keraskata.course.messages')])"
    )
    ran = run(kit, "timeit", "-n1", "-r1", code)
    assert "[]" in ran.stdout
