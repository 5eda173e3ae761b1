"""Follows a symbolic row through a model, and copies each layer of Keras that it meets, with its weights."""

import contextlib
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import keras

from keraskata.boundary import inference, own_functions, refusals
from keraskata.boundary.keras_parts import NotKeras
from keraskata.boundary.own_layers import as_dense, base_of, copied, not_keras, within
from keraskata.boundary.own_noise import as_gaussian_noise, in_place_of_draws
from keraskata.boundary.own_weights import Weights
from keraskata.timing import time_limit

# In the place of `training`: true where code of one's own asks; where a layer of Keras is called with it, or with True
# below it, who trains or predicts later decides.
_LATER = object()


class Trace:
    """Follows a symbolic row through a model; a layer that is met twice is copied once."""

    def __init__(self, called: Callable[..., Any]) -> None:
        self.pauses = False
        self._later = self._forced = False  # is `training` to be decided later, and was it True then?
        self._layer_called = called
        self._row: Any = None  # what a part of one's own that has weights or layers was given, while it is run
        self._copies: dict[int, tuple[Any, Callable[[Any], Any] | None, Any]] = {}
        self._known: dict[int, Any] = {}  # the layer of Keras that one of one's own is, or None
        self._names: set[str] = set()
        self._weights = Weights(self._called, self._name)

    def through(self, step: Any, *args: Any, **named: Any) -> Any:
        """Return what `step` answers to a symbolic row, as Keras' parts make it."""
        if isinstance(step, keras.Sequential) and own_functions.is_keras_class(type(step)):
            answer = args[0]
            for layer in step.layers:
                answer = self.through(layer, answer)
            return answer
        if isinstance(step, keras.layers.Lambda):
            return self._function(step.function, args[0])
        if isinstance(step, keras.Model) or base_of(step) is None:
            with self._weights.as_they_are():
                return self._own(step, args, named)
        copy, after = self._copy(step)
        if self._later and named.get("training") is True:
            named, self._forced = {**named, "training": _LATER}, True
        answer = self._called(copy, *args, **named)
        if copy.weights:
            copy.set_weights(step.get_weights())
            self._weights.are_in(step.weights, answer)
            self._weights.stand_in(step)
        return self._function(after, answer) if after else answer

    def _called(self, layer: Any, *args: Any, **named: Any) -> Any:
        """Call a layer of Keras; what it calls inside itself is not traced."""
        self.pauses = True
        named = {name: None if value is _LATER else value for name, value in named.items()}
        try:
            return self._layer_called(layer, *args, **named)
        finally:
            self.pauses = False

    def _copy(self, layer: Any) -> tuple[Any, Callable[[Any], Any] | None]:
        if id(layer) not in self._copies:
            self._copies[id(layer)] = (*copied(layer, self._name(layer.name)), layer)
        return self._copies[id(layer)][:2]

    def _name(self, name: str) -> str:
        number = 0
        new = name
        while new in self._names:
            number += 1
            new = f"{name}_{number}"
        self._names.add(new)
        return new

    def _function(self, function: Callable[[Any], Any], row: Any) -> Any:
        """Apply an activation: Keras' own where it is one, else the operations that it is made of."""
        known = own_functions.activation(function, row.shape[1:])
        if known:
            return self._called(keras.layers.Activation(known, name=self._name("activation")), row)
        try:
            answer = function(row)
        except Exception as error:
            raise not_keras(function, error) from None
        if not isinstance(answer, keras.KerasTensor):
            raise not_keras(function)
        return answer

    def _own(self, step: Any, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
        """Run the `call` of a part of one's own."""
        if not step.built:
            self._called(step, *args, **named)
        knows = "training" in inspect.signature(step.call).parameters and not own_functions.is_keras_class(type(step))
        alone = not (step.weights or within(step)[1:])
        if not isinstance(step, keras.Model) and not (knows and _is_other_in_training(step, args[0])):
            if dense := self._known_as(as_dense, step, args[0]):
                answer = self.through(dense, args[0])
                self._weights.are_in(sorted(step.weights, key=lambda weight: -len(weight.shape)), answer)
                return answer
            if alone and own_functions.activation(step, args[0].shape[1:]):
                return self._function(step, args[0])
        elif alone and knows and len(args) == 1 and named.keys() <= {"training"}:
            noise = self._known_as(as_gaussian_noise, step, args[0])
            if noise:
                return self.through(noise, *args, **named)
        named = {name: value for name, value in named.items() if name != "training"}
        try:
            answer = self._call(step, args, named, knows, keeps_true=False)
            if not knows or len(args) > 1 or named or self._same_at_inference(step, args[0], answer):
                return answer
            # Perhaps a layer in it is called with True always, not only where code of one's own asks.
            answer = self._call(step, args, named, knows, keeps_true=True)
            if self._same_at_inference(step, args[0], answer, chance=True):
                return answer
        except NotKeras:
            raise
        except Exception as error:
            draws = alone and knows and _is_other_in_training(step, args[0])
            raise refusals.by_its_answers(step, args[0], draws, error) from None
        raise refusals.other_in_training(step, args[0])

    def _known_as(self, kind: Callable[[Any, Any], Any], step: Any, row: Any) -> Any:
        """Return the layer of Keras that `step` is, by `kind`, which is asked once; None for another."""
        if id(step) not in self._known:
            self._known[id(step)] = kind(step, row)
        return self._known[id(step)]

    def _call(self, step: Any, args: Any, named: Any, knows: bool, *, keeps_true: bool) -> Any:
        before, row = self._later, self._row
        self._later = (before or knows) and not keeps_true
        self._row = args[0] if step.weights or within(step)[1:] else None
        try:
            met = [each for each in within(step) if id(each) in self._copies or self._known.get(id(each))]
            with self._weights.of(step, met, args[0]):
                return step.call(*args, **named, **({"training": _LATER} if knows else {}))
        finally:
            self._later, self._row = before, row

    def drawn(self, shape: Any, mean: Any = 0.0, stddev: Any = 1.0, seed: Any = None) -> Any:
        """Return a symbol for normal numbers that a part of one's own draws in training; None where there is none."""
        noise = in_place_of_draws(self._row if self._later else None, shape, mean, stddev, seed)
        if noise is None:
            return None
        noise.name, self._forced = self._name("noise"), True
        return self._called(noise, keras.ops.zeros_like(self._row))

    def _same_at_inference(self, step: Any, row: Any, answer: Any, chance: bool = False) -> bool:
        """Return whether what was traced as for training is what the step computes at inference.

        Where the step draws its answers there, `chance` says whether that will do.
        """

        def own(rows: Any) -> Any:
            return step(rows, training=False)

        self.pauses = True
        try:
            if not inference.alike(own, own, row):
                return chance or not self._forced
            return inference.alike(own, keras.Function(row, answer), row)
        finally:
            self.pauses = False


def _is_other_in_training(step: Any, row: Any) -> bool:
    """Return whether a step without layers inside it is another function in training."""
    if within(step)[1:]:
        return True  # it is followed anyway, and what it calls may note what passes in training
    return not inference.alike(lambda rows: step(rows, training=False), lambda rows: step(rows, training=True), row)


@contextlib.contextmanager
@time_limit.whole
def traced() -> Iterator[Trace]:
    """Have every layer that is called with a symbolic row traced."""
    called, add_loss, normal = keras.Layer.__call__, keras.Layer.add_loss, keras.random.normal
    trace = Trace(called)

    def call(self: Any, *args: Any, **named: Any) -> Any:
        symbolic = any(isinstance(each, keras.KerasTensor) for each in keras.tree.flatten((args, named)))
        follow = symbolic and not trace.pauses
        return trace.through(self, *args, **named) if follow else called(self, *args, **named)

    def draw(shape: Any, mean: Any = 0.0, stddev: Any = 1.0, dtype: Any = None, seed: Any = None) -> Any:
        noise = trace.drawn(shape, mean, stddev, seed) if None in tuple(shape) else None
        return normal(shape, mean, stddev, dtype, seed) if noise is None else noise

    def refuse(self: Any, loss: Any) -> None:
        if not trace.pauses:
            raise NotKeras(
                f"the add_loss of {own_functions.name_of(type(self))} cannot be told in Keras' parts: leave it out, or "
                "give a layer of Keras a regularizer"
            )

    keras.Layer.__call__, keras.Layer.add_loss, keras.random.normal = call, refuse, draw
    try:
        yield trace
    finally:
        keras.Layer.__call__, keras.Layer.add_loss, keras.random.normal = called, add_loss, normal
