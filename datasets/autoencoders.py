"""For graders, to be used in the subject: compares an encoder before and after its autoencoder's weights change."""

from collections.abc import Callable
from typing import Any

import numpy as np


class EncoderWatch:
    """Calls an encoder twice: as it was made, and after its autoencoder got other weights, as in training."""

    def follow(
        self, make_encoder: Callable[[Any], Any], autoencoder: Any, rows: np.ndarray, weights: list[np.ndarray]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the codes of `rows` before and after, (n, n_code) each."""
        import keras

        encoder = make_encoder(autoencoder)
        before = keras.ops.convert_to_numpy(encoder(rows))
        autoencoder.set_weights(weights)
        return before, keras.ops.convert_to_numpy(encoder(rows))
