"""Warm subjects: a parent with Keras in it forks a process for each learner's file, in a few hundredths of a second."""

import contextlib
import copy
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from keraskata.curriculum import Exercise
from keraskata.subject import cgroups, ids, walls
from keraskata.subject.other_notebook import OtherNotebook
from keraskata.subject.other_process import OtherProcess, first_frame
from keraskata.terms import Terms


class Warm:
    """Subjects for a grading run, which closes them at the end. The parent starts at once, and is waited for late.

    On terms with limits, files run behind walls; raises NoWalls, here or in `wait`, where these cannot be put up. What
    these have that not every system gives is in `had` then: "user", an id for files that owns nothing outside.
    A parent that is not `large` imports Keras late, when the first file comes that does so itself.
    """

    def __init__(self, terms: Terms, large: bool = True) -> None:
        limits = terms.limits
        if limits:
            walls.check_for_tools()
        self.terms, self._large = terms, large
        self._folder = None if limits else Path(tempfile.mkdtemp(prefix="kata-"))  # walled ones have their own
        self._ready = False
        self._groups: cgroups.Groups | None = None
        self.had: list[str] = []
        self._start(more=bool(limits))

    def _start(self, more: bool) -> None:
        """Start the parent; with `more` behind walls that have all that this system may give them."""
        limits = self.terms.limits
        self._more, self._scope = more, cgroups.scope() if more else []
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        quiet, number = subprocess.DEVNULL, theirs.fileno()
        own = [str(number), "large" if self._large else ""]
        # -P: files stand alone, and what lies in the working folder is no part of them
        command, descriptors = [sys.executable, "-P", "-m", "keraskata.subject.parent", *own], [number]
        with theirs, ids.offered() if more else contextlib.nullcontext() as other_ids:
            if limits:
                command = self._scope + walls.command([*own, json.dumps(asdict(limits))], other_ids)
                descriptors += [] if other_ids is None else [other_ids]
            self._parent: subprocess.Popen[bytes] | None = subprocess.Popen(
                command, pass_fds=descriptors, stdin=quiet, stdout=quiet, stderr=quiet
            )

    def wait(self, large: bool = False) -> None:
        """Wait until files can be run, `large` where one imports Keras or the like.

        Raises NoWalls, or ChildProcessError where the parent does not start.
        """
        self._wait_for_parent()
        if large and not self._large:
            self._large = self._imported(b"large")

    def wait_for_cells(self, frameworks: Iterable[str] = ()) -> None:
        """Wait until cells of notebooks can be run that import these of Keras and its backends. Raises as `wait`."""
        self._wait_for_parent()
        if not self._imported(" ".join(["cells", *frameworks]).encode()):
            raise ChildProcessError("the process that runs cells has ended as it imported what they need")

    def _imported(self, what: bytes) -> bool:
        try:
            self._control.send(what)
            return self._control.recv(64) == b"done"
        except OSError:
            raise ChildProcessError("the process that runs learners' files has ended") from None

    def _wait_for_parent(self) -> None:
        while not self._ready:
            ready, *had = self._control.recv(64).decode().split() or [""]
            if ready == "ready":
                self._ready, self.had = True, had
                self._find_groups()
                return
            self.close()
            if not self._more:
                if self.terms.limits:
                    walls.check()  # says why
                raise ChildProcessError("the process that runs learners' files did not start")
            self._start(more=False)  # a system may promise more than it keeps

    def _find_groups(self) -> None:
        if self.terms.limits and self._parent:
            with contextlib.suppress(cgroups.NoGroups):
                found = cgroups.divisible(self._parent.pid if self._scope else os.getpid())
                self._groups = cgroups.Groups(found)

    def bring_up(self, exercise: Exercise, path: Path, seed: int) -> OtherProcess:
        """Return the learner's file in a process of its own."""
        folder = tempfile.mkdtemp(dir=self._folder) if self._folder else walls.SCRATCH
        return OtherProcess(self._fork, first_frame(exercise, path, seed, folder))

    def notebook(self, files: Mapping[str, bytes], environment: Mapping[str, str]) -> OtherNotebook:
        """Return a notebook in a process of its own, whose cells run in a folder with these files; walled only."""
        sock, end = self._fork(b"notebook")
        return OtherNotebook(sock, lambda: end(True), f"{walls.SCRATCH}/notebook", files, environment)

    def another(self) -> "Warm":
        """Return another one for another process to use: its parent is forked quickly from this one.

        That parent and what it brings up are in a control group of their own where there is one: "cgroup" in `had`.
        """
        other = copy.copy(self)
        other._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, self._group() as group:
            socket.send_fds(self._control, [b"parent"], [theirs.fileno(), *group])
            said = self._control.recv(64)
        other._parent = other._groups = None
        other.had = [*self.had, *(["cgroup"] if said == b"grouped" else [])]
        return other

    @contextlib.contextmanager
    def _group(self) -> Iterator[list[int]]:
        """Give the descriptor by which a process gets into a new group, if there is one."""
        try:
            group = [self._groups.add(self.terms.limits)] if self._groups and self.terms.limits else []
        except OSError:
            group = []
        yield group
        for descriptor in group:
            os.close(descriptor)

    def close(self) -> None:
        """End the parent, and throw away what the children have written."""
        self._control.close()
        if self._parent:
            self._parent.wait()
            if self._groups:
                self._groups.close()
            if self._folder:
                shutil.rmtree(self._folder, ignore_errors=True)

    def _fork(self, what: bytes = b"fork") -> tuple[socket.socket, Callable[[bool], None]]:
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                socket.send_fds(self._control, [what], [theirs.fileno()])
                pid = int(self._control.recv(64))
        except (OSError, ValueError):
            raise ChildProcessError("the process that runs learners' files has ended") from None
        return ours, lambda at_work: self._end(pid)

    def _end(self, pid: int) -> None:
        with contextlib.suppress(
            OSError
        ):  # a parent that is gone has taken its children along, or they end by themselves
            self._control.send(b"end %d" % pid)
