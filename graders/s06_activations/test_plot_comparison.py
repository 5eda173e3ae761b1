"""Grades s06_activations/plot_comparison: a line per activation, and words that identify each."""

import re

import numpy as np
import pandas as pd
import pytest

from keraskata import expect

LOOSE = "these are loose points; a course over epochs is a line"

RETURNED = expect.diagnoses(
    lines=(
        "this is a list: plt.plot answers with its lines; plt.gca() is the Axes that they are in",
        lambda seen: {part.kind for part in seen.found} == {"Line2D"},
    ),
    otherwise="return the Axes that were drawn into, for any curves",
)
NO_LINE = expect.diagnoses(
    bars=("these are bars or areas; a course over epochs is a line", lambda seen: seen.panel.filled),
    loose=(LOOSE, lambda seen: seen.panel.points),
    empty=("nothing is drawn into the Axes that are returned", lambda seen: not seen.panel.lines),
)
LINE = expect.diagnoses(
    loose=(LOOSE, lambda seen: any(expect.same(cloud.y, seen.right) for cloud in seen.panel.points)),
    turned=(
        "rows and columns are swapped: there is one line per epoch, and it should be one per activation",
        lambda seen: _drawn(seen, *seen.curves.to_numpy()),
    ),
    as_x=(
        "the losses of {name} run along the x axis, and those of {other} along y: each column is a line of its own, "
        "over the epochs",
        lambda seen: _over_another(seen),
    ),
    left_out=(
        "only {names} can be seen in these Axes: another column is left out, or is drawn into a picture of its own",
        lambda seen: {"names": " and ".join(seen.columns)} if len(seen.lines) == len(seen.columns) else None,
    ),
    swapped=(
        "x and y are swapped: the epochs run along the x axis, the losses along y",
        lambda seen: any(expect.same(line.x, seen.right) for line in seen.lines),
    ),
    joined=(
        "all columns are run together into one line",
        lambda seen: any(expect.same(sorted(line.y), np.sort(seen.curves, axis=None)) for line in seen.lines),
    ),
    one=("there is only one line; each column gives one", lambda seen: len(seen.lines) == 1),
    shorter=(
        "some epochs are missing: a line has {points} of {epochs}",
        lambda seen: _points(seen, lambda line: len(line.y) < len(seen.right) and np.isin(line.y, seen.curves).all()),
    ),
    number=(
        "each epoch has one point; epochs: {epochs}, points of the line: {points}",
        lambda seen: _points(seen, lambda line: len(line.y) != len(seen.right)),
    ),
    rounded=(
        "digits are rounded or cut off; draw the losses as they are",
        lambda seen: _drawn(seen, np.trunc(seen.right), *(np.round(seen.right, digits) for digits in range(6))),
    ),
    order=(
        "the losses are in another order; draw them as they come",
        lambda seen: any(expect.same(sorted(line.y), np.sort(seen.right)) for line in seen.lines),
    ),
    cut=(
        "large losses are cut off; draw them as they are",
        lambda seen: any(
            expect.same(line.y, np.minimum(seen.right, max(line.y)))
            for line in seen.lines
            if max(line.y) > min(seen.right)
        ),
    ),
    log=(
        "the logarithm of the losses is drawn; draw them as they are",
        lambda seen: _drawn(seen, np.log(seen.right), np.log10(seen.right), np.log2(seen.right)),
    ),
    scaled=(
        "the losses are shifted or scaled; draw them as they are",
        lambda seen: any(abs(np.corrcoef(line.y, seen.right)[0, 1]) > 1 - 1e-9 for line in seen.lines),
    ),
    smoothed=(
        "the losses are smoothed; draw them as they are",
        lambda seen: any(_smoothed(np.array(line.y), seen.right) for line in seen.lines),
    ),
    otherwise="these are other numbers than those of the DataFrame: draw each column as it is",
)
STEPS = expect.diagnoses(
    wide=(
        "a step is {step} wide; the x axis counts the epochs, one by one",
        lambda seen: {"step": expect.number(seen.steps[0])} if expect.same(np.ptp(seen.steps), 0) else None,
    ),
    otherwise="the x axis counts the epochs: leave x out, or give it range(len(curves))",
)
COUNT = expect.diagnoses(
    twice=("a line is drawn twice", lambda seen: len({(*line.x, *line.y) for line in seen.lines}) < len(seen.lines)),
    otherwise="each column of curves is a line, and nothing else is one",
)
LEGEND = expect.diagnoses(
    off=(
        "legend=False, which stands in your file, switches the legend off",
        lambda seen: not seen.names and re.search(r"legend\s*=\s*False", seen.source) and "legend(" not in seen.source,
    ),
    not_shown=(
        "the lines have labels, and no legend shows them: call ax.legend() after the last line, for it shows only "
        "lines that are there already",
        lambda seen: not seen.names and _all_told(seen.labels),
    ),
    none=(
        "no line's name is in a legend: give each line a label=..., then call ax.legend()",
        lambda seen: not seen.names,
    ),
    early=(
        "the legend has only the first {n} of {all} lines: call ax.legend() after the last line, for it shows only "
        "lines that are there already",
        lambda seen: (
            {"n": len(seen.names), "all": len(seen.labels)}
            if len(seen.names) < len(seen.labels)
            and seen.names == seen.labels[: len(seen.names)]
            and _all_told(seen.labels)
            else None
        ),
    ),
    unlabelled=(
        "the lines have no label: give each label=...",
        lambda seen: any(text.startswith("_") for text in seen.names),
    ),
    other=(
        "{text} in the legend is no column; take the names from curves.columns as they are",
        lambda seen: next(({"text": repr(text)} for text in seen.names if text not in seen.curves.columns), None),
    ),
    otherwise="each line has its name in the legend",
)
BESIDE = expect.diagnoses(
    label=(
        "the line of {name} has the label {label}: give each line the name of its own column",
        lambda seen: (
            {"name": seen.name, "label": repr(seen.label)}
            if seen.label != seen.name and seen.label in seen.colors
            else None
        ),
    ),
    order=(
        "the names in the legend are in another order than the lines; let each line bring its label",
        lambda seen: sorted(seen.colors.values()) == sorted(line.color for line in seen.lines),
    ),
    otherwise="the legend shows the colour of each line; let each line bring its label",
)
LOOKS = expect.diagnoses(
    one=(
        "one colour was given to all; leave color out, and each line gets its own",
        lambda seen: len(seen.looks) == 1,
    ),
    few=(
        "there are too few colours for {lines} lines; leave color out, and each line gets its own",
        lambda seen: {"lines": len(seen.lines)},
    ),
)
ALIKE = expect.diagnoses(
    unlabelled=(
        "lines of one colour have no label of their own: give each label=...",
        lambda seen: any(label.startswith("_") for label in seen.labels),
    ),
    otherwise="the label of each line is the name of its column",
)
TITLE = expect.diagnoses(
    elsewhere=(
        "a title is set in the code, and does not stand above these lines: set it on the Axes that are returned, "
        "ax.set_title(...)",
        lambda seen: "title(" in seen.source or "title=" in seen.source,
    ),
    otherwise="no title is set: ax.set_title(...), or title=... in curves.plot",
)
LABELS = expect.diagnoses(
    swapped=("the two labels are swapped", lambda seen: "loss" in seen.along_x and "epoch" in seen.along_y),
)


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
    expect.picture(drawn[0], "Axes", what="plot_comparison(curves)", likely=RETURNED.of(found=drawn[0]))
    expect.keep_picture(
        "What plot_comparison draws", drawn[0], look="Look which line falls sooner, and which ends lower."
    )


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
        likely=RETURNED.of(found=picture),
    )
    _expect_lines(picture.panels[0], others)
    expect.new_picture(submission, "plot_comparison", curves)


