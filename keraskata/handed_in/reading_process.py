"""The process that reads untrusted files: submissions for `handed_in.reading`, notebooks for `nbgrader.notebooks`.

It runs nothing that it reads. If the system supports it, its memory and the CPU time of each request are limited; the
caller also limits the time by the clock.
"""

import os
import socket
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

import msgpack

from keraskata.curriculum import Kit, load
from keraskata.handed_in import folder
from keraskata.handed_in.budget import Later
from keraskata.handed_in.downloads import sorted_out
from keraskata.handed_in.matching import is_nothing
from keraskata.handed_in.parts import BadInput, Part
from keraskata.handed_in.plain_files import plain_file
from keraskata.handed_in.shown import shown
from keraskata.source.notebook import MAX_NOTEBOOK, NoNotebook, Notebook, opened, parsed, text_of
from keraskata.source.python_text import NoText, decoded
from keraskata.source.structure import NoStructure, structure
from keraskata.subject import channel
from keraskata.subject.started import Reported

_MEMORY = 600 * 2**20  # a notebook of 100 MB of pictures needs 300 MB, one of 20 MB of lists of small numbers, too
_MAX_REQUEST = 1_000_000
_MARKS = ("grade", "locked", "solution")


def main() -> None:
    """Answer one connection until it closes. The arguments: the kit's folder, the sections that count.

    A request is ["submission", student, parts, bytes, seconds], answered by ["at", name], ["when", [task, time]],
    ["task", [exercise, task]] and ["file", [exercise, content]] as they come, and ["done", [problem, note, whether it
    was within bytes and seconds]];
    or ["class", place, seconds], answered by ["done", ["", the fields of a Download]] or ["done", [why it cannot be
    read]]; or ["notebook", place, seconds], answered by ["done", ["", cells, what the kit said]] or ["done", [why it
    cannot be read, [], {}]]; or ["shown", place, seconds], answered by ["done", [what can be shown of each cell]], of
    none if it cannot be read; or ["nothing", place, exercise, seconds], answered by ["done", [whether the notebook is
    no answer to it]]; or ["structure", content, seconds], answered by ["done", ["", tokens]] of a Python file, or of
    the code cells of a notebook, or ["done", [why it has no structure, []]].
    """
    reported = Reported()
    kit = load(Path(sys.argv[1]))
    sections = {name: title for name, title in kit.sections.items() if name in sys.argv[2].split(",")}
    kit = replace(kit, sections=sections, exercises={e.id: e for e in kit.exercises_of(list(sections))})
    _bound_memory()
    listener = reported.listen()
    while (sock := reported.accept(listener)) is None:
        pass
    while True:
        what, *about, seconds = msgpack.unpackb(channel.receive(sock, _MAX_REQUEST))
        _bound_time(seconds)
        if what == "submission":
            student, parts, most = about
            _tell(sock, "done", _submission(sock, kit, student, parts, most, seconds))
        elif what == "class":
            (place,) = about
            _tell(sock, "done", _class(kit, place))
        elif what == "nothing":
            place, exercise = about
            _tell(sock, "done", [_is_nothing(kit, place, exercise)])
        elif what == "structure":
            (content,) = about
            _tell(sock, "done", _structure(content))
        else:
            (place,) = about
            _tell(sock, "done", _notebook(place) if what == "notebook" else _shown(place))


def _submission(sock: socket.socket, kit: Kit, student: str, parts: list[Any], most: int, seconds: float) -> list[Any]:
    def tell(what: str, name: str, content: bytes) -> None:
        _tell(sock, what, name if what == "at" else [name, content])

    end = process_time() + seconds
    try:
        work = folder.read(kit, student, [Part.unpacked(*part) for part in parts], seconds, tell, most)
    except Later:
        return ["", "", False]
    return [work.problem, work.note, process_time() < end]


def _class(kit: Kit, place: bytes) -> list[Any]:
    try:
        found = sorted_out(Path(os.fsdecode(place)), load(kit.root).sections)
    except BadInput as error:
        return [str(error)]
    except MemoryError:
        return [f"{os.fsdecode(place)} takes too much memory to read; if it is an archive, unpack it."]
    students = {name: [part.packed() for part in parts] for name, parts in found.students.items()}
    said = [found.title, found.earlier, found.others, found.returned, found.when, found.late]
    return ["", students, *said, found.remarks, found.task]


def _notebook(name: bytes) -> list[Any]:
    try:
        return _plain(opened(_content(name)))
    except (NoNotebook, OSError) as error:
        return [str(error), [], {}]
    except MemoryError:
        return ["it takes too much memory to read; clear its outputs and save it again", [], {}]


def _shown(name: bytes) -> list[Any]:
    try:
        return [shown(parsed(_content(name)))]
    except Exception:  # an untrusted notebook can be wrong in any way; `_notebook` says which
        return [[]]


def _is_nothing(kit: Kit, name: bytes, exercise: str) -> bool:
    try:
        return is_nothing(kit, exercise, text_of(_content(name)).encode("utf-8", "replace"))
    except (NoNotebook, OSError, MemoryError):
        return True


def _structure(content: bytes) -> list[Any]:
    try:
        return ["", [[token, line] for token, line in structure(decoded(content))]]
    except (NoText, NoStructure) as error:
        return [str(error), []]
    except (MemoryError, RecursionError):
        return ["too deeply nested", []]


def _content(name: bytes) -> bytes:
    place = Path(os.fsdecode(name))
    content = plain_file(place.parent, (place.name,), MAX_NOTEBOOK)
    if content is None:
        raise OSError("it is not there")
    return content


def _plain(notebook: Notebook) -> list[Any]:
    """Return the needed parts of a notebook in a form that can be sent: of nbgrader's metadata the id and the marks."""
    cells = []
    for kind, source, about in notebook.cells:
        name = about.get("grade_id")
        known: dict[str, Any] = {mark: bool(about.get(mark)) for mark in _MARKS}
        if about.get("cell_type") == "code":
            known["cell_type"] = "code"
        if isinstance(name, str):
            known["grade_id"] = name
        cells.append([kind, source, known])
    return ["", cells, notebook.said]


def _tell(sock: socket.socket, what: str, content: Any) -> None:
    """Send a part of an answer; for what is no text, as in a name that is not UTF-8, it has question marks."""
    channel.send(sock, msgpack.packb([what, content], unicode_errors="replace"))


def _bound_memory() -> None:
    if sys.platform == "linux":
        import resource

        from keraskata.subject.confine import virtual_bytes

        most = virtual_bytes() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _bound_time(seconds: float) -> None:
    """Let the kernel end this process when it exceeds the CPU time by a second, whatever it is doing."""
    if hasattr(os, "fork"):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (int(process_time() + seconds) + 2, hard))


if __name__ == "__main__":
    try:
        main()
    finally:
        os._exit(0)
