"""What the filters of a convolution look like, and what they answer to an image."""

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

_EVERY, _MOST, _ZOOM = 3, 24, 8


def filters_and_what_they_see(kernel: np.ndarray, bias: np.ndarray, images: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Return rows for `keep_images`: every third of the filters that answer most, and where each answers, after relu.

    `kernel` is (h, w, 1, filters), `bias` (filters,), and each image (H, W). The filters are enlarged to the size of
    their answers as far as whole pixels allow; the rest is a white edge.
    """
    shape = kernel.shape[:2]
    answers = [
        np.maximum(
            np.einsum("xyij,ijk->kxy", sliding_window_view(image, shape), kernel[:, :, 0]) + bias[:, None, None], 0
        )
        for image in images
    ]
    most = np.argsort(-np.sum(answers, axis=(0, 2, 3)))[:_MOST:_EVERY]
    filters = np.kron(_stretched(np.moveaxis(kernel[:, :, 0], -1, 0)[most]), np.ones((_ZOOM, _ZOOM)))
    edge = [(missing // 2, missing - missing // 2) for missing in np.subtract(answers[0].shape[1:], filters.shape[1:])]
    return [np.pad(filters, ((0, 0), *edge), constant_values=1), *(_stretched(seen[most]) for seen in answers)]


def _stretched(images: np.ndarray) -> np.ndarray:
    """Stretch each image from its own lowest to its own highest number; a constant image becomes black."""
    low, high = (find(images, axis=(1, 2), keepdims=True) for find in (np.min, np.max))
    stretched: np.ndarray = (images - low) / np.maximum(high - low, 1e-9)
    return stretched
