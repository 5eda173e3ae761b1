"""Which activations a model has: at its output, found by probing, and in its layers, by their names."""

import re
from typing import Any

import numpy as np

from keraskata.expect.keras_models import predict

# Operations of Keras between layers that bend nothing by themselves; Multiply and Divide do, but for a number.
_STRAIGHT = (
    *("Add", "Cast", "Concatenate", "ExpandDims", "GetItem", "Identity", "Matmul", "Mean", "Negative", "Reshape"),
    *("Split", "Squeeze", "Stack", "StopGradient", "Subtract", "Sum", "Swapaxes", "Take", "Transpose"),
)
_OWN = "one of its own"
_EXACT = ("linear", "sigmoid", "softmax", "tanh", "relu", "exponential", "softplus")  # one function each


def output_activation(found: Any) -> str:
    """Return the name of the function between the last weighted sum and the output, found by probing.

    All weights are set to zero except the biases of the output layers, so that the output is the activation of these
    alone. A copy in which each layer has a bias is probed; `found` stays as it is.
    """
    from keraskata.boundary.keras_models import emptied
    from keraskata.expect.probing import function_behind

    probe = emptied(found)
    if not probe.built:
        return "unknown"
    inputs = np.zeros((1, *probe.input_shape[1:]), "float32")
    biases = [weight for weight in probe.weights if weight.name in ("bias", "beta")]
    if name := function_behind(biases, lambda: np.ravel(predict(probe, inputs))):
        return name
    name = _named_activation(probe)
    return "unknown" if name in _EXACT else name  # the output is not what the name promises


def hidden_activations(found: Any) -> list[str]:
    """Return the activation of each layer with weights before the output; an Activation counts for its input.

    Where Keras has no function that computes the same, the name is "one of its own".
    """
    names: list[str] = []
    for step in steps(found):
        own = activation_of(step) or (_OWN if _bends(step) else None)
        if own is not None and getattr(step, "weights", None):
            names.append(own)
        elif own is not None and names:
            names[-1] = own if names[-1] == "linear" else names[-1]
    return names[:-1]


def activation_of_rows(found: Any) -> str | None:
    """Return the activation that stands before the first layer with weights, on the rows; None where none does."""
    known = ((activation_of(step), getattr(step, "weights", None)) for step in steps(found))
    name, weights = next((each for each in known if each[0] and (each[1] or each[0] != "linear")), (None, None))
    return None if weights else name


def steps(found: Any) -> list[Any]:
    """Return the layers of a model and of models inside it, and the functions called between them."""
    import keras

    steps = getattr(found, "operations", found.layers)  # a Sequential has only layers
    return [leaf for step in steps for leaf in (steps(step) if isinstance(step, keras.Model) else [step])]


def activation_of(step: Any) -> str | None:
    """Return the name of the activation that a layer or an operation applies; None for what applies none."""
    import keras

    if _is_maximum_with_zero(step):
        return "relu"
    step = step.layer if isinstance(step, keras.layers.Wrapper) else step
    activation = getattr(step, "activation", None)
    function = step if activation is None else activation
    name = getattr(function, "__name__", None) or snake(type(function).__name__).replace("re_lu", "relu")
    name = "exponential" if name == "exp" else name
    bent = any(getattr(function, part, None) for part in ("negative_slope", "threshold"))
    if name == "relu" and (bent or getattr(function, "max_value", None) is not None):  # 0 is an upper end, too
        return "a changed relu"
    known = activation is not None or name == "prelu" or hasattr(keras.activations, name)
    return name if known else None


def _bends(step: Any) -> bool:
    """Return whether an operation between layers may bend the numbers that it gets."""
    import keras

    name = type(step).__name__
    if isinstance(step, keras.Layer) or name in _STRAIGHT:
        return False
    if name not in ("Divide", "Multiply", "TrueDivide"):
        return True
    divisor = name != "Multiply"  # a number over what comes in bends it
    return any(
        len(node.input_tensors) > 1 or (divisor and np.isscalar(node.arguments.args[0])) for node in step._inbound_nodes
    )


def _is_maximum_with_zero(step: Any) -> bool:
    nodes = step._inbound_nodes if type(step).__name__ == "Maximum" else []
    return any(np.isscalar(part) and part == 0 for node in nodes for part in node.arguments.args)


def _named_activation(found: Any) -> str:
    return next((name for layer in reversed(steps(found)) if (name := activation_of(layer))), "unknown")


def snake(name: str) -> str:
    """Return the name of a class in the form of Keras' functions, such as mean_squared_error."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
