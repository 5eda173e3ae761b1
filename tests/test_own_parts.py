"""A model with parts of one's own crosses as the model of Keras' parts that computes the same; identity decides."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers, ops

from keraskata import expect
from keraskata.boundary import codec
from keraskata.boundary.errors import NotAValue

ROWS = np.random.default_rng(0).normal(size=(7, 4)).astype("float32")


class Affine(layers.Layer):  # type: ignore[misc]
    """A weighted sum with weights of its own."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.units = units

    def build(self, shape: Any) -> None:
        self.kernel = self.add_weight(shape=(shape[-1], self.units))
        self.offset = self.add_weight(shape=(self.units,), initializer="ones")

    def call(self, rows: Any) -> Any:
        return ops.relu(ops.matmul(rows, self.kernel) + self.offset)


class Scale(layers.Layer):  # type: ignore[misc]
    """A weight of its own for each column."""

    def build(self, shape: Any) -> None:
        self.factors = self.add_weight(shape=(shape[-1],), initializer="random_normal")

    def call(self, rows: Any) -> Any:
        return ops.tanh(rows) * self.factors


class Block(layers.Layer):  # type: ignore[misc]
    """Layers of Keras inside; its default for training is False."""

    def __init__(self, inner: Any) -> None:
        super().__init__()
        self.inner, self.norm = inner, layers.BatchNormalization()

    def call(self, rows: Any, training: bool = False) -> Any:
        return self.norm(self.inner(rows), training=training)


class Head(layers.Dense):  # type: ignore[misc]
    """A Dense layer by another name."""


class Twice(layers.Dense):  # type: ignore[misc]
    """A Dense layer that does something else."""

    def call(self, rows: Any) -> Any:
        return 2 * super().call(rows)


