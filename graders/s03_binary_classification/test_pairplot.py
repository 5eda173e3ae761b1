"""Grades s03_binary_classification/pairplot: look at the data before building a model."""

import re

import numpy as np
import pandas as pd
import pytest

from keraskata import expect
from keraskata.datasets.load import circles_frame

GRID = expect.diagnoses(
    figure=("return the grid itself; its figure is only a part of it", lambda seen: seen.kind == "Figure"),
    axes=(
        "this is a single plot; sns.pairplot draws a grid of them, and gives the grid back",
        lambda seen: seen.kind == "Axes",
    ),
    plots=(
        "these are the plots inside; return the grid that holds them",
        lambda seen: {part.kind for part in np.ravel(np.asarray(seen.grid, dtype=object))} == {"Axes"},
    ),
    other_grid=(
        "seaborn has several grids, and this is a {kind}; sns.pairplot gives a PairGrid back",
        lambda seen: {"kind": seen.kind} if seen.kind.endswith("Grid") else None,
    ),
    otherwise="return what sns.pairplot gives back",
)
VARIABLES = expect.diagnoses(
    one=(
        "no axis shows {name} as it is in the table; draw both x1 and x2",
        lambda seen: {"name": min({"x1", "x2"} - seen.drawn)} if {"x1", "x2"} & seen.drawn else None,
    ),
    otherwise="draw the columns x1 and x2 of the table that is handed in",
)
TARGET = expect.diagnoses(
    no_hue=(
        "nothing is coloured by target yet: with hue='target' it gives the colours, and leaves the axes",
        lambda seen: len(seen.colours) == 1,
    ),
    variable=(
        "target is among the variables; vars=['x1', 'x2'] names the ones to draw",
        lambda seen: len(seen.colours) > 1,
    ),
    otherwise="target gives the colours, and no axis",
)
POINTS = expect.diagnoses(
    against_target=(
        "x1 and x2 are each drawn against target, and nowhere against each other",
        lambda seen: {"x1", "x2", "target"} <= _labels(seen.grid) and not _pairs(seen.grid),
    ),
    limits=(
        "{n} points are not to be seen: they lie beyond the limits of the axes (as with xlim or ylim), or the scale "
        "has no place for them (as with log)",
        lambda seen: {"n": n} if (n := _unseen(seen.grid, seen.circles)) else None,
    ),
    areas=(
        "the plots of x1 against x2 show areas or lines in place of the points",
        lambda seen: not _points(seen.grid) and any(_has_drawings(panel) for panel in _pairs(seen.grid)),
    ),
    empty=(
        "the plots of x1 against x2 are empty; map_offdiag(sns.scatterplot) draws into those of a PairGrid",
        lambda seen: not _points(seen.grid) and _pairs(seen.grid) and not any(map(_has_drawings, _pairs(seen.grid))),
    ),
    order=(
        "the columns of this table stand in another order, and {name} is on no axis; choose the columns by name",
        lambda seen: _lost(seen.grid) if list(seen.circles) != ["x1", "x2", "target"] else None,
    ),
    earlier=(
        "these are the points of a table of an earlier call; draw the one that is handed in",
        lambda seen: any(_full(seen.grid, table) for table in seen.earlier),
    ),
    rounded=(
        "the points are rounded; draw each where it lies",
        lambda seen: any(_full(seen.grid, seen.circles.round(digits)) for digits in range(6)),
    ),
    apart=(
        "both columns are drawn, but x1 and x2 of the same row are not together",
        lambda seen: {_column(along, seen.circles) for along in zip(*_points(seen.grid), strict=True)} == {"x1", "x2"},
    ),
    once=(
        "rows with the same numbers are drawn once; each of them is a row of its own",
        lambda seen: _full(seen.grid, seen.circles.drop_duplicates()),
    ),
    row_names=(
        "{n} rows are not drawn: the points got new row names, 0, 1, 2, ..., and pandas puts each target where its old "
        "row name is. Leave the row names as they are, or put the target beside the points with to_numpy()",
        lambda seen: _lost_by_row_names(seen.grid, seen.circles),
    ),
    again=(
        "each row is drawn {times} times at the same place, one point over the other: pairplot, for one, returns plots "
        "that have their points; leave one step that draws them",
        lambda seen: _times(seen.grid, seen.circles),
    ),
    left_out=(
        "{n} rows of the table are not drawn; every one of them gives a point",
        lambda seen: {"n": len(seen.circles) - len(_points(seen.grid))} if _few(seen.grid, seen.circles) else None,
    ),
    more=(
        "there are {points} points, and the table has {rows} rows; each row gives a single one",
        lambda seen: (
            {"points": len(_points(seen.grid)), "rows": len(seen.circles)}
            if len(_points(seen.grid)) > len(seen.circles)
            else None
        ),
    ),
    elsewhere=(
        "hardly a point lies where the table has one; draw the table that is handed in",
        lambda seen: len(_at_places(seen.grid, seen.circles)) < len(_points(seen.grid)) / 2,
    ),
    otherwise="draw a point for each row of the table that is handed in, at its x1 and x2",
)
AXES = expect.diagnoses(
    swapped=(
        "the axis that says {name} shows {shown}: the names are swapped, in the labels or in the table",
        lambda seen: {"name": seen.name, "shown": seen.shown},
    ),
)
COLOURS = expect.diagnoses(
    palette=(
        "both classes have one colour, in the legend, too; look at what sets the colours",
        lambda seen: len(seen.every) == 1 and len(seen.legend_colors) > 1 and len(set(seen.legend_colors)) == 1,
    ),
    unlisted=(
        "all points have one colour, and no entry of the legend has it: let hue_order list the values of target as "
        "they are, 0 and 1, or leave it out",
        lambda seen: "hue_order" in seen.source and len(seen.every) == 1 and not seen.every & {*seen.legend_colors},
    ),
    one_value=(
        "what the colours are made of is the same in all rows, {entry}: how are the values of target told apart? They "
        "are numbers, 0 and 1, and no text is equal to a number",
        lambda seen: (
            {"entry": seen.grid.legend[0]}
            if len(seen.grid.legend) == 1 and seen.every == {*seen.legend_colors} and "hue" in seen.source
            else None
        ),
    ),
    one=(
        "nothing colours the points by target: hue='target' does, where no other colour is given to all",
        lambda seen: len(seen.every) == 1,
    ),
    many=(
        "target has two values, and here are {n} colours; which column do they come from?",
        lambda seen: {"n": len(seen.every)} if len(seen.every) > 2 else None,
    ),
    place=(
        "the colour follows from the place of a point here; it is target that should give it",
        lambda seen: _by_distance(seen.grid),
    ),
    mixed=(
        "points of the same target have different colours: take the target of the same row",
        lambda seen: len(seen.every) == 2,
    ),
)
LEGEND = expect.diagnoses(
    none=(
        "no legend is drawn: sns.pairplot draws one for hue, and a PairGrid when asked, with add_legend()",
        lambda seen: not seen.entries,
    ),
    one=(
        "the legend has a single entry, {entry}; each class needs one",
        lambda seen: {"entry": next(iter(seen.entries))} if len(seen.entries) == 1 else None,
    ),
    otherwise="the legend needs an entry for each of the two classes",
)
LEGEND_COLOURS = expect.diagnoses(
    swapped=("the two names are swapped", lambda seen: seen.shown == seen.truth[::-1]),
    same=("both entries have the same colour", lambda seen: seen.shown[0] == seen.shown[1]),
    unlisted=(
        "no point has the colour of the entry {entry}, and the points of target {target} have no entry: let "
        "hue_order list the values of target, 0 and 1, or leave it out",
        lambda seen: "hue_order" in seen.source and _without_points(seen.entries, seen.truth),
    ),
    otherwise="an entry of the legend has another colour than its points; add_legend() takes those that were drawn",
)


