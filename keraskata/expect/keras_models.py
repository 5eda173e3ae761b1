"""Questions about a Keras model, asked of its behaviour first. Keras is imported when the first is asked."""

import contextlib
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from keraskata.expect.basics import fail, no_answer
from keraskata.expect.costs import MOST_FOR_A_LONE_ROW, MOST_FOR_A_STEP, affordable, multiplications
from keraskata.expect.wording import cause, number
from keraskata.subject.causes import NO_SUCH_NAME

_EXACT = ("linear", "sigmoid", "softmax", "tanh")  # there is one of each
_ALIASES = {"mse": "mean_squared_error", "mae": "mean_absolute_error", "bce": "binary_crossentropy"}


def model(found: Any, *, what: str, likely: str | None = None) -> None:
    """`found` is a Keras model."""
    import keras

    if not isinstance(found, keras.Model):
        fail(f"{what} is a Keras model", number(found), no_answer(found) or likely, ())
    affordable(found, what=what)


def built(found: Any, *, what: str) -> None:
    """`found` is a Keras model that knows the width of its rows."""
    model(found, what=what)
    if not found.built:
        likely = "the model does not begin with keras.Input(shape=(n_features,))"
        fail(
            f"{what} returns a model that knows the width of its rows",
            "a model that will only find out when it sees data",
            likely,
            (),
        )


def compiled(found: Any, *, what: str, likely: str | None = None) -> None:
    """`found` is a Keras model that was compiled."""
    model(found, what=what)
    if not found.compiled:
        fail(f"{what} is compiled", "a model that never was", likely or "`compile` is not called on it", ())


@contextlib.contextmanager
def as_compiled(found: Any) -> Iterator[None]:
    """In here `found` is trained or evaluated as the learner compiled it; what Keras objects to is their fault."""
    try:
        yield
    except Exception as error:  # each backend has its own for what does not fit together
        config = found.get_compile_config() or {}
        weights = _flat(config.get("loss_weights"))
        message = " ".join(str(error).split())[:300]
        likely = cause(
            (
                any(isinstance(weight, str) for weight in weights),
                "the third argument of compile is loss_weights: give the metrics by name, metrics=[...]",
            ),
            ("Could not interpret" in message, NO_SUCH_NAME),
            "look at what compile was given: loss, metrics, and the shape of the output they are for",
        )
        fail("a model that Keras can train as it was compiled", f"{type(error).__name__}: {message}", likely, ())


def weights_of(found: Any) -> np.ndarray:
    """All weights of a model, in one flat vector (float32); empty when it is not built."""
    return np.concatenate([np.ravel(weight) for weight in found.get_weights()] or [np.zeros(0, "float32")])


def evaluate(found: Any, x: Any, y: Any) -> dict[str, float]:
    """Loss and metrics of `found` on (x, y), silently: the judge's own recount."""
    affordable(found, len(x))
    found.run_eagerly = True  # one batch is measured before a graph would be built
    with as_compiled(found):
        scores = found.evaluate(x, y, batch_size=len(x), verbose=0, return_dict=True)
    return {name: float(value) for name, value in scores.items()}


