"""Every random generator that a learner's code may draw from, set before each call."""

import contextlib
import random
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any


def seed_everything(seed: int, thorough: bool = False) -> None:
    """Seed Python, NumPy, and Keras with its backend where they have been imported.

    `thorough` is for code that draws from TensorFlow itself, by its own operations.
    """
    import numpy as np

    keras: Any = sys.modules.get("keras")
    if hasattr(keras, "utils"):
        with contextlib.nullcontext() if thorough else _kernels_kept():
            keras.utils.set_random_seed(seed)
    else:
        random.seed(seed)
        np.random.seed(seed)


@contextlib.contextmanager
def _kernels_kept() -> Iterator[None]:
    """In here TensorFlow is seeded without throwing away the kernels that it has made.

    Only its own random operations need new ones to begin anew; Keras draws without them, and making them takes a
    quarter of the time of all solutions.
    """
    context: Any = sys.modules.get("tensorflow.python.eager.context")
    rng_utils: Any = sys.modules.get("keras.src.utils.rng_utils")
    eager: Any = context.context() if hasattr(context, "context") else None
    # All of this is private: where another TensorFlow or Keras has it elsewhere, seeding is slower and as good.
    if not (hasattr(eager, "_seed") and hasattr(rng_utils, "tf") and rng_utils.tf.available):
        yield
        return

    def set_seed(seed: int) -> None:
        eager._seed, eager._rng = seed, random.Random(seed)

    before, rng_utils.tf = rng_utils.tf, SimpleNamespace(available=True, random=SimpleNamespace(set_seed=set_seed))
    try:
        yield
    finally:
        rng_utils.tf = before
