"""Which function of Keras a function of one's own is: identity decides, then what it computes; never its name."""

import importlib
import warnings
from collections.abc import Callable, Iterable
from typing import Any

import keras
import numpy as np

from keraskata.boundary import slopes

_ACTIVATIONS = (
    *("linear", "sigmoid", "softmax", "tanh", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "softplus"),
    *("softsign", "exponential", "relu6", "hard_sigmoid", "mish", "log_softmax"),
)
_LOSSES = {  # with the pairs of targets and answers that each is for
    "mean_squared_error": "numbers",
    "mean_absolute_error": "numbers",
    "binary_crossentropy": "labels",
    "categorical_crossentropy": "one-hot",
    "sparse_categorical_crossentropy": "classes",
    "mean_squared_logarithmic_error": "numbers",
    "mean_absolute_percentage_error": "numbers",
    "huber": "numbers",
    "log_cosh": "numbers",
    "hinge": "numbers",
    "kl_divergence": "one-hot",
}
_ON_LOGITS = {
    "BinaryCrossentropy": "labels",
    "CategoricalCrossentropy": "one-hot",
    "SparseCategoricalCrossentropy": "classes",
}
_ACCURACIES = {
    "binary_accuracy": "labels",
    "categorical_accuracy": "one-hot",
    "sparse_categorical_accuracy": "classes",
}
_ROWS, _CLASSES = 29, 4  # classes where the number of outputs is not known
_FAR = 9  # up to this row, the numbers that an activation is tried on are large
_STRAIGHT = ("linear", "relu", "leaky_relu")  # they go on for ever, and no way to compute them overflows soon
_YES_NO = (0.0, 0.9), (1.0, 0.1), (0.0, 0.1), (1.0, 0.9), (0.0, 0.999), (1.0, 0.001)  # labels and answers
_REACHES = 1, 10, 100  # how many times as far as usual a loss is tried: a clipped one is another only there


