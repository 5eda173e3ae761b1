"""The outputs of cells that ran behind walls, as an instructor's browser may get them: pictures and plain text."""

from typing import Any

from nbformat import NotebookNode, v4

from keraskata.handed_in.shown import MAX_BYTES, picture, text

_MAX_LINES, _MAX_NAME = 1_000, 100  # lines of a traceback, and characters of an error's name
_EACH, _SHORT = 100, 100  # what an output costs beside its content, and characters of one that costs more than is left
_STREAMS = ("stdout", "stderr")


class Outputs:
    """Makes the outputs of a notebook's cells, of 10 MB at the most."""

    def __init__(self) -> None:
        self._left = MAX_BYTES

    def of(self, said: list[Any], number: int) -> list[NotebookNode]:
        """Make nbformat's outputs of those that an untrusted process says the cell with this number has.

        Of each stays its kind, because nbgrader reads the points from that: when the notebook has too many, the first
        of a kind is still there, cut short. Raises ValueError where one has no kind.
        """
        made: list[NotebookNode] = []
        for output in said:
            kind, data = _read(output if isinstance(output, dict) else {})
            size = sum(map(len, data.values())) + _EACH
            if size > self._left:
                if any(_kind(other) == kind for other in made):
                    continue
                data = {form: value[:_SHORT] for form, value in data.items() if not form.startswith("image/")}
            self._left -= min(size, self._left)
            made.append(_made(kind, data, number))
        return made


def failed(name: str, why: str) -> NotebookNode:
    """Return the output of a cell that has failed, for a reason that its code did not give."""
    return _made("error", {"ename": name, "evalue": why, "": f"{name}: {why}"}, 0)


def _read(output: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """Return the kind of an untrusted output, for a stream its name, and its texts. Raises ValueError."""
    kind, name, data = output.get("output_type"), output.get("name"), output.get("data")
    if kind == "stream" and name in _STREAMS:
        return str(name), {"text": text(output.get("text"))}
    if kind == "error":
        lines = output.get("traceback")
        whole = "\n".join(text(line) for line in lines[:_MAX_LINES]) if isinstance(lines, list) else ""
        return kind, {"ename": text(output.get("ename"))[:_MAX_NAME], "evalue": text(output.get("evalue")), "": whole}
    if kind in ("execute_result", "display_data"):
        plain = text(data.get("text/plain")) if isinstance(data, dict) else ""
        return str(kind), picture(data) | {"text/plain": plain}
    raise ValueError("its process sent an output of no kind")


def _made(kind: str, data: dict[str, str], number: int) -> NotebookNode:
    made: NotebookNode
    if kind in _STREAMS:
        made = v4.new_output("stream", name=kind, text=data["text"])
    elif kind == "error":
        made = v4.new_output(kind, ename=data["ename"], evalue=data["evalue"], traceback=data[""].split("\n"))
    elif kind == "execute_result":
        made = v4.new_output(kind, data, execution_count=number)
    else:
        made = v4.new_output(kind, data)
    return made


def _kind(output: NotebookNode) -> str:
    return str(output.name if output.output_type == "stream" else output.output_type)