class Net(keras.Model):  # type: ignore[misc]
    """A model of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.out = (
            layers.Dense(5, activation=lambda sums: ops.maximum(sums, 0)),
            layers.Dense(1, "sigmoid"),
        )

    def call(self, rows: Any, training: bool = False) -> Any:
        return self.out(self.hidden(rows))


def back(model: Any) -> Any:
    """The model on the other side."""
    return codec.decode(codec.encode(model))


def chain(*parts: Any) -> Any:
    return keras.Sequential([keras.Input((4,)), *parts])


def shared() -> Any:
    """A model inside a model, called twice; both have a layer of one name."""
    row = keras.Input((4,))
    inner = keras.Model(row, layers.Dense(4, name="same")(row))
    again = keras.Input((4,))
    return keras.Model(again, layers.Dense(1, name="same")(inner(inner(again)) + again))


def built(model: Any) -> Any:
    model(ROWS)
    return model


MODELS: list[Callable[[], Any]] = [
    lambda: chain(Affine(3), layers.Dense(1, "sigmoid")),
    lambda: chain(Scale(), layers.Dense(1)),
    lambda: chain(Block(layers.Dense(5, "relu")), Head(2)),
    lambda: chain(Twice(3)),
    lambda: chain(layers.Dense(3, activation=lambda sums: 3 * ops.sigmoid(sums))),
    lambda: chain(layers.Lambda(lambda rows: rows * 2), layers.Lambda(ops.relu), layers.Dense(2)),
    lambda: chain(chain(layers.Dense(3, "relu"), layers.BatchNormalization()), layers.Dense(1)),
    lambda: chain(layers.Dense(3, kernel_initializer=lambda shape, dtype=None: ops.ones(shape) / 2)),
    lambda: built(Net()),
    lambda: keras.Sequential([keras.Input(batch_shape=(7, 4)), Affine(3), layers.Dense(1)]),
    shared,
]


@pytest.mark.parametrize("make", MODELS)
def test_the_copy_computes_the_same(make: Callable[[], Any]) -> None:
    model = make()
    weights = [weight.copy() for weight in model.get_weights()]
    copy = back(model)
    np.testing.assert_allclose(expect.predict(copy, ROWS), expect.predict(model, ROWS), atol=1e-5)
    assert sum(weight.size for weight in copy.get_weights()) == sum(weight.size for weight in weights)
    assert all(map(np.array_equal, weights, model.get_weights())), "the learner's own was changed"


def test_what_a_part_is_shows() -> None:
    assert [type(layer).__name__ for layer in back(MODELS[0]()).layers[1:]] == ["Dense", "Dense"]
    assert [type(layer).__name__ for layer in back(MODELS[2]()).layers[1:]] == ["Dense", "BatchNormalization", "Dense"]
    assert expect.hidden_activations(back(MODELS[0]())) == ["relu"]
    assert expect.hidden_activations(back(MODELS[8]())) == ["relu"]
    assert expect.output_activation(back(MODELS[8]())) == "sigmoid"
    assert expect.output_activation(back(MODELS[4]())) == "unknown"


def test_a_default_of_training_does_not_decide() -> None:
    copy = back(chain(Block(layers.Dense(5))))
    still, trained = (np.asarray(ops.convert_to_numpy(copy(ROWS, training=each))) for each in (False, True))
    assert not np.allclose(still, trained)


def relu(sums: Any) -> Any:
    """Named like a function of Keras, and it is linear."""
    return sums


def mean_squared_error(truth: Any, answers: Any) -> Any:
    """Named like a function of Keras, and it is the absolute error."""
    return ops.mean(ops.abs(truth - answers), axis=-1)


def root(truth: Any, answers: Any) -> Any:
    return ops.sqrt(ops.mean(ops.square(truth - answers)))


class Absolute(keras.losses.Loss):  # type: ignore[misc]
    """A loss as a class."""

    def call(self, truth: Any, answers: Any) -> Any:
        return ops.mean(ops.abs(truth - answers), axis=-1)


def clipped_error(truth: Any, answers: Any) -> Any:
    return ops.mean(ops.minimum(ops.square(truth - answers), 400), axis=-1)


def error_cut_far_out(truth: Any, answers: Any) -> Any:
    return ops.mean(ops.square(ops.clip(truth - answers, -50, 50)), axis=-1)


def entropy_cut_at_a_hundredth(truth: Any, answers: Any) -> Any:
    return keras.losses.binary_crossentropy(truth, ops.clip(answers, 0.004, 0.996))


def error_without_gradient(truth: Any, answers: Any) -> Any:
    return ops.stop_gradient(ops.mean(ops.square(truth - answers), axis=-1))


@pytest.mark.parametrize(
    ("loss", "name"),
    [
        (lambda truth, answers: ops.mean(ops.square(truth - answers), axis=-1), "mean_squared_error"),
        (lambda truth, answers: -ops.mean(ops.sum(truth * ops.log(answers), axis=-1)), "categorical_crossentropy"),
        (clipped_error, "own_loss"),
        (error_without_gradient, "own_loss"),
        (error_cut_far_out, "own_loss"),
        (entropy_cut_at_a_hundredth, "own_loss"),
        (
            lambda truth, answers: (
                -ops.mean(truth * ops.log(answers + 1e-7) + (1 - truth) * ops.log(1 - answers + 1e-7), axis=-1)
            ),
            "binary_crossentropy",
        ),
        (lambda truth, answers: keras.losses.binary_crossentropy(truth, answers), "binary_crossentropy"),
        (lambda truth, answers: -ops.sum(truth * ops.log(answers), axis=-1), "categorical_crossentropy"),
        (keras.losses.MeanSquaredError(), "mean_squared_error"),
        (mean_squared_error, "mean_absolute_error"),
        (Absolute(), "mean_absolute_error"),
        ({"last": "mse"}, "mean_squared_error"),
        (["binary_crossentropy"], "binary_crossentropy"),
        (root, "own_loss"),
    ],
)
def test_a_loss_is_what_it_computes(loss: Any, name: str) -> None:
    model = chain(layers.Dense(1, "sigmoid", name="last"))
    model.compile(loss=loss)
    assert expect.loss_name(back(model)) == name


def accuracy(truth: Any, answers: Any) -> Any:
    return ops.mean(ops.cast(ops.equal(truth, ops.round(answers)), "float32"), axis=-1)


def recall(truth: Any, answers: Any) -> Any:
    return ops.sum(ops.round(answers) * truth) / (ops.sum(truth) + 1e-7)


@pytest.mark.parametrize(
    ("metrics", "names"),
    [
        (["accuracy", recall], ["accuracy"]),
        ([accuracy], ["accuracy"]),
        ([recall], []),
        ({"last": "accuracy"}, ["accuracy"]),
        ({"last": ["accuracy"]}, ["accuracy"]),
        ([keras.metrics.BinaryAccuracy(name="right")], ["right"]),
        ([keras.metrics.Accuracy(name="exact")], ["exact"]),
        ([keras.metrics.MeanMetricWrapper(recall, name="accuracy")], []),
    ],
)
def test_a_metric_of_ones_own_is_accuracy_or_left_out(metrics: Any, names: list[str]) -> None:
    model = chain(layers.Dense(1, "sigmoid", name="last"))
    model.compile(loss="mse", metrics=metrics)
    assert expect.metric_names(back(model)) == names


def test_a_name_is_not_an_identity() -> None:
    assert expect.hidden_activations(back(chain(layers.Dense(3, activation=relu), layers.Dense(1)))) == ["linear"]
    with pytest.raises(NotAValue, match="relu, a function of your own"):
        codec.encode(layers.Dense(3, activation=relu))
    assert type(back(Head(3))) is layers.Dense


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (lambda sums: sums * ops.cast(sums > 0, "float32"), "relu"),
        (lambda sums: (sums + ops.abs(sums)) / 2, "relu"),
        (lambda sums: ops.clip(sums, 0, 31), "one of its own"),
        (lambda sums: ops.clip(sums, 0, 1e4), "one of its own"),
        (lambda sums: ops.maximum(sums, 0.1 * sums), "one of its own"),
        (lambda sums: ops.where(sums > 0, sums, 0.1 * sums), "one of its own"),
        (lambda sums: sums * sums, "one of its own"),
        (lambda sums: 1 / (3 + ops.abs(sums)), "one of its own"),
        (lambda sums: (2 * sums + 1) / 3, "linear"),
        (lambda sums: ops.maximum(sums, 0.2 * sums), "leaky_relu"),
        (lambda sums: 1 / (1 + ops.exp(-sums)), "sigmoid"),
        (lambda sums: ops.log(1 + ops.exp(sums)), "softplus"),
        (lambda sums: sums - ops.logsumexp(sums, axis=-1, keepdims=True), "log_softmax"),
        (lambda sums: ops.exp(sums) / ops.sum(ops.exp(sums), axis=-1, keepdims=True), "softmax"),
    ],
)
def test_an_activation_is_what_it_computes_far_out_and_what_it_teaches(function: Any, name: str) -> None:
    (found,) = expect.hidden_activations(back(chain(layers.Dense(3, activation=function), layers.Dense(1))))
    assert found == name


def test_an_activation_that_teaches_nothing_stays_one_on_the_other_side() -> None:
    copy = back(chain(layers.Dense(3, activation=lambda sums: ops.stop_gradient(ops.relu(sums))), layers.Dense(1)))
    assert "StopGradient" in [type(step).__name__ for step in copy.operations]


def test_an_activation_inside_a_wrapper_is_seen() -> None:
    dense = layers.Dense(3, "relu")
    for rows, wrapped in (((4,), layers.SpectralNormalization(dense)), ((2, 4), layers.TimeDistributed(dense))):
        model = keras.Sequential([keras.Input(rows), wrapped, layers.Dense(1)])
        assert expect.hidden_activations(back(model)) == ["relu"]


class Sorts(keras.Model):  # type: ignore[misc]
    """It leaves Keras: NumPy sorts its rows."""

    def call(self, rows: Any) -> Any:
        return ops.convert_to_tensor(np.sort(ops.convert_to_numpy(rows), axis=-1))


def test_what_cannot_be_told_in_keras_parts_is_named() -> None:
    with pytest.raises(NotAValue, match="Sorts, which is of your own"):
        codec.encode(built(Sorts()))


class Penalised(Affine):
    """It adds to the loss behind the back of compile."""

    def call(self, rows: Any) -> Any:
        self.add_loss(ops.sum(ops.square(self.kernel)))
        return super().call(rows)


class PenalisedWhileItTrains(Affine):
    """It adds to the loss where nobody looks."""

    def call(self, rows: Any, training: bool = False) -> Any:
        if training:
            self.add_loss(1e5 * ops.sum(ops.square(self.kernel)))
        return super().call(rows)


class NothingToTrain(Net):
    """It hides its weights from the optimizer."""

    @property
    def trainable_variables(self) -> list[Any]:
        return []


class Held(Scale):
    """Its weights may not move."""

    def build(self, shape: Any) -> None:
        self.factors = self.add_weight(shape=(shape[-1],), constraint="non_neg", regularizer="l2")


class StepsItself(Net):
    """Its training does nothing."""

    def train_step(self, *given: Any) -> Any:
        return {"loss": 0.0}


class LosesItself(Net):
    """Its loss is another one than the one that compile was given."""

    def compute_loss(self, *given: Any, **named: Any) -> Any:
        return 0 * super().compute_loss(*given, **named)


class FitsItself(Net):
    """It never trains."""

    def fit(self, *given: Any, **named: Any) -> Any:
        return keras.callbacks.History()


class OffInTraining(layers.Layer):  # type: ignore[misc]
    """It answers nothing while it trains, so that nothing behind it learns."""

    def call(self, rows: Any, training: bool = False) -> Any:
        return 0 * rows if training else rows


class OwnNoise(layers.Layer):  # type: ignore[misc]
    """It makes noise of its own."""

    def call(self, rows: Any, training: bool = False) -> Any:
        return rows + keras.random.normal((4,)) if training else rows


class AddsNoise(layers.Layer):  # type: ignore[misc]
    """It adds Gaussian noise while it trains, and says so in its own way."""

    def __init__(self, spread: float = 0.3) -> None:
        super().__init__()
        self.spread, self.seeds = spread, keras.random.SeedGenerator(1)

    def noise(self, rows: Any) -> Any:
        return keras.random.normal(ops.shape(rows), stddev=self.spread, seed=self.seeds)

    def call(self, rows: Any, training: bool = False) -> Any:
        return rows + self.noise(rows) if training else rows


class NoiseByDefault(AddsNoise):
    """Its draws come from the seed of all, and it has no default for `training`."""

    def noise(self, rows: Any) -> Any:
        return self.spread * keras.random.normal(ops.shape(rows))

    def call(self, rows: Any, training: bool | None = None) -> Any:
        return ops.add(rows, self.noise(rows)) if training else ops.convert_to_tensor(rows)


class UniformNoise(AddsNoise):
    """Small and large noise come equally often."""

    def noise(self, rows: Any) -> Any:
        return keras.random.uniform(ops.shape(rows), -self.spread, self.spread, seed=self.seeds)


class CutNoise(AddsNoise):
    """Its noise has no tails."""

    def noise(self, rows: Any) -> Any:
        return keras.random.truncated_normal(ops.shape(rows), stddev=self.spread, seed=self.seeds)


class NoiseByTheRow(AddsNoise):
    """Large numbers get much noise."""

    def noise(self, rows: Any) -> Any:
        return rows * super().noise(rows)


class NoiseWithAMean(AddsNoise):
    """It brightens."""

    def noise(self, rows: Any) -> Any:
        return super().noise(rows) + 0.1


class NoiseOfEachRow(AddsNoise):
    """All numbers of a row get the same."""

    def noise(self, rows: Any) -> Any:
        return super().noise(rows[:, :1])


class NoiseOfOneSeed(AddsNoise):
    """Each batch gets the same noise."""

    def noise(self, rows: Any) -> Any:
        return keras.random.normal(ops.shape(rows), stddev=self.spread, seed=7)


class NoiseAtInference(AddsNoise):
    """Its answers are drawn by chance."""

    def call(self, rows: Any, training: bool = False) -> Any:
        return rows + self.noise(rows) * (1.0 if training else 0.5)


class NeverAsks(AddsNoise):
    """It does not know whether it trains."""

    def call(self, rows: Any) -> Any:
        return rows + self.noise(rows)


class DrawsBefore(layers.Layer):  # type: ignore[misc]
    """It draws noise before a layer that it holds."""

    def __init__(self, seed: Any = None) -> None:
        super().__init__()
        self.seed, self.inner = seed, layers.Dense(3, "relu")

    def noise(self, rows: Any) -> Any:
        return 0.3 * keras.random.normal(ops.shape(rows), seed=self.seed)

    def call(self, rows: Any, training: bool = False) -> Any:
        if training:
            rows = rows + self.noise(rows)
        return self.inner(rows)


class DrawsAlways(DrawsBefore):
    """It asks whether it trains, and draws without it, too."""

    def call(self, rows: Any, training: bool = False) -> Any:
        return self.inner(rows + (1.0 if training else 0.5) * self.noise(rows))


class DrawsBeyond(DrawsBefore):
    """Its noise is more than GaussianNoise takes."""

    def noise(self, rows: Any) -> Any:
        return keras.random.normal(ops.shape(rows), stddev=3.0)


class DropsWhileItTrains(layers.Layer):  # type: ignore[misc]
    """It asks for Dropout only while it trains, as many tutorials do."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.dropout = layers.BatchNormalization(), layers.Dropout(0.5, seed=1)

    def call(self, rows: Any, training: bool = False) -> Any:
        rows = self.norm(rows, training=training)
        return self.dropout(rows, training=training) if training else rows