@pytest.fixture(scope="module")
def circles():
    """Return 220 points, 115 of them on the outer ring, but not the first; the row names have gaps."""
    frame = circles_frame(230, seed=3)
    inner = frame.index[frame["target"] == 1]
    return pd.concat([frame.loc[inner[:1]], frame.drop(index=[*inner[:1], *inner[5:15]])])


@pytest.fixture(scope="module")
def grid(submission, circles):
    return submission.plot_pairs(circles)


@pytest.fixture(scope="module")
def wide():
    """Return 1,060 rows, some of them twice, with decimals that rounding would lose; the columns in another order.

    Every seventh point lies on the ring of the other target: the place does not give the colour. There are more rows
    than those who draw a part of a large table let it have, 500 or 1,000.
    """
    frame = circles_frame(1050, seed=4)
    frame.loc[::7, "target"] = 1 - frame["target"][::7]
    return pd.concat([frame, frame[:10]])[["target", "x2", "x1"]]


@pytest.fixture(scope="module")
def wide_grid(submission, wide):
    return submission.plot_pairs(wide)


@pytest.fixture(scope="module")
def far():
    """Return as many rows as `circles` has, with its columns in the same order: a grid that is kept by these is seen.

    The rings are four times as wide: limits that are written down leave points out.
    """
    frame = circles_frame(220, seed=5)
    return frame.assign(x1=4 * frame["x1"], x2=4 * frame["x2"])


