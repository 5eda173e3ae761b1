"""Has what code asks of Keras, scikit-learn and the random generators noted, while a call runs.

The functions are put in the place of theirs for as long as a call runs. A learner's file may keep one of them for
longer (`from numpy.random import default_rng`): it writes into the notes of the call that runs now, if any.
"""

import contextlib
import functools
import inspect
import random
import sys
from collections.abc import Callable, Iterator
from typing import Any

from keraskata.subject import call_order
from keraskata.subject.notes import Notes
from keraskata.timing import time_limit

# Keras calls its own methods, too; what it does by itself is not what the learner's code asked for.
_INSIDE = tuple(f"keras.src.{part}." for part in ("backend", "trainers", "models", "saving"))
_KERAS_SEEDS = "keras.src.utils.rng_utils"
_ASKING = ("evaluate", "predict", "test_on_batch", "predict_on_batch")

_current: Notes | None = None


@contextlib.contextmanager
def noted(notes: Notes) -> Iterator[None]:
    """Run a call in here, and write down what it does."""
    global _current
    replaced: list[tuple[Any, str, Any]] = []
    unknown = "keras" not in sys.modules
    hook: Any = None
    try:
        with _undivided():
            for owner, name, make in _watched():
                method = inspect.getattr_static(owner, name)
                replaced.append((owner, name, method))
                setattr(owner, name, functools.wraps(method)(make(method)))
            torch: Any = sys.modules.get("torch.optim.optimizer")
            if hasattr(torch, "register_optimizer_step_post_hook"):
                hook = torch.register_optimizer_step_post_hook(lambda *_: _note(Notes.stepped))
        _current = notes
        yield
    finally:
        with _undivided():
            if unknown and "keras" in sys.modules:  # imported by the call itself: nobody watched
                notes.missed()
            for owner, name, method in replaced:
                setattr(owner, name, method)
            if hook is not None:
                hook.remove()
            _current = None


@contextlib.contextmanager
@time_limit.whole
def _undivided() -> Iterator[None]:
    yield


def _watched() -> Iterator[tuple[Any, str, Callable[[Any], Callable[..., Any]]]]:
    """Yield what is watched: where it is, its name there, and what makes of it the function in its place."""
    keras: Any = sys.modules.get("keras")
    if hasattr(keras, "Model"):  # there, and not only half imported
        for name, make in {"compile": _compile, "fit": _fit, "train_on_batch": _batch}.items():
            yield _owner(keras.Model, name), name, make
        for name in _ASKING:
            yield _owner(keras.Model, name), name, functools.partial(_ask, name)
        yield _owner(keras.optimizers.Optimizer, "apply"), "apply", _step
    numpy: Any = sys.modules["numpy"]
    yield random, "seed", functools.partial(_seed, "random.seed")
    yield numpy.random, "seed", functools.partial(_seed, "numpy.random.seed")
    yield numpy.random, "default_rng", functools.partial(_seed, "numpy.random.default_rng")
    base: Any = sys.modules.get("sklearn.base")
    split: Any = sys.modules.get("sklearn.model_selection._split")
    if hasattr(base, "BaseEstimator") and hasattr(base.BaseEstimator, "_validate_params"):
        yield _owner(base.BaseEstimator, "_validate_params"), "_validate_params", _estimator
    for name in ("_validation", "_search"):  # a search has it by its name
        if hasattr(module := sys.modules.get(f"sklearn.model_selection.{name}"), "_fit_and_score"):
            yield module, "_fit_and_score", _fold
    for cls in vars(split).values() if split else ():
        if isinstance(cls, type) and inspect.isfunction(vars(cls).get("split")) and not cls.__name__.startswith("_CV"):
            yield cls, "split", _split


def _owner(cls: Any, name: str) -> Any:
    return next(base for base in cls.__mro__ if name in vars(base))


def _note(write: Callable[..., Any], *values: Any) -> Any:
    """Write a note, if any call is running; a note that cannot be written is missing, and nothing else."""
    if _current is not None:
        try:
            return write(_current, *values)
        except Exception:  # learners pass anything, and their objects do anything
            _current.missed()
    return None


