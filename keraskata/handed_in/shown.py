"""Takes from the cells of a notebook what a person may look at: pictures and text that a browser only shows."""

import base64
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

MAX_BYTES = 10_000_000  # of the pictures and texts of a notebook; what comes after them is left out
_MAX_TEXT, _MAX_OUTPUTS = 20_000, 100  # characters of an output, and outputs of a cell
_BEGINS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_NAME = re.compile(r"[\w.-]{1,100}", re.ASCII)

Shown = tuple[dict[str, dict[str, str]], list[dict[str, Any]]]
"""Attachments and outputs of a cell, in nbformat's form."""


def shown(notebook: Any) -> list[Shown]:
    """Return the attachments and outputs of each cell of an untrusted notebook, only PNG, JPEG and plain text."""
    left, cells = MAX_BYTES, list[Shown]()
    for cell in notebook["cells"]:
        attachments, outputs = dict[str, dict[str, str]](), list[dict[str, Any]]()
        for name, bundle in _items(cell.get("attachments")):
            found = picture(bundle)
            left -= sum(map(len, found.values()))
            if found and left > 0 and _NAME.fullmatch(name):
                attachments[name] = found
        for output, size in islice(_outputs(cell.get("outputs")), _MAX_OUTPUTS):
            left -= size
            if left > 0:
                outputs.append(output)
        cells.append((attachments, outputs))
    return cells


def _outputs(outputs: Any) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each output that can be shown, with its size."""
    for output in outputs if isinstance(outputs, list) else ():
        if not isinstance(output, dict):
            continue
        if found := picture(output.get("data")):
            data = {"output_type": "display_data", "metadata": {}, "data": found}
            yield data, sum(map(len, found.values()))
        elif said := _said(output):
            kind = "stderr" if output.get("name") == "stderr" or "traceback" in output else "stdout"
            yield {"output_type": "stream", "name": kind, "text": said}, len(said)


def _said(output: dict[str, Any]) -> str:
    """Return the text of an output: what was printed, a value, or an error's traceback."""
    data = output.get("data")
    said = data.get("text/plain") if isinstance(data, dict) else output.get("text", output.get("traceback"))
    return text(said, "\n" if "traceback" in output else "")


def text(said: Any, between: str = "") -> str:
    """Return an untrusted text, which may come in parts, as far as it is shown; "" where it is none."""
    whole = _joined(said, between)
    return whole if len(whole) <= _MAX_TEXT else f"{whole[:_MAX_TEXT]}\n…"


def picture(bundle: Any) -> dict[str, str]:
    """Return the PNG or JPEG of an untrusted bundle of forms, as base64 by its type; {} where there is none."""
    for kind, data in _items(bundle):
        content = _joined(data, "").replace("\n", "")
        try:
            if kind in _BEGINS and base64.b64decode(content, validate=True).startswith(_BEGINS[kind]):
                return {kind: content}
        except ValueError:  # no base64
            continue
    return {}


def _items(value: Any) -> list[tuple[str, Any]]:
    return [item for item in value.items() if isinstance(item[0], str)] if isinstance(value, dict) else []


def _joined(said: Any, between: str) -> str:
    parts = said if isinstance(said, list) else [said]
    return between.join(part for part in parts if isinstance(part, str)).encode("utf-8", "replace").decode()
