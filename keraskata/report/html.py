"""Verdicts as HTML: one check for a notebook's cell and for nbgrader's feedback; templates for whole pages."""

import base64
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup, escape

from keraskata.report.view import View
from keraskata.results import CheckResult

TEMPLATES = Path(__file__).parent / "templates"
CELL = 150_000  # characters of pictures below one check: notebooks are stored, sent and compared
_CODE = r'<code style="color: inherit; background: none; padding: 0; font-size: inherit">\1</code>'


def check_html(check: CheckResult) -> str:
    """Make the HTML of one check, for light and dark pages. Only `code` in its texts becomes markup."""
    pictures, room = [], CELL
    for picture in check.pictures:
        room -= len(picture["svg"])
        if room >= 0:
            pictures.append(picture)
    return template("check.html.j2").render(check=View.of(check), pictures=pictures)


def data_uri(svg: str) -> str:
    """Make an image's address of an untrusted SVG: as an image it runs no script and fetches nothing."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode('utf-8', 'replace')).decode()}"


@cache
def template(name: str) -> Template:
    """Load a template of this package; values in it are text, never markup."""
    environment = Environment(loader=PackageLoader("keraskata.report"), autoescape=True, trim_blocks=True)
    environment.lstrip_blocks = True
    environment.filters["code"] = lambda text: Markup(re.sub(r"`([^`\n]+)`", _CODE, str(escape(text))))
    environment.filters["uri"] = data_uri
    environment.filters["view"] = View.of
    return environment.get_template(name)
