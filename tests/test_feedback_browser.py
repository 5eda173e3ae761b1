"""The pages of `nbgrader generate_feedback` in a course of the kit, in Chromium: all can read them, nothing is cut."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT
from test_course import WORDS, built, call, edit, feedback, hand_in
from test_course_by_hand import add_work_by_hand, do_it
from test_report_browser import CHROMIUM, WCAG, axe, browser

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: apt-get install chromium")
__all__ = ["browser"]  # a fixture
LONG = f"def shout(text):\n    print('x' * 300)\n    return text  # {'long ' * 80}\n"
CUT = """() => [...document.querySelectorAll('pre, dd, p')].filter(
  e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1).map(e => e.outerHTML.slice(0, 200))"""


def graded_by_hand(course: Path) -> None:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        book.find_grade("essay", "shout", WORDS, "ann").manual_score = 2.5
        book.find_comment("essay", "shout", WORDS, "ann").manual_comment = "Well *argued*."
        book.db.commit()


def test_everybody_can_read_the_pages(browser: Any, kit: Path, tmp_path: Path, walled: None) -> None:
    course = built(kit)
    edit(course / "source" / WORDS / "shout.ipynb", add_work_by_hand)
    call(course, "nbgrader", "generate_assignment", WORDS, "--force")
    edit(hand_in(course, "ann", **RIGHT) / "shout.ipynb", do_it)
    hand_in(course, "bob", shout=LONG, count="x = (")
    call(course, "nbgrader", "autograde", WORDS)
    graded_by_hand(course)
    call(course, "nbgrader", "generate_feedback", WORDS)
    shout = feedback(course, "ann", "shout")
    listed = re.findall(r'<li><a href="#(.+?)">(.+?)</a>(?: <span class="number">(.+?)</span>)?', shout)
    assert ("test_upper", "shout(text) is in capitals.", "2 of 2 points") in listed
    assert ("essay", "Your answer", "2.5 of 4 points") in listed
    assert ("comment-essay", "Comment on: Your answer", "") in listed and "<em>argued</em>" in shout
    assert all(f' id="{name}"' in shout for name, _, _ in listed) and "<title>shout: 5.5 of 15 points" in shout
    for scheme in ("light", "dark"):
        for width in (390, 1200):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page.route("https://**/*", lambda route: route.abort())  # MathJax
            for place in sorted((course / "feedback").rglob("*.html")):
                page.goto(place.as_uri())
                name = f"{place.parent.parent.name}-{place.stem}-{width}-{scheme}"
                page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
                assert page.evaluate(CUT) == [], name
                found = axe.Axe().run(page, options=WCAG).response["violations"]
                assert not [(each["id"], [node["html"] for node in each["nodes"]]) for each in found], name
