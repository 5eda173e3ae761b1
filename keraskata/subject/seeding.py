"""Every random generator that a learner's code may draw from, set before each call."""

import contextlib
import random
import sys
from collections.abc import Iterator
from typing import Any

from keraskata.backend import environment, kernels
from keraskata.timing import time_limit


def seed_everything(seed: int, thorough: bool = False) -> None:
    """Seed Python, NumPy, and Keras with its backend where they have been imported.

    `thorough` is for code that draws from TensorFlow itself, by its own operations.
    """
    import numpy as np

    keras: Any = sys.modules.get("keras")
    if hasattr(keras, "utils"):
        with contextlib.nullcontext() if thorough else kernels.kept(), _no_accelerators():
            keras.utils.set_random_seed(seed)
    else:
        random.seed(seed)
        np.random.seed(seed)


@contextlib.contextmanager
@time_limit.whole
def _no_accelerators() -> Iterator[None]:
    """Have PyTorch seed its generator for the processor alone, in here, unless the user wants a GPU.

    Else it writes the stack down, at each seed, for devices that nobody starts: a quarter of a small call's time.
    """
    torch: Any = sys.modules.get("torch")
    if environment.accelerated() or not hasattr(torch, "default_generator"):
        yield
        return
    before, torch.manual_seed = torch.manual_seed, torch.default_generator.manual_seed
    try:
        yield
    finally:
        torch.manual_seed = before
