"""What an untrusted process says that the cells of a notebook have shown: bounded, and with its points."""

import base64
import contextlib
import socket
from threading import Thread
from typing import Any

import pytest

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")

import msgpack
from nbformat import v4
from nbgrader.utils import determine_grade

from keraskata.nbgrader.outputs import Outputs
from keraskata.subject import channel
from keraskata.subject.other_notebook import Ended, OtherNotebook

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n and more").decode()


def stream(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def test_only_pictures_and_plain_text_are_kept() -> None:
    data = {"image/png": PNG, "text/html": "<b>", "image/svg+xml": "<svg>", "text/plain": "a", "application/json": {}}
    said = [{"output_type": kind, "data": data, "metadata": {"a": 1}} for kind in ("display_data", "execute_result")]
    for output in Outputs().of(said, 7):
        assert output.data == {"image/png": PNG, "text/plain": "a"} and not output.metadata
    (odd,) = Outputs().of([{"output_type": "display_data", "data": {"image/png": "<script>", "text/plain": 7}}], 1)
    assert odd.data == {"text/plain": ""}


@pytest.mark.parametrize(
    "output", [None, 7, {}, {"output_type": "stream", "name": "x"}, {"output_type": "update_display_data"}]
)
def test_what_is_no_output_is_refused(output: Any) -> None:
    with pytest.raises(ValueError, match="of no kind"):
        Outputs().of([output], 1)


@pytest.mark.parametrize(
    ("last", "points"),
    [
        ({"output_type": "error", "ename": "E", "evalue": "e", "traceback": ["x" * 9_000] * 900}, 0),
        (stream("y" * 30_000, "stderr"), 0),
        ({"output_type": "execute_result", "data": {"text/plain": "0.5"}}, 0.5),
        (stream("y"), 2),
    ],
)
def test_points_are_the_same_however_much_came_before(last: dict[str, Any], points: float) -> None:
    outputs = Outputs()
    for _ in range(2):
        shown = outputs.of([stream("x" * 20_000) for _ in range(1_000)] + [last, stream("z")], 1)
        cell = v4.new_code_cell("", outputs=shown)
        cell.metadata["nbgrader"] = {"grade": True, "points": 2}
        assert determine_grade(cell) == (points, 2)
    assert sum(len(str(output)) for output in outputs.of([stream("x" * 20_000) for _ in range(1_000)], 2)) < 1_000


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (msgpack.packb([False, [[]] * 90_000]), None),
        (msgpack.packb([False, [[]] * 110_000]), "no answer"),
        (b"\x92\xc2\xdd\x01\x7d\x78\x40" + b"\x90" * 25_000_000, "no answer"),
        (msgpack.packb([False, "x" * 25_000_000]), "no answer"),
        (msgpack.packb([0, []]), "no answer"),
        (b"\xc1", "no answer"),
        (b"?" * 30_000_001, "30 MB is the most"),
        (None, "has ended"),
    ],
)
def test_a_broken_answer_ends_the_notebook(frame: bytes | None, said: str | None) -> None:
    ours, theirs = socket.socketpair()
    ended: list[bool] = []
    notebook = OtherNotebook(ours, lambda: ended.append(True), "/", {}, {})
    sender = Thread(target=send, args=[theirs, frame])
    sender.start()
    if said is None:
        assert len(notebook.run("1", 60).outputs) == 90_000
        notebook.close()
    else:
        with pytest.raises(Ended, match=said):
            notebook.run("1", 60)
    assert ended == [True]
    sender.join()
    theirs.close()


def send(sock: socket.socket, frame: bytes | None) -> None:
    """Send an answer as far as it is taken, or end."""
    if frame is None:
        sock.close()
        return
    with contextlib.suppress(channel.Broken):
        channel.send(sock, frame)
