"""TensorFlow's kernels are kept where Keras would throw them away."""

import contextlib
import random
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from keraskata.timing import time_limit


@contextlib.contextmanager
@time_limit.whole
def kept() -> Iterator[None]:
    """Keep TensorFlow's kernels in here: seeding and `clear_session` throw none of them away.

    Only its own random operations need new ones to begin again; Keras draws without them, and making them takes a
    quarter of the time of all solutions. Those of a function that was traced go with the function.
    """
    context: Any = sys.modules.get("tensorflow.python.eager.context")
    rng_utils: Any = sys.modules.get("keras.src.utils.rng_utils")
    eager: Any = context.context() if hasattr(context, "context") else None
    # All of this is private: where another TensorFlow or Keras has it elsewhere, it is slower and as good.
    if not (hasattr(eager, "_seed") and hasattr(rng_utils, "tf") and rng_utils.tf.available):
        yield
        return

    def set_seed(seed: int) -> None:
        eager._seed, eager._rng = seed, random.Random(seed)

    before, rng_utils.tf = rng_utils.tf, SimpleNamespace(available=True, random=SimpleNamespace(set_seed=set_seed))
    eager.clear_kernel_cache = lambda: None
    try:
        yield
    finally:
        rng_utils.tf = before
        del eager.clear_kernel_cache
