"""Objects of Keras and scikit-learn as plain notes: names of classes and plain settings, read without side effects."""

import contextlib
import sys
from collections.abc import Iterable
from typing import Any

from keraskata.subject.evidence import LayerNote, Named, Plain

_MOST, _MOST_LAYERS = 30, 40
_LONGEST, _LARGEST = 100, 2**53


def named(thing: Any, package: str) -> Named:
    """Return what an object is, with its public plain attributes; `package` is the library that it may be of."""
    settings: dict[str, Plain] = {}
    for name, value in list(getattr(thing, "__dict__", {}).items())[:200]:
        if isinstance(name, str) and name[:1] != "_" and name[-1:] != "_" and len(settings) < _MOST:
            with contextlib.suppress(Exception):
                if (known := plain(value)) is not None or value is None:
                    settings[name] = known
    return Named(type(thing).__name__, is_own(type(thing), package), settings)


def optimizer(model: Any) -> Named | None:
    """Return the optimizer of a model; its learning rate is a float, where it is one number."""
    found = getattr(model, "optimizer", None)
    if found is None:
        return None
    noted = named(found, "keras")
    rate: Any = getattr(found, "_learning_rate", None)
    with contextlib.suppress(Exception):  # a schedule, or one of the learner's own
        noted.settings["learning_rate"] = float(sys.modules["keras"].ops.convert_to_numpy(rate.value))
    return noted


def losses(given: Any) -> tuple[str, ...]:
    """Return the names of the losses that compile was given; Keras' long ones, where it knows a short one."""
    if isinstance(given, dict):
        given = list(given.values())
    if isinstance(given, (list, tuple)):
        return tuple(name for item in given[:_MOST] for name in losses(item))
    if given is None:
        return ()
    with contextlib.suppress(Exception):
        found = sys.modules["keras"].losses.get(given) if isinstance(given, str) else given
        name = getattr(found, "name", None) or getattr(found, "__name__", None) or type(found).__name__
        return (str(name)[:_LONGEST],)
    return (str(given)[:_LONGEST],)


def layers(model: Any, settings: bool, called: dict[int, int] | None = None) -> tuple[LayerNote, ...]:
    """Return the first layers of a model, those of a model in it too, with their settings if wanted.

    They stand in the order in which they were `called`, as far as that is known, and then in that of `model.layers`.
    """
    leaves: list[Any] = []
    found: list[LayerNote] = []
    with contextlib.suppress(Exception):  # a model of the learner's own may have anything here
        _add_leaves(model, leaves)
    places = called or {}
    with contextlib.suppress(Exception):
        for layer in sorted(leaves, key=lambda leaf: places.get(id(leaf), len(places))):
            own = is_own(type(layer), "keras")
            told = _told(layer) if settings and not own else {}
            found.append(LayerNote(str(layer.name), type(layer).__name__, own, bool(layer.trainable), told))
    return tuple(found)


def _add_leaves(model: Any, found: list[Any]) -> None:
    for layer in model.layers:
        if len(found) >= _MOST_LAYERS:
            return
        if getattr(layer, "layers", None):
            _add_leaves(layer, found)
        else:
            found.append(layer)


def _told(layer: Any) -> dict[str, Plain]:
    """Return the settings of a layer of Keras; none where a part of the learner's own does not tell its own."""
    with contextlib.suppress(Exception):
        return {str(name): _flat(value) for name, value in list(layer.get_config().items())[:_MOST]}
    return {}


def _flat(value: Any) -> Plain:
    """Return a setting that is plain; an object, as Keras writes it into a file, as text such as "L2(l2=0.01)"."""
    if isinstance(value, dict) and "class_name" in value:
        inner = value.get("config")
        items = inner.items() if isinstance(inner, dict) else [("name", inner)]
        told = ", ".join(f"{name}={_flat(setting)}" for name, setting in items if setting is not None)
        return f"{value['class_name']}({told})"[:_LONGEST]
    return plain(value)


def callbacks(given: Any) -> tuple[Named, ...]:
    """Return the callbacks that fit was given: one, or a list of them."""
    items: Iterable[Any] = given if isinstance(given, (list, tuple)) else getattr(given, "callbacks", [given])
    return tuple(named(item, "keras") for item in list(items)[:_MOST] if item is not None)


def whole(value: Any) -> int | None:
    """Return a whole number, also one of NumPy's; None for anything else."""
    with contextlib.suppress(Exception):
        number = int(value)
        return number if number == value and abs(number) < _LARGEST else None
    return None


def is_own(cls: type, package: str) -> bool:
    """Return whether a class is the learner's own, rather than the package's."""
    return str(cls.__module__).split(".")[0] != package


def plain(value: Any) -> Plain:
    """Return a value that is plain, shortened; None for any other."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return str(value)[:_LONGEST]
    if hasattr(value, "item") and getattr(value, "ndim", None) == 0:  # a number of NumPy's
        value = value.item()
    if type(value) is int:
        return value if abs(value) < _LARGEST else None
    return value if type(value) is float and abs(value) < float("inf") else None
