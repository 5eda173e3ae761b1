"""The pages of `kata report`, `class-report`, `feedback` and `likeness` in Chromium, by keyboard, too.

They are looked at with 390 and 1200 px, light and dark. Pictures of them are left in pytest's temporary folder.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pages import CLASS, check, class_results, kata, keep_one_of_each, result

from keraskata import curriculum
from keraskata.expect.basics import Measuring
from keraskata.likeness.findings import Finding
from keraskata.likeness.page import likeness_page
from keraskata.likeness.pairs import Near, Side
from keraskata.report.class_facts import Student
from keraskata.report.page import page
from keraskata.results import Feedback

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python")
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: apt-get install chromium")


@pytest.fixture
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--disable-gpu"])
        yield browser
        browser.close()


CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  const light = rgb => 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2])
  const parts = color => color.match(/[\\d.]+/g).map(Number)
  const behind = e => { for (; e; e = e.parentElement) {
    const c = parts(getComputedStyle(e).backgroundColor)
    if (c.length < 4 || c[3] > 0) return c } return [255, 255, 255] }
  const bad = []
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue
    const [a, b] = [light(parts(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x)
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(e.outerHTML.slice(0, 200))
  }
  return bad }"""


# Each line of a program begins at the same place, with a bar or without, and none is cut.
LINES = """() => {
  for (const pre of document.querySelectorAll('pre')) {
    const lines = [...pre.querySelectorAll('.line')]
    const starts = lines.map(l => {
      const r = document.createRange()
      r.setStart(l.firstChild, 0); r.setEnd(l.firstChild, 1)
      return Math.round(r.getClientRects()[0].left) })
    if (!lines.length || new Set(starts).size > 1) return false
    if (pre.scrollWidth > pre.clientWidth) return false
  } return true }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_in_chromium(browser: Any, kit: Path, tmp_path: Path, keeping: Measuring, scheme: str, width: int) -> None:
    keep_one_of_each(keeping)
    long = Feedback("x" * 300, "y " * 200, "`z`", ["a = [" + "1, " * 100])
    shown = replace(check("break", "failed", 3, long), printed=["w" * 400], pictures=keeping.pictures)
    text = page(curriculum.load(kit), {"s01_words/shout": result("s01_words/shout", check("work"), shown)})
    (tmp_path / "learner.html").write_text(text, encoding="utf-8")
    class_results(kit / "graded", [*CLASS, Student("n" * 80, CLASS[3].results, "p" * 300)])
    kata(kit, "class-report", "graded", "--no-open", "--out", str(tmp_path / "class.html"))
    kata(kit, "feedback", "graded")
    shutil.copy(kit / "graded/feedback/bernd.html", tmp_path / "student.html")
    text = "import keras\n\n\ndef f(x):\n    return " + "x + " * 100 + "x\n"
    side = Side(["anna", "n" * 80], text, 2, frozenset({4}), ["dora"], frozenset({5}))
    near = [Near(side, replace(side, students=[name])) for name in ("bernd", "carla")]
    found = Finding(curriculum.load(kit).exercises["s01_words/shout"], 13, 12, 0.3, near, [(["anna", "n" * 80], True)])
    (tmp_path / "likeness.html").write_text(likeness_page([found], 12, 0), encoding="utf-8")
    page_ = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    wrong: list[str] = []
    page_.on("console", lambda message: wrong.append(message.text))
    page_.on("request", lambda request: request.url.startswith(("file:", "data:")) or wrong.append(request.url))
    for name in ("learner", "class", "student", "likeness"):
        page_.goto((tmp_path / f"{name}.html").as_uri())
        page_.screenshot(path=tmp_path / f"{name}-{width}-{scheme}.png", full_page=True)
        assert page_.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert page_.evaluate("[...document.images].every(i => i.complete && i.naturalWidth > 20)")
        for closed in page_.locator("summary").all():
            closed.evaluate("e => { e.parentElement.open = false }")
        page_.keyboard.press("Tab")
        assert page_.evaluate("document.activeElement.className") == "skip"
        reached = 0
        for _ in range(60):  # the keyboard comes to each of the details, and opens it
            page_.keyboard.press("Tab")
            if page_.evaluate(
                "document.activeElement.localName === 'summary' && !document.activeElement.parentElement.open"
            ):
                page_.keyboard.press("Enter")
                reached += 1
        assert reached == page_.locator("details").count() and page_.locator("details:not([open])").count() == 0
        assert page_.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        assert page_.evaluate(CONTRAST) == []
        found = axe.Axe().run(page_, options=WCAG).response["violations"]
        assert not [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
    assert page_.evaluate(LINES)
    page_.goto((tmp_path / "likeness.html").as_uri() + "#pair-1-2")
    assert page_.locator("#pair-1-2").is_visible()
    assert not wrong
    page_.close()