def predict(found: Any, x: Any) -> np.ndarray:
    """What `found` answers to `x` at inference, without the batches and the noise of Keras' own predict."""
    import keras

    def answers(rows: Any) -> np.ndarray:
        return np.asarray(keras.ops.convert_to_numpy(found(rows, training=False)))

    # An alarm cannot strike within a step, so none is long.
    cost = multiplications(found)
    if cost > MOST_FOR_A_LONE_ROW:
        affordable(found)
    step = max(1, MOST_FOR_A_STEP // max(1, cost))
    with _without_gradients():
        if not hasattr(x, "__len__") or len(x) <= step:
            return answers(x)
        return np.concatenate([answers(x[begin : begin + step]) for begin in range(0, len(x), step)])


def _without_gradients() -> contextlib.AbstractContextManager[Any]:
    """PyTorch alone keeps what every layer answered, 400 MB for ResNet50, unless it is told that nobody will ask."""
    import keras

    if keras.backend.backend() != "torch":
        return contextlib.nullcontext()
    import torch

    unrecorded: contextlib.AbstractContextManager[Any] = torch.no_grad()
    return unrecorded


def loss_name(found: Any) -> str:
    """The compiled loss in Keras' long snake form, whichever way it was given."""
    import keras

    loss = getattr(found, "loss", None)
    if loss is None:
        return "none"
    if isinstance(loss, (list, tuple)) and len(loss) == 1:
        loss = loss[0]
    try:
        loss = keras.losses.get(loss) if not isinstance(loss, dict) else next(iter(loss.values()))
    except ValueError:
        return str(loss)
    name = getattr(loss, "__name__", None) or type(loss).__name__
    name = _snake(name)
    return _ALIASES.get(name, name)


def metric_names(found: Any) -> list[str]:
    """The names of the compiled metrics, such as ["accuracy"]."""
    config = (found.get_compile_config() or {}) if found.compiled else {}
    given = [config.get("metrics"), config.get("weighted_metrics")]
    return [_metric(item) for item in _flat(given)]


def output_activation(found: Any) -> str:
    """The name of the function between the last weighted sum and the output, found by probing.

    The kernel of the last layer with weights is set to zero, so that the output is the activation of its bias alone.
    A copy is probed; `found` stays as it is.
    """
    from scipy.special import expit, softmax

    from keraskata.boundary.keras_models import emptied

    probe = emptied(found)
    if not probe.built:
        return "unknown"
    # Behind the last layer with weights, dropout and the like pass a bias through unchanged at inference.
    weighted = [layer for layer in probe.layers if layer.weights]
    if not weighted or len(weighted[-1].get_weights()) != 2 or weighted[-1].get_weights()[1].ndim != 1:
        return _named_activation(probe)
    kernel, bias = weighted[-1].get_weights()
    z = np.linspace(-1.5, 2.0, len(bias), dtype="float32") if len(bias) > 1 else np.array([-0.7], "float32")
    inputs = np.zeros((1, *probe.input_shape[1:]), "float32")
    probed = z, -z, 20 * z, -20 * z  # what is cut off is so far out
    answers = []
    for values in probed:
        weighted[-1].set_weights([np.zeros_like(kernel), values])
        answers.append(np.ravel(predict(probe, inputs)))
    known = {
        "sigmoid": expit,
        "softmax": softmax,
        "linear": lambda v: v,
        "tanh": np.tanh,
        "relu": lambda v: np.maximum(v, 0),
        "exponential": np.exp,
        "softplus": lambda v: np.log1p(np.exp(v)),
        "leaky_relu": lambda v: np.where(v > 0, v, 0.2 * v),
    }
    for name, function in known.items():
        if all(
            answer.shape == z.shape and np.allclose(answer, function(v), atol=1e-5)
            for answer, v in zip(answers, probed, strict=True)
        ):
            return name
    name = _named_activation(probe)
    # Where the layer is the whole output, what comes out is not what the name promises: something is cut off.
    return "unknown" if name in _EXACT and answers[0].shape == z.shape else name


def hidden_activations(found: Any) -> list[str]:
    """The activation of each layer with weights before the output; an Activation layer counts for the one before."""
    names: list[str] = []
    for layer in _leaves(found):
        own = _activation_of(layer)
        if layer.weights and own is not None:
            names.append(own)
        elif own is not None and names:
            names[-1] = own if names[-1] == "linear" else names[-1]
    return names[:-1]


def _leaves(found: Any) -> list[Any]:
    import keras

    return [leaf for layer in found.layers for leaf in (_leaves(layer) if isinstance(layer, keras.Model) else [layer])]


def _activation_of(layer: Any) -> str | None:
    activation = getattr(layer, "activation", None)
    if activation is not None:
        return getattr(activation, "__name__", None) or _snake(type(activation).__name__)
    name = _snake(type(layer).__name__).replace("re_lu", "relu")
    return name if name in ("relu", "leaky_relu", "elu", "softmax", "prelu", "sigmoid", "tanh") else None


def _named_activation(found: Any) -> str:
    return next((name for layer in reversed(_leaves(found)) if (name := _activation_of(layer))), "unknown")


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _flat(items: Any) -> list[Any]:
    if items is None:
        return []
    if isinstance(items, dict) and "class_name" not in items:
        items = list(items.values())
    if isinstance(items, (list, tuple)):
        return [inner for item in items for inner in _flat(item)]
    return [items]


def _metric(item: Any) -> str:
    if isinstance(item, dict):
        return (
            str(item.get("config", {}).get("name", item["class_name"]))
            if isinstance(item.get("config"), dict)
            else str(item["config"])
        )
    name = str(item if isinstance(item, str) else getattr(item, "name", item))
    return "accuracy" if name == "acc" else name
