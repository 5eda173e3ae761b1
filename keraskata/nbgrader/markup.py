"""What of a learner's text an instructor's browser gets: no HTML, and links and pictures only where a person grades."""

import re
from collections.abc import Container
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_locked, is_solution, is_task

from keraskata.nbgrader.given import given
from keraskata.nbgrader.plain_maths import only_maths

_LINK = re.compile(r"""(!?)\[([^][\n]*)\]\((https?://[^\s()<>"'\\$`]+|attachment:[\w.-]+)\)""")


class NoMarkup(NbGraderPreprocessor):
    """Removes HTML from learners' text, and links if nothing is graded by hand. To be run once.

    The instructor's own texts stay as they are, also in cells that learners may change. What is graded by hand keeps
    links to the web and its own pictures; a picture from the web becomes a link, because to load it would tell who
    reads.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        about = resources["nbgrader"]
        without_markup(nb, given(self.parent.parent.coursedir, about["assignment"], about["notebook"]).texts)
        return nb, resources


def without_markup(nb: NotebookNode, texts: Container[str]) -> None:
    """Remove HTML and links from a notebook in place, as NoMarkup says; `texts` are the instructor's own."""
    by_hand = any(is_task(cell) or (is_grade(cell) and is_solution(cell)) for cell in nb.cells)
    for cell in nb.cells:
        if cell.cell_type == "markdown" and not is_locked(cell) and cell.source not in texts:
            cell.source = _linked(cell) if by_hand else _plain(cell.source)


def _plain(text: str) -> str:
    text = only_maths(text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace("](", "] (").replace("]:", "] :").replace("://", ":&#47;&#47;")


def _linked(cell: NotebookNode) -> str:
    """Return the text of a cell with those links and pictures that are safe."""
    found, end = [], 0
    for link in _LINK.finditer(cell.source):
        picture, label, target = link.groups()
        kind, _, name = target.partition(":")
        if kind == "attachment" and not (picture and name in cell.get("attachments", {})):
            continue
        shown = "!" if kind == "attachment" else ""
        before = cell.source[end : link.start()]
        found += [_plain(before), f"{shown}[{_plain(label)}]({target})"]
        end = link.end()
    return "".join([*found, _plain(cell.source[end:])])