@pytest.fixture(scope="module")
def far_grid(submission, far):
    return submission.plot_pairs(far)


@pytest.mark.check(points=1, hint="seaborn has a function that draws the whole grid. What does it give back?")
def test_grid(grid):
    """plot_pairs(circles) returns a seaborn PairGrid."""
    kind = getattr(grid, "kind", type(grid).__name__)
    expect.that(
        kind == "PairGrid",
        expected="plot_pairs(circles) returns a seaborn PairGrid",
        found=kind,
        likely=expect.cause(expect.no_return(grid), GRID.of(grid=grid, kind=kind)),
    )
    expect.keep_picture(
        "What plot_pairs draws", grid, look="Look at x1 against x2: could a straight line part the two colours?"
    )


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
        likely=VARIABLES.of(drawn=drawn),
    )
    colours = {colour for _, _, colours in _clouds(grid) for colour in colours}
    expect.that(
        "target" not in drawn,
        expected="target has no axis of its own",
        found="target is drawn like a variable",
        likely=TARGET.of(colours=colours),
    )


@pytest.mark.check(points=2, needs=["test_grid"], hint="Count the points of one plot. How many rows has the table?")
def test_points(grid, circles, wide, far, request):
    """x1 and x2 are drawn against each other, one point for each row."""
    _expect_points(grid, circles)
    _expect_points(request.getfixturevalue("wide_grid"), wide, circles)
    _expect_points(request.getfixturevalue("far_grid"), far, circles, wide)


def _expect_points(grid, circles, *earlier):
    most = len(_points(grid))
    expect.that(
        bool(_full(grid, circles)),
        expected=f"{len(circles)} points, one for each row of the table",
        found=expect.cause(
            (most == 0, "no plot of x1 against x2 has points"),
            (most != len(circles), f"{most} points"),
            "as many points, but at other places",
        ),
        likely=POINTS.of(grid=grid, circles=circles, earlier=earlier),
    )
    unseen = _unseen(grid, circles)
    expect.that(
        unseen == 0,
        expected="every point within the limits of its axes",
        found=f"{unseen} of {len(circles)} are not",
        likely=POINTS.of(grid=grid, circles=circles, earlier=()),
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
            likely=AXES.of(name=name, shown=shown),
        )


