"""For graders, to be lent to the subject: an encoder is watched while the weights of its autoencoder change."""

from collections.abc import Callable
from typing import Any

import numpy as np


class EncoderWatch:
    """Asks an encoder twice: as it was made, and after its autoencoder got other weights, as training gives it."""

    def follow(
        self, make_encoder: Callable[[Any], Any], autoencoder: Any, rows: np.ndarray, weights: list[np.ndarray]
    ) -> tuple[np.ndarray, np.ndarray]:
        """The codes of `rows` before and after, (n, n_code) each."""
        import keras

        encoder = make_encoder(autoencoder)
        before = keras.ops.convert_to_numpy(encoder(rows))
        autoencoder.set_weights(weights)
        return before, keras.ops.convert_to_numpy(encoder(rows))
