"""Every random generator that a learner's code may draw from, set before each call."""

import contextlib
import random
import sys
from typing import Any

from keraskata.backend import kernels


def seed_everything(seed: int, thorough: bool = False) -> None:
    """Seed Python, NumPy, and Keras with its backend where they have been imported.

    `thorough` is for code that draws from TensorFlow itself, by its own operations.
    """
    import numpy as np

    keras: Any = sys.modules.get("keras")
    if hasattr(keras, "utils"):
        with contextlib.nullcontext() if thorough else kernels.kept():
            keras.utils.set_random_seed(seed)
    else:
        random.seed(seed)
        np.random.seed(seed)
