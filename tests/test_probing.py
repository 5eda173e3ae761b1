"""What activation an output has is found by trying numbers out, whatever layers and operations make it."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers, ops

from keraskata import expect
from keraskata.boundary import codec

ROW = 4


def network(head: Callable[[Any], Any]) -> Any:
    """A network whose output `head` makes of a hidden layer."""
    row = keras.Input((ROW,))
    return keras.Model(row, head(layers.Dense(6, "relu")(row)))


def heads(*made: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda x: layers.Concatenate()([head(x) for head in made])


def sigmoid(x: Any) -> Any:
    """A layer made as it is called: one made as this file is read has a name that Keras may give again by then."""
    return layers.Dense(1, "sigmoid")(x)


def channels(x: Any) -> Any:
    return layers.Flatten()(layers.Conv1D(2, 3, activation="sigmoid", use_bias=False)(layers.Reshape((6, 1))(x)))


def nested(x: Any) -> Any:
    return keras.Sequential([keras.Input((6,)), layers.Dense(2, use_bias=False), layers.Activation("tanh")])(x)


OUTPUTS = [
    ("linear", lambda x: layers.Dense(3)(x)),
    ("linear", lambda x: layers.Dense(1, use_bias=False)(x)),
    ("linear", lambda x: layers.Dense(3, dtype="float16")(x)),
    ("linear", lambda x: layers.Add()([layers.Dense(2)(x), layers.Dense(2)(x)])),
    ("sigmoid", lambda x: layers.Dense(1, "sigmoid", use_bias=False, dtype="mixed_bfloat16")(x)),
    ("sigmoid", lambda x: ops.sigmoid(layers.Dense(3, use_bias=False)(x))),
    ("sigmoid", lambda x: ops.clip(layers.Dense(1, "sigmoid")(x), 1e-7, 1 - 1e-7)),
    ("sigmoid", lambda x: layers.Activation("sigmoid")(layers.BatchNormalization(center=False)(layers.Dense(2)(x)))),
    ("sigmoid", lambda x: layers.EinsumDense("ab,bc->ac", output_shape=2, activation="sigmoid")(x)),
    ("sigmoid", heads(sigmoid, lambda x: layers.Dense(1, "sigmoid", use_bias=False)(x))),
    ("sigmoid", channels),
    ("tanh", nested),
    ("softmax", lambda x: layers.Dense(1, "softmax")(x)),
    ("softmax", lambda x: keras.activations.softmax(layers.Dense(3, use_bias=False)(x))),
    ("relu", lambda x: keras.activations.relu(layers.Dense(1, use_bias=False)(x))),
    ("gelu", lambda x: ops.gelu(layers.Dense(2)(x))),
    ("linear", lambda x: layers.BatchNormalization()(layers.Dense(1, "sigmoid")(x))),
    ("unknown", lambda x: ops.clip(layers.Dense(1, use_bias=False)(x), -0.9, 0.9)),
    ("unknown", lambda x: ops.clip(layers.Dense(1)(x), -1e9, 1e9)),
    ("unknown", lambda x: 5.0 * layers.Dense(2, "sigmoid", use_bias=False)(x) - 2.0),
    ("unknown", lambda x: ops.minimum(layers.Dense(1, "relu")(x), 50.0)),
    ("unknown", heads(sigmoid, lambda x: layers.Dense(1)(x))),
    ("unknown", heads(sigmoid, lambda x: ops.clip(sigmoid(x), 0.3, 0.7))),
    ("unknown", lambda x: ops.concatenate([layers.Dense(1, "sigmoid")(x), ops.zeros_like(x)], axis=1)),
]


@pytest.mark.parametrize(("name", "head"), OUTPUTS)
def test_an_output_is_what_comes_out(name: str, head: Callable[[Any], Any]) -> None:
    model = network(head)
    before = model.get_weights()
    assert expect.output_activation(model) == name
    assert all(map(np.array_equal, before, model.get_weights()))


def test_a_name_is_told_where_no_other_function_is_exactly_that() -> None:
    assert expect.output_activation(network(layers.Dense(2, "elu"))) == "elu"
    assert expect.output_activation(network(lambda x: layers.LSTM(1)(layers.Reshape((6, 1))(x)))) == "unknown"


CALLED = "celu elu gelu hard_sigmoid hard_tanh leaky_relu relu relu6 selu sigmoid silu softmax softplus softsign tanh"


@pytest.mark.parametrize("name", [*CALLED.split(), "exponential", "log_sigmoid"])
def test_an_activation_that_is_called_crosses_and_is_known(name: str) -> None:
    """`keras.activations.relu(x)` between two layers is as good as activation="relu"."""
    row = keras.Input((ROW,))
    hidden = getattr(keras.activations, name)(layers.Dense(6)(row))
    model = codec.decode(codec.encode(keras.Model(row, layers.Dense(1)(hidden))))
    assert expect.hidden_activations(model) == [name]


@pytest.mark.parametrize(
    ("names", "hidden"),
    [
        (["relu"], [layers.Dense(6), layers.ReLU()]),
        (["relu"], [layers.Dense(6, activation=layers.ReLU())]),
        (["linear", "relu"], [layers.Dense(6), layers.Dropout(0.1), layers.Dense(6, "relu")]),
        (["a changed relu"], [layers.Dense(6), layers.ReLU(negative_slope=1.0)]),
        (["a changed relu"], [layers.Dense(6, activation=layers.ReLU(max_value=1.0, negative_slope=1.0))]),
    ],
)
def test_a_layer_that_is_an_activation_is_known(names: list[str], hidden: list[Any]) -> None:
    assert expect.hidden_activations(keras.Sequential([keras.Input((ROW,)), *hidden, layers.Dense(1)])) == names


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "mixed_float16", "mixed_bfloat16"])
def test_half_precision_crosses_and_is_looked_at(dtype: str) -> None:
    model = keras.Sequential([keras.Input((ROW,)), layers.Dense(3, "softmax", dtype=dtype)])
    copy = codec.decode(codec.encode(model))
    rows = np.ones((5, ROW), "float32")
    assert np.allclose(expect.predict(copy, rows), expect.predict(model, rows), atol=1e-2)
    assert np.array_equal(expect.weights_of(copy), expect.weights_of(model))
    assert np.allclose(codec.decode(codec.encode(model(rows))), expect.predict(model, rows))
    assert expect.output_activation(copy) == "softmax"
