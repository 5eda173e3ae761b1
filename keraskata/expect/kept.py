"""Pictures of what a learner's code really did, kept with the running check for the report."""

import base64
import io
from typing import Any

import numpy as np

from keraskata.expect.checking import GraderError, measuring

_ZOOM, _GAP = 4, 1


def keep_images(title: str, rows: list[np.ndarray]) -> None:
    """Keep rows of small grey images: each of `rows` is an array (n, h, w), all of one shape, 0 black to 1 white.

    Raises GraderError where the shapes differ.
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
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" style="image-rendering:pixelated" '
        f'href="data:image/png;base64,{image}"/></svg>',
    )


def keep_figure(title: str, figure: Any) -> None:
    """Keep a matplotlib Figure."""
    from keraskata.pictures import svg

    _keep(title, svg(figure))


def _keep(title: str, drawn: str) -> None:
    measuring.get().pictures.append({"title": title, "svg": drawn})
