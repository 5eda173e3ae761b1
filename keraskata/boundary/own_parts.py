"""A model with parts of one's own as a model of Keras' parts that computes the same, traced where the code runs.

What a class of one's own does is found by running its `call` on a symbolic row: what it calls there are layers and
operations of Keras. Each of these layers is copied, with its weights; models inside a model are laid open.
"""

import contextlib
from collections.abc import Iterable
from typing import Any

import keras

from keraskata.boundary import own_functions
from keraskata.boundary.keras_parts import NotKeras
from keraskata.boundary.own_layers import is_own, reason, within
from keraskata.boundary.trace import traced


def has_own_parts(model: Any) -> bool:
    """Return whether a model is of a class of one's own, holds layers or activations of one's own, or other models."""
    return not own_functions.is_keras_class(type(model)) or any(
        layer is not model and (isinstance(layer, keras.Model) or is_own(layer)) for layer in within(model)
    )


def build(model: Any, given: Iterable[Any]) -> None:
    """Build a model of one's own that has not seen a row yet, for the first of `given` that tells the form of a row.

    An array or a pair of arrays tells it by its rows, a model by its inputs, and a whole number is the width.
    """
    for shape in filter(None, map(_row_shape, given)):
        with contextlib.suppress(Exception):  # rows that the model is not for
            model(keras.ops.zeros((1, *shape)))
            return


def _row_shape(given: Any) -> tuple[int, ...]:
    given = given[0] if isinstance(given, (tuple, list)) and given and hasattr(given[0], "shape") else given
    if isinstance(given, keras.Model):
        return tuple(given.input_shape[1:])
    if isinstance(given, int):
        return (given,)
    if isinstance(given, tuple):
        return given
    return tuple(getattr(given, "shape", ())[1:])


def of_keras(model: Any) -> Any:
    """Return the functional model of Keras' parts that computes what a built `model` does; it is not compiled.

    Raises NotKeras where a part of the model cannot be told in Keras' parts.
    """
    inputs = [keras.Input(batch_shape=each.shape, dtype=each.dtype) for each in _inputs(model)]
    given = inputs[0] if len(inputs) == 1 else inputs
    zeros = [keras.ops.zeros([size or 1 for size in each.shape], each.dtype) for each in inputs]
    rows = zeros[0] if len(inputs) == 1 else zeros
    try:
        model(rows)  # its own `build` may know of the shape only
        restraints = _restraints(model)
        with traced() as trace:
            copy = keras.Model(given, trace.through(model, given), name=model.name)
        copy(rows)
        _weights_as_numbers(copy)
    except NotKeras:
        raise
    except Exception as error:
        raise NotKeras(f"it cannot answer a row of the shape that it is for{reason(error)}") from None
    if _restraints(copy) != restraints:
        raise NotKeras(
            "a penalty or a constraint of a layer of your own (add_loss, or what add_weight was given) cannot be told "
            "in Keras' parts: leave it out, or give it to a layer of Keras"
        )
    return copy


def _weights_as_numbers(copy: Any) -> None:
    """Put numbers in the place of the weights that operations use outside of their layer: no config can hold these."""
    for step in copy.operations:
        for given in (node.arguments for node in step._inbound_nodes):
            given.args, given.kwargs = keras.tree.map_structure(_number, (given.args, given.kwargs))


def _number(given: Any) -> Any:
    return keras.ops.convert_to_numpy(given) if isinstance(given, keras.Variable) else given


def _restraints(model: Any) -> tuple[int, int]:
    """Count what holds weights back: penalties, of the row that the model met last, too, and constraints."""
    return len(model.losses), sum(weight.constraint is not None for weight in model.trainable_weights)


def _inputs(model: Any) -> list[Any]:
    if isinstance(getattr(model, "inputs", None), list) and model.inputs:
        return list(model.inputs)
    shape = next(iter((getattr(model, "_build_shapes_dict", None) or {}).values()), None)
    if shape is None:
        raise NotKeras(
            f"your {type(model).__name__} does not know the shape of its inputs yet: call its build() with "
            "(None, n_features), or start with keras.Input"
        )
    return [keras.KerasTensor((None, *tuple(shape)[1:]))]
