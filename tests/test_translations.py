"""Translations: what values fill is the same in each language, and German has a text for all of section 3."""

import gettext
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import pofile
from test_engine import run

from keraskata.course import messages
from keraskata.curriculum import load
from keraskata.expect import causes

ROOT = Path(__file__).parent.parent
CATALOGUES = {place.parent.parent.name: place for place in ROOT.glob("locale/*/LC_MESSAGES/keraskata.po")}
SECTION = "s03_binary_classification"


each_language = pytest.mark.parametrize("language", CATALOGUES)


def catalogue(language: str) -> pofile.Catalog:
    with CATALOGUES[language].open("rb") as file:
        return pofile.read_po(file, locale=language)


@pytest.fixture(scope="module")
def german() -> pofile.Catalog:
    return catalogue("de")


def reachable() -> Iterator[messages.Text]:
    """Give the texts that feedback on section 3 can hold."""
    kit = load(ROOT)
    yield from messages.of_tables("", causes.tables())
    for exercise in kit.exercises_of([SECTION]):
        yield from messages.of_exercise(kit, exercise)


def test_section_3_has_no_untranslated_text(german: pofile.Catalog) -> None:
    texts = [text for text in reachable() if text.words.strip()]
    entries = [(text, german.get(text.words, text.context or None)) for text in texts]
    assert len(entries) > 250
    assert not [text for text, entry in entries if entry is None or not entry.string]


@each_language
def test_values_fill_the_same_places(language: str) -> None:
    both = [(entry.id, entry.string) for entry in catalogue(language) if entry.id and entry.string]
    assert not [pair for pair in both if places(pair[0]) != places(pair[1])]


def places(words: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", words))


@each_language
def test_what_is_read_is_what_was_translated(language: str) -> None:
    with CATALOGUES[language].with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for entry in catalogue(language):
        if entry.id and entry.string:
            found = compiled.pgettext(entry.context, entry.id) if entry.context else compiled.gettext(entry.id)
            assert found == entry.string, "run `kata messages`"


TITLE = "sigmoid(z) is 1 / (1 + exp(-z))."
TANH = "these are the values of tanh, which runs from -1 to 1"


def test_a_wrong_answer_is_told_so_in_german(german: pofile.Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = f"tests/answers/{SECTION}/sigmoid/wrong_tanh.py"
    monkeypatch.setenv("KATA_LANGUAGE", "de")
    ran = run(ROOT, "keraskata", "grade", answer, "--as", f"{SECTION}/sigmoid", "--json", "-", timeout=300)
    first, second, *_ = json.loads(ran.stdout)["exercises"][0]["checks"]
    title, row = (words(german, *named) for named in ((TITLE, f"{SECTION}/sigmoid test_values"), (TANH, "VALUES.tanh")))
    assert first["docstring"] == title != TITLE
    assert first["feedback"]["likely"] == row != TANH
    assert first["feedback"]["diagnosis"] == "VALUES.tanh"
    assert second["feedback"]["found"] == f"wartet auf: {title}"


def words(german: pofile.Catalog, text: str, context: str) -> str:
    entry = german.get(text, context)
    assert entry is not None, text
    return str(entry.string)
