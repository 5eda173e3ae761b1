"""Takes from the cells of a notebook what a person may look at: pictures and text that a browser only shows."""

import base64
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

_MAX_BYTES = 10_000_000  # of the pictures and texts of a notebook; what comes after them is left out
_MAX_TEXT, _MAX_OUTPUTS = 20_000, 100  # characters of an output, and outputs of a cell
_BEGINS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_NAME = re.compile(r"[\w.-]{1,100}", re.ASCII)

Shown = tuple[dict[str, dict[str, str]], list[dict[str, Any]]]
"""Attachments and outputs of a cell, in nbformat's form."""


def shown(notebook: Any) -> list[Shown]:
    """Return the attachments and outputs of each cell of an untrusted notebook, only PNG, JPEG and plain text."""
    left, found = _MAX_BYTES, []
    for cell in notebook["cells"]:
        attachments, outputs = dict[str, dict[str, str]](), list[dict[str, Any]]()
        for name, bundle in _items(cell.get("attachments")):
            picture = _picture(bundle)
            left -= sum(map(len, picture.values()))
            if picture and left > 0 and _NAME.fullmatch(name):
                attachments[name] = picture
        for output, size in islice(_outputs(cell.get("outputs")), _MAX_OUTPUTS):
            left -= size
            if left > 0:
                outputs.append(output)
        found.append((attachments, outputs))
    return found


def _outputs(outputs: Any) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each output that can be shown, with its size."""
    for output in outputs if isinstance(outputs, list) else ():
        if not isinstance(output, dict):
            continue
        if picture := _picture(output.get("data")):
            data = {"output_type": "display_data", "metadata": {}, "data": picture}
            yield data, sum(map(len, picture.values()))
        elif text := _text(output):
            kind = "stderr" if output.get("name") == "stderr" or "traceback" in output else "stdout"
            yield {"output_type": "stream", "name": kind, "text": text}, len(text)


def _text(output: dict[str, Any]) -> str:
    """Return the text of an output: what was printed, a value, or an error's traceback."""
    data = output.get("data")
    said = data.get("text/plain") if isinstance(data, dict) else output.get("text", output.get("traceback"))
    text = _joined(said, "\n" if "traceback" in output else "")
    return text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]}\n…"


def _picture(bundle: Any) -> dict[str, str]:
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
