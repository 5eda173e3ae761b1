"""What a learner's model costs the judge is bounded before it answers."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from keraskata import expect
from keraskata.boundary import codec
from keraskata.boundary.errors import NotAValue
from keraskata.subject.faults import Fault


def test_a_model_that_takes_for_ever_is_refused_by_its_shapes() -> None:
    wide = keras.Sequential([keras.Input((3,)), layers.Dense(6_000), layers.Dense(4_000), layers.Dense(1)])
    nested = keras.Sequential([keras.Input((3,)), layers.Dense(2_000), *[layers.Dense(2_000)] * 1])
    long = keras.Sequential([keras.Input((3,)), layers.RepeatVector(100_000), layers.LSTM(1)])
    pool = keras.Sequential([keras.Input((900, 900, 1)), layers.MaxPooling2D(500, strides=1, padding="same")])
    penalty = keras.regularizers.OrthogonalRegularizer(mode="columns")
    columns = layers.Dense(13_000, kernel_regularizer=penalty)
    columns = keras.Sequential([keras.Input((3,)), layers.Dense(3), columns])
    wrapped = layers.SpectralNormalization(layers.Dense(3_000, activity_regularizer=penalty))
    wrapped = keras.Sequential([keras.Input((3,)), layers.RepeatVector(30), wrapped])
    product = keras.Sequential([keras.Input((3,)), layers.RepeatVector(9_000)])
    product = keras.Model(product.inputs, layers.Dot(axes=2)([product.outputs[0], product.outputs[0]]))
    again = keras.Sequential([keras.Input((3,)), _again(nested), layers.Dense(1)])
    for model in (long, pool, product, columns, wrapped, again):
        with pytest.raises(Fault, match="multiplications"):
            expect.model(model, what="the model")
    with pytest.raises(Fault, match="multiplications"):
        expect.evaluate(wide, np.zeros((256, 3)), np.zeros((256, 1)))
    assert expect.predict(wide, np.ones((300, 3), "float32")).shape == (300, 1)  # in steps that are short


def _followed(function, width=16):  # type: ignore[no-untyped-def]
    """A model that gives what its only layer made of a row to `function`."""
    inputs = keras.Input((3,))
    return keras.Model(inputs, function(layers.Dense(width)(inputs)))


MILLION = 1_000_000
OTHER_ROWS = {
    "repeated": lambda x: ops.repeat(x, MILLION, axis=0),
    "tiled": lambda x: ops.tile(x, (MILLION, 1)),
    "twice": lambda x: ops.repeat(x, 2, axis=0),
    "joined": lambda x: ops.concatenate([x, x], axis=0),
    "one more": lambda x: ops.pad(x, ((0, 1), (0, 0))),
    "none": lambda x: ops.slice(x, (0, 0), (0, 16)),
    "the first thrice": lambda x: ops.take(x, [0, 0, 0], axis=0),
    "their mean": lambda x: ops.mean(x, axis=0, keepdims=True),
    "all in one": lambda x: ops.sum(x),
}
TOO_MUCH = {
    "rows by the million inside": lambda x: ops.mean(
        ops.reshape(ops.repeat(x, 3 * MILLION, axis=0), (-1, 3 * MILLION, 16)), axis=1
    ),
    "rows by the million for a mean": lambda x: x + ops.mean(ops.repeat(x, 2 * MILLION, axis=0)),
    "each row by each": lambda x: x + ops.mean(ops.matmul(_column(x), ops.transpose(_column(x)))),
    "singular values": lambda x: ops.linalg.svd(_square(x, 20), compute_uv=False),
    "qr": lambda x: ops.linalg.qr(_square(x, 40))[1],
    "inverse": lambda x: ops.linalg.inv(_square(x, 40)),
    "determinant": lambda x: ops.reshape(ops.linalg.det(_square(x, 40)), (-1, 1)),
    "largest singular value": lambda x: ops.reshape(ops.norm(_square(x, 40), ord=2, axis=(1, 2)), (-1, 1)),
    "product": lambda x: ops.matmul(_square(x, 40), _square(x, 40)),
    "outer products": lambda x: ops.einsum("bi,bj,bk,bl,bm,bn->b", *[x] * 6)[:, None],
    "wide blur": lambda x: ops.image.gaussian_blur(ops.reshape(x, (-1, 4, 4, 1)), kernel_size=(3001, 3001)),
    "a large table": lambda x: ops.max(ops.multi_hot(ops.cast(x, "int32"), 10**9), axis=-1, keepdims=True),
    "what the data say": lambda x: ops.cast(ops.bincount(ops.cast(x, "int32")), "float32"),
}
COMPUTED = {
    "a norm of each row": lambda x: x / ops.norm(x, axis=-1, keepdims=True),
    "pairs": lambda x: ops.reshape(ops.einsum("bi,bj->bij", x, x), (-1, 256)),
    "halves": lambda x: ops.concatenate(ops.split(x, 2, axis=1), axis=1),
    "a small determinant": lambda x: ops.reshape(ops.linalg.det(ops.reshape(x, (-1, 4, 4))), (-1, 1)),
    "all rows in between": lambda x: x - 0 * ops.mean(x, axis=0),
}


def _column(x):  # type: ignore[no-untyped-def]
    return ops.reshape(ops.repeat(x, 300, axis=1), (-1, 1))


def _square(x, times):  # type: ignore[no-untyped-def]
    return ops.repeat(ops.repeat(ops.einsum("bi,bj->bij", x, x), times, axis=1), times, axis=2)


@pytest.mark.parametrize("function", OTHER_ROWS.values(), ids=OTHER_ROWS)
def test_a_model_that_gives_another_number_of_answers_is_told_so(function) -> None:  # type: ignore[no-untyped-def]
    model = _followed(function)
    for ask in (lambda: expect.model(model, what="m"), lambda: expect.predict(model, np.zeros((64, 3), "float32"))):
        with pytest.raises(Fault, match=r"one answer for each row") as told:
            ask()
        assert told.value.feedback.diagnosis == "expect.EACH_ROW.number"
        assert " to 64 rows" in told.value.feedback.found


@pytest.mark.parametrize("function", TOO_MUCH.values(), ids=TOO_MUCH)
def test_work_and_room_are_bounded_before_a_model_answers(function) -> None:  # type: ignore[no-untyped-def]
    model = _followed(function)
    with pytest.raises(Fault, match=r"million multiplications|million numbers|as many numbers of any rows"):
        expect.model(model, what="m")


@pytest.mark.parametrize("function", COMPUTED.values(), ids=COMPUTED)
def test_what_costs_little_is_computed(function) -> None:  # type: ignore[no-untyped-def]
    model = _followed(function)
    expect.model(model, what="m")
    assert len(expect.predict(model, np.ones((64, 3), "float32"))) == 64
    wide = layers.Add()([layers.Dense(9_000)(model.inputs[0]) for _ in range(2)])
    expect.model(keras.Model(model.inputs, wide), what="m")  # a sum is no product


def test_the_settings_of_a_layer_are_bounded_before_it_is_built() -> None:
    for layer in (
        layers.Dense(10**9),
        layers.Dense(10**400),
        layers.Dense(3, lora_rank=10**9),
        layers.Conv2D(1000, (300, 300)),
    ):
        with pytest.raises(NotAValue, match="far fewer will do"):
            codec.decode(codec.encode(layer))
    seeded = layers.Dropout(0.5, seed=10**9)
    assert codec.decode(codec.encode(seeded)).seed == 10**9
    unbuilt = codec.decode(codec.encode(keras.Sequential([layers.Dense(10**9)])))
    with pytest.raises(expect.Unmet, match="larger than 100 MB"):
        expect.predict(unbuilt, np.zeros((2, 3), "float32"))


def _again(model):  # type: ignore[no-untyped-def]
    """A model that goes through another one seven times."""
    inputs = keras.Input((3,))
    ends = [model(inputs) for _ in range(7)]
    return keras.Model(inputs, layers.Add()(ends))
