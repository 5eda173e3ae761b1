# keras.ops resizes, and a model of Keras' own preprocesses
import keras
import numpy as np


def prepare_image(path):
    pixels = keras.utils.img_to_array(keras.utils.load_img(path, color_mode="rgb"), dtype="float32")
    pixels = keras.ops.image.resize(pixels[np.newaxis], (224, 224), antialias=True, data_format="channels_last")
    return keras.applications.resnet.preprocess_input(np.array(keras.ops.convert_to_numpy(pixels)))
