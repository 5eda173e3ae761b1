# fails: test_sum, test_sizes
# diagnosis: SHAPES.axes
import keras
import numpy as np


def convolve(image, kernel):
    batch = image[None, :, :, None].astype("float32")
    return keras.ops.conv(batch, kernel[:, :, None, None].astype("float32"))
