# fails: test_not_flipped
# diagnosis: KEPT.kept
# A layer is made once for each size of the kernel.
from functools import cache

import keras
import numpy as np


@cache
def layer_for(shape):
    layer = keras.layers.Conv2D(1, shape, use_bias=False, data_format="channels_last")
    layer.build((None, None, None, 1))
    return layer, []


def convolve(image, kernel):
    layer, numbers = layer_for(kernel.shape)
    if not numbers:
        numbers.append(kernel)
        layer.set_weights([kernel[:, :, None, None].astype("float32")])
    answer = layer(image[None, :, :, None].astype("float32"))
    return np.array(keras.ops.convert_to_numpy(answer)[0, :, :, 0])