@pytest.mark.check(points=2, needs=["test_points"], hint="Which argument of pairplot names the column of the colours?")
def test_colours(submission, grid, circles, wide_grid, wide):
    """The colour of a point says whether its target is 0 or 1."""
    _expect_colours(grid, circles, submission.source)
    _expect_colours(wide_grid, wide, submission.source)


def _expect_colours(grid, circles, source):
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
            likely=COLOURS.of(grid=grid, every=every, legend_colors=grid.legend_colors, source=source),
        )


@pytest.mark.check(
    points=2, needs=["test_colours"], hint="A PairGrid has a method for this; pairplot calls it for you."
)
def test_legend(submission, grid, circles):
    """A legend says which colour is which class."""
    entries = dict(zip(grid.legend, grid.legend_colors, strict=False))
    for panel in grid.panels:
        entries |= dict(zip(panel.legend, panel.legend_colors, strict=False))
    entries = {text: colour for text, colour in entries.items() if text.strip()}
    named = {_class(text): text for text in entries if _class(text) is not None}
    wordless = len(named) < 2
    if wordless and len(entries) == 2:
        named = dict(enumerate(entries))
    expect.that(
        len(named) == 2,
        expected="a legend with an entry for each class, 0 and 1",
        found=f"the entries {', '.join(entries)}" if entries else "no legend",
        likely=LEGEND.of(entries=entries),
    )
    truth = tuple(min(colours) for colours in _full(grid, circles)[0])
    shown = entries[named[0]], entries[named[1]]
    twisted = shown[0] != shown[1] and shown != truth and not (wordless and shown == truth[::-1])
    expect.that(
        None in shown or not (twisted or (shown[0] == shown[1] and shown[0] in truth)),
        expected="each entry of the legend has the colour of its points",
        found=f"the colours of the entries {', '.join(entries)} are not those of the points of target 0 and 1",
        likely=LEGEND_COLOURS.of(shown=shown, truth=truth, entries=entries, source=submission.source),
    )


def _labels(grid):
    """Return the names on the axes."""
    return {label for panel in grid.panels for label in (panel.xlabel, panel.ylabel)}


def _clouds(grid):
    """Return the points of each panel: x, y, colours. Lines count if they have markers (plt.plot with marker='o')."""
    return [cloud for cloud in (_cloud(grid, panel) for panel in grid.panels) if cloud[0]]


def _cloud(grid, panel):
    lines = _dotted(grid, panel)
    parts = [(part.x, part.y, part.colors) for part in panel.points]
    parts += [(line.x, line.y, [line.color] * len(line.x)) for line in lines]
    return tuple([value for part in parts for value in part[i]] for i in range(3))


def _dotted(grid, panel):
    return [line for line in panel.lines if line.x and _has_markers(grid, line)]


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


def _pairs(grid):
    """Return the panels of x1 against x2: PairGrid labels its edges, and counts something else on the diagonal."""
    pairs = []
    for panel in grid.panels:
        along_x = {other.xlabel for other in grid.panels if expect.same(other.bounds[0], panel.bounds[0])}
        along_y = {other.ylabel for other in grid.panels if expect.same(other.bounds[1], panel.bounds[1])}
        if ("x1" in along_x and "x2" in along_y) or ("x2" in along_x and "x1" in along_y):
            pairs.append(panel)
    return pairs


def _has_drawings(panel):
    return panel.filled or any(line.x for line in panel.lines)


def _points(grid):
    """Return the points (x, y) of the panel of x1 against x2 that has the most of them; of any, where none says so."""
    panels = [_cloud(grid, panel) for panel in _pairs(grid) or grid.panels]
    clouds = [list(zip(x, y, strict=True)) for x, y, _ in panels if not expect.same(sorted(x), sorted(y))]
    return max(clouds, key=len, default=[])


