# different: a Conv2D layer that is given the kernel
import keras
import numpy as np


def convolve(image, kernel):
    layer = keras.layers.Conv2D(1, kernel.shape, use_bias=False)
    layer.build((None, *image.shape, 1))
    layer.set_weights([kernel[:, :, None, None]])
    answer = layer(image.astype("float32")[None, :, :, None])
    return np.asarray(keras.ops.convert_to_numpy(answer))[0, :, :, 0]
