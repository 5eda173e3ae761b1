"""Extends MkDocs for this site: README.md is the home page, and a broken link ends the build.

Links lead to files of the repository (../exercises/...), as GitHub needs them; the site gets copies of these files.
"""

import logging
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent
PAGES = {  # files of the repository's root, and their names here; on a Mac, SECURITY.html would be security.html
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "report-a-hole.md",
    "CHANGELOG.md": "changelog.md",
}
IN_DOCS = re.compile(r"(?<=]\()docs/")
ROOTS = re.compile(rf"(?<=]\()({'|'.join(map(re.escape, PAGES))})")
LOG = logging.getLogger("mkdocs.keraskata")  # with strict: true, a warning ends the build


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages of the repository's root, and each file of the repository that a page links to."""
    linked = {name for page in files.documentation_pages() for name in _outside(page).findall(page.content_string)}
    for name in sorted(linked - PAGES.keys()):
        if (ROOT / name).is_file():  # MkDocs itself reports a link to a missing file
            files.append(File.generated(config, name, abs_src_path=str(ROOT / name)))
    for name, page in PAGES.items():
        text = IN_DOCS.sub("", (ROOT / name).read_text(encoding="utf-8"))
        files.append(File.generated(config, page, content=_renamed(text)))


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Point links that leave docs/ to the copies."""
    up = "../" * page.file.src_uri.count("/")
    return _outside(page.file).sub(lambda found: up + PAGES.get(found[1], found[1]), markdown)


def _outside(page: File) -> re.Pattern[str]:
    """Return a pattern of the links from a page of docs/, or of a folder in it, to files beside docs/."""
    return re.compile(r"(?<=]\()" + r"\.\./" * (page.src_uri.count("/") + 1) + r"([^)#\s]+)")


def _renamed(text: str) -> str:
    return ROOTS.sub(lambda found: PAGES[found[1]], text)


def on_post_build(config: MkDocsConfig) -> None:
    """Examine every link of the finished pages, also those of MkDocs and the theme."""
    site = Path(config.site_dir).resolve()
    pages = {page: _Links(page) for page in sorted(site.rglob("*.html"))}
    for page, found in pages.items():
        for link, fetched in found.links:
            wrong = _wrong(site, page, link, fetched, pages)
            if wrong:
                LOG.warning("%s: %s: %s", page.name, link, wrong)


class _Links(HTMLParser):
    """The links of a page, each with whether a browser fetches it by itself, and the places on the page to link to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[tuple[str, bool]] = []
        self.places = {"", "__skip"}
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append((value, tag != "a"))
            elif name == "id" and value:
                self.places.add(value)


def _wrong(site: Path, page: Path, link: str, fetched: bool, pages: dict[Path, _Links]) -> str:
    """Return what is wrong with a link, or "". A file and a place must exist; an address elsewhere must be valid."""
    parts = urlsplit(link)
    if parts.scheme == "data":
        return ""
    if parts.scheme or parts.netloc:
        if fetched:
            return "a page of this site fetches nothing from elsewhere"
        return "" if parts.scheme == "https" and "." in parts.netloc else "this is no address"
    folder = site if parts.path.startswith("/") else page.parent  # 404.html may be shown at any place
    target = (folder / unquote(parts.path).lstrip("/")).resolve() if parts.path else page
    if not target.is_file():
        return "there is no such file"
    if target in pages and unquote(parts.fragment) not in pages[target].places:
        return "there is no such place on that page"
    return ""