class AlwaysDrops(DropsWhileItTrains):
    """Its answers are drawn by chance."""

    def call(self, rows: Any, training: bool = False) -> Any:
        return self.dropout(rows, training=True)


class SaysSo(DropsWhileItTrains):
    """It says in words what `training` is there."""

    def call(self, rows: Any, training: bool = False) -> Any:
        rows = self.norm(rows, training=training)
        return self.dropout(rows, training=True) if training else rows


class Weighed(Affine):
    """It asks for small weights by Keras' own means."""

    def build(self, shape: Any) -> None:
        self.kernel = self.add_weight(shape=(shape[-1], self.units), regularizer="l2")
        self.offset = self.add_weight(shape=(self.units,), constraint="non_neg")


StepsItself.train_step.__module__ = "keras.src.models"  # a name is not an identity


def only_up(weight: Any) -> Any:
    """Hold a weight above 0."""
    return ops.maximum(weight, 0)


class Fixed(keras.constraints.Constraint):  # type: ignore[misc]
    """Holds a weight where it is."""

    def __call__(self, weight: Any) -> Any:
        return 0 * weight


def compiled(model: Any) -> Any:
    model.compile("adam", "mse")
    return model


def stepping(model: Any) -> Any:
    """A model of Keras' own whose step was put in its place."""
    model.train_step = lambda *given: {"loss": 0.0}
    return model


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: chain(layers.Dense(3, kernel_constraint=Fixed())), "Fixed, which is not part of Keras"),
        (lambda: chain(Affine(2), layers.Dense(3, bias_constraint=Fixed())), "Fixed, which is not part of Keras"),
        (lambda: chain(layers.Dense(3, kernel_regularizer=only_up)), "only_up, which is not part of Keras"),
        (lambda: chain(Penalised(3), layers.Dense(1)), "add_loss of Penalised"),
        (lambda: chain(PenalisedWhileItTrains(3), layers.Dense(1)), "add_loss of PenalisedWhileItTrains"),
        (lambda: compiled(built(NothingToTrain())), "trainable_variables of NothingToTrain"),
        (lambda: compiled(built(StepsItself())), "train_step of StepsItself"),
        (lambda: compiled(built(LosesItself())), "compute_loss of LosesItself"),
        (lambda: compiled(built(FitsItself())), "fit of FitsItself"),
        (lambda: chain(OffInTraining(), layers.Dense(1)), "OffInTraining answers otherwise while it trains"),
        (lambda: chain(layers.Dense(4), Block(OwnNoise())), "OwnNoise answers otherwise while it trains"),
        (lambda: stepping(compiled(chain(layers.Dense(1)))), "train_step of Sequential"),
    ],
)
def test_what_training_meets_is_told_or_refused(make: Callable[[], Any], words: str) -> None:
    with pytest.raises(NotAValue, match=words):
        codec.encode(make())


