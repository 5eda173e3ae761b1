"""The code cells of the notebook that this kernel runs, as they were last run."""

import re
import sys
from typing import Any

_CALLS = re.compile(r"(#.*\n)*(check|hint|solution)\(")  # a cell that calls the kit
_DEFINES = re.compile(r"^(?:async )?(?:def|class) (\w+)", re.MULTILINE)


class CellsRan:
    """Hears of each cell that runs; it is known by the id that Jupyter, VS Code or Colab gives with it.

    Where none of them does, a later cell takes the place of one all of whose functions it defines again.
    """

    def __init__(self) -> None:
        ipython: Any = sys.modules.get("IPython")
        self._shell: Any = ipython.get_ipython() if ipython else None
        self._sources: dict[str | int, str] = {}
        self._unnamed = 0
        if self._shell is None:
            return
        before = self._shell.history_manager.input_hist_raw[1:]
        for source in before:  # what ran before the kit was there
            self._keep(None, source)
        # The last of them runs now, and Jupyter has said which it is: it may be the one that holds the answer.
        if before and (now := self._named_by_host()):
            self._sources[now] = self._sources.pop(self._unnamed, before[-1])
        self._shell.events.register("pre_run_cell", self._runs)

    def sources(self) -> list[str]:
        """Return them in the order in which they were run, without those that call the kit."""
        return [source for source in self._sources.values() if not _CALLS.match(source)]

    def _runs(self, info: Any) -> None:
        named = getattr(info, "cell_id", None)  # IPython 7 has none
        self._keep(named or self._named_by_host(), info.raw_cell)

    def _named_by_host(self) -> str | None:
        """The id in the message that asks for the cell: of JupyterLab and VS Code, or of Colab."""
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
