"""ResNet50 and the names of ImageNet's 1,000 classes; both work without a download."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from keraskata.backend.home import keras_home, resnet50_weights

_NAMES = Path(__file__).parent / "imagenet_class_index.json"
_SEED = 50


def imagenet_names() -> list[str]:
    """Return the 1,000 names, such as "goldfish", in the order of ResNet50's outputs."""
    index = json.loads(_NAMES.read_text(encoding="utf-8"))
    return [index[str(position)][1] for position in range(len(index))]


def class_index_at_hand() -> None:
    """Put the names where Keras' decode_predictions looks for them before it tries a download.

    The file is identical to the one that Keras would fetch; one that is there already stays.
    """
    place = keras_home() / "models" / _NAMES.name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_bytes(_NAMES.read_bytes())
        draft.replace(place)


def resnet50_has_imagenet() -> bool:
    """Return whether Keras' cache holds ImageNet's weights (`kata data fetch resnet50` downloads them)."""
    return resnet50_weights().is_file()


def resnet50() -> Any:
    """Return Keras' ResNet50: photographs (n, 224, 224, 3) in, 1,000 probabilities out.

    It has ImageNet's weights if they are in the cache; otherwise weights drawn from a seed. It is built once per
    process, and gets these weights again on every call: a caller may have changed them, even with `training=True`.
    """
    model, weights = _resnet50()
    model.set_weights(weights)
    return model


@cache
def _resnet50() -> tuple[Any, list[Any]]:
    """Return the model, and its original weights."""
    import keras

    if resnet50_has_imagenet():
        model = keras.applications.ResNet50(weights=str(resnet50_weights()))
    else:
        keras.utils.set_random_seed(_SEED)
        model = keras.applications.ResNet50(weights=None)
    model.run_eagerly = True  # it is called once or twice: building a graph would take longer
    return model, model.get_weights()


def fetch_resnet50() -> None:
    """Download ImageNet's weights into Keras' cache, about 100 MB. Raises OSError if they cannot be reached."""
    import keras

    class_index_at_hand()
    try:
        keras.applications.ResNet50(weights="imagenet")
    except Exception as error:  # Keras raises a bare Exception if a download fails
        raise OSError(str(error)) from error
