"""Grades s03_binary_classification/pairplot: look at the data before building a model."""

import re

import numpy as np
import pandas as pd
import pytest

from keraskata import expect
from keraskata.datasets.load import circles_frame


@pytest.fixture(scope="module")
def circles():
    """Return 150 points, 80 of them on the outer ring; the row names have gaps."""
    frame = circles_frame(160, seed=3)
    return frame.drop(index=frame.index[frame["target"] == 1][:10])


@pytest.fixture(scope="module")
def grid(submission, circles):
    return submission.plot_pairs(circles)


@pytest.fixture(scope="module")
def wide():
    """Return 150 rows, some of them twice, with decimals that rounding would lose; the columns in another order.

    Every seventh point lies on the ring of the other target: the place does not give the colour.
    """
    frame = circles_frame(140, seed=4)
    frame.loc[::7, "target"] = 1 - frame["target"][::7]
    return pd.concat([frame, frame[:10]])[["target", "x2", "x1"]]


@pytest.fixture(scope="module")
def wide_grid(submission, wide, grid):
    """Return the second grid; the first one where that is none, which other checks tell."""
    return submission.plot_pairs(wide) if getattr(grid, "kind", None) == "PairGrid" else grid


@pytest.mark.check(points=1, hint="seaborn has a function that draws the whole grid. What does it give back?")
def test_grid(grid):
    """plot_pairs(circles) returns a seaborn PairGrid."""
    kind = getattr(grid, "kind", type(grid).__name__)
    expect.that(
        kind == "PairGrid",
        expected="plot_pairs(circles) returns a seaborn PairGrid",
        found=kind,
        likely=expect.cause(
            expect.no_return(grid),
            (kind == "Figure", "return the grid itself; its figure is only a part of it"),
            (kind == "Axes", "one plot was drawn; sns.pairplot draws a grid of them"),
            (isinstance(grid, (np.ndarray, list)), "these are the plots inside; return the grid that holds them"),
            "return what sns.pairplot gives back",
        ),
    )
    expect.keep_picture("What plot_pairs draws", grid)


@pytest.mark.check(
    points=2,
    needs=["test_grid"],
    hint="pairplot takes every column of numbers, except the one that gives the colours. See also `vars`.",
)
def test_variables(grid, circles):
    """The variables on the axes are x1 and x2; target is not one of them."""
    drawn = _labels(grid) | {name for x, y, _ in _clouds(grid) for name in (_column(x, circles), _column(y, circles))}
    expect.that(
        {"x1", "x2"} <= drawn,
        expected="both x1 and x2 are on the axes",
        found=f"on the axes: {', '.join(sorted(drawn & {'x1', 'x2', 'target'})) or 'neither of them'}",
        likely="draw the columns x1 and x2 of the table that is handed in",
    )
    colours = {colour for _, _, colours in _clouds(grid) for colour in colours}
    expect.that(
        "target" not in drawn,
        expected="target has no axis of its own",
        found="target is drawn like a variable",
        likely=expect.cause(
            (len(colours) > 1, "target is among the variables; vars=['x1', 'x2'] names the ones to draw"),
            "nothing is coloured by target yet: with hue='target' it gives the colours, and leaves the axes",
        ),
    )


@pytest.mark.check(points=2, needs=["test_grid"], hint="Count the points of one plot. How many rows has the table?")
def test_points(grid, circles, wide_grid, wide):
    """x1 and x2 are drawn against each other, one point for each row."""
    _expect_points(grid, circles)
    _expect_points(wide_grid, wide)


def _expect_points(grid, circles):
    clouds = [cloud for cloud in _clouds(grid) if not expect.same(sorted(cloud[0]), sorted(cloud[1]))]
    most = max((len(x) for x, _, _ in clouds), default=0)
    colourful = any(panel.filled or any(line.x for line in panel.lines) for panel in grid.panels)
    expect.that(
        bool(_full(grid, circles)),
        expected=f"{len(circles)} points, one for each row of the table",
        found=expect.cause(
            (most == 0, "no plot of x1 against x2 has points"),
            (most != len(circles), f"{most} points"),
            "as many points, but at other places",
        ),
        likely=expect.cause(
            (most == 0 and colourful, "the plots show areas or lines in place of the points"),
            (most == 0, "a PairGrid is empty at first: map_offdiag(sns.scatterplot) draws into it"),
            (most == len(circles), "draw the table that is handed in, with x1 and x2 of the same row together"),
            (most > len(circles), "the points are of another table; draw the one that is handed in"),
            "some rows are left out, or it is another table; draw all rows of the one that is handed in",
        ),
    )
    for panel in grid.panels:
        _expect_names(grid, panel, circles)


def _expect_names(grid, panel, circles):
    """A panel that has every row shows the columns that its labels name."""
    for place, (values, name) in enumerate(zip(_cloud(grid, panel), _names(grid, panel), strict=False)):
        shown = _column(values, circles) if len(values) == len(circles) else ""
        expect.that(
            {shown, name} != {"x1", "x2"},
            expected=f"the column {name} along the {'xy'[place]} axis that says {name}",
            found=f"the column {shown}",
            likely="x1 and x2 are swapped, in the labels or in the table",
        )


@pytest.mark.check(points=2, needs=["test_points"], hint="Which argument of pairplot names the column of the colours?")
def test_colours(grid, circles, wide_grid, wide):
    """The colour of a point says whether its target is 0 or 1."""
    _expect_colours(grid, circles)
    _expect_colours(wide_grid, wide)


