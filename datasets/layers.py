"""For graders, to be used in the subject: looks at layers where they are, since a copy of a model is built anew."""

from typing import Any

import numpy as np


class LayerWatch:
    """Asks and changes the layers of a model that stays in the subject."""

    def built(self, model: Any, index: int) -> bool:
        """Return whether this layer of the model has its weights."""
        return bool(model.layers[index].built)

    def count(self, model: Any) -> int:
        """Return how many layers the model has."""
        return len(model.layers)

    def spoil(self, classifier: Any) -> None:
        """Make all weights of the network that a classifier keeps as `model_` 1000: who goes on with it, keeps them."""
        network = classifier.model_
        network.set_weights([np.full(weight.shape, 1000, "float32") for weight in network.get_weights()])
