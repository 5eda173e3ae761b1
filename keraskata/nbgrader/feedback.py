"""The pages of `nbgrader generate_feedback`: the kit's own template in the place of nbgrader's."""

from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter

from keraskata.report.html import TEMPLATES

_HERE = Path(__file__).parent / "templates"


class FeedbackPage(HTMLExporter):
    """Makes a page of feedback that all can read, at any width and on paper, with a list of what has points."""


def configure_feedback(c: Any) -> None:
    """Let nbgrader make its pages so; settings of HTMLExporter itself would also change the formgrader."""
    c.GenerateFeedback.exporter_class = FeedbackPage
    c.FeedbackPage.template_name = "kata_feedback"
    c.FeedbackPage.extra_template_basedirs = [str(_HERE)]
    c.FeedbackPage.extra_template_paths = [str(TEMPLATES)]