def _asked_by_learner() -> bool:
    """Return whether the function in place of another was called by other code than Keras' own."""
    return _current is not None and not _module(3).startswith(_INSIDE)


def _module(depth: int) -> str:
    return str(sys._getframe(depth).f_globals.get("__name__"))


def _given(method: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of a call by name; where they do not fit, none: the method itself will say so."""
    try:
        bound = _signature(method).bind(*args, **kwargs)
    except TypeError:
        return {}
    bound.apply_defaults()
    return dict(bound.arguments)


_signature = functools.lru_cache(maxsize=50)(inspect.signature)


def _compile(method: Any) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        wanted, again = _asked_by_learner(), bool(getattr(self, "compiled", False))
        result = method(self, *args, **kwargs)
        if wanted:
            _note(Notes.compiled, self, {**_given(method, (self, *args), kwargs), "again": again})
        return result

    return call


def _fit(method: Any) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        given = _given(method, (self, *args), kwargs) if _asked_by_learner() else {}
        if not (given and _current):
            return method(self, *args, **kwargs)
        features = given.get("x")
        fit = _note(Notes.fit, self, given)
        if given.get("x") is not features:  # a generator, watched
            args, kwargs = (given["x"], *args[1:]), {key: value for key, value in kwargs.items() if key != "x"}
        with _current.training(), call_order.noted(self) as called:
            result = method(self, *args, **kwargs)
        if fit is not None:
            _note(Notes.called, fit, self, called)
            fit.ran = len(getattr(result, "epoch", ())) if hasattr(result, "epoch") else None
        return result

    return call


def _batch(method: Any) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        if not (_asked_by_learner() and _current):
            return method(self, *args, **kwargs)
        fit = _note(Notes.batch, self, _given(method, (self, *args), kwargs))
        with _current.training(), call_order.noted(self) as called:
            result = method(self, *args, **kwargs)
        if fit is not None:
            _note(Notes.called, fit, self, called)
        return result

    return call


def _ask(name: str, method: Any) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        if _asked_by_learner():
            _note(Notes.asked, name, self, _given(method, (self, *args), kwargs))
        return method(self, *args, **kwargs)

    return call


def _step(method: Any) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        _note(Notes.stepped)
        return method(*args, **kwargs)

    return call


def _seed(by: str, function: Any) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        if not _module(2).startswith(("numpy", "sklearn", "torch", "tensorflow", "jax")):
            whose = "keras.utils.set_random_seed" if _module(2) == _KERAS_SEEDS else by
            _note(Notes.seeded, whose, [*args, *kwargs.values(), None][0])
        return function(*args, **kwargs)

    return call


def _estimator(method: Any) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        if _current is not None:
            frame = sys._getframe(1).f_locals  # of what wraps each fit of scikit-learn: its arguments
            name = getattr(frame.get("fit_method"), "__name__", "")
            given = dict(zip(("X", "y"), frame.get("args", ()), strict=False)) | dict(frame.get("kwargs", {}))
            if name in ("fit", "partial_fit", "fit_transform"):
                _note(Notes.estimated, "fit", self, given.get("X"), given.get("y"))
        return method(self, *args, **kwargs)

    return call


def _fold(function: Any) -> Callable[..., Any]:
    def call(estimator: Any, X: Any, y: Any, *args: Any, **kwargs: Any) -> Any:
        if _current is not None:
            _note(_note_fold, estimator, X, y, kwargs.get("train"), kwargs.get("test"))
        return function(estimator, X, y, *args, **kwargs)

    return call


def _note_fold(notes: Notes, estimator: Any, X: Any, y: Any, train: Any, test: Any) -> None:
    take: Any = sys.modules["sklearn.utils"]._safe_indexing
    parts = [(take(X, rows), None if y is None else take(y, rows)) for rows in (train, test)]
    notes.estimated("fold", estimator, *parts[0], tested=parts[1])


def _split(method: Any) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        if _module(2) != method.__module__ or sys._getframe(1).f_code.co_name != "split":  # by that of its base
            _note(Notes.estimated, "split", self)
        return method(self, *args, **kwargs)

    return call
