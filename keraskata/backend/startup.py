"""What has to be set before anything imports Keras or matplotlib, and what once Keras is there."""

import contextlib
import functools
import gc
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from keraskata.backend import choice, environment, settings
from keraskata.backend.home import OURS

_visit: contextlib.ExitStack | None = None  # while this process is lent by somebody whose own it is


def prepare() -> None:
    """Take over the environment for a grading, before anything imports Keras or matplotlib."""
    environment.take_over(lasting=_visit is None)
    if _visit is None and sys.warnoptions:
        sys.warnoptions.clear()  # PYTHONWARNINGS: a warning of a library's is no error here
        warnings.resetwarnings()


@contextlib.contextmanager
def visiting() -> Iterator[None]:
    """Grade in here, in a learner's own notebook: environment and settings are a grading's, and theirs again behind it.

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
    """Whether this process is somebody else's, at the moment."""
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
        _leave_graphs_as_they_are()
        _build_before_tracing()
    else:
        _leave_tensorflow_alone()
    settings.settle()
    _leave_the_accelerator()


def _import_keras() -> None:
    try:
        import keras  # noqa: F401
    except Exception:
        if _visit is None or os.environ.get("KERAS_HOME") == str(OURS):
            raise
        os.environ["KERAS_HOME"] = str(OURS)  # their keras.json may be broken, which is nothing to grading
        import keras  # noqa: F401


def _hide_accelerators() -> None:
    """CUDA is hidden by the environment; TensorFlow may have others, as Apple's."""
    import tensorflow as tf

    with contextlib.suppress(RuntimeError):  # it is at work already
        tf.config.set_visible_devices([], "GPU")


def _leave_the_accelerator() -> None:
    """In somebody else's process, which may have one: TensorFlow and JAX work on the CPU until the visit ends.

    (For PyTorch this is a setting, Keras' own default.)
    """
    keras: Any = sys.modules.get("keras")
    if _visit is None or environment.accelerated() or not hasattr(keras, "device"):
        return
    name = keras.config.backend()
    if name == "tensorflow" and sys.modules["tensorflow"].config.list_physical_devices("GPU"):
        _visit.enter_context(keras.device("cpu:0"))
    if name == "jax" and sys.modules["jax"].default_backend() != "cpu":
        _visit.enter_context(keras.device("cpu:0"))


def _leave_graphs_as_they_are() -> None:
    """Keep TensorFlow from rewriting each graph to run faster: small networks, trained once, take a quarter longer.

    (To call every graph too small is better than disable_meta_optimizer, which doubles the memory that a fit leaves.)
    """
    import tensorflow as tf

    tf.config.optimizer.set_experimental_options({"min_graph_nodes": 10**9})


@functools.cache  # once: what wraps wraps again
def _build_before_tracing() -> None:
    """Let a model make the variables of its optimizer and its metrics before TensorFlow traces a step of it.

    A function that makes variables while it is traced is traced a second time: a third of what a small fit takes. What
    Keras makes there is the same; where this cannot be told beforehand, it does so itself as ever.
    """
    import keras

    def prepared(method: Callable[..., Any], trains: bool) -> Callable[..., Any]:
        @functools.wraps(method)
        def call(self: Any, x: Any = None, y: Any = None, *args: Any, **kwargs: Any) -> Any:
            with contextlib.suppress(Exception):  # whatever is wrong with it, Keras says so
                _build(self, y, trains)
            return method(self, x, y, *args, **kwargs)

        return call

    for name, trains in (("fit", True), ("evaluate", False)):
        owner = next(base for base in keras.Model.__mro__ if name in vars(base))
        setattr(owner, name, prepared(vars(owner)[name], trains))


def _build(model: Any, y: Any, trains: bool) -> None:
    import keras

    if not (model.compiled and model.built):
        return
    if trains and model.optimizer and not model.optimizer.built:
        model.optimizer.build(model.trainable_weights)
    metrics = model._compile_metrics
    if metrics and not metrics.built and len(model.outputs) == 1:
        metrics.build(keras.KerasTensor((None, *y.shape[1:])), keras.KerasTensor(model.outputs[0].shape))


class _OnceImported:
    """TensorFlow as it looks where nobody has imported it: not there."""

    @property
    def available(self) -> bool:
        return "tensorflow" in sys.modules

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.modules["tensorflow"], name)


def _leave_tensorflow_alone() -> None:
    """Keep Keras from importing TensorFlow under another backend only to ask whether it is installed.

    Keras 3.15 does so in `set_random_seed` and when it serialises a layer: 2.5 s and 250 MB that bring nothing, and
    a time limit that goes off in the middle leaves TensorFlow broken for the rest of the run. Layers that work with
    TensorFlow under any backend, such as TextVectorization, import it as ever.
    """
    with contextlib.suppress(ImportError):  # these modules are private: another Keras may have them elsewhere
        from keras.src.saving import serialization_lib
        from keras.src.utils import rng_utils

        rng_utils.tf = serialization_lib.tf = _OnceImported()
