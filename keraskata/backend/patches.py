"""Makes Keras and TensorFlow quicker for small networks. What they compute stays the same."""

import contextlib
import functools
import inspect
import sys
import weakref
from collections.abc import Callable, Iterator
from typing import Any

_FEW = 6  # steps: so many take less time than to trace one
_asked = weakref.WeakSet[Any]()  # models that ran before


def leave_graphs_as_they_are() -> None:
    """Keep TensorFlow from rewriting each graph to run faster: small networks, trained once, take a quarter longer.

    (To call every graph too small is better than disable_meta_optimizer, which doubles the memory that a fit leaves.)
    """
    import tensorflow as tf

    tf.config.optimizer.set_experimental_options({"min_graph_nodes": 10**9})


@functools.cache  # once: what wraps wraps again
def trace_little() -> None:
    """Let TensorFlow trace a model's steps once, and not at all where there are few.

    A function that makes variables while it is traced is traced a second time: a third of what a small fit takes. So a
    model makes those of its optimizer and its metrics before. What Keras makes there is the same; where this is not
    known beforehand, Keras does so itself as ever.
    """
    import keras

    def prepared(method: Callable[..., Any], trains: bool) -> Callable[..., Any]:
        signature = inspect.signature(method)

        @functools.wraps(method)
        def call(self: Any, x: Any = None, y: Any = None, *args: Any, **kwargs: Any) -> Any:
            few = False
            with contextlib.suppress(Exception):  # whatever is wrong with it, Keras says so
                _build(self, y, trains)
                given = signature.bind(self, x, y, *args, **kwargs).arguments
                batches = -(-len(x) // (given.get("batch_size") or 32))
                few = given.get("epochs", 1) * batches <= _FEW and _is_new(self)
            with _eagerly(self) if few else contextlib.nullcontext():
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


def _is_new(model: Any) -> bool:
    """Return whether a model never ran: who asks once may ask often, and then a graph pays."""
    import keras

    steps = type(model).train_step, type(model).test_step
    made = model.train_function, model.test_function, model.predict_function
    own = model.run_eagerly or steps != (keras.Model.train_step, keras.Model.test_step)
    new = not (own or any(made) or model in _asked)
    _asked.add(model)
    return new


@contextlib.contextmanager
def _eagerly(model: Any) -> Iterator[None]:
    """Let a model run without a graph."""
    model.run_eagerly = True
    try:
        yield
    finally:
        model.run_eagerly = False
        model.train_function = model.test_function = model.predict_function = None


class _OnceImported:
    """TensorFlow as it looks where it was not imported: missing."""

    @property
    def available(self) -> bool:
        return "tensorflow" in sys.modules

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.modules["tensorflow"], name)


def leave_tensorflow_alone() -> None:
    """Keep Keras from importing TensorFlow under another backend only to ask whether it is installed.

    Keras 3.15 does so in `set_random_seed` and when it serialises a layer: 2.5 s and 250 MB that bring nothing, and
    a time limit that goes off in the middle leaves TensorFlow broken for the rest of the run. Layers that work with
    TensorFlow under any backend, such as TextVectorization, import it as ever.
    """
    with contextlib.suppress(ImportError):  # these modules are private: another Keras may have them elsewhere
        from keras.src.saving import serialization_lib
        from keras.src.utils import rng_utils

        rng_utils.tf = serialization_lib.tf = _OnceImported()
