"""The outputs of cells that ran behind walls, as an instructor's browser may get them: pictures and plain text."""

from typing import Any

from nbformat import NotebookNode, v4

from keraskata.handed_in.shown import picture, text

_MAX_LINES, _MAX_NAME = 1_000, 100  # lines of a traceback, and characters of an error's name
_STREAMS = ("stdout", "stderr")


def outputs_of(said: list[Any], number: int) -> list[NotebookNode]:
    """Make nbformat's outputs of those that an untrusted process says the cell with this number has.

    Of each stays its kind, because nbgrader reads the points from that. Raises ValueError where one has no kind.
    """
    return [_output(output if isinstance(output, dict) else {}, number) for output in said]


def error(name: str, why: str) -> NotebookNode:
    """Return the output of a cell that has failed, for a reason that its code did not give."""
    return v4.new_output("error", ename=name, evalue=why, traceback=[f"{name}: {why}"])


def _output(output: dict[str, Any], number: int) -> NotebookNode:
    kind, name = output.get("output_type"), output.get("name")
    if kind == "stream" and name in _STREAMS:
        return v4.new_output("stream", name=name, text=text(output.get("text")))
    if kind == "error":
        lines = output.get("traceback")
        traceback = [text(line) for line in lines[:_MAX_LINES]] if isinstance(lines, list) else []
        return v4.new_output(
            "error", ename=text(output.get("ename"))[:_MAX_NAME], evalue=text(output.get("evalue")), traceback=traceback
        )
    data = output.get("data")
    shown = picture(data) | {"text/plain": text(data.get("text/plain")) if isinstance(data, dict) else ""}
    if kind == "execute_result":
        return v4.new_output(kind, shown, execution_count=number)
    if kind == "display_data":
        return v4.new_output(kind, shown)
    raise ValueError("an output of no kind")
