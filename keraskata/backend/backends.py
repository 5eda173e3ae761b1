"""The backends that Keras can train on, in the order in which one is chosen where none is named."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Backend:
    """A backend: `name` is what Keras calls it, and also its module and the kit's extra that brings it."""

    name: str
    title: str
    aliases: tuple[str, ...]  # what it is called by mistake
    distributions: tuple[str, ...]  # the packages of an index that bring it; the first tells the version
    takes_accelerator: Callable[[Any], bool]  # whether its module, in use already, works on one unless told otherwise


BACKENDS = {
    backend.name: backend
    for backend in (
        Backend(
            name="tensorflow",
            title="TensorFlow",
            aliases=("tf", "tf2"),
            distributions=("tensorflow", "tensorflow-cpu"),
            takes_accelerator=lambda tensorflow: bool(tensorflow.config.list_physical_devices("GPU")),
        ),
        Backend(
            name="torch",
            title="PyTorch",
            aliases=("pytorch",),
            distributions=("torch",),
            takes_accelerator=lambda torch: False,  # where Keras puts its tensors is a setting: library_settings
        ),
        Backend(
            name="jax",
            title="JAX",
            aliases=("flax",),
            distributions=("jax",),
            takes_accelerator=lambda jax: bool(jax.default_backend() != "cpu"),
        ),
    )
}
