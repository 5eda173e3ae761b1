"""The site of docs/: it is built, a link that leads nowhere ends the build, and a browser fetches nothing elsewhere."""

import importlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from keraskata.curriculum import load

pytest.importorskip("mkdocs", reason="MkDocs is missing: pip install mkdocs-material")
ROOT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def build(root: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    built = build(ROOT, out)
    assert built.returncode == 0, built.stderr
    return out


def test_a_link_to_a_file_of_the_repository_leads_to_a_copy(site: Path) -> None:
    name = "exercises/s03_binary_classification/sigmoid.py"
    assert f'href="{name}"' in (site / "coverage.html").read_text()
    assert (site / name).read_bytes() == (ROOT / name).read_bytes()
    assert not list(site.rglob("building.py")) and not list(site.rglob("make.py"))


def test_the_pages_of_the_root_are_pages_of_the_site(site: Path) -> None:
    assert 'href="contributing.html"' in (site / "index.html").read_text()
    assert 'href="decisions/index.html"' in (site / "contributing.html").read_text()
    assert 'href="report-a-hole.html"' in (site / "contributing.html").read_text()
    assert 'href="../security.html"' in (site / "decisions" / "judge-and-subject.html").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[x](nowhere.md)", "nowhere.md"),
        ("[x](../exercises/nowhere.py)", "exercises/nowhere.py"),
        ("[x](authors.md#nowhere)", "#nowhere"),
        ("[x](htps://keras.io)", "this is no address"),
        ("[x](https://keras)", "this is no address"),
        ('<a href="nowhere.html">x</a>', "there is no such file"),
        ("![x](https://keras.io/logo.png)", "fetches nothing from elsewhere"),
    ],
)
def test_a_link_that_leads_nowhere_ends_the_build(tmp_path: Path, words: str, said: str) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "exercises", tmp_path / "exercises")
    for name in ("mkdocs.yml", "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    with (tmp_path / "docs" / "learners.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{words}\n")
    built = build(tmp_path, tmp_path / "site")
    assert built.returncode == 1 and said in built.stderr, built.stderr


def test_the_evidence_counts_no_more_than_there_is() -> None:
    said = (ROOT / "docs/evidence.md").read_text(encoding="utf-8")
    answers, right = re.search(r"over ([\d,]+) answers, over (\d+) of them right", said).groups()  # type: ignore[union-attr]
    assert len(list((ROOT / "tests/answers").glob("*/*/*_*.py"))) > int(answers.replace(",", ""))
    assert len(list((ROOT / "tests/answers").glob("*/*/right_*.py"))) > int(right)
    attacks = [*(ROOT / "tests/hostile").glob("*/*/*.py"), *(ROOT / "tests/hostile/handed_in").glob("*.py")]
    assert len(attacks) > int(re.search(r"over (\d+), as one class", said)[1])  # type: ignore[index]


def test_each_page_that_counts_exercises_counts_them_all() -> None:
    right, counted = {str(len(load(ROOT).exercises))}, {}
    for page in ("README.md", "docs/evidence.md", "docs/comparison.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        counted[page] = set(re.findall(r"(?:There are|for|all|brings \|) (\d+) (?:exercises|solutions)", text))
    assert not {page: numbers for page, numbers in counted.items() if numbers != right}


def test_the_hostile_bank_counts_what_its_table_has() -> None:
    page = (ROOT / "docs/hostile-bank.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `.* \| (.*) \|$", page.split("## Notebooks")[0], re.MULTILINE)
    said = r"of the (\d+) that apply there, (\d+) got .*?, (\d+) wrong answers got full points, (\d+) left neither"
    applied = [row for row in rows if row != "–"]
    found = [len(applied), *(sum(kind in row for row in applied) for kind in ("**got it**", "**full", "no grade"))]
    assert [int(n) for n in re.search(said, " ".join(page.split())).groups()] == found  # type: ignore[union-attr]


def test_the_page_on_cost_is_made_of_its_figures() -> None:
    sys.path.insert(0, str(ROOT / "tests/bench"))
    try:
        cost_page = importlib.import_module("cost_page")
    finally:
        sys.path.pop(0)
    found = tomllib.loads(cost_page.FIGURES.read_text(encoding="utf-8"))
    page = cost_page.PAGE.read_text(encoding="utf-8")
    assert cost_page.filled(page, found) == page, "run `python tests/bench/cost_page.py`"
    assert {name for own in found.values() for name in own["exercises"]} <= load(ROOT).exercises.keys()


def test_each_word_of_the_picture_of_the_screen_can_be_read() -> None:
    """WCAG AA: a contrast of 4.5 at least."""
    drawn = (ROOT / "docs/pictures/watch.svg").read_text(encoding="utf-8")
    fills = dict(re.findall(r"-(r\d+) \{ fill: (#[0-9a-f]{6})", drawn))
    words = re.findall(r'<text class="[\w-]+-(r\d+)"[^>]*>([^<]*)</text>', drawn)
    used = {fills[name] for name, text in words if re.search(r"\w", text.replace("&#160;", ""))}
    assert len(used) >= 4
    assert not {fill for fill in used if (_light(fill) + 0.05) / (_light("#292929") + 0.05) < 4.5}


def _light(color: str) -> float:
    """Relative luminance, as WCAG defines it."""
    shares = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_citation_names_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert f"version: {project['version']}" in cited and f"license: {project['license']}" in cited


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: apt-get install chromium")
def test_in_chromium(site: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install playwright")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    address, asked = f"http://127.0.0.1:{server.server_port}", list[str]()
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--disable-gpu"])
        page = browser.new_page()
        page.set_default_timeout(60_000)  # the machine may be busy
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/learners.html", wait_until="networkidle")  # the search hears nothing before
        page.locator("input.md-search__input").press_sequentially("reset", delay=50)
        page.locator("a.md-search-result__link").first.wait_for()
        for name in ("index", "own-exercise"):
            page.goto(f"{address}/{name}.html", wait_until="networkidle")
            page.screenshot(path=site / f"{name}.png")
        browser.close()
    server.shutdown()
    assert asked and not [url for url in asked if not url.startswith((address, "data:", "blob:"))]
