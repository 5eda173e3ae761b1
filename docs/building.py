"""What MkDocs does for this site beyond its own: README.md is its home, and no link of it leads nowhere.

Links lead to files of the repository (../exercises/...), as they have to on GitHub; the site gets a copy of these.
"""

import logging
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
OUTSIDE = re.compile(r"(?<=]\()\.\./([^)#\s]+)")
IN_DOCS = re.compile(r"(?<=]\()docs/")
LOG = logging.getLogger("mkdocs.keraskata")  # with strict: true, a warning ends the build


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the home page, and each file of the repository that a page links to."""
    linked = {name for page in files.documentation_pages() for name in OUTSIDE.findall(page.content_string)}
    for name in sorted(linked):
        if (ROOT / name).is_file():  # MkDocs itself names a link to what is not there
            files.append(File.generated(config, name, abs_src_path=str(ROOT / name)))
    home = (ROOT / "README.md").read_text(encoding="utf-8")
    files.append(File.generated(config, "index.md", content=IN_DOCS.sub("", home)))


def on_page_markdown(markdown: str, **_: object) -> str:
    """Point links out of docs/ to the copies."""
    return OUTSIDE.sub(r"\1", markdown)


def on_post_build(config: MkDocsConfig) -> None:
    """Look at every link of the pages as they are now, MkDocs' own and the theme's among them."""
    site = Path(config.site_dir).resolve()
    pages = {page: _Links(page) for page in sorted(site.rglob("*.html"))}
    for page, found in pages.items():
        for link, fetched in found.links:
            wrong = _wrong(site, page, link, fetched, pages)
            if wrong:
                LOG.warning("%s: %s: %s", page.name, link, wrong)


class _Links(HTMLParser):
    """The links of a page, each with whether a browser fetches it by itself, and the places that links can lead to."""

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
    """What is wrong with a link, or "": a file and a place have to be there, an address elsewhere only to be one."""
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