@keras.saving.register_keras_serializable("keraskata")
class OwnLoss(keras.losses.Loss):  # type: ignore[misc]
    """Stands for a loss of a learner's own that computes none of Keras' losses.

    `yes_no` has labels and answers to yes/no questions, each pair with the loss that the learner's own makes of it.
    `unread` has the places, from 1, of outputs that it does not look at: as texts, for that is what they become.
    `opposite` is what it makes of errors of 1 and -1, as many of each; None where that is no number.
    """

    def __init__(
        self,
        yes_no: Iterable[Iterable[float]] = (),
        unread: Iterable[str | int] = (),
        opposite: float | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(**settings)
        self.yes_no = [[float(part) for part in each] for each in yes_no]
        self.unread = [str(int(place)) for place in unread]
        self.opposite = None if opposite is None else float(opposite)

    def get_config(self) -> dict[str, Any]:
        """Return what makes it again."""
        return {**super().get_config(), "yes_no": self.yes_no, "unread": self.unread, "opposite": self.opposite}

    def call(self, y_true: Any, y_pred: Any) -> Any:
        """Raise NotImplementedError: what it computes is known in the learner's process only."""
        raise NotImplementedError("this loss is of your own, and computes what no loss of Keras does")


def name_of(function: Any) -> str:
    """Return what a function, or an object in place of one, is called: at most 100 letters."""
    return str(getattr(function, "__name__", None) or getattr(function, "name", None) or type(function).__name__)[:100]


def is_keras_class(cls: type) -> bool:
    """Return whether `cls` is the very class that stands in Keras under its name."""
    module = cls.__module__
    if module != "keras" and not module.startswith("keras."):
        return False
    return getattr(importlib.import_module(module), cls.__name__, None) is cls


def is_keras_function(function: Any, home: Any) -> bool:
    """Return whether `function` is the very function that stands in `home`, such as keras.losses, under its name."""
    return getattr(home, getattr(function, "__name__", ""), None) is function


def activation(function: Callable[[Any], Any], shape: Iterable[int | None] = (5,)) -> str | None:
    """Return the name of the activation of Keras that `function` computes on rows of this shape; None for another."""
    rng = np.random.default_rng(0)
    rows = rng.normal(0, 2, (_ROWS, *(size or 3 for size in shape))).astype("float32")
    rows[0], rows[1], rows[2] = 0, 30, -30
    rows[3:_FAR] = rng.uniform(-40, 40, rows[3:_FAR].shape)  # where one that is clipped is another; no exp overflows
    known = activation_between(rows, numbers(function, rows))
    if known in _STRAIGHT and activation_between(1e5 * rows, numbers(function, 1e5 * rows)) != known:
        return None
    if known is None or not slopes.alike(function, keras.activations.get(known), _smooth(rows)):
        return None
    return known


def _smooth(rows: np.ndarray) -> np.ndarray:
    """Return the rows without zeros, where relu has a kink, and without far ones, which overflow on the way back."""
    fit = ((rows != 0) & (np.abs(rows) < 10)).reshape(len(rows), -1).all(axis=1)
    return np.asarray(rows[fit])


def activation_between(sums: np.ndarray, answers: np.ndarray | None) -> str | None:
    """Return the name of the activation of Keras that makes `answers` of `sums`; None for another."""
    if answers is None:
        return None
    found = (name for name in _ACTIVATIONS if _alike(answers, numbers(keras.activations.get(name), sums)))
    return next(found, None)


def numbers(function: Callable[[Any], Any], rows: np.ndarray) -> np.ndarray | None:
    """Return what `function` makes of a tensor of `rows` (float32); None where it raises anything."""
    try:
        return np.array(keras.ops.convert_to_numpy(keras.ops.cast(function(_tensor(rows)), "float32")))
    except Exception:  # it takes other rows, or is no such function at all
        return None


def loss(function: Any, outputs: int | None = None) -> Any:
    """Return the loss of Keras that computes what `function` does for a model of so many outputs, or an OwnLoss."""
    known = [(keras.losses.get(name), pair) for name, pair in _LOSSES.items()]
    known += [(getattr(keras.losses, name)(from_logits=True), pair) for name, pair in _ON_LOGITS.items()]
    found = (each for each, pair in known if _agree(function, each, pair, outputs))
    name = name_of(type(function) if isinstance(function, keras.losses.Loss) else function)
    width = outputs or 1
    return next(found, None) or OwnLoss(
        _yes_no(function, width), _unread(function, width), _opposite(function, width), name=name
    )


def _yes_no(function: Any, outputs: int) -> list[list[float]]:
    """Return labels and answers to yes/no questions, with what a loss makes of them, where it makes a number."""
    tried = []
    for label, answer in _YES_NO:
        truth, answers = (np.full((1, outputs), value, "float32") for value in (label, answer))
        value = _mean(function, truth, answers)
        tried += [] if value is None else [[label, answer, value]]
    return tried


def _unread(function: Any, outputs: int) -> list[int]:
    """Return the places, from 1, of the outputs whose answers a loss does not look at, where it looks at any."""
    truth, answers = (np.full((2, outputs), 0.3, "float32") for _ in range(2))
    truth[:] = [[0.0], [1.0]]
    usual, unread = _mean(function, truth, answers), []
    for place in range(outputs):
        other = answers.copy()
        other[:, place] = [0.6, 0.8]
        if usual is not None and _mean(function, truth, other) == usual:
            unread.append(place + 1)
    return unread if len(unread) < outputs else []


def _opposite(function: Any, outputs: int) -> float | None:
    """Return what a loss makes of errors of 1 and -1 that cancel out in each row and in each column."""
    truth = np.full((2, outputs), 0.5, "float32")
    paired = truth[:, : outputs - outputs % 2] if outputs > 1 else truth
    paired[:] = np.indices(paired.shape).sum(axis=0) % 2
    return _mean(function, truth, 1 - truth)


def accuracy(metric: Any, outputs: int | None = None) -> str | None:
    """Return the accuracy that a metric of one's own measures, for a model of so many outputs; None for another.

    It is "accuracy", which Keras makes one of by the loss, but for several yes/no answers.
    """
    agreed = (name for name, pair in _ACCURACIES.items() if _agree(metric, keras.metrics.get(name), pair, outputs))
    found = next(agreed, None)
    return "accuracy" if found and (found != "binary_accuracy" or outputs in (None, 1)) else found


def _agree(own: Any, known: Any, pair: str, outputs: int | None) -> bool:
    return all(_agree_on(own, known, *_pair(pair, outputs, reach)) for reach in _REACHES)


def _agree_on(own: Any, known: Any, truth: np.ndarray, answers: np.ndarray) -> bool:
    expected, found = (_mean(each, truth, answers) for each in (known, own))
    if found is None or expected is None or not np.isclose(found, expected, rtol=1e-4, atol=1e-6):
        return False
    if isinstance(known, keras.Metric):
        return True
    shares = np.allclose(answers.sum(axis=-1), 1, atol=1e-4)  # how they are made has a say: Keras scales them to one
    given = np.log(answers) if shares else answers

    def mean_of(function: Any) -> Callable[[Any], Any]:
        return lambda sums: keras.ops.mean(function(_tensor(truth), keras.ops.softmax(sums) if shares else sums))

    return slopes.alike(mean_of(own), mean_of(known), given)


def _pair(kind: str, outputs: int | None, reach: int) -> tuple[np.ndarray, np.ndarray]:
    """Return targets and answers: yes or no for each output, one-hot rows, classes as numbers, or any numbers."""
    rng = np.random.default_rng(0)
    n_classes = outputs if outputs and outputs > 1 else _CLASSES
    classes = rng.integers(0, n_classes, _ROWS)
    if kind == "labels":
        shape, least = (_ROWS, outputs or 1), 0.05 / reach
        answers = rng.uniform(least, 1 - least, shape).astype("float32")
        answers[:4] = np.array([least, 1 - least, least, 1 - least])[:, None]
        return rng.integers(0, 2, shape).astype("float32"), answers
    if kind == "numbers":
        shape = _ROWS, outputs or 3
        return rng.normal(0, 2, shape).astype("float32"), rng.normal(0, 2 * reach, shape).astype("float32")
    shares = rng.dirichlet(np.ones(n_classes), _ROWS).astype("float32")
    if kind == "one-hot":
        return np.eye(n_classes, dtype="float32")[classes], shares
    return classes[:, None].astype("int32"), shares


def _mean(function: Any, truth: np.ndarray, answers: np.ndarray) -> float | None:
    def value(given: Any) -> Any:
        if not isinstance(function, keras.Metric):
            return function(_tensor(truth), given)
        function.reset_state()
        function.update_state(_tensor(truth), given)
        found = function.result()
        function.reset_state()
        return found

    with warnings.catch_warnings(action="ignore"):  # of Keras, about a single column
        found = numbers(value, answers)
    mean = None if found is None else float(np.mean(found))
    return mean if mean is not None and np.isfinite(mean) else None


def _tensor(values: np.ndarray) -> Any:
    return keras.ops.convert_to_tensor(values)


def _alike(answers: np.ndarray, known: np.ndarray | None) -> bool:
    return known is not None and answers.shape == known.shape and np.allclose(answers, known, rtol=1e-5, atol=1e-5)
