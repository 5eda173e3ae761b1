"""What compile was given, in Keras' own parts."""

import inspect
from types import FunctionType
from typing import Any

import keras

from keraskata.boundary import own_functions
from keraskata.boundary.keras_parts import NotKeras

_SETTINGS = (
    *("optimizer", "loss", "loss_weights", "metrics", "weighted_metrics", "run_eagerly", "steps_per_execution"),
    *("jit_compile", "auto_scale_loss"),
)

_MANY = 64  # outputs that a loss of one's own is tried on
_WRAPPERS = ("LossFunctionWrapper", "MeanMetricWrapper")  # they hold any function
_OWN = (  # methods that a class of one's own may have in the place of Keras': nothing that a training meets
    *("build", "call", "compile", "compute_mask", "compute_output_shape", "compute_output_spec", "get_config"),
    *("from_config", "get_compile_config", "evaluate", "test_step", "predict", "predict_step", "quantize"),
    *("save", "summary"),
)


def of_keras(model: Any) -> dict[str, Any] | None:
    """Return what a compiled model was compiled with, losses and metrics of one's own as those that they compute.

    A loss that computes none of Keras' becomes an OwnLoss; a metric that is no accuracy is left out. None for a model
    that was never compiled. Raises NotKeras for a model that does not take its steps as Keras does.
    """
    if not model.compiled:
        return None
    _refuse_own_steps(model)
    given = {key: value for key, value in model._compile_config.config.items() if key in _SETTINGS}
    outputs = _outputs(model)
    metrics = {key: _listed(_metrics(given.get(key), outputs)) for key in ("metrics", "weighted_metrics")}
    losses = _loss(given.get("loss"), outputs)
    config: dict[str, Any] = keras.saving.serialize_keras_object({**given, "loss": losses, **metrics})
    return config


def _refuse_own_steps(model: Any) -> None:
    base = next(cls for cls in type(model).__mro__ if own_functions.is_keras_class(cls))
    own = [vars(cls) for cls in type(model).__mro__ if cls not in base.__mro__]
    taken = {
        name for names in own for name in names if _is_one(name, FunctionType, property, classmethod, staticmethod)
    }
    taken |= {name for name in vars(model) if name != "loss" and _is_one(name, FunctionType)}
    for name in sorted(taken.difference(_OWN)):
        raise NotKeras(
            f"the {name} of {own_functions.name_of(type(model))} is of your own, so that its training cannot be "
            f"checked: leave {name} to Keras, and give compile() the loss and the optimizer"
        )


def _is_one(name: str, *kinds: type) -> bool:
    """Return whether a Keras model has a method or a property, as `kinds` has it, of this name."""
    return not name.startswith("__") and isinstance(inspect.getattr_static(keras.Model, name, None), kinds)


def _outputs(model: Any) -> int | None:
    """Return how many numbers a model answers a row with, where this is plain and not very many."""
    shape: Any = getattr(model, "output_shape", None) if model.built else None
    plain = isinstance(shape, tuple) and len(shape) == 2 and isinstance(shape[1], int) and shape[1] <= _MANY
    return shape[1] if plain else None


def _loss(given: Any, outputs: int | None) -> Any:
    given = _alone(given)
    if isinstance(given, dict):
        return {name: _loss(each, outputs) for name, each in given.items()}
    if isinstance(given, (list, tuple)):
        return [_loss(each, outputs) for each in given]
    if given is None or isinstance(given, str) or _is_of_keras(given, keras.losses):
        return given
    return own_functions.loss(given, outputs)


def _metrics(given: Any, outputs: int | None) -> Any:
    given = _alone(given) if isinstance(given, dict) else given
    if isinstance(given, dict):
        return {name: _metrics(each, outputs) for name, each in given.items()}
    if isinstance(given, (list, tuple)):
        return [found for each in given if (found := _metrics(each, outputs)) is not None]
    if given is None or isinstance(given, str) or _is_of_keras(given, keras.metrics, keras.losses):
        return given
    return own_functions.accuracy(given, outputs)


def _listed(metrics: Any) -> Any:
    return metrics if metrics is None or isinstance(metrics, (list, tuple, dict)) else [metrics]


def _alone(given: Any) -> Any:
    """Return what is given for the only output by its name or in a list."""
    if isinstance(given, (dict, list, tuple)) and len(given) == 1:
        return next(iter(given.values())) if isinstance(given, dict) else given[0]
    return given


def _is_of_keras(given: Any, *homes: Any) -> bool:
    if not isinstance(given, (keras.losses.Loss, keras.Metric)):
        return any(own_functions.is_keras_function(given, home) for home in homes)
    if not own_functions.is_keras_class(type(given)):
        return False
    if type(given).__name__ not in _WRAPPERS:
        return True
    inner = getattr(given, "fn", None) or getattr(given, "_fn", None)
    return any(own_functions.is_keras_function(inner, home) for home in homes)
