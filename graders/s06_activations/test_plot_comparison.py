"""Grades s06_activations/plot_comparison: a line per activation, and words that identify each."""

import numpy as np
import pandas as pd
import pytest

from keraskata import expect


@pytest.fixture(scope="module")
def curves():
    rng = np.random.default_rng(6)
    losses = 0.7 - np.cumsum(rng.uniform(0.01, 0.1, size=(6, 3)), axis=0)
    return pd.DataFrame(losses, columns=["tanh", "relu", "sigmoid"])


@pytest.fixture(scope="module")
def others():
    """More columns and rows, with rows counted from 1, and losses that go up and down, far above 1."""
    losses = np.random.default_rng(7).uniform(0.2, 30, size=(12, 4))
    return pd.DataFrame(losses, columns=["silu", "leaky_relu", "elu", "relu"], index=range(1, 13))


@pytest.fixture(scope="module")
def drawn(submission, curves):
    return submission.plot_comparison(curves), submission.argument(0)


@pytest.fixture(scope="module")
def panel(drawn):
    """Return the Axes that were returned; None if there are none."""
    picture = drawn[0]
    return picture.panels[0] if getattr(picture, "kind", None) == "Axes" else None


@pytest.mark.check(
    points=2, hint="Most ways to draw a line answer with the Axes that they drew into: keep that, and return it."
)
def test_axes(drawn):
    """The answer is the Axes with the picture."""
    likely = "this is a list: plt.plot answers with its lines, subplots=True with one Axes per column"
    expect.picture(drawn[0], "Axes", what="plot_comparison(curves)", likely=likely)
    expect.keep_picture("What plot_comparison draws", drawn[0])


@pytest.mark.check(
    points=3, needs=["test_axes"], hint="One line per column. What runs along the x axis, and what along y?"
)
def test_lines(submission, panel, curves, others):
    """Each column is a line with its losses over the epochs."""
    _expect_lines(panel, curves)
    picture = submission.plot_comparison(others)
    expect.that(
        getattr(picture, "kind", None) == "Axes",
        expected="Axes for other curves, too",
        found="something else",
        likely="names or numbers of the first curves are written into the function",
    )
    _expect_lines(picture.panels[0], others)


@pytest.mark.check(points=3, needs=["test_lines"], hint="Where do the legend's words come from? In which order?")
def test_legend(submission, drawn, curves, others):
    """The legend names each line after its column."""
    _expect_legend(drawn[0], curves)
    _expect_legend(submission.plot_comparison(others), others)


@pytest.mark.check(points=1, needs=["test_axes"], hint="ax.set_title, or title=... where pandas draws.")
def test_title(drawn, panel):
    """The picture has a title."""
    expect.that(
        panel.title.strip() or drawn[0].title.strip(),
        expected="a title above the lines",
        found="no title",
        likely="no title is set: ax.set_title(...), or title=... in curves.plot",
    )


@pytest.mark.check(points=1, needs=["test_axes"], hint="What does a reader need to know about each of the two axes?")
def test_labels(panel):
    """Both axes are labelled."""
    expect.labelled(panel)
    of_x, of_y = panel.xlabel.lower(), panel.ylabel.lower()
    expect.that(
        not ("epoch" in of_y and "loss" in of_x and "epoch" not in of_x),
        expected="the epochs named below the x axis, and the losses beside the y axis",
        found=f"{panel.xlabel!r} below, and {panel.ylabel!r} beside",
        likely="the two labels are swapped",
    )


@pytest.mark.check(points=1, needs=["test_axes"], hint="Does something write into curves? Work on curves.copy().")
def test_unchanged(drawn, curves):
    """The DataFrame is the same afterwards."""
    expect.unchanged(drawn[1], curves, what="curves")


def _lines(panel, curves):
    """Return the lines of a panel, without straight ones that only guide the eye, as ax.axhline draws them."""
    return [line for line in expect.lines(panel) if len(line.y) != 2 or len(curves) == 2 or np.ptp(line.y)]


