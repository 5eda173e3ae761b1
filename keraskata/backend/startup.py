"""Sets what must be set before anything imports Keras or matplotlib, and what must be set after that."""

import contextlib
import gc
import os
import sys
import warnings
from collections.abc import Iterator
from typing import Any

from keraskata.backend import choice, environment, patches, settings
from keraskata.backend.backends import BACKENDS
from keraskata.backend.home import OURS

_visit: contextlib.ExitStack | None = None  # while the process belongs to a learner's notebook


def prepare() -> None:
    """Take over the environment for a grading, before anything imports Keras or matplotlib."""
    environment.take_over(lasting=_visit is None)
    if _visit is None and sys.warnoptions:
        sys.warnoptions.clear()  # PYTHONWARNINGS: a warning of a library's is no error here
        warnings.resetwarnings()


@contextlib.contextmanager
def visiting() -> Iterator[None]:
    """Grade in here, in a learner's own notebook: environment and settings are a grading's, then the learner's again.

    What a library would keep for good, as that there is no GPU, is not asked of it; it works on the CPU for that time.
    """
    global _visit
    before = dict(os.environ)
    with contextlib.ExitStack() as _visit:
        _visit.callback(_put_back, before)
        prepare()
        _visit.enter_context(settings.lent())
        with contextlib.suppress(ImportError):
            from threadpoolctl import threadpool_limits  # scikit-learn's

            _visit.enter_context(threadpool_limits(1))
        _leave_the_accelerator()
        yield


def is_visiting() -> bool:
    """Return whether a grading is a visitor in this process at the moment."""
    return _visit is not None


def _put_back(before: dict[str, str]) -> None:
    global _visit
    _visit = None
    os.environ.clear()
    os.environ.update(before)


@contextlib.contextmanager
def imports() -> Iterator[None]:
    """Import large packages in here: without hunts for garbage among what they bring, in two thirds of the time.

    They hold half a million objects that live for ever, so that no later hunt looks at them either. The little garbage
    that they leave stays: to look for it now takes half a second.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def start_keras() -> None:
    """Import Keras, with the settings of a grading. Raises NoBackend where it does not start."""
    if problem := choice.problem():
        raise choice.NoBackend(problem)
    try:
        _import_keras()
    except Exception as error:
        raise choice.NoBackend(choice.broken(error)) from error
    import keras

    if keras.backend.backend() == "tensorflow":
        if _visit is None and not environment.accelerated():
            _hide_accelerators()
        patches.leave_graphs_as_they_are()
        patches.trace_little()
    else:
        patches.leave_tensorflow_alone()
    settings.settle()
    _leave_the_accelerator()


def _import_keras() -> None:
    try:
        import keras
    except Exception:
        if _visit is None or os.environ.get("KERAS_HOME") == str(OURS):
            raise
        os.environ["KERAS_HOME"] = str(OURS)  # their keras.json may be broken, which is nothing to grading
        import keras  # noqa: F401


def _hide_accelerators() -> None:
    """Hide TensorFlow's accelerators, such as Apple's; the environment hides CUDA."""
    import tensorflow as tf

    with contextlib.suppress(RuntimeError):  # it is at work already
        tf.config.set_visible_devices([], "GPU")


def _leave_the_accelerator() -> None:
    """Have Keras work on the CPU until the visit ends, in a process that may use an accelerator."""
    keras: Any = sys.modules.get("keras")
    if _visit is None or environment.accelerated() or not hasattr(keras, "device"):
        return
    name = keras.config.backend()
    if name in BACKENDS and BACKENDS[name].takes_accelerator(sys.modules[name]):
        _visit.enter_context(keras.device("cpu:0"))
