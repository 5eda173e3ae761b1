"""Where Keras keeps its own settings on this machine, and what was fetched."""

import os
from pathlib import Path

OURS = Path(__file__).parent / "own_keras"  # where grading's own keras.json lies


def keras_home() -> Path:
    """Return the user's folder: the one that KERAS_HOME names, or ~/.keras, or /tmp/.keras, as Keras itself does.

    A grading sets KERAS_HOME to a folder of its own, and keeps the user's in KATA_KERAS_HOME.
    """
    named = os.environ.get("KERAS_HOME")
    if named and Path(named) != OURS:
        return Path(named).expanduser()
    if kept := os.environ.get("KATA_KERAS_HOME"):
        return Path(kept)
    home = os.path.expanduser("~")  # noqa: PTH111 - where a user has no home, pathlib's raises RuntimeError
    return Path(home if os.access(home, os.W_OK) else "/tmp", ".keras")


def resnet50_weights() -> Path:
    """Return where `kata data fetch resnet50` puts ImageNet's weights; behind walls, KATA_RESNET50 names the file."""
    name = "resnet50_weights_tf_dim_ordering_tf_kernels.h5"  # what keras.applications calls it
    return Path(os.environ.get("KATA_RESNET50", keras_home() / "models" / name))
