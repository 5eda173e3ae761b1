"""What stands for the weights that parts of one's own use by themselves: their own, or those of another layer."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import keras


@keras.saving.register_keras_serializable("keraskata")
class Weight(keras.layers.Layer):  # type: ignore[misc]
    """Answers with a weight, whatever comes in: a weight that a layer of one's own has made for itself."""

    def __init__(self, shape: Any, regularizer: Any = None, constraint: Any = None, **settings: Any) -> None:
        super().__init__(**settings)
        self.shape = tuple(shape)
        self.regularizer, self.constraint = keras.regularizers.get(regularizer), keras.constraints.get(constraint)
        self.weight = self.add_weight(
            shape=self.shape,
            name="bias" if len(self.shape) < 2 else "kernel",
            regularizer=self.regularizer,
            constraint=self.constraint,
        )
        self.built = True

    def call(self, inputs: Any) -> Any:
        """Return the weight as a tensor."""
        return keras.ops.convert_to_tensor(self.weight)

    def compute_output_spec(self, inputs: Any) -> Any:
        """Return the form of the weight."""
        return keras.KerasTensor(self.shape, dtype=self.weight.dtype)

    def get_config(self) -> dict[str, Any]:
        """Return what makes it again."""
        restraints = {
            "regularizer": keras.regularizers.serialize(self.regularizer),
            "constraint": keras.constraints.serialize(self.constraint),
        }
        return {**super().get_config(), "shape": self.shape, **restraints}


@keras.saving.register_keras_serializable("keraskata")
class WeightOf(keras.layers.Layer):  # type: ignore[misc]
    """Answers with a weight of the layer whose answer comes in: a weight that a layer of one's own shares with it."""

    def __init__(self, place: int, **settings: Any) -> None:
        super().__init__(autocast=False, **settings)  # or a Cast comes before it where its layer is of half precision
        self.place = int(place)
        self.built = True

    def call(self, inputs: Any) -> Any:
        """Return the weight as a tensor."""
        return keras.ops.convert_to_tensor(self._weight(inputs))

    def compute_output_spec(self, inputs: Any) -> Any:
        """Return the form of the weight."""
        weight = self._weight(inputs)
        return keras.KerasTensor(weight.shape, dtype=weight.dtype)

    def _weight(self, inputs: Any) -> Any:
        """Return the weight of the layer that comes before in the first network that this one was put into."""
        if "_before" not in self.__dict__:  # not as an attribute, or Keras would take it for a layer inside this one
            self.__dict__["_before"] = inputs._keras_history.operation
        return self.__dict__["_before"].weights[self.place]

    def get_config(self) -> dict[str, Any]:
        """Return what makes it again."""
        return {**super().get_config(), "place": self.place}


class Weights:
    """Puts symbols in the place of weights while parts of one's own are run with a symbolic row.

    `called` calls a layer with a tensor, and `name` gives it a name that no other has.
    """

    def __init__(self, called: Callable[..., Any], name: Callable[[str], str]) -> None:
        self._called, self._name = called, name
        self._homes: dict[int, tuple[Any, int]] = {}  # of weights: what their layer answered, and their place in it
        self._symbols: dict[int, Any] = {}  # of weights
        self._replaced: list[tuple[Any, dict[str, Any]]] | None = None  # layers with their weights

    def are_in(self, weights: Iterable[Any], answer: Any) -> None:
        """Remember where weights are, for parts of one's own that use them outside of their layer, with its answer."""
        if isinstance(answer, keras.KerasTensor):
            for place, weight in enumerate(weights):
                self._homes.setdefault(id(weight), (answer, place))

    @contextlib.contextmanager
    def of(self, step: Any, met: Iterable[Any], row: Any) -> Iterator[None]:
        """Put symbols in the place of the weights of `step`, and of those layers inside it that were `met` before."""
        outside, self._replaced = self._replaced, []
        try:
            for name, weight in _held(step).items():
                if id(weight) not in self._homes.keys() | self._symbols.keys():
                    self._symbols[id(weight)] = self._of_ones_own(weight, row, f"{step.name}_{name}")
            for layer in (step, *met):
                self.stand_in(layer)
            yield
        finally:
            for layer, before in self._replaced:
                layer.__dict__.update(before)
            self._replaced = outside

    def stand_in(self, layer: Any) -> None:
        """Put symbols in the place of those weights of a layer that are known, while a part of one's own is run."""
        if self._replaced is None:
            return
        held = _held(layer)
        for name, weight in held.items():
            if id(weight) in self._homes and id(weight) not in self._symbols:
                answer, place = self._homes[id(weight)]
                part = WeightOf(place, dtype=weight.dtype, name=self._name(f"{layer.name}_{name}"))
                self._symbols[id(weight)] = self._called(part, answer)
        known = {name: weight for name, weight in held.items() if id(weight) in self._symbols}
        self._replaced.append((layer, known))
        self._replace(layer, known)

    @contextlib.contextmanager
    def as_they_are(self) -> Iterator[None]:
        """Give layers their weights back, while a part inside the one that is run is tried on numbers."""
        replaced = self._replaced or []
        for layer, before in replaced:
            layer.__dict__.update(before)
        try:
            yield
        finally:
            for layer, before in replaced:
                self._replace(layer, before)

    def _replace(self, layer: Any, held: dict[str, Any]) -> None:
        layer.__dict__.update({name: self._symbols[id(weight)] for name, weight in held.items()})

    def _of_ones_own(self, weight: Any, row: Any, name: str) -> Any:
        held = Weight(
            weight.shape,
            regularizer=weight.regularizer,
            constraint=weight.constraint,
            dtype=weight.dtype,
            name=self._name(name),
        )
        held.trainable = weight.trainable
        held.weight.assign(weight)
        return self._called(held, row)


def _held(layer: Any) -> dict[str, Any]:
    """Return the weights that a layer holds as its own attributes."""
    return {name: value for name, value in vars(layer).items() if isinstance(value, keras.Variable)}
