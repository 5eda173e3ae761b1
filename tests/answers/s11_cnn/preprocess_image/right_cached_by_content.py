# different: what was prepared before is kept by the bytes of the file, and a copy given out
import io

import keras
import numpy as np

kept = {}


def prepare_image(path):
    with open(path, "rb") as file:
        content = file.read()
    if content not in kept:
        pixels = keras.utils.img_to_array(keras.utils.load_img(io.BytesIO(content), target_size=(224, 224)))
        kept[content] = keras.applications.resnet50.preprocess_input(pixels[np.newaxis])
    return kept[content].copy()
