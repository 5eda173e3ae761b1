"""Pictures of what a learner's code really did, kept with the running check for the report and for notebooks.

Each has a title, and `look`, a sentence that says what to look for in it.
"""

import base64
import io
import itertools
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from keraskata.boundary.pictures import Picture
from keraskata.expect import charts
from keraskata.expect.basics import GraderError, measuring
from keraskata.expect.inert import is_inert
from keraskata.expect.wording import number
from keraskata.printable import printable

_ZOOM, _GAP = 4, 1


def keep_images(title: str, rows: list[np.ndarray], look: str = "") -> None:
    """Keep rows of small grey images: each of `rows` is an array (n, h, w), all of one shape, 0 black to 1 white.

    Raises GraderError if the shapes differ.
    """
    if len({row.shape for row in rows}) != 1 or rows[0].ndim != 3:
        raise GraderError(f"rows of images have one shape (n, h, w), not {[row.shape for row in rows]}")
    from PIL import Image

    padded = [np.pad(np.clip(row, 0, 1), ((0, 0), (0, _GAP), (0, _GAP)), constant_values=1) for row in rows]
    mosaic = np.concatenate([np.concatenate(list(row), axis=1) for row in padded], axis=0)
    out = io.BytesIO()
    Image.fromarray((mosaic * 255).astype("uint8")).save(out, format="PNG")
    height, width = (_ZOOM * edge for edge in mosaic.shape)
    image = base64.b64encode(out.getvalue()).decode()
    _keep(
        title,
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" style="image-rendering:pixelated" '
        f'href="data:image/png;base64,{image}"/></svg>',
        f"Small grey images: {len(rows)} row{'s' if len(rows) > 1 else ''} of {len(rows[0])}.",
        look,
    )


def keep_figure(title: str, figure: Any, look: str = "") -> None:
    """Keep a matplotlib Figure of the grader's own."""
    from keraskata.boundary.pictures import svg

    _keep(title, svg(figure), title, look)


def keep_picture(title: str, picture: Picture, look: str = "") -> None:
    """Keep the figure that a learner's code drew, unless it is too large or more than a drawing."""
    if not is_inert(picture.svg):
        return
    lines = [line.label for panel in picture.panels for line in panel.lines if not line.label.startswith("_")]
    words = [picture.title, *(word for panel in picture.panels for word in (panel.title, panel.xlabel, panel.ylabel))]
    said = [f"It says: {', '.join(dict.fromkeys(filter(None, words)))}."] if any(words) else []
    drawn = [f"Its lines: {', '.join(lines[:8])}."] if lines else []
    _keep(title, picture.svg, printable(" ".join(["A figure.", *said, *drawn])[:400]), look)


def keep_curves(title: str, curves: Mapping[str, Sequence[float]], ylabel: str = "loss", look: str = "") -> None:
    """Keep the values of each epoch, a line for each name, in front of the band that `kata calibrate` measured.

    A line ends where its values are not finite any more.
    """
    current, finite = measuring.get(), {name: _numbers(values) for name, values in curves.items()}
    current.curves.update(finite)
    said = [f"{name}, from {number(line[0])} to {number(line[-1])}" for name, line in finite.items() if line]
    bands = {name: current.bands[name] for name in finite if name in current.bands}
    if bands:
        said.append("behind each the band of the right answers that the kit knows")
        title += ". Behind each line the band of right answers: mean and standard deviation"
    _keep(f"{title}.", charts.curves(finite, bands, ylabel), f"Lines over the epochs: {'; '.join(said)}.", look)


def _numbers(values: Sequence[Any]) -> list[float]:
    """Return the values up to the first that is not a finite number: a learner's list may hold anything."""
    numbers = []
    for value in values:
        try:
            numbers.append(float(value))
        except (TypeError, ValueError, OverflowError):
            break
    return list(itertools.takewhile(math.isfinite, numbers))


def keep_confusion(title: str, truth: Any, found: Any, names: Sequence[str], look: str = "") -> None:
    """Keep a confusion matrix: `truth` and `found` are numbers of classes, (n,) each, and `names` what they mean."""
    places = range(len(names))
    table = [[int(np.sum((truth == row) & (found == column))) for column in places] for row in places]
    said = [f"{name}: {', '.join(map(str, row))}" for name, row in zip(names, table, strict=True)]
    alt = f"How often each class, in its row, was answered as {', '.join(names)}. {'; '.join(said)}."
    _keep(title, charts.counts(table, names, "it is", "it was answered as"), alt, look)


def keep_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]], look: str = "") -> None:
    """Keep a table of words, which may be the learner's."""
    said = "; ".join(", ".join(printable(cell)[:40] for cell in row) for row in rows)
    _keep(title, charts.table(header, rows), f"A table of {', '.join(header)}: {said}.", look)


def _keep(title: str, drawn: str, alt: str, look: str) -> None:
    measuring.get().pictures.append({"title": title, "svg": drawn, "alt": alt, **({"look": look} if look else {})})
