"""Of TeX in a learner's text, plain mathematics is shown; no command stays that makes links, styles or commands."""

import re

import pytest

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
markdown = pytest.importorskip("nbconvert.filters.markdown_mistune").markdown2html_mistune

from nbformat import v4  # noqa: E402

from keraskata.nbgrader.markup import without_markup  # noqa: E402

TRICKS = r"\href \url \ref \eqref \label \class \style \cssId \require \unicode \bbox \enclose \mmlToken \def \let"
PLACES = [
    "${}{{https:evil.example}}{{\\text{{Click}}}}$",
    "$${}{{mailto:x@e.example}}{{m}}$$",
    "\\\\({}{{https:evil.example}}{{w}}\\\\)",
    "\\\\[{}{{https:evil.example}}{{w}}\\\\]",
    "\\begin{{equation}}{}{{https:evil.example}}{{w}}\\end{{equation}}",
    "$a \\\\{}{{https:evil.example}}{{w}}$",
    "$a \\\\\\{}{{https:evil.example}}{{w}}$",
    "$\\text{{see {}{{x}}{{y}}}}$",
    "\\\\(\\\\{}{{x}}{{y}}\\\\)",
    "\\$\\{}{{x}}{{y}}\\$",
]
HONEST = [
    r"$\sigma(z) = \frac{1}{1 + e^{-z}}$",
    r"$$\begin{pmatrix} 1 \\ x \\ \alpha \end{pmatrix} \in \mathbb{R}^3$$",
    r"\begin{align}\hat{y} \approx \operatorname*{argmax}_i \left( w_i \cdot x \right)\end{align}",
    r"$\sum_{i=1}^n \text{loss}_i \leq \infty \quad \nabla_\theta J \rightarrow 0$",
]


TASK = {"nbgrader": {"task": True, "grade": False, "solution": False, "locked": True, "grade_id": "task", "points": 1}}


def pages(source: str) -> list[str]:
    """The text as MathJax gets it: where nothing is graded by hand, and where something is."""
    shown = []
    for more in ([], [v4.new_markdown_cell("A task.", metadata=TASK)]):
        book = v4.new_notebook(cells=[v4.new_markdown_cell(source), *more])
        without_markup(book, ())
        shown.append(str(markdown(book.cells[0].source)))
    return shown


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", TRICKS.split())
def test_no_command_stays_that_is_not_plain_mathematics(command: str, place: str) -> None:
    for page in pages(place.format(command)):
        assert not re.search(rf"\\{command[1:]}\b", page)


@pytest.mark.parametrize("text", HONEST)
def test_plain_mathematics_stays(text: str) -> None:
    assert all(text in page for page in pages(text))