@pytest.mark.check(points=3, needs=["test_lines"], hint="Where do the legend's words come from? In which order?")
def test_legend(submission, drawn, curves, others):
    """The legend names each line after its column."""
    _expect_legend(drawn[0], curves, submission.source)
    _expect_legend(submission.plot_comparison(others), others, submission.source)


@pytest.mark.check(points=1, needs=["test_axes"], hint="ax.set_title, or title=... where pandas draws.")
def test_title(submission, drawn, panel):
    """The picture has a title."""
    title = panel.title.strip() or drawn[0].title.strip()
    expect.that(title, expected="a title above the lines", found="no title", likely=TITLE.of(source=submission.source))


@pytest.mark.check(points=1, needs=["test_axes"], hint="What does a reader need to know about each of the two axes?")
def test_labels(panel):
    """Both axes are labelled."""
    expect.labelled(panel)
    of_x, of_y = panel.xlabel.lower(), panel.ylabel.lower()
    expect.that(
        not ("epoch" in of_y and "loss" in of_x and "epoch" not in of_x),
        expected="the epochs named below the x axis, and the losses beside the y axis",
        found=f"{panel.xlabel!r} below, and {panel.ylabel!r} beside",
        likely=LABELS.of(along_x=of_x, along_y=of_y),
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
    expect.that(
        lines,
        expected=f"{curves.shape[1]} lines",
        found="no line",
        likely=NO_LINE.of(panel=panel),
    )
    for name in curves.columns:
        right = curves[name].to_numpy()
        expect.that(
            expect.line_with(panel, right) is not None,
            expected=f"a line with the losses of {name}, {expect.number(right.tolist())}",
            found=f"{len(lines)} lines, none with these numbers: the first has {expect.number(lines[0].y)}"
            if len(lines) > 1
            else f"a single line, with {expect.number(lines[0].y)}",
            likely=LINE.of(panel=panel, lines=lines, columns=columns, curves=curves, right=right),
        )
        x = np.asarray(expect.line_with(panel, right).x)
        expect.that(
            expect.same(np.diff(x), np.ones(len(x) - 1)),
            expected=f"one step to the right per epoch on the line of {name}",
            found=f"the positions {expect.number(x.tolist())}",
            likely=STEPS.of(steps=np.diff(x)),
        )
    expect.equal(
        len(lines),
        curves.shape[1],
        what="the number of lines",
        likely=COUNT.of(lines=lines),
    )


def _expect_legend(picture, curves, source):
    panel = picture.panels[0]
    legend = panel if panel.legend else picture  # a legend may belong to the whole figure
    lines = _lines(panel, curves)
    labels = [line.label for line in lines]
    expect.that(
        legend.legend,
        expected=f"a legend that names {', '.join(curves.columns)}",
        found="no name in a legend",
        likely=LEGEND.of(names=legend.legend, labels=labels, source=source),
    )
    missing = [name for name in curves.columns if name not in legend.legend]
    expect.that(
        not missing,
        expected=f"a legend that names {', '.join(curves.columns)}",
        found=f"{', '.join(legend.legend)} in the legend",
        likely=LEGEND.of(names=legend.legend, labels=labels, curves=curves),
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
            likely=BESIDE.of(name=name, label=line.label, colors=colors, lines=lines),
        )
    looks = {(line.color, line.style) for line in lines}
    expect.that(
        len(looks) >= curves.shape[1],
        expected="lines that can be told apart, by colour or by style",
        found=f"{len(lines)} lines, drawn in {'one way' if len(looks) == 1 else f'{len(looks)} ways'}",
        likely=LOOKS.of(looks=looks, lines=lines),
    )
    if len({line.color for line in lines}) < curves.shape[1]:
        labels = [expect.line_with(panel, curves[name].to_numpy()).label for name in curves.columns]
        what = "the labels of the lines, which have no colours of their own"
        expect.equal(labels, list(curves.columns), what=what, likely=ALIKE.of(labels=labels))


def _all_told(labels):
    """Return whether a legend would show all of these labels; those that matplotlib gives begin with an underscore."""
    return all(label and not label.startswith("_") for label in labels)


def _over_another(seen):
    """The first column whose losses a line has along x, with that whose losses it has along y, as values for words."""
    pairs = [(name, other) for name in seen.curves.columns for other in seen.curves.columns if name != other]
    for line in seen.lines:
        for name, other in pairs:
            if expect.same(line.x, seen.curves[name].to_numpy()) and expect.same(line.y, seen.curves[other].to_numpy()):
                return {"name": name, "other": other}
    return None


def _drawn(seen, *lists):
    return any(expect.same(line.y, values) for line in seen.lines for values in lists)


def _points(seen, is_so):
    """Return how many points the first line has that is so, and how many epochs there are."""
    return next(({"points": len(line.y), "epochs": len(seen.right)} for line in seen.lines if is_so(line)), None)


def _smoothed(found, right):
    """Return whether the values are means of neighbours, or go on from their last value by a part of the way."""
    for width in range(2, 6):
        means = np.convolve(right, np.ones(width) / width, "valid")
        if any(expect.same(found[start : start + len(means)], means) for start in range(width)):
            return True
    parts = np.diff(found) / (right[1:] - found[:-1])
    return 0 < parts[0] < 1 and expect.same(parts, np.full(len(parts), parts[0]))