@pytest.mark.parametrize("part", [AddsNoise, lambda: NoiseByDefault(0.999), lambda: Block(AddsNoise())])
def test_gaussian_noise_of_ones_own_is_the_layer_of_keras(part: Any) -> None:
    model = chain(part(), layers.Dense(1))
    copy = back(model)
    (noise,) = (layer for layer in copy.layers if type(layer) is layers.GaussianNoise)
    assert noise.stddev == pytest.approx(0.999 if noise.name.startswith("noise_by_default") else 0.3, rel=0.02)
    np.testing.assert_allclose(expect.predict(copy, ROWS), expect.predict(model, ROWS), atol=1e-5)
    still, trained = (ops.convert_to_numpy(copy(ROWS, training=each)) for each in (False, True))
    assert not np.allclose(still, trained)


@pytest.mark.parametrize(
    "part",
    [
        *(UniformNoise, CutNoise, NoiseByTheRow, NoiseWithAMean, NoiseOfEachRow, NoiseAtInference),
        lambda: AddsNoise(2.0),  # more than GaussianNoise takes
    ],
)
def test_other_noise_of_ones_own_is_refused(part: Any) -> None:
    with pytest.raises(NotAValue, match=r"Noise|GaussianNoise"):
        codec.encode(chain(part(), layers.Dense(1)))


