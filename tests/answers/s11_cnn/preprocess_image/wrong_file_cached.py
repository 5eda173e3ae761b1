# fails: test_values
# diagnosis: AGAIN.remembered
from functools import cache

import keras
from PIL import Image


@cache
def batch(name):
    pixels = keras.utils.img_to_array(keras.utils.load_img(name, target_size=(224, 224)))
    return keras.applications.resnet50.preprocess_input(pixels[None])


def prepare_image(path):
    return batch(path)
