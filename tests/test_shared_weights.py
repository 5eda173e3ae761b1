"""A part of one's own that uses the weights of another layer learns with it, also on the other side."""

from collections.abc import Callable
from typing import Any

import keras
import msgpack
import numpy as np
import pytest
from keras import layers, ops

from keraskata.boundary import codec
from keraskata.boundary.errors import NotAValue

RNG = np.random.default_rng(0)
ROWS = RNG.normal(size=(12, 4)).astype("float32")


class Back(layers.Layer):  # type: ignore[misc]
    """Goes the way of a Dense layer back, with the weights of this one."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder

    def build(self, shape: Any) -> None:
        self.bias = self.add_weight(shape=(4,), initializer="ones")

    def call(self, code: Any) -> Any:
        return ops.matmul(code, ops.transpose(self.encoder.kernel)) + self.bias


class OfKernel(layers.Layer):  # type: ignore[misc]
    """Is given the weights themselves."""

    def __init__(self, kernel: Any) -> None:
        super().__init__()
        self.kernel = kernel

    def call(self, code: Any) -> Any:
        return ops.matmul(code, ops.transpose(self.kernel))


class Affine(layers.Layer):  # type: ignore[misc]
    """Has a kernel and an offset of its own."""

    def build(self, shape: Any) -> None:
        self.kernel, self.offset = self.add_weight(shape=(shape[-1], 3)), self.add_weight(shape=(3,))

    def call(self, rows: Any) -> Any:
        return ops.tanh(ops.matmul(rows, self.kernel) + self.offset)


class BackFromAffine(Back):
    """Uses both weights of a layer of one's own."""

    def call(self, code: Any) -> Any:
        return super().call(code - self.encoder.offset)


class Whole(keras.Model):  # type: ignore[misc]
    """Uses a kernel in its own call, behind the layer."""

    def __init__(self, precision: str = "float32") -> None:
        super().__init__()
        self.encoder = layers.Dense(3, "relu", dtype=precision)

    def call(self, rows: Any) -> Any:
        return ops.matmul(self.encoder(rows), ops.transpose(self.encoder.kernel))


class BackInTraining(Back):
    """Asks whether it trains, so that it is tried on numbers, too."""

    def call(self, code: Any, training: bool = False) -> Any:
        return super().call(code)


class Around(Whole):
    """Uses a kernel before and behind another part that does."""

    def __init__(self) -> None:
        super().__init__()
        self.back = BackInTraining(self.encoder)

    def call(self, rows: Any) -> Any:
        code = self.encoder(rows)
        return self.back(code) + ops.matmul(code, ops.transpose(self.encoder.kernel))


def chain(encoder: Any, back: Callable[[Any], Any]) -> Any:
    encoder.build((None, 4))
    return keras.Sequential([keras.Input((4,)), encoder, back(encoder)])


def twice() -> Any:
    row, affine = keras.Input((4,)), Affine()
    return keras.Model(row, affine(row) + affine(ops.sin(row)))


def met(model: Any) -> Any:
    model(ROWS)
    return model


@pytest.mark.parametrize(
    "make",
    [
        lambda: chain(layers.Dense(3, "relu"), Back),
        lambda: chain(layers.Dense(3), lambda encoder: OfKernel(encoder.kernel)),
        lambda: chain(Affine(), BackFromAffine),
        lambda: chain(layers.Dense(3), BackInTraining),
        lambda: met(Whole()),
        lambda: met(Whole("mixed_bfloat16")),
        lambda: met(Around()),
        twice,
    ],
)
def test_it_learns_as_the_learners_own_does(make: Callable[[], Any]) -> None:
    """The weights were copied as numbers, which did not learn: right answers lost their points."""
    own = make()
    copy = codec.decode(codec.encode(own))
    assert len(copy.trainable_weights) == len(own.trainable_weights)
    for model in (own, copy):
        rows = ROWS[:, : copy.output_shape[-1]]
        model.compile(keras.optimizers.SGD(0.3), "mean_squared_error")
        model.fit(ROWS, rows, epochs=3, batch_size=4, shuffle=False, verbose=0)
    np.testing.assert_allclose(copy.predict(ROWS, verbose=0), own.predict(ROWS, verbose=0), atol=1e-5)
    again = keras.models.clone_model(copy)
    again.set_weights(copy.get_weights())
    np.testing.assert_allclose(again.predict(ROWS, verbose=0), copy.predict(ROWS, verbose=0), atol=1e-6)


@pytest.mark.parametrize("place", ["2", "1" + "0" * 30, "-9", '"kernel"', "null", "{}"])
def test_a_place_that_is_not_there_is_refused(place: str) -> None:
    sent = msgpack.unpackb(codec.encode(chain(layers.Dense(3), Back)))
    forged = _forged(sent, '"place": 0', f'"place": {place}')
    assert forged != sent
    with pytest.raises(NotAValue):
        codec.decode(msgpack.packb(forged))


def _forged(part: Any, old: str, new: str) -> Any:
    """A message with another text somewhere in it."""
    if isinstance(part, dict):
        return {key: _forged(value, old, new) for key, value in part.items()}
    if isinstance(part, list):
        return [_forged(value, old, new) for value in part]
    return part.replace(old, new) if isinstance(part, str) else part
