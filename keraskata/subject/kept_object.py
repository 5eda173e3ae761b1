"""What stays in the subject, and can be asked from outside: an estimator, a predictor."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from keraskata.boundary import codec

if TYPE_CHECKING:
    from keraskata.subject.submission import Submission

_OF_ARRAYS = frozenset(("shape", "ndim", "dtype"))  # NumPy asks everything for these; a remote is no array


class KeptObject(codec.Handle):
    """Something that stays in the subject, as a grader sees it: `remote.predict(x)`, `remote(x)`, `remote.kind`.

    What is called there gives a value back, or another remote; a failed call raises Fault.
    """

    def __init__(self, submission: "Submission", key: int, kind: str) -> None:
        super().__init__(key, kind)
        self._submission = submission

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_") or name in _OF_ARRAYS:
            raise AttributeError(name)
        return lambda *args, **kwargs: self._submission._ask(self, name, args, kwargs)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._submission._ask(self, "", args, kwargs)

    def __repr__(self) -> str:
        return f"a {self.kind}"

    def attribute(self, name: str) -> Any:
        """The value of an attribute, such as `classes_`."""
        return self._submission._attribute(self, name)