def _expect_lines(panel, curves):
    lines = _lines(panel, curves)
    columns = [name for name in curves.columns if expect.line_with(panel, curves[name].to_numpy()) is not None]
    rows = [line for line in lines if len(line.y) == curves.shape[1] != len(curves)]
    expect.that(
        lines,
        expected=f"{curves.shape[1]} lines",
        found="no line",
        likely=expect.cause(
            (panel.filled, "these are bars or areas; a course over epochs is a line"),
            (panel.points, "these are loose points; a course over epochs is a line"),
            "nothing is drawn into the Axes that are returned",
        ),
    )
    for name in curves.columns:
        right = curves[name].to_numpy()
        expect.that(
            expect.line_with(panel, right) is not None,
            expected=f"a line with the losses of {name}, {expect.number(right.tolist())}",
            found=f"{len(lines)} lines, none with these numbers: the first has {expect.number(lines[0].y)}",
            likely=expect.cause(
                (
                    rows,
                    "rows and columns are swapped: there is one line per epoch, and it should be one per activation",
                ),
                (
                    len(lines) == len(columns) < curves.shape[1],
                    f"only {' and '.join(columns)} can be seen in these Axes: another column is left out, or "
                    "is drawn into a picture of its own",
                ),
                (len(lines) == 1, "all columns are run together into one line"),
                (
                    any(expect.same(line.x, right) for line in lines),
                    "x and y are swapped: the epochs run along the x axis, the losses along y",
                ),
                (
                    any(
                        expect.same(line.y, right - right[0]) or expect.same(line.y, right / right[0]) for line in lines
                    ),
                    "the losses are shifted or scaled; draw them as they are",
                ),
                (any(len(line.y) < len(curves) for line in lines), "some epochs are missing"),
                (
                    any(expect.same(line.y, np.minimum(right, np.max(line.y))) for line in lines),
                    "large losses are cut off; draw them as they are",
                ),
                "these are other numbers than those of the DataFrame: draw each column as it is",
            ),
        )
        x = np.asarray(expect.line_with(panel, right).x)
        expect.that(
            expect.same(np.diff(x), np.ones(len(x) - 1)),
            expected=f"one step to the right per epoch on the line of {name}",
            found=f"the positions {expect.number(x.tolist())}",
            likely="the x axis counts the epochs: leave x out, or give it range(len(curves))",
        )
    expect.equal(
        len(lines),
        curves.shape[1],
        what="the number of lines",
        likely="there are lines that are no column of curves: something was drawn twice, or left over from before",
    )


def _expect_legend(picture, curves):
    panel = picture.panels[0]
    legend = panel if panel.legend else picture  # a legend may belong to the whole figure
    expect.that(
        legend.legend,
        expected=f"a legend that names {', '.join(curves.columns)}",
        found="no legend",
        likely="no legend is drawn: give each line a label=..., then call ax.legend()",
    )
    missing = [name for name in curves.columns if name not in legend.legend]
    expect.that(
        not missing,
        expected=f"a legend that names {', '.join(curves.columns)}",
        found=f"{', '.join(legend.legend)} in the legend",
        likely=expect.cause(
            (any(text.startswith("_") for text in legend.legend), "the lines have no label: give each label=..."),
            (
                any(text not in curves.columns for text in legend.legend),
                "the names in the legend are fixed, or changed; take them from curves.columns as they are",
            ),
            "not every line has a label of its own",
        ),
    )
    colors = dict(zip(legend.legend, legend.legend_colors, strict=True))
    for name in curves.columns:
        line = expect.line_with(panel, curves[name].to_numpy())
        owner = next(
            (
                other
                for other in curves.columns
                if expect.line_with(panel, curves[other].to_numpy()).color == colors[name]
            ),
            None,
        )
        expect.that(
            colors[name] == line.color,
            expected=f"{name} in the legend has the colour of its line, {line.color}",
            found=f"{colors[name]}" + (f", the colour of {owner}" if owner else ""),
            likely="the names in the legend are in another order than the lines; let each line bring its label",
        )
    lines = _lines(panel, curves)
    looks = {(line.color, line.style) for line in lines}
    expect.that(
        len(looks) >= curves.shape[1],
        expected="lines that can be told apart, by colour or by style",
        found=f"{len(lines)} lines, drawn in {'one way' if len(looks) == 1 else f'{len(looks)} ways'}",
        likely="one colour was given to all; leave color out, and each line gets its own",
    )
    if len({line.color for line in lines}) < curves.shape[1]:
        expect.equal(
            [expect.line_with(panel, curves[name].to_numpy()).label for name in curves.columns],
            list(curves.columns),
            what="the labels of the lines, which have no colours of their own",
            likely="the lines cannot be told apart: give each a colour and a label",
        )
