"""The cells of a notebook in a process of their own: each is run as it comes, and what it shows goes back."""

import importlib
import os
import selectors
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgpack

from keraskata.backend import startup
from keraskata.subject import channel
from keraskata.subject.serving import MAX_FRAME, OutOfTime
from keraskata.timing import time_limit

if TYPE_CHECKING:
    import asyncio

# pyplot is not among them: it asks for the shell that draws, which each process makes itself
_IMPORTED = ("asyncio", "keraskata.subject.shell", "pandas", "matplotlib.font_manager")
_INLINE = "module://matplotlib_inline.backend_inline"  # as Jupyter's kernel has it
_CELL = "<ipython-input-"  # how IPython calls the file of a cell's code


def import_what_cells_need(frameworks: Iterable[str]) -> None:
    """Import IPython, what most notebooks import, and these of Keras and its backends, before a process is forked.

    A process that imported a framework itself would need more memory for that than it may have. Raises ImportError,
    and ValueError where Keras' backend is missing.
    """
    startup.prepare()
    os.environ["MPLBACKEND"] = _INLINE
    with startup.imports():
        for name in _IMPORTED:
            importlib.import_module(name)
        for name in sorted(frameworks):
            startup.start_keras() if name == "keras" else importlib.import_module(name)


def open_loop() -> None:
    """Make the event loop for cells that `await`: behind the walls there are no sockets for one any more."""
    global _loop
    import asyncio  # not above: who runs files only would wait for it

    _loop = asyncio.SelectorEventLoop(selectors.PollSelector())


_loop: "asyncio.AbstractEventLoop | None" = None


def serve_cells(sock: socket.socket) -> None:
    """Run cells until the socket closes.

    The first frame is [folder, {name: content} of the files that lie there, environment]. Others are [seconds, source],
    each answered by [whether the time ran out, outputs in nbformat's form].
    """
    from keraskata.subject.shell import Stream, new_shell

    folder, files, environment = msgpack.unpackb(channel.receive(sock, MAX_FRAME))
    _lay_out(Path(folder), files)
    os.chdir(folder)
    sys.path.insert(0, "")
    os.environ.update(environment)
    shell = new_shell(_loop.run_until_complete if _loop else None)
    if "matplotlib.pyplot" in sys.modules:  # a framework has imported it when there was no shell
        shell.draw_inline()
    sys.stdout, sys.stderr = (Stream(name, shell.outputs) for name in ("stdout", "stderr"))
    while True:
        try:
            seconds, source = msgpack.unpackb(channel.receive(sock, MAX_FRAME))
        except channel.Broken:
            return
        late = False
        try:
            time_limit.start(seconds, "", OutOfTime(), within=lambda file: file.startswith(_CELL))
            try:
                shell.run(source)
                late = time_limit.is_over()  # code may have swallowed the alarm
            finally:
                time_limit.stop()
        except OutOfTime:
            late = True
        channel.send(sock, msgpack.packb([late, shell.outputs.take()], unicode_errors="backslashreplace"))


def _lay_out(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
