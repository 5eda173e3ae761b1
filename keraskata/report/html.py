"""Verdicts as HTML: one check for a notebook's cell and for nbgrader's feedback; templates for whole pages."""

import base64
import re
from functools import cache

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup, escape

from keraskata.report.view import View
from keraskata.results import CheckResult

CELL = 150_000  # letters of pictures below one check: notebooks are kept, sent and compared
_CODE = r'<code style="color: inherit; background: none; padding: 0; font-size: inherit">\1</code>'


def check_html(check: CheckResult) -> str:
    """One check; it can be read on a light and on a dark page. Nothing in it is taken for markup but `code`."""
    pictures, room = [], CELL
    for picture in check.pictures:
        room -= len(picture["svg"])
        if room >= 0:
            pictures.append(picture)
    return template("check.html.j2").render(check=View.of(check), pictures=pictures)


def data_uri(svg: str) -> str:
    """An SVG as the address of an image: whoever drew it, no script in it runs, and it fetches nothing."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode('utf-8', 'replace')).decode()}"


@cache
def template(name: str) -> Template:
    """A template of this package; what goes into it is text, and never markup."""
    environment = Environment(loader=PackageLoader("keraskata.report"), autoescape=True, trim_blocks=True)
    environment.lstrip_blocks = True
    environment.filters["code"] = lambda text: Markup(re.sub(r"`([^`\n]+)`", _CODE, str(escape(text))))
    environment.filters["uri"] = data_uri
    environment.filters["view"] = View.of
    return environment.get_template(name)
