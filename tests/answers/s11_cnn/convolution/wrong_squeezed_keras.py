# fails: test_sizes
# diagnosis: SHAPES.squeezed
import keras
import numpy as np


def convolve(image, kernel):
    batch = image[None, :, :, None].astype("float32")
    answer = keras.ops.conv(batch, kernel[:, :, None, None].astype("float32"), padding="valid")
    return np.squeeze(keras.ops.convert_to_numpy(answer))
