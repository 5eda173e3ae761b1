"""ResNet50 and the names of ImageNet's 1,000 classes, without a download where none can be had."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from keraskata.backend.home import keras_home, resnet50_weights

_NAMES = Path(__file__).parent / "imagenet_class_index.json"
_SEED = 50


def imagenet_names() -> list[str]:
    """The 1,000 names, such as "goldfish", in the order of ResNet50's outputs."""
    index = json.loads(_NAMES.read_text(encoding="utf-8"))
    return [index[str(position)][1] for position in range(len(index))]


def class_index_at_hand() -> None:
    """Put the names where Keras' decode_predictions looks for them before it asks the network.

    Byte for byte the file that Keras would fetch; one that is there already stays.
    """
    place = keras_home() / "models" / _NAMES.name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_bytes(_NAMES.read_bytes())
        draft.replace(place)


def resnet50_has_imagenet() -> bool:
    """Whether Keras' cache holds the weights that were trained on ImageNet (`kata data fetch resnet50` brings them)."""
    return resnet50_weights().is_file()


def resnet50() -> Any:
    """Keras' ResNet50: photographs (n, 224, 224, 3) in, 1,000 probabilities out.

    With ImageNet's weights where they are at hand; else with weights drawn from a seed. It is built once per process,
    and has these weights again on every call: a caller may have trained it, and `training=True` is enough for that.
    """
    model, weights = _resnet50()
    model.set_weights(weights)
    return model


@cache
def _resnet50() -> tuple[Any, list[Any]]:
    """The model, and its weights as they were at first."""
    import keras

    if resnet50_has_imagenet():
        model = keras.applications.ResNet50(weights=str(resnet50_weights()))
    else:
        keras.utils.set_random_seed(_SEED)
        model = keras.applications.ResNet50(weights=None)
    model.run_eagerly = True  # it is asked once or twice: a graph would take longer to build
    return model, model.get_weights()


def fetch_resnet50() -> None:
    """Bring ImageNet's weights into Keras' cache, some 100 MB. Raises OSError where they cannot be reached."""
    import keras

    class_index_at_hand()
    try:
        keras.applications.ResNet50(weights="imagenet")
    except Exception as error:  # Keras raises a bare Exception where a download fails
        raise OSError(str(error)) from error
