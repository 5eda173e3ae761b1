"""What stays in the subject, and can be asked from outside: an estimator, a predictor."""

from collections.abc import Callable
from typing import Any, Protocol

from keraskata.boundary.handles import Handle

_OF_ARRAYS = frozenset(("shape", "ndim", "dtype"))  # NumPy asks everything for these; a remote is no array


class Keeper(Protocol):
    """Asks the subject about what it keeps."""

    def ask(self, kept: "KeptObject", method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a method of it, or, where `method` is empty, call it itself. Raises Fault."""

    def attribute(self, kept: "KeptObject", name: str) -> Any:
        """Return the value of one of its attributes. Raises Fault."""


class KeptObject(Handle):
    """Something that stays in the subject, as a grader sees it: `remote.predict(x)`, `remote(x)`, `remote.kind`.

    What is called there gives a value back, or another remote; a failed call raises Fault.
    """

    def __init__(self, keeper: Keeper, key: int, kind: str) -> None:
        super().__init__(key, kind)
        self._keeper = keeper

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_") or name in _OF_ARRAYS:
            raise AttributeError(name)
        return lambda *args, **kwargs: self._keeper.ask(self, name, args, kwargs)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._keeper.ask(self, "", args, kwargs)

    def __repr__(self) -> str:
        return f"a {self.kind}"

    def attribute(self, name: str) -> Any:
        """Return the value of an attribute, such as `classes_`."""
        return self._keeper.attribute(self, name)
