"""A Picture: what a learner's plot shows, as plain values: lines, points, labels, legends and an SVG."""

import io
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Series2D:
    """A line: its legend label, its data, its colour as a hex string, and its style ("-", "--", ":o", "None", ...).

    `outside` counts the points that nobody sees: they lie beyond the limits of the Axes, or its scales have no place
    for them. `scales` are those of x and of y ("linear", "log", ...).
    """

    label: str
    x: list[float]
    y: list[float]
    color: str
    style: str
    outside: int
    scales: list[str]


@dataclass(frozen=True)
class Points:
    """A scatter, or markers that no line joins: the legend label, the data, one hex colour per point, and `outside`."""

    label: str
    x: list[float]
    y: list[float]
    colors: list[str]
    outside: int


@dataclass(frozen=True)
class Panel:
    """One Axes; `bounds` is its place in the figure: left, bottom, width and height, as fractions.

    Where it has no title, label or legend of its own, it has those of its subfigure.
    """

    title: str
    xlabel: str
    ylabel: str
    lines: list[Series2D]
    points: list[Points]
    legend: list[str]
    legend_colors: list[str | None]
    legend_styles: list[str]
    filled: int
    bounds: list[float]


@dataclass(frozen=True)
class Picture:
    """A whole figure; `kind` is the class that the learner returned (Axes, Figure, PairGrid).

    `title`, `xlabel`, `ylabel` and the legend are those of the figure, beside what each panel has of its own.
    """

    kind: str
    title: str
    xlabel: str
    ylabel: str
    legend: list[str]
    legend_colors: list[str | None]
    legend_styles: list[str]
    panels: list[Panel]
    svg: str


def figure_of(value: Any) -> Any:
    """Return the figure of an Axes, a Figure or a seaborn grid; None for anything else."""
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure, SubFigure

    figure = value if isinstance(value, Figure) else getattr(value, "figure", None)
    if isinstance(figure, SubFigure):
        figure = figure.canvas.figure
    if not isinstance(figure, Figure) or (not isinstance(value, (Axes, Figure)) and not hasattr(value, "axes")):
        return None
    return figure


def picture(value: Any) -> Picture:
    """Return the Picture of something that has a figure: an Axes, a Figure or a seaborn grid."""
    from matplotlib.axes import Axes

    figure = figure_of(value)
    axes = [value] if isinstance(value, Axes) else list(figure.axes)
    return Picture(
        kind="Axes" if isinstance(value, Axes) else type(value).__name__,
        title=figure.get_suptitle(),
        xlabel=figure.get_supxlabel(),
        ylabel=figure.get_supylabel(),
        **_legend(figure.legends),
        panels=[_panel(ax) for ax in axes],
        svg=svg(figure),
    )


def _panel(ax: Any) -> Panel:
    from matplotlib.figure import SubFigure

    home, legend = ax.figure, ax.get_legend()
    within = isinstance(home, SubFigure)
    place = (home.transSubfigure - home.transFigure).transform_bbox(ax.get_position())
    title = ax.get_title() or ax.get_title(loc="left") or ax.get_title(loc="right")
    return Panel(
        title=title or (home.get_suptitle() if within else ""),
        xlabel=ax.get_xlabel() or (home.get_supxlabel() if within else ""),
        ylabel=ax.get_ylabel() or (home.get_supylabel() if within else ""),
        lines=[
            Series2D(
                str(line.get_label()),
                _floats(line.get_xdata()),
                _floats(line.get_ydata()),
                _hex(line.get_color()),
                _style(line),
                _outside(ax, *line.get_data(orig=False)),
                [ax.get_xscale(), ax.get_yscale()],
            )
            for line in ax.get_lines()
            if not _is_loose(line)
        ],
        points=[
            *(
                _points(collection)
                for collection in ax.collections
                if len(collection.get_offsets()) and _is_scatter(collection)
            ),
            *(_loose(line) for line in ax.get_lines() if _is_loose(line)),
        ],
        **_legend([legend] if legend else home.legends if within else []),
        filled=len(ax.patches) + sum(not _is_scatter(collection) for collection in ax.collections),
        bounds=[float(edge) for edge in place.bounds],
    )


