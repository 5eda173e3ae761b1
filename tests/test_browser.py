"""What a learner sees in JupyterLab, and an instructor in nbgrader's formgrader, read from their pages in Chromium.

Pictures of the pages are left in pytest's temporary folder.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from conftest import RIGHT

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install playwright")
from playwright.sync_api import Locator, Page, expect  # noqa: E402
from test_course import WORDS, built, hand_in  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: apt-get install chromium")

TOKEN = "kata"
# An answer that needs Keras: whatever its backend has to say at its start, no cell shows it.
WITH_KERAS = "import keras\n\ndef shout(text):\n    keras.utils.set_random_seed(1)\n    return text.upper()\n"
MINUTE = 60_000  # milliseconds; the machine may be busy
expect.set_options(timeout=MINUTE)


@pytest.fixture
def course(kit: Path) -> Path:
    return built(kit)


@pytest.fixture
def jupyter(course: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab in the course's folder, with no settings but its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own = {name: str(tmp_path / "jupyter" / name) for name in folders}
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", f"--IdentityProvider.token={TOKEN}"]
    with (tmp_path / "jupyter.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=course,
            env={**os.environ, **own},
            stdout=log,
            stderr=log,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/api", server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        assert server.poll() is None, "JupyterLab has ended; jupyter.log says why"
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (URLError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError("JupyterLab does not answer")


@pytest.fixture
def page(jupyter: str) -> Iterator[Page]:
    """A page of a new Chromium; nothing but the Jupyter of this machine is reached from it."""
    with sync_api.sync_playwright() as playwright:
        options = ["--disable-gpu", "--disable-quic", "--disable-sync"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        page = browser.new_page(viewport={"width": 1000, "height": 1300}, base_url=jupyter)
        page.set_default_timeout(MINUTE)
        page.route(lambda url: not url.startswith(jupyter), lambda route: route.abort())
        yield page
        browser.close()


def test_a_learner_fails_mends_and_passes(page: Page, tmp_path: Path) -> None:
    page.goto(f"/doc/tree/release/{WORDS}/shout.ipynb?token={TOKEN}")
    cells = page.locator(".jp-Notebook .jp-CodeCell")
    expect(cells).to_have_count(4)
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle")  # what is run before is lost
    _, answer, upper, empty = (cells.nth(number) for number in range(4))
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()  # which goes on behind what fails
    shows(upper, r"✗\s*shout\(text\) is in capitals\. 0 of 2 points.*still to be written", "Not yet: 0 of 2 points")
    shows(empty, r"·\s*An empty text stays empty\. 0 of 1 point\s*waits for", "Not yet: 0 of 1 point")
    page.screenshot(path=tmp_path / "fails.png")

    write(answer, WITH_KERAS)
    run(answer)
    run(upper)
    shows(upper, r"✓\s*shout\(text\) is in capitals\. 2 of 2 points$")
    write(answer, "def shout(text:\n")
    run(answer)
    run(upper)  # the good answer is still in the kernel, and no longer in the notebook
    shows(upper, "line 1 of your cell", "Not yet: 0 of 2 points")
    page.screenshot(path=tmp_path / "broken.png")

    write(answer, WITH_KERAS)
    for cell in (answer, upper, empty):
        run(cell)
    shows(upper, r"✓.*2 of 2 points$")
    shows(empty, r"✓.*1 of 1 point$")
    shows(answer)
    page.screenshot(path=tmp_path / "passes.png")


def write(cell: Locator, text: str) -> None:
    cell.locator(".cm-content").click()
    for key in ("Control+a", "Delete"):
        cell.page.keyboard.press(key)
    cell.page.keyboard.insert_text(text)


def run(cell: Locator) -> None:
    """Run a cell, and wait until it has a new number."""
    prompt = cell.locator(".jp-InputPrompt")
    before = prompt.inner_text()
    cell.locator(".cm-content").click()
    cell.page.locator("[data-command='notebook:run-cell-and-select-next']").click()
    expect(prompt).not_to_have_text(before)
    expect(prompt).to_have_text(re.compile(r"\[\d+\]"))


def shows(cell: Locator, *outputs: str) -> None:
    """The cell has these outputs and no other: nothing on the error stream, nor what a library prints."""
    expect(cell.locator(".jp-OutputArea-output")).to_have_text(
        [re.compile(text, re.DOTALL) for text in outputs], use_inner_text=True
    )


@pytest.mark.usefixtures("walled")
def test_formgrader_grades_and_shows_the_judges_points(page: Page, course: Path, tmp_path: Path) -> None:
    hand_in(course, "ann", **RIGHT)
    hand_in(course, "bob", shout="def shout(text):\n    return text.upper() or 'X'\n", count=RIGHT["count"])
    page.goto(f"/formgrader?token={TOKEN}")
    expect(page.get_by_role("row", name=WORDS)).to_be_visible()
    page.screenshot(path=tmp_path / "assignments.png")
    for student in ("ann", "bob"):
        page.goto(f"/formgrader/manage_submissions/{WORDS}")
        page.get_by_role("row", name=student).locator(".autograde a").click()
        expect(page.locator(".modal-content")).to_contain_text("Successfully autograded")
    page.goto(f"/formgrader/manage_submissions/{WORDS}")
    expect(page.get_by_role("row", name="ann")).to_contain_text("6 / 6")
    expect(page.get_by_role("row", name="bob")).to_contain_text("5 / 6")
    page.screenshot(path=tmp_path / "submissions.png")

    page.goto(f"/formgrader/gradebook/{WORDS}/shout")
    page.get_by_role("row", name="2 / 3").get_by_role("link").click()
    for number, points in enumerate(["2", "0"]):
        expect(page.locator("input.score").nth(number)).to_have_attribute("placeholder", points)
    expect(page.get_by_text("2 of 2 points")).to_be_visible()
    expect(page.locator("dl")).to_contain_text("'X'")
    page.screenshot(path=tmp_path / "submission.png", full_page=True)
