"""A learner's file in the process that runs it: a request comes in as bytes, and the answer goes out as bytes."""

import contextlib
import importlib
import inspect
import os
import shutil
import tempfile
import time
import types
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import CodeType
from typing import Any

from keraskata.boundary import codec, keras_objects
from keraskata.boundary.bounds import MAX_BYTES
from keraskata.boundary.errors import NotAValue
from keraskata.boundary.handles import Handle
from keraskata.results import Feedback
from keraskata.subject import evidence_form, watching
from keraskata.subject.causes import cause_of
from keraskata.subject.faults import Fault, raised
from keraskata.subject.isolation import undisturbed
from keraskata.subject.learner_file import LearnerFile
from keraskata.subject.notes import Notes
from keraskata.subject.seeding import seed_everything
from keraskata.subject.side_effects import random_state

MAX_FILES = 100


@dataclass
class Noticed:
    """What the last call did beside its answer; `said` is all text that the request printed, at loading too.

    `evidence` is for `evidence_form.read`, wherever it comes from.
    """

    printed: str = ""
    shown: int = 0
    seconds: float = 0.0
    evidence: bytes = b""
    overflows: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


class Host:
    """One learner's file, loaded with the first request. What has no plain form is kept here.

    `functions` are the signatures that the file should have, by name, and `seed` is that of the loading. `through` are
    the exceptions that are not the learner's, such as a time limit: they pass. Files lie in `folder`, or else in one of
    the host's own, and calls run there once there is one.
    """

    def __init__(
        self,
        name: str,
        functions: dict[str, str],
        path: Path,
        seed: int,
        through: tuple[type[BaseException], ...] = (),
        folder: Path | None = None,
    ) -> None:
        self.noticed = Noticed()
        self._functions, self._path, self._through = functions, path, through
        self._file = LearnerFile(name, functions, path, self._run_part, seed)
        self._folder, self._own_folder = folder, folder is None
        self._kept: list[Any] = []
        self._arguments: list[Any] = []
        self._seed = self._loading_seed = seed

    def answer(self, request: bytes) -> bytes:
        """Do what `request` asks for, and return the packed answer. Raises Fault where the learner's code fails.

        A request is the packed list [what, seed, ...]; `what` is the name of a method below, `seed` that of each call.
        """
        what, self._seed, *details = codec.decode(request, lambda key, kind: self._kept[key])
        self.noticed = replace(self.noticed, said=[])
        return _REQUESTS[what](self, *details)

    def close(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self._arguments.clear()
        if self._own_folder and self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _call(self, name: str, shown: str, args: list[Any], kwargs: dict[str, Any]) -> bytes:
        signature = self._functions.get(name, f"{name}(...)")
        return self._send(self._file.function(name), name, shown, signature, args, kwargs)

    def _calls(self, name: str, shown: str, cases: list[list[Any]]) -> bytes:
        """Call a function with each of these arguments, and pack the answers only then: a later call may change one."""
        function = self._file.function(name)

        def call(*args: Any) -> Any:
            seed_everything(self._seed, self._file.draws_itself)
            return function(*args)

        signature = self._functions.get(name, f"{name}(...)")
        return self._send(lambda: [call(*args) for args in cases], name, shown, signature, [], {})

    def _ask(self, key: int, method: str, name: str, shown: str, args: list[Any], kwargs: dict[str, Any]) -> bytes:
        kept = self._kept[key]

        def function(*inner: Any, **named: Any) -> Any:
            return (getattr(kept, method) if method else kept)(*inner, **named)

        return self._send(function, name, shown, f"{name}(...)", args, kwargs)

    def _attribute(self, key: int, attribute: str, shown: str) -> bytes:
        return self._pack(self._run(lambda: getattr(self._kept[key], attribute), shown, shown, in_call=False), shown)

    def _lend(self, path: str, arguments: dict[str, Any]) -> bytes:
        module, _, name = path.rpartition(".")
        with undisturbed():
            seed_everything(self._seed, self._file.draws_itself)
            return self._pack_kept(getattr(importlib.import_module(module), name)(**arguments))

    def _lend_function(self, name: str) -> bytes:
        return self._pack_kept(self._file.function(name), "function")

    def _argument(self, position: int) -> bytes:
        return self._pack(self._arguments[position], "the argument")

    def _place(self, name: str, content: bytes | None) -> bytes:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="kata-"))
        (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
        if content is not None:
            (self._folder / name).write_bytes(content)
        return codec.encode(str(self._folder / name))

    def _files(self) -> bytes:
        if self._folder is None:
            return codec.encode({})
        found = sorted(self._folder.rglob("*"))[:MAX_FILES]
        files = [path for path in found if path.is_file() and not path.is_symlink()]
        if sum(path.stat().st_size for path in files) > MAX_BYTES / 2:
            raise Fault(Feedback("files of a few MB", f"{MAX_BYTES / 2e6:.0f} MB of them", "write less"))
        names = [os.fsencode(path.relative_to(self._folder).as_posix()).decode(errors="replace") for path in files]
        return codec.encode({name: path.read_bytes() for name, path in zip(names, files, strict=True)})

    def _saved_model(self, name: str) -> bytes:
        model = None
        if self._folder:
            import keras

            with undisturbed(), contextlib.suppress(Exception):  # what stands there can be wrong in any way
                model = keras.saving.load_model(self._folder / name, safe_mode=True)
        return self._pack(model, f"the model in {name}")

    def _send(
        self,
        function: Callable[..., Any],
        name: str,
        shown: str,
        signature: str,
        args: list[Any],
        kwargs: dict[str, Any],
    ) -> bytes:
        # The judge's tensors are the subject's own copies: what the learner changes is seen through `argument` only.
        self._arguments = list(args)
        try:
            value = self._run(lambda: function(*args, **kwargs), shown, signature, in_call=True)
        except Fault as fault:
            raise self._file.explained(fault, name) from None
        if keras_objects.is_unbuilt(value):
            with undisturbed(), contextlib.suppress(Exception):  # one that cannot be built is refused with its reason
                bound = inspect.signature(function).bind(*args, **kwargs)
                bound.apply_defaults()
                keras_objects.build(value, bound.arguments.values())
        return self._pack(value, shown)

    def _pack(self, value: Any, shown: str) -> bytes:
        try:
            with undisturbed():
                return codec.encode(value, self._keep)
        except Exception as error:
            named = isinstance(error, NotAValue)
            found = str(error) if named else f"it cannot be read ({type(error).__name__}: {error})"[:500]
            likely = None
            with contextlib.suppress(Exception):
                likely = cause_of(error)
            raise Fault(Feedback(f"{shown} to give an answer that can be read", found, likely)) from None

    def _pack_kept(self, value: Any, kind: str = "") -> bytes:
        return codec.encode(Handle(self._keep(value), kind or type(value).__name__))

    def _keep(self, value: Any) -> int:
        for key, known in enumerate(self._kept):
            if known is value:
                return key
        self._kept.append(value)
        return len(self._kept) - 1

    def _run_part(self, code: CodeType, module: types.ModuleType, what: str) -> None:
        """Run a part of the file, under the seed of the loading."""
        seed, self._seed = self._seed, self._loading_seed
        self._run(lambda: exec(code, module.__dict__), what, "", in_call=False)
        self._seed = seed

    def _run(self, action: Callable[[], Any], shown: str, signature: str, in_call: bool) -> Any:
        start = time.perf_counter()
        fault = answer = None
        with undisturbed() as printed:
            if self._folder:
                os.chdir(self._folder)
            seed_everything(self._seed, self._file.draws_itself)
            state = random_state()
            notes = Notes(self._arguments if in_call else [])
            try:
                with watching.noted(notes):
                    answer = action()
                return answer
            except BaseException as error:
                if isinstance(error, self._through):
                    raise
                fault = raised(error, shown, signature, self._path, in_call).with_traceback(error.__traceback__)
            finally:
                said = [*self.noticed.said, printed.text]
                seconds = time.perf_counter() - start
                evidence = evidence_form.packed(notes.evidence(answer, drew=random_state() != state))
                self.noticed = Noticed(printed.text, printed.shown, seconds, evidence, printed.overflows, said)
        raise fault


_REQUESTS: dict[str, Callable[..., bytes]] = {
    "call": Host._call,
    "calls": Host._calls,
    "ask": Host._ask,
    "attribute": Host._attribute,
    "lend": Host._lend,
    "function": Host._lend_function,
    "argument": Host._argument,
    "place": Host._place,
    "files": Host._files,
    "saved_model": Host._saved_model,
}
