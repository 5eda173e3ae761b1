"""Makes the pictures of README.md and of the book, so that they stay true: `tox -e pictures`, and commit what changed.

A copy of the kit has the first third of the solutions in place, but for one honest mistake, and one from further on.
It is graded as a learner grades it; then its watch screen becomes watch.svg, the head of its report report.png, and
what the report shows of the one from further on code.png. The pictures of the book are drawn by the scripts beside
them.
"""

import asyncio
import contextlib
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import matplotlib.pyplot as plt
from playwright.sync_api import sync_playwright

from keraskata import curriculum
from keraskata.watch.app import Watch

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BOOK = HERE.parent / "book" / "pictures"
MISTAKEN = "s03_binary_classification/sigmoid"
DRAWN = "s11_cnn/build_cnn"
SECONDS = 120  # Keras has to start
COLUMNS, ROWS = 96, 28
WIDTH, HEIGHT = 900, 720  # pixels, of the report
LARGEST = 200_000  # bytes of a picture
READABLE = {"#cc555a": "#e2777c", "#98729f": "#b08bb7", "#608ab1": "#6f9fcb"}  # rich's colours, bright enough for AA
WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def main() -> None:
    for script in sorted(BOOK.glob("*.py")):
        draw(script)
    with tempfile.TemporaryDirectory() as folder:
        kit = a_third_done(Path(folder).resolve() / "keraskata")
        subprocess.run([sys.executable, "-m", "pytest", "exercises/", "-q"], cwd=kit.root, stdout=subprocess.DEVNULL)
        (HERE / "watch.svg").write_text(watch_screen(kit), encoding="utf-8")
        for name, picture in report_page(kit).items():
            assert len(picture) < LARGEST, f"{name}: {len(picture)} bytes, make it smaller"
            (HERE / name).write_bytes(picture)


def draw(script: Path) -> None:
    """Write the figure of a script of the book beside it, the same for the same figure."""
    plt.rcParams["svg.hashsalt"] = "keraskata"
    figure = runpy.run_path(str(script))["draw"]()
    figure.savefig(script.with_suffix(".svg"), metadata={"Date": None})
    plt.close(figure)


def a_third_done(root: Path) -> curriculum.Kit:
    """Return a copy of the kit, where a learner has come so far."""
    for tree in ("curriculum", "exercises", "solutions", "graders", "datasets"):
        shutil.copytree(ROOT / tree, root / tree, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "stubs.toml"):
        shutil.copy(ROOT / name, root)
    kit = curriculum.load(root)
    exercises = list(kit.exercises.values())
    for exercise in (*exercises[: len(exercises) // 3], kit.exercises[DRAWN]):
        shutil.copy(kit.solution(exercise), kit.stub(exercise))
    mistaken = kit.stub(kit.exercises[MISTAKEN])
    shutil.copy(ROOT / "tests" / "answers" / MISTAKEN / "wrong_overflows.py", mistaken)
    return kit


def watch_screen(kit: curriculum.Kit) -> str:
    """Return the screen with the verdict on the mistake, as an SVG that takes its font from the reader."""

    async def seen() -> str:
        app = Watch(kit, kit.exercises[MISTAKEN])
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
            async with asyncio.timeout(SECONDS):
                while MISTAKEN not in app.standing.results or app._since is not None:
                    await pilot.pause(0.1)
            await pilot.pause(0.5)
            return app.export_screenshot(title="kata")

    with contextlib.chdir(kit.root):  # so that the screen names the file as a learner would
        drawn = WEB_FONT.sub("", asyncio.run(seen()))
    for dark, bright in READABLE.items():
        drawn = drawn.replace(dark, bright)
    return drawn


def report_page(kit: curriculum.Kit) -> dict[str, bytes]:
    """Return the top of the page of `kata report`, and its article on DRAWN, as PNG by name."""
    place = kit.root / "report.html"
    command = [sys.executable, "-m", "keraskata", "report", "--no-open", "--out", str(place)]
    subprocess.run(command, cwd=kit.root, check=True, stdout=subprocess.DEVNULL)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(place.as_uri())
        pictures = {"report.png": page.screenshot()}
        pictures["code.png"] = page.locator(f"article[aria-labelledby='{DRAWN}']").screenshot()
        browser.close()
    return pictures


if __name__ == "__main__":
    main()
