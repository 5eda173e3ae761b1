"""What a model's config may name: Keras' own classes whose instances are parts of models, and functions they take.

Keras' safe mode is not enough: it takes any public function of Keras' for a class, and calls it.
"""

import importlib
from typing import Any

import keras

from keraskata.boundary.errors import NotAValue

_OWN = (  # where the parts of a model come from
    *("keras.activations", "keras.constraints", "keras.dtype_policies", "keras.initializers", "keras.layers"),
    *("keras.losses", "keras.metrics", "keras.models", "keras.ops", "keras.optimizers", "keras.random"),
    *("keras.regularizers", "keras.src.activations", "keras.src.backend.torch.optimizers", "keras.src.models"),
    *("keras.src.ops", "keras.src.random"),
)
_PLAIN = ("__keras_tensor__", "__tensor__", "__numpy__", "__bytes__", "__ellipsis__", "__slice__")
_OURS = (  # what stands for parts of a learner's own
    ("keraskata.boundary.own_weights", "Weight", "keraskata>Weight"),
    ("keraskata.boundary.own_weights", "WeightOf", "keraskata>WeightOf"),
    ("keraskata.boundary.own_functions", "OwnLoss", "keraskata>OwnLoss"),
)
_REFUSED = (  # they bring code of their own along, call what they are given, or read files
    *("Lambda", "TorchModuleWrapper", "TFSMLayer", "JaxLayer", "FlaxLayer"),
    *("TextVectorization", "StringLookup", "IntegerLookup"),
    *("AssociativeScan", "Cond", "CustomGradient", "ForiLoop", "Map", "Scan", "Switch", "VectorizedMap", "Vectorize"),
    *("WhileLoop",),
)
_FUNCTIONS = ("keras.losses", "keras.metrics", "keras.activations", "keras.initializers")
_NO_FUNCTIONS = ("get", "serialize", "deserialize")  # they are there, too, and take configs


class NotKeras(NotAValue):
    """A model or layer cannot cross; the message says why, in a learner's words."""


def without_own(config: Any) -> Any:
    """Return a config without the initializers of one's own: the weights are there."""
    if isinstance(config, dict):
        return {key: "zeros" if _is_own(key, item) else without_own(item) for key, item in config.items()}
    return [without_own(item) for item in config] if isinstance(config, (list, tuple)) else config


def _is_own(key: str, item: Any) -> bool:
    if not str(key).endswith("initializer"):
        return False
    try:
        refuse_strange(item)
    except NotKeras:
        return True
    return False


def refuse_strange(config: Any) -> None:
    """Raise NotKeras where a config names anything but Keras' own layers, losses and the like."""
    waiting = [config]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if ("class_name" in item and not _known(item)) or _is_lambda(item):
                name = item.get("class_name", "a lambda")
                name = item.get("config") if name == "function" else name
                raise NotKeras(
                    f"it uses {str(name).strip('_')[:100]}, which is not part of Keras, so that it cannot "
                    "be checked: in the place of what is of your own take Keras' own, by its name"
                )
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)


def _known(item: dict[str, Any]) -> bool:
    name, module = item["class_name"], item.get("module")
    if name == "function":
        called = str(item.get("config"))
        homes = (keras.losses, keras.metrics, keras.activations, keras.initializers)
        plain = called.isidentifier() and called not in _NO_FUNCTIONS
        return plain and module in ("builtins", *_FUNCTIONS) and any(hasattr(home, called) for home in homes)
    if name in _PLAIN:
        return module in (None, "builtins")
    if (module, name, item.get("registered_name")) in _OURS:
        return True
    if item.get("registered_name") not in (None, name) or not (_within(module) and str(name).isidentifier()):
        return False
    found = vars(importlib.import_module(str(module))).get(name)
    kinds = (
        *(keras.Operation, keras.Loss, keras.Metric, keras.Initializer, keras.Regularizer, keras.DTypePolicy),
        *(keras.optimizers.Optimizer, keras.optimizers.schedules.LearningRateSchedule, keras.constraints.Constraint),
    )
    return isinstance(found, type) and issubclass(found, kinds) and not any(map(_is_refused, found.__mro__))


def _is_refused(base: type) -> bool:
    """Compare names, except for the backend's own base of all layers: on JAX this is called JaxLayer, too."""
    return base.__name__ in _REFUSED and not base.__module__.startswith("keras.src.backend.")


def _is_lambda(item: dict[str, Any]) -> bool:
    """Return whether this is how Keras writes a lambda: its code as text, its defaults and its closure."""
    value = item.get("value")
    code = value[0] if isinstance(value, (list, tuple)) and len(value) == 3 else None
    return isinstance(code[0] if isinstance(code, (list, tuple)) and code else code, str)


def _within(module: Any) -> bool:
    return module == "keras" or any(f"{module}.".startswith(f"{home}.") for home in _OWN)
