"""Small charts as SVG, written by hand: drawing them takes no time, and a check need not import matplotlib."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from itertools import chain

from keraskata.printable import printable

Band = tuple[list[float], list[float]]  # mean and standard deviation of each epoch

_COLORS = ("#0060a8", "#c04a00", "#007a5a", "#96427e")  # colour-blind people can distinguish them; dashes help
_DASHES = ("", "7 3", "2 3", "9 3 2 3")
_TEXT, _FAINT = "#333333", "#dddddd"
_WIDTH, _HEIGHT = 480, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 464, 36, 238
_MOST = 1e30  # a larger number is not a loss any more, and the axes have to end somewhere
_LOG = 50  # if the highest number is at least this many times the lowest, the y axis goes in powers of ten
_ROW, _LETTER = 24, 7.2


def curves(values: Mapping[str, Sequence[float]], bands: Mapping[str, Band], ylabel: str) -> str:
    """Draw a line for each name over the epochs 1, 2, 3, ..., in front of its band if it has one."""
    shown = {name: [max(min(y, _MOST), -_MOST) for y in line] for name, line in values.items()}
    length = max(1, *map(len, shown.values()))
    ranges = {name: _edges(bands[name], length) for name in shown if name in bands}
    y = _Axis([*chain(*shown.values())], [edge for edges in ranges.values() for edge in chain(*edges)])
    across = (_RIGHT - _LEFT) / max(length - 1, 1)
    x = [_LEFT + across * epoch for epoch in range(length)]
    parts = [_line(_LEFT, y(tick), _RIGHT, y(tick), _FAINT) for tick in y.ticks]
    parts += [_text(_LEFT - 8, y(tick) + 4, f"{tick:.4g}", "end") for tick in y.ticks]
    step = math.ceil(length / 10)
    parts += [_text(x[epoch - 1], _BOTTOM + 18, str(epoch), "middle") for epoch in range(1, length + 1, step)]
    parts += [_line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, _TEXT), _text(_RIGHT, _HEIGHT - 8, "epoch", "end")]
    parts.append(_text(_LEFT, _TOP - 8, ylabel + (" (logarithmic)" if y.log else ""), "start"))
    for color, edges in zip(_COLORS, (ranges.get(name) for name in shown), strict=False):
        if edges:
            low, high = edges
            outline = [*zip(x, map(y, high), strict=False), *[*zip(x, map(y, low), strict=False)][::-1]]
            parts.append(f'<polygon points="{_points(outline)}" fill="{color}" fill-opacity="0.18"/>')
    for color, dash, line in zip(_COLORS, _DASHES, shown.values(), strict=False):
        points = [*zip(x, map(y, line), strict=False)]
        style = f'fill="none" stroke="{color}" stroke-width="2" stroke-dasharray="{dash or "none"}"'
        parts.append(f'<polyline points="{_points(points)}" {style}/>')
        parts += [f'<circle cx="{at:.1f}" cy="{up:.1f}" r="2.5" fill="{color}"/>' for at, up in points]
    right = _RIGHT
    for color, name in reversed([*zip(_COLORS, shown, strict=False)]):
        parts.append(_text(right, _TOP - 8, name, "end", color, bold=True))
        right -= round(_LETTER * len(name)) + 18
    return _svg(_WIDTH, _HEIGHT, parts)


def counts(table: Sequence[Sequence[int]], names: Sequence[str], rows: str, columns: str) -> str:
    """Draw a square table of counts: a higher count is darker; `rows` and `columns` are the titles of both sides."""
    side, left, top = 64, 64, 56
    most = max(max(row) for row in table) or 1
    parts = [_text(left + side * len(names) / 2, 18, columns, "middle"), _text(left - 12, top - 10, rows, "end")]
    for place, name in enumerate(names):
        parts.append(_text(left + side * (place + 0.5), top - 10, name, "middle", bold=True))
        parts.append(_text(left - 12, top + side * (place + 0.5) + 4, name, "end", bold=True))
        for column, count in enumerate(table[place]):
            share = count / most
            spot = f'x="{left + side * column}" y="{top + side * place}" width="{side - 2}" height="{side - 2}"'
            parts.append(f'<rect {spot} fill="#0060a8" fill-opacity="{0.05 + 0.95 * share:.2f}"/>')
            color = "#ffffff" if share > 0.6 else _TEXT
            middle = left + side * (column + 0.5) - 1
            parts.append(_text(middle, top + side * (place + 0.5) + 4, str(count), "middle", color))
    edge = side * len(names)
    return _svg(left + edge + 12, top + edge + 12, parts)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw rows of words below a header."""
    lines = [[_short(cell) for cell in row] for row in (header, *rows)]
    widths = [round(_LETTER * max(len(row[column]) for row in lines)) + 20 for column in range(len(header))]
    starts = [10 + sum(widths[:column]) for column in range(len(header))]
    parts = [_line(10, _ROW + 4, sum(widths), _ROW + 4, _TEXT)]
    for number, row in enumerate(lines):
        for start, cell in zip(starts, row, strict=True):
            parts.append(_text(start, _ROW * (number + 1) - 4, cell, "start", bold=number == 0))
    return _svg(sum(widths) + 10, _ROW * len(lines) + 8, parts)


class _Axis:
    """The vertical position of a number, and the numbers that have ticks."""

    def __init__(self, numbers: Sequence[float], edges: Sequence[float]) -> None:
        low, high = min(numbers, default=0), max(numbers, default=1)
        self.log = low > 0 and high / low > _LOG
        if self.log:  # a band that goes below all lines, perhaps to 0, is cut off
            self._low, self._high = math.log10(low), math.log10(max(high, *edges, low))
            powers = range(math.floor(self._low), math.floor(self._high) + 1)
            ticks = [times * 10.0**power for power in powers for times in (1, 2, 5)][:: math.ceil(len(powers) / 4)]
            self.ticks = [tick for tick in ticks if self._low <= math.log10(tick) <= self._high]
            return
        low, high = min(low, *edges, high), max(high, *edges, low)
        room = 0.05 * (high - low) or 0.1 * abs(high) or 1
        self._low, self._high = low - room, high + room
        rough = (self._high - self._low) / 5
        power = 10 ** math.floor(math.log10(rough))
        step = power * next((times for times in (1, 2, 5) if times * power >= rough), 10)
        first = math.ceil(self._low / step)
        self.ticks = [step * place for place in range(first, math.floor(self._high / step) + 1)]

    def __call__(self, number: float) -> float:
        number = max(math.log10(max(number, 1e-300)), self._low) if self.log else number
        return _BOTTOM - 4 - (_BOTTOM - 4 - _TOP) * (number - self._low) / (self._high - self._low)


def _edges(band: Band, length: int) -> tuple[list[float], list[float]]:
    """Return the lower and the upper edge: one standard deviation around the mean, but no loss below 0."""
    pairs = list(zip(*band, strict=True))[:length]
    return [max(mean - spread, 0) for mean, spread in pairs], [mean + spread for mean, spread in pairs]


def _points(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _line(x1: float, y1: float, x2: float, y2: float, color: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}"/>'


def _text(x: float, y: float, text: str, anchor: str, color: str = _TEXT, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {where} fill="{color}"{weight}>{escape(_short(text))}</text>'


def _short(text: str) -> str:
    """Shorten a text, and remove what XML cannot hold: a learner's code may have written it."""
    text = " ".join(printable(text).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    body = f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13">{body}</svg>'