def _legend(legends: Any) -> dict[str, Any]:
    """Return the texts of one or more legends, with the colour and the line style beside each."""
    handles = [handle for legend in legends for handle in legend.legend_handles]
    return {
        "legend": [text.get_text() for legend in legends for text in legend.get_texts()],
        "legend_colors": [_handle_color(handle) for handle in handles],
        "legend_styles": [_style(handle) for handle in handles],
    }


def _style(line: Any) -> str:
    """Return how a line is dashed ("None" where it is not drawn), and its marker; "" for a patch or a scatter."""
    from matplotlib.lines import Line2D

    if not isinstance(line, Line2D):
        return ""
    dashes = line.get_linestyle() if line.get_linewidth() else "None"
    return f"{dashes}{line.get_marker() if _has_markers(line) else ''}"


def _outside(ax: Any, x: Any, y: Any) -> int:
    """Count the points beyond the limits, as the scales place them; a log axis places 0 at infinity, or nowhere."""
    import numpy as np

    hidden = np.zeros(len(x), dtype=bool)
    for axis, values in ((ax.xaxis, x), (ax.yaxis, y)):
        with np.errstate(all="ignore"):
            places = axis.get_transform().transform(values)
            low, high = np.sort(axis.get_transform().transform(axis.get_view_interval()))
        slack = 1e-6 * (high - low)
        hidden |= np.isfinite(values) & ~((low - slack <= places) & (places <= high + slack))
    return int(hidden.sum())


def _has_markers(line: Any) -> bool:
    return line.get_marker() not in (None, "None", " ", "")


def _is_loose(line: Any) -> bool:
    """Return whether no line joins the markers. A single marker may stand for a line, which would not be seen."""
    return _has_markers(line) and _style(line).startswith("None") and len(line.get_xdata()) > 1


def _loose(line: Any) -> Points:
    x, y = _floats(line.get_xdata()), _floats(line.get_ydata())
    outside = _outside(line.axes, *line.get_data(orig=False))
    return Points(str(line.get_label()), x, y, [_hex(line.get_color())] * len(x), outside)


def _is_scatter(collection: Any) -> bool:
    from matplotlib.collections import PathCollection

    return isinstance(collection, PathCollection)


def _points(collection: Any) -> Points:
    import numpy as np

    offsets: Any = np.ma.filled(np.ma.asarray(collection.get_offsets(), dtype=float), np.nan)
    faces = collection.get_facecolors()
    faces = faces if len(faces) else collection.get_edgecolors()
    colors = [_hex(faces[i % len(faces)]) for i in range(len(offsets))] if len(faces) else [""] * len(offsets)
    x, y = offsets.T
    return Points(str(collection.get_label()), x.tolist(), y.tolist(), colors, _outside(collection.axes, x, y))


def _floats(values: Any) -> list[float]:
    import numpy as np

    try:
        numbers: list[float] = np.asarray(values, dtype=float).tolist()
    except (TypeError, ValueError):
        return [float(position) for position in range(len(values))]
    return numbers


def _hex(color: Any) -> str:
    from matplotlib.colors import to_hex

    try:
        return str(to_hex(color))
    except ValueError:
        return ""


def _handle_color(handle: Any) -> str | None:
    for getter in ("get_facecolor", "get_color", "get_markerfacecolor"):
        if hasattr(handle, getter):
            color = getattr(handle, getter)()
            if getattr(color, "ndim", 1) == 2:
                color = color[0] if len(color) else "none"
            found = _hex(color)
            if found:
                return found
    return None


def svg(figure: Any) -> str:
    """Return a Figure as SVG text: its words stay words, and the same figure always gives the same text."""
    from matplotlib import rc_context

    out = io.StringIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "keraskata"}):
        figure.savefig(out, format="svg", metadata=nothing)
    return out.getvalue()
