"""The learner's file in this process, behind the boundary: arguments go in as values, values come back."""

import hashlib
import importlib
import linecache
import re
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

from keraskata import values
from keraskata.curriculum import Exercise
from keraskata.results import Feedback
from keraskata.subject.calls import shown
from keraskata.subject.faults import Fault, missing, raised, unreadable
from keraskata.subject.isolation import undisturbed
from keraskata.subject.noticing import random_state
from keraskata.subject.remote import Remote
from keraskata.subject.seeding import seed_everything

MAX_LINES = 50
_PROGRESS = re.compile(r"━|/step|\x1b|\x08|^Epoch \d+/\d+")


class Submission:
    """One learner's file. `submission.f(x)` runs `f` there and gives a value back; a failed call raises Fault.

    `through` are the exceptions that are not the learner's, such as a time limit: they pass.
    After a call: `printed` (text), `shown` (how many pictures were put on screen), `drew` (whether the global random
    generators of Python or NumPy were seeded or drawn from), `trained` (whether Keras trained anything), `seconds`
    (float), and `argument(i)`, the arguments as the call left them.
    """

    def __init__(
        self, exercise: Exercise, path: Path, seed: int = 0, through: tuple[type[BaseException], ...] = ()
    ) -> None:
        self._exercise, self._path, self._seed, self._through = exercise, path, seed, through
        self._module: types.ModuleType | None = None
        self._load_fault: Fault | None = None
        self._draws_itself = "tensorflow" in self.source
        self._kept: list[Any] = []
        self._arguments: tuple[Any, ...] = ()
        self.printed, self.shown, self.drew, self.trained, self.seconds = "", 0, False, False, 0.0
        self._said: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._call(name, args, kwargs)

    def lend(self, path: str, **arguments: Any) -> Remote:
        """Make something of an installed package in the subject, `lend("sklearn.tree.DecisionTreeClassifier")`.

        `path` names a class or a function, which is called with `arguments`; the answer stays there, to be passed on.
        """
        module, _, name = path.rpartition(".")
        with undisturbed():
            seed_everything(self._seed_of(path), self._draws_itself)
            made = getattr(importlib.import_module(module), name)(**arguments)
        return Remote(self, self._keep(made), type(made).__name__)

    def function(self, name: str) -> Remote:
        """A function of the learner's file, to be passed on to what was lent."""
        found = self._function(name, self._exercise.functions.get(name, f"{name}(...)"))
        return Remote(self, self._keep(found), "function")

    def _hear(self) -> list[str]:
        """The lines that the code has printed since the last time, without Keras' reports of its progress."""
        lines = [line.rstrip() for text in self._said for line in text.splitlines()]
        self._said.clear()
        return [line[:500] for line in lines if line and not _PROGRESS.search(line)][:MAX_LINES]

    @property
    def source(self) -> str:
        """The text of the file, or nothing where it cannot be read."""
        try:
            return self._path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def argument(self, position: int) -> Any:
        """The argument of the last call as the learner's code left it, as a value of the judge's own."""
        return self._unpack(self._pack(self._arguments[position], "the argument"))

    def reseeded(self, seed: int) -> "Submission":
        """The same file, loaded anew, under another seed."""
        return Submission(self._exercise, self._path, self._seed + 7919 * seed, self._through)

    def _call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        signature = self._exercise.functions.get(name, f"{name}(...)")
        packed = values.encode((args, kwargs))
        function = self._function(name, signature)
        return self._send(function, name, shown(name, args, kwargs), signature, packed)

    def _ask(self, remote: Remote, method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a method of what stayed in the subject, or, where `method` is empty, call that itself."""
        name = f"{remote.kind}.{method}" if method else remote.kind
        kept = self._kept[remote.key]

        def function(*inner: Any, **named: Any) -> Any:
            return (getattr(kept, method) if method else kept)(*inner, **named)

        return self._send(function, name, shown(name, args, kwargs), f"{name}(...)", values.encode((args, kwargs)))

    def _attribute(self, remote: Remote, name: str) -> Any:
        asked = f"{remote.kind}.{name}"
        value = self._run(lambda: getattr(self._kept[remote.key], name), asked, asked, in_call=False, name=asked)
        return self._unpack(self._pack(value, asked))

    def _send(self, function: Callable[..., Any], name: str, call: str, signature: str, packed: bytes) -> Any:
        args, kwargs = values.decode(packed, lambda key, kind: self._kept[key])
        # The judge's tensors are the subject's own copies: what the learner changes is seen through `argument` only.
        self._arguments = tuple(args)
        value = self._run(lambda: function(*args, **kwargs), call, signature, in_call=True, name=name)
        return self._unpack(self._pack(value, call))

    def _unpack(self, packed: bytes) -> Any:
        return values.decode(packed, lambda key, kind: Remote(self, key, kind))

    def _pack(self, value: Any, call: str) -> bytes:
        try:
            with undisturbed():
                return values.encode(value, self._keep)
        except Exception as error:
            named = isinstance(error, values.NotAValue) or type(error).__name__ == "NotKeras"
            found = str(error) if named else f"it cannot be read ({type(error).__name__}: {error})"[:500]
            raise Fault(Feedback(f"{call} to give a plain value", found), error) from None

    def _keep(self, value: Any) -> int:
        for key, known in enumerate(self._kept):
            if known is value:
                return key
        self._kept.append(value)
        return len(self._kept) - 1

    def _function(self, name: str, signature: str) -> Callable[..., Any]:
        module = self._load()
        function = getattr(module, name, None)
        if not callable(function):
            names = [key for key, value in vars(module).items() if callable(value) and not key.startswith("_")]
            raise missing(self._path, name, signature, names, empty=not self.source.strip())
        return function

    def _load(self) -> types.ModuleType:
        if self._load_fault is not None:
            raise Fault(self._load_fault.feedback, self._load_fault.error)
        if self._module is None:
            try:
                self._module = self._execute()
            except Fault as fault:
                self._load_fault = fault
                raise
        return self._module

    def _execute(self) -> types.ModuleType:
        module = types.ModuleType(f"learner_{self._exercise.name}")
        module.__file__ = str(self._path)
        try:
            source = self._path.read_bytes()
            text = source.decode("utf-8")
            code = compile(text, str(self._path), "exec", dont_inherit=True)
        except Exception as error:
            raise unreadable(self._path, error) from None
        linecache.cache[str(self._path)] = (len(text), None, text.splitlines(keepends=True), str(self._path))
        sys.modules[module.__name__] = module  # dataclasses and Keras' serialisation look their module up
        self._run(lambda: exec(code, module.__dict__), "the file", "", in_call=False, name="")
        return module

    def _seed_of(self, name: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{self._seed}/{self._exercise.id}/{name}".encode()).digest()[:4])

    def _run(self, action: Callable[[], Any], call: str, signature: str, in_call: bool, name: str) -> Any:
        start = time.perf_counter()
        fault = None
        with undisturbed() as printed:
            seed_everything(self._seed_of(name), self._draws_itself)
            state = random_state()
            try:
                return action()
            except BaseException as error:
                if isinstance(error, (KeyboardInterrupt, *self._through)):
                    raise
                fault = raised(error, call, signature, self._path, in_call).with_traceback(error.__traceback__)
            finally:
                self.seconds = time.perf_counter() - start
                self.printed, self.shown, self.trained = printed.text, printed.shown, printed.trained
                self.drew = random_state() != state
                self._said.append(printed.text)
        raise fault
