"""Pictures that checks keep: they can be drawn whatever was measured, say in words what they show, and are inert."""

import ast
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pages import drawn_by_learner, keep_one_of_each

from keraskata.expect import charts, kept
from keraskata.expect.basics import Measuring
from keraskata.expect.inert import MOST, is_inert


def test_pictures_say_in_words_what_they_show(keeping: Measuring) -> None:
    keep_one_of_each(keeping)
    assert [picture["title"].split(".")[0] for picture in keeping.pictures] == [
        *("Two courses", "Digits", "Confused", "Words", "Own")
    ]
    curves, digits, confused, words, own = (picture["alt"] for picture in keeping.pictures)
    assert "plain, from 0.9 to 0.7; batch norm, from 900 to 0.5" in curves and "band" in curves
    assert digits == "Small grey images: 2 rows of 12."
    assert "zero: 1, 0; one: 1, 1" in confused
    assert "the sea" in words and "\x1b" not in words
    assert "A course, epoch" in own
    assert keeping.curves == {"plain": [0.9, 0.7], "batch norm": [900.0, 2.0, 0.5]}
    for picture in keeping.pictures:
        ElementTree.fromstring(picture["svg"])
        assert len(picture["svg"]) < 40_000


def test_a_curve_ends_where_its_values_are_no_numbers(keeping: Measuring) -> None:
    kept.keep_curves("Odd", {"one": [1, 10**400], "two": [2.0, None, 1.0], "three": []})  # type: ignore[list-item]
    assert keeping.curves == {"one": [1.0], "two": [2.0], "three": []}


@pytest.mark.parametrize("values", [[], [1.0], [0.0, 0.0], [1e308, -1e308], [1e-9, 1e9], [5.0] * 300])
def test_curves_of_any_kind_can_be_drawn(values: list[float]) -> None:
    drawn = charts.curves({"one": values}, {"one": ([1.0], [0.5])}, "loss")
    assert "nan" not in drawn and "inf" not in drawn and len(drawn) < 60_000


def test_of_a_learners_figure_only_a_plain_drawing_is_kept(keeping: Measuring) -> None:
    drawing = drawn_by_learner()
    assert is_inert(drawing.svg) and drawing.svg == drawn_by_learner().svg
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    bomb = '<g id="a"><path/></g>' + "".join(
        f'<g id="{name}">{f"""<use xlink:href="#{of}"/>""" * 9}</g>'
        for of, name in zip("abcdef", "bcdefg", strict=True)
    )
    bad = [
        *(f"{head}{inner}</svg>" for inner in ("<script/>", "<foreignObject/>", bomb, '<path onclick="x()"/>')),
        f'{head}<image href="https://example.org/x.png"/></svg>',
        f'{head}<use href="https://example.org/x.svg#y"/></svg>',
        f"{head}<style>@import url(http://example.org/a.css);</style></svg>",
        f"{head}<style>g {{fill: url(http://example.org/a.svg)}}</style></svg>",
        f"{head}<style>@\\69mport 'a.css'</style></svg>",
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{head}&a;</svg>',
        f"{head}<g>",
        f"{head}{'<path/>' * MOST}</svg>",
        "<svg/>" * 2,
        "\x00",
    ]
    for svg in bad:
        assert not is_inert(svg), svg[:200]
        kept.keep_picture("bad", replace(drawing, svg=svg))
    assert not keeping.pictures


def test_each_picture_of_the_kit_says_what_to_look_for() -> None:
    graders = Path(__file__).parent.parent / "graders"
    kept = [
        (place.name, call.func.attr, {word.arg: word.value for word in call.keywords})
        for place in graders.rglob("test_*.py")
        for call in ast.walk(ast.parse(place.read_bytes()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr.startswith("keep_")
    ]
    assert len(kept) > 15
    assert not [
        each for *each, words in kept if not ast.unparse(words.get("look", ast.Constant(""))).startswith("'Look ")
    ]
