"""Where Keras keeps its own settings on this machine, and what was fetched."""

import os
from pathlib import Path


def keras_home() -> Path:
    """The folder that KERAS_HOME names, or ~/.keras, as Keras itself looks for it."""
    return Path(os.environ.get("KERAS_HOME", Path.home() / ".keras"))


def resnet50_weights() -> Path:
    """Where ImageNet's weights are once `kata data fetch resnet50` has brought them; behind walls, KATA_RESNET50."""
    name = "resnet50_weights_tf_dim_ordering_tf_kernels.h5"  # what keras.applications calls it
    return Path(os.environ.get("KATA_RESNET50", keras_home() / "models" / name))
