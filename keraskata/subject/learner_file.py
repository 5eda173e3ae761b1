"""A learner's file as a module: a Python file runs as a whole, a notebook cell by cell."""

import io
import linecache
import sys
import types
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import CodeType
from typing import Any

from keraskata.source.cell_text import has_cells
from keraskata.source.notebook import read
from keraskata.subject import needed_cells, set_order
from keraskata.subject.faults import Fault, missing, other_parameters, unreadable


class LearnerFile:
    """Loads the file when a function of it is first needed.

    `functions` are the signatures that it should have, by name; `run` runs a part of it in its module and is told what
    that part is. `draws_itself` says whether it may draw random numbers past Keras, which takes more to seed. Sets of
    text have an order drawn by `seed`.
    """

    def __init__(
        self,
        name: str,
        functions: dict[str, str],
        path: Path,
        run: Callable[[CodeType, types.ModuleType, str], None],
        seed: int,
    ) -> None:
        self.draws_itself = False
        self._sets = set_order.drawn(seed)
        self._name, self._functions, self._path, self._run = name, functions, path, run
        self._module: types.ModuleType | None = None
        self._load_fault: Fault | None = None
        self._cell_faults: list[tuple[needed_cells.Cell, Fault]] = []

    def function(self, name: str) -> Callable[..., Any]:
        """Return the function of this name. Raises Fault where there is none, or the file does not run."""
        module = self._load()
        function: Callable[..., Any] | None = vars(module).get(name)
        if not callable(function):
            for part, fault in self._cell_faults:
                if not part.error or name in part.source:  # what failed earlier may be why it is not here
                    raise Fault(fault.feedback)
            own = {key: value for key, value in vars(module).items() if value is not self._sets.get(key)}
            names = [key for key, value in own.items() if callable(value) and not key.startswith("_")]
            text = read(self._path)
            names += [found for found in needed_cells.names_defined(text) if found not in names]
            unread = [fault.feedback.found for _, fault in self._cell_faults]
            raise missing(self._name, name, self._functions.get(name, f"{name}(...)"), names, text, unread)
        return function

    def _load(self) -> types.ModuleType:
        if self._load_fault is not None:
            raise Fault(self._load_fault.feedback)
        if self._module is None:
            try:
                self._module = self._execute()
            except Fault as fault:
                self._load_fault = fault
                raise
        return self._module

    def _execute(self) -> types.ModuleType:
        module = types.ModuleType(f"learner_{self._name}")
        module.__file__ = str(self._path)
        vars(module).update(self._sets)
        try:
            text = read(self._path)
            linecache.cache[str(self._path)] = (len(text), None, io.StringIO(text).readlines(), str(self._path))
            parts = self._parts(text)
        except Exception as error:
            raise unreadable(self._path, error, self._name) from None
        self.draws_itself = "tensorflow" in text
        sys.modules[module.__name__] = module  # dataclasses and Keras' serialisation look their module up
        for part in parts:
            self._execute_part(part, module)
        return module

    def _parts(self, text: str) -> list[CodeType | needed_cells.Cell]:
        """Return what is run: a file as a whole, a notebook cell by cell."""
        if has_cells(text):
            return list(needed_cells.needed(text, str(self._path), list(self._functions)))
        return [set_order.code(text, str(self._path))]

    def _execute_part(self, part: CodeType | needed_cells.Cell, module: types.ModuleType) -> None:
        if isinstance(part, CodeType):
            self._run(part, module, "the file")
            return
        code = part.code
        if part.error:
            self._cell_faults.append((part, unreadable(self._path, part.error, self._name)))
        if code:
            try:
                self._run(code, module, "the notebook's cells")
            except Fault as fault:  # as in Jupyter, the other cells run all the same
                self._cell_faults.append((part, fault))

    def explained(self, fault: Fault, name: str) -> Fault:
        """Say which earlier cell broke, where a name is missing, and that `name` has other parameters than asked for.

        The cell most likely should have defined the name, and an exercise may have changed after the learner began.
        """
        notes = [*fault.feedback.notes]
        if self._cell_faults and isinstance(fault.error, NameError):
            broken = self._cell_faults[0][1].feedback
            notes += [f"before that: {broken.found}", *broken.notes]
        if name in self._functions and fault.error and not isinstance(fault.error, NameError):
            notes += other_parameters(self._functions[name], vars(self._load()).get(name))
        return Fault(replace(fault.feedback, notes=notes), fault.error)
