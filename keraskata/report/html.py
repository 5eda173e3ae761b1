"""A check's verdict as a piece of HTML, for a notebook's cell and for nbgrader's feedback."""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup, escape

from keraskata.report.words import MARKS
from keraskata.results import CheckResult

_CODE = r'<code style="color: inherit; background: none; padding: 0; font-size: inherit">\1</code>'


def check_html(check: CheckResult) -> str:
    """One check; it can be read on a light and on a dark page. Nothing in it is taken for markup but `code`."""
    return _template("check.html.j2").render(check=check, mark=MARKS[check.outcome])


@cache
def _template(name: str) -> Template:
    environment = Environment(loader=PackageLoader("keraskata.report"), autoescape=True, trim_blocks=True)
    environment.lstrip_blocks = True
    environment.filters["flush"] = lambda note: note.replace("\n" + " " * 10, "\n")  # set for a terminal, below a label
    environment.filters["code"] = lambda text: Markup(re.sub(r"`([^`\n]+)`", _CODE, str(escape(text))))
    return environment.get_template(name)