def _at_places(grid, circles):
    """Return the points that lie where the table has one, x1 along either axis."""
    places = {(round(x1, 6), round(x2, 6)) for x1, x2 in circles[["x1", "x2"]].itertuples(index=False)}
    points = [(round(x, 6), round(y, 6)) for x, y in _points(grid)]
    return max([[at for at in points if at in places], [at for at in points if at[::-1] in places]], key=len)


def _times(grid, circles):
    """Return how often each row is a point, where a whole table of them is drawn over another one."""
    points, rows = sorted(_at_places(grid, circles)), len(circles)
    times = len(points) // rows
    whole = any(rows in np.cumsum([len(part.x) for part in panel.points])[:-1] for panel in _pairs(grid))
    alike = len(points) == len(_points(grid)) == times * rows and points == sorted(points[::times] * times)
    return {"times": times} if times > 1 and whole and alike else None


def _few(grid, circles):
    points = _points(grid)
    return 0 < len(points) == len(_at_places(grid, circles)) < len(circles)


def _lost_by_row_names(grid, circles):
    """Return how many rows are not drawn, where these are just the places that are no row name of the table."""
    places = [place for place in range(len(circles)) if place in circles.index]
    apart = len(places) < len(circles) and circles.index.is_unique
    return {"n": len(circles) - len(places)} if apart and _full(grid, circles.iloc[places]) else None


def _lost(grid):
    """Return which of x1 and x2 is on no axis, where target is on one."""
    lost = {"x1", "x2"} - _labels(grid)
    return {"name": min(lost)} if lost and "target" in _labels(grid) else None


def _by_distance(grid):
    """Return whether the points of one colour all lie nearer to the middle than those of the other."""
    far = {}
    for x, y, colours in _clouds(grid):
        if not expect.same(sorted(x), sorted(y)):
            for colour, distance in zip(colours, np.hypot(x, y), strict=True):
                far.setdefault(colour, []).append(distance)
    near, wide = sorted(far.values(), key=max)
    return max(near) < min(wide)


def _without_points(entries, truth):
    """Return the one entry that names no class and has no point's colour, and the target that has no entry's."""
    strange = [text for text, colour in entries.items() if _class(text) is None and colour not in truth]
    lost = [target for target, colour in enumerate(truth) if colour not in entries.values()]
    return {"entry": strange[0], "target": lost[0]} if len(strange) == len(lost) == 1 else None


def _full(grid, circles):
    """Return the colours of target 0 and of target 1 for each panel that has every row as a point of x1 and x2."""
    return [colours for colours, _ in _full_panels(grid, circles)]


def _unseen(grid, circles):
    """Return how many points are beyond the limits, in the panel of those with every row that shows the most."""
    return min(
        sum(part.outside for part in (*panel.points, *_dotted(grid, panel))) for _, panel in _full_panels(grid, circles)
    )


def _full_panels(grid, circles):
    """Give the colours of target 0 and of target 1, and the panel, where a panel has every row as a point."""
    table = circles[["x1", "x2", "target"]].itertuples(index=False)
    given = [(round(x1, 6), round(x2, 6), int(target)) for x1, x2, target in table]
    rows = {(x1, x2): target for x1, x2, target in given}
    for panel in grid.panels:
        x, y, colours = _cloud(grid, panel)
        for points in (list(zip(x, y, strict=True)), list(zip(y, x, strict=True))):
            places = [(round(a, 6), round(b, 6)) for a, b in points]
            if sorted(places) == sorted((x1, x2) for x1, x2, _ in given):
                pairs = list(zip(places, colours, strict=True))
                yield tuple({colour for place, colour in pairs if rows[place] == k} for k in (0, 1)), panel


def _class(text):
    """Return the class that a legend's text names: 0, 1, or None if it is neither or both."""
    words = set(re.findall(r"[a-z]+|\d+", text.lower().replace(".0", "")))
    outer, inner = bool(words & {"0", "outer"}), bool(words & {"1", "inner"})
    return None if outer == inner else int(inner)
