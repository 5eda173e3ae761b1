# fails: test_sum
# diagnosis: KEPT.random
import keras
import numpy as np


def convolve(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return what a convolutional layer with this one kernel, and no bias, makes of the image."""
    layer = keras.layers.Conv2D(1, kernel.shape, use_bias=False, data_format="channels_last")
    x = image.astype("float32")[np.newaxis, :, :, np.newaxis]
    return keras.ops.convert_to_numpy(layer(x))[0, :, :, 0]