@pytest.mark.parametrize("part", [DrawsBefore, lambda: DrawsBefore(keras.random.SeedGenerator(1))])
def test_gaussian_noise_that_a_part_with_layers_draws_in_training_is_a_layer_of_keras(part: Any) -> None:
    model = chain(part(), layers.Dense(1))
    copy = back(model)
    np.testing.assert_allclose(expect.predict(copy, ROWS), expect.predict(model, ROWS), atol=1e-5)
    before = keras.Model(copy.inputs, next(each for each in copy.layers if type(each) is layers.Dense).input)
    added = ops.convert_to_numpy(before(np.ones((5000, 4), "float32"), training=True)) - 1
    assert added.std() == pytest.approx(0.3, rel=0.03) and abs(added.mean()) < 0.02


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: DrawsBefore(7), "a plain number, 7, as its seed"),
        (lambda: NoiseOfOneSeed(), "a plain number, 7, as its seed"),
        (lambda: DrawsAlways(keras.random.SeedGenerator(1)), "also where it does not train"),
        (NeverAsks, "also where it does not train"),
        (lambda: layers.Lambda(lambda rows: rows + keras.random.normal(ops.shape(rows))), "draws random numbers"),
        (DrawsBeyond, "draws random numbers"),
    ],
)
def test_why_other_draws_are_refused(make: Callable[[], Any], words: str) -> None:
    with pytest.raises(NotAValue, match=words):
        codec.encode(chain(make(), layers.Dense(1)))
    assert keras.random.normal((2,)).shape == (2,)


