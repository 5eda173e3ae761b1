"""IPython's shell for the cells of a notebook: it keeps what they show, in the order in which a kernel sends it."""

import base64
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from traitlets import Type
from traitlets.config import Config

from keraskata.subject.serving import OutOfTime

_MAX_OUTPUTS = 1_000  # of a cell
_MAX_SIZE = 5_000_000  # characters of all of them: what comes after these is left out
_MAX_NAME, _MAX_SAID = 100, 10_000  # of an error's name, and of what it says
_SHOWN = ("text/plain", "image/png", "image/jpeg")
_COUNTS = ("error", "execute_result")  # nbgrader reads the points from these, and from what was written to stderr

Output = dict[str, Any]
"""An output in nbformat's form."""


class Outputs:
    """The outputs of the cell that runs now."""

    def __init__(self) -> None:
        self.all: list[Output] = []
        self._left, self._clears = _MAX_SIZE, False
        self._named: dict[str, list[Output]] = {}

    def write(self, name: str, text: str) -> None:
        """Add what was printed to the stream `name`."""
        if not text:
            return
        self._clear_first()
        last = self.all[-1] if self.all else {}
        if last.get("output_type") != "stream" or last["name"] != name:
            last = self._add({"output_type": "stream", "name": name, "text": ""}, counts=name == "stderr")
        if self._left > 0:
            last["text"] += text[: self._left]
            self._left -= len(text)

    def show(self, kind: str, data: dict[str, Any], name: str | None = None, update: bool = False) -> None:
        """Add a value in the forms that a page can show as they are; with `update` in place of those of this name."""
        self._clear_first()
        shown = {form: _encoded(data[form]) for form in _SHOWN if form in data}
        size = sum(map(len, shown.values()))
        if size > self._left:
            shown, size = {"text/plain": "…"}, 1
        self._left -= size
        if update:
            for output in self._named.get(name or "", []):
                output["data"] = shown
            return
        added = self._add({"output_type": kind, "data": shown, "metadata": {}}, counts=kind in _COUNTS)
        if name:
            self._named.setdefault(name, []).append(added)

    def fail(self, name: str, said: str, traceback: list[str]) -> None:
        """Add an error."""
        self._clear_first()
        name, said, size = name[:_MAX_NAME], said[:_MAX_SAID], sum(map(len, traceback))
        if size > self._left:
            traceback, size = [f"{name}: …"], 0
        self._left -= size
        self._add({"output_type": "error", "ename": name, "evalue": said, "traceback": traceback}, counts=True)

    def clear(self, wait: bool = False) -> None:
        """Forget all outputs, now or when the next one comes."""
        self._clears = True
        if not wait:
            self._clear_first()

    def take(self) -> list[Output]:
        """Return the outputs of the cell that has ended, and begin with the next one."""
        found = self.all
        self.all, self._named, self._left, self._clears = [], {}, _MAX_SIZE, False
        return found

    def _add(self, output: Output, counts: bool) -> Output:
        """Add an output, and beyond the most only one that counts if nothing of its kind is there."""
        if len(self.all) < _MAX_OUTPUTS or (counts and not any(_alike(output, other) for other in self.all)):
            self.all.append(output)
        return output

    def _clear_first(self) -> None:
        if self._clears:
            self.all, self._clears = [], False


class Stream(io.TextIOBase):
    """The stdout or stderr of a cell."""

    encoding, errors = "utf-8", "strict"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self.name, self._outputs = f"<{name}>", outputs
        self._kind = name

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outputs.write(self._kind, text)
        return len(text)


class _Results(DisplayHook):
    shell: "Shell"

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict[str, Any], md_dict: Any = None) -> None:
        self.shell.outputs.show("execute_result", format_dict)


class _Displays(DisplayPublisher):
    shell: "Shell"

    def publish(
        self,
        data: dict[str, Any],
        metadata: Any = None,
        source: Any = None,
        *,
        transient: Any = None,
        update: bool = False,
        **more: Any,
    ) -> None:
        self.shell.outputs.show("display_data", data, (transient or {}).get("display_id"), update)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear(wait)


class Shell(InteractiveShell):
    """A shell without a terminal, whose errors and values are outputs."""

    displayhook_class = Type(_Results)
    display_pub_class = Type(_Displays)
    outputs: Outputs

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        if etype is not OutOfTime:  # who keeps the time says so
            self.outputs.fail(etype.__name__, str(evalue), list(stb))

    @contextmanager
    def _tee(self, channel: str) -> Iterator[None]:
        """Keep no second copy of what is printed: IPython's own has no limit."""
        yield

    def ask_exit(self) -> None:
        """Go on: there is nobody who could leave."""

    def enable_gui(self, gui: Any = None) -> None:
        """Open no windows."""

    def draw_inline(self) -> None:
        """Show what pyplot draws at the end of a cell, also where pyplot was there before this shell."""
        self.enable_matplotlib("inline")

    def run(self, source: str) -> None:
        """Run a cell. An error without a traceback, such as one in a shell that shows none, is an output, too."""
        error: BaseException | None
        try:
            result: ExecutionResult = self.run_cell(source, store_history=True)
            error = result.error_before_exec or result.error_in_exec
        except Exception as broken:  # a cell may have changed parts of this shell
            error = broken
        shown = any(output["output_type"] == "error" for output in self.outputs.all)
        if error and not shown and not isinstance(error, OutOfTime):
            self.outputs.fail(type(error).__name__, "", [f"{type(error).__name__}, which was not shown"])


def new_shell(runner: Callable[..., Any] | None) -> Shell:
    """Return the process's shell; `runner` runs the coroutines of cells that `await`, if there is one."""
    settings = Config()
    settings.HistoryManager.enabled = False  # it would keep a database
    Shell.outputs = Outputs()
    shell: Shell = Shell.instance(config=settings)
    if runner:
        shell.loop_runner = runner
    return shell


def _encoded(value: Any) -> str:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)


def _alike(one: Output, other: Output) -> bool:
    return one["output_type"] == other["output_type"] and one.get("name") == other.get("name")
