"""Keeps the code cells of the notebook that this kernel runs, as they were last run."""

import re
import sys
from typing import Any

_CALLS = re.compile(r"(#.*\n)*(check|hint|solution)\(")  # a cell that calls the kit
_DEFINES = re.compile(r"^(?:async )?(?:def|class) (\w+)", re.MULTILINE)


class CellsRan:
    """Records each cell that runs; the id that Jupyter, VS Code or Colab sends identifies a cell.

    Without an id, a later cell replaces an earlier one if it defines all functions of the earlier one again.
    """

    def __init__(self) -> None:
        ipython: Any = sys.modules.get("IPython")
        self._shell: Any = ipython.get_ipython() if ipython else None
        self._sources: dict[str | int, str] = {}
        self._unnamed = 0
        if self._shell is None:
            return
        before = self._shell.history_manager.input_hist_raw[1:]
        for source in before:  # cells that ran before the kit was imported
            self._keep(None, source)
        # The last of them runs now, and Jupyter has sent its id: it may be the cell with the answer.
        if before and (now := self._named_by_host()):
            self._sources[now] = self._sources.pop(self._unnamed, before[-1])
        self._shell.events.register("pre_run_cell", self._runs)

    def sources(self) -> list[str]:
        """Return the cells in the order in which they were run, without those that call the kit."""
        return [source for source in self._sources.values() if not _CALLS.match(source)]

    def _runs(self, info: Any) -> None:
        named = getattr(info, "cell_id", None)  # IPython 7 has none
        self._keep(named or self._named_by_host(), info.raw_cell)

    def _named_by_host(self) -> str | None:
        """Return the cell's id from the host's request: of JupyterLab and VS Code, or of Colab."""
        try:
            about = self._shell.parent_header["metadata"]
            found = about.get("cellId") or about.get("colab", {}).get("cell_id")
        except (AttributeError, KeyError, TypeError):
            return None
        return found if isinstance(found, str) else None

    def _keep(self, cell: str | None, source: str) -> None:
        again = set(_DEFINES.findall(source))
        for unnamed in [key for key in self._sources if isinstance(key, int)]:
            old = _DEFINES.findall(self._sources[unnamed])
            if old and again.issuperset(old):
                del self._sources[unnamed]
        if cell is None:
            self._unnamed += 1
        key = cell or self._unnamed
        self._sources.pop(key, None)
        self._sources[key] = source