def _expect_colours(grid, circles):
    for colours in _full(grid, circles):
        outer, inner = colours
        every = outer | inner
        expect.that(
            len(outer) == len(inner) == 1 and outer != inner,
            expected="one colour for the points of target 0, another for those of target 1",
            found=expect.cause(
                (len(every) == 1, "all points in one colour"),
                (len(every) > 2, f"{len(every)} colours"),
                "both colours in each class",
            ),
            likely=expect.cause(
                (len(every) == 1 and len(grid.legend) > 1, "the palette has the same colour twice"),
                (len(every) == 1, "the points are not coloured by target: give hue='target'"),
                (
                    len(every) > 2,
                    "the colours are those of another column; it is target that should give them: hue='target'",
                ),
                "the colours do not belong to the rows: take the target of the same row",
            ),
        )


@pytest.mark.check(
    points=2, needs=["test_colours"], hint="A PairGrid has a method for this; pairplot calls it for you."
)
def test_legend(grid, circles):
    """A legend says which colour is which class."""
    entries = dict(zip(grid.legend, grid.legend_colors, strict=False))
    for panel in grid.panels:
        entries |= dict(zip(panel.legend, panel.legend_colors, strict=False))
    entries = {text: colour for text, colour in entries.items() if text.strip()}
    named = {_class(text): text for text in entries if _class(text) is not None}
    if len(named) < 2 and len(entries) == 2:
        named = dict(enumerate(entries))
    expect.that(
        len(named) == 2,
        expected="a legend with an entry for each class, 0 and 1",
        found=f"the entries {', '.join(entries)}" if entries else "no legend",
        likely=expect.cause(
            (not entries, "a PairGrid that is mapped by hand draws its legend only when asked: add_legend()"),
            (len(entries) == 1, "one class is missing from the legend"),
            "the legend has other entries than the two classes",
        ),
    )
    truth = tuple(min(colours) for colours in _full(grid, circles)[0])
    shown = entries[named[0]], entries[named[1]]
    wordless = _class(named[0]) is None
    twisted = shown[0] != shown[1] and shown != truth and not (wordless and shown == truth[::-1])
    expect.that(
        None in shown or not (twisted or (shown[0] == shown[1] and shown[0] in truth)),
        expected="each entry of the legend has the colour of its points",
        found="entries in other colours than the points of their class",
        likely=expect.cause(
            (shown == truth[::-1], "the two names are swapped"),
            (shown[0] == shown[1], "both entries have the same colour"),
            "the legend was made by hand; add_legend() takes the colours that were drawn",
        ),
    )


def _labels(grid):
    """Return the names on the axes."""
    return {label for panel in grid.panels for label in (panel.xlabel, panel.ylabel)}


def _clouds(grid):
    """Return the points of each panel: x, y, colours. Lines count if they have markers (plt.plot with marker='o')."""
    return [cloud for cloud in (_cloud(grid, panel) for panel in grid.panels) if cloud[0]]


def _cloud(grid, panel):
    lines = [line for line in panel.lines if line.x and _has_markers(grid, line)]
    parts = [(part.x, part.y, part.colors) for part in panel.points]
    parts += [(line.x, line.y, [line.color] * len(line.x)) for line in lines]
    return tuple([value for part in parts for value in part[i]] for i in range(3))


def _names(grid, panel):
    """Return what the axes of a panel say, x and y; a PairGrid labels only its edges, for a whole column or row."""
    columns = [other.xlabel for other in grid.panels if expect.same(other.bounds[0], panel.bounds[0])]
    rows = [other.ylabel for other in grid.panels if expect.same(other.bounds[1], panel.bounds[1])]
    return panel.xlabel or "".join(columns), panel.ylabel or "".join(rows)


def _has_markers(grid, line):
    marks = re.findall(r"<use [^>]*(?:fill|stroke): (#\w{6})", grid.svg)
    return len(line.x) == len(line.y) <= marks.count(line.color)


def _column(values, circles):
    """Return the column that has these values, in any order; "" if there is none."""
    return next((name for name in circles if expect.same(np.sort(values), np.sort(circles[name]))), "")


def _full(grid, circles):
    """Return the colours of target 0 and of target 1 for each panel that has every row as a point of x1 and x2."""
    found = []
    table = circles[["x1", "x2", "target"]].itertuples(index=False)
    given = [(round(x1, 6), round(x2, 6), int(target)) for x1, x2, target in table]
    rows = {(x1, x2): target for x1, x2, target in given}
    for x, y, colours in _clouds(grid):
        for points in (list(zip(x, y, strict=True)), list(zip(y, x, strict=True))):
            places = [(round(a, 6), round(b, 6)) for a, b in points]
            if sorted(places) == sorted((x1, x2) for x1, x2, _ in given):
                pairs = list(zip(places, colours, strict=True))
                found.append(tuple({colour for place, colour in pairs if rows[place] == k} for k in (0, 1)))
    return found


def _class(text):
    """Return the class that a legend's text names: 0, 1, or None if it is neither or both."""
    words = set(re.findall(r"[a-z]+|\d+", text.lower().replace(".0", "")))
    outer, inner = bool(words & {"0", "outer"}), bool(words & {"1", "inner"})
    return None if outer == inner else int(inner)