@pytest.mark.parametrize("part", [DropsWhileItTrains, SaysSo])
def test_what_is_called_in_training_only_stays(part: Any) -> None:
    copy = back(chain(part(), layers.Dense(1)))
    assert [type(layer).__name__ for layer in copy.layers[1:]] == ["BatchNormalization", "Dropout", "Dense"]
    np.testing.assert_array_equal(ops.convert_to_numpy(copy.layers[-2](np.ones((1, 4)), training=False)), 1)
    assert np.any(ops.convert_to_numpy(copy.layers[-2](np.ones((9, 4)), training=True)) == 0)


def test_what_is_called_with_training_always_stays_so() -> None:
    copy = back(chain(AlwaysDrops()))
    assert np.any(ops.convert_to_numpy(copy(np.ones((9, 4)), training=None)) == 0)


@pytest.mark.parametrize(("part", "penalties", "constraints"), [(Held, 1, 1), (lambda: Weighed(3), 1, 1)])
def test_what_add_weight_was_given_stays(part: Any, penalties: int, constraints: int) -> None:
    copy = back(chain(part(), layers.Dense(1)))
    assert (len(copy.losses), sum(each.constraint is not None for each in copy.weights)) == (penalties, constraints)


def test_penalties_of_keras_inside_a_model_of_ones_own_stay() -> None:
    inner = layers.Dense(5, "relu", kernel_regularizer="l2", kernel_constraint="non_neg", activity_regularizer="l1")
    (copy,) = (layer for layer in back(chain(Block(inner), layers.Dense(1))).layers if layer.name == inner.name)
    assert copy.kernel_regularizer and copy.kernel_constraint and copy.activity_regularizer


def test_rows_tell_how_a_model_is_built() -> None:
    from keraskata.boundary import keras_objects

    for given in ([4], [(ROWS, ROWS)], [chain(layers.Dense(1))], [(4,)]):
        model = Net()
        keras_objects.build(model, given)
        assert back(model).input_shape == (None, 4)
